use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(status = 404)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound.to_json();
    send(OrderError::NotFound);
}
