use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    #[problem(transparent, log = "warn")]
    NotFound(Inner),
}

/// Not found
#[derive(Debug, Problem)]
#[problem(code = 1, status = 404)]
struct Inner;

fn main() {}
