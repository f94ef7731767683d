//! The placeholders of a `detail` text.

use syn::LitStr;

/// The trait of `std::fmt` that a placeholder needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    Display,
    Debug,
    LowerHex,
    UpperHex,
    Octal,
    Binary,
    LowerExp,
    UpperExp,
    Pointer,
    /// A width or precision taken from a field: it has a fixed type.
    Count,
}

/// What a placeholder refers to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Target {
    /// `{}`
    Next,
    /// `{0}`
    Index(u32),
    /// `{id}`
    Name(String),
}

/// One reference to a field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Placeholder {
    pub(crate) target: Target,
    pub(crate) format: Format,
}

/// A part of a `detail` text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Piece {
    Text(String),
    /// A field's `Display`.
    Field(Target),
}

/// A parsed `detail` text.
pub(crate) struct Template {
    pub(crate) literal: LitStr,
    pub(crate) placeholders: Vec<Placeholder>,
    /// The text in its order; empty where a placeholder says more than the field.
    pub(crate) pieces: Vec<Piece>,
    /// The text with each index `0` as the name `__0`; `None` where it has no index.
    pub(crate) named: Option<String>,
}

/// A `detail` text.
pub(crate) enum Text {
    /// Without placeholders: the same for every occurrence.
    Static(String),
    Template(Template),
}

/// Parses a text as `format!` does. Where its braces do not match it counts as a template without placeholders, and
/// rustc says what is wrong.
pub(crate) fn parse(literal: &LitStr) -> Text {
    let source = literal.value();
    let mut text = String::new();
    let mut named = String::new();
    let mut placeholders = Vec::new();
    let mut pieces = Vec::new();
    let mut is_plain = true;
    let mut has_index = false;
    let mut rest = source.as_str();
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        named.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("{{").or_else(|| rest.strip_prefix("}}")) {
            text.push_str(&rest[..1]);
            named.push_str(&rest[..2]);
            rest = after;
            continue;
        }
        let inner = rest.strip_prefix('{').and_then(|after| after.split_once('}'));
        let Some((inner, after)) = inner else {
            placeholders.clear();
            return Text::Template(Template {
                literal: literal.clone(),
                placeholders,
                pieces: Vec::new(),
                named: None,
            });
        };
        rest = after;
        let (argument, spec) = match inner.split_once(':') {
            Some((argument, spec)) => (argument.trim(), Some(spec)),
            None => (inner.trim(), None),
        };
        let target = target(argument);
        // `format!` refuses a raw identifier, and says what to write.
        is_plain &= spec.is_none() && !argument.starts_with("r#");
        has_index |= matches!(target, Target::Index(_));
        pieces.extend([Piece::Text(std::mem::take(&mut text)), Piece::Field(target.clone())]);
        named.push('{');
        named.push_str(&name_of(&target, argument));
        if let Some(spec) = spec {
            named.push(':');
            // `.*` takes its number from the next argument, which no field is.
            if spec.contains(".*") {
                placeholders.push(Placeholder {
                    target: Target::Next,
                    format: Format::Count,
                });
            }
            let (spec, counts) = counts(spec);
            has_index |= counts.iter().any(|count| matches!(count.target, Target::Index(_)));
            placeholders.extend(counts);
            named.push_str(&spec);
        }
        named.push('}');
        placeholders.push(Placeholder {
            target,
            format: format(spec.unwrap_or_default()),
        });
    }
    text.push_str(rest);
    if placeholders.is_empty() {
        return Text::Static(text);
    }
    named.push_str(rest);
    pieces.push(Piece::Text(text));
    pieces.retain(|piece| is_plain && !matches!(piece, Piece::Text(text) if text.is_empty()));
    Text::Template(Template {
        literal: literal.clone(),
        placeholders,
        pieces,
        named: has_index.then_some(named),
    })
}

fn target(argument: &str) -> Target {
    match argument.parse() {
        Ok(index) => Target::Index(index),
        Err(_) if argument.is_empty() => Target::Next,
        Err(_) => Target::Name(argument.to_owned()),
    }
}

fn name_of(target: &Target, argument: &str) -> String {
    match target {
        Target::Index(index) => format!("__{index}"),
        Target::Next | Target::Name(_) => argument.to_owned(),
    }
}

/// The fields that `{:width$.precision$}` takes its numbers from, and the specification with names for indices.
fn counts(spec: &str) -> (String, Vec<Placeholder>) {
    let mut out = String::new();
    let mut found = Vec::new();
    // The fill character stands before an alignment and may be anything, `$` too.
    let fill = spec
        .char_indices()
        .nth(1)
        .filter(|(_, c)| "<^>".contains(*c))
        .map_or(0, |(at, _)| at + 1);
    let mut rest = &spec[fill..];
    out.push_str(&spec[..fill]);
    while let Some((before, after)) = rest.split_once('$') {
        let start = before
            .rfind(|c: char| !(c.is_alphanumeric() || c == '_'))
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let argument = &before[start..];
        // A `0` before a width is the flag for leading zeros where a name follows it.
        let zeros = argument.len() - argument.trim_start_matches('0').len();
        let (flag, argument) = match argument.get(zeros..) {
            Some(name) if zeros == 1 && !name.is_empty() => argument.split_at(1),
            _ => ("", argument),
        };
        let target = target(argument);
        out.push_str(&before[..start]);
        out.push_str(flag);
        out.push_str(&name_of(&target, argument));
        out.push('$');
        found.push(Placeholder {
            target,
            format: Format::Count,
        });
        rest = after;
    }
    out.push_str(rest);
    (out, found)
}

/// The trait that the end of a specification names.
fn format(spec: &str) -> Format {
    let spec = spec.trim_end();
    match spec.chars().last() {
        Some('?') => Format::Debug,
        Some('x') => Format::LowerHex,
        Some('X') => Format::UpperHex,
        Some('o') => Format::Octal,
        Some('b') => Format::Binary,
        Some('e') => Format::LowerExp,
        Some('E') => Format::UpperExp,
        Some('p') => Format::Pointer,
        _ => Format::Display,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::Span;

    fn template(text: &str) -> Template {
        match parse(&LitStr::new(text, Span::call_site())) {
            Text::Template(template) => template,
            Text::Static(text) => panic!("{text} is static"),
        }
    }

    fn name(name: &str, format: Format) -> Placeholder {
        Placeholder {
            target: Target::Name(name.to_owned()),
            format,
        }
    }

    #[test]
    fn doubled_braces_are_text() {
        match parse(&LitStr::new("a {{b}} c", Span::call_site())) {
            Text::Static(text) => assert_eq!(text, "a {b} c"),
            Text::Template(_) => panic!("has no placeholder"),
        }
    }

    #[test]
    fn each_placeholder_is_found_with_its_trait() {
        let found = template("{id} of {total:?}, {mask:#06x} {{not}} {ratio:.2e}").placeholders;
        let expected = [
            name("id", Format::Display),
            name("total", Format::Debug),
            name("mask", Format::LowerHex),
            name("ratio", Format::LowerExp),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_width_from_a_field_is_a_reference_too() {
        let template = template("{id:$>0width$.1$}");
        let count = |target| Placeholder {
            target,
            format: Format::Count,
        };
        let expected = [
            count(Target::Name("width".to_owned())),
            count(Target::Index(1)),
            name("id", Format::Display),
        ];
        assert_eq!(template.placeholders, expected);
        assert_eq!(template.named.as_deref(), Some("{id:$>0width$.__1$}"));
    }

    #[test]
    fn indices_become_names() {
        assert_eq!(template("{0} and {1:?}").named.as_deref(), Some("{__0} and {__1:?}"));
    }

    #[test]
    fn a_text_of_plain_placeholders_comes_in_pieces() {
        let text = |text: &str| Piece::Text(text.to_owned());
        let field = |name: &str| Piece::Field(Target::Name(name.to_owned()));
        let expected = [field("id"), text(" of {"), field("total"), text("}")];
        assert_eq!(template("{id} of {{{total}}}").pieces, expected);
        assert_eq!(template("{id} of {total:?}").pieces, []);
        assert_eq!(template("{r#type}").pieces, []);
    }

    #[test]
    fn unmatched_braces_are_left_to_rustc() {
        for text in ["{", "}", "a {id", "{id} }"] {
            assert!(template(text).placeholders.is_empty(), "{text}");
        }
    }
}
