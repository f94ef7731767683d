//! The catalog as pages for a browser.

mod assets;
mod chart;
mod code;
#[cfg(feature = "axum")]
mod single;
mod view;

use askama::Template;

use self::assets::Assets;
pub use self::assets::content_security_policy;
use self::chart::StatusCount;
#[cfg(feature = "axum")]
pub(super) use self::single::single_page;
use self::view::DomainView;
use super::docs::clean;
use super::sections::sections;
use crate::Catalog;

/// The whole reference on one page.
#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    title: &'a str,
    assets: &'static Assets,
    problem_count: String,
    domain_count: String,
    statuses: Vec<StatusCount>,
    /// The chart in words.
    chart_label: String,
    has_types: bool,
    domains: Vec<DomainView>,
}

impl Catalog {
    /// The catalog as one HTML page that needs nothing else: contents by domain, instant search, a filter by status, an
    /// anchor per problem (`#sequences-6`) and a sample response for each. It works from a file, on a phone, in light
    /// and dark, by keyboard and on paper, and, without search, with scripts turned off.
    ///
    /// The page has one style sheet and one script of its own, whose hashes
    /// [`content_security_policy`](crate::reference::content_security_policy) names, and loads nothing.
    ///
    /// ```
    /// # use problem_core::{Catalog, Domain, ProblemType};
    /// static PROBLEMS: [ProblemType; 1] =
    ///     [ProblemType::new("NotFound", 404, "Not Found", "Order not found").with_code(1)];
    /// static CATALOG: Catalog = Catalog::new("Shop API", &[Domain::new("Orders", "orders", &PROBLEMS)]);
    ///
    /// assert!(CATALOG.to_html().contains(r#"id="orders-1""#));
    /// ```
    pub fn to_html(&self) -> String {
        let sections = sections(self);
        let statuses = chart::by_status(&sections);
        let most = sections.iter().map(|section| section.entries.len()).max().unwrap_or(0);
        let page = Page {
            title: &clean(self.title()),
            assets: Assets::get(),
            problem_count: counted(sections.iter().map(|section| section.entries.len()).sum(), "problem"),
            domain_count: counted(sections.len(), "domain"),
            chart_label: chart::label(&statuses),
            statuses,
            has_types: (sections.iter())
                .any(|section| section.entries.iter().any(|entry| entry.problem.type_uri().is_some())),
            domains: sections.iter().map(|section| DomainView::new(section, most)).collect(),
        };
        // Writing to a string does not fail.
        page.render().unwrap_or_default()
    }
}

/// `1 problem`, `149 problems`
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
