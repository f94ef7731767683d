use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(domain = "Orders", log = 3)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404, log = warn)]
    NotFound,
}

fn main() {}
