//! The XML form against RFC 9457 Appendix B; `x01` and the like are the numbers of RFC9457.md.

mod read;
mod reject;
mod write;

use problem_core::ProblemDetails;

/// A document whose root has this content.
fn problem(content: &str) -> String {
    format!("<problem xmlns=\"urn:ietf:rfc:7807\">{content}</problem>")
}

#[track_caller]
fn read(content: &str) -> ProblemDetails {
    read_document(&problem(content))
}

#[track_caller]
fn read_document(xml: &str) -> ProblemDetails {
    ProblemDetails::from_xml(xml.as_bytes()).unwrap_or_else(|error| panic!("{error}: {xml}"))
}
