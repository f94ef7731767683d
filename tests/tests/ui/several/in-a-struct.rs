use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(domain = "", code = 404, statsu = 404, extension)]
struct NotFound(#[problem(extension)] u8, #[problem(code = 5)] u8);

fn send(_: impl Problem) {}

fn main() {
    let _ = NotFound(1, 2).to_json();
    send(NotFound(1, 2));
}
