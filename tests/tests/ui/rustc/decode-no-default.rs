use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(decode)]
enum OrderError {
    /// The order could not be saved
    #[problem(code = 1, status = 500)]
    Save {
        #[problem(default)]
        cause: std::io::Error,
    },
}

fn main() {}
