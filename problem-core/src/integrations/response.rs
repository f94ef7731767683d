use std::borrow::Cow;
use std::fmt::Display;

#[cfg(any(feature = "actix-web", feature = "http"))]
use bytes::Bytes;

use super::event;
#[cfg(all(feature = "xml", feature = "rocket"))]
use super::negotiate;
use crate::problem::HeaderVisitor;
use crate::{Problem, ProblemDetails, ProblemType};

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
    #[inline]
    pub(crate) fn of<P: Problem + ?Sized>(problem: &P) -> Self {
        let own = problem.problem_type().status();
        event::of(problem, final_or_500(Some(own)));
        let headers = ProblemResponse::headers_of(problem);
        if is_final(own) {
            ProblemResponse {
                status: own,
                headers,
                body: problem.to_json(),
            }
        } else {
            ProblemResponse {
                headers,
                ..ProblemResponse::of_document(problem.to_details())
            }
        }
    }

    /// The response to a document. Without a status that HTTP can send it is a 500, in the document too: the two never
    /// differ (RFC 9457 §3.1.2).
    pub(crate) fn of_details(details: ProblemDetails) -> Self {
        event::of_details(&details, ProblemResponse::status_of_details(&details));
        ProblemResponse::of_document(details)
    }

    /// As [`of_details`](Self::of_details), for a failure of which the log learns more than the client.
    #[cfg(feature = "tower")]
    pub(crate) fn of_failure(details: ProblemDetails, error: std::fmt::Arguments<'_>) -> Self {
        event::of_failure(error, ProblemResponse::status_of_details(&details));
        ProblemResponse::of_document(details)
    }

    fn of_document(mut details: ProblemDetails) -> Self {
        let status = ProblemResponse::status_of_details(&details);
        if details.status().is_some_and(|own| own != status) {
            details.set_status(status);
        }
        ProblemResponse {
            status,
            headers: Vec::new(),
            body: Cow::Owned(details.to_json()),
        }
    }

    /// Renders the document in XML if the request prefers it, and says that the response depends on `Accept`. Returns the
    /// media type.
    #[cfg(all(feature = "xml", feature = "rocket"))]
    pub(crate) fn negotiate(&mut self, prefers_xml: bool) -> &'static str {
        let is_told =
            |(name, value): &(&str, Cow<str>)| name.eq_ignore_ascii_case("vary") && negotiate::names_accept(value);
        if !self.headers.iter().any(is_told) {
            self.headers.push(("vary", Cow::Borrowed("accept")));
        }
        match prefers_xml.then(|| negotiate::to_xml(self.body.as_bytes())).flatten() {
            Some(xml) => {
                self.body = Cow::Owned(xml);
                crate::MEDIA_TYPE_XML
            }
            None => crate::MEDIA_TYPE_JSON,
        }
    }

    /// The headers that [`of`](Self::of) sends.
    pub(crate) fn headers_of<P: Problem + ?Sized>(problem: &P) -> Vec<(&'static str, Cow<'static, str>)> {
        let mut headers = Headers(Vec::new());
        for header in problem.problem_type().headers() {
            if let Some(value) = header.value() {
                headers.0.push((header.name(), Cow::Borrowed(value)));
            }
        }
        problem.visit_headers(&mut headers);
        headers.0
    }

    /// The status that [`of`](Self::of) sends.
    pub(crate) fn status_of(problem_type: &ProblemType) -> u16 {
        final_or_500(Some(problem_type.status()))
    }

    /// The status that [`of_details`](Self::of_details) sends.
    pub(crate) fn status_of_details(details: &ProblemDetails) -> u16 {
        final_or_500(details.status())
    }
}

/// The text without a copy.
#[cfg(any(feature = "actix-web", feature = "http"))]
pub(crate) fn bytes(text: Cow<'static, str>) -> Bytes {
    match text {
        Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
        Cow::Owned(text) => Bytes::from(text),
    }
}

/// This status, or 500 in place of one that HTTP cannot send.
#[inline]
fn final_or_500(status: Option<u16>) -> u16 {
    status.filter(|&status| is_final(status)).unwrap_or(500)
}

/// Whether a response can have this status: it is an HTTP status code (RFC 9110 §15), and no interim one.
#[inline]
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
