use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(decode)]
enum OrderError {
    #[problem(transparent)]
    Contact(#[problem(default)] ContactError),
}

#[derive(Debug, Problem)]
#[problem(decode)]
enum ContactError {}

fn main() {}
