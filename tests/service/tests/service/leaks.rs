//! What a declaration does not name reaches no client.

use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use problem_core::{AnyProblem, Problem, ResultExt};
use problem_examples::CATALOG;
use problem_examples::domains::{self, CANARY};

use crate::support::Service;

/// Everything a client can see of an answer.
fn visible(answer: &crate::support::Answer) -> String {
    format!("{:?} {}", answer.headers, answer.text)
}

#[tokio::test]
async fn no_sample_of_any_domain_shows_its_secret() {
    let service = Service::start().await;
    for domain in CATALOG.domains() {
        let mut secrets = 0;
        for problem in domain.problems() {
            let code = problem.code().unwrap();
            let kept = format!("{:?}", domains::sample(domain.slug(), code).unwrap());
            secrets += usize::from(kept.contains(CANARY));
            let answer = service.get(&format!("/samples/{}/{code}", domain.slug())).await;
            assert!(
                !visible(&answer).contains(CANARY),
                "{} {code}: {answer:?}",
                domain.slug()
            );
        }
        assert!(secrets > 0, "{} has a secret to keep", domain.slug());
    }
}

#[derive(Debug, thiserror::Error, Problem)]
#[problem(domain = "Leaks")]
enum LeakError {
    /// The request failed
    #[error("canary of Display: {secret}")]
    #[problem(code = 1, status = 500)]
    Display { secret: &'static str },

    /// The request failed
    #[error("a source failed")]
    #[problem(code = 2, status = 400)]
    Source(#[source] std::io::Error),
}

#[tokio::test]
async fn neither_display_nor_a_source_nor_an_internal_error_is_shown() {
    let canary = || std::io::Error::other("canary of a source");
    let router = Router::new()
        .route(
            "/display",
            get(async || LeakError::Display {
                secret: "canary of a field",
            }),
        )
        .route("/source", get(async move || LeakError::Source(canary())))
        .route("/internal", get(async move || AnyProblem::internal(canary())))
        .route(
            "/question-mark",
            get(async || "canary".parse::<u32>().internal().map(|_| ()).into_response()),
        );
    let service = Service::serve(router).await;
    for (path, status) in [
        ("/display", 500),
        ("/source", 400),
        ("/internal", 500),
        ("/question-mark", 500),
    ] {
        let answer = service.get(path).await;
        assert_eq!(answer.status, status, "{path}");
        assert!(!visible(&answer).contains("canary"), "{path}: {answer:?}");
    }
}
