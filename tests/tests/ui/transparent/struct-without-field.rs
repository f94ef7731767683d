use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(transparent)]
struct Outer;

fn send(_: impl Problem) {}

fn main() {
    let _ = Outer.to_json();
    send(Outer);
}
