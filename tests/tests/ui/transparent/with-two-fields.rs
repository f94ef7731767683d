use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    #[problem(transparent)]
    Inner(Inner, u8),
}

/// Inner
#[derive(Debug, Problem)]
#[problem(uncoded, status = 400)]
struct Inner;

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::Inner(Inner, 5).to_json();
    send(OrderError::Inner(Inner, 5));
}
