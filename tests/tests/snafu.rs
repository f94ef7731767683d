//! Beside snafu.

use std::error::Error;

use problem_core::Problem;
use snafu::{ResultExt, Snafu};

#[derive(Debug, Snafu, Problem)]
#[problem(domain = "Files")]
enum FileError {
    /// File not found
    #[snafu(display("no file {path} on canary-host"))]
    #[problem(code = 1, status = 404, detail = "There is no file {path}")]
    NotFound {
        #[problem(extension)]
        path: String,
    },

    /// The file is broken
    #[snafu(display("could not parse {path}"))]
    #[problem(code = 2, status = 422)]
    Parse {
        source: std::num::ParseIntError,
        path: String,
    },
}

/// snafu's own attribute is on one field alone.
#[derive(Debug, Snafu, Problem)]
#[problem(uncoded)]
enum Plain {
    /// Broken
    #[problem(status = 500)]
    Broken {
        #[snafu(source(from(std::fmt::Error, Box::new)))]
        cause: Box<std::fmt::Error>,
    },
}

/// Without any attribute of snafu's, the type has to say that it is an error already.
#[derive(Debug, Snafu, Problem)]
#[problem(uncoded, manual_error)]
enum Silent {
    /// Silent
    #[problem(status = 500)]
    Quiet,
}

fn parse(text: &str) -> Result<u8, FileError> {
    text.parse().context(ParseSnafu { path: "canary-path" })
}

#[test]
fn the_log_reads_display_and_the_client_the_detail() {
    let not_found = NotFoundSnafu { path: "a.txt" }.build();
    assert_eq!(not_found.to_string(), "no file a.txt on canary-host");
    assert_eq!(
        not_found.to_json(),
        r#"{"title":"Not Found","status":404,"detail":"There is no file a.txt","errorCode":1,"path":"a.txt"}"#
    );
}

#[test]
fn a_context_selector_keeps_the_source_from_the_client() {
    let broken = parse("x").unwrap_err();
    assert_eq!(broken.to_string(), "could not parse canary-path");
    assert!(broken.source().is_some());
    assert_eq!(
        broken.to_json(),
        r#"{"title":"Unprocessable Content","status":422,"detail":"The file is broken","errorCode":2}"#
    );
}

#[test]
fn an_attribute_on_a_field_is_enough_to_leave_display_to_snafu() {
    let broken: Result<(), Plain> = Err(std::fmt::Error).context(BrokenSnafu);
    let broken = broken.unwrap_err();
    assert_eq!(
        broken.source().unwrap().to_string(),
        "an error occurred when formatting an argument"
    );
    assert_eq!(broken.detail(), "Broken");
}

#[test]
fn manual_error_stands_in_for_the_attribute() {
    assert_eq!(Silent::Quiet.detail(), "Silent");
    assert_eq!(Silent::Quiet.to_string(), "Silent");
}
