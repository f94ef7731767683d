//! What errors cost where they are returned.

use problem_core::{AnyProblem, Problem, ProblemDetails};

#[derive(Debug, Problem)]
enum UnitError {
    /// d
    #[problem(code = 1, status = 404)]
    One,
    /// d
    #[problem(code = 2, status = 404)]
    Two,
}

/// d
#[derive(Debug, Problem)]
#[problem(uncoded, status = 404)]
struct Zero;

#[test]
fn a_result_is_as_small_as_its_enum() {
    assert_eq!(size_of::<UnitError>(), 1);
    assert_eq!(size_of::<Result<(), UnitError>>(), 1);
    assert_eq!(UnitError::One.problem_type().code(), Some(1));
    assert_eq!(UnitError::Two.problem_type().code(), Some(2));
}

#[test]
fn a_unit_struct_costs_nothing() {
    assert_eq!(size_of::<Zero>(), 0);
    assert_eq!(Zero.problem_type().status(), 404);
}

#[test]
fn problem_details_stay_below_clippys_limit() {
    assert!(size_of::<ProblemDetails>() <= 128, "{}", size_of::<ProblemDetails>());
}

#[test]
fn any_problem_is_one_wide_pointer() {
    assert_eq!(size_of::<AnyProblem>(), 2 * size_of::<usize>());
    assert_eq!(size_of::<Result<(), AnyProblem>>(), size_of::<AnyProblem>());
}
