use std::collections::HashSet;

use problem_core::Catalog;
use serde_json::{Value, json};

use crate::support::CATALOG;

/// Reads the document back: references lead somewhere, and each example fits its schema.
pub(crate) fn check(catalog: &Catalog) {
    let text = catalog.to_openapi();
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["info"]["title"], catalog.title());
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let responses = document["components"]["responses"].as_object().unwrap();
    assert_eq!(schemas.len(), catalog.domains().len() + 1);
    for name in schemas.keys().chain(responses.keys()) {
        assert!(
            name.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte)),
            "{name}"
        );
    }
    let mut examples = 0;
    for response in responses.values() {
        assert!(response["description"].is_string());
        let body = &response["content"]["application/problem+json"];
        let schema = &body["schema"];
        let target = schema["$ref"]
            .as_str()
            .unwrap()
            .strip_prefix("#/components/schemas/")
            .unwrap();
        let domain = &schemas[target];
        for example in body["examples"].as_object().unwrap().values() {
            let value = &example["value"];
            assert_eq!(value["status"], schema["properties"]["status"]["const"]);
            for required in domain["required"].as_array().unwrap() {
                assert!(
                    !value[required.as_str().unwrap()].is_null(),
                    "{required} is not in {value}"
                );
            }
            for properties in [&schema["properties"], &domain["properties"]] {
                for (name, property) in properties.as_object().unwrap() {
                    if let (Some(allowed), Some(actual)) = (property["enum"].as_array(), value.get(name)) {
                        assert!(allowed.contains(actual), "{name}: {actual} is not one of {allowed:?}");
                    }
                }
            }
            examples += 1;
        }
    }
    let problems: usize = catalog.domains().iter().map(|domain| domain.problems().len()).sum();
    assert_eq!(examples, problems);
    for (name, schema) in schemas {
        let codes = &schema["properties"]["errorCode"];
        if let Some(list) = codes["enum"].as_array() {
            assert_eq!(list.iter().collect::<HashSet<_>>().len(), list.len(), "{name}");
            assert_eq!(codes["x-enum-varnames"].as_array().unwrap().len(), list.len());
        }
    }
}

#[test]
fn the_document_describes_the_catalog() {
    check(&CATALOG);
}

#[test]
fn the_codes_of_a_domain_are_an_enum_with_names() {
    let document: Value = serde_json::from_str(&CATALOG.to_openapi()).unwrap();
    let orders = &document["components"]["schemas"]["OrdersProblem"];
    assert_eq!(
        orders["properties"]["errorCode"],
        json!({
            "type": "integer",
            "enum": [1, 6, 11, 12],
            "x-enum-varnames": ["NotFound", "Archived", "Throttled", "Frozen"],
            "x-enum-descriptions": [
                "Order not found",
                "Order is archived",
                "Too many requests for this order",
                "Order is frozen",
            ],
        })
    );
    assert_eq!(orders["required"], json!(["title", "status", "detail", "errorCode"]));
    assert_eq!(
        orders["properties"]["id"],
        json!({"type": "integer", "format": "uint64", "minimum": 0})
    );
    let items = &document["components"]["schemas"]["OrderItemsProblem"];
    assert_eq!(
        items["required"],
        json!(["title", "status", "detail", "type", "errorCode"])
    );
    assert!(document["components"]["schemas"]["CommonProblem"]["properties"]["errorCode"].is_null());
}

#[test]
fn a_response_has_headers_and_an_example_per_problem() {
    let document: Value = serde_json::from_str(&CATALOG.to_openapi()).unwrap();
    let responses = &document["components"]["responses"];
    let names: Vec<&String> = responses.as_object().unwrap().keys().collect();
    assert_eq!(names.len(), 7);
    let conflict = &responses["Orders409"];
    assert_eq!(
        conflict["description"],
        "Conflict\n\n- `6` `Archived`: Order is archived\n- `12` `Frozen`: Order is frozen"
    );
    let body = &conflict["content"]["application/problem+json"];
    assert_eq!(body["schema"]["properties"]["errorCode"], json!({"enum": [6, 12]}));
    assert_eq!(
        body["examples"]["Archived"],
        json!({
            "summary": "Order is archived",
            "value": {
                "title": "Conflict",
                "status": 409,
                "detail": "Order 42 was archived by text",
                "errorCode": 6,
                "id": 42,
                "archivedBy": "text",
            },
        })
    );
    let header = &responses["Orders429"]["headers"]["Retry-After"];
    assert_eq!(
        header,
        // The value of an occurrence may be `None`.
        &json!({"description": "Sent with `Throttled`.", "required": false, "schema": {"type": "string"}})
    );
    let fixed = &responses["Common401"]["headers"]["WWW-Authenticate"];
    assert_eq!(fixed["schema"], json!({"type": "string", "enum": ["Bearer"]}));
    assert_eq!(fixed["required"], true);
}
