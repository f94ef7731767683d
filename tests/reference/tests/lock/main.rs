//! The lock: which change of a catalog is of which class, and what the report says about it.
// The problems are declared, not raised.
#![allow(dead_code)]

mod domains;
mod identity;
mod json;
mod members;
mod random;
mod report;
mod types;

use problem_core::reference::{Change, Lock, Report, Severity};
use problem_core::{Catalog, Domain};

/// The domain that an enum with these keys and variants declares.
macro_rules! orders {
    ([$($keys:tt)*] $($variants:tt)*) => {{
        #[derive(Debug, ::problem_core::Problem)]
        #[problem(domain = "Orders", $($keys)*)]
        enum OrderError { $($variants)* }
        <OrderError as ::problem_core::ProblemDomain>::DOMAIN
    }};
}
use orders;

pub(crate) fn catalog(domains: impl Into<Vec<Domain>>) -> Catalog {
    Catalog::new("Shop API", domains.into().leak())
}

/// What the lock of `before` says about `after`.
pub(crate) fn check(before: Domain, after: Domain) -> Report {
    Lock::of(&catalog([before])).check(&catalog([after]))
}

/// A change in short: class, subject, what, remedy.
pub(crate) type Line = (Severity, String, String, String);

pub(crate) fn lines(report: &Report) -> Vec<Line> {
    let subject = |change: &Change| {
        let code = change.code().map(|code| format!(" {code}")).unwrap_or_default();
        let name = change.name().map(|name| format!(" {name}")).unwrap_or_default();
        format!("{}{code}{name}", change.domain())
    };
    let line = |change: &Change| {
        let remedy = change.remedy().unwrap_or_default().to_owned();
        (change.class(), subject(change), change.what().to_owned(), remedy)
    };
    report.changes().iter().map(line).collect()
}

/// Asserts that the report has these changes and no other: each its class, subject, what and remedy.
#[track_caller]
pub(crate) fn assert_changes<const N: usize>(report: &Report, expected: [(Severity, &str, &str, &str); N]) {
    let expected = expected.map(|(class, subject, what, remedy)| (class, subject.into(), what.into(), remedy.into()));
    assert_eq!(lines(report), expected, "\n{report}");
    let breaking = expected.iter().any(|(class, ..)| *class == Severity::Breaking);
    assert_eq!(report.is_breaking(), breaking);
}
