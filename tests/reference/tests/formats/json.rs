use std::sync::LazyLock;

use jsonschema::Validator;
use problem_core::Catalog;
use problem_core::reference::JSON_SCHEMA;
use serde_json::{Value, json};

use crate::support::CATALOG;

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(JSON_SCHEMA).unwrap();
    jsonschema::validator_for(&schema).unwrap()
});

/// Reads the export back, and holds it against its schema and the catalog.
pub(crate) fn check(catalog: &Catalog) {
    let text = catalog.to_json();
    assert!(text.ends_with("}\n"));
    let json: Value = serde_json::from_str(&text).unwrap();
    if let Err(error) = SCHEMA.validate(&json) {
        panic!("{error} at {}", error.instance_path());
    }
    assert_eq!(json["title"], catalog.title());
    let domains = json["domains"].as_array().unwrap();
    assert_eq!(domains.len(), catalog.domains().len());
    for (json, domain) in domains.iter().zip(catalog.domains()) {
        assert_eq!(json["name"], domain.name());
        assert_eq!(json["slug"], domain.slug());
        assert_eq!(json["docs"], domain.docs());
        assert_eq!(json["reserved"], json!(domain.reserved()));
        let problems = json["problems"].as_array().unwrap();
        assert_eq!(problems.len(), domain.problems().len());
        for (json, problem) in problems.iter().zip(domain.problems()) {
            assert_eq!(json["code"], json!(problem.code()));
            assert_eq!(json["name"], problem.name());
            assert_eq!(json["status"], problem.status());
            assert_eq!(json["title"], problem.title());
            assert_eq!(json["type"], json!(problem.type_uri()));
            assert_eq!(json["description"], problem.description());
            assert_eq!(json["docs"], problem.docs());
            assert_eq!(json["deprecated"], json!(problem.deprecated()));
            assert_eq!(json["extensions"].as_array().unwrap().len(), problem.extensions().len());
            assert_eq!(json["headers"].as_array().unwrap().len(), problem.headers().len());
        }
    }
}

#[test]
fn the_export_says_what_the_catalog_says() {
    check(&CATALOG);
}

#[test]
fn members_come_in_the_documented_order() {
    let text = CATALOG.to_json();
    let archived = text.split("\"code\": 6").nth(1).unwrap();
    let mut rest = archived;
    for member in [
        "name",
        "status",
        "title",
        "type",
        "description",
        "docs",
        "detail",
        "extensions",
        "headers",
        "deprecated",
    ] {
        let at = rest
            .find(&format!("\"{member}\": "))
            .unwrap_or_else(|| panic!("{member} comes too early"));
        rest = &rest[at..];
    }
}

#[test]
fn a_problem_says_what_varies() {
    let json: Value = serde_json::from_str(&CATALOG.to_json()).unwrap();
    let archived = &json["domains"][0]["problems"][1];
    assert_eq!(archived["detail"], "Order {id} was archived by {archived_by}");
    assert_eq!(
        archived["extensions"],
        json!([
            {"name": "id", "type": "u64", "optional": false},
            {"name": "archivedBy", "type": "String", "optional": true},
        ])
    );
    let throttled = &json["domains"][0]["problems"][2];
    assert_eq!(throttled["headers"], json!([{"name": "Retry-After", "value": null}]));
    assert_eq!(json["domains"][0]["problems"][3]["deprecated"], "use code 6");
}

#[test]
fn the_same_catalog_gives_the_same_bytes() {
    assert_eq!(CATALOG.to_json(), CATALOG.to_json());
    assert_eq!(CATALOG.to_html(), CATALOG.to_html());
    assert_eq!(CATALOG.to_markdown(), CATALOG.to_markdown());
    assert_eq!(CATALOG.to_openapi(), CATALOG.to_openapi());
    assert_eq!(CATALOG.to_typescript(), CATALOG.to_typescript());
}
