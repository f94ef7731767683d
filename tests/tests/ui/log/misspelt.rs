use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(domain = "Orders", log = "wran")]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404, log = "warning")]
    NotFound,
}

fn main() {}
