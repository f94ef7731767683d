//! The one writer of XML.

use std::fmt::Write;

use serde_json::Value;

use super::{NAMESPACE, is_xml_char, name};
use crate::ProblemDetails;

pub(super) fn write(details: &ProblemDetails) -> String {
    let mut out = String::with_capacity(512);
    _ = write!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<problem xmlns=\"{NAMESPACE}\">"
    );
    text_member(&mut out, "type", details.type_member());
    text_member(&mut out, "title", details.title());
    number_member(&mut out, "status", details.status().map(u32::from));
    text_member(&mut out, "detail", details.detail());
    text_member(&mut out, "instance", details.instance());
    number_member(&mut out, "errorCode", details.error_code());
    for (name, value) in details.extensions() {
        member(&mut out, name, value);
    }
    out.push_str("</problem>");
    out
}

fn text_member(out: &mut String, name: &str, text: Option<&str>) {
    if let Some(text) = text {
        element(out, name, |out| push_text(out, text));
    }
}

fn number_member(out: &mut String, name: &str, number: Option<u32>) {
    if let Some(number) = number {
        element(out, name, |out| _ = write!(out, "{number}"));
    }
}

/// A member of an object, or with the name `i` an element of an array.
fn member(out: &mut String, name: &str, value: &Value) {
    element(out, &name::escape(name), |out| match value {
        Value::Null => {}
        Value::Bool(value) => _ = write!(out, "{value}"),
        Value::Number(value) => _ = write!(out, "{value}"),
        Value::String(text) => push_text(out, text),
        Value::Array(values) => values.iter().for_each(|value| member(out, "i", value)),
        Value::Object(members) => members.iter().for_each(|(name, value)| member(out, name, value)),
    });
}

/// An element whose name is an XML name.
fn element(out: &mut String, name: &str, content: impl FnOnce(&mut String)) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    let start = out.len();
    content(out);
    if out.len() == start {
        out.pop();
        out.push_str("/>");
    } else {
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }
}

/// Text between tags. A carriage return has to be escaped too, or it would be read as a line feed (XML 1.0 §2.11).
fn push_text(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            c if is_xml_char(c) => out.push(c),
            _ => out.push(char::REPLACEMENT_CHARACTER),
        }
    }
}
