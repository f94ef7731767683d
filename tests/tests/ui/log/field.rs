use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound {
        #[problem(log = "warn")]
        id: u64,
    },
}

fn main() {}
