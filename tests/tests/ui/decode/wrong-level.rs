use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(default)]
enum OrderError {
    /// Order is archived
    #[problem(code = 1, status = 409, decode)]
    Archived {
        #[problem(decode)]
        archived_by: String,
    },
}

fn main() {}
