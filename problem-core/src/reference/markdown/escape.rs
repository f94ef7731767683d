//! Plain text as Markdown that shows it, with as few backslashes as do.

use super::super::docs::one_line;

/// A text within a line.
pub(in crate::reference) fn inline(text: &str) -> String {
    let mut out = String::new();
    push_inline(&one_line(text), false, &mut out);
    out
}

/// A text that begins a line.
pub(super) fn block(text: &str) -> String {
    let mut out = String::new();
    push_block_start(&one_line(text), &mut out);
    out
}

/// A text as code; as plain text where a code span could not hold it.
pub(in crate::reference) fn code(text: &str, in_table: bool) -> String {
    let text = one_line(text);
    // Backslashes are no escapes in a code span, so that a bar would end the cell.
    if text.is_empty() || (in_table && text.contains('|')) {
        return inline(&text);
    }
    let fence = "`".repeat(longest_run(&text, '`') + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// The fence that this code does not contain.
pub(super) fn fence(code: &str) -> String {
    "`".repeat(longest_run(code, '`').max(2) + 1)
}

/// Appends a text without line breaks that begins a line: nothing in it makes a heading, a list, or a quote.
pub(super) fn push_block_start(text: &str, out: &mut String) {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at(digits);
    out.push_str(number);
    let marks: &[char] = if digits > 0 {
        &['.', ')']
    } else {
        &['#', '+', '-', '=', '>', ':']
    };
    if let Some(after) = rest.strip_prefix(marks) {
        out.push('\\');
        out.push_str(&rest[..rest.len() - after.len()]);
        push_inline(after, false, out);
    } else {
        push_inline(rest, false, out);
    }
}

/// Appends a text without line breaks: nothing in it is markup.
pub(super) fn push_inline(text: &str, in_heading: bool, out: &mut String) {
    let mut before: Option<char> = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied();
        let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_markup = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' | '$' => true,
            // Within a word it is a letter: snake_case.
            '_' => !(in_word(before) && in_word(after)),
            '&' => after.is_none_or(|c| c.is_alphanumeric() || c == '#'),
            // At the end of a heading it would be taken for its closing.
            '#' => in_heading,
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
}

/// An address as the destination of a link.
pub(super) fn destination(to: &str) -> String {
    let mut out = String::with_capacity(to.len() + 2);
    for c in to.chars() {
        match c {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '|' => out.push_str("%7C"),
            '`' => out.push_str("%60"),
            '&' => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
    if out.contains(['(', ')']) {
        format!("<{out}>")
    } else {
        out
    }
}

fn longest_run(text: &str, of: char) -> usize {
    text.split(|c| c != of).map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    const HOSTILE: [&str; 16] = [
        "snake_case and _emphasis_ and __strong__",
        "a | b || \\| c \\\\| d",
        "<script>alert(1)</script>",
        "`code` ``two`` ```",
        "*a* **b** ***",
        "[a](b) ![c](d) [e]: f",
        "&lt; &amp; & &#60; AT&T",
        "# no heading #",
        "1. no list",
        "12) no list",
        "- no list",
        "+ no list",
        "> no quote",
        "=====",
        "~~~ $x$ ~~s~~",
        "🦀 שלום \u{202e}over",
    ];

    fn text_of(markdown: &str) -> (String, usize) {
        let mut text = String::new();
        let mut blocks = 0;
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(part) | Event::Code(part) => text.push_str(&part),
                Event::SoftBreak => text.push('\n'),
                Event::Start(Tag::Paragraph) => blocks += 1,
                Event::Start(_) | Event::InlineHtml(_) | Event::Html(_) => blocks += 100,
                _ => {}
            }
        }
        (text, blocks)
    }

    #[test]
    fn escaped_text_reads_as_it_was() {
        for text in HOSTILE {
            let expected = text.replace('\u{202e}', "\u{fffd}");
            assert_eq!(text_of(&block(text)), (expected.clone(), 1), "{text}");
            assert_eq!(text_of(&code(text, false)), (expected, 1), "{text}");
        }
    }

    #[test]
    fn a_cell_stays_one_cell() {
        for text in HOSTILE {
            for cell in [inline(text), code(text, true)] {
                let table = format!("| a | b |\n|---|---|\n| {cell} | last |\n");
                let mut cells = vec![];
                for event in Parser::new_ext(&table, Options::ENABLE_TABLES) {
                    match event {
                        Event::Start(Tag::TableCell) => cells.push(String::new()),
                        Event::Text(part) | Event::Code(part) => cells.last_mut().unwrap().push_str(&part),
                        Event::Html(part) | Event::InlineHtml(part) => panic!("{part}"),
                        _ => {}
                    }
                }
                assert_eq!(cells, ["a", "b", &text.replace('\u{202e}', "\u{fffd}"), "last"]);
            }
        }
    }

    #[test]
    fn plain_words_stay_plain() {
        for text in [
            "Sequence is archived",
            "max_steps: 5",
            "R & D",
            "a -> b",
            "50% (of 3)",
            "C# 1.5",
        ] {
            assert_eq!(block(text), text);
        }
    }

    #[test]
    fn an_address_stays_one() {
        assert_eq!(destination("https://a.example/?b&c"), "https://a.example/?b&amp;c");
        assert_eq!(destination("https://a.example/(b)"), "<https://a.example/(b)>");
        assert_eq!(destination("https://a.example/<b>|"), "https://a.example/%3Cb%3E%7C");
    }
}
