//! What there is to explain.

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use super::{BOLD, Terminal, status_style};
use crate::reference::screen::plain;
use crate::{Catalog, Domain};

/// A domain on each line: `sequences  10 problems`.
pub(super) fn domains(catalog: &Catalog, terminal: Terminal) -> String {
    let mut screen = terminal.screen();
    let column = column(catalog.domains().iter().map(Domain::slug), 40);
    for domain in catalog.domains() {
        let slug = (BOLD, pad(domain.slug(), column).into());
        let count = domain.problems().len();
        let count = format!("{count:>3} problem{}", if count == 1 { "" } else { "s" });
        screen.line(&[slug, plain(count)]);
    }
    screen.into_text()
}

/// A problem on each line: `6  SequenceArchived  409  Sequence is archived`.
pub(super) fn problems(domain: &Domain, terminal: Terminal) -> String {
    let mut screen = terminal.screen();
    let problems = domain.problems();
    let codes: Vec<String> = problems
        .iter()
        .map(|problem| problem.code().map(|code| code.to_string()).unwrap_or_default())
        .collect();
    let digits = codes.iter().map(String::len).max().unwrap_or_default();
    let column = column(problems.iter().map(crate::ProblemType::name), 30);
    for (problem, code) in problems.iter().zip(&codes) {
        let gap = if digits == 0 { "" } else { "  " };
        let head = [
            plain(format!("{code:>digits$}{gap}")),
            (BOLD, pad(problem.name(), column).into()),
            (status_style(problem.status()), problem.status().to_string().into()),
            plain("  "),
        ];
        let hang = " ".repeat(digits + gap.len() + column + "404  ".len());
        screen.paragraph(&head, &hang, &[(Style::new(), problem.description().into())]);
    }
    screen.into_text()
}

/// The width of a column of names and the gap behind it; longer names than `max` reach beyond.
fn column<'a>(names: impl Iterator<Item = &'a str>, max: usize) -> usize {
    names.map(UnicodeWidthStr::width).max().unwrap_or_default().min(max) + 2
}

/// The name on one line, filled up with blanks; at least two follow it.
fn pad(name: &str, column: usize) -> String {
    let name: Vec<&str> = name.split_whitespace().collect();
    let name = name.join(" ");
    let blanks = column.saturating_sub(name.width()).max(2);
    format!("{name}{}", " ".repeat(blanks))
}
