//! The reports of validation crates have the form that extractors' rejections have.

use axum::Router;
use axum::routing::{get, post};
use problem_core::extract::{Json, Query};
use problem_core::{AnyProblem, Problem, ProblemDetails, Violations};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::Service;

mod by_garde {
    use garde::Validate;
    use serde::Deserialize;

    #[derive(Debug, Deserialize, Validate)]
    pub(super) struct Order {
        #[garde(length(min = 1, max = 3))]
        pub(super) name: String,
        #[garde(dive)]
        pub(super) lines: Vec<Line>,
        #[garde(inner(ascii))]
        pub(super) note: Option<String>,
        #[garde(dive)]
        #[serde(default)]
        pub(super) prices: std::collections::BTreeMap<String, Line>,
    }

    #[derive(Debug, Deserialize, Validate)]
    pub(super) struct Line {
        #[garde(range(min = 1))]
        pub(super) price: u8,
    }
}

mod by_validator {
    use serde::Deserialize;
    use validator::{Validate, ValidationError};

    #[derive(Debug, Deserialize, Validate)]
    #[validate(schema(function = "not_free"))]
    pub(super) struct Order {
        #[validate(length(min = 1, max = 3))]
        pub(super) name: String,
        #[validate(nested)]
        pub(super) lines: Vec<Line>,
        #[validate(email, length(max = 20, message = "is too long for us"))]
        pub(super) email: Option<String>,
    }

    #[derive(Debug, Deserialize, Validate)]
    pub(super) struct Line {
        #[validate(range(min = 1, exclusive_max = 100))]
        pub(super) price: u8,
    }

    fn not_free(order: &Order) -> Result<(), ValidationError> {
        if order.lines.is_empty() {
            return Err(ValidationError::new("free"));
        }
        Ok(())
    }
}

fn garde_order() -> by_garde::Order {
    by_garde::Order {
        name: String::new(),
        lines: vec![by_garde::Line { price: 1 }, by_garde::Line { price: 0 }],
        note: Some("é".to_owned()),
        prices: [("a.b/c".to_owned(), by_garde::Line { price: 0 })].into(),
    }
}

fn garde_errors() -> Value {
    json!([
        {"detail": "lower than 1", "pointer": "#/lines/1/price"},
        {"detail": "length is lower than 1", "pointer": "#/name"},
        {"detail": "not ascii", "pointer": "#/note"},
        {"detail": "lower than 1", "pointer": "#/prices/a.b~1c/price"},
    ])
}

fn problem(errors: &Value) -> Value {
    json!({
        "title": "Unprocessable Content",
        "status": 422,
        "detail": "The request holds values that are not allowed",
        "errors": errors,
    })
}

fn parse(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

#[test]
fn a_report_of_garde_is_a_problem() {
    use garde::Validate;

    fn check() -> Result<(), AnyProblem> {
        Ok(garde_order().validate()?)
    }

    #[derive(Debug, thiserror::Error, Problem)]
    enum OrderError {
        #[error(transparent)]
        #[problem(transparent)]
        Invalid(#[from] garde::Report),
    }

    let expected = problem(&garde_errors());
    assert_eq!(parse(&check().unwrap_err().to_json()), expected);
    let report = || garde_order().validate().unwrap_err();
    assert_eq!(parse(&OrderError::from(report()).to_json()), expected);
    assert_eq!(parse(&ProblemDetails::from(report()).to_json()), expected);
    assert_eq!(Violations::from(&report()).len(), 4);
}

#[test]
fn errors_of_validator_are_a_problem() {
    use by_validator::{Line, Order};
    use validator::Validate;

    let order = Order {
        name: "hush hush".to_owned(),
        lines: vec![Line { price: 1 }, Line { price: 200 }],
        email: Some("this is no address at all".to_owned()),
    };
    let errors = order.validate().unwrap_err();
    assert_eq!(
        parse(&errors.to_json()),
        problem(&json!([
            {"detail": "is too long for us", "pointer": "#/email"},
            {"detail": "must be an email address", "pointer": "#/email"},
            {"detail": "must be at least 1 and less than 100", "pointer": "#/lines/1/price"},
            {"detail": "must have a length of 1 to 3", "pointer": "#/name"},
        ]))
    );
    assert!(!errors.to_json().contains("hush"));
    assert_eq!(
        parse(&AnyProblem::from(errors.clone()).to_json()),
        parse(&errors.to_json())
    );

    let free = Order {
        name: "x".to_owned(),
        lines: Vec::new(),
        email: None,
    };
    let expected = json!([{"detail": "does not pass the check `free`", "pointer": "#"}]);
    assert_eq!(parse(&free.validate().unwrap_err().to_json()), problem(&expected));

    let list = [Line { price: 0 }].validate().unwrap_err();
    let expected = json!([{"detail": "must be at least 1 and less than 100", "pointer": "#/0/price"}]);
    assert_eq!(parse(&list.to_json()), problem(&expected));
}

#[derive(Debug, Deserialize, garde::Validate, validator::Validate)]
struct Page {
    #[garde(range(max = 100))]
    #[validate(range(max = 100))]
    limit: u8,
}

#[tokio::test]
async fn an_extractor_checks_what_it_reads() {
    use problem_core::extract::{garde, validator};

    let router = Router::new()
        .route(
            "/garde",
            post(async |garde::Valid(Json(order)): garde::Valid<Json<by_garde::Order>>| order.name),
        )
        .route(
            "/garde/page",
            get(async |garde::Valid(Query(page)): garde::Valid<Query<Page>>| page.limit.to_string()),
        )
        .route(
            "/validator",
            post(async |validator::Valid(Json(order)): validator::Valid<Json<by_validator::Order>>| order.name),
        )
        .route(
            "/validator/page",
            get(async |validator::Valid(Query(page)): validator::Valid<Query<Page>>| page.limit.to_string()),
        );
    let service = Service::start(router).await;

    let body = r#"{"name":"","lines":[{"price":1},{"price":0}],"note":"é","prices":{"a.b/c":{"price":0}}}"#;
    let mut expected = problem(&garde_errors());
    expected["detail"] = "The body does not have the expected form".into();
    service.post("/garde", body).await.assert_problem(&expected);
    assert_eq!(service.post("/garde", r#"{"name":"x","lines":[]}"#).await.text, "x");
    assert_eq!(service.post("/garde", "{}").await.status, 422);
    assert_eq!(service.post("/garde", "{").await.status, 400);

    let answer = service.post("/validator", r#"{"name":"","lines":[{"price":1}]}"#).await;
    assert_eq!(answer.status, 422);
    assert!(answer.text.contains("\"#/name\""), "{}", answer.text);
    let valid = service
        .post("/validator", r#"{"name":"x","lines":[{"price":1}]}"#)
        .await;
    assert_eq!(valid.text, "x");

    for path in ["/garde/page", "/validator/page"] {
        assert_eq!(service.get(&format!("{path}?limit=7")).await.text, "7");
        let answer = service.get(&format!("{path}?limit=101")).await;
        assert_eq!(answer.status, 400, "{path}");
        assert!(answer.text.contains("\"#/limit\""), "{}", answer.text);
    }
}
