//! Texts as TypeScript: literals, property names, doc comments.

use std::fmt::{self, Write};

use super::super::docs::{clean, one_line};

/// A text as a string literal.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            // Line ends of the language, and what would show the source in another order than it is.
            '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => push_escaped(c, &mut out),
            c if c.is_control() => push_escaped(c, &mut out),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn push_escaped(c: char, out: &mut String) {
    // Writing to a string does not fail.
    _ = write!(out, "\\u{{{:x}}}", u32::from(c));
}

/// A name as that of a property: as it is, or quoted.
pub(super) fn key(name: &str) -> String {
    let is_identifier = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_identifier { name.to_owned() } else { literal(name) }
}

/// A text within a line comment or a line of a doc comment.
pub(super) fn one_liner(text: &str) -> String {
    one_line(text).replace("*/", "*\\/")
}

/// A doc comment.
#[derive(Default)]
pub(super) struct Comment {
    lines: Vec<String>,
}

impl Comment {
    pub(super) fn new() -> Self {
        Comment::default()
    }

    /// Adds a line as it is.
    pub(super) fn line(mut self, line: &str) -> Self {
        self.lines.push(line.to_owned());
        self
    }

    /// Adds a text by someone else, set apart by a blank line; nothing for a blank one.
    pub(super) fn paragraph(mut self, text: &str) -> Self {
        let text = clean(text);
        let text = text.trim();
        if text.is_empty() {
            return self;
        }
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        let lines = text.split(['\n', '\u{2028}', '\u{2029}']);
        self.lines.extend(lines.map(|line| {
            let line = line.trim_end().replace("*/", "*\\/");
            // At the beginning of a line it would be a tag.
            let indented = line.trim_start();
            match indented.strip_prefix('@') {
                Some(rest) => format!("{}\\@{rest}", &line[..line.len() - indented.len()]),
                None => line,
            }
        }));
        self
    }

    pub(super) fn deprecated(mut self, note: Option<&str>) -> Self {
        if let Some(note) = note {
            self.lines
                .push(format!("@deprecated {}", one_liner(note)).trim_end().to_owned());
        }
        self
    }

    /// Appends the comment; nothing where it has no lines.
    pub(super) fn write(&self, indent: &str, out: &mut String) -> fmt::Result {
        match &*self.lines {
            [] => Ok(()),
            [only] => writeln!(out, "{indent}/** {only} */"),
            lines => {
                writeln!(out, "{indent}/**")?;
                for line in lines {
                    // The blank behind the star keeps a slash that begins a line from ending the comment.
                    writeln!(out, "{}", format!("{indent} * {line}").trim_end())?;
                }
                writeln!(out, "{indent} */")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_holds_any_text() {
        assert_eq!(
            literal("a\"b\\c\nd\u{202e}\u{2028}\0 é"),
            r#""a\"b\\c\nd\u{202e}\u{2028}\u{0} é""#
        );
    }

    #[test]
    fn only_identifiers_stand_without_quotes() {
        for (name, expected) in [
            ("NotFound", "NotFound"),
            ("r2_d2", "r2_d2"),
            ("retry-after", "\"retry-after\""),
            ("2x", "\"2x\""),
            ("größe", "\"größe\""),
            ("", "\"\""),
        ] {
            assert_eq!(key(name), expected);
        }
    }

    #[test]
    fn nothing_ends_a_comment_early() {
        let mut out = String::new();
        let comment = Comment::new()
            .paragraph("a */ b\n/ c\n  @deprecated no\n\n")
            .deprecated(Some("x*/"));
        comment.write("  ", &mut out).unwrap();
        assert_eq!(
            out,
            "  /**\n   * a *\\/ b\n   * / c\n   *   \\@deprecated no\n   * @deprecated x*\\/\n   */\n"
        );
    }
}
