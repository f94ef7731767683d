use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(decode = true)]
enum OrderError {
    /// Order is archived
    #[problem(code = 1, status = 409)]
    Archived {
        #[problem(default = "nobody")]
        archived_by: String,
    },
}

fn main() {}
