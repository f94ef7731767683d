use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use serde_core::Serialize;
use serde_json::Value;

use crate::extensions::{ExtensionValue, Extensions};
use crate::json::STANDARD_MEMBERS;
use crate::status::reason_phrase;
use crate::{DecodeError, Limits, ProblemType, decode, uri};

/// A problem document as an owned value (RFC 9457 §3): to build one by hand, to add members to that of a
/// [`Problem`](crate::Problem), or to read that of another service.
///
/// ```
/// use problem_core::ProblemDetails;
///
/// let details = ProblemDetails::new(403)
///     .with_type("https://example.com/probs/out-of-credit")
///     .with_title("You do not have enough credit.")
///     .with_detail("Your current balance is 30, but that costs 50.")
///     .with_instance("/account/12345/msgs/abc")
///     .with_extension("balance", 30);
///
/// let json = details.to_json();
/// assert!(json.starts_with(r#"{"type":"https://example.com/probs/out-of-credit","title":"#));
/// assert_eq!(ProblemDetails::from_json(json.as_bytes()).unwrap(), details);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProblemDetails {
    pub(crate) type_uri: Option<Cow<'static, str>>,
    pub(crate) title: Option<Cow<'static, str>>,
    pub(crate) detail: Option<Cow<'static, str>>,
    pub(crate) instance: Option<Cow<'static, str>>,
    /// No box for no extensions, so that equal documents compare equal.
    extensions: Option<Box<Extensions>>,
    pub(crate) error_code: Option<u32>,
    pub(crate) status: Option<u16>,
}

impl ProblemDetails {
    /// A problem of type `about:blank` with this HTTP status code; its title is the status's reason phrase
    /// (RFC 9457 §4.2.1), where it has one.
    pub fn new(status: u16) -> Self {
        ProblemDetails {
            status: Some(status),
            title: reason_phrase(status).map(Cow::Borrowed),
            ..ProblemDetails::default()
        }
    }

    /// Sets `type`, a URI reference that identifies the problem type (RFC 9457 §3.1.1).
    pub fn with_type(mut self, uri: impl Into<Cow<'static, str>>) -> Self {
        self.type_uri = Some(uri.into());
        self
    }

    /// Sets `title`, the summary that is the same for every occurrence (RFC 9457 §3.1.3).
    pub fn with_title(mut self, title: impl Into<Cow<'static, str>>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets `detail`, the explanation of this occurrence (RFC 9457 §3.1.4).
    pub fn with_detail(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Sets `instance`, a URI reference that identifies this occurrence (RFC 9457 §3.1.5).
    pub fn with_instance(mut self, uri: impl Into<Cow<'static, str>>) -> Self {
        self.instance = Some(uri.into());
        self
    }

    /// Sets `errorCode`, the problem's code within its domain. A foreign `errorCode` that was read as an extension gives
    /// way to it.
    pub fn with_error_code(mut self, code: u32) -> Self {
        self.error_code = Some(code);
        if let Some(mut extensions) = self.extensions.take() {
            extensions.remove("errorCode");
            self.extensions = boxed(*extensions);
        }
        self
    }

    /// Sets an extension member (RFC 9457 §3.2), or replaces it.
    ///
    /// A standard member is never overwritten: a value whose name is that of one (`type`, `title`, `status`, `detail`,
    /// `instance`, `errorCode`) is sent with an underscore behind its name, `status_`. A value that is `None`, or that
    /// JSON cannot express (a map with keys that are no strings), adds no member.
    pub fn with_extension(mut self, name: impl Into<Cow<'static, str>>, value: impl Serialize) -> Self {
        let mut name = name.into();
        if STANDARD_MEMBERS.contains(&&*name) {
            name.to_mut().push('_');
        }
        match value.to_value() {
            Ok(Value::Null) | Err(_) => {}
            Ok(value) => self.extensions.get_or_insert_default().insert(name, value),
        }
        self
    }

    /// The `type`; `about:blank` where the document has none (RFC 9457 §3.1.1).
    pub fn type_uri(&self) -> &str {
        self.type_member().unwrap_or("about:blank")
    }

    /// The `title`.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The `status` member: the HTTP status code as the origin set it (RFC 9457 §3.1.2).
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// The `detail`, for people: not to be parsed (RFC 9457 §3.1.4).
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// The `instance`.
    pub fn instance(&self) -> Option<&str> {
        self.instance.as_deref()
    }

    /// The `type`, resolved against `base` where it is relative: the URL of the request, or what the API's documentation
    /// names (RFC 9457 §3.1.1, RFC 3986 §5).
    ///
    /// This is an identifier. It is never fetched: do not do so automatically either.
    ///
    /// ```
    /// use problem_core::ProblemDetails;
    ///
    /// let details = ProblemDetails::new(409).with_type("/errors/sequences/6");
    /// assert_eq!(
    ///     details.resolve_type("https://api.example.com/v2/sequences/7"),
    ///     "https://api.example.com/errors/sequences/6",
    /// );
    /// ```
    ///
    /// A base that is itself relative resolves nothing: the `type` is returned as it is.
    pub fn resolve_type(&self, base: &str) -> Cow<'_, str> {
        uri::resolve(base, self.type_uri())
    }

    /// The `instance`, resolved as [`resolve_type`](Self::resolve_type) does it (RFC 9457 §3.1.5).
    pub fn resolve_instance(&self, base: &str) -> Option<Cow<'_, str>> {
        self.instance().map(|instance| uri::resolve(base, instance))
    }

    /// The `errorCode`.
    pub fn error_code(&self) -> Option<u32> {
        self.error_code
    }

    /// The extension members.
    pub fn extensions(&self) -> &Extensions {
        static NONE: Extensions = Extensions::new();
        self.extensions.as_deref().unwrap_or(&NONE)
    }

    /// The document as JSON, members in the order `type`, `title`, `status`, `detail`, `instance`, `errorCode`,
    /// extensions; absent ones are omitted.
    pub fn to_json(&self) -> String {
        // A map with string keys and finished values has nothing that JSON could refuse.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a JSON document as RFC 9457 §3 demands: every JSON object is one.
    ///
    /// - A member of the wrong type counts as absent (§3.1), an unknown one is kept as an extension (§3.2). So is an
    ///   `errorCode` that is no integer of 32 bits.
    /// - Where a member occurs twice, the last one wins, also where it is of the wrong type.
    /// - `type` may be any text: a URN, a relative reference, empty. Nothing is fetched (§3.1.1), and `detail` is not
    ///   interpreted (§3.1.4).
    /// - Numbers in extensions are `u64`, `i64` or `f64`, as in [`Value`]. One beyond the range of `f64` is kept as a
    ///   string. Half a surrogate pair, which some services send in a text they have cut, becomes U+FFFD. What is nested
    ///   in an extension under the name `$serde_json::private::RawValue` is left out: [`Value`] would parse it as JSON.
    ///
    /// What was ignored is told by [`Decoded::from_body`](crate::Decoded::from_body), which has
    /// [`Limits`](crate::Limits) too.
    ///
    /// # Errors
    ///
    /// If the text is not one JSON object, or is nested deeper than 127 levels.
    pub fn from_json(json: &[u8]) -> Result<Self, DecodeError> {
        decode::read(json, &Limits::NONE).map(|(details, _)| details)
    }

    /// The document of an occurrence of `problem_type`.
    pub(crate) fn of(problem_type: &ProblemType, detail: Cow<'static, str>, extensions: Extensions) -> Self {
        ProblemDetails {
            type_uri: problem_type.type_uri().map(Cow::Borrowed),
            title: Some(Cow::Borrowed(problem_type.title())),
            detail: Some(detail),
            instance: None,
            extensions: boxed(extensions),
            error_code: problem_type.code(),
            status: Some(problem_type.status()),
        }
    }

    /// Replaces the extension members.
    pub(crate) fn set_extensions(&mut self, extensions: Extensions) {
        self.extensions = boxed(extensions);
    }

    /// The `type` member itself, `None` where the document leaves it out.
    pub(crate) fn type_member(&self) -> Option<&str> {
        self.type_uri.as_deref()
    }

    /// Replaces the `status` member: it must be that of the response it is sent with (RFC 9457 §3.1.2).
    #[cfg(any(feature = "actix-web", feature = "http", feature = "rocket", feature = "tonic"))]
    pub(crate) fn set_status(&mut self, status: u16) {
        self.status = Some(status);
    }
}

fn boxed(extensions: Extensions) -> Option<Box<Extensions>> {
    (!extensions.is_empty()).then(|| Box::new(extensions))
}

impl fmt::Display for ProblemDetails {
    /// `409 Conflict: Sequence is archived`, with what of it there is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(status) = self.status {
            write!(f, "{status} ")?;
        }
        f.write_str(self.title().unwrap_or_else(|| self.type_uri()))?;
        match self.detail() {
            Some(detail) => write!(f, ": {detail}"),
            None => Ok(()),
        }
    }
}

impl Error for ProblemDetails {}
