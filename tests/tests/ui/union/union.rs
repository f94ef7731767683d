use problem_core::Problem;

#[derive(Clone, Copy, Problem)]
#[problem(code = 1, status = 404)]
union NotFound {
    id: u64,
}

fn main() {
    let _ = NotFound { id: 5 };
}
