//! What is sent against a JSON Schema of problem documents, as RFC 9457 has one in its Appendix A.

use jsonschema::Validator;
use problem_core::{Problem, ProblemDetails};
use problem_examples::CATALOG;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Service, send};

fn schema() -> Validator {
    let schema: Value = serde_json::from_str(include_str!("../../fixtures/problem.schema.json")).unwrap();
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

#[track_caller]
fn assert_valid(schema: &Validator, document: &Value) {
    let mistakes: Vec<String> = schema.iter_errors(document).map(|error| error.to_string()).collect();
    assert!(mistakes.is_empty(), "{mistakes:?} in {document}");
}

#[test]
fn the_schema_refuses_what_the_rfc_refuses() {
    let schema = schema();
    assert_valid(&schema, &json!({}));
    assert_valid(
        &schema,
        &json!({"type": "/errors/6", "instance": "urn:a:b", "status": 599, "x": null}),
    );
    for wrong in [
        json!([]),
        json!("text"),
        json!({"type": 7}),
        json!({"type": "not a uri reference"}),
        json!({"title": null}),
        json!({"status": "404"}),
        json!({"status": 404.5}),
        json!({"status": 99}),
        json!({"status": 600}),
        json!({"detail": {}}),
        json!({"instance": []}),
    ] {
        assert!(!schema.is_valid(&wrong), "{wrong}");
    }
}

#[tokio::test]
async fn p01_p02_everything_the_service_sends_is_valid() {
    let schema = schema();
    let service = Service::start().await;
    let mut sent = 0;
    for domain in CATALOG.domains() {
        for problem in domain.problems() {
            let path = format!("/samples/{}/{}", domain.slug(), problem.code().unwrap());
            assert_valid(&schema, &service.get(&path).await.json());
            sent += 1;
        }
    }
    assert_eq!(sent, 149);
    for (method, path) in [
        (Method::GET, "/nothing"),
        (Method::DELETE, "/sequences"),
        (Method::GET, "/sequences"),
        (Method::GET, "/samples/sequences/99"),
    ] {
        assert_valid(&schema, &send(service.request(method, path)).await.json());
    }
}

#[test]
fn p02_p06_what_is_built_by_hand_is_valid() {
    #[derive(Debug, Problem)]
    #[problem(domain = "Orders", base = "https://errors.example.com/")]
    enum OrderError {
        /// Not found
        #[problem(code = 1, status = 404)]
        NotFound,
    }
    let schema = schema();
    let details = OrderError::NotFound
        .to_details()
        .with_instance("/orders/7")
        .with_extension("lines", [1, 2]);
    for json in [
        OrderError::NotFound.to_json().into_owned(),
        details.to_json(),
        ProblemDetails::new(500).to_json(),
    ] {
        assert_valid(&schema, &serde_json::from_str(&json).unwrap());
    }
}
