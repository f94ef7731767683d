use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Order is expired
    Expired { id: u32 },
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::Expired { id: 5 }.to_json();
    send(OrderError::Expired { id: 5 });
}
