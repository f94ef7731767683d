use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(decode, decode)]
enum OrderError {
    /// Order is archived
    #[problem(code = 1, status = 409)]
    Archived {
        #[problem(default, extension, default)]
        archived_by: String,
    },
}

fn main() {}
