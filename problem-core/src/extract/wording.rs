//! serde's messages in words for clients: what has to hold, without the names of Rust types and without the value that was
//! sent.

use std::fmt::Write;

/// What is said where nothing more is known.
pub(super) const UNKNOWN: &str = "is not valid";

/// The characters that a text of somebody else may have.
const LIMIT: usize = 200;

/// The member that the message names, and what has to hold for it.
pub(super) fn of(message: &str) -> (Option<&str>, String) {
    if let Some(member) = quoted(message, "missing field `") {
        return (Some(member), "is missing".to_owned());
    }
    if let Some(member) = quoted(message, "duplicate field `") {
        return (Some(member), "occurs more than once".to_owned());
    }
    if let Some((member, known)) = unknown(message, "unknown field `") {
        return (Some(member), format!("is not known here{}", list("; expected ", known)));
    }
    if let Some((_, known)) = unknown(message, "unknown variant `") {
        return (None, format!("must be{}", list(" ", known)));
    }
    if message.starts_with("invalid type: ") || message.starts_with("invalid value: ") {
        if let Some((found, expected)) = message.rsplit_once(", expected ") {
            let mut detail = must_be(expected);
            if let Some(found) = found.strip_prefix("invalid type: ").and_then(kind) {
                // Writing to a string does not fail.
                _ = write!(detail, ", not {found}");
            }
            return (None, detail);
        }
    }
    if message.starts_with("invalid length ") {
        if let Some((_, expected)) = message.rsplit_once(", expected ") {
            return (None, must_be(expected));
        }
    }
    (None, of_others(message))
}

/// `must be …`, for a type that serde or axum expects.
pub(super) fn must_be(expected: &str) -> String {
    format!("must be {}", noun(expected))
}

/// What the standard library says of a text that is no number, and what others say.
fn of_others(message: &str) -> String {
    let known = match message {
        "invalid digit found in string" | "cannot parse integer from empty string" => "must be an integer",
        "number too large to fit in target type" => "is too large",
        "number too small to fit in target type" => "is too small",
        "number would be zero for non-zero type" => "must not be 0",
        "invalid float literal" | "cannot parse float from empty string" => "must be a number",
        "provided string was not `true` or `false`" => "must be `true` or `false`",
        "too many characters in string" | "cannot parse char from empty string" => "must be one character",
        _ if message.starts_with("data did not match any variant") => "has none of the forms that are allowed here",
        // Paths of Rust, long texts, several lines: not meant for clients.
        _ if message.is_empty() || message.contains("::") || message.len() > LIMIT => UNKNOWN,
        _ if message.contains(char::is_control) || message.starts_with("no variant of enum ") => UNKNOWN,
        _ => message,
    };
    known.to_owned()
}

/// The kind of value that was found; none where serde says more than the kind.
fn kind(found: &str) -> Option<&'static str> {
    const KINDS: [(&str, &str); 8] = [
        ("boolean", "a boolean"),
        ("integer", "an integer"),
        ("floating point", "a number with a fraction"),
        ("string", "a string"),
        ("sequence", "an array"),
        ("map", "an object"),
        ("null", "null"),
        ("unit", "null"),
    ];
    KINDS
        .iter()
        .find_map(|(name, kind)| found.starts_with(name).then_some(*kind))
}

/// What is expected, in the words of JSON.
fn noun(expected: &str) -> String {
    let of_elements = || match expected.rsplit_once(" with ") {
        Some((_, elements)) if elements.ends_with(" element") || elements.ends_with(" elements") => {
            format!("an array of {elements}")
        }
        _ => "an array".to_owned(),
    };
    let plain = match expected {
        "u8" => "an integer from 0 to 255",
        "u16" => "an integer from 0 to 65535",
        "u32" => "an integer from 0 to 4294967295",
        "u64" | "u128" | "usize" => "an integer from 0",
        "i8" => "an integer from -128 to 127",
        "i16" => "an integer from -32768 to 32767",
        "i32" => "an integer from -2147483648 to 2147483647",
        "i64" | "i128" | "isize" => "an integer",
        "f32" | "f64" => "a number",
        "bool" => "`true` or `false`",
        "char" | "a character" => "one character",
        "string" | "str" | "a borrowed string" | "variant identifier" | "field identifier" => "a string",
        "a sequence" => "an array",
        "a map" | "map" => "an object",
        "unit" => "null",
        _ if expected.starts_with("a nonzero u") => "an integer from 1",
        _ if expected.starts_with("a nonzero i") => "an integer other than 0",
        _ if expected.starts_with("tuple struct ") || expected.starts_with("tuple variant ") => return of_elements(),
        _ if expected.starts_with("unit struct ") => "null",
        _ if expected.starts_with("unit variant ") => "a string",
        _ if expected.starts_with("struct ") => "an object",
        _ if expected.starts_with("internally tagged enum ") => "an object",
        _ if expected.starts_with("adjacently tagged enum ") => "an object",
        _ if expected.starts_with("enum ") => "a string or an object with one member",
        _ => match expected.strip_prefix("a tuple of size ") {
            Some(length) => return format!("an array of length {length}"),
            None if expected.contains("::") || expected.len() > LIMIT => "of another form",
            None => expected,
        },
    };
    plain.to_owned()
}

/// What stands in the quotes behind `start`, which end the message.
fn quoted<'a>(message: &'a str, start: &str) -> Option<&'a str> {
    message.strip_prefix(start)?.strip_suffix('`')
}

/// A name that is not known, and the names that are.
fn unknown<'a>(message: &'a str, start: &str) -> Option<(&'a str, &'a str)> {
    let rest = message.strip_prefix(start)?;
    rest.rsplit_once("`, expected ")
        .or_else(|| Some((rest.rsplit_once("`, there are no ")?.0, "")))
}

/// The names that are known, if there are any.
fn list(separator: &str, known: &str) -> String {
    if known.is_empty() {
        return String::new();
    }
    format!("{separator}{known}")
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::of;

    #[allow(dead_code, reason = "these types are only read into")]
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct SecretName {
        small: u8,
        text: Option<String>,
        pair: Option<(u8, u8)>,
        tuple: Option<SecretTuple>,
        choice: Option<SecretChoice>,
        tagged: Option<SecretTagged>,
        untagged: Option<SecretUntagged>,
        list: Option<Vec<bool>>,
    }

    #[allow(dead_code, reason = "these types are only read into")]
    #[derive(Debug, Deserialize)]
    struct SecretTuple(u8, u8);

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum SecretChoice {
        Red,
        Green,
    }

    #[derive(Debug, Deserialize)]
    #[serde(tag = "kind")]
    enum SecretTagged {
        A {},
    }

    #[allow(dead_code, reason = "these types are only read into")]
    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    enum SecretUntagged {
        A(u8),
        B(bool),
    }

    #[test]
    fn no_name_of_a_type_and_no_value_is_told() {
        for (json, detail) in [
            ("[]", "is missing"),
            ("7", "must be an object, not an integer"),
            (r#"{"small":300}"#, "must be an integer from 0 to 255"),
            (r#"{"small":"hush"}"#, "must be an integer from 0 to 255, not a string"),
            (
                r#"{"small":1.5}"#,
                "must be an integer from 0 to 255, not a number with a fraction",
            ),
            (r#"{"small":null}"#, "must be an integer from 0 to 255, not null"),
            (r#"{"text":{}}"#, "must be a string, not an object"),
            (r#"{"pair":[1]}"#, "must be an array of length 2"),
            (r#"{"tuple":7}"#, "must be an array, not an integer"),
            (r#"{"tuple":[1]}"#, "must be an array of 2 elements"),
            (r#"{"choice":"hush"}"#, "must be `red` or `green`"),
            (r#"{"tagged":7}"#, "must be an object, not an integer"),
            (r#"{"untagged":"hush"}"#, "has none of the forms that are allowed here"),
            (r#"{"list":{}}"#, "must be an array, not an object"),
            (r#"{"small":1,"small":2}"#, "occurs more than once"),
            (r#"{"text":"hush"}"#, "is missing"),
        ] {
            let message = serde_json::from_str::<SecretName>(json).unwrap_err().to_string();
            let message = message.split(" at line ").next().unwrap();
            let found = of(message).1;
            assert!(!found.contains("Secret") && !found.contains("hush"), "{json}: {found}");
            if json != "[]" {
                assert_eq!(found, detail, "{json}: {message}");
            }
        }
    }

    #[test]
    fn a_member_is_named_where_the_message_names_it() {
        assert_eq!(of("missing field `name`"), (Some("name"), "is missing".to_owned()));
        assert_eq!(
            of("unknown field `nmae`, expected `name`"),
            (Some("nmae"), "is not known here; expected `name`".to_owned())
        );
        assert_eq!(
            of("unknown field `x`, there are no fields"),
            (Some("x"), "is not known here".to_owned())
        );
    }

    #[test]
    fn paths_of_rust_are_hidden_and_texts_for_people_are_not() {
        assert_eq!(of("my_crate::Secret failed").1, "is not valid");
        assert_eq!(
            of("invalid type: string \"x\", expected my_crate::Secret").1,
            "must be of another form, not a string"
        );
        assert_eq!(of("premature end of input").1, "premature end of input");
        assert_eq!(of("invalid digit found in string").1, "must be an integer");
    }
}
