use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    #[problem(code = "1", status = 999, title = 5, detail = "{1}", type = "x", header("a b" = "c"), foo)]
    NotFound,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound.to_json();
    send(OrderError::NotFound);
}
