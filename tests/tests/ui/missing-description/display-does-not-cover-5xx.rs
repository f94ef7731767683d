use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
#[problem(display)]
enum OrderError {
    #[error("store failed")]
    #[problem(code = 1, status = 500)]
    Store,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::Store.to_json();
    send(OrderError::Store);
}
