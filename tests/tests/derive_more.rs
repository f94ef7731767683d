//! Beside `derive_more`.

use std::error::Error;

use problem_core::Problem;

#[derive(Debug, derive_more::Display, derive_more::Error, Problem)]
#[problem(domain = "Jobs")]
enum JobError {
    /// Job not found
    #[display("no job {id}")]
    #[problem(code = 1, status = 404)]
    NotFound {
        #[problem(extension)]
        id: u64,
    },

    /// The job failed
    #[display("worker canary-worker died")]
    #[problem(code = 2, status = 500)]
    Failed { source: std::fmt::Error },
}

#[derive(Debug, derive_more::Display, derive_more::Error, Problem)]
#[display("job {_0} is late")]
#[problem(uncoded, status = 408, display)]
struct Late(#[error(not(source))] u8);

/// Without any attribute of `derive_more`'s, the type has to say that it is an error already.
#[derive(Debug, derive_more::Display, derive_more::Error, Problem)]
#[problem(uncoded, status = 400, manual_error, display)]
struct Silent;

#[test]
fn the_log_reads_display_and_the_client_the_description() {
    let not_found = JobError::NotFound { id: 7 };
    assert_eq!(not_found.to_string(), "no job 7");
    assert_eq!(
        not_found.to_json(),
        r#"{"title":"Not Found","status":404,"detail":"Job not found","errorCode":1,"id":7}"#
    );
}

#[test]
fn the_source_is_derive_mores() {
    let failed = JobError::Failed {
        source: std::fmt::Error,
    };
    assert!(failed.source().is_some());
    assert!(!failed.to_json().contains("canary"));
}

#[test]
fn display_is_the_detail_by_consent() {
    assert_eq!(Late(3).detail(), "job 3 is late");
    assert_eq!(Late(3).source().map(ToString::to_string), None);
}

#[test]
fn manual_error_stands_in_for_the_attribute() {
    assert_eq!(Silent.detail(), "Silent");
}
