//! The one reader of JSON: tolerant, as RFC 9457 §3.1 demands.

mod error;
mod limits;
mod note;
mod reader;
mod repair;
mod response;
mod tree;

use serde_core::de::{Deserializer, IgnoredAny};
#[cfg(feature = "xml")]
use serde_core::de::{Visitor, value::MapDeserializer};
#[cfg(feature = "xml")]
use serde_json::Value;

pub use self::error::{DecodeError, DecodeErrorKind};
pub use self::limits::Limits;
pub use self::note::{IgnoredReason, Note};
pub use self::response::{Decoded, NotAProblem, NotAProblemReason};

use self::reader::{DocumentInto, Reading};
use crate::ProblemDetails;

/// Reads one JSON object. A byte order mark before it is ignored, as RFC 8259 §8.1 allows.
pub(crate) fn read(json: &[u8], limits: &Limits) -> Result<(ProblemDetails, Vec<Note>), DecodeError> {
    limits.check(json)?;
    let text = std::str::from_utf8(json)
        .map_err(|error| DecodeError::new(DecodeErrorKind::NotUtf8, "invalid UTF-8").at(json, error.valid_up_to()))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut reading = Reading::default();
    if let Err(error) = parse(text, &mut reading) {
        reading = mend(text, &error)?;
    }
    Ok((reading.details, reading.notes))
}

/// Reads members that are values already, by the same rules.
#[cfg(feature = "xml")]
pub(crate) fn read_members(members: impl Iterator<Item = (String, Value)>) -> (ProblemDetails, Vec<Note>) {
    let mut reading = Reading::default();
    // A tree of values has nothing that could be refused.
    let _: Result<(), serde_json::Error> = DocumentInto(&mut reading).visit_map(MapDeserializer::new(members));
    (reading.details, reading.notes)
}

fn parse(json: &str, reading: &mut Reading) -> Result<(), serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    deserializer.deserialize_map(DocumentInto(reading))?;
    deserializer.end()
}

/// What remains of a text that the parser has refused: a document after all, or the reason.
#[cold]
fn mend(json: &str, error: &serde_json::Error) -> Result<Reading, DecodeError> {
    let start = json.trim_start_matches([' ', '\t', '\n', '\r']);
    match start.as_bytes().first() {
        None => Err(DecodeError::new(DecodeErrorKind::Empty, "the text is empty")),
        Some(b'<') => Err(DecodeError::new(DecodeErrorKind::Markup, "the text is HTML or XML")),
        Some(b'{') => {
            let mut reading = Reading::default();
            match repair::repair(json).map(|json| parse(&json, &mut reading)) {
                Some(Ok(())) => Ok(reading),
                Some(Err(_)) | None => Err(DecodeError::syntax(error)),
            }
        }
        Some(_) => match serde_json::from_str::<IgnoredAny>(json) {
            Ok(_) => Err(DecodeError::new(
                DecodeErrorKind::NotAnObject,
                "the text is no JSON object",
            )),
            Err(error) => Err(DecodeError::syntax(&error)),
        },
    }
}
