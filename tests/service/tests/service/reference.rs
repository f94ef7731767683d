//! The service has its own error reference, for anyone.

use problem_core::reference::content_security_policy;
use problem_examples::CATALOG;
use problem_examples::service::Config;
use reqwest::Method;
use serde_json::Value;

use crate::support::{Service, send};

#[tokio::test]
async fn anyone_reads_it_without_a_key() {
    let service = Service::start().await;
    for (path, content_type, text) in [
        ("/errors", "text/html; charset=utf-8", CATALOG.to_html()),
        ("/errors.md", "text/markdown; charset=utf-8", CATALOG.to_markdown()),
        ("/errors.json", "application/json", CATALOG.to_json()),
        ("/openapi.json", "application/json", CATALOG.to_openapi()),
    ] {
        let answer = send(service.request(Method::GET, path)).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (200, Some(content_type)),
            "{path}"
        );
        assert_eq!(
            answer.header("content-security-policy"),
            Some(content_security_policy())
        );
        assert_eq!(answer.text, text, "{path}");
    }
}

#[tokio::test]
async fn every_code_has_its_page() {
    let service = Service::start().await;
    let mut pages = 0;
    for domain in CATALOG.domains() {
        for problem in domain.problems() {
            let path = format!("/errors/{}/{}", domain.slug(), problem.code().expect("a code"));
            let page = send(service.request(Method::GET, &path).header("accept", "text/html")).await;
            assert_eq!(
                (page.status, page.header("content-type")),
                (200, Some("text/html; charset=utf-8"))
            );
            let data = send(service.request(Method::GET, &path).header("accept", "application/json")).await;
            let data: Value = data.json();
            assert_eq!(data["name"], problem.name());
            assert_eq!(data["status"], problem.status());
            assert_eq!(data["title"], problem.title());
            assert_eq!(data["description"], problem.description());
            pages += 1;
        }
    }
    assert_eq!(pages, 149);
}

#[tokio::test]
async fn it_has_no_rate_limit_and_is_not_sent_twice() {
    let service = Service::start_with(&Config {
        rate_limit: std::num::NonZeroU32::MIN,
        ..Config::default()
    })
    .await;
    let first = send(service.request(Method::GET, "/errors")).await;
    let tag = first.header("etag").expect("an ETag");
    for _ in 0..20 {
        let again = send(service.request(Method::GET, "/errors").header("if-none-match", tag)).await;
        assert_eq!((again.status, &*again.text), (304, ""));
    }
}

#[tokio::test]
async fn what_it_does_not_have_is_a_problem() {
    let service = Service::start().await;
    for path in [
        "/errors/sequences/99",
        "/errors/nothing/1",
        "/errors/sequences",
        "/errors/sequences/6/",
        "/errors/",
        "/errors/sequences/%FF",
    ] {
        let answer = send(service.request(Method::GET, path)).await;
        answer.assert_problem(404, "Not Found", None);
    }
    let answer = send(service.request(Method::POST, "/errors")).await;
    answer.assert_problem(405, "Method Not Allowed", None);
    assert_eq!(answer.header("allow"), Some("GET,HEAD"));
}
