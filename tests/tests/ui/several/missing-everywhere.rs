use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    #[problem(status = 404)]
    NotFound,
    #[problem(code = 2)]
    Archived,
    #[problem()]
    Locked,
    Expired,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound.to_json();
    send(OrderError::NotFound);
}
