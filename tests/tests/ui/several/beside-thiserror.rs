use problem_core::Problem;

#[derive(Debug, thiserror::Error, Problem)]
enum OrderError {
    #[error("order {0}")]
    #[problem(code = 1)]
    NotFound(u64),
    #[error("amount")]
    #[problem(code = 2, status = 400, detial = "Amount")]
    Amount(#[from] std::num::ParseIntError),
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound(5).to_json();
    send(OrderError::NotFound(5));
}
