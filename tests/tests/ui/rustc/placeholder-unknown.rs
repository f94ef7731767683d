use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404, detail = "Order {ordr_id} not found")]
    NotFound { order_id: u64 },
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound { order_id: 5 }.to_json();
    send(OrderError::NotFound { order_id: 5 });
}
