//! A catalog with the addresses of its parts, which the pages share.

use crate::schema::names::{Unique, token};
use crate::{Catalog, Domain, ProblemType};

/// A domain and where it stands on a page.
pub(super) struct Section {
    pub(super) domain: &'static Domain,
    /// `sequences`
    pub(super) anchor: String,
    pub(super) entries: Vec<Entry>,
}

/// A problem and where it stands on a page.
pub(super) struct Entry {
    pub(super) problem: &'static ProblemType,
    /// `sequences-6`; without a code, `sequences-NotFound`. Unique in the page.
    pub(super) anchor: String,
}

/// The domains and problems in the order of declaration, each with an anchor of its own.
pub(super) fn sections(catalog: &Catalog) -> Vec<Section> {
    // Anchors with a code come first, since these are what people publish; then domains, then what has only a name.
    let mut anchors = Unique::new("-");
    let coded: Vec<Vec<Option<String>>> = catalog
        .domains()
        .iter()
        .map(|domain| {
            let slug = token(domain.slug());
            let anchor = |problem: &ProblemType| Some(format!("{slug}-{}", problem.code()?));
            domain
                .problems()
                .iter()
                .map(|problem| anchor(problem).map(|anchor| anchors.claim(anchor)))
                .collect()
        })
        .collect();
    let domains: Vec<String> = catalog
        .domains()
        .iter()
        .map(|domain| anchors.claim(token(domain.slug())))
        .collect();
    (catalog.domains().iter().zip(domains).zip(coded))
        .map(|((domain, anchor), coded)| {
            let entry = |(problem, coded): (&'static ProblemType, Option<String>)| Entry {
                problem,
                anchor: coded
                    .unwrap_or_else(|| anchors.claim(format!("{}-{}", token(domain.slug()), token(problem.name())))),
            };
            let entries = domain.problems().iter().zip(coded).map(entry).collect();
            Section {
                domain,
                anchor,
                entries,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_anchor_is_never_taken_by_another_part() {
        static CODED: [ProblemType; 1] = [ProblemType::new("Gone", 410, "Gone", "gone").with_code(6)];
        static NAMED: [ProblemType; 2] = [
            ProblemType::new("6", 401, "Unauthorized", "who?"),
            ProblemType::new("Throttled", 429, "Too Many Requests", "slow down"),
        ];
        static DOMAINS: [Domain; 3] = [
            Domain::new("Orders 6", "orders-6", &[]),
            Domain::new("Orders", "orders", &CODED),
            Domain::new("Orders!", "orders!", &NAMED),
        ];
        let sections = sections(&Catalog::new("Shop", &DOMAINS));
        let domains: Vec<&str> = sections.iter().map(|section| &*section.anchor).collect();
        let problems: Vec<&str> = (sections.iter())
            .flat_map(|section| section.entries.iter().map(|entry| &*entry.anchor))
            .collect();
        assert_eq!(problems, ["orders-6", "orders-6-3", "orders-Throttled"]);
        assert_eq!(domains, ["orders-6-2", "orders", "orders-2"]);
    }
}
