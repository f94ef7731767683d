//! No public type grows unnoticed: errors are returned by value, and clippy's `result_large_err` warns above 128 bytes.

#![cfg(target_pointer_width = "64")]

/// `Type: bytes` — fails where a type takes more than that.
macro_rules! assert_at_most {
    ($($type:ty: $bytes:literal,)+) => {$(
        let actual = size_of::<$type>();
        assert!(actual <= $bytes, "{} takes {actual} bytes, over {}", stringify!($type), $bytes);
    )+};
}

#[test]
fn what_describes_problems() {
    use problem_core::{Catalog, Domain, ExtensionSpec, HeaderSpec, ProblemType};

    assert_at_most! {
        ProblemType: 224,
        Domain: 80,
        Catalog: 32,
        ExtensionSpec: 40,
        HeaderSpec: 32,
    }
}

#[test]
fn what_is_returned() {
    use problem_core::{AnyProblem, Extensions, Pointer, ProblemDetails, Violation, Violations};

    assert_at_most! {
        ProblemDetails: 120,
        AnyProblem: 16,
        Extensions: 24,
        Pointer: 24,
        Violation: 48,
        Violations: 24,
    }
}

#[test]
fn what_is_read() {
    use problem_core::{
        DecodeError, DecodeErrorKind, Decoded, IgnoredReason, Limits, NotAProblem, NotAProblemReason, Note,
        UndecodedProblem, UndecodedReason,
    };

    assert_at_most! {
        Limits: 24,
        Decoded: 152,
        DecodeError: 48,
        DecodeErrorKind: 1,
        Note: 32,
        IgnoredReason: 1,
        NotAProblem: 56,
        NotAProblemReason: 48,
        UndecodedProblem: 8,
        UndecodedReason: 40,
    }
}

#[cfg(feature = "reference")]
#[test]
fn what_keeps_the_reference() {
    use problem_core::reference::{Change, ExplainError, Lock, LockError, Report, Severity, Terminal};

    assert_at_most! {
        Lock: 24,
        LockError: 80,
        Report: 24,
        Change: 112,
        Severity: 1,
        ExplainError: 72,
        Terminal: 16,
    }
}

#[cfg(feature = "tower")]
#[test]
fn what_wraps_a_service() {
    use problem_core::tower::{ProblemBody, ProblemLayer, ProblemService};

    assert_at_most! {
        ProblemLayer: 24,
        ProblemService<()>: 24,
        ProblemBody<()>: 40,
    }
}

#[cfg(feature = "axum-extract")]
#[test]
fn what_refuses_a_request() {
    use problem_core::extract::{Json, Path, Query, Rejection};

    assert_at_most! {
        Rejection: 40,
        Json<()>: 0,
        Path<()>: 0,
        Query<()>: 0,
    }
}

#[cfg(feature = "reqwest")]
#[test]
fn what_a_client_gets() {
    use problem_core::reqwest::{NoProblem, UnreadProblem};

    assert_at_most! {
        NoProblem: 56,
        UnreadProblem: 56,
    }
}
