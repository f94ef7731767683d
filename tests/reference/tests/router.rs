//! The error reference as pages of an axum service.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use problem_core::__private::Row;
use problem_core::{Catalog, Domain, HeaderSpec, ProblemType, reference};
use serde_json::{Value, json};
use tower::ServiceExt;

static CATALOG: Catalog = Catalog::new(
    "Shop API",
    &[
        Domain::new(
            "Orders",
            "orders",
            &[
                ProblemType::new("NotFound", 404, "Not Found", "Order not found").with_code(1),
                ProblemType::new("Archived", 409, "Conflict", "Order is <archived>")
                    .with_code(6)
                    .with_type_uri("https://errors.example.com/errors/orders/archived"),
            ],
        ),
        Domain::new(
            "Common",
            "common",
            &[
                ProblemType(Row {
                    name: "Unauthorized",
                    status: 401,
                    title: "Unauthorized",
                    description: "The API key is missing",
                    headers: &[HeaderSpec::new("WWW-Authenticate", Some("Bearer"))],
                    ..Row::DEFAULT
                }),
                ProblemType::new("Überlastet", 503, "Service Unavailable", "The service is overloaded"),
            ],
        ),
    ],
);

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

async fn send(app: Router, method: Method, path: &str, headers: &[(header::HeaderName, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    let response = app.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8(body.into()).unwrap(),
    }
}

async fn get(path: &str, headers: &[(header::HeaderName, &str)]) -> Answer {
    send(reference::axum::router(&CATALOG), Method::GET, path, headers).await
}

const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

#[tokio::test]
async fn each_file_is_the_export() {
    for (path, content_type, expected) in [
        ("/errors", "text/html; charset=utf-8", CATALOG.to_html()),
        ("/errors.md", "text/markdown; charset=utf-8", CATALOG.to_markdown()),
        ("/errors.json", "application/json", CATALOG.to_json()),
        ("/openapi.json", "application/json", CATALOG.to_openapi()),
    ] {
        let answer = get(path, &[]).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header(header::CONTENT_TYPE), content_type);
        assert_eq!(
            answer.header(header::CONTENT_SECURITY_POLICY),
            reference::content_security_policy()
        );
        assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        assert_eq!(answer.header(header::REFERRER_POLICY), "no-referrer");
        assert_eq!(answer.header(header::CACHE_CONTROL), "max-age=300");
        assert!(answer.headers.get(header::VARY).is_none());
        assert_eq!(answer.body, expected);
    }
}

#[tokio::test]
async fn a_problem_is_a_page_for_a_browser_and_data_for_a_client() {
    let page = get("/errors/orders/6", &[(header::ACCEPT, BROWSER)]).await;
    assert_eq!(
        (page.status, page.header(header::CONTENT_TYPE)),
        (StatusCode::OK, "text/html; charset=utf-8")
    );
    assert_eq!(page.header(header::VARY), "accept");
    assert!(page.body.contains("<h1><span dir=\"auto\">Orders</span> 6</h1>"));
    assert!(page.body.contains("Order is &#60;archived&#62;"));
    assert!(page.body.contains("href=\"../../errors#orders-6\""));

    let data = get("/errors/orders/6", &[(header::ACCEPT, "application/json")]).await;
    assert_eq!(
        (data.status, data.header(header::CONTENT_TYPE)),
        (StatusCode::OK, "application/json")
    );
    assert_eq!(data.header(header::VARY), "accept");
    assert_ne!(data.header(header::ETAG), page.header(header::ETAG));
    let data: Value = serde_json::from_str(&data.body).unwrap();
    assert_eq!(data["domain"], json!({"name": "Orders", "slug": "orders"}));
    assert_eq!(data["code"], 6);
    assert_eq!(data["description"], "Order is <archived>");
}

#[tokio::test]
async fn other_addresses_of_a_problem() {
    for (path, expected) in [
        // Without a code, by its name; and by what its own type says.
        ("/errors/common/Unauthorized", "Unauthorized"),
        ("/errors/orders/archived", "Archived"),
        // However the client writes it.
        ("/errors/orders/%36", "Archived"),
        ("/errors/%6Frders/6?from=mail", "Archived"),
        ("/errors/common/%C3%9Cberlastet", "Überlastet"),
    ] {
        let answer = get(path, &[(header::ACCEPT, "application/json")]).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let answer: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(answer["name"], expected);
    }
}

#[tokio::test]
async fn an_unknown_problem_is_a_problem() {
    for path in [
        "/errors/orders/7",
        "/errors/orders/+6",
        "/errors/orders/06",
        "/errors/orders/%FF",
        "/errors/orders/6%00",
        "/errors/orders/-6",
        "/errors/orders/6%2F",
        "/errors/orders%2F6/6",
        "/errors/orders/99999999999999999999",
        "/errors/../errors",
        "/errors/common/unauthorized",
        "/errors/nothing/1",
        "/errors/Orders/1",
        "/errors/orders/NotFound",
    ] {
        for accept in [BROWSER, "application/json"] {
            let answer = get(path, &[(header::ACCEPT, accept)]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json");
            assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
            let problem: Value = serde_json::from_str(&answer.body).unwrap();
            assert_eq!(
                (&problem["title"], &problem["status"]),
                (&json!("Not Found"), &json!(404))
            );
        }
    }
}

#[tokio::test]
async fn who_has_it_already_gets_no_body() {
    for path in [
        "/errors",
        "/errors.md",
        "/errors.json",
        "/openapi.json",
        "/errors/orders/1",
    ] {
        let first = get(path, &[]).await;
        let tag = first.header(header::ETAG);
        assert!(tag.starts_with('"') && tag.ends_with('"') && tag.len() == 34, "{tag}");
        for known in [tag, &format!("W/{tag}"), &format!("\"other\", {tag}"), "*"] {
            let again = get(path, &[(header::IF_NONE_MATCH, known)]).await;
            assert_eq!((again.status, &*again.body), (StatusCode::NOT_MODIFIED, ""));
            assert_eq!(again.header(header::ETAG), tag);
            assert_eq!(again.header(header::CACHE_CONTROL), "max-age=300");
            assert_eq!(again.header(header::VARY), first.header(header::VARY));
        }
        let changed = get(path, &[(header::IF_NONE_MATCH, "\"other\"")]).await;
        assert_eq!((changed.status, changed.body), (StatusCode::OK, first.body));
    }
}

#[tokio::test]
async fn head_says_what_get_would() {
    for path in ["/errors", "/errors.json", "/errors/orders/6"] {
        let get = get(path, &[]).await;
        let head = send(reference::axum::router(&CATALOG), Method::HEAD, path, &[]).await;
        assert_eq!((head.status, &*head.body), (StatusCode::OK, ""));
        for name in [header::CONTENT_TYPE, header::ETAG, header::CONTENT_SECURITY_POLICY] {
            assert_eq!(head.header(name.clone()), get.header(name));
        }
        assert_eq!(head.header(header::CONTENT_LENGTH), get.body.len().to_string());
    }
    let post = send(reference::axum::router(&CATALOG), Method::POST, "/errors", &[]).await;
    assert_eq!(post.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn it_fits_into_any_router() {
    let merged: Router<String> = Router::new().merge(reference::axum::router(&CATALOG));
    let nested = Router::new().nest("/api", merged.with_state(String::new()));
    let answer = send(nested, Method::GET, "/api/errors/orders/1", &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
}
