//! What generated code may name. Not part of the public interface: it changes with any release.

use std::fmt;

pub use serde_core::Serialize;
pub use serde_core::de::DeserializeOwned;
pub use std::borrow::Cow;
pub use std::option::Option::{None, Some};
pub use std::result::Result::{Err, Ok};

pub use crate::declared::Declared;
pub use crate::extensions::ExtensionValue;
pub use crate::part::{DisplayPart, Field, Part, write_parts};
pub use crate::problem::{ExtensionVisitor, HeaderVisitor, Problem, ProblemDomain, to_details, to_json};
pub use crate::problem_type::{DetailSource, ExtensionSpec, HeaderSpec, Json, Log, ProblemType, Row};
pub use crate::typed::{Decode, Fields, decode, or_transparent};
pub use crate::{__impl_responses as impl_responses, __static_concat as static_concat};
pub use crate::{Domain, ProblemDetails, UndecodedProblem, UndecodedReason};

#[allow(unused_imports, reason = "holds nothing where no framework is enabled")]
pub use crate::integrations::*;

/// What `Display` and [`Problem`] of a derived type share, under the bounds that formatting alone needs.
#[doc(hidden)]
pub trait Describe {
    /// The row of this value.
    fn describe(&self) -> &'static ProblemType;

    /// Writes the detail of this value.
    fn write_detail(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(static_detail(self.describe()))
    }
}

/// The detail of a row that has a static one.
pub const fn static_detail(problem_type: &'static ProblemType) -> &'static str {
    match problem_type.static_detail() {
        Some(text) => text,
        None => "",
    }
}

/// A field as an extension member; the bound points at the field's type.
pub fn extension<T: Serialize>(value: &T) -> &dyn ExtensionValue {
    value
}

/// A field as a header's value; the bound points at the field's type.
pub fn header<T: fmt::Display>(value: &T) -> &dyn fmt::Display {
    value
}

/// The detail of a derived type: borrowed where it is static.
pub fn detail<T: Describe + ?Sized>(value: &T) -> Cow<'_, str> {
    if let Some(text) = value.describe().static_detail() {
        return Cow::Borrowed(text);
    }
    let mut text = String::new();
    match value.write_detail(&mut text) {
        Ok(()) => Cow::Owned(text),
        // A `Display` that fails: the text that is always true instead of half a sentence.
        Err(fmt::Error) => Cow::Borrowed(value.describe().description()),
    }
}

/// The base of type URIs, checked at compile time where only rustc knows its value: it is absolute or a full path, ends
/// in a separator, and holds nothing but what a URI may hold (RFC 3986 §2).
#[track_caller]
pub const fn base(base: &'static str) -> &'static str {
    let bytes = base.as_bytes();
    let mut absolute = false;
    let mut i = 0;
    while i < bytes.len() {
        let byte = bytes[i];
        assert!(
            byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}'),
            "`base` holds a character that a URI cannot hold; percent-encode it",
        );
        absolute |= byte == b':' && i > 0 && bytes[0].is_ascii_alphabetic();
        i += 1;
    }
    assert!(
        absolute || (!bytes.is_empty() && bytes[0] == b'/'),
        "`base` is a relative reference; begin with a scheme or `/`",
    );
    assert!(
        !bytes[bytes.len() - 1].is_ascii_alphanumeric(),
        "`base` has no separator at its end; end with `/`",
    );
    base
}

/// The length of a concatenation, in bytes.
pub const fn concat_len(parts: &[&str]) -> usize {
    let mut len = 0;
    let mut i = 0;
    while i < parts.len() {
        len += parts[i].len();
        i += 1;
    }
    len
}

/// The bytes of a concatenation; `N` is its [`concat_len`].
pub const fn concat<const N: usize>(parts: &[&str]) -> [u8; N] {
    let mut out = [0; N];
    let mut len = 0;
    let mut i = 0;
    while i < parts.len() {
        let part = parts[i].as_bytes();
        let mut j = 0;
        while j < part.len() {
            out[len] = part[j];
            len += 1;
            j += 1;
        }
        i += 1;
    }
    out
}

/// Text again, of bytes that were text.
pub const fn text(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("a concatenation of texts is text"),
    }
}

/// Joins `&'static str` constants at compile time, where `concat!` takes literals only.
#[doc(hidden)]
#[macro_export]
macro_rules! __static_concat {
    ($($part:expr),+) => {{
        const PARTS: &[&::core::primitive::str] = &[$($part),+];
        const BYTES: [::core::primitive::u8; $crate::__private::concat_len(PARTS)] = $crate::__private::concat(PARTS);
        $crate::__private::text(&BYTES)
    }};
}
