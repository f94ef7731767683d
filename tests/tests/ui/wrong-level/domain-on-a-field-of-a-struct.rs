use problem_core::Problem;

/// Order not found
#[derive(Debug, Problem)]
#[problem(code = 1, status = 404)]
struct NotFound {
    #[problem(domain = "Orders")]
    id: u64,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = NotFound { id: 5 }.to_json();
    send(NotFound { id: 5 });
}
