use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(transparent, status = 400)]
struct Outer(Inner);

/// Inner
#[derive(Debug, Problem)]
#[problem(uncoded, status = 400)]
struct Inner;

fn send(_: impl Problem) {}

fn main() {
    let _ = Outer(Inner).to_json();
    send(Outer(Inner));
}
