use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(manual_error)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404, display = "{id}")]
    NotFound,
}

impl std::fmt::Display for OrderError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("log")
    }
}

impl std::error::Error for OrderError {}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound.to_json();
    send(OrderError::NotFound);
}
