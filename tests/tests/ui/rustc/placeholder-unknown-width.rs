use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404, detail = "Order {id:>width$}")]
    NotFound { id: u64 },
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound { id: 5 }.to_json();
    send(OrderError::NotFound { id: 5 });
}
