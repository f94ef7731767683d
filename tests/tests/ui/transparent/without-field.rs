use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    #[problem(transparent)]
    Inner,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::Inner.to_json();
    send(OrderError::Inner);
}
