use std::error::Error;
use std::fmt;

/// Why a text could not be read as a problem document.
///
/// ```
/// use problem_core::{DecodeErrorKind, ProblemDetails};
///
/// let error = ProblemDetails::from_json(br#"{"title": oops}"#).unwrap_err();
/// assert_eq!(error.kind(), DecodeErrorKind::Syntax);
/// assert_eq!(error.position(), Some((1, 11)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    kind: DecodeErrorKind,
    message: Box<str>,
    position: Option<(usize, usize)>,
}

/// The kinds of [`DecodeError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// There is no text, or only blanks.
    Empty,
    /// The text is HTML or XML: often the page of a proxy that stands before the service.
    Markup,
    /// The text is not in UTF-8, which JSON has to be in (RFC 8259 §8.1), and XML too in order to be read here.
    NotUtf8,
    /// The text is not JSON, or not XML where that is expected; or it breaks off.
    Syntax,
    /// The text is JSON, but not an object (RFC 9457 §3).
    NotAnObject,
    /// The text is XML, but its root is not the element `problem` of RFC 9457 Appendix B.
    WrongRoot,
    /// The text is XML with a document type (DTD), or names an entity that XML itself does not define.
    Doctype,
    /// The text has more bytes than [`Limits`](crate::Limits) allow.
    TooLarge,
    /// Arrays and objects are nested deeper than [`Limits`](crate::Limits) allow, or than 127 levels.
    TooDeep,
    /// The document has more members than [`Limits`](crate::Limits) allow; in XML, an element more than 64 attributes.
    TooManyMembers,
}

impl DecodeError {
    pub(crate) fn new(kind: DecodeErrorKind, message: impl Into<Box<str>>) -> Self {
        DecodeError {
            kind,
            message: message.into(),
            position: None,
        }
    }

    /// Sets the position to that of the byte at `offset`.
    pub(crate) fn at(mut self, text: &[u8], offset: usize) -> Self {
        let (mut line, mut column) = (0, 0);
        for text in text[..offset.min(text.len())].split(|&byte| byte == b'\n') {
            (line, column) = (line + 1, text.len() + 1);
        }
        self.position = Some((line, column));
        self
    }

    /// The error of the JSON parser in our words.
    pub(crate) fn syntax(error: &serde_json::Error) -> Self {
        let text = error.to_string();
        let position = format!(" at line {} column {}", error.line(), error.column());
        let message = text.strip_suffix(&position).unwrap_or(&text);
        DecodeError {
            kind: DecodeErrorKind::Syntax,
            message: format!("invalid JSON, {message}").into(),
            // The parser counts the column of a line break as 0.
            position: Some((error.line().max(1), error.column().max(1))),
        }
    }

    /// What is wrong, for a program.
    pub fn kind(&self) -> DecodeErrorKind {
        self.kind
    }

    /// Where it is wrong, as a line and a column in bytes, both counted from 1; `None` where the text as a whole is.
    pub fn position(&self) -> Option<(usize, usize)> {
        self.position
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a problem document: {}", self.message)?;
        match self.position {
            Some((line, column)) => write!(f, " at line {line}, column {column}"),
            None => Ok(()),
        }
    }
}

impl Error for DecodeError {}
