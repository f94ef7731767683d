use problem_core::Problem;

#[derive(Debug, Problem)]
enum 订单 {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,
}

fn send(_: impl Problem) {}

fn main() {
    let _ = 订单::NotFound.to_json();
    send(订单::NotFound);
}
