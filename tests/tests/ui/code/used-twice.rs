use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    /// Order is archived
    #[problem(code = 6, status = 409)]
    Archived,
    /// Order is locked
    #[problem(code = 6, status = 409)]
    Locked,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::Locked.to_json();
    send(OrderError::Locked);
}
