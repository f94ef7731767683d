use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(domain = "Orders", decode)]
enum OrderError {
    /// Order is archived
    #[problem(code = 1, status = 409)]
    Archived {
        #[problem(extension)]
        id: u64,
        archived_by: String,
    },
    /// Order is locked
    #[problem(code = 2, status = 423)]
    Locked(#[problem(extension = "owner")] String, Vec<u8>),
    /// Too many requests
    #[problem(code = 3, status = 429)]
    Throttled {
        #[problem(header = "Retry-After")]
        seconds: u32,
    },
}

fn main() {}
