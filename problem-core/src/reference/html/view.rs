//! What the templates show of a domain and of a problem.

use pulldown_cmark::html::push_html;

use super::super::docs::{beyond, clean, events, is_safe_link};
use super::super::sections::{Entry, Section};
use super::chart::{self, Part};
use super::code::highlighted;
use crate::ProblemType;
use crate::schema::member::extensions;
use crate::schema::sample;
use crate::status::reason_phrase;

pub(super) struct DomainView {
    pub(super) anchor: String,
    pub(super) name: String,
    pub(super) slug: String,
    /// HTML.
    pub(super) docs: String,
    /// The retired codes in words; empty where there are none.
    pub(super) reserved: String,
    pub(super) bar: Vec<Part>,
    pub(super) problems: Vec<ProblemView>,
}

impl DomainView {
    /// `most` is the number of problems in the largest domain.
    pub(super) fn new(section: &Section, most: usize) -> Self {
        let domain = section.domain;
        let reserved: Vec<String> = domain.reserved().iter().map(u32::to_string).collect();
        DomainView {
            anchor: section.anchor.clone(),
            name: clean(domain.name()).into_owned(),
            slug: clean(domain.slug()).into_owned(),
            docs: docs(domain.docs(), 3),
            reserved: reserved.join(", "),
            bar: chart::of_domain(section, most),
            problems: section
                .entries
                .iter()
                .map(|entry| ProblemView::new(entry, ""))
                .collect(),
        }
    }
}

pub(super) struct ProblemView {
    pub(super) anchor: String,
    /// The address of the problem in the whole reference.
    pub(super) href: String,
    /// The code, or a dash.
    pub(super) code: String,
    pub(super) name: String,
    pub(super) status: u16,
    pub(super) tone: &'static str,
    pub(super) title: String,
    pub(super) description: String,
    /// HTML; empty where the description says all.
    pub(super) docs: String,
    pub(super) deprecated: Option<String>,
    pub(super) type_uri: Option<String>,
    pub(super) type_is_link: bool,
    pub(super) template: Option<String>,
    pub(super) members: Vec<Member>,
    pub(super) headers: Vec<Header>,
    /// The status line and the headers of the sample response.
    pub(super) sample_head: String,
    /// HTML.
    pub(super) sample_json: String,
}

pub(super) struct Member {
    pub(super) name: String,
    pub(super) json_type: String,
    pub(super) optional: bool,
}

pub(super) struct Header {
    pub(super) name: String,
    /// The value where it is fixed.
    pub(super) value: Option<String>,
}

impl ProblemView {
    pub(super) fn new(entry: &Entry, home: &str) -> Self {
        let problem = entry.problem;
        let text = |text: &str| clean(text).into_owned();
        ProblemView {
            anchor: entry.anchor.clone(),
            href: format!("{home}#{}", entry.anchor),
            code: problem.code().map_or_else(|| "–".to_owned(), |code| code.to_string()),
            name: text(problem.name()),
            status: problem.status(),
            tone: chart::tone(problem.status()),
            title: text(problem.title()),
            description: text(problem.description()),
            docs: docs(beyond(problem.docs(), problem.description()), 4),
            deprecated: problem.deprecated().map(text),
            type_uri: problem.type_uri().map(text),
            type_is_link: problem.type_uri().is_some_and(is_safe_link),
            template: problem.detail_template().map(text),
            members: (extensions(problem).into_iter())
                .map(|extension| Member {
                    name: text(&extension.name),
                    json_type: extension.shape.in_words(),
                    optional: extension.spec.optional(),
                })
                .collect(),
            headers: (problem.headers().iter())
                .map(|header| Header {
                    name: text(header.name()),
                    value: header.value().map(text),
                })
                .collect(),
            sample_head: sample_head(problem),
            sample_json: highlighted(&clean(&sample::json(problem))),
        }
    }
}

fn sample_head(problem: &ProblemType) -> String {
    let status = problem.status();
    let phrase = reason_phrase(status).unwrap_or_default();
    let mut head = format!("HTTP/1.1 {status} {phrase}").trim_end().to_owned();
    head.push_str("\nContent-Type: application/problem+json\n");
    for (name, value) in sample::headers(problem) {
        head.push_str(&clean(name));
        head.push_str(": ");
        head.push_str(&clean(value));
        head.push('\n');
    }
    head
}

/// Markdown as HTML.
fn docs(markdown: &str, level: u8) -> String {
    let mut out = String::new();
    push_html(&mut out, events(&clean(markdown), level).into_iter());
    out
}
