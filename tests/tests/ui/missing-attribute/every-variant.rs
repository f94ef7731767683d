use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    NotFound,
    Expired { id: u32 },
    Locked(u32),
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::Expired { id: 5 }.to_json();
    send(OrderError::Expired { id: 5 });
}
