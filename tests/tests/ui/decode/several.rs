use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(decode)]
enum OrderError {
    /// Order is archived
    #[problem(code = 1)]
    Archived { archived_by: String },
    Locked { owner: String },
    #[problem(code = 2, status = 423)]
    Busy { since: &'static str },
}

fn main() {}
