use problem_core::{Problem, ProblemDetails};

#[derive(Debug, Problem)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,
}

fn main() {
    let _ = OrderError::try_from(ProblemDetails::new(404));
}
