use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    ///
    ///   
    #[problem(code = 1, status = 404)]
    NotFound,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound.to_json();
    send(OrderError::NotFound);
}
