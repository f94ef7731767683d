//! What the framework answers by itself is a problem too.

use axum::Router;
use axum::routing::get;
use problem_examples::service::{self, BODY_LIMIT, DEMO_KEY};
use reqwest::Method;
use serde_json::json;

use crate::support::{Service, send};

#[tokio::test]
async fn an_unknown_route_is_404() {
    let service = Service::start().await;
    for path in ["/nothing", "/sequences/1/nothing", "/%00"] {
        service.get(path).await.assert_problem(404, "Not Found", None);
    }
}

#[tokio::test]
async fn a_wrong_method_is_405_and_names_the_right_ones() {
    let service = Service::start().await;
    let request = service
        .request(Method::DELETE, "/sequences")
        .header("x-api-key", DEMO_KEY);
    let answer = send(request).await;
    answer.assert_problem(405, "Method Not Allowed", None);
    let allowed = answer.header("allow").expect("Allow");
    assert!(allowed.contains("GET") && allowed.contains("POST"), "{allowed}");
}

#[tokio::test]
async fn a_malformed_body_is_400() {
    let service = Service::start().await;
    for body in [
        "{\"name\":",
        "",
        "[]",
        "{}",
        "{\"name\": 7}",
        "\"text\"",
        "\u{0}",
        "nan",
    ] {
        let request = service
            .request(Method::POST, "/sequences")
            .header("x-api-key", DEMO_KEY);
        let answer = send(request.header("content-type", "application/json").body(body)).await;
        answer.assert_problem(400, "Bad Request", None);
    }
}

#[tokio::test]
async fn a_body_that_is_no_json_is_415() {
    let service = Service::start().await;
    let request = service
        .request(Method::POST, "/sequences")
        .header("x-api-key", DEMO_KEY);
    let answer = send(request.header("content-type", "text/plain").body("{\"name\":\"x\"}")).await;
    answer.assert_problem(415, "Unsupported Media Type", None);
}

#[tokio::test]
async fn an_oversized_body_is_413() {
    let service = Service::start().await;
    let answer = service
        .post("/sequences", json!({"name": "x".repeat(BODY_LIMIT)}))
        .await;
    answer.assert_problem(413, "Content Too Large", None);
}

#[tokio::test]
async fn a_panicking_handler_is_500_and_tells_nothing() {
    async fn panics() -> &'static str {
        panic!("the password is canary")
    }
    let service = Service::serve(service::with_outer_layers(Router::new().route("/panics", get(panics)))).await;
    let answer = service.get("/panics").await;
    answer.assert_problem(500, "Internal Server Error", None);
    assert!(!answer.text.contains("canary"), "{}", answer.text);
}

#[tokio::test]
async fn head_has_the_headers_of_get_and_no_body() {
    let service = Service::start().await;
    let answer = send(service.request(Method::HEAD, "/samples/sequences/6")).await;
    assert_eq!(answer.status, 409);
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    assert_eq!(answer.text, "");
}
