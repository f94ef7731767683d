use problem_core::Problem;

/// Order not found
#[derive(Debug, Problem)]
#[problem(code = 1, status = 404, detail = "{0} {2}")]
struct NotFound(u8, u8);

fn send(_: impl Problem) {}

fn main() {
    let _ = NotFound(1, 2).to_json();
    send(NotFound(1, 2));
}
