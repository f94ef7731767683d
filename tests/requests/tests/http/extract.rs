//! Extractors say what is wrong with a request, and where.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use problem_core::extract::{Json, Path, Query, Rejection};
use problem_core::{Problem, Violations};
use reqwest::Method;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::support::{Service, send};

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Order {
    customer_name: String,
    #[serde(default)]
    lines: Vec<Line>,
    #[serde(default, rename = "a/b~c")]
    odd: Option<bool>,
    #[serde(default)]
    payment: Option<Payment>,
    #[serde(default)]
    counts: std::collections::BTreeMap<u8, u8>,
}

#[derive(Deserialize, Serialize)]
struct Line {
    price: u16,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
enum Payment {
    Cash,
    Card { number: u64 },
}

#[derive(Deserialize)]
struct Page {
    limit: u8,
    #[serde(default)]
    all: bool,
}

#[derive(Deserialize)]
struct Ids {
    list: u32,
}

async fn service() -> Service {
    let router = Router::new()
        .route("/orders", post(async |Json(order): Json<Order>| Json(order)))
        .route(
            "/optional",
            post(async |order: Option<Json<Order>>| order.map_or("none", |_| "some")),
        )
        .route(
            "/pages",
            get(async |Query(page): Query<Page>| format!("{} {}", page.limit, page.all)),
        )
        .route("/one/{id}", get(async |Path(id): Path<u32>| id.to_string()))
        .route(
            "/two/{list}/{id}",
            get(async |Path((list, id)): Path<(String, i8)>| format!("{list} {id}")),
        )
        .route("/named/{list}", get(async |Path(ids): Path<Ids>| ids.list.to_string()))
        .route("/wrong/{a}/{b}", get(async |_: Path<(u8, u8, u8)>| "unreachable"))
        .layer(DefaultBodyLimit::max(512));
    Service::start(router).await
}

fn invalid(detail: &str, pointer: &str) -> Value {
    json!({
        "title": "Unprocessable Content",
        "status": 422,
        "detail": "The body does not have the expected form",
        "errors": [{"detail": detail, "pointer": pointer}],
    })
}

#[tokio::test]
async fn a_body_of_another_form_is_422_and_tells_where() {
    let service = service().await;
    for (body, detail, pointer) in [
        ("{}", "is missing", "#/customerName"),
        (
            r#"{"customerName":7}"#,
            "must be a string, not an integer",
            "#/customerName",
        ),
        (
            r#"{"customerName":"x","lines":[{"price":1},{"price":-1}]}"#,
            "must be an integer from 0 to 65535",
            "#/lines/1/price",
        ),
        (r#"{"customerName":"x","lines":[{}]}"#, "is missing", "#/lines/0/price"),
        (
            r#"{"customerName":"x","a/b~c":0}"#,
            "must be a boolean, not an integer",
            "#/a~1b~0c",
        ),
        (
            r#"{"customerName":"x","payment":{"card":{"number":"x"}}}"#,
            "must be an integer from 0, not a string",
            "#/payment/card/number",
        ),
        (
            r#"{"customerName":"x","payment":"cheque"}"#,
            "must be `cash` or `card`",
            "#/payment",
        ),
        (
            r#"{"customerName":"x","größe 1":2}"#,
            "is not known here; expected one of `customerName`, `lines`, `a/b~c`, `payment`, `counts`",
            "#/gr%C3%B6%C3%9Fe%201",
        ),
        (
            r#"{"customerName":"x","customerName":"y"}"#,
            "occurs more than once",
            "#/customerName",
        ),
        (
            r#"{"customerName":"x","counts":{"1":"x"}}"#,
            "must be an integer from 0 to 255, not a string",
            "#/counts/1",
        ),
        ("7", "must be an object, not an integer", "#"),
    ] {
        let answer = service.post("/orders", body).await;
        answer.assert_problem(&invalid(detail, pointer));
    }
}

#[tokio::test]
async fn what_is_no_json_is_400_and_says_where() {
    let service = service().await;
    for (body, reason) in [
        ("{\"customerName\":", "EOF while parsing a value at line 1, column 16"),
        ("", "EOF while parsing a value at line 1, column 0"),
        ("{\n  x}", "key must be a string at line 2, column 3"),
        ("{\"customerName\":\"x\"} y", "trailing characters at line 1, column 22"),
    ] {
        service.post("/orders", body).await.assert_problem(&json!({
            "title": "Bad Request",
            "status": 400,
            "detail": format!("The body is not valid JSON: {reason}"),
        }));
    }
}

#[tokio::test]
async fn other_media_types_are_415_and_large_bodies_413() {
    let service = service().await;
    for content_type in ["text/plain", "application/jsonx", ""] {
        let request = service.request(Method::POST, "/orders").body("{}");
        let answer = send(request.header("content-type", content_type)).await;
        assert_eq!(answer.header("accept"), Some("application/json"));
        answer.assert_problem(&json!({
            "title": "Unsupported Media Type",
            "status": 415,
            "detail": "The body is not declared as JSON",
        }));
    }
    let large = format!("{{\"customerName\":\"{}\"}}", "x".repeat(512));
    service.post("/orders", &large).await.assert_problem(&json!({
        "title": "Content Too Large",
        "status": 413,
        "detail": "The body is too large",
    }));
}

#[tokio::test]
async fn valid_requests_pass() {
    let service = service().await;
    let request = service.request(Method::POST, "/orders");
    let body = r#"{"customerName":"x","lines":[],"a/b~c":null,"payment":"cash","counts":{}}"#;
    let answer = send(
        request
            .header("content-type", "application/vnd.api+json; charset=utf-8")
            .body(body),
    )
    .await;
    assert_eq!((answer.status, answer.text.as_str()), (200, body));
    assert_eq!(answer.header("content-type"), Some("application/json"));

    assert_eq!(send(service.request(Method::POST, "/optional")).await.text, "none");
    assert_eq!(service.post("/optional", r#"{"customerName":"x"}"#).await.text, "some");
    assert_eq!(service.post("/optional", "{}").await.status, 422);
    assert_eq!(service.get("/pages?limit=7&all=true").await.text, "7 true");
    assert_eq!(service.get("/one/7").await.text, "7");
    assert_eq!(service.get("/two/a%20b/-7").await.text, "a b -7");
    assert_eq!(service.get("/named/7").await.text, "7");
}

#[tokio::test]
async fn a_parameter_that_is_wrong_is_400_and_named() {
    let service = service().await;
    let query = "The query string does not have the expected form";
    let path = "The path does not have the expected form";
    for (request, part, detail, pointer) in [
        ("/pages", query, "is missing", "#/limit"),
        ("/pages?limit=ten", query, "must be an integer", "#/limit"),
        ("/pages?limit=", query, "must be an integer", "#/limit"),
        ("/pages?limit=300", query, "is too large", "#/limit"),
        ("/pages?limit=1&limit=2", query, "occurs more than once", "#/limit"),
        ("/pages?limit=1&all=x", query, "must be `true` or `false`", "#/all"),
        ("/one/x", path, "must be an integer from 0 to 4294967295", "#/id"),
        ("/one/-1", path, "must be an integer from 0 to 4294967295", "#/id"),
        ("/two/a/128", path, "must be an integer from -128 to 127", "#/id"),
        ("/named/x", path, "must be an integer from 0 to 4294967295", "#/list"),
        ("/one/%FF", path, "must be UTF-8", "#/id"),
    ] {
        service.get(request).await.assert_problem(&json!({
            "title": "Bad Request",
            "status": 400,
            "detail": part,
            "errors": [{"detail": detail, "pointer": pointer}],
        }));
    }
}

#[tokio::test]
async fn a_route_that_no_request_fits_is_500_and_tells_nothing() {
    let answer = service().await.get("/wrong/1/2").await;
    answer.assert_problem(&json!({
        "title": "Internal Server Error",
        "status": 500,
        "detail": "The server failed to process the request",
    }));
}

#[tokio::test]
async fn a_rejection_can_become_a_problem_of_the_domain() {
    #[derive(Debug, Problem)]
    enum OrderError {
        /// The order is not valid
        #[problem(code = 1, status = 400)]
        Invalid {
            #[problem(extension)]
            errors: Violations,
        },

        #[problem(transparent)]
        Request(Rejection),
    }

    impl From<Rejection> for OrderError {
        fn from(rejection: Rejection) -> Self {
            match rejection {
                Rejection::InvalidBody { errors } => OrderError::Invalid { errors },
                other => OrderError::Request(other),
            }
        }
    }

    async fn create(order: Result<Json<Order>, Rejection>) -> Result<String, OrderError> {
        Ok(order?.0.customer_name)
    }

    let service = Service::start(Router::new().route("/orders", post(create))).await;
    service.post("/orders", "{}").await.assert_problem(&json!({
        "title": "Bad Request",
        "status": 400,
        "detail": "The order is not valid",
        "errorCode": 1,
        "errors": [{"detail": "is missing", "pointer": "#/customerName"}],
    }));
    assert_eq!(send(service.request(Method::POST, "/orders")).await.status, 415);
}
