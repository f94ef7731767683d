//! tonic 0.14: `From` a problem for [`tonic::Status`](::tonic::Status), with a `google.rpc.ErrorInfo` as
//! [AIP-193](https://google.aip.dev/193) asks for it.
//!
//! The derived type, [`ProblemDetails`] and [`AnyProblem`] convert, so that `?` does it in a method of a service:
//!
//! ```
//! use problem_core::Problem;
//! use tonic::{Code, Response, Status};
//! use tonic_types::StatusExt;
//!
//! #[derive(Debug, Problem)]
//! #[problem(domain = "Sequences")]
//! enum SequenceError {
//!     /// Sequence is archived
//!     #[problem(code = 6, status = 409, detail = "Sequence {id} is archived")]
//!     SequenceArchived {
//!         #[problem(extension)]
//!         id: u64,
//!     },
//! }
//!
//! fn find(id: u64) -> Result<String, SequenceError> {
//!     Err(SequenceError::SequenceArchived { id })
//! }
//!
//! fn name(id: u64) -> Result<Response<String>, Status> {
//!     Ok(Response::new(find(id)?))
//! }
//!
//! let status = name(7).unwrap_err();
//! assert_eq!(status.code(), Code::Aborted);
//! assert_eq!(status.message(), "Sequence 7 is archived");
//!
//! let info = status.get_details_error_info().unwrap();
//! assert_eq!((info.reason.as_str(), info.domain.as_str()), ("SEQUENCE_ARCHIVED", "sequences"));
//! assert_eq!((info.metadata["errorCode"].as_str(), info.metadata["id"].as_str()), ("6", "7"));
//! ```
//!
//! | member of the problem | part of the status |
//! |---|---|
//! | `status` | the code that `google.rpc.Code` pairs with it: 404 is `NotFound`, 409 `Aborted`, 429 `ResourceExhausted` |
//! | `detail` | the message |
//! | the variant's name, in `UPPER_SNAKE_CASE` | `reason` of the `ErrorInfo`; for a [`ProblemDetails`], its title |
//! | the domain's slug | `domain` of the `ErrorInfo` |
//! | `errorCode`, `type`, `instance`, extensions | `metadata` of the `ErrorInfo`: text as it is, other values as JSON |
//! | headers | metadata of the response |

use std::borrow::Cow;
use std::collections::HashMap;

use ::tonic::Code;
#[doc(hidden)]
pub use ::tonic::Status;
use ::tonic::metadata::{Ascii, MetadataKey, MetadataMap, MetadataValue};
use serde_json::Value;
use tonic_types::{ErrorDetails, StatusExt};

use super::event;
use super::response::ProblemResponse;
use crate::{AnyProblem, Problem, ProblemDetails};

/// The longest `reason` that AIP-193 allows, in bytes.
const MAX_REASON: usize = 63;

/// The status of a problem.
#[doc(hidden)]
pub fn status<P: Problem + ?Sized>(problem: &P) -> Status {
    let problem_type = problem.problem_type();
    let http_status = ProblemResponse::status_of(problem_type);
    event::of(problem, http_status);
    let info = error_info(
        reason(problem_type.name(), http_status),
        problem_type.domain().unwrap_or_default(),
        &problem.to_details(),
    );
    let code = code(http_status);
    let metadata = metadata(ProblemResponse::headers_of(problem));
    Status::with_error_details_and_metadata(code, problem.detail(), info, metadata)
}

impl From<ProblemDetails> for Status {
    fn from(details: ProblemDetails) -> Self {
        let http_status = ProblemResponse::status_of_details(&details);
        event::of_details(&details, http_status);
        let code = code(http_status);
        let title = details.title().unwrap_or_default();
        let message = details.detail().unwrap_or(title);
        let info = error_info(reason(title, http_status), "", &details);
        Status::with_error_details(code, message, info)
    }
}

impl From<AnyProblem> for Status {
    fn from(problem: AnyProblem) -> Self {
        status(&*problem)
    }
}

/// What tells a program which problem this is.
fn error_info(reason: String, domain: &str, details: &ProblemDetails) -> ErrorDetails {
    let mut metadata = HashMap::new();
    let mut add = |name: &str, value: String| metadata.insert(name.to_owned(), value);
    if let Some(uri) = details.type_member() {
        add("type", uri.to_owned());
    }
    if let Some(uri) = details.instance() {
        add("instance", uri.to_owned());
    }
    if let Some(code) = details.error_code() {
        add("errorCode", code.to_string());
    }
    for (name, value) in details.extensions() {
        let text = match value {
            Value::String(text) => text.clone(),
            value => value.to_string(),
        };
        add(name, text);
    }
    ErrorDetails::with_error_info(reason, domain, metadata)
}

/// The name as a reason, which begins with a letter; of a name without one, the status is what remains: `HTTP_404`.
fn reason(name: &str, status: u16) -> String {
    let name = name.trim_start_matches(|char: char| !char.is_ascii_alphabetic());
    if name.is_empty() {
        format!("HTTP_{status}")
    } else {
        upper_snake_case(name)
    }
}

/// `SequenceArchived`, `Sequence archived` → `SEQUENCE_ARCHIVED`; `HTTPVersion` → `HTTP_VERSION`.
fn upper_snake_case(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 8);
    let mut before = ' ';
    let mut chars = name.chars().peekable();
    while let Some(char) = chars.next() {
        let ends_acronym = before.is_ascii_uppercase() && chars.peek().is_some_and(char::is_ascii_lowercase);
        let begins_word = char.is_ascii_uppercase() && (!before.is_ascii_uppercase() || ends_acronym);
        if (begins_word || !char.is_ascii_alphanumeric()) && !out.is_empty() && !out.ends_with('_') {
            out.push('_');
        }
        if char.is_ascii_alphanumeric() {
            out.push(char.to_ascii_uppercase());
        }
        before = char;
    }
    out.truncate(MAX_REASON);
    out.truncate(out.trim_end_matches('_').len());
    out
}

/// The headers, which gRPC sends as metadata.
fn metadata(headers: Vec<(&'static str, Cow<'static, str>)>) -> MetadataMap {
    let mut map = MetadataMap::with_capacity(headers.len());
    for (name, value) in headers {
        let name = MetadataKey::<Ascii>::from_bytes(name.as_bytes());
        if let (Ok(name), Ok(value)) = (name, MetadataValue::try_from(&*value)) {
            map.append(name, value);
        }
    }
    map
}

/// The code that `google.rpc.Code` pairs with an HTTP status. Where it names several, it is the one that promises least.
fn code(status: u16) -> Code {
    match status {
        401 => Code::Unauthenticated,
        403 => Code::PermissionDenied,
        404 | 410 => Code::NotFound,
        405 | 501 => Code::Unimplemented,
        408 | 504 => Code::DeadlineExceeded,
        409 => Code::Aborted,
        402 | 412 | 423 | 424 | 428 => Code::FailedPrecondition,
        413 | 416 => Code::OutOfRange,
        429 => Code::ResourceExhausted,
        499 => Code::Cancelled,
        425 | 502 | 503 => Code::Unavailable,
        400..=499 => Code::InvalidArgument,
        500..=599 => Code::Internal,
        _ => Code::Unknown,
    }
}

/// Implements `From` the derived type for `tonic::Status`: `[generics] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_tonic {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* ::core::convert::From<$type> for $crate::__private::tonic::Status $($bounds)* {
            fn from(problem: $type) -> Self {
                $crate::__private::tonic::status(&problem)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_upper_snake_case() {
        for (name, reason) in [
            ("NotFound", "NOT_FOUND"),
            ("HTTPVersion", "HTTP_VERSION"),
            ("Oauth2TokenExpired", "OAUTH2_TOKEN_EXPIRED"),
            ("SequenceIsA", "SEQUENCE_IS_A"),
            ("You do not have enough credit.", "YOU_DO_NOT_HAVE_ENOUGH_CREDIT"),
            ("I'm a teapot", "I_M_A_TEAPOT"),
            ("already_snake", "ALREADY_SNAKE"),
            ("404 not found", "NOT_FOUND"),
            ("…", "HTTP_404"),
            ("", "HTTP_404"),
        ] {
            assert_eq!(super::reason(name, 404), reason, "{name}");
        }
        assert_eq!(upper_snake_case(&"LongName".repeat(20)).len(), MAX_REASON);
    }
}
