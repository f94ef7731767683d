use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(code = 1, status = 404)]
struct NotFound;

fn send(_: impl Problem) {}

fn main() {
    let _ = NotFound.to_json();
    send(NotFound);
}
