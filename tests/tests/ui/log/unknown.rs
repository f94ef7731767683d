use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(domain = "Orders")]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404, log = "severe")]
    NotFound,
}

fn main() {}
