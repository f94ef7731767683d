//! Documents that are written and read again.

use problem_core::ProblemDetails;
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::strategies::{details, name, text, value};

proptest! {
    #[test]
    fn json_comes_back(details in details()) {
        let json = details.to_json();
        let read = ProblemDetails::from_json(json.as_bytes()).unwrap();
        prop_assert_eq!(&read, &details);
        prop_assert_eq!(read.to_json(), json);
    }

    #[test]
    fn a_json_object_is_read_whatever_its_members_hold(
        members in proptest::collection::vec((prop_oneof![name(), text(), standard_name()], value()), 0..8)
    ) {
        let object = Value::Object(Map::from_iter(members));
        let details = ProblemDetails::from_json(object.to_string().as_bytes()).unwrap();
        prop_assert_eq!(ProblemDetails::from_json(details.to_json().as_bytes()).unwrap(), details);
    }

    #[test]
    fn xml_comes_back_but_for_what_it_cannot_tell(details in details()) {
        let xml = details.to_xml();
        let read = ProblemDetails::from_xml(xml.as_bytes()).unwrap();
        prop_assert_eq!(serde_json::to_value(&read).unwrap(), told_in_xml(&details));
        // What was lost once is not lost again.
        prop_assert_eq!(ProblemDetails::from_xml(read.to_xml().as_bytes()).unwrap(), read);
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let _ = ProblemDetails::from_json(&bytes);
        let _ = ProblemDetails::from_xml(&bytes);
    }
}

fn standard_name() -> impl Strategy<Value = String> {
    proptest::sample::select(&["type", "title", "status", "detail", "instance", "errorCode"][..])
        .prop_map(str::to_owned)
}

/// What is left of a document after a round trip through XML: the losses that `ProblemDetails::to_xml` documents.
fn told_in_xml(details: &ProblemDetails) -> Value {
    let mut document = serde_json::to_value(details).unwrap();
    for (name, value) in document.as_object_mut().unwrap() {
        *value = match (name.as_str(), value.take()) {
            ("status" | "errorCode", number) => number,
            ("type" | "instance", Value::String(text)) => Value::from(clean(&text).trim_ascii()),
            (_, value) => told(value),
        };
    }
    document
}

fn told(value: Value) -> Value {
    match value {
        Value::Null => Value::from(""),
        Value::Bool(value) => Value::from(value.to_string()),
        Value::Number(value) => Value::from(value.to_string()),
        Value::String(text) => Value::from(clean(&text)),
        Value::Array(values) if values.is_empty() => Value::from(""),
        Value::Object(members) if members.is_empty() => Value::from(""),
        Value::Array(values) => values.into_iter().map(told).collect(),
        Value::Object(members) if members.keys().eq(["i"]) => {
            members.into_iter().map(|(_, value)| told(value)).collect()
        }
        Value::Object(members) => Value::Object(members.into_iter().map(|(name, value)| (name, told(value))).collect()),
    }
}

/// The text without what XML 1.0 cannot carry.
fn clean(text: &str) -> String {
    text.replace(
        |c| matches!(c, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}'),
        "\u{FFFD}",
    )
}
