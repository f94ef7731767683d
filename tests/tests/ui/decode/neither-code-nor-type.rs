use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(uncoded, decode)]
enum CommonError {
    /// No key
    #[problem(status = 401, type = "urn:example:no-key")]
    NoKey,
    /// Too many requests
    #[problem(status = 429)]
    TooMany,
}

fn main() {}
