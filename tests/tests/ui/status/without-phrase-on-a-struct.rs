use problem_core::Problem;

/// Order not found
#[derive(Debug, Problem)]
#[problem(code = 1, status = 599)]
struct NotFound;

fn send(_: impl Problem) {}

fn main() {
    let _ = NotFound.to_json();
    send(NotFound);
}
