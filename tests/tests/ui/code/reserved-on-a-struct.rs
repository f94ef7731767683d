use problem_core::Problem;

/// Order not found
#[derive(Debug, Problem)]
#[problem(reserved(3), code = 3, status = 409)]
struct NotFound;

fn send(_: impl Problem) {}

fn main() {
    let _ = NotFound.to_json();
    send(NotFound);
}
