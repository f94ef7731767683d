//! From the members of an object to a document, in one pass.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::note::{IgnoredReason, Note};
use super::tree::Tree;
use crate::ProblemDetails;
use crate::extensions::Extensions;

/// A document as its members are read one by one.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) details: ProblemDetails,
    /// What was ignored. Costs nothing as long as nothing is.
    pub(super) notes: Vec<Note>,
    /// The standard members that were there, a bit each.
    seen: u8,
}

impl Reading {
    /// Takes note of how the value of a standard member was read. Of one that occurs twice the last one counts, also
    /// where it is of the wrong type: so every occurrence is assigned.
    fn note(&mut self, name: Name, ignored: Option<IgnoredReason>) {
        let (name, bit) = (name.text(), 1 << name as u8);
        if self.seen & bit != 0 {
            // What was said of the earlier one no longer matters.
            let is_other = |note: &Note| !matches!(note, Note::Ignored { member, .. } if *member == name);
            self.notes.retain(is_other);
            self.ignore(Cow::Borrowed(name), IgnoredReason::Repeated);
        }
        self.seen |= bit;
        if let Some(reason) = ignored {
            self.ignore(Cow::Borrowed(name), reason);
        }
    }

    #[cold]
    fn ignore(&mut self, member: Cow<'static, str>, reason: IgnoredReason) {
        self.notes.push(Note::Ignored { member, reason });
    }
}

impl<'de> Deserialize<'de> for ProblemDetails {
    /// Follows RFC 9457 §3.1 as [`ProblemDetails::from_json`] does.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut reading = Reading::default();
        deserializer.deserialize_map(DocumentInto(&mut reading))?;
        Ok(reading.details)
    }
}

/// Reads an object into a document that is still empty.
pub(super) struct DocumentInto<'a>(pub(super) &'a mut Reading);

impl<'de> Visitor<'de> for DocumentInto<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let reading = self.0;
        let mut extensions = Vec::new();
        let mut extension = String::new();
        let mut foreign_code = None;
        // Each value is read into its place: what is small is handed on, and no text is moved.
        while let Some(name) = map.next_key_seed(NameInto(&mut extension))? {
            let details = &mut reading.details;
            let ignored = match name {
                Name::Type => map.next_value_seed(TextInto(&mut details.type_uri))?,
                Name::Title => map.next_value_seed(TextInto(&mut details.title))?,
                Name::Detail => map.next_value_seed(TextInto(&mut details.detail))?,
                Name::Instance => map.next_value_seed(TextInto(&mut details.instance))?,
                Name::Status => {
                    let Tree(status) = map.next_value()?;
                    details.status = status.as_u64().and_then(status_code);
                    ignored(details.status, &status)
                }
                Name::ErrorCode => {
                    let Tree(code) = map.next_value()?;
                    details.error_code = code.as_u64().and_then(|code| u32::try_from(code).ok());
                    let ignored = ignored(details.error_code, &code);
                    foreign_code = details.error_code.is_none().then_some(code);
                    ignored
                }
                Name::Extension => {
                    let Tree(value) = map.next_value()?;
                    extensions.push((Cow::Owned(std::mem::take(&mut extension)), value));
                    continue;
                }
            };
            reading.note(name, ignored);
        }
        // A code that is none of ours stays readable.
        if let Some(value) = foreign_code {
            extensions.push((Cow::Borrowed("errorCode"), value));
        }
        if !extensions.is_empty() {
            let (extensions, repeated) = Extensions::from_read(extensions);
            reading.details.set_extensions(extensions);
            for name in repeated {
                reading.ignore(name, IgnoredReason::Repeated);
            }
        }
        Ok(())
    }
}

/// The name of a member.
#[derive(Clone, Copy)]
enum Name {
    Type,
    Title,
    Status,
    Detail,
    Instance,
    ErrorCode,
    Extension,
}

impl Name {
    /// The name on the wire.
    fn text(self) -> &'static str {
        match self {
            Name::Type => "type",
            Name::Title => "title",
            Name::Status => "status",
            Name::Detail => "detail",
            Name::Instance => "instance",
            Name::ErrorCode => "errorCode",
            Name::Extension => "",
        }
    }
}

/// Reads a name; that of an extension goes into the string.
struct NameInto<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for NameInto<'_> {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for NameInto<'_> {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E>(self, name: &str) -> Result<Name, E> {
        Ok(match name {
            "type" => Name::Type,
            "title" => Name::Title,
            "status" => Name::Status,
            "detail" => Name::Detail,
            "instance" => Name::Instance,
            "errorCode" => Name::ErrorCode,
            other => {
                other.clone_into(self.0);
                Name::Extension
            }
        })
    }
}

/// Reads a string into its place; a value of any other type is skipped.
struct TextInto<'a>(&'a mut Option<Cow<'static, str>>);

impl TextInto<'_> {
    fn absent(self, reason: IgnoredReason) -> IgnoredReason {
        *self.0 = None;
        reason
    }
}

impl<'de> DeserializeSeed<'de> for TextInto<'_> {
    type Value = Option<IgnoredReason>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TextInto<'_> {
    type Value = Option<IgnoredReason>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        *self.0 = Some(Cow::Owned(text.to_owned()));
        Ok(None)
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        *self.0 = Some(Cow::Owned(text));
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Some(self.absent(IgnoredReason::Null)))
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Some(self.absent(IgnoredReason::Null)))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Some(self.absent(IgnoredReason::WrongType)))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Some(self.absent(IgnoredReason::WrongType)))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Some(self.absent(IgnoredReason::WrongType)))
    }

    fn visit_i128<E>(self, _: i128) -> Result<Self::Value, E> {
        Ok(Some(self.absent(IgnoredReason::WrongType)))
    }

    fn visit_u128<E>(self, _: u128) -> Result<Self::Value, E> {
        Ok(Some(self.absent(IgnoredReason::WrongType)))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Some(self.absent(IgnoredReason::WrongType)))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Self::Value, E> {
        Ok(Some(self.absent(IgnoredReason::WrongType)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Some(self.absent(IgnoredReason::WrongType)))
    }

    /// An object, or a number under `serde_json`'s feature `arbitrary_precision`.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Some(self.absent(IgnoredReason::WrongType)))
    }
}

/// An HTTP status code (RFC 9110 §15).
fn status_code(integer: u64) -> Option<u16> {
    u16::try_from(integer)
        .ok()
        .filter(|status| (100..=599).contains(status))
}

/// Why a number is ignored, if it is: `value` is what stands in its place.
fn ignored<T>(number: Option<T>, value: &Value) -> Option<IgnoredReason> {
    match (number, value) {
        (Some(_), _) => None,
        (None, Value::Null) => Some(IgnoredReason::Null),
        (None, Value::Number(number)) if number.is_i64() || number.is_u64() => Some(IgnoredReason::OutOfRange),
        (None, _) => Some(IgnoredReason::WrongType),
    }
}
