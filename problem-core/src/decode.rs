//! The one reader of the wire form: tolerant, as RFC 9457 §3.1 demands.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::ProblemDetails;
use crate::extensions::Extensions;

/// Why a text could not be read as a problem document.
#[derive(Debug)]
pub struct DecodeError(serde_json::Error);

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a problem document: {}", self.0)
    }
}

impl Error for DecodeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

/// Reads one JSON object. A byte order mark before it is ignored, as RFC 8259 §8.1 allows.
pub(crate) fn from_json(json: &[u8]) -> Result<ProblemDetails, DecodeError> {
    let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json);
    serde_json::from_slice(json).map_err(DecodeError)
}

/// The members of a document, as they are read one by one.
#[derive(Default)]
pub(crate) struct Members {
    pub(crate) type_uri: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) status: Option<u16>,
    pub(crate) detail: Option<String>,
    pub(crate) instance: Option<String>,
    pub(crate) error_code: Option<u32>,
    pub(crate) extensions: Extensions,
}

impl<'de> Deserialize<'de> for ProblemDetails {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(DocumentVisitor).map(Self::from_members)
    }
}

struct DocumentVisitor;

impl<'de> Visitor<'de> for DocumentVisitor {
    type Value = Members;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
        let mut members = Members::default();
        let mut extensions = Vec::new();
        // Of a member that occurs twice the last one counts, also where it is of the wrong type: so each assigns.
        let mut foreign_code = None;
        while let Some(name) = map.next_key::<Name>()? {
            match name {
                Name::Type => members.type_uri = map.next_value::<Text>()?.0,
                Name::Title => members.title = map.next_value::<Text>()?.0,
                Name::Status => members.status = status(&map.next_value()?),
                Name::Detail => members.detail = map.next_value::<Text>()?.0,
                Name::Instance => members.instance = map.next_value::<Text>()?.0,
                Name::ErrorCode => {
                    let value: Value = map.next_value()?;
                    members.error_code = value.as_u64().and_then(|code| u32::try_from(code).ok());
                    foreign_code = members.error_code.is_none().then_some(value);
                }
                Name::Extension(name) => extensions.push((Cow::Owned(name), map.next_value()?)),
            }
        }
        // A code that is none of ours stays readable.
        if let Some(value) = foreign_code {
            extensions.push((Cow::Borrowed("errorCode"), value));
        }
        if !extensions.is_empty() {
            members.extensions = Extensions::from_read(extensions);
        }
        Ok(members)
    }
}

/// A status that is an integer and an HTTP status code.
fn status(value: &Value) -> Option<u16> {
    let status = u16::try_from(value.as_u64()?).ok()?;
    (100..=599).contains(&status).then_some(status)
}

/// The name of a member.
enum Name {
    Type,
    Title,
    Status,
    Detail,
    Instance,
    ErrorCode,
    Extension(String),
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;

        impl Visitor<'_> for NameVisitor {
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
                    other => Name::Extension(other.to_owned()),
                })
            }
        }

        deserializer.deserialize_identifier(NameVisitor)
    }
}

/// A string; a value of any other type is skipped and counts as absent.
struct Text(Option<String>);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Option<String>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any value")
            }

            fn visit_str<E>(self, text: &str) -> Result<Option<String>, E> {
                Ok(Some(text.to_owned()))
            }

            fn visit_string<E>(self, text: String) -> Result<Option<String>, E> {
                Ok(Some(text))
            }

            fn visit_bool<E>(self, _: bool) -> Result<Option<String>, E> {
                Ok(None)
            }

            fn visit_i64<E>(self, _: i64) -> Result<Option<String>, E> {
                Ok(None)
            }

            fn visit_u64<E>(self, _: u64) -> Result<Option<String>, E> {
                Ok(None)
            }

            fn visit_f64<E>(self, _: f64) -> Result<Option<String>, E> {
                Ok(None)
            }

            fn visit_unit<E>(self) -> Result<Option<String>, E> {
                Ok(None)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Option<String>, A::Error> {
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(None)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<String>, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(None)
            }
        }

        deserializer.deserialize_any(TextVisitor).map(Text)
    }
}
