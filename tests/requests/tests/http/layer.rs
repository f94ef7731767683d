//! `ProblemLayer` makes problems of what is none, and leaves alone what is not its own.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Path};
use axum::http::StatusCode;
use axum::http::header::{
    ALLOW, CONTENT_ENCODING, CONTENT_TYPE, ETAG, RETRY_AFTER, SET_COOKIE, VARY, WWW_AUTHENTICATE,
};
use axum::response::{AppendHeaders, IntoResponse};
use axum::routing::{get, post};
use http_body::Frame;
use http_body_util::{BodyExt, Full};
use problem_core::tower::ProblemLayer;
use problem_core::{Problem, ProblemDetails};
use reqwest::Method;
use serde_json::json;
use tower_http::cors::CorsLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use tower_layer::Layer;
use tower_service::Service as _;

use crate::support::{Answer, Service, send};

#[derive(Debug, Problem)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,
}

const UUID: &str = "7b8f7d0a-5f0e-4a57-9e5b-0c1c2b3a4d5e";

fn with(content_type: &'static str, status: u16, body: impl Into<Body>) -> impl IntoResponse {
    let status = StatusCode::from_u16(status).unwrap();
    (status, [(CONTENT_TYPE, content_type)], body.into())
}

fn router() -> Router {
    Router::new()
        .route("/ok", get(async || "fine"))
        .route("/id/{id}", get(async |Path(id): Path<u8>| id.to_string()))
        .route("/echo", post(async |body: Bytes| body))
        .route("/domain", get(async || OrderError::NotFound))
        .route(
            "/panics",
            get(async || -> &'static str { panic!("the password is canary") }),
        )
        .route(
            "/slow",
            get(async || tokio::time::sleep(Duration::from_secs(60)).await).layer(TimeoutLayer::with_status_code(
                StatusCode::REQUEST_TIMEOUT,
                Duration::from_millis(10),
            )),
        )
        .route(
            "/headers",
            get(async || {
                let headers = AppendHeaders([
                    (WWW_AUTHENTICATE, "Bearer"),
                    (WWW_AUTHENTICATE, "Basic"),
                    (RETRY_AFTER, "7"),
                    (SET_COOKIE, "a=1"),
                    (SET_COOKIE, "b=2"),
                    (VARY, "Origin"),
                    (ETAG, "\"of the body\""),
                ]);
                (StatusCode::UNAUTHORIZED, headers, "who are you?")
            }),
        )
        .route(
            "/text/{status}",
            get(async |Path(status): Path<u16>| with("text/plain; charset=utf-8", status, "canary\n")),
        )
        .route("/html", get(async || with("text/html", 404, "<p>canary</p>")))
        .route(
            "/latin",
            get(async || with("text/plain; charset=iso-8859-1", 400, &b"canary \xE9"[..])),
        )
        .route("/broken", get(async || with("text/plain", 400, &b"canary \xFF"[..])))
        .route("/long", get(async || with("text/plain", 400, "canary".repeat(1000))))
        .route(
            "/encoded",
            get(async || ([(CONTENT_ENCODING, "gzip")], with("text/plain", 400, "canary"))),
        )
        .route("/json", get(async || with("application/json", 400, "{\"error\": 7}")))
        .route(
            "/json/500",
            get(async || with("application/json", 500, "{\"error\": 7}")),
        )
        .route(
            "/vnd",
            get(async || with("application/vnd.api+json", 400, "{\"errors\": []}")),
        )
        .route(
            "/problem",
            get(async || with("Application/Problem+JSON; charset=utf-8", 400, "{\"own\": 1}")),
        )
        .route(
            "/problem.xml",
            get(async || with("application/problem+xml", 400, "<problem/>")),
        )
        .route("/page", get(async || with("text/html", 200, "<p>fine</p>")))
}

async fn service() -> Service {
    let limits = (RequestBodyLimitLayer::new(100), DefaultBodyLimit::disable());
    Service::start(
        router()
            .layer(limits)
            .layer(ProblemLayer::new())
            .layer(CorsLayer::permissive()),
    )
    .await
}

#[tokio::test]
async fn what_the_router_answers_is_a_problem() {
    let service = service().await;
    let answer = service.get("/nothing").await;
    answer.assert_problem(&json!({"title": "Not Found", "status": 404}));
    assert_eq!(answer.text, r#"{"title":"Not Found","status":404}"#);
    assert_eq!(answer.header("content-length"), Some("34"));

    let answer = send(service.request(Method::DELETE, "/ok")).await;
    answer.assert_problem(&json!({"title": "Method Not Allowed", "status": 405}));
    assert_eq!(answer.header(ALLOW.as_str()), Some("GET,HEAD"));
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
}

#[tokio::test]
async fn a_rejection_of_axum_keeps_its_text() {
    let answer = service().await.get("/id/x").await;
    answer.assert_problem(&json!({
        "title": "Bad Request",
        "status": 400,
        "detail": "Invalid URL: Cannot parse `x` to a `u8`",
    }));
}

#[tokio::test]
async fn body_limits_and_timeouts_are_problems() {
    let service = service().await;
    let answer = send(service.request(Method::POST, "/echo").body("x".repeat(101))).await;
    answer.assert_problem(&json!({
        "title": "Content Too Large",
        "status": 413,
        "detail": "length limit exceeded",
    }));
    let answer = service.get("/slow").await;
    answer.assert_problem(&json!({"title": "Request Timeout", "status": 408}));
}

#[tokio::test]
async fn a_panic_is_500_and_tells_nothing() {
    let service = service().await;
    for path in ["/panics", "/text/500", "/text/503"] {
        let answer = service.get(path).await;
        assert!(!answer.text.contains("canary"), "{answer:?}");
        let title = if answer.status == 503 {
            "Service Unavailable"
        } else {
            "Internal Server Error"
        };
        answer.assert_problem(&json!({"title": title, "status": answer.status}));
    }
    assert_eq!(service.get("/ok").await.text, "fine");
}

#[tokio::test]
async fn other_headers_stay_and_those_of_the_body_go() {
    let answer = service().await.get("/headers").await;
    answer.assert_problem(&json!({"title": "Unauthorized", "status": 401, "detail": "who are you?"}));
    let all = |name| -> Vec<_> {
        answer
            .headers
            .get_all(name)
            .iter()
            .map(|value| value.to_str().unwrap())
            .collect()
    };
    assert_eq!(all("www-authenticate"), ["Bearer", "Basic"]);
    assert_eq!(all("set-cookie"), ["a=1", "b=2"]);
    assert_eq!(all("retry-after"), ["7"]);
    assert!(all("vary").contains(&"Origin"), "{answer:?}");
    assert_eq!(answer.header("etag"), None);
    assert_eq!(all("content-type"), ["application/problem+json"]);
    assert_eq!(
        answer.header("content-length"),
        Some(answer.text.len().to_string().as_str())
    );
}

#[tokio::test]
async fn only_a_short_text_of_a_4xx_is_a_detail() {
    let service = service().await;
    let answer = service.get("/text/418").await;
    answer.assert_problem(&json!({"status": 418, "detail": "canary"}));
    for path in ["/html", "/latin", "/broken", "/long", "/encoded"] {
        let answer = service.get(path).await;
        assert!(!answer.text.contains("canary"), "{answer:?}");
        assert_eq!(
            answer.header("content-type"),
            Some("application/problem+json"),
            "{path}"
        );
        assert_eq!(answer.header("content-encoding"), None, "{path}");
    }
}

#[tokio::test]
async fn what_somebody_else_has_formed_passes_byte_for_byte() {
    let service = service().await;
    for (path, content_type, text) in [
        (
            "/domain",
            "application/problem+json",
            r#"{"title":"Not Found","status":404,"detail":"Order not found","errorCode":1}"#,
        ),
        ("/json", "application/json", "{\"error\": 7}"),
        ("/json/500", "application/json", "{\"error\": 7}"),
        ("/vnd", "application/vnd.api+json", "{\"errors\": []}"),
        ("/problem", "Application/Problem+JSON; charset=utf-8", "{\"own\": 1}"),
        ("/problem.xml", "application/problem+xml", "<problem/>"),
        ("/page", "text/html", "<p>fine</p>"),
        ("/text/200", "text/plain; charset=utf-8", "canary\n"),
        ("/text/304", "text/plain; charset=utf-8", ""),
    ] {
        let answer = service.get(path).await;
        assert_eq!(answer.header("content-type"), Some(content_type), "{path}");
        assert_eq!(answer.text, text, "{path}");
    }
}

#[tokio::test]
async fn head_has_no_body_and_the_headers_of_get() {
    let service = service().await;
    for path in ["/nothing", "/panics", "/domain", "/headers"] {
        let get = service.get(path).await;
        let head = send(service.request(Method::HEAD, path)).await;
        assert_eq!((head.status, head.text.as_str()), (get.status, ""), "{path}");
        for name in ["content-type", "content-length"] {
            assert_eq!(head.header(name), get.header(name), "{path}");
        }
    }
}

#[tokio::test]
async fn the_instance_is_made_from_the_id_of_the_request() {
    async fn ask(service: &Service, path: &str, id: &str) -> Answer {
        send(service.request(Method::GET, path).header("X-Request-Id", id)).await
    }

    let layer = ProblemLayer::new().instance_from_header("x-request-id");
    let service = Service::start(router().layer(layer)).await;
    let instance = format!("urn:uuid:{UUID}");
    let document = json!({"title": "Not Found", "status": 404, "instance": instance});
    ask(&service, "/nothing", UUID).await.assert_problem(&document);

    let answer = ask(&service, "/domain", UUID).await;
    assert_eq!(
        answer.text,
        format!(
            r#"{{"title":"Not Found","status":404,"detail":"Order not found","instance":"{instance}","errorCode":1}}"#
        )
    );
    assert_eq!(
        answer.header("content-length"),
        Some(answer.text.len().to_string().as_str())
    );

    let answer = ask(&service, "/panics", "req-7").await;
    answer.assert_problem(&json!({
        "title": "Internal Server Error",
        "status": 500,
        "instance": "urn:x-request-id:req-7",
    }));
    for id in ["", "two words"] {
        let answer = ask(&service, "/nothing", id).await;
        answer.assert_problem(&json!({"title": "Not Found", "status": 404}));
    }
    assert_eq!(ask(&service, "/ok", UUID).await.text, "fine");
    assert_eq!(ask(&service, "/json", UUID).await.text, "{\"error\": 7}");
    assert_eq!(ask(&service, "/problem.xml", UUID).await.text, "<problem/>");
    let head = send(service.request(Method::HEAD, "/domain").header("x-request-id", UUID)).await;
    assert_eq!((head.status, head.text.as_str()), (404, ""));
}

#[tokio::test]
async fn a_problem_is_in_xml_where_the_request_prefers_it() {
    let layer = ProblemLayer::new().instance_from_header("x-request-id");
    let service = Service::start(router().layer(layer)).await;
    let ask = async |method: Method, path: &str, id: &str| {
        let request = service
            .request(method, path)
            .header("accept", "application/problem+xml");
        send(request.header("x-request-id", id)).await
    };
    for (path, status, vary) in [
        ("/nothing", 404, vec!["accept"]),
        ("/domain", 404, vec!["accept"]),
        ("/panics", 500, vec!["accept"]),
        ("/headers", 401, vec!["Origin", "accept"]),
    ] {
        for (id, instance) in [(UUID, Some(format!("urn:uuid:{UUID}"))), ("", None)] {
            let get = ask(Method::GET, path, id).await;
            assert_eq!(
                (get.status, get.header("content-type")),
                (status, Some("application/problem+xml")),
                "{path}"
            );
            assert_eq!(get.headers.get_all("vary").iter().collect::<Vec<_>>(), vary, "{path}");
            assert_eq!(
                get.header("content-length"),
                Some(get.text.len().to_string().as_str()),
                "{path}"
            );
            let details = ProblemDetails::from_xml(get.text.as_bytes()).unwrap();
            assert_eq!(details.status(), Some(status), "{path}");
            assert_eq!(details.instance(), instance.as_deref(), "{path}");

            let head = ask(Method::HEAD, path, id).await;
            assert_eq!((head.status, head.text.as_str()), (status, ""), "{path}");
            assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
            assert_eq!(head.header("content-length"), get.header("content-length"), "{path}");
        }
    }
    // No document, and none of ours.
    for (path, content_type, vary) in [
        ("/ok", "text/plain; charset=utf-8", None),
        ("/json", "application/json", None),
        ("/problem.xml", "application/problem+xml", None),
    ] {
        let answer = ask(Method::GET, path, "").await;
        assert_eq!(answer.header("content-type"), Some(content_type), "{path}");
        assert_eq!(answer.header("vary"), vary, "{path}");
    }
    // In JSON it is told too that it might have been XML.
    for path in ["/nothing", "/domain"] {
        let answer = service.get(path).await;
        assert_eq!(
            answer.header("content-type"),
            Some("application/problem+json"),
            "{path}"
        );
        assert_eq!(answer.header("vary"), Some("accept"), "{path}");
    }
}

#[tokio::test]
async fn an_instance_takes_away_what_the_headers_said_of_the_bytes() {
    async fn signed() -> impl IntoResponse {
        let headers = AppendHeaders([
            ("etag", "\"1\""),
            ("content-digest", "sha-256=:AA==:"),
            ("retry-after", "7"),
        ]);
        (headers, OrderError::NotFound)
    }
    let layer = ProblemLayer::new().instance_from_header("x-request-id");
    let service = Service::start(Router::new().route("/", get(signed)).layer(layer)).await;

    let answer = send(service.request(Method::GET, "/").header("x-request-id", UUID)).await;
    assert!(answer.text.contains(UUID), "{answer:?}");
    assert_eq!((answer.header("etag"), answer.header("content-digest")), (None, None));
    assert_eq!(answer.header("retry-after"), Some("7"));

    let answer = service.get("/").await;
    assert_eq!(answer.header("etag"), Some("\"1\""));
    assert_eq!(answer.header("content-digest"), Some("sha-256=:AA==:"));
}

/// Says one word, and then nothing for ever.
struct Endless(Option<Bytes>);

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.0.take() {
            Some(word) => Poll::Ready(Some(Ok(Frame::data(word)))),
            None => Poll::Pending,
        }
    }
}

#[tokio::test]
async fn a_stream_passes_as_it_comes_and_is_never_waited_for() {
    let endless = |content_type, status| {
        get(async move || {
            with(
                content_type,
                status,
                Body::new(Endless(Some(Bytes::from_static(b"first")))),
            )
        })
    };
    let router = Router::new()
        .route("/events", endless("text/event-stream", 200))
        .route("/own", endless("application/json", 400))
        .route("/problem", endless("application/problem+json", 400))
        .route("/text", endless("text/plain", 400));
    let layer = ProblemLayer::new().instance_from_header("x-request-id");
    let service = Service::start(router.layer(layer)).await;
    for path in ["/events", "/own", "/problem"] {
        let request = service.request(Method::GET, path).header("x-request-id", UUID);
        let mut response = request.send().await.unwrap();
        assert_eq!(
            response.chunk().await.unwrap().as_deref(),
            Some(&b"first"[..]),
            "{path}"
        );
    }
    let answer = service.get("/text").await;
    answer.assert_problem(&json!({"title": "Bad Request", "status": 400}));
}

/// A service of no framework, with a body and an error of its own.
#[tokio::test]
async fn any_service_of_http_types_will_do() {
    #[derive(Debug, PartialEq)]
    struct Refused;

    #[derive(Clone)]
    struct Plain;

    impl tower_service::Service<http::Request<()>> for Plain {
        type Response = http::Response<Full<Bytes>>;
        type Error = Refused;
        type Future = std::future::Ready<Result<Self::Response, Refused>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Refused>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, request: http::Request<()>) -> Self::Future {
            std::future::ready(match request.uri().path() {
                "/refused" => Err(Refused),
                "/panics" => panic!("before there is a future"),
                "/problem" => Ok(http::Response::builder()
                    .status(404)
                    .header("content-type", "application/problem+json")
                    .header("content-length", "34")
                    .body(Full::default())
                    .unwrap()),
                // The text that a GET gets is 12 bytes long.
                "/stripped" => Ok(http::Response::builder()
                    .status(404)
                    .header("content-type", "text/plain")
                    .header("content-length", "12")
                    .body(Full::default())
                    .unwrap()),
                _ => Ok(http::Response::builder().status(404).body(Full::default()).unwrap()),
            })
        }
    }

    let mut service = ProblemLayer::new().layer(Plain);
    let request = |method: &str, path: &str| http::Request::builder().method(method).uri(path).body(()).unwrap();
    let response = service.call(request("GET", "/")).await.unwrap();
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    let body = response.into_body().collect().await.unwrap().to_bytes();
    assert_eq!(body, r#"{"title":"Not Found","status":404}"#);

    let response = service.call(request("HEAD", "/")).await.unwrap();
    assert_eq!(response.headers()["content-length"], "34");
    assert!(response.into_body().collect().await.unwrap().to_bytes().is_empty());

    // What the problem of the GET would be is not known here, nor how long.
    let response = service.call(request("HEAD", "/stripped")).await.unwrap();
    assert_eq!(response.headers().get("content-length"), None);

    let response = service.call(request("HEAD", "/problem")).await.unwrap();
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    assert_eq!(response.headers()["content-length"], "34");
    let mut xml = request("HEAD", "/problem");
    xml.headers_mut()
        .insert("accept", http::HeaderValue::from_static("application/xml"));
    let response = service.call(xml).await.unwrap();
    assert_eq!(response.headers()["content-type"], "application/problem+xml");
    assert_eq!(response.headers().get("content-length"), None);

    assert_eq!(service.call(request("GET", "/refused")).await.err(), Some(Refused));
    assert_eq!(service.call(request("GET", "/panics")).await.unwrap().status(), 500);
}

#[tokio::test]
async fn panics_can_be_left_to_others() {
    async fn panics() -> &'static str {
        panic!("caught further out")
    }
    let router = Router::new()
        .route("/", get(panics))
        .layer(ProblemLayer::new().catch_panics(false));
    let service = Service::start(router).await;
    assert!(service.request(Method::GET, "/").send().await.is_err());
}
