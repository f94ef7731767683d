//! JSON or XML, as the client prefers, over real HTTP.

use axum::body::Body;
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Json, Router, middleware};
use problem_core::{Problem, ProblemDetails};
use reqwest::Method;

use crate::support::{Answer, Service, send};

/// Why an order failed.
#[derive(Debug, Problem)]
#[problem(domain = "Orders")]
enum OrderError {
    /// The customer ordered too often
    #[problem(code = 2, status = 429, detail = "Wait {seconds} s & try again", header("Vary" = "Origin"))]
    Throttled {
        #[problem(extension, header = "Retry-After")]
        seconds: u32,
    },
}

const JSON: &str =
    r#"{"title":"Too Many Requests","status":429,"detail":"Wait 30 s & try again","errorCode":2,"seconds":30}"#;
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<problem xmlns=\"urn:ietf:rfc:7807\">\
    <title>Too Many Requests</title><status>429</status><detail>Wait 30 s &amp; try again</detail>\
    <errorCode>2</errorCode><seconds>30</seconds></problem>";

async fn service() -> Service {
    let throttled = async || OrderError::Throttled { seconds: 30 };
    let not_json = async || ([("content-type", "application/problem+json")], "no JSON");
    let encoded = async || ([("content-encoding", "br")], ProblemDetails::new(500).into_response());
    let varies = async || ([("vary", "Origin, ACCEPT")], ProblemDetails::new(404).into_response());
    let streamed = async || {
        let response = ProblemDetails::new(502).into_response();
        // Of a stream the length is not known.
        response.map(|body| Body::from_stream(body.into_data_stream()))
    };
    let router = Router::new()
        .route("/throttled", get(throttled))
        .route("/fine", get(async || Json("fine")))
        .route("/not-json", get(not_json))
        .route("/encoded", get(encoded))
        .route("/varies", get(varies))
        .route("/streamed", get(streamed))
        .fallback(async || ProblemDetails::new(404))
        .layer(middleware::from_fn(problem_core::axum::negotiate));
    Service::serve(router).await
}

async fn ask(service: &Service, method: Method, path: &str, accept: Option<&str>) -> Answer {
    let request = service.request(method, path);
    send(match accept {
        Some(accept) => request.header("accept", accept),
        None => request,
    })
    .await
}

#[tokio::test]
async fn who_prefers_xml_gets_xml() {
    let service = service().await;
    for accept in [
        "application/problem+xml",
        "text/xml",
        "application/json;q=0.5, application/xml;q=0.6",
    ] {
        let answer = ask(&service, Method::GET, "/throttled", Some(accept)).await;
        assert_eq!(answer.status, 429);
        assert_eq!(
            answer.header("content-type"),
            Some("application/problem+xml"),
            "{accept}"
        );
        assert_eq!(answer.header("retry-after"), Some("30"));
        assert_eq!(answer.header("content-length"), Some(&*XML.len().to_string()));
        let vary: Vec<_> = answer.headers.get_all("vary").iter().collect();
        assert_eq!(vary, ["Origin", "accept"]);
        assert_eq!(answer.text, XML);
        assert_eq!(
            ProblemDetails::from_xml(answer.text.as_bytes()).unwrap(),
            OrderError::Throttled { seconds: 30 }
                .to_details()
                .with_extension("seconds", "30")
        );
    }
}

#[tokio::test]
async fn everyone_else_gets_json() {
    let service = service().await;
    for accept in [
        None,
        Some("*/*"),
        Some("application/xml, application/json"),
        Some("text/html"),
        Some("*/*;q=0"),
    ] {
        let answer = ask(&service, Method::GET, "/throttled", accept).await;
        assert_eq!(
            answer.header("content-type"),
            Some("application/problem+json"),
            "{accept:?}"
        );
        let vary: Vec<_> = answer.headers.get_all("vary").iter().collect();
        assert_eq!(vary, ["Origin", "accept"]);
        assert_eq!(answer.text, JSON);
    }
}

#[tokio::test]
async fn head_has_the_headers_of_get() {
    let service = service().await;
    for (accept, body) in [("application/xml", XML), ("application/json", JSON)] {
        let get = ask(&service, Method::GET, "/throttled", Some(accept)).await;
        let head = ask(&service, Method::HEAD, "/throttled", Some(accept)).await;
        assert_eq!(head.header("content-type"), get.header("content-type"));
        assert_eq!(head.header("content-length"), Some(&*body.len().to_string()));
        assert_eq!((&*get.text, &*head.text), (body, ""));
    }
}

#[tokio::test]
async fn what_is_no_document_stays_what_it_is() {
    let service = service().await;
    for (path, content_type, start, vary) in [
        ("/fine", "application/json", "\"fine\"", None),
        ("/not-json", "application/problem+json", "no JSON", Some("accept")),
        ("/encoded", "application/problem+json", "{\"title\"", None),
        ("/streamed", "application/problem+json", "{\"title\"", Some("accept")),
        ("/varies", "application/problem+xml", "<?xml", Some("Origin, ACCEPT")),
        ("/nowhere", "application/problem+xml", "<?xml", Some("accept")),
    ] {
        let answer = ask(&service, Method::GET, path, Some("application/xml")).await;
        assert_eq!(answer.header("content-type"), Some(content_type), "{path}");
        assert_eq!(answer.header("vary"), vary, "{path}");
        assert!(answer.text.starts_with(start), "{path}: {}", answer.text);
    }
}
