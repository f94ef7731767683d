//! Beside thiserror: `#[error]` is for logs, `#[problem]` is for clients.

use std::error::Error;
use std::num::ParseIntError;

use problem_core::{AnyProblem, Problem, ProblemDomain};

#[derive(Debug, thiserror::Error, Problem)]
#[problem(domain = "Orders")]
enum OrderError {
    /// Order not found
    #[error("no row for order {id} in shard canary-shard")]
    #[problem(code = 1, status = 404)]
    NotFound { id: u64 },

    /// The amount is not a number
    #[error("amount: {0}")]
    #[problem(code = 2, status = 400, detail = "The amount is not a number: {0}")]
    Amount(#[from] ParseIntError),

    /// The service is not available
    #[error("store failed: canary-password")]
    #[problem(code = 3, status = 503, header("Retry-After" = "5"))]
    Store {
        #[source]
        cause: StoreError,
        #[problem(extension)]
        attempt: u8,
    },

    #[error(transparent)]
    #[problem(transparent)]
    Inner(#[from] InnerError),
}

#[derive(Debug, thiserror::Error)]
#[error("connection to canary-host lost")]
struct StoreError;

#[derive(Debug, thiserror::Error, Problem)]
#[error("inner {0}")]
#[problem(uncoded, status = 409, detail = "Inner")]
struct InnerError(u8);

fn store() -> OrderError {
    OrderError::Store {
        cause: StoreError,
        attempt: 2,
    }
}

#[test]
fn the_log_reads_display_and_the_client_the_description() {
    let not_found = OrderError::NotFound { id: 7 };
    assert_eq!(not_found.to_string(), "no row for order 7 in shard canary-shard");
    assert_eq!(
        not_found.to_json(),
        r#"{"title":"Not Found","status":404,"detail":"Order not found","errorCode":1}"#
    );
}

#[test]
fn sources_are_for_the_log_alone() {
    let store = store();
    assert_eq!(store.source().unwrap().to_string(), "connection to canary-host lost");
    assert_eq!(
        store.to_json(),
        concat!(
            r#"{"title":"Service Unavailable","status":503,"detail":"The service is not available","errorCode":3,"#,
            r#""attempt":2}"#
        )
    );
    assert!(!store.to_details().to_string().contains("canary"));
}

#[test]
fn a_field_that_is_from_may_be_named_in_the_detail() {
    let parse = |text: &str| -> Result<u64, OrderError> { Ok(text.parse::<u64>()?) };
    let error = parse("x").unwrap_err();
    assert_eq!(
        error.detail(),
        "The amount is not a number: invalid digit found in string"
    );
    assert!(error.source().is_some());
}

#[test]
fn both_may_be_transparent() {
    let outer = OrderError::from(InnerError(4));
    assert_eq!(outer.to_string(), "inner 4");
    assert_eq!(outer.to_json(), r#"{"title":"Conflict","status":409,"detail":"Inner"}"#);
}

#[test]
fn the_question_mark_keeps_the_sources() {
    fn handle() -> Result<(), AnyProblem> {
        Err(store())?;
        Ok(())
    }
    let error = handle().unwrap_err();
    assert_eq!(error.to_string(), "store failed: canary-password");
    assert_eq!(
        error.as_error().source().unwrap().to_string(),
        "connection to canary-host lost"
    );
    assert!(!error.to_json().contains("canary"));
}

#[test]
fn the_domain_lists_what_is_not_transparent() {
    assert_eq!(OrderError::DOMAIN.problems().len(), 3);
}

mod order_of_derives {
    use super::*;

    #[derive(Problem, thiserror::Error, Debug)]
    #[error("log")]
    #[problem(uncoded, status = 400, detail = "client")]
    struct Before;

    #[test]
    fn problem_may_be_derived_first() {
        assert_eq!((Before.to_string().as_str(), &*Before.detail()), ("log", "client"));
    }
}
