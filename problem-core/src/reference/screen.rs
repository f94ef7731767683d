//! Text for a terminal: wrapped, indented, and without what would act on the terminal.

use std::borrow::Cow;
use std::fmt::Write;

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A piece of text in one style.
pub(crate) type Span<'a> = (Style, Cow<'a, str>);

/// Text in no style.
pub(crate) fn plain<'a>(text: impl Into<Cow<'a, str>>) -> Span<'a> {
    (Style::new(), text.into())
}

/// The columns that text has at least, however deep it is indented.
const MIN_COLUMNS: usize = 20;

/// Text that grows line by line.
pub(crate) struct Screen {
    out: String,
    width: usize,
    colour: bool,
}

impl Screen {
    /// A screen of so many columns; without `colour`, styles are left out.
    pub(crate) fn new(width: usize, colour: bool) -> Self {
        Screen {
            out: String::new(),
            width,
            colour,
        }
    }

    /// All lines, each with its newline.
    pub(crate) fn into_text(self) -> String {
        self.out
    }

    pub(crate) fn blank_line(&mut self) {
        self.out.push('\n');
    }

    /// One line as it is, however wide.
    pub(crate) fn line(&mut self, spans: &[Span]) {
        for (style, text) in spans {
            self.put(*style, &visible(text));
        }
        self.end_line();
    }

    /// Words in as many lines as they need: the first line begins with `first`, the others with `hang`.
    pub(crate) fn paragraph(&mut self, first: &[Span], hang: &str, spans: &[Span]) {
        let mut column = 0;
        for (style, text) in first {
            let text = visible(text);
            self.put(*style, &text);
            column += text.width();
        }
        let start = hang.width();
        let limit = self.width.max(start + MIN_COLUMNS);
        let mut has_words = false;
        for word in words(spans, limit - start) {
            if column + usize::from(has_words) + word.width > limit && (has_words || column > start) {
                self.next_line(hang);
                column = start;
            } else if has_words {
                self.out.push(' ');
                column += 1;
            }
            has_words = true;
            if column + word.width <= limit {
                column += word.width;
                for (style, text) in &word.pieces {
                    self.put(*style, text);
                }
            } else {
                column = self.put_in_parts(&word, column, limit, hang);
            }
        }
        self.end_line();
    }

    /// A word that is wider than a line.
    fn put_in_parts(&mut self, word: &Word, mut column: usize, limit: usize, hang: &str) -> usize {
        let mut joined = false;
        for (style, text) in &word.pieces {
            let mut start = 0;
            for (at, c) in text.char_indices() {
                let width = c.width().unwrap_or(0);
                // Marks and joined emoji stay with the character before them.
                if width > 0 && !joined && column + width > limit {
                    self.put(*style, &text[start..at]);
                    self.next_line(hang);
                    (start, column) = (at, hang.width());
                }
                joined = c == '\u{200d}';
                column += width;
            }
            self.put(*style, &text[start..]);
        }
        column
    }

    fn put(&mut self, style: Style, text: &str) {
        if self.colour && !text.is_empty() && style != Style::new() {
            // Writing to a string does not fail.
            _ = write!(self.out, "{style}{text}{style:#}");
        } else {
            self.out.push_str(text);
        }
    }

    fn next_line(&mut self, prefix: &str) {
        self.end_line();
        self.out.push_str(prefix);
    }

    fn end_line(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
    }
}

/// What is not split unless it is wider than a line.
struct Word<'a> {
    pieces: Vec<(Style, Cow<'a, str>)>,
    width: usize,
}

/// The words of a text. Blanks that keep words together do so unless these are wider than `room`.
fn words<'a>(spans: &'a [Span], room: usize) -> Vec<Word<'a>> {
    let mut words = Vec::new();
    for word in split(spans, |c| c.is_whitespace() && !keeps_together(c)) {
        if word.width > room && word.pieces.iter().any(|(_, text)| text.contains(keeps_together)) {
            words.extend(split(&word.pieces, char::is_whitespace).into_iter().map(|word| {
                Word {
                    pieces: word
                        .pieces
                        .into_iter()
                        .map(|(style, text)| (style, Cow::Owned(text.into_owned())))
                        .collect(),
                    width: word.width,
                }
            }));
        } else {
            words.push(word);
        }
    }
    for (_, text) in words.iter_mut().flat_map(|word: &mut Word| &mut word.pieces) {
        if text.contains(keeps_together) {
            // What is copied from a terminal has blanks that every shell knows.
            *text = Cow::Owned(text.replace(keeps_together, " "));
        }
    }
    words
}

/// The words between gaps; one of them may have several styles.
fn split<'a>(spans: &'a [Span], is_gap: impl Fn(char) -> bool) -> Vec<Word<'a>> {
    let mut words: Vec<Word> = Vec::new();
    // Whether the next text goes on with the last word.
    let mut open = false;
    for (style, text) in spans {
        for (i, part) in text.split(&is_gap).enumerate() {
            open &= i == 0;
            if part.is_empty() {
                continue;
            }
            let part = visible(part);
            let width = part.width();
            match words.last_mut().filter(|_| open) {
                Some(word) => {
                    word.pieces.push((*style, part));
                    word.width += width;
                }
                None => words.push(Word {
                    pieces: vec![(*style, part)],
                    width,
                }),
            }
            open = true;
        }
    }
    words
}

/// Blanks at which no line ends.
fn keeps_together(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}')
}

/// Text that a terminal only shows: control characters, and the overrides of the writing direction that reorder what
/// follows them, become U+FFFD; a tab becomes four blanks.
fn visible(text: &str) -> Cow<'_, str> {
    fn is_harmful(c: char) -> bool {
        c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    }
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace('\t', "    ").replace(is_harmful, "\u{fffd}"))
}

#[cfg(test)]
mod tests {
    use anstyle::AnsiColor;

    use super::*;

    fn wrapped(width: usize, first: &str, hang: usize, text: &str) -> String {
        let mut screen = Screen::new(width, false);
        screen.paragraph(&[plain(first)], &" ".repeat(hang), &[plain(text)]);
        screen.into_text()
    }

    #[test]
    fn words_fill_the_lines() {
        let text = "one two three four five";
        assert_eq!(wrapped(24, "- ", 2, text), "- one two three four\n  five\n");
        assert_eq!(wrapped(25, "- ", 2, text), "- one two three four five\n");
        assert_eq!(wrapped(80, "", 0, "  a \n\t b\u{85}c  "), "a b c\n");
        assert_eq!(wrapped(80, "    ", 4, ""), "\n");
    }

    #[test]
    fn width_is_counted_in_columns() {
        // Each of these takes two columns.
        assert_eq!(wrapped(20, "", 0, "订单已归档 订单已归档"), "订单已归档\n订单已归档\n");
        assert_eq!(wrapped(21, "", 0, "订单已归档 订单已归档"), "订单已归档 订单已归档\n");
        assert_eq!(wrapped(20, "", 0, "👩‍👩‍👧 seventeen letters"), "👩‍👩‍👧 seventeen letters\n");
        assert_eq!(
            wrapped(20, "", 0, "e\u{301}234567890 234567890"),
            "e\u{301}234567890 234567890\n"
        );
    }

    #[test]
    fn a_word_wider_than_the_line_is_split() {
        let long = "x".repeat(45);
        let lines = wrapped(20, "", 0, &format!("see {long}."));
        assert_eq!(lines, format!("see\n{0}\n{0}\nxxxxx.\n", "x".repeat(20)));
        assert_eq!(
            wrapped(20, "", 0, &"订".repeat(11)),
            format!("{}\n订\n", "订".repeat(10))
        );
        assert_eq!(
            wrapped(20, &"-".repeat(30), 2, "word"),
            format!("{}\n  word\n", "-".repeat(30))
        );
        assert_eq!(
            wrapped(10, "", 50, &"x".repeat(80)),
            format!("{}\n{2:50}{}\n", "x".repeat(70), "x".repeat(10), "")
        );
    }

    #[test]
    fn blanks_may_keep_words_together() {
        assert_eq!(
            wrapped(24, "", 0, "confirm it with `a\u{a0}b\u{a0}c`"),
            "confirm it with `a b c`\n"
        );
        assert_eq!(
            wrapped(22, "", 0, "confirm it with `a\u{a0}b\u{a0}c`"),
            "confirm it with\n`a b c`\n"
        );
        let long = "one\u{a0}two\u{a0}three\u{a0}four\u{a0}five";
        assert_eq!(wrapped(20, "", 0, long), "one two three four\nfive\n");
    }

    #[test]
    fn a_word_may_have_several_styles() {
        let bold = Style::new().bold();
        let spans = [
            plain("is "),
            (bold, "arch".into()),
            plain("ived, "),
            (bold, "now".into()),
        ];
        let mut screen = Screen::new(20, true);
        screen.paragraph(&[], "", &spans);
        let text = screen.into_text();
        assert_eq!(text, format!("is {bold}arch{bold:#}ived, {bold}now{bold:#}\n"));
    }

    #[test]
    fn nothing_acts_on_the_terminal() {
        let red = AnsiColor::Red.on_default();
        let mut screen = Screen::new(80, false);
        screen.line(&[(red, "\u{1b}[31mred\u{7}\r\n\tx\u{9b}31m\u{202e}abc".into())]);
        screen.paragraph(&[plain("\u{8}")], "", &[(red, "\u{1b}]0;title\u{7} שלום".into())]);
        assert_eq!(
            screen.into_text(),
            "\u{fffd}[31mred\u{fffd}\u{fffd}\u{fffd}    x\u{fffd}31m\u{fffd}abc\n\u{fffd}\u{fffd}]0;title\u{fffd} שלום\n",
        );
    }
}
