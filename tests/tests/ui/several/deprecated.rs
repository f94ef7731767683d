use problem_core::Problem;

#[deprecated]
#[derive(Debug, Problem)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 200)]
    NotFound,
    /// Order is gone
    #[deprecated]
    #[problem(code = 1, status = 410)]
    Gone,
}

fn send(_: impl Problem) {}

fn main() {
    #[allow(deprecated)]
    send(OrderError::NotFound);
}
