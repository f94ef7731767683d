//! A transparent field that holds the generic type itself.

use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError<T: std::fmt::Debug> {
    #[problem(transparent)]
    Again(Box<OrderError<T>>),
    /// End
    #[problem(code = 1, status = 400)]
    End(T),
}

fn send(_: impl Problem) {}

fn main() {
    send(OrderError::Again(Box::new(OrderError::End(5))));
}
