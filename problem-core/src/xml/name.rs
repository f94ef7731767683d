//! The name of a member as the name of an element, and back.

use std::borrow::Cow;
use std::fmt::Write;

/// What stands for the name without a character.
const EMPTY: &str = "_x_";

/// The name as an XML name without a colon: see [`ProblemDetails::to_xml`](crate::ProblemDetails::to_xml).
///
/// Only what each edition of XML 1.0 allows is taken as it is; the fourth and the fifth differ beyond ASCII.
pub(super) fn escape(name: &str) -> Cow<'_, str> {
    let is_literal = |(at, c): (usize, char)| match c {
        'a'..='z' | 'A'..='Z' => true,
        '_' => !looks_like_escape(&name[at..]),
        _ => at > 0 && is_literal_within(c),
    };
    if name.is_empty() {
        return Cow::Borrowed(EMPTY);
    }
    if name != EMPTY && name.char_indices().all(is_literal) {
        return Cow::Borrowed(name);
    }
    let mut out = String::with_capacity(2 * name.len());
    for (at, c) in name.char_indices() {
        if is_literal((at, c)) && (at > 0 || name != EMPTY) {
            out.push(c);
        } else {
            _ = write!(out, "_x{:04X}_", u32::from(c));
        }
    }
    Cow::Owned(out)
}

/// The name whose escaped form this is. Any other is taken as it is, so that no two elements have the same name.
pub(super) fn unescape(element: &str) -> Cow<'_, str> {
    if element == EMPTY {
        return Cow::Borrowed("");
    }
    if !element.contains("_x") {
        return Cow::Borrowed(element);
    }
    let mut name = String::with_capacity(element.len());
    let mut rest = element;
    while let Some(c) = rest.chars().next() {
        let (c, len) = first_escape(rest).unwrap_or((c, c.len_utf8()));
        name.push(c);
        rest = &rest[len..];
    }
    if escape(&name) == element {
        Cow::Owned(name)
    } else {
        Cow::Borrowed(element)
    }
}

/// The escape that a text begins with: its character and its length.
fn first_escape(text: &str) -> Option<(char, usize)> {
    let digits = escape_digits(text)?;
    let rest = &text["_x".len() + digits.len()..];
    let c = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    rest.starts_with('_').then_some((c, "_x_".len() + digits.len()))
}

/// Whether a `_` that is written as it is could be taken for the begin of an escape. Of what follows the digits, an
/// escape of its own begins with a `_` too.
fn looks_like_escape(text: &str) -> bool {
    escape_digits(text).is_some_and(|digits| {
        let next = text["_x".len() + digits.len()..].chars().next();
        next.is_some_and(|c| c == '_' || !is_literal_within(c))
    })
}

/// The digits of `_xHHHH`, where there are as many as a code point has.
fn escape_digits(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("_x")?;
    let is_digit = |c: char| matches!(c, '0'..='9' | 'A'..='F');
    let digits = &rest[..rest.find(|c| !is_digit(c)).unwrap_or(rest.len())];
    (4..=6).contains(&digits.len()).then_some(digits)
}

/// Whether a character other than `_` can stand behind the first one of a name.
fn is_literal_within(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '.'
}

/// Whether a text is a name with at most one prefix (Namespaces in XML 1.0 §4, after XML 1.0, fifth edition).
pub(super) fn is_qualified_name(text: &str) -> bool {
    match text.split_once(':') {
        Some((prefix, local)) => is_name(prefix) && is_name(local),
        None => is_name(text),
    }
}

/// Whether a text is a name without a colon.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(is_name_start) && text.chars().all(is_name_char)
}

/// XML 1.0 §2.3, production 4, without the colon.
fn is_name_start(c: char) -> bool {
    matches!(c,
        'A'..='Z' | '_' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

/// XML 1.0 §2.3, production 4a, without the colon.
fn is_name_char(c: char) -> bool {
    let more = matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}');
    more || is_name_start(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_ascii_letters_digits_and_signs_is_taken_as_it_is() {
        for name in [
            "balance",
            "_",
            "a_x",
            "offset_x2",
            "a-b.c_d",
            "_x00",
            "_x0041",
            "_x0000041_",
            "_X0041_",
            "x0041_",
        ] {
            assert_eq!(escape(name), name);
            assert_eq!(unescape(name), name);
        }
    }

    #[test]
    fn any_other_character_is_written_as_its_code_point() {
        for (name, element) in [
            ("", "_x_"),
            ("_x_", "_x005F_x_"),
            ("_x_ ", "_x__x0020_"),
            ("my name", "my_x0020_name"),
            ("1st", "_x0031_st"),
            ("-", "_x002D_"),
            (".5", "_x002E_5"),
            ("dc:title", "dc_x003A_title"),
            ("größe", "gr_x00F6__x00DF_e"),
            ("a\u{0}", "a_x0000_"),
            ("\u{1F980}", "_x1F980_"),
            ("\u{10FFFF}", "_x10FFFF_"),
            ("<&>", "_x003C__x0026__x003E_"),
            ("_x0020_", "_x005F_x0020_"),
            ("_x0020 ", "_x005F_x0020_x0020_"),
            ("_x0020é", "_x005F_x0020_x00E9_"),
            ("_x005F_x0041_", "_x005F_x005F_x005F_x0041_"),
        ] {
            assert_eq!(escape(name), element);
            assert_eq!(unescape(element), name);
            assert!(is_name(element), "{element}");
        }
    }

    #[test]
    fn an_element_that_is_no_escaped_form_has_its_own_name() {
        // Of each, another element is the escaped form: `status` can not come in twice.
        for element in [
            "_x0073_tatus",
            "a_x0041_",
            "_x00FFFF_",
            "_x110000_",
            "_xD800_",
            "größe_x0020_",
            "_x00e9_",
        ] {
            assert_eq!(unescape(element), element);
        }
    }

    #[test]
    fn names_are_those_of_the_specification() {
        for name in ["a", "_", "é", "p\u{B7}", "a-1.b", "\u{10000}", "x\u{203F}"] {
            assert!(is_name(name), "{name}");
        }
        for name in [
            "",
            "1",
            "-a",
            ".a",
            "\u{B7}",
            "a b",
            "a:b",
            "a\u{D7}",
            "\u{F0000}",
            "a<",
            "\u{300}",
        ] {
            assert!(!is_name(name), "{name}");
        }
        assert!(is_qualified_name("a:b"));
        for name in [":a", "a:", "a:b:c", ":", ""] {
            assert!(!is_qualified_name(name), "{name}");
        }
    }
}
