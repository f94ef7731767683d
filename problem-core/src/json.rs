//! The one writer of the wire form.

use std::fmt::{self, Write};
use std::io;

use serde_core::ser::{Serialize, SerializeMap, Serializer};

use crate::extensions::ExtensionValue;
use crate::problem::ExtensionVisitor;
use crate::problem_type::{DetailSource, Json};
use crate::{ProblemDetails, ProblemType};

/// The standard members, in the order they are sent; no extension may have one of these names.
pub(crate) const STANDARD_MEMBERS: [&str; 6] = ["type", "title", "status", "detail", "instance", "errorCode"];

/// Room for one formatted value in the output buffer, in bytes: a UUID with its quotes and name fits.
const ROOM_PER_VALUE: usize = 56;

/// Writes the document of an occurrence between the parts that were rendered at compile time, in one buffer.
///
/// `None` where the problem type has no rendered parts.
pub(crate) fn write_problem(
    problem_type: &ProblemType,
    write_detail: &mut dyn FnMut(&mut dyn Write) -> fmt::Result,
    visit_extensions: &mut dyn FnMut(&mut dyn ExtensionVisitor),
) -> Option<String> {
    let row = &problem_type.0;
    let (before, after) = match row.json {
        Json::Nothing => return None,
        Json::Whole(document) | Json::BeforeExtensions(document) => (document, ""),
        Json::AroundDetail(before, after) => (before, after),
    };
    let room_for_detail = match row.detail {
        DetailSource::Description | DetailSource::Static(_) => 0,
        DetailSource::Template(template) => template.len() + ROOM_PER_VALUE,
        DetailSource::Display => 2 * ROOM_PER_VALUE,
    };
    let room_for_extensions = row.extensions.len() * ROOM_PER_VALUE;
    let mut out = String::with_capacity(before.len() + after.len() + room_for_detail + room_for_extensions);

    out.push_str(before);
    if let Json::AroundDetail(..) = row.json {
        if write_detail(&mut out).is_err() {
            // A `Display` that fails: the text that is always true instead of half a sentence.
            out.truncate(before.len());
            out.push_str(row.description);
        }
        escape_from(&mut out, before.len());
        out.push_str(after);
    }
    if !row.extensions.is_empty() {
        visit_extensions(&mut ExtensionWriter { out: &mut out });
        out.push('}');
    }
    Some(out)
}

/// Appends each extension member to an object that is still open.
struct ExtensionWriter<'a> {
    out: &'a mut String,
}

impl ExtensionVisitor for ExtensionWriter<'_> {
    fn extension(&mut self, name: &'static str, value: &dyn ExtensionValue) {
        let before = self.out.len();
        self.out.push_str(",\"");
        self.out.push_str(name);
        self.out.push_str("\":");
        let start = self.out.len();
        let written = value.write_json(self.out);
        // Absent members are omitted, never null; nor is a value sent that could not be told in JSON.
        if written.is_err() || &self.out[start..] == "null" {
            self.out.truncate(before);
        }
    }
}

/// Escapes what stands in the buffer from `start` on, as `serde_json` does it, where it stands.
///
/// Most text needs no escape, and then one look at the whole of it is all.
fn escape_from(out: &mut String, start: usize) {
    if any_needs_escape(&out.as_bytes()[start..]) {
        escape_in_place(out, start);
    }
}

/// Moves the text to its new place from the end on, so that it needs no second buffer.
#[cold]
fn escape_in_place(out: &mut String, start: usize) {
    let mut bytes = std::mem::take(out).into_bytes();
    let mut read = bytes.len();
    let grown: usize = bytes[start..].iter().map(|&byte| escaped(byte).1 - 1).sum();
    bytes.resize(read + grown, 0);
    let mut write = bytes.len();
    while read > start {
        read -= 1;
        let (escape, len) = escaped(bytes[read]);
        write -= len;
        bytes[write..write + len].copy_from_slice(&escape[..len]);
    }
    // Whole characters were moved and ASCII put between them.
    *out = String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
}

/// How a byte stands in a JSON string, and the length of that.
fn escaped(byte: u8) -> ([u8; 6], usize) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let letter = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        0x09 => b't',
        0x0A => b'n',
        0x0C => b'f',
        0x0D => b'r',
        0x00..0x20 => {
            let (high, low) = (HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 0xF)]);
            return ([b'\\', b'u', b'0', b'0', high, low], 6);
        }
        _ => return ([byte, 0, 0, 0, 0, 0], 1),
    };
    ([b'\\', letter, 0, 0, 0, 0], 2)
}

/// Whether a byte of UTF-8 cannot stand in a JSON string as it is (RFC 8259 §7).
fn needs_escape(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Whether any byte needs an escape, eight of them at a time.
fn any_needs_escape(bytes: &[u8]) -> bool {
    let Some(last) = bytes.last_chunk() else {
        return bytes.iter().any(|&byte| needs_escape(byte));
    };
    let mut found = escapes_in(*last);
    for chunk in bytes.chunks_exact(8) {
        let mut word = [0; 8];
        word.copy_from_slice(chunk);
        found |= escapes_in(word);
    }
    found != 0
}

/// Not zero where one of eight bytes [needs an escape](needs_escape).
fn escapes_in(bytes: [u8; 8]) -> u64 {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH_BITS: u64 = 0x80 * EACH;
    let word = u64::from_ne_bytes(bytes);
    // A high bit that a subtraction sets in a byte without one says that it, or one below it, is less.
    let below = |word: u64, limit: u64| word.wrapping_sub(limit * EACH) & !word;
    let equal = |byte: u8| below(word ^ (u64::from(byte) * EACH), 1);
    (below(word, 0x20) | equal(b'"') | equal(b'\\')) & HIGH_BITS
}

/// Takes JSON that is finished, as `serde_json` writes it.
pub(crate) struct Finished<'a>(pub(crate) &'a mut String);

impl io::Write for Finished<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // serde_json writes whole characters in each call.
        let text = std::str::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        self.0.push_str(text);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Serialize for ProblemDetails {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut member = |name: &str, value: Option<&str>| match value {
            Some(value) => map.serialize_entry(name, value),
            None => Ok(()),
        };
        member("type", self.type_member())?;
        member("title", self.title())?;
        if let Some(status) = self.status() {
            map.serialize_entry("status", &status)?;
        }
        if let Some(detail) = self.detail() {
            map.serialize_entry("detail", detail)?;
        }
        if let Some(instance) = self.instance() {
            map.serialize_entry("instance", instance)?;
        }
        if let Some(code) = self.error_code() {
            map.serialize_entry("errorCode", &code)?;
        }
        for (name, value) in self.extensions() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_as_serde_json_escapes_it() {
        let every_ascii: String = (0..=0x7F_u8).map(char::from).collect();
        for text in [every_ascii.as_str(), "", "plain", "ends with \"", "\u{2028} é 🦀"] {
            let mut out = format!("\"{text}");
            escape_from(&mut out, 1);
            out.push('"');
            assert_eq!(out, serde_json::to_string(text).unwrap());
        }
    }

    #[test]
    fn a_byte_that_needs_an_escape_is_found_wherever_it_stands() {
        for len in 1..=40 {
            for at in 0..len {
                for byte in 0..=u8::MAX {
                    for other in [b' ', b'!', b'#', b'[', b']', 0x7F, 0x80, 0xFF] {
                        let mut bytes = vec![other; len];
                        bytes[at] = byte;
                        assert_eq!(any_needs_escape(&bytes), needs_escape(byte), "{bytes:?}");
                    }
                }
            }
        }
    }
}
