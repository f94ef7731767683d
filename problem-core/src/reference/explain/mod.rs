//! The page of one problem, for a terminal.

mod find;
#[cfg(feature = "cli")]
mod list;
mod prose;

use anstyle::{AnsiColor, Style};

pub use self::find::ExplainError;
use super::docs::beyond;
use super::screen::{Screen, Span, plain};
use crate::problem_type::DetailSource;
use crate::schema::member;
use crate::schema::sample;
use crate::status::reason_phrase;
use crate::{Catalog, Domain, MEDIA_TYPE_JSON, ProblemType};

/// What a text is laid out for; the default is 80 columns and no colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    width: usize,
    colour: bool,
}

impl Terminal {
    /// A terminal of so many columns, without colours.
    pub const fn new(width: usize) -> Self {
        Terminal { width, colour: false }
    }

    /// Sets whether the text has ANSI colours.
    pub const fn with_colour(mut self, colour: bool) -> Self {
        self.colour = colour;
        self
    }

    #[cfg(feature = "cli")]
    pub(crate) fn width(self) -> usize {
        self.width
    }

    #[cfg(feature = "cli")]
    pub(crate) fn is_coloured(self) -> bool {
        self.colour
    }

    pub(crate) fn screen(self) -> Screen {
        Screen::new(self.width, self.colour)
    }
}

impl Default for Terminal {
    fn default() -> Self {
        Terminal::new(80)
    }
}

impl Catalog {
    /// The page of one problem, for a terminal: what it means, what to do about it, what a response carries.
    ///
    /// `domain` is a slug or a name, `problem` a code or a name, in any case. No text of the catalog acts on the
    /// terminal: control characters are replaced.
    ///
    /// ```
    /// # use problem_core::{Catalog, Domain, ProblemType};
    /// # use problem_core::reference::Terminal;
    /// static PROBLEMS: [ProblemType; 1] =
    ///     [ProblemType::new("NotFound", 404, "Not Found", "Order not found").with_code(1)];
    /// static CATALOG: Catalog = Catalog::new("Shop API", &[Domain::new("Orders", "orders", &PROBLEMS)]);
    ///
    /// let page = CATALOG.explain("orders", "1", Terminal::default()).unwrap();
    /// assert!(page.starts_with("orders 1 NotFound\n404 Not Found\n\nOrder not found\n"));
    ///
    /// let error = CATALOG.explain("order", "1", Terminal::default()).unwrap_err();
    /// assert_eq!(error.to_string(), "there is no domain `order`; did you mean `orders`?");
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such domain or no such problem in it; the message names the one that was probably meant.
    pub fn explain(&self, domain: &str, problem: &str, terminal: Terminal) -> Result<String, ExplainError> {
        let domain = find::domain(self, domain)?;
        let problem = find::problem(domain, problem)?;
        Ok(page(domain, problem, terminal))
    }

    /// The domains, for a terminal.
    #[cfg(feature = "cli")]
    pub(crate) fn explain_domains(&self, terminal: Terminal) -> String {
        list::domains(self, terminal)
    }

    /// The problems of one domain, for a terminal.
    ///
    /// # Errors
    ///
    /// If there is no such domain.
    #[cfg(feature = "cli")]
    pub(crate) fn explain_domain(&self, domain: &str, terminal: Terminal) -> Result<String, ExplainError> {
        Ok(list::problems(find::domain(self, domain)?, terminal))
    }
}

/// Before the lines of a block.
const INDENT: &str = "  ";

const BOLD: Style = Style::new().bold();

/// The colour of a status: the client's fault, or the server's.
fn status_style(status: u16) -> Style {
    let colour = if status < 500 {
        AnsiColor::Yellow
    } else {
        AnsiColor::Red
    };
    colour.on_default()
}

fn page(domain: &Domain, problem: &ProblemType, terminal: Terminal) -> String {
    let mut screen = terminal.screen();
    let code = problem.code().map(|code| format!("{code} ")).unwrap_or_default();
    screen.paragraph(
        &[],
        "",
        &[(BOLD, format!("{} {code}{}", domain.slug(), problem.name()).into())],
    );
    let status = problem.status();
    screen.paragraph(
        &[],
        "",
        &[(status_style(status), format!("{status} {}", problem.title()).into())],
    );
    if let Some(note) = problem.deprecated() {
        let label = (
            AnsiColor::Red.on_default(),
            if note.is_empty() { "deprecated" } else { "deprecated: " }.into(),
        );
        screen.paragraph(&[], "", &[label, plain(note)]);
    }

    screen.blank_line();
    screen.paragraph(&[], "", &[plain(problem.description())]);
    let docs = beyond(problem.docs(), problem.description());
    if !docs.is_empty() {
        screen.blank_line();
        prose::write(docs, &mut screen);
    }

    facts(problem, &mut screen);
    response(problem, &mut screen);
    screen.into_text()
}

/// What a response carries: a label, then each item on a line of its own.
fn facts(problem: &ProblemType, screen: &mut Screen) {
    let mut facts: Vec<(&str, Vec<Span>)> = Vec::new();
    if let Some(uri) = problem.type_uri() {
        facts.push(("type", vec![plain(uri)]));
    }
    match problem.0.detail {
        DetailSource::Description => {}
        DetailSource::Static(text) | DetailSource::Template(text) => facts.push(("detail", vec![plain(text)])),
        DetailSource::Display => facts.push(("detail", vec![plain("depends on the occurrence")])),
    }
    for extension in member::extensions(problem) {
        let optional = if extension.spec.optional() {
            ", not always sent"
        } else {
            ""
        };
        let what = format!(": {}{optional}", extension.shape.in_words());
        facts.push(("extension", vec![(BOLD, extension.name), plain(what)]));
    }
    for header in problem.headers() {
        let value = header.value().unwrap_or("depends on the occurrence");
        facts.push((
            "header",
            vec![(BOLD, header.name().into()), plain(format!(": {value}"))],
        ));
    }
    if !facts.is_empty() {
        screen.blank_line();
    }
    let mut last = "";
    for (label, spans) in facts {
        // `extension` and `header` stand once before all of theirs.
        let shown = if label == last { "" } else { label };
        screen.paragraph(&[plain(format!("{shown:<11}"))], "           ", &spans);
        last = label;
    }
}

/// A sample response, whole, to be copied.
fn response(problem: &ProblemType, screen: &mut Screen) {
    screen.blank_line();
    screen.line(&[(BOLD, "sample response".into())]);
    screen.blank_line();
    let phrase = reason_phrase(problem.status()).unwrap_or_default();
    screen.line(&[plain(format!("{INDENT}HTTP/1.1 {} {phrase}", problem.status()))]);
    screen.line(&[plain(format!("{INDENT}Content-Type: {MEDIA_TYPE_JSON}"))]);
    for (name, value) in sample::headers(problem) {
        screen.line(&[plain(format!("{INDENT}{name}: {value}"))]);
    }
    screen.blank_line();
    for line in sample::json(problem).lines() {
        screen.line(&[plain(format!("{INDENT}{line}"))]);
    }
}
