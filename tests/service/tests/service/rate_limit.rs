use std::num::NonZeroU32;

use problem_examples::service::Config;
use reqwest::Method;

use crate::support::{Service, send};

#[tokio::test]
async fn over_the_limit_a_key_gets_429_with_retry_after() {
    let service = Service::start_with(&Config {
        api_keys: vec!["other-key".to_owned()],
        rate_limit: NonZeroU32::MIN,
        ..Config::default()
    })
    .await;
    let mut answers = Vec::new();
    for _ in 0..20 {
        answers.push(service.get("/sequences").await);
    }
    let refused = answers
        .iter()
        .find(|answer| answer.status != 200)
        .expect("one request a second is allowed");
    refused.assert_problem(429, "Too Many Requests", None);
    let seconds: u64 = refused.header("retry-after").expect("Retry-After").parse().unwrap();
    assert!(seconds >= 1);

    // Another key has a limit of its own, and samples have none.
    let request = service
        .request(Method::GET, "/sequences")
        .header("x-api-key", "other-key");
    assert_eq!(send(request).await.status, 200);
    assert_eq!(service.get("/samples/sequences/6").await.status, 409);
}
