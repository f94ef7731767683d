//! `display`: the `Display` text is the detail, by consent.

use std::borrow::Cow;
use std::fmt;

use problem_core::{Problem, ProblemDomain};

#[derive(Debug, thiserror::Error, Problem)]
#[problem(display)]
enum Service {
    /// The comment
    #[error("order {0} not found")]
    #[problem(code = 1, status = 404)]
    NotFound(u64),

    /// The comment of a server error
    #[error("disk {0} of host canary is full")]
    #[problem(code = 2, status = 500)]
    Disk(u8),

    /// Shown by consent
    #[error("read-only until {0}")]
    #[problem(code = 3, status = 503, display)]
    ReadOnly(&'static str),

    #[error("never shown: canary {0}")]
    #[problem(code = 4, status = 409, detail = "Version {0} is taken")]
    Own(u8),

    #[error("undocumented, but displayed: {0}")]
    #[problem(code = 5, status = 400)]
    NoComment(u8),

    #[error("boundary")]
    #[problem(code = 6, status = 499, title = "Closed")]
    Last4xx,
}

#[derive(Debug, thiserror::Error, Problem)]
enum ByVariant {
    /// Comment
    #[error("shown {0}")]
    #[problem(code = 1, status = 400, display)]
    Shown(u8),

    /// Comment
    #[error("canary {0}")]
    #[problem(code = 2, status = 400)]
    Hidden(u8),

    #[error("shown although 5xx {0}")]
    #[problem(code = 3, status = 502, display)]
    NoComment(u8),
}

#[derive(Debug, thiserror::Error, Problem)]
#[error("struct {0}")]
#[problem(uncoded, status = 400, display)]
struct Struct(u8);

#[test]
fn below_500_the_types_display_is_the_detail() {
    let not_found = Service::NotFound(5);
    assert_eq!(not_found.detail(), "order 5 not found");
    assert_eq!(
        not_found.to_json(),
        r#"{"title":"Not Found","status":404,"detail":"order 5 not found","errorCode":1}"#
    );
    assert_eq!(Service::Last4xx.detail(), "boundary");
    assert_eq!(Service::NoComment(1).detail(), "undocumented, but displayed: 1");
    assert_eq!(Struct(1).detail(), "struct 1");
}

#[test]
fn from_500_on_the_comment_is_the_detail() {
    let disk = Service::Disk(3);
    assert_eq!(disk.to_string(), "disk 3 of host canary is full");
    assert_eq!(disk.detail(), "The comment of a server error");
    assert!(matches!(disk.to_json(), Cow::Borrowed(_)));
    assert!(!disk.to_json().contains("canary"));
}

#[test]
fn a_variants_display_consents_for_5xx_too() {
    assert_eq!(Service::ReadOnly("noon").detail(), "read-only until noon");
    assert_eq!(ByVariant::NoComment(7).detail(), "shown although 5xx 7");
}

#[test]
fn a_detail_goes_before_the_types_display() {
    assert_eq!(Service::Own(2).detail(), "Version 2 is taken");
}

#[test]
fn a_variants_display_is_for_that_variant_alone() {
    assert_eq!(ByVariant::Shown(1).detail(), "shown 1");
    assert_eq!(ByVariant::Hidden(1).detail(), "Comment");
}

#[test]
fn a_displayed_problem_is_described_by_its_comment_else_its_title() {
    let problems = Service::DOMAIN.problems();
    assert_eq!(problems[0].description(), "The comment");
    assert_eq!(problems[4].description(), "Bad Request");
    assert_eq!(problems[0].detail_template(), None);
}

mod failing {
    use super::*;

    /// The comment
    #[derive(Debug, Problem)]
    #[problem(manual_error, code = 1, status = 400, display)]
    struct Fails;

    impl fmt::Display for Fails {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("half a sen\"")?;
            Err(fmt::Error)
        }
    }

    impl std::error::Error for Fails {}

    #[test]
    fn a_display_that_fails_gives_way_to_the_description() {
        let json = r#"{"title":"Bad Request","status":400,"detail":"The comment","errorCode":1}"#;
        assert_eq!(Fails.detail(), "The comment");
        assert_eq!(Fails.to_json(), json);
        assert_eq!(Fails.to_details().to_json(), json);
    }

    /// A value inside a template that fails.
    #[derive(Debug)]
    struct Value;

    impl fmt::Display for Value {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            Err(fmt::Error)
        }
    }

    /// The comment
    #[derive(Debug, Problem)]
    #[problem(uncoded, status = 400, detail = "value {0}")]
    struct Template(Value);

    #[test]
    fn a_field_that_fails_to_display_gives_way_to_the_description() {
        assert_eq!(Template(Value).detail(), "The comment");
        assert_eq!(
            Template(Value).to_json(),
            r#"{"title":"Bad Request","status":400,"detail":"The comment"}"#
        );
    }
}
