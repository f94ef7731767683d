use problem_core::Problem;

#[derive(Debug)]
struct NotFound;

fn send(_: impl Problem) {}

fn main() {
    send(NotFound);
}
