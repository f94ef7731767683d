use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(decode)]
enum OrderError {
    #[problem(transparent)]
    Contact(ContactError),
}

/// The contact is archived
#[derive(Debug, Problem)]
#[problem(code = 1, status = 409)]
struct ContactError;

fn main() {}
