use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    #[problem(transparent, header("X-Order" = "5"))]
    Inner(Inner),
}

/// Inner
#[derive(Debug, Problem)]
#[problem(uncoded, status = 400)]
struct Inner;

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::Inner(Inner).to_json();
    send(OrderError::Inner(Inner));
}
