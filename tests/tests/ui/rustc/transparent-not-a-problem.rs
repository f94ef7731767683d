use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError {
    #[problem(transparent)]
    Parse(std::num::ParseIntError),
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::Parse("x".parse::<u8>().unwrap_err()).to_json();
    send(OrderError::Parse("x".parse::<u8>().unwrap_err()));
}
