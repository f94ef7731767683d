use problem_core::Problem;

/// Order not found
#[derive(Debug, Problem)]
#[problem(code = 1, status = 404)]
struct NotFound {
    #[problem(extension)]
    detail: String,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = NotFound { detail: String::new() }.to_json();
    send(NotFound { detail: String::new() });
}
