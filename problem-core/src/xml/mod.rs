//! The XML form of a problem document, RFC 9457 Appendix B.
//!
//! | JSON | XML |
//! |---|---|
//! | the document | `<problem xmlns="urn:ietf:rfc:7807">`, members as child elements |
//! | a string, number or boolean | text |
//! | an array | an element whose children are all `<i>` |
//! | an object | an element with the members as children |
//! | `null`, `""`, `[]`, `{}` | an empty element |

mod name;
mod read;
mod write;

pub(crate) use self::read::read;

use crate::{DecodeError, Limits, ProblemDetails};

/// The media type of a problem document in XML, [RFC 9457 §6.2](https://www.rfc-editor.org/rfc/rfc9457#section-6.2).
pub const MEDIA_TYPE_XML: &str = "application/problem+xml";

/// The namespace of all elements (RFC 9457 Appendix B).
const NAMESPACE: &str = "urn:ietf:rfc:7807";

/// Whether XML 1.0 can carry a character, be it escaped (XML 1.0 §2.2).
fn is_xml_char(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        c => c >= ' ',
    }
}

impl ProblemDetails {
    /// The document as XML (RFC 9457 Appendix B), members in the order of [`to_json`](Self::to_json).
    ///
    /// ```
    /// use problem_core::ProblemDetails;
    ///
    /// let details = ProblemDetails::new(403)
    ///     .with_detail("30 < 50")
    ///     .with_extension("accounts", ["/account/12345", "/account/67890"]);
    ///
    /// assert_eq!(
    ///     details.to_xml(),
    ///     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    ///      <problem xmlns=\"urn:ietf:rfc:7807\">\
    ///      <title>Forbidden</title><status>403</status><detail>30 &lt; 50</detail>\
    ///      <accounts><i>/account/12345</i><i>/account/67890</i></accounts>\
    ///      </problem>",
    /// );
    /// ```
    ///
    /// The mapping is that of the RFC: an array is an element whose children are all called `i`, an object has its
    /// members as children. It loses what JSON can tell apart and XML cannot:
    ///
    /// - the types of numbers and booleans, which become text; `status` and `errorCode` are read as numbers again;
    /// - the difference between `null`, `""`, `[]` and `{}`, all of which are an empty element;
    /// - an object whose only member is called `i`, which is read as an array;
    /// - white space round `type` and `instance`; and an `errorCode` of another service that was a number in quotes
    ///   becomes a number.
    ///
    /// Two rules keep the result well-formed whatever the members hold:
    ///
    /// - A name is taken as it is if it consists of ASCII letters, digits, `_`, `-` and `.` and begins with a letter or
    ///   `_`. Any other character is written as its code point, `_x0020_` for a space, and so is a `_` that would
    ///   otherwise begin such an escape; the empty name is `_x_`. [`from_xml`](Self::from_xml) undoes it.
    /// - A character that XML 1.0 cannot carry (control characters apart from tab and line breaks, U+FFFE, U+FFFF)
    ///   becomes U+FFFD.
    pub fn to_xml(&self) -> String {
        write::write(self)
    }

    /// Reads an XML document (RFC 9457 Appendix B) by the rules of [`from_json`](Self::from_json): a member of the wrong
    /// type counts as absent, an unknown one is kept as an extension, and of repeated ones the last wins.
    ///
    /// ```
    /// use problem_core::ProblemDetails;
    ///
    /// let details = ProblemDetails::from_xml(
    ///     br#"<p:problem xmlns:p="urn:ietf:rfc:7807" xmlns="urn:example:other">
    ///           <p:status>403</p:status>
    ///           <p:balance>30</p:balance>
    ///           <balance>of another namespace</balance>
    ///         </p:problem>"#,
    /// )?;
    /// assert_eq!(details.status(), Some(403));
    /// assert_eq!(details.extensions()["balance"], "30");
    /// # Ok::<(), problem_core::DecodeError>(())
    /// ```
    ///
    /// - The root is `problem` in the namespace `urn:ietf:rfc:7807`, under whatever prefix. Elements of other namespaces
    ///   are left out with all that is in them; attributes, comments and processing instructions mean nothing.
    /// - An element with children, all of them `i`, is an array; with other children it is an object, and text between
    ///   them is left out. Any other element is a string, exactly as it stands: XML has no numbers. Only `status` and
    ///   `errorCode` are read as numbers, and white space round these two, `type` and `instance` does not count (that
    ///   is XML Schema's rule for their types).
    /// - The text is UTF-8, with or without a byte order mark and an XML declaration.
    /// - There are no entities but the five of XML itself, and no document type: one is an error, and nothing is fetched.
    ///
    /// # Errors
    ///
    /// If the text is not such a document, not in UTF-8, or nested deeper than 127 levels; 64 attributes on one element
    /// and 128 namespaces in scope are the most. [`Decoded::from_response`](crate::Decoded::from_response) has
    /// [`Limits`] of your own.
    pub fn from_xml(xml: &[u8]) -> Result<Self, DecodeError> {
        read(xml, &Limits::NONE).map(|(details, _)| details)
    }
}
