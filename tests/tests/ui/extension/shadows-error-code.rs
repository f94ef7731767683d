use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound {
        #[problem(extension = "errorCode")]
        value: u64,
    },
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound { value: 5 }.to_json();
    send(OrderError::NotFound { value: 5 });
}
