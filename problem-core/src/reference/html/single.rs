//! The page of one problem.

use askama::Template;

use super::super::docs::clean;
use super::super::sections::{Entry, Section};
use super::assets::Assets;
use super::view::ProblemView;
use crate::Catalog;

/// One problem on a page of its own.
#[derive(Template)]
#[template(path = "single.html")]
struct Single<'a> {
    title: &'a str,
    assets: &'static Assets,
    /// The address of the whole reference, relative to this page.
    home: &'a str,
    domain: &'a str,
    /// The anchor of the domain.
    section: &'a str,
    problem: ProblemView,
}

/// The page of one problem; `home` leads from there to the whole reference.
pub(in crate::reference) fn single_page(catalog: &Catalog, section: &Section, entry: &Entry, home: &str) -> String {
    let page = Single {
        title: &clean(catalog.title()),
        assets: Assets::get(),
        home,
        domain: &clean(section.domain.name()),
        section: &section.anchor,
        problem: ProblemView::new(entry, home),
    };
    // Writing to a string does not fail.
    page.render().unwrap_or_default()
}
