use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(manual_error)]
enum OrderError {
    #[problem(display, transparent)]
    Inner(Inner),
}

/// Inner
#[derive(Debug, Problem)]
#[problem(uncoded, status = 400)]
struct Inner;

impl std::fmt::Display for OrderError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("log")
    }
}

impl std::error::Error for OrderError {}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::Inner(Inner).to_json();
    send(OrderError::Inner(Inner));
}
