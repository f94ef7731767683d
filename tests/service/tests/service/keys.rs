use problem_examples::service::{Config, DEMO_READ_ONLY_KEY};
use reqwest::Method;
use serde_json::json;

use crate::support::{Service, send};

#[tokio::test]
async fn a_missing_or_wrong_key_is_a_401_with_a_challenge() {
    let service = Service::start().await;
    for request in [
        service.request(Method::GET, "/sequences"),
        service.request(Method::GET, "/sequences").header("x-api-key", "wrong"),
        service.request(Method::GET, "/sequences").header("x-api-key", ""),
        service
            .request(Method::POST, "/contacts")
            .json(&json!({"email": "ada@example.com"})),
    ] {
        let answer = send(request).await;
        answer.assert_problem(401, "Unauthorized", None);
        assert!(answer.header("www-authenticate").is_some(), "{answer:?}");
    }
}

#[tokio::test]
async fn a_read_only_key_reads() {
    let service = Service::start().await;
    for path in ["/sequences", "/sequence-folders"] {
        let request = service
            .request(Method::GET, path)
            .header("x-api-key", DEMO_READ_ONLY_KEY);
        assert_eq!(send(request).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn a_read_only_key_that_writes_is_the_forbidden_of_the_domain() {
    let service = Service::start().await;
    for (path, body, code) in [
        ("/sequences", json!({"name": "Outreach"}), 2),
        ("/sequences/1/start", json!({}), 2),
        ("/sequences/1/contacts", json!({"contactId": 1}), 11),
        ("/contacts", json!({"email": "ada@example.com"}), 3),
        ("/sequence-folders", json!({"name": "Inbox"}), 3),
    ] {
        let request = service
            .request(Method::POST, path)
            .header("x-api-key", DEMO_READ_ONLY_KEY);
        send(request.json(&body))
            .await
            .assert_problem(403, "Forbidden", Some(code));
    }
}

#[tokio::test]
async fn a_configured_key_is_accepted_beside_the_default_ones() {
    let service = Service::start_with(&Config {
        api_keys: vec!["team-key".to_owned()],
        ..Config::default()
    })
    .await;
    let request = service
        .request(Method::GET, "/sequences")
        .header("x-api-key", "team-key");
    assert_eq!(send(request).await.status, 200);
    assert_eq!(service.get("/sequences").await.status, 200);
}
