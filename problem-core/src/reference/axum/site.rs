//! Everything that is served, and where.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Document;
use crate::Catalog;
use crate::reference::sections::{Entry, Section, sections};
use crate::reference::{html, json};

const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";

pub(super) struct Site {
    catalog: &'static Catalog,
    pub(super) page: Document,
    pub(super) markdown: Document,
    pub(super) json: Document,
    pub(super) openapi: Document,
    sections: Vec<Section>,
    problems: Vec<Problem>,
    /// By the two last segments of the path, the number of the problem.
    addresses: HashMap<String, HashMap<String, usize>>,
}

/// The documents of one problem, rendered when they are first asked for: a page each would take more memory than the
/// rest of the site.
pub(super) struct Problem {
    section: usize,
    entry: usize,
    html: OnceLock<Document>,
    json: OnceLock<Document>,
}

impl Site {
    pub(super) fn new(catalog: &'static Catalog) -> Self {
        let sections = sections(catalog);
        let mut problems = Vec::new();
        let mut addresses: HashMap<String, HashMap<String, usize>> = HashMap::new();
        let mut add = |slug: &str, key: String, number: usize| {
            addresses
                .entry(slug.to_owned())
                .or_default()
                .entry(key)
                .or_insert(number);
        };
        for (section, Section { domain, entries, .. }) in sections.iter().enumerate() {
            for (entry, Entry { problem, .. }) in entries.iter().enumerate() {
                let key = problem
                    .code()
                    .map_or_else(|| problem.name().to_owned(), |code| code.to_string());
                add(domain.slug(), key, problems.len());
                problems.push(Problem {
                    section,
                    entry,
                    html: OnceLock::new(),
                    json: OnceLock::new(),
                });
            }
        }
        // Only where nothing else is: the addresses above are those that the reference promises.
        for (number, problem) in problems.iter().enumerate() {
            let uri = sections[problem.section].entries[problem.entry].problem.type_uri();
            let path = uri.and_then(|uri| uri.split(['?', '#']).next());
            if let Some((slug, key)) = path.and_then(last_segments) {
                add(slug, key.to_owned(), number);
            }
        }
        Site {
            catalog,
            page: Document::new(HTML, catalog.to_html()),
            markdown: Document::new("text/markdown; charset=utf-8", catalog.to_markdown()),
            json: Document::new(JSON, catalog.to_json()),
            openapi: Document::new(JSON, catalog.to_openapi()),
            sections,
            problems,
            addresses,
        }
    }

    pub(super) fn find(&self, slug: &str, key: &str) -> Option<&Problem> {
        self.problems.get(*self.addresses.get(slug)?.get(key)?)
    }
}

impl Problem {
    pub(super) fn html(&self, site: &Site) -> &Document {
        self.html.get_or_init(|| {
            let section = &site.sections[self.section];
            let page = html::single_page(site.catalog, section, &section.entries[self.entry], "../../errors");
            Document::negotiated(HTML, page)
        })
    }

    pub(super) fn json(&self, site: &Site) -> &Document {
        self.json.get_or_init(|| {
            let section = &site.sections[self.section];
            Document::negotiated(JSON, json::single(section.domain, section.entries[self.entry].problem))
        })
    }
}

/// The two last segments of a path: `sequences` and `6`.
fn last_segments(path: &str) -> Option<(&str, &str)> {
    let mut segments = path.rsplit('/');
    let (key, slug) = (segments.next()?, segments.next()?);
    (!key.is_empty() && !slug.is_empty()).then_some((slug, key))
}
