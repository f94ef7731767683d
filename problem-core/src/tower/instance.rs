//! The `instance` of a problem, made from a request's id.

use std::fmt::Write;

use ::http::HeaderMap;

use crate::ProblemDetails;

/// The bytes that an id may have.
const ID_LIMIT: usize = 128;

/// The members that stand before `instance`.
const BEFORE: [&str; 4] = ["type", "title", "status", "detail"];

/// The `instance` for the id in this header, if it has one that can be told.
pub(super) fn of(name: &'static str, headers: &HeaderMap) -> Option<String> {
    let id = headers.get(name)?.to_str().ok()?;
    if is_uuid(id) {
        return Some(format!("urn:uuid:{}", id.to_ascii_lowercase()));
    }
    if id.is_empty() || id.len() > ID_LIMIT || !id.bytes().all(|byte| byte.is_ascii_graphic()) || !is_namespace(name) {
        return None;
    }
    let mut urn = format!("urn:{}:", name.to_ascii_lowercase());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            urn.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            _ = write!(urn, "%{byte:02X}");
        }
    }
    Some(urn)
}

/// 8-4-4-4-12 hexadecimal digits (RFC 9562 §4).
fn is_uuid(id: &str) -> bool {
    let digits = |byte: u8| byte.is_ascii_hexdigit();
    id.len() == 36
        && id.bytes().enumerate().all(|(i, byte)| match i {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => digits(byte),
        })
}

/// Whether a URN can have this namespace (RFC 8141 §2).
fn is_namespace(name: &str) -> bool {
    (2..=32).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !name.starts_with('-')
        && !name.ends_with('-')
        && !name.eq_ignore_ascii_case("urn")
}

/// The document with this `instance` in its place, all else as it is. `None` where it has one, or is no document.
pub(super) fn insert(json: &[u8], instance: &str) -> Option<String> {
    let text = std::str::from_utf8(json).ok()?;
    if ProblemDetails::from_json(json).ok()?.instance().is_some() {
        return None;
    }
    let (head, tail) = text.split_at(end_of_members_before(text)?);
    Some(format!("{head},\"instance\":\"{instance}\"{tail}"))
}

/// Where the last member that stands before `instance` ends, in a text that is known to be a JSON object.
fn end_of_members_before(json: &str) -> Option<usize> {
    let mut end = None;
    let mut depth = 0_usize;
    let mut string = None;
    let mut escaped = false;
    let mut key = None;
    for (i, byte) in json.bytes().enumerate() {
        if let Some(start) = string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    string = None;
                    if depth == 1 && key.is_none() {
                        key = json.get(start + 1..i);
                    }
                }
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => string = Some(i),
            b'{' | b'[' => depth += 1,
            b',' | b'}' | b']' => {
                if depth == 1 && key.take().is_some_and(|key| BEFORE.contains(&key)) {
                    end = Some(i);
                }
                if byte != b',' {
                    depth = depth.checked_sub(1)?;
                }
            }
            _ => {}
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use ::http::HeaderMap;

    use super::{insert, of};

    fn instance(name: &'static str, id: &str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(name, id.parse().unwrap());
        of(name, &headers)
    }

    #[test]
    fn an_id_becomes_a_urn() {
        for (id, urn) in [
            (
                "7B8F7D0A-5F0E-4A57-9E5B-0C1C2B3A4D5E",
                Some("urn:uuid:7b8f7d0a-5f0e-4a57-9e5b-0c1c2b3a4d5e"),
            ),
            ("01ARZ3NDEK", Some("urn:x-request-id:01ARZ3NDEK")),
            ("Root=1-67;\"a\"", Some("urn:x-request-id:Root%3D1-67%3B%22a%22")),
            ("", None),
            ("two words", None),
            (&"x".repeat(129), None),
        ] {
            assert_eq!(instance("x-request-id", id).as_deref(), urn, "{id}");
        }
        assert_eq!(instance("x_request_id", "7"), None);
        assert_eq!(of("not a header", &HeaderMap::new()), None);
    }

    #[test]
    fn an_instance_goes_to_its_place_and_changes_nothing_else() {
        for (json, expected) in [
            (
                r#"{"title":"x","status":404,"detail":"a \"{,}\" b","errorCode":1,"more":{"title":2}}"#,
                Some(
                    r#"{"title":"x","status":404,"detail":"a \"{,}\" b","instance":"urn:x","errorCode":1,"more":{"title":2}}"#,
                ),
            ),
            (
                r#"{ "errors": ["title", {"detail": 1}], "status": 404 }"#,
                Some(r#"{ "errors": ["title", {"detail": 1}], "status": 404 ,"instance":"urn:x"}"#),
            ),
            (r#"{"title":"x","instance":"/a"}"#, None),
            (r#"{"more":1}"#, None),
            ("{}", None),
            ("[]", None),
            ("{\"title\":", None),
        ] {
            assert_eq!(insert(json.as_bytes(), "urn:x").as_deref(), expected, "{json}");
        }
    }
}
