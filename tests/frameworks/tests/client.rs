//! The feature `reqwest` against a server on a loopback port that answers what each test wants.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use problem_core::reqwest::{NoProblem, ProblemResponseExt, UnreadProblem};
use problem_core::{DecodeErrorKind, Decoded, Limits, NotAProblemReason, Note, Problem};

/// Why an order failed.
#[derive(Debug, PartialEq, Problem)]
#[problem(domain = "Orders", decode)]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,

    /// The customer ordered too often
    #[problem(code = 2, status = 429, detail = "Customer {customer} has to wait")]
    Throttled {
        #[problem(extension)]
        customer: String,
    },
}

/// Asks a server that answers with these bytes and then closes the connection, or sends more until it cannot.
async fn answer(head: &str, body: impl Into<Vec<u8>>, endless: bool) -> reqwest::Response {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("its address");
    let mut bytes = format!("HTTP/1.1 {head}\r\nconnection: close\r\n\r\n").into_bytes();
    let body = body.into();
    bytes.extend_from_slice(&body);
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        _ = stream.read(&mut [0; 4096]).expect("a request");
        let mut sent = stream.write_all(&bytes);
        while endless && sent.is_ok() {
            sent = stream.write_all(&body);
        }
    });
    reqwest::get(format!("http://{address}/")).await.expect("a response")
}

async fn problem(status: &str, body: &str) -> reqwest::Response {
    answer(
        &format!("{status}\r\ncontent-type: application/problem+json"),
        body,
        false,
    )
    .await
}

#[tokio::test]
async fn a_problem_is_decoded() {
    let body = r#"{"title":"Conflict","status":409,"detail":"Order is paid","errorCode":7,"invoice":3}"#;
    let details = problem("409 Conflict", body).await.problem().await.unwrap();
    assert_eq!((details.status(), details.error_code()), (Some(409), Some(7)));
    assert_eq!(details.extensions()["invoice"], 3);
}

#[tokio::test]
async fn a_success_may_carry_a_problem() {
    let head = "200 OK\r\ncontent-type: Application/Problem+JSON; charset=utf-8";
    let details = answer(head, r#"{"title":"Degraded"}"#, false)
        .await
        .problem()
        .await
        .unwrap();
    assert_eq!(details.title(), Some("Degraded"));
}

#[tokio::test]
async fn a_problem_is_a_value_of_the_enum_that_declares_it() {
    let sent = OrderError::Throttled {
        customer: "ada".to_owned(),
    };
    let response = problem("429 Too Many Requests", &sent.to_json()).await;
    assert_eq!(response.problem_as::<OrderError>().await.unwrap(), sent);
}

#[tokio::test]
async fn an_unknown_problem_is_returned_whole() {
    let response = problem("409 Conflict", r#"{"status":409,"errorCode":99,"detail":"newer"}"#).await;
    match response.problem_as::<OrderError>().await.unwrap_err() {
        UnreadProblem::Undecoded(error) => assert_eq!(error.details().detail(), Some("newer")),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn another_media_type_is_no_problem_and_is_not_read() {
    let head = "502 Bad Gateway\r\ncontent-type: text/html";
    let error = answer(head, vec![b'x'; 64 * 1024], true)
        .await
        .problem()
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "HTTP status 502, not a problem document: `Content-Type` is \"text/html\"",
    );
    match error {
        NoProblem::NotAProblem(other) => {
            assert_eq!(other.http_status(), 502);
            assert_eq!(other.reason(), &NotAProblemReason::MediaType(Some("text/html".into())));
        }
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn an_endless_body_is_read_up_to_the_limit() {
    let head = "500 Internal Server Error\r\ncontent-type: application/problem+json";
    for limits in [Limits::new(), Limits::new().with_bytes(100)] {
        let response = answer(head, vec![b' '; 64 * 1024], true).await;
        match response.decode_problem(&limits).await.unwrap() {
            Decoded::NotAProblem(other) => match other.reason() {
                NotAProblemReason::Body(error) => assert_eq!(error.kind(), DecodeErrorKind::TooLarge),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_body_of_just_the_limit_is_read() {
    let body = r#"{"status":404}"#;
    let limits = Limits::new().with_bytes(body.len());
    let decoded = problem("404 Not Found", body)
        .await
        .decode_problem(&limits)
        .await
        .unwrap();
    assert!(decoded.details().is_some());
}

#[tokio::test]
async fn what_is_wrong_is_noted() {
    let response = problem("404 Not Found", r#"{"status":400,"title":null}"#).await;
    let decoded = response.decode_problem(&Limits::new()).await.unwrap();
    let mismatch = Note::StatusMismatch {
        http_status: 404,
        member: 400,
    };
    assert!(decoded.notes().contains(&mismatch), "{decoded:?}");
    assert_eq!(decoded.notes().len(), 2);
}

#[tokio::test]
async fn an_empty_body_is_no_problem() {
    let error = problem("503 Service Unavailable", "")
        .await
        .problem()
        .await
        .unwrap_err();
    assert!(
        matches!(&error, NoProblem::NotAProblem(other) if other.http_status() == 503),
        "{error}"
    );
}

#[tokio::test]
async fn a_connection_that_breaks_off_is_an_error() {
    let head = "500 Internal Server Error\r\ncontent-type: application/problem+json\r\ncontent-length: 100";
    let error = answer(head, "{", false).await.problem().await.unwrap_err();
    assert!(matches!(error, NoProblem::Connection(_)), "{error}");
}
