use std::error::Error;
use std::fmt;

use super::{DecodeError, Limits, Note, read};
use crate::{MEDIA_TYPE_JSON, ProblemDetails};

/// What a client makes of a response, from [`Decoded::from_response`].
///
/// The status code of the response stays known in any case, so that a client can go by it where there is no document.
///
/// ```
/// use problem_core::{Decoded, Limits};
///
/// let body = br#"{"title": "Conflict", "status": "409", "detail": "Sequence is archived", "errorCode": 6}"#;
/// let decoded = Decoded::from_response(409, Some("application/problem+json"), body, &Limits::default());
///
/// for note in decoded.notes() {
///     assert_eq!(note.to_string(), "`status` was ignored: wrong type");
/// }
/// match decoded.into_details() {
///     Ok(details) => assert_eq!(details.error_code(), Some(6)),
///     Err(other) => panic!("{}: {other}", other.http_status()),
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Decoded {
    /// The body is a problem document.
    Problem {
        /// The status code of the response.
        http_status: u16,
        /// The document.
        details: ProblemDetails,
    },
    /// The body is a problem document, and not quite as RFC 9457 wants it.
    WithNotes {
        /// The status code of the response.
        http_status: u16,
        /// The document, without what was ignored.
        details: ProblemDetails,
        /// What was ignored, and where the document disagrees with the response. Never empty.
        notes: Vec<Note>,
    },
    /// The body is something else, or nothing.
    NotAProblem(NotAProblem),
}

impl Decoded {
    /// Reads the body of a response as a problem document, if the response says that it is one.
    ///
    /// - What decides is the media type `application/problem+json`, in small or capital letters and with or without
    ///   parameters (RFC 9110 §8.3.1). An object under another type may be anything: for services that send their
    ///   problems under `application/json` or without a type, there is [`from_body`](Self::from_body).
    /// - With the feature `xml`, a body under `application/problem+xml` is read as `ProblemDetails::from_xml` reads it.
    /// - Any status may carry a problem (RFC 9457 §1), also 200.
    /// - The document is read as [`ProblemDetails::from_json`] reads it; nothing in it is fetched or interpreted.
    ///
    /// `http_status` is the status code of the response, `content_type` the value of its header `Content-Type`.
    pub fn from_response(http_status: u16, content_type: Option<&str>, body: &[u8], limits: &Limits) -> Self {
        match content_type.and_then(reader) {
            Some(read) => Self::from_read(http_status, read(body, limits)),
            None => {
                let reason = NotAProblemReason::MediaType(content_type.map(Into::into));
                Decoded::NotAProblem(NotAProblem { http_status, reason })
            }
        }
    }

    /// Reads a body as a problem document whatever its media type: any JSON object is one (RFC 9457 §3.1 requires no
    /// member).
    pub fn from_body(http_status: u16, body: &[u8], limits: &Limits) -> Self {
        Self::from_read(http_status, read(body, limits))
    }

    fn from_read(http_status: u16, read: Result<(ProblemDetails, Vec<Note>), DecodeError>) -> Self {
        let (details, mut notes) = match read {
            Ok(read) => read,
            Err(error) => {
                let reason = NotAProblemReason::Body(error);
                return Decoded::NotAProblem(NotAProblem { http_status, reason });
            }
        };
        if let Some(member) = details.status().filter(|status| *status != http_status) {
            notes.push(Note::StatusMismatch { http_status, member });
        }
        if notes.is_empty() {
            Decoded::Problem { http_status, details }
        } else {
            Decoded::WithNotes {
                http_status,
                details,
                notes,
            }
        }
    }

    /// The status code of the response, which the `status` member only repeats (RFC 9457 §3.1.2).
    pub fn http_status(&self) -> u16 {
        match self {
            Decoded::Problem { http_status, .. } | Decoded::WithNotes { http_status, .. } => *http_status,
            Decoded::NotAProblem(other) => other.http_status,
        }
    }

    /// The document, if there is one.
    pub fn details(&self) -> Option<&ProblemDetails> {
        match self {
            Decoded::Problem { details, .. } | Decoded::WithNotes { details, .. } => Some(details),
            Decoded::NotAProblem(_) => None,
        }
    }

    /// The document as an owned value, to turn it into an enum of one's own by `try_from`.
    ///
    /// # Errors
    ///
    /// If the body is no problem document.
    pub fn into_details(self) -> Result<ProblemDetails, NotAProblem> {
        match self {
            Decoded::Problem { details, .. } | Decoded::WithNotes { details, .. } => Ok(details),
            Decoded::NotAProblem(other) => Err(other),
        }
    }

    /// What was ignored, and where the document disagrees with the response: for the log, to tell the service's owner.
    pub fn notes(&self) -> &[Note] {
        match self {
            Decoded::WithNotes { notes, .. } => notes,
            Decoded::Problem { .. } | Decoded::NotAProblem(_) => &[],
        }
    }
}

/// What reads a body under this `Content-Type`, if that is a media type of problems.
fn reader(content_type: &str) -> Option<Reader> {
    let media_type = content_type.split(';').next().unwrap_or_default().trim();
    if media_type.eq_ignore_ascii_case(MEDIA_TYPE_JSON) {
        return Some(read);
    }
    #[cfg(feature = "xml")]
    if media_type.eq_ignore_ascii_case(crate::MEDIA_TYPE_XML) {
        return Some(crate::xml::read);
    }
    None
}

type Reader = fn(&[u8], &Limits) -> Result<(ProblemDetails, Vec<Note>), DecodeError>;

/// A response that carries no problem document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAProblem {
    http_status: u16,
    reason: NotAProblemReason,
}

/// Why a response carries no problem document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotAProblemReason {
    /// The response says that it carries something else: the value of its `Content-Type`, if it has one.
    MediaType(Option<Box<str>>),
    /// The body is not a document, or is over a limit.
    Body(DecodeError),
}

impl NotAProblem {
    /// The status code of the response.
    pub fn http_status(&self) -> u16 {
        self.http_status
    }

    /// Why there is no document.
    pub fn reason(&self) -> &NotAProblemReason {
        &self.reason
    }
}

impl fmt::Display for NotAProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HTTP status {}, ", self.http_status)?;
        match &self.reason {
            NotAProblemReason::MediaType(None) => f.write_str("not a problem document: no `Content-Type`"),
            NotAProblemReason::MediaType(Some(found)) => {
                write!(f, "not a problem document: `Content-Type` is {found:?}")
            }
            NotAProblemReason::Body(error) => write!(f, "{error}"),
        }
    }
}

impl Error for NotAProblem {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.reason {
            NotAProblemReason::MediaType(_) => None,
            NotAProblemReason::Body(error) => Some(error),
        }
    }
}
