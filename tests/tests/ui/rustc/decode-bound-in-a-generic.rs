use problem_core::{Problem, ProblemDetails};

/// Not valid
#[derive(Debug, Problem)]
#[problem(decode, code = 1, status = 400)]
struct Invalid<T>(#[problem(extension = "value")] T);

#[derive(Debug, serde::Serialize)]
struct Person(u64);

fn main() {
    let _ = Invalid::<Person>::try_from(ProblemDetails::new(400));
}
