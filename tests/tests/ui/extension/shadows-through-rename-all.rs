use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(rename_all = "camelCase")]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound {
        #[problem(extension)]
        error_code: u16,
    },
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound { error_code: 5 }.to_json();
    send(OrderError::NotFound { error_code: 5 });
}
