use std::borrow::Cow;
use std::fmt::Display;

use super::event;
use crate::problem::HeaderVisitor;
use crate::{Problem, ProblemDetails};

/// A problem as a response of no framework: what every integration sends.
pub(crate) struct ProblemResponse {
    /// The status code, 200 to 599.
    pub(crate) status: u16,
    /// The header fields apart from the content type; each name and value is valid HTTP.
    pub(crate) headers: Vec<(&'static str, Cow<'static, str>)>,
    /// The problem document.
    pub(crate) body: Cow<'static, str>,
}

impl ProblemResponse {
    /// The response to a problem: its status, its headers, and its document.
    pub(crate) fn of<P: Problem + ?Sized>(problem: &P) -> Self {
        let problem_type = problem.problem_type();
        let status = problem_type.status();
        let mut headers = Headers(Vec::new());
        for header in problem_type.headers() {
            if let Some(value) = header.value() {
                headers.0.push((header.name(), Cow::Borrowed(value)));
            }
        }
        problem.visit_headers(&mut headers);

        let response = if is_final(status) {
            ProblemResponse {
                status,
                headers: headers.0,
                body: problem.to_json(),
            }
        } else {
            ProblemResponse {
                headers: headers.0,
                ..ProblemResponse::of_document(problem.to_details())
            }
        };
        event::of(problem, response.status);
        response
    }

    /// The response to a document. Without a status that HTTP can send it is a 500, in the document too: the two never
    /// differ (RFC 9457 §3.1.2).
    pub(crate) fn of_details(details: ProblemDetails) -> Self {
        let status = details.status().filter(|status| is_final(*status));
        event::of_details(&details, status.unwrap_or(500));
        ProblemResponse::of_document(details)
    }

    /// As [`of_details`](Self::of_details), for a failure of which the log learns more than the client.
    #[cfg(feature = "tower")]
    pub(crate) fn of_failure(details: ProblemDetails, error: std::fmt::Arguments<'_>) -> Self {
        event::of_failure(error, details.status().unwrap_or(500));
        ProblemResponse::of_document(details)
    }

    fn of_document(mut details: ProblemDetails) -> Self {
        let status = match details.status() {
            Some(status) if is_final(status) => status,
            Some(_) => {
                details.set_status(500);
                500
            }
            None => 500,
        };
        ProblemResponse {
            status,
            headers: Vec::new(),
            body: Cow::Owned(details.to_json()),
        }
    }
}

/// Whether a response can have this status: it is an HTTP status code (RFC 9110 §15), and no interim one.
fn is_final(status: u16) -> bool {
    (200..=599).contains(&status)
}

struct Headers(Vec<(&'static str, Cow<'static, str>)>);

impl HeaderVisitor for Headers {
    /// Adds the header, unless its value would break the message: a value with a line break is dropped whole.
    fn header(&mut self, name: &'static str, value: &dyn Display) {
        let value = value.to_string();
        let valid = |byte: u8| byte == b'\t' || (byte >= b' ' && byte != 0x7F);
        if value.bytes().all(valid) {
            self.0.push((name, Cow::Owned(value)));
        }
    }
}
