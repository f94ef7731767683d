use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(domain = "Orders", log)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,
}

fn main() {}
