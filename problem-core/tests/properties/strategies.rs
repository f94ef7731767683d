//! Random texts, values and documents.

use problem_core::ProblemDetails;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value};

/// A text that is made of what breaks formats.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => any::<char>().prop_map(String::from),
        2 => (0_u8..=0x7F).prop_map(|byte| char::from(byte).to_string()),
        2 => "[a-z]{1,6}",
        1 => proptest::sample::select(HOSTILE).prop_map(str::to_owned),
    ];
    vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

const HOSTILE: &[&str] = &[
    "\"",
    "\\",
    "\\u0000",
    "\0",
    "\r\n",
    "\r",
    "\u{FEFF}",
    "\u{FFFE}",
    "\u{FFFF}",
    "\u{2028}",
    "\u{202E}",
    "]]>",
    "<!--",
    "-->",
    "<![CDATA[",
    "&amp;",
    "&#0;",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "</problem>",
    "{}",
    "{0}",
    "{{",
    "null",
    "\",\"status\":200",
    "_x0020_",
    "_x",
    "_x005F_",
    "i",
    "type",
    "status",
    "errorCode",
    "title",
    "__proto__",
    "\u{1F980}",
    "e\u{301}",
    "  ",
    "\t",
];

/// A name of an extension member, also one that is taken or cannot be a name in XML.
pub(crate) fn name() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[a-z][a-zA-Z0-9_-]{0,8}", 1 => "[_x0-9A-F]{1,16}", 1 => text()]
}

/// A number as JSON has them.
fn number() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-9_i64..9).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
    ]
}

/// A tree of values.
pub(crate) fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        2 => number(),
        3 => text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((name(), inner), 0..4).prop_map(|members| Value::Object(Map::from_iter(members))),
        ]
    })
}

/// A document, built as users build it.
pub(crate) fn details() -> impl Strategy<Value = ProblemDetails> {
    let texts = (
        option::of(text()),
        option::of(text()),
        option::of(text()),
        option::of(text()),
    );
    let numbers = (option::of(100_u16..=599), option::of(any::<u32>()));
    (texts, numbers, vec((name(), value()), 0..5)).prop_map(
        |((uri, title, detail, instance), (status, code), members)| {
            let mut details = status.map_or_else(ProblemDetails::default, ProblemDetails::new);
            if let Some(uri) = uri {
                details = details.with_type(uri);
            }
            if let Some(title) = title {
                details = details.with_title(title);
            }
            if let Some(detail) = detail {
                details = details.with_detail(detail);
            }
            if let Some(instance) = instance {
                details = details.with_instance(instance);
            }
            if let Some(code) = code {
                details = details.with_error_code(code);
            }
            for (name, value) in members {
                details = details.with_extension(name, value);
            }
            details
        },
    )
}
