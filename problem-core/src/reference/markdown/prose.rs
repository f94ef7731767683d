//! Doc comments within a Markdown file: written anew, so that nothing in them reaches beyond its place.

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::super::docs::{clean, events};
use super::escape::{code, destination, fence, push_block_start, push_inline};

/// Appends Markdown by someone else, its headings at least `level` deep, as paragraphs of their own; nothing for a
/// blank text.
pub(super) fn push(markdown: &str, level: u8, out: &mut String) {
    let markdown = clean(markdown);
    let events = events(&markdown, level);
    let mut writer = Writer::default();
    for (at, event) in events.iter().enumerate() {
        writer.event(event, events.get(at + 1));
    }
    if !writer.out.is_empty() {
        out.push_str(&writer.out);
        out.push_str("\n\n");
    }
}

#[derive(Default)]
struct Writer {
    out: String,
    /// What stands before each line of the innermost container.
    prefix: String,
    containers: Vec<Container>,
    /// The marker of a container was just written: its first block stands on the same line.
    after_marker: bool,
    /// The last block was a list: another one must look different.
    after_list: bool,
    place: Place,
    /// A line break in the text, written once more text comes.
    line_break: Option<&'static str>,
    /// The emphasis and links that are open. The last ones are not written yet: an empty one never is.
    spans: Vec<Span>,
    unwritten: usize,
    /// The code block that is being read: its language and its text.
    code: Option<(String, String)>,
    /// The number of columns of the table that is being written.
    columns: usize,
}

/// A quote, a list or an item.
struct Container {
    /// The length of the prefix outside of it.
    outside: usize,
    kind: Kind,
}

enum Kind {
    Quote,
    List { marker: Marker, is_first: bool },
    Item { tight: bool },
}

#[derive(Clone, Copy)]
enum Marker {
    Bullet(char),
    Number(u64, char),
}

/// Where text goes.
#[derive(Clone, Copy, Default, PartialEq)]
enum Place {
    /// Into a paragraph that is not begun yet.
    #[default]
    Outside,
    /// To the beginning of a line.
    Start,
    /// Behind a number that begins a line.
    AfterNumber,
    Within,
    Heading,
    Cell,
}

struct Span {
    open: &'static str,
    close: String,
}

impl Writer {
    fn event(&mut self, event: &Event, next: Option<&Event>) {
        match event {
            Event::Start(tag) => self.start(tag, next),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => match &mut self.code {
                Some((_, code)) => code.push_str(text),
                None => self.text(text),
            },
            Event::Code(text) => {
                self.begin_text();
                self.out.push_str(&code(text, self.place == Place::Cell));
            }
            Event::SoftBreak => self.line_break = Some("\n"),
            Event::HardBreak => self.line_break = Some("\\\n"),
            Event::Rule => {
                self.begin_block(true);
                // No bullet before it makes a longer rule of it, and no text above it a heading.
                self.out.push_str("___");
            }
            // These are not enabled, or were made text.
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag, next: Option<&Event>) {
        match tag {
            Tag::Paragraph => self.place = Place::Outside,
            Tag::Heading { level, .. } => {
                self.begin_block(true);
                self.out.push_str(&"#".repeat(*level as usize));
                self.out.push(' ');
                self.place = Place::Heading;
            }
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info.split(|c| !is_language(c)).next().unwrap_or_default(),
                    CodeBlockKind::Indented => "",
                };
                self.code = Some((language.to_owned(), String::new()));
            }
            Tag::BlockQuote(_) => {
                self.begin_block(true);
                self.open(Kind::Quote, "> ", "> ");
            }
            Tag::List(first) => {
                let marker = match (first, self.after_list) {
                    (None, false) => Marker::Bullet('-'),
                    (None, true) => Marker::Bullet('*'),
                    (Some(first), false) => Marker::Number(*first, '.'),
                    (Some(first), true) => Marker::Number(*first, ')'),
                };
                self.open_list(marker);
            }
            Tag::Item => self.item(!matches!(next, Some(Event::Start(Tag::Paragraph)))),
            Tag::Table(columns) => {
                self.begin_block(true);
                self.columns = columns.len();
            }
            Tag::TableRow => self.new_line(false),
            Tag::TableCell => {
                self.out.push_str("| ");
                self.place = Place::Cell;
            }
            Tag::Emphasis => self.open_span("*", "*".to_owned()),
            Tag::Strong => self.open_span("**", "**".to_owned()),
            // Two of them side by side would begin a code block.
            Tag::Strikethrough if self.spans.iter().any(|span| span.open == "~~") => self.open_span("", String::new()),
            Tag::Strikethrough => self.open_span("~~", "~~".to_owned()),
            Tag::Link { dest_url, .. } => self.open_span("[", format!("]({})", destination(dest_url))),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Table => self.place = Place::Outside,
            TagEnd::CodeBlock => self.code_block(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => {
                if let Some(container) = self.containers.pop() {
                    self.prefix.truncate(container.outside);
                    self.after_list = matches!(container.kind, Kind::List { .. });
                }
                self.after_marker = false;
                self.place = Place::Outside;
            }
            TagEnd::TableHead => {
                self.out.push('|');
                self.new_line(false);
                self.out.push_str(&"|---".repeat(self.columns));
                self.out.push('|');
            }
            TagEnd::TableRow => self.out.push('|'),
            TagEnd::TableCell => self.out.push(' '),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => self.close_span(),
            _ => {}
        }
    }

    /// Begins a block on a line of its own, or behind the marker of its container.
    fn begin_block(&mut self, blank_before: bool) {
        self.after_list = false;
        self.line_break = None;
        self.place = Place::Outside;
        if self.after_marker {
            self.after_marker = false;
        } else {
            self.new_line(blank_before);
        }
    }

    fn new_line(&mut self, blank_before: bool) {
        if !self.out.is_empty() {
            self.out.push('\n');
            if blank_before {
                self.out.push_str(self.prefix.trim_end());
                self.out.push('\n');
            }
            self.out.push_str(&self.prefix);
        }
    }

    fn open(&mut self, kind: Kind, marker: &str, prefix: &str) {
        let outside = self.prefix.len();
        self.containers.push(Container { outside, kind });
        self.out.push_str(marker);
        self.prefix.push_str(prefix);
        self.after_marker = true;
    }

    fn open_list(&mut self, marker: Marker) {
        self.after_list = false;
        self.containers.push(Container {
            outside: self.prefix.len(),
            kind: Kind::List { marker, is_first: true },
        });
    }

    fn item(&mut self, tight: bool) {
        let mut outer = self.containers.iter_mut().rev();
        let Some(Kind::List { marker, is_first }) = outer.next().map(|list| &mut list.kind) else {
            return;
        };
        // A list right below the text of a tight item stays with it.
        let blank_before = if *is_first {
            !outer
                .next()
                .is_some_and(|parent| matches!(parent.kind, Kind::Item { tight: true }))
        } else {
            !tight
        };
        *is_first = false;
        let text = match marker {
            Marker::Bullet(bullet) => format!("{bullet} "),
            Marker::Number(number, delimiter) => {
                let text = format!("{number}{delimiter} ");
                *number = number.saturating_add(1);
                text
            }
        };
        self.begin_block(blank_before);
        self.open(Kind::Item { tight }, &text, &" ".repeat(text.len()));
    }

    fn code_block(&mut self) {
        let Some((language, code)) = self.code.take() else {
            return;
        };
        self.begin_block(true);
        let fence = fence(&code);
        self.out.push_str(&fence);
        self.out.push_str(&language);
        for line in code.lines() {
            if line.is_empty() {
                self.out.push('\n');
                self.out.push_str(self.prefix.trim_end());
            } else {
                self.new_line(false);
                self.out.push_str(line);
            }
        }
        self.new_line(false);
        self.out.push_str(&fence);
    }

    fn text(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.line_break = Some("\n");
            }
            let begins =
                self.unwritten > 0 || self.line_break.is_some() || matches!(self.place, Place::Outside | Place::Start);
            let line = if begins { line.trim_start() } else { line };
            if line.is_empty() {
                continue;
            }
            self.before_text();
            let behind_mark = self.write_spans();
            match self.place {
                Place::Start if !behind_mark => {
                    push_block_start(line, &mut self.out);
                    if line.bytes().all(|byte| byte.is_ascii_digit()) {
                        self.place = Place::AfterNumber;
                        continue;
                    }
                }
                place => {
                    if place == Place::AfterNumber && line.starts_with(['.', ')']) {
                        self.out.push('\\');
                    }
                    push_inline(line, place == Place::Heading, &mut self.out);
                }
            }
            self.leave_start();
        }
    }

    /// Before text that is no plain one.
    fn begin_text(&mut self) {
        self.before_text();
        self.write_spans();
        self.leave_start();
    }

    /// Begins the paragraph and the line that the text goes to.
    fn before_text(&mut self) {
        let line_break = self.line_break.take();
        match (self.place, line_break) {
            (Place::Outside, _) => {
                self.begin_block(true);
                self.place = Place::Start;
            }
            (Place::Heading | Place::Cell, Some(_)) => self.out.push(' '),
            (Place::Within | Place::AfterNumber, Some(line_break)) => {
                self.out.push_str(line_break);
                self.out.push_str(&self.prefix);
                self.place = Place::Start;
            }
            (_, _) => {}
        }
    }

    fn leave_start(&mut self) {
        if matches!(self.place, Place::Start | Place::AfterNumber) {
            self.place = Place::Within;
        }
    }

    fn open_span(&mut self, open: &'static str, close: String) {
        self.spans.push(Span { open, close });
        self.unwritten += 1;
    }

    /// Writes what opens the spans that text now comes into; whether that was anything.
    fn write_spans(&mut self) -> bool {
        let before = self.out.len();
        for span in &self.spans[self.spans.len() - self.unwritten..] {
            self.out.push_str(span.open);
        }
        self.unwritten = 0;
        self.out.len() > before
    }

    fn close_span(&mut self) {
        let Some(span) = self.spans.pop() else { return };
        if self.unwritten > 0 {
            self.unwritten -= 1;
            return;
        }
        // Behind a blank, a mark would not close.
        let text = self.out.trim_end_matches(' ').len();
        let blanks = self.out.split_off(text);
        self.out.push_str(&span.close);
        self.out.push_str(&blanks);
    }
}

fn is_language(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '_' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Options, Parser};

    fn written(markdown: &str) -> String {
        let mut out = String::new();
        push(markdown, 4, &mut out);
        out
    }

    #[test]
    fn usual_docs_stay_as_they_are() {
        for markdown in [
            "One paragraph\nof two lines.\n\nAnother with `code`, *emphasis*, **more** and ~~less~~.",
            "- one\n- two\n  - nested\n- three",
            "1. one\n\n2. two\n\n   with a second paragraph\n\n3. three",
            "> quoted\n>\n> - with a list\n\nAnd on.",
            "```json\n{\n\n}\n```",
            "[A link](https://example.com/?a&amp;b)",
            "| a | b |\n|---|---|\n| `1` | two |",
            "A line\\\nbroken",
        ] {
            assert_eq!(written(markdown).trim_end(), markdown);
        }
    }

    #[test]
    fn headings_go_below_those_of_the_file() {
        assert_eq!(written("# Remedy #\n\nTitle\n=====\n"), "#### Remedy\n\n#### Title\n\n");
    }

    #[test]
    fn what_is_text_stays_text() {
        for (markdown, expected) in [
            ("<div>\n# no heading\n</div>", "\\<div>\n\\# no heading\n\\</div>"),
            ("1\\. no list", "1\\. no list"),
            ("1[![](x:y)](https://a.example). no list", "1\\. no list"),
            ("*[ a](x:y)*", "*a*"),
            ("a\n\\---", "a\n\\---"),
            ("***![](x:y)***", ""),
            ("~~~a\n```\n~~~", "````a\n```\n````"),
            ("```\nnever closed", "```\nnever closed\n```"),
            ("    \\#", "```\n\\#\n```"),
        ] {
            assert_eq!(written(markdown).trim_end(), expected, "{markdown}");
        }
    }

    #[test]
    fn lists_side_by_side_stay_two() {
        assert_eq!(written("- a\n\n\n* b\n").trim_end(), "- a\n\n* b");
    }

    #[test]
    fn writing_twice_changes_nothing() {
        for markdown in [
            "- - 1. > a\n\n  b",
            "> ```\n> a\n\nb",
            "* * *\n- - -",
            "1) a\n\n2. b",
            "~~a ~b~ c~~",
            "- a\n  1. b\n\n     c",
        ] {
            let once = written(markdown);
            assert_eq!(written(&once), once, "{markdown}");
            let events = |markdown: &str| Parser::new_ext(markdown, Options::ENABLE_TABLES).count();
            assert_eq!(events(&once), events(&written(&once)));
        }
    }
}
