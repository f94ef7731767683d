//! Doc comments, which are Markdown, as lines of a terminal.

use anstyle::{AnsiColor, Style};
use pulldown_cmark::{Event, Tag, TagEnd};
use unicode_width::UnicodeWidthStr;

use super::INDENT;
use crate::reference::docs::events;
use crate::reference::screen::{Screen, Span, plain};

/// Writes Markdown as text: its paragraphs, lists, quotes, code blocks and tables, a blank line between them.
pub(super) fn write(markdown: &str, screen: &mut Screen) {
    let mut writer = Writer {
        screen,
        spans: Vec::new(),
        styles: Vec::new(),
        prefix: String::new(),
        marker: None,
        outside: Vec::new(),
        numbers: Vec::new(),
        link: None,
        wants_blank_line: false,
        code: None,
        table: Vec::new(),
    };
    for event in events(markdown, 1) {
        writer.event(event);
    }
    writer.flush();
}

struct Writer<'s> {
    screen: &'s mut Screen,
    /// The paragraph that is being read.
    spans: Vec<Span<'static>>,
    /// The emphasis that is open.
    styles: Vec<Style>,
    /// What stands before each line of the innermost quote or item.
    prefix: String,
    /// What stands before the first line of an item instead.
    marker: Option<String>,
    /// Of each open quote and item, the length of the prefix outside of it.
    outside: Vec<usize>,
    /// Of each open list, the number of the next item, if they are numbered.
    numbers: Vec<Option<u64>>,
    /// The address of the open link, and where its text begins.
    link: Option<(String, usize)>,
    wants_blank_line: bool,
    /// The code block that is being read.
    code: Option<String>,
    /// The rows of the table that is being read.
    table: Vec<Vec<String>>,
}

impl Writer<'_> {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.push(Style::new(), text.into_string()),
            },
            Event::Code(text) => self.push(AnsiColor::Cyan.on_default(), format!("`{text}`")),
            Event::SoftBreak => self.push(Style::new(), " ".to_owned()),
            Event::HardBreak => {
                self.flush();
                self.wants_blank_line = false;
            }
            Event::Rule => {
                self.flush();
                self.push(Style::new(), "---".to_owned());
                self.end_block();
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

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Heading { .. } => {
                self.flush();
                self.styles.push(Style::new().bold());
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.enter("│ ");
            }
            Tag::List(first) => {
                self.flush();
                self.numbers.push(first);
            }
            Tag::Item => {
                let marker = match self.numbers.last_mut() {
                    Some(Some(number)) => {
                        let marker = format!("{number}. ");
                        *number = number.saturating_add(1);
                        marker
                    }
                    _ => "- ".to_owned(),
                };
                self.flush();
                let first = format!("{}{marker}", self.prefix);
                self.enter(&" ".repeat(marker.len()));
                self.marker = Some(first);
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = Some(String::new());
            }
            Tag::Emphasis => self.styles.push(Style::new().italic()),
            Tag::Strong => self.styles.push(Style::new().bold()),
            Tag::Strikethrough => self.styles.push(Style::new().strikethrough()),
            Tag::Link { dest_url, .. } => self.link = Some((dest_url.into_string(), self.spans.len())),
            Tag::Table(_) => self.flush(),
            Tag::TableHead | Tag::TableRow => self.table.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.end_block(),
            TagEnd::Heading(_) => {
                self.styles.pop();
                self.end_block();
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.leave();
                self.wants_blank_line = true;
            }
            TagEnd::List(_) => {
                self.flush();
                self.numbers.pop();
                // A list within an item belongs to its text.
                self.wants_blank_line |= self.numbers.is_empty();
            }
            TagEnd::Item => {
                self.flush();
                if self.marker.is_some() {
                    self.put(&[]);
                }
                self.leave();
            }
            TagEnd::CodeBlock => self.code_block(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                self.styles.pop();
            }
            TagEnd::Link => self.end_link(),
            TagEnd::TableCell => {
                let cell: String = self.spans.drain(..).map(|(_, text)| text).collect();
                if let Some(row) = self.table.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => self.end_table(),
            _ => {}
        }
    }

    fn push(&mut self, style: Style, text: String) {
        let style = self.styles.iter().fold(style, |style, open| {
            style.effects(style.get_effects() | open.get_effects())
        });
        self.spans.push((style, text.into()));
    }

    /// Goes into a quote or an item.
    fn enter(&mut self, prefix: &str) {
        self.blank_line();
        self.outside.push(self.prefix.len());
        self.prefix.push_str(prefix);
    }

    fn leave(&mut self) {
        if let Some(length) = self.outside.pop() {
            self.prefix.truncate(length);
        }
        self.marker = None;
    }

    fn end_block(&mut self) {
        self.flush();
        self.wants_blank_line = true;
    }

    /// Writes the paragraph, if there is one.
    fn flush(&mut self) {
        if !self.spans.is_empty() {
            let spans = std::mem::take(&mut self.spans);
            self.put(&spans);
        }
    }

    fn put(&mut self, spans: &[Span]) {
        self.blank_line();
        let first = self.marker.take().unwrap_or_else(|| self.prefix.clone());
        self.screen.paragraph(&[plain(first)], &self.prefix, spans);
    }

    fn blank_line(&mut self) {
        if std::mem::take(&mut self.wants_blank_line) {
            self.screen.line(&[plain(&*self.prefix)]);
        }
    }

    /// The address behind the text, unless the text is the address.
    fn end_link(&mut self) {
        let Some((to, start)) = self.link.take() else { return };
        let text: String = self.spans.iter().skip(start).map(|(_, text)| &**text).collect();
        if to != text && to.strip_prefix("mailto:") != Some(&*text) {
            self.push(Style::new(), format!(" <{to}>"));
        }
    }

    fn code_block(&mut self) {
        let code = self.code.take().unwrap_or_default();
        for line in code.lines() {
            self.blank_line();
            let first = self.marker.take().unwrap_or_else(|| self.prefix.clone());
            self.screen.line(&[
                plain(first),
                plain(INDENT),
                (AnsiColor::Cyan.on_default(), line.to_owned().into()),
            ]);
        }
        self.wants_blank_line = true;
    }

    /// Cells below each other; the last one of a row goes on below itself.
    fn end_table(&mut self) {
        let rows = std::mem::take(&mut self.table);
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let width_of = |column: usize| {
            rows.iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.width())
                .max()
        };
        let widths: Vec<usize> = (0..columns)
            .map(|column| width_of(column).unwrap_or_default().min(24))
            .collect();
        for (number, row) in rows.into_iter().enumerate() {
            self.blank_line();
            let style = if number == 0 { Style::new().bold() } else { Style::new() };
            let mut first = vec![plain(self.marker.take().unwrap_or_else(|| self.prefix.clone()))];
            let mut hang = self.prefix.clone();
            let mut cells = row.into_iter().zip(&widths).peekable();
            let mut last = String::new();
            while let Some((cell, width)) = cells.next() {
                if cells.peek().is_none() {
                    last = cell;
                    break;
                }
                let blanks = " ".repeat(width.saturating_sub(cell.width()) + 2);
                hang.push_str(&" ".repeat(width + 2));
                first.push((style, cell.into()));
                first.push(plain(blanks));
            }
            self.screen.paragraph(&first, &hang, &[(style, last.into())]);
        }
        self.wants_blank_line = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(markdown: &str) -> String {
        let mut screen = Screen::new(40, false);
        write(markdown, &mut screen);
        screen.into_text()
    }

    #[test]
    fn paragraphs_are_wrapped() {
        assert_eq!(
            text("An *archived* sequence can be **read**,\nnot `changed`.  \nNew line.\n\nNext."),
            "An archived sequence can be read, not\n`changed`.\nNew line.\n\nNext.\n",
        );
    }

    #[test]
    fn lists_hang_below_their_markers() {
        let expected = "\
Before

- one that is long enough to go on in
  the next line
- two
  1. first
  2. second
     | quoted

- three

After
";
        let markdown = "Before\n\n* one that is long enough to go on in the next line\n* two\n  1. first\n  2. second\n     > quoted\n* three\n\nAfter";
        assert_eq!(text(markdown).replace('│', "|"), expected);
        assert_eq!(text("- \n- x"), "-\n- x\n");
        assert_eq!(text("9. a\n\n   b\n\n10. c"), "9. a\n\n   b\n\n10. c\n");
    }

    #[test]
    fn code_is_shown_as_it_is() {
        assert_eq!(
            text("Send:\n```http\nGET /  HTTP/1.1\n\n\tX: y\n```\nDone."),
            "Send:\n\n  GET /  HTTP/1.1\n\n      X: y\n\nDone.\n",
        );
        assert_eq!(text("- ```\n  a\n  ```"), "-   a\n");
    }

    #[test]
    fn quotes_have_a_bar() {
        assert_eq!(text("> a\n>\n> > b\n\nc"), "│ a\n│\n│ │ b\n\nc\n");
    }

    #[test]
    fn headings_rules_and_html_are_text() {
        assert_eq!(
            text("# Remedy\nWait.\n\n---\n<b>x</b>"),
            "Remedy\n\nWait.\n\n---\n\n<b>x</b>\n"
        );
    }

    #[test]
    fn links_show_where_they_lead() {
        assert_eq!(
            text("See [the page](https://example.com)."),
            "See the page <https://example.com>.\n"
        );
        assert_eq!(text("See <https://example.com>."), "See https://example.com.\n");
        assert_eq!(text("[`NotFound`](crate::NotFound)"), "`NotFound`\n");
        assert_eq!(text("<ada@example.com>"), "ada@example.com\n");
    }

    #[test]
    fn tables_have_columns() {
        assert_eq!(
            text(
                "| state | remedy |\n|---|---|\n| 新 | wait until it is there, then send it again |\n| archived | none |"
            ),
            "state     remedy\n新        wait until it is there, then\n          send it again\narchived  none\n",
        );
    }

    #[test]
    fn deep_nesting_leaves_room_for_the_text() {
        let lines = text(&format!("{}{}", "> ".repeat(100), "word ".repeat(20)));
        assert!(lines.lines().all(|line| line.width() <= 40), "{lines}");
    }
}
