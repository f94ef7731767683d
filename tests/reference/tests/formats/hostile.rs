//! No text in a catalog breaks an output: every format is rendered and read back.

use proptest::prelude::*;

use crate::{html, json, markdown, openapi, support, typescript};

/// Few cases each time, and more for who asks: `PROPTEST_CASES=1000`.
fn config() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = ProptestConfig::default();
    ProptestConfig {
        cases: if asked { default.cases } else { 48 },
        failure_persistence: None,
        ..default
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn json_reads_back(catalog in support::catalog()) {
        json::check(&catalog);
    }

    #[test]
    fn html_reads_back(catalog in support::catalog()) {
        html::check(&catalog);
    }

    #[test]
    fn markdown_reads_back(catalog in support::catalog()) {
        markdown::check(&catalog);
    }

    #[test]
    fn openapi_reads_back(catalog in support::catalog()) {
        openapi::check(&catalog);
    }

    #[test]
    fn typescript_reads_back(catalog in support::catalog()) {
        typescript::check(&catalog);
    }
}

#[test]
fn ten_thousand_characters_break_nothing() {
    let catalog = support::long_catalog();
    json::check(&catalog);
    html::check(&catalog);
    markdown::check(&catalog);
    openapi::check(&catalog);
    typescript::check(&catalog);
}
