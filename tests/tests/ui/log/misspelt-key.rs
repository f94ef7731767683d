use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(domain = "Orders", lgo = "warn")]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404, logs = "warn")]
    NotFound,
}

fn main() {}
