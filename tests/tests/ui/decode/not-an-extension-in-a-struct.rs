use problem_core::Problem;

/// The service is down
#[derive(Debug, Problem)]
#[problem(decode, code = 1, status = 503)]
struct Down {
    host: String,
}

fn main() {}
