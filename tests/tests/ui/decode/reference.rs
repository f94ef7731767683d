use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(decode)]
enum OrderError<'a> {
    /// Invalid input
    #[problem(code = 1, status = 400)]
    Invalid {
        #[problem(extension)]
        field: &'static str,
        #[problem(default)]
        expected: &'static str,
    },
    /// Order is locked
    #[problem(code = 2, status = 423)]
    Locked(#[problem(extension = "owner", default)] &'a str),
}

fn main() {}
