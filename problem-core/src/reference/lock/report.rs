use std::fmt::{self, Display};

use anstyle::{AnsiColor, Style};
use serde_core::Serialize;
use serde_core::ser::{SerializeStruct, Serializer};

use super::change::{Change, Severity};
use super::finding::count;
use crate::reference::Terminal;
use crate::reference::screen::plain;

/// What [`Lock::check`](super::Lock::check) found.
///
/// Its `Display` text names each change with its remedy, in 80 columns, the worst first: the message of a test that
/// fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    changes: Vec<Change>,
}

impl Report {
    pub(super) fn new(mut changes: Vec<Change>) -> Self {
        changes.sort_by(|a, b| {
            (b.class().cmp(&a.class()))
                .then_with(|| a.domain().cmp(b.domain()))
                .then_with(|| a.code().cmp(&b.code()))
                .then_with(|| a.name().cmp(&b.name()))
        });
        Report { changes }
    }

    /// The changes: breaking ones first, then warnings, each class by domain and code.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Whether a change can break a client.
    pub fn is_breaking(&self) -> bool {
        self.changes.iter().any(|change| change.class() == Severity::Breaking)
    }

    /// The report as JSON, for other tools: `{"breaking": true, "changes": [{"class", "domain", "code", "name", "what",
    /// "remedy"}]}`. `code`, `name` and `remedy` are `null` where there is none.
    pub fn to_json(&self) -> String {
        // Texts under fixed keys: there is nothing that JSON could refuse.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }

    /// The report on a terminal.
    pub(crate) fn render(&self, terminal: Terminal) -> String {
        let mut screen = terminal.screen();
        for change in &self.changes {
            let head = [(style(change.class()), format!("{:9} ", change.class()).into())];
            screen.paragraph(&head, INDENT, &[(Style::new().bold(), change.subject().into())]);
            screen.paragraph(&[plain(INDENT)], INDENT, &[plain(unbroken(change.what()))]);
            if let Some(remedy) = change.remedy() {
                let label = [plain(INDENT), (Style::new().italic(), "remedy: ".into())];
                screen.paragraph(&label, REMEDY_INDENT, &[plain(unbroken(remedy))]);
            }
            screen.blank_line();
        }
        screen.line(&[plain(self.summary())]);
        screen.into_text()
    }

    fn summary(&self) -> String {
        if self.changes.is_empty() {
            return "no change: the published contract is kept".to_owned();
        }
        let of = |class: Severity| self.changes.iter().filter(|change| change.class() == class).count();
        format!(
            "{}, {}, {}",
            count(of(Severity::Breaking), "breaking change"),
            count(of(Severity::Warning), "warning"),
            count(of(Severity::Info), "other change"),
        )
    }
}

/// What stands before the texts of a change.
const INDENT: &str = "          ";
const REMEDY_INDENT: &str = "            ";

/// The text with its code, between backticks, kept on one line wherever there is room.
fn unbroken(text: &str) -> String {
    let mut in_code = false;
    text.chars()
        .map(|c| {
            in_code ^= c == '`';
            if in_code && c == ' ' { '\u{a0}' } else { c }
        })
        .collect()
}

fn style(class: Severity) -> Style {
    match class {
        Severity::Breaking => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Info => AnsiColor::Cyan.on_default(),
    }
}

impl Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.render(Terminal::default()).trim_end())
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Report", 2)?;
        report.serialize_field("breaking", &self.is_breaking())?;
        report.serialize_field("changes", &self.changes)?;
        report.end()
    }
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut change = serializer.serialize_struct("Change", 6)?;
        change.serialize_field("class", self.class().as_str())?;
        change.serialize_field("domain", self.domain())?;
        change.serialize_field("code", &self.code())?;
        change.serialize_field("name", &self.name())?;
        change.serialize_field("what", self.what())?;
        change.serialize_field("remedy", &self.remedy())?;
        change.end()
    }
}
