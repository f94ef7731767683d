//! P1 to P20: what is sent. (There is no P19.)

use axum::Router;
use axum::routing::get;
use problem_core::{AnyProblem, Problem, ProblemDetails, ProblemDomain, ProblemType};
use problem_examples::CATALOG;
use problem_examples::domains::{self, CANARY};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Service, send};

#[derive(Debug, Problem)]
#[problem(domain = "Orders", base = "https://errors.example.com/")]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,
    /// Order is paid
    #[problem(code = 2, status = 409, detail = "Order {id} is paid")]
    Paid {
        #[problem(extension)]
        id: u64,
    },
    /// Order is locked
    #[problem(code = 3, status = 423, type = "/errors/orders/locked")]
    Locked,
    /// The lines of the order are not valid
    #[problem(code = 4, status = 422, type = "urn:example:lines")]
    Lines {
        #[problem(extension)]
        errors: Vec<LineError>,
    },
}

#[derive(Debug, serde::Serialize)]
struct LineError {
    detail: &'static str,
    pointer: &'static str,
}

/// The slug and the code of each of the 149 samples.
fn samples() -> impl Iterator<Item = (&'static str, &'static ProblemType)> {
    CATALOG
        .domains()
        .iter()
        .flat_map(|domain| domain.problems().iter().map(|problem| (domain.slug(), problem)))
}

/// An answer for every sample, and for every problem of the framework.
async fn answers(service: &Service) -> Vec<Answer> {
    let mut answers = Vec::new();
    for (slug, problem) in samples() {
        let code = problem.code().unwrap();
        answers.push(service.get(&format!("/samples/{slug}/{code}")).await);
    }
    assert_eq!(answers.len(), 149);
    answers.push(service.get("/nothing").await);
    answers.push(send(service.request(Method::DELETE, "/sequences")).await);
    answers.push(send(service.request(Method::GET, "/sequences")).await);
    answers.push(service.post("/sequences", json!({"name": 7})).await);
    answers.push(service.get("/sequences?limit=0").await);
    answers
}

#[tokio::test]
async fn p01_the_body_is_one_json_object_sent_as_problem_json() {
    for answer in answers(&Service::start().await).await {
        assert_eq!(answer.header("content-type"), Some("application/problem+json"));
        assert!(answer.json().is_object(), "{answer:?}");
    }
}

#[tokio::test]
async fn p02_the_members_have_their_types() {
    for answer in answers(&Service::start().await).await {
        let json = answer.json();
        for (name, value) in json.as_object().unwrap() {
            let typed = match name.as_str() {
                "type" | "title" | "detail" | "instance" => value.is_string(),
                "status" | "errorCode" => value.is_u64(),
                _ => !value.is_null(),
            };
            assert!(typed, "{name} in {json}");
        }
    }
}

#[tokio::test]
async fn p03_status_equals_http_status() {
    for answer in answers(&Service::start().await).await {
        assert_eq!(answer.json()["status"], answer.status, "{answer:?}");
    }
}

#[test]
fn p04_the_title_is_constant_per_type() {
    for (slug, problem) in samples() {
        let sample = domains::sample(slug, problem.code().unwrap()).unwrap();
        assert_eq!(sample.to_details().title(), Some(problem.title()));
    }
    let title = |error: OrderError| error.to_details().title().map(str::to_owned);
    assert_eq!(title(OrderError::Paid { id: 1 }), title(OrderError::Paid { id: 2 }));
}

#[test]
fn p05_the_detail_is_written_for_the_client() {
    for (slug, problem) in samples() {
        let sample = domains::sample(slug, problem.code().unwrap()).unwrap();
        let detail = sample.detail();
        assert!(!detail.trim().is_empty(), "{slug} {}", problem.name());
        for debugging in [CANARY, "{", "}", "::", "Some(", "Error", ".rs", "SQL"] {
            assert!(!detail.contains(debugging), "{detail}");
        }
    }
}

#[test]
fn p06_the_type_is_absolute_or_a_full_path() {
    let uris = OrderError::DOMAIN
        .problems()
        .iter()
        .map(|problem| problem.type_uri().unwrap());
    let expected = [
        "https://errors.example.com/orders/1",
        "https://errors.example.com/orders/2",
        "/errors/orders/locked",
        "urn:example:lines",
    ];
    assert_eq!(uris.collect::<Vec<_>>(), expected);
    let sent: Value = serde_json::from_str(&OrderError::Locked.to_json()).unwrap();
    assert_eq!(sent["type"], "/errors/orders/locked");
    // Others do not compile: see tests/ui.
}

#[test]
fn p07_an_http_type_names_the_page_of_its_problem() {
    for problem in OrderError::DOMAIN.problems() {
        if let Some(path) = problem.type_uri().unwrap().strip_prefix("https://errors.example.com/") {
            let (slug, code) = path.split_once('/').unwrap();
            assert_eq!(
                (slug, code),
                (OrderError::DOMAIN.slug(), &*problem.code().unwrap().to_string())
            );
            assert!(!problem.docs().is_empty());
        }
    }
}

#[test]
fn p08_the_instance_is_sent_as_it_is_given() {
    for instance in [
        "https://example.com/orders/7",
        "/orders/7#lines",
        "urn:uuid:d9e35127-e9b1-4201-a211-2b52e52508df",
    ] {
        let json = OrderError::NotFound.to_details().with_instance(instance).to_json();
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap()["instance"], instance);
    }
}

#[test]
fn p09_several_problems_of_one_type_go_into_one_array() {
    let errors = vec![
        LineError {
            detail: "must be positive",
            pointer: "#/lines/0/count",
        },
        LineError {
            detail: "is required",
            pointer: "#/lines/1/sku",
        },
    ];
    let json: Value = serde_json::from_str(&OrderError::Lines { errors }.to_json()).unwrap();
    assert_eq!(json["status"], 422);
    assert_eq!(
        json["errors"],
        json!([
            {"detail": "must be positive", "pointer": "#/lines/0/count"},
            {"detail": "is required", "pointer": "#/lines/1/sku"},
        ])
    );
}

#[test]
fn p10_every_type_documents_its_uri_its_title_and_its_status() {
    for problem in samples()
        .map(|(_, problem)| problem)
        .chain(OrderError::DOMAIN.problems())
    {
        assert!(
            !problem.title().is_empty() && !problem.description().is_empty(),
            "{}",
            problem.name()
        );
        assert!((400..=599).contains(&problem.status()), "{}", problem.name());
    }
    // Where it has no URI, that is `about:blank`.
    assert!(samples().all(|(_, problem)| problem.type_uri().is_none()));
}

/// The names of all extensions that are declared.
fn extension_names() -> impl Iterator<Item = &'static str> {
    let problems = samples()
        .map(|(_, problem)| problem)
        .chain(OrderError::DOMAIN.problems());
    problems.flat_map(|problem| problem.extensions().iter().map(problem_core::ExtensionSpec::name))
}

#[test]
fn p11_extension_names_are_letters_digits_underscores_and_hyphens() {
    for name in extension_names() {
        assert!(name.starts_with(|c: char| c.is_ascii_alphabetic()), "{name}");
        assert!(
            name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-'),
            "{name}"
        );
    }
    // Two characters are allowed.
    assert!(extension_names().any(|name| name == "id"));
}

#[test]
fn p12_extension_names_are_xml_names() {
    // What P11 allows is a part of what an XML name may be: no colon, and no digit or hyphen at the beginning.
    for name in extension_names() {
        assert!(
            !name.contains(':') && !name.starts_with(|c: char| c.is_ascii_digit() || c == '-'),
            "{name}"
        );
    }
}

#[test]
fn p13_an_extension_never_overwrites_a_standard_member() {
    let mut details = ProblemDetails::new(409)
        .with_type("urn:a")
        .with_detail("b")
        .with_instance("c")
        .with_error_code(6);
    let before = details.to_json();
    for name in ["type", "title", "status", "detail", "instance", "errorCode"] {
        details = details.with_extension(name, "forged");
    }
    let json = details.to_json();
    assert!(json.starts_with(before.trim_end_matches('}')), "{json}");
    let Value::Object(members) = serde_json::from_str(&json).unwrap() else {
        panic!()
    };
    assert_eq!(members.len(), 12);
    assert_eq!(members["status"], 409);
    assert_eq!(members["status_"], "forged");
}

#[test]
fn p14_without_a_type_the_title_is_the_phrase_of_the_status() {
    for (status, phrase) in [
        (404, "Not Found"),
        (413, "Content Too Large"),
        (422, "Unprocessable Content"),
    ] {
        assert_eq!(ProblemDetails::new(status).title(), Some(phrase));
    }
    for (_, problem) in samples() {
        assert_eq!(Some(problem.title()), ProblemDetails::new(problem.status()).title());
    }
}

#[test]
fn p15_leaving_type_out_means_about_blank() {
    let sample = domains::sample("sequences", 6).unwrap();
    assert!(!sample.to_json().contains("\"type\""));
    assert_eq!(sample.to_details().type_uri(), "about:blank");
}

#[tokio::test]
async fn p16_a_problem_may_carry_retry_after() {
    #[derive(Debug, Problem)]
    enum Busy {
        /// Come back later
        #[problem(code = 1, status = 503)]
        Later {
            #[problem(header = "Retry-After")]
            seconds: u32,
        },
    }
    let service = Service::serve(Router::new().route("/", get(async || Busy::Later { seconds: 30 }))).await;
    let answer = service.get("/").await;
    answer.assert_problem(503, "Service Unavailable", Some(1));
    assert_eq!(answer.header("retry-after"), Some("30"));
}

#[tokio::test]
async fn p17_problem_json_is_sent_although_accept_omits_it() {
    let service = Service::start().await;
    for accept in ["text/html", "image/png, */*;q=0", "application/json", ""] {
        let request = service
            .request(Method::GET, "/samples/sequences/6")
            .header("accept", accept);
        send(request).await.assert_problem(409, "Conflict", Some(6));
    }
}

#[tokio::test]
async fn p18_a_text_that_is_negotiated_by_language_says_so() {
    let service = Service::start().await;
    let ask = |language: &'static str| {
        send(
            service
                .request(Method::GET, "/samples/sequences/6")
                .header("accept-language", language),
        )
    };
    let (english, german) = (ask("en").await, ask("de").await);
    for answer in [&english, &german] {
        let says_so = answer.header("content-language").is_some()
            && answer
                .header("vary")
                .is_some_and(|vary| vary.to_lowercase().contains("accept-language"));
        // The texts of this service are not negotiated.
        assert!(english.text == german.text || says_so, "{answer:?}");
    }
}

#[tokio::test]
async fn p20_no_internals_are_sent() {
    let internal = get(async || {
        let error = std::io::Error::other(format!("{CANARY}: /srv/app/src/main.rs:7"));
        AnyProblem::internal(error)
    });
    let answer = Service::serve(Router::new().route("/", internal)).await.get("/").await;
    answer.assert_problem(500, "Internal Server Error", None);
    let service = Service::start().await;
    for answer in answers(&service).await.iter().chain([&answer]) {
        for internal in [CANARY, "main.rs", "stack", "panicked", "SELECT"] {
            assert!(!answer.text.contains(internal), "{answer:?}");
        }
    }
}
