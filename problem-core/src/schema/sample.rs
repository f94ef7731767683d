//! A response as a client could see it, made from a problem's declaration.

use std::borrow::Cow;

use serde_json::Value;

use super::member::{self, Extension};
use crate::extensions::Extensions;
use crate::{ProblemDetails, ProblemType};

/// The document of a sample occurrence: optional members are there, placeholders have the values of their members.
pub(crate) fn details(problem: &ProblemType) -> ProblemDetails {
    let extensions = member::extensions(problem);
    let detail = match (problem.static_detail(), problem.detail_template()) {
        (Some(text), _) => Cow::Borrowed(text),
        (None, Some(template)) => Cow::Owned(fill(template, &extensions)),
        // Only the service knows its `Display` texts.
        (None, None) => Cow::Borrowed(problem.description()),
    };
    let members = extensions
        .into_iter()
        .map(|extension| (extension.name, extension.shape.sample()))
        .filter(|(_, value)| !value.is_null())
        .collect();
    ProblemDetails::of(problem, detail, Extensions::from_read(members).0)
}

/// The document of a sample occurrence, indented.
pub(crate) fn json(problem: &ProblemType) -> String {
    // Finished values under string keys: there is nothing that JSON could refuse.
    serde_json::to_string_pretty(&details(problem)).unwrap_or_default()
}

/// The declared headers, with values.
pub(crate) fn headers(problem: &ProblemType) -> impl Iterator<Item = (&'static str, &'static str)> {
    problem.headers().iter().map(|header| {
        (
            header.name(),
            header.value().unwrap_or_else(|| header_value(header.name())),
        )
    })
}

/// A value for a header that comes from the occurrence.
fn header_value(name: &str) -> &'static str {
    const KNOWN: [(&str, &str); 7] = [
        ("allow", "GET, HEAD"),
        ("etag", "\"1\""),
        ("link", "<https://example.com/>; rel=\"help\""),
        ("location", "https://example.com/"),
        ("retry-after", "30"),
        ("sunset", "Sat, 31 Jan 2026 09:30:00 GMT"),
        ("www-authenticate", "Bearer"),
    ];
    let known = KNOWN.iter().find(|(known, _)| name.eq_ignore_ascii_case(known));
    known.map_or("42", |(_, value)| value)
}

/// Puts sample values into a template, as `format!` would.
fn fill(template: &str, extensions: &[Extension]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("{{").or_else(|| rest.strip_prefix("}}")) {
            out.push_str(&rest[..1]);
            rest = after;
            continue;
        }
        let Some((inner, after)) = rest.strip_prefix('{').and_then(|after| after.split_once('}')) else {
            // No template of the derive looks like this; a text written by hand stays as it is.
            break;
        };
        let (argument, spec) = inner.split_once(':').unwrap_or((inner, ""));
        out.push_str(&formatted(&value_of(argument.trim(), extensions), spec.trim_end()));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The sample value of the field that a placeholder names.
fn value_of(argument: &str, extensions: &[Extension]) -> Value {
    let is_field = |extension: &&Extension| spelled_alike(argument, &extension.name);
    let is_position = argument.chars().all(|c| c.is_ascii_digit());
    match (extensions.iter().find(is_field), extensions) {
        (Some(extension), _) => extension.shape.sample(),
        // `{0}` of a tuple variant: with one extension it is most likely that.
        (None, [only]) if is_position => only.shape.sample(),
        (None, _) if is_position || is_number(argument) => Value::from(42),
        (None, _) => Value::from("text"),
    }
}

/// Whether a field and a member have the same name but for case and separators: `max_steps`, `maxSteps`.
fn spelled_alike(field: &str, member: &str) -> bool {
    let letters = |name: &str| -> String {
        name.chars()
            .filter(|c| !matches!(c, '_' | '-'))
            .map(|c| c.to_ascii_lowercase())
            .collect()
    };
    field == member || letters(field) == letters(member)
}

/// Whether a field with this name, whose type is not known, is likely to hold a number.
fn is_number(field: &str) -> bool {
    const LAST_WORDS: [&str; 17] = [
        "id", "limit", "max", "min", "maximum", "minimum", "count", "number", "size", "length", "len", "total",
        "seconds", "minutes", "hours", "days", "version",
    ];
    field.rsplit('_').next().is_some_and(|word| LAST_WORDS.contains(&word))
        || field.starts_with("max_")
        || field.starts_with("min_")
}

/// A value as the format specification of a placeholder has it, without its width.
fn formatted(value: &Value, spec: &str) -> String {
    if let Some(number) = value.as_u64() {
        let prefixed = spec.contains('#');
        return match spec.chars().last() {
            Some('x') if prefixed => format!("{number:#x}"),
            Some('x') => format!("{number:x}"),
            Some('X') if prefixed => format!("{number:#X}"),
            Some('X') => format!("{number:X}"),
            Some('o') if prefixed => format!("{number:#o}"),
            Some('o') => format!("{number:o}"),
            Some('b') if prefixed => format!("{number:#b}"),
            Some('b') => format!("{number:b}"),
            _ => number.to_string(),
        };
    }
    match value {
        Value::String(text) if !spec.ends_with('?') => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem_type::{DetailSource, Row};
    use crate::{ExtensionSpec, HeaderSpec};

    fn problem(template: &'static str, extensions: &'static [ExtensionSpec]) -> ProblemType {
        ProblemType(Row {
            title: "Conflict",
            status: 409,
            code: Some(6),
            detail: DetailSource::Template(template),
            extensions,
            ..Row::DEFAULT
        })
    }

    #[test]
    fn the_detail_names_the_values_of_the_members() {
        const EXTENSIONS: &[ExtensionSpec] = &[
            ExtensionSpec::new("id", "u64", false),
            ExtensionSpec::new("archivedBy", "String", true),
        ];
        let problem = problem("Sequence {id} of {archived_by:?} is {{archived}}", EXTENSIONS);
        assert_eq!(
            details(&problem).to_json(),
            r#"{"title":"Conflict","status":409,"detail":"Sequence 42 of \"text\" is {archived}","errorCode":6,"id":42,"archivedBy":"text"}"#,
        );
    }

    #[test]
    fn placeholders_without_a_member_get_a_likely_value() {
        for (template, expected) in [
            ("at most {max_steps} steps", "at most 42 steps"),
            ("contact {contact_id}", "contact 42"),
            ("field {field}", "field text"),
            ("{0} of {1}", "42 of 42"),
            ("mask {count:#06x}", "mask 0x2a"),
            ("open {brace", "open {brace"),
            ("close } brace", "close } brace"),
            ("{}", "42"),
        ] {
            assert_eq!(details(&problem(template, &[])).detail(), Some(expected), "{template}");
        }
    }

    #[test]
    fn a_member_is_never_called_like_a_standard_one() {
        const EXTENSIONS: &[ExtensionSpec] = &[
            ExtensionSpec::new("status", "u8", false),
            ExtensionSpec::new("status", "u8", false),
        ];
        let details = details(&problem("x {status}", EXTENSIONS));
        assert_eq!((details.status(), details.extensions().len()), (Some(409), 1));
        assert_eq!(details.extensions()["status_"], 42);
    }

    #[test]
    fn headers_have_values() {
        const HEADERS: &[HeaderSpec] = &[
            HeaderSpec::new("retry-after", None),
            HeaderSpec::new("WWW-Authenticate", Some("Basic")),
        ];
        let problem = ProblemType(Row {
            headers: HEADERS,
            ..Row::DEFAULT
        });
        let headers: Vec<_> = headers(&problem).collect();
        assert_eq!(headers, [("retry-after", "30"), ("WWW-Authenticate", "Basic")]);
    }
}
