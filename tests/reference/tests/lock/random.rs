//! Catalogs that nobody would write.

use problem_core::__private::{ExtensionSpec, HeaderSpec, ProblemType, Row};
use problem_core::reference::Lock;
use problem_core::{Catalog, Domain};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

fn leak(text: String) -> &'static str {
    text.leak()
}

/// Any text; often one of a few, so that two catalogs have something in common.
fn text() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        3 => prop::sample::select(vec!["a", "b", "c", "d"]),
        1 => any::<String>().prop_map(leak),
        1 => "[ -~]{0,200}".prop_map(leak),
    ]
}

fn problem() -> impl Strategy<Value = Row> {
    let extension =
        (text(), text(), any::<bool>()).prop_map(|(name, ty, optional)| ExtensionSpec::new(name, ty, optional));
    let header = (text(), option::of(text())).prop_map(|(name, value)| HeaderSpec::new(name, value));
    let fixed = (text(), option::of(text()), 400..406_u16, option::of(text()));
    (fixed, vec(extension, 0..4), vec(header, 0..4)).prop_map(
        |((title, type_uri, status, deprecated), extensions, headers)| Row {
            title,
            type_uri,
            status,
            deprecated,
            extensions: extensions.leak(),
            headers: headers.leak(),
            ..Row::DEFAULT
        },
    )
}

fn domain() -> impl Strategy<Value = Parts> {
    let coded = btree_map(0..8_u32, (text(), problem()), 0..6);
    let uncoded = btree_map(text(), problem(), 0..3);
    (coded, uncoded, vec(0..12_u32, 0..4)).prop_map(|(coded, uncoded, mut reserved)| {
        reserved.retain(|code| !coded.contains_key(code));
        let coded = coded.into_iter().map(|(code, (name, row))| Row {
            code: Some(code),
            name,
            ..row
        });
        let uncoded = uncoded.into_iter().map(|(name, row)| Row { name, ..row });
        (coded.chain(uncoded).map(ProblemType).collect(), reserved)
    })
}

fn catalog() -> impl Strategy<Value = Catalog> {
    let domains = btree_map(text(), shuffled(domain()), 0..4);
    domains.prop_map(|domains| {
        let domain = |(slug, (problems, reserved)): (&'static str, Parts)| {
            Domain::new(slug, slug, problems.leak()).with_reserved(reserved.leak())
        };
        super::catalog(domains.into_iter().map(domain).collect::<Vec<_>>())
    })
}

type Parts = (Vec<ProblemType>, Vec<u32>);

fn shuffled(domain: impl Strategy<Value = Parts>) -> impl Strategy<Value = Parts> {
    domain.prop_flat_map(|(problems, reserved)| (Just(problems).prop_shuffle(), Just(reserved).prop_shuffle()))
}

/// The same catalog, declared from the end.
fn reversed(catalog: &Catalog) -> Catalog {
    let domains = catalog.domains().iter().rev().map(|domain| {
        let problems: Vec<ProblemType> = domain.problems().iter().rev().copied().collect();
        let reserved: Vec<u32> = domain.reserved().iter().rev().copied().collect();
        Domain::new(domain.name(), domain.slug(), problems.leak()).with_reserved(reserved.leak())
    });
    super::catalog(domains.collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_catalog_keeps_its_own_contract(catalog in catalog()) {
        let lock = Lock::of(&catalog);
        let report = lock.check(&catalog);
        prop_assert_eq!(report.changes(), []);
        prop_assert_eq!(&Lock::from_json(&lock.to_json()).unwrap(), &lock);
    }

    #[test]
    fn the_order_of_declaration_is_no_part_of_the_contract(catalog in catalog()) {
        prop_assert_eq!(Lock::of(&reversed(&catalog)).to_json(), Lock::of(&catalog).to_json());
    }

    #[test]
    fn equal_locks_and_no_others_have_no_changes(before in catalog(), after in catalog()) {
        let (lock, other) = (Lock::of(&before), Lock::of(&after));
        // But for the spelling of header names, any difference is a change.
        let report = lock.check(&after);
        prop_assert!(lock != other || report.changes().is_empty());
        prop_assert!(lock.to_json().to_lowercase() == other.to_json().to_lowercase() || !report.changes().is_empty());
    }

    #[test]
    fn a_report_can_be_shown_anywhere(before in catalog(), after in catalog()) {
        let report = Lock::of(&before).check(&after).to_string();
        for line in report.lines() {
            prop_assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
            prop_assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
        }
    }
}
