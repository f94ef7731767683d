//! A detail that names a constant, beside a field with the name of another constant.

#![allow(non_upper_case_globals, dead_code)]

use problem_core::Problem;

const MAX: u32 = 9;
const limit: u32 = 5;
static id: u32 = 6;

#[derive(Debug, Problem)]
enum OrderError {
    #[problem(code = 1, status = 400, detail = "{limit} of {MAX}")]
    Limit { limit: u32 },
    #[problem(code = 2, status = 400, detail = "{id} of {MAX}")]
    Id { id: u32 },
}

fn main() {
    assert_eq!(OrderError::Limit { limit: 1 }.detail(), "1 of 9");
    assert_eq!(OrderError::Id { id: 2 }.detail(), "2 of 9");
}
