use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(uncoded)]
enum OrderError {
    /// Order not found
    #[problem()]
    NotFound,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound.to_json();
    send(OrderError::NotFound);
}
