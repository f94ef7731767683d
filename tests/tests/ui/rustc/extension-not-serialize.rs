use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound {
        #[problem(extension)]
        id: Id,
    },
}

#[derive(Debug)]
struct Id;

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound { id: Id }.to_json();
    send(OrderError::NotFound { id: Id });
}
