#[derive(Debug)]
enum OrderError {
    #[problem(code = 1, status = 404)]
    NotFound,
}

fn main() {
    let _ = OrderError::NotFound;
}
