use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(reserved(3, 4))]
enum OrderError {
    /// Order is archived
    #[problem(code = 4, status = 409)]
    Archived,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::Archived.to_json();
    send(OrderError::Archived);
}
