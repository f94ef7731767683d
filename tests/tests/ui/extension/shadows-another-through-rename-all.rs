use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(rename_all = "camelCase")]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound {
        #[problem(extension)]
        order_id: u64,
        #[problem(extension = "orderId")]
        order: u64,
    },
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound { order_id: 5, order: 6 }.to_json();
    send(OrderError::NotFound { order_id: 5, order: 6 });
}
