//! `transparent`: everything is taken from the one field.

use std::borrow::Cow;
use std::error::Error;

use axum::response::IntoResponse;
use problem_core::{Problem, ProblemDomain, ProblemType};

#[derive(Debug, Problem)]
#[problem(domain = "Inner", base = "/errors/")]
enum InnerError {
    /// Not there
    #[problem(code = 1, status = 404)]
    Static,
    /// Wait
    #[problem(code = 2, status = 429, detail = "Wait {seconds} s")]
    Throttled {
        #[problem(header = "Retry-After", extension)]
        seconds: u32,
    },
}

#[derive(Debug, Problem)]
#[problem(domain = "Middle")]
enum MiddleError {
    #[problem(transparent)]
    Inner(InnerError),
    /// Own
    #[problem(code = 1, status = 400)]
    Own,
    #[problem(transparent)]
    Boxed { inner: Box<InnerError> },
}

#[derive(Debug, Problem)]
#[problem(domain = "Outer")]
enum OuterError {
    #[problem(transparent)]
    Middle(Box<MiddleError>),
}

#[derive(Debug, Problem)]
#[problem(transparent)]
struct Wrapper(OuterError);

#[derive(Debug, Problem)]
#[problem(transparent)]
struct Generic<T> {
    inner: T,
}

const THROTTLED: &str = concat!(
    r#"{"type":"/errors/inner/2","title":"Too Many Requests","status":429,"detail":"Wait 5 s","errorCode":2,"#,
    r#""seconds":5}"#
);

const THROTTLE: InnerError = InnerError::Throttled { seconds: 5 };

/// How many things of the outer problem are those of the inner one.
#[track_caller]
fn assert_same(outer: &dyn Problem, inner: &dyn Problem) {
    assert!(std::ptr::eq(outer.problem_type(), inner.problem_type()));
    assert_eq!(outer.detail(), inner.detail());
    assert_eq!(outer.to_json(), inner.to_json());
    assert_eq!(outer.to_details(), inner.to_details());
    assert_eq!(outer.to_string(), inner.to_string());
}

#[test]
fn a_transparent_variant_is_the_problem_inside() {
    assert_same(&MiddleError::Inner(InnerError::Static), &InnerError::Static);
    assert_same(&MiddleError::Inner(THROTTLE), &THROTTLE);
    assert_eq!(MiddleError::Inner(THROTTLE).to_json(), THROTTLED);
}

#[test]
fn the_field_may_have_a_name_and_be_boxed() {
    assert_same(
        &MiddleError::Boxed {
            inner: Box::new(THROTTLE),
        },
        &THROTTLE,
    );
}

#[test]
fn transparent_nests_to_any_depth() {
    let nested = OuterError::Middle(Box::new(MiddleError::Inner(THROTTLE)));
    assert_same(&nested, &THROTTLE);
    assert_same(&Wrapper(nested), &THROTTLE);
}

#[test]
fn a_static_document_stays_borrowed_through_all_layers() {
    let nested = Wrapper(OuterError::Middle(Box::new(MiddleError::Inner(InnerError::Static))));
    assert!(matches!(nested.to_json(), Cow::Borrowed(_)));
    assert!(matches!(nested.detail(), Cow::Borrowed("Not there")));
}

#[test]
fn the_other_variants_keep_their_own() {
    assert_eq!(
        MiddleError::Own.to_json(),
        r#"{"title":"Bad Request","status":400,"detail":"Own","errorCode":1}"#
    );
}

#[test]
fn only_a_types_own_problems_are_in_its_domain() {
    let names: Vec<&str> = MiddleError::DOMAIN.problems().iter().map(ProblemType::name).collect();
    assert_eq!(names, ["Own"]);
    assert_eq!(OuterError::DOMAIN.problems().len(), 0);
    assert_eq!(Wrapper::DOMAIN.problems().len(), 0);
}

#[test]
fn headers_come_from_inside_too() {
    let nested = OuterError::Middle(Box::new(MiddleError::Inner(THROTTLE)));
    let response = nested.into_response();
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()["retry-after"], "5");
}

#[test]
fn a_type_parameter_can_be_the_field() {
    assert_same(&Generic { inner: THROTTLE }, &THROTTLE);
    assert_same(
        &Generic {
            inner: Generic {
                inner: InnerError::Static,
            },
        },
        &InnerError::Static,
    );
}

#[test]
fn without_thiserror_there_is_no_source() {
    assert!(MiddleError::Inner(THROTTLE).source().is_none());
}

/// A problem by hand, whose provided methods are replaced.
#[derive(Debug)]
struct ByHand;

static BY_HAND: ProblemType = ProblemType::new("ByHand", 418, "I'm a teapot", "By hand");

impl std::fmt::Display for ByHand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("for the log")
    }
}

impl Error for ByHand {}

impl Problem for ByHand {
    fn problem_type(&self) -> &'static ProblemType {
        &BY_HAND
    }

    fn detail(&self) -> Cow<'_, str> {
        Cow::Borrowed("for the client")
    }
}

#[test]
fn a_problem_by_hand_may_be_inside() {
    let json = r#"{"title":"I'm a teapot","status":418,"detail":"for the client"}"#;
    assert_eq!(ByHand.to_json(), json);
    assert_eq!(Generic { inner: ByHand }.to_json(), json);
    assert_eq!(
        Generic {
            inner: Box::new(ByHand)
        }
        .to_json(),
        json
    );
    assert_eq!(Generic { inner: ByHand }.detail(), "for the client");
}

mod with_own_documents {
    use super::*;
    use problem_core::ProblemDetails;

    /// A problem by hand that adds a member to its document.
    #[derive(Debug)]
    struct Traced;

    impl std::fmt::Display for Traced {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("traced")
        }
    }

    impl Error for Traced {}

    impl Problem for Traced {
        fn problem_type(&self) -> &'static ProblemType {
            &BY_HAND
        }

        fn detail(&self) -> Cow<'_, str> {
            Cow::Borrowed("traced")
        }

        fn to_details(&self) -> ProblemDetails {
            ProblemDetails::new(418).with_extension("trace", 7)
        }

        fn to_json(&self) -> Cow<'static, str> {
            Cow::Owned(self.to_details().to_json())
        }
    }

    #[test]
    fn a_boxed_problem_keeps_its_own_document() {
        assert_eq!(Box::new(Traced).to_json(), r#"{"status":418,"trace":7}"#);
        assert_eq!(Box::new(Traced).to_details(), Traced.to_details());
    }

    #[test]
    fn a_transparent_problem_keeps_the_document_inside() {
        assert_eq!(Generic { inner: Traced }.to_json(), r#"{"status":418,"trace":7}"#);
        assert_eq!(Generic { inner: Traced }.to_details(), Traced.to_details());
    }
}
