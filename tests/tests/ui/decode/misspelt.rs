use problem_core::{Problem, ProblemDetails};

#[derive(Debug, Problem)]
#[problem(decod)]
enum OrderError {
    /// Order is archived
    #[problem(code = 1, status = 409)]
    Archived {
        #[problem(default)]
        archived_by: String,
    },
}

#[derive(Debug, Problem)]
#[problem(decode)]
enum ContactError {
    /// Contact is archived
    #[problem(code = 1, status = 409)]
    Archived {
        #[problem(defualt)]
        archived_by: String,
    },
}

// No second error follows: both are decoded, once the keys are right.
fn main() {
    let _ = OrderError::try_from(ProblemDetails::new(409));
    let _ = ContactError::try_from(ProblemDetails::new(409));
}
