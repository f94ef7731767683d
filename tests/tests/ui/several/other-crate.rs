use problem_core as reexport;
use reexport::Problem;

#[derive(Debug, Problem)]
#[problem(crate = "reexport")]
enum OrderError {
    /// Order not found
    #[problem(code = 1)]
    NotFound,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound.to_json();
    send(OrderError::NotFound);
}
