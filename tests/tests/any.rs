//! `AnyProblem`: where problems of several domains meet.

use std::error::Error;
use std::fmt;

use axum::response::IntoResponse;
use problem_core::{AnyProblem, Problem, ProblemDetails, ResultExt};

#[derive(Debug, PartialEq, Problem)]
#[problem(domain = "Orders")]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,
    /// Wait
    #[problem(code = 2, status = 429, detail = "Wait {seconds} s")]
    Throttled {
        #[problem(header = "Retry-After", extension)]
        seconds: u32,
    },
}

/// Name taken
#[derive(Debug, Problem)]
#[problem(code = 1, status = 409)]
struct Taken;

/// An error that is no problem, with a source.
#[derive(Debug)]
struct Secret(fmt::Error);

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("canary")
    }
}

impl Error for Secret {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

const INTERNAL: &str =
    r#"{"title":"Internal Server Error","status":500,"detail":"The server failed to process the request"}"#;

fn order(error: OrderError) -> Result<(), OrderError> {
    Err(error)
}

#[test]
fn the_question_mark_takes_any_problem() {
    fn handle(which: bool) -> Result<(), AnyProblem> {
        if which {
            order(OrderError::NotFound)?;
        }
        Err(Taken)?
    }
    assert_eq!(handle(true).unwrap_err().to_json(), OrderError::NotFound.to_json());
    assert_eq!(handle(false).unwrap_err().to_json(), Taken.to_json());
}

#[test]
fn it_behaves_as_the_problem_inside() {
    let any = AnyProblem::from(OrderError::Throttled { seconds: 3 });
    let inner = OrderError::Throttled { seconds: 3 };
    assert!(std::ptr::eq(any.problem_type(), inner.problem_type()));
    assert_eq!(any.detail(), "Wait 3 s");
    assert_eq!(any.to_json(), inner.to_json());
    assert_eq!(any.to_details(), inner.to_details());
    assert_eq!(any.to_string(), inner.to_string());
    assert_eq!(format!("{any:?}"), format!("{inner:?}"));
    let response = any.into_response();
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()["retry-after"], "3");
}

#[test]
fn the_problem_inside_can_be_had_back() {
    let any = AnyProblem::from(OrderError::NotFound);
    assert_eq!(any.downcast_ref::<OrderError>(), Some(&OrderError::NotFound));
    assert!(any.downcast_ref::<Taken>().is_none());
}

#[test]
fn it_passes_the_question_mark_itself() {
    fn inner() -> Result<(), AnyProblem> {
        Err(OrderError::NotFound.into())
    }
    fn outer() -> Result<(), AnyProblem> {
        inner()?;
        Ok(())
    }
    assert_eq!(outer().unwrap_err().problem_type().code(), Some(1));
}

#[test]
fn a_boxed_problem_is_a_problem() {
    let any = AnyProblem::from(Box::new(OrderError::NotFound));
    assert_eq!(any.to_json(), OrderError::NotFound.to_json());
}

#[test]
fn p20_an_internal_error_tells_the_client_nothing() {
    let result: Result<(), Secret> = Err(Secret(fmt::Error));
    let any = result.internal().unwrap_err();
    assert_eq!(any.to_json(), INTERNAL);
    assert_eq!(any.to_details().to_json(), INTERNAL);
    assert_eq!(any.detail(), "The server failed to process the request");
    assert!(!any.to_string().contains("canary"));
}

#[test]
fn an_internal_error_stays_readable_for_the_log() {
    let any = AnyProblem::internal(Secret(fmt::Error));
    assert_eq!(any.internal_error().unwrap().to_string(), "canary");
    let source = any.as_error().source().unwrap();
    assert_eq!(source.to_string(), "canary");
    assert!(source.source().unwrap().is::<fmt::Error>());
    assert!(format!("{any:?}").contains("Secret"));
}

#[test]
fn a_text_can_be_an_internal_error() {
    let any = AnyProblem::internal("the cache is cold");
    assert_eq!(any.internal_error().unwrap().to_string(), "the cache is cold");
    assert_eq!(any.to_json(), INTERNAL);
}

#[test]
fn a_problem_can_be_hidden_too() {
    let any = order(OrderError::NotFound).internal().unwrap_err();
    assert_eq!(any.problem_type().status(), 500);
    assert_eq!(any.internal_error().unwrap().to_string(), "Order not found");
}

#[test]
fn a_problem_that_is_not_internal_hides_nothing() {
    assert!(AnyProblem::from(Taken).internal_error().is_none());
}

#[test]
fn the_value_of_a_good_result_passes() {
    let good: Result<u8, Secret> = Ok(5);
    assert_eq!(good.internal().unwrap(), 5);
}

#[test]
fn it_can_cross_threads_and_outlive_its_maker() {
    fn assert_send_sync<T: Send + Sync + 'static>() {}
    assert_send_sync::<AnyProblem>();
    assert_send_sync::<ProblemDetails>();

    let any = std::thread::spawn(|| AnyProblem::from(OrderError::NotFound))
        .join()
        .unwrap();
    assert_eq!(any.problem_type().code(), Some(1));
}

#[test]
fn the_trait_is_dyn_compatible() {
    let problems: [&dyn Problem; 2] = [&OrderError::NotFound, &Taken];
    let statuses = problems.map(|problem| problem.problem_type().status());
    assert_eq!(statuses, [404, 409]);

    let boxed: Box<dyn Problem + Send + Sync> = Box::new(OrderError::Throttled { seconds: 1 });
    assert_eq!(boxed.to_json(), OrderError::Throttled { seconds: 1 }.to_json());
    assert_eq!(boxed.to_string(), "Wait 1 s");
}
