use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError<T> {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound(#[problem(extension = "id")] T),
}

#[derive(Debug)]
struct Id;

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound(Id).to_json();
    send(OrderError::NotFound(Id));
}
