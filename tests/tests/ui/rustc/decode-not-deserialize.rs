use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(decode)]
enum OrderError {
    /// Order is archived
    #[problem(code = 1, status = 409)]
    Archived {
        #[problem(extension)]
        by: Person,
    },
}

#[derive(Debug, serde::Serialize)]
struct Person(u64);

fn main() {}
