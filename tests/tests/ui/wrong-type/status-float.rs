use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404.0)]
    NotFound,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound.to_json();
    send(OrderError::NotFound);
}
