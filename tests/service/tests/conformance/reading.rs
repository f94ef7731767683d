//! C1 to C12: what a client makes of a document.

use std::io::ErrorKind;
use std::net::TcpListener;

use problem_core::{
    Catalog, Decoded, IgnoredReason, Limits, NotAProblemReason, Note, Problem, ProblemDetails, ProblemDomain,
};
use serde_json::{Value, json};

pub(crate) const JSON: Option<&str> = Some("application/problem+json");

#[derive(Debug, PartialEq, Problem)]
#[problem(domain = "Orders", base = "https://errors.example.com/", decode)]
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
    #[problem(code = 3, status = 423, type = "/errors/locked")]
    Locked,
}

const CATALOG: Catalog = Catalog::new("Shop", &[OrderError::DOMAIN]);

pub(crate) fn read(value: &Value) -> ProblemDetails {
    ProblemDetails::from_json(value.to_string().as_bytes()).unwrap()
}

pub(crate) fn respond(status: u16, body: &str) -> Decoded {
    Decoded::from_response(status, JSON, body.as_bytes(), &Limits::default())
}

pub(crate) fn ignored(member: &'static str, reason: IgnoredReason) -> Note {
    Note::Ignored {
        member: member.into(),
        reason,
    }
}

#[test]
fn c01_a_member_of_the_wrong_type_counts_as_absent() {
    let wrong = [
        json!(null),
        json!(true),
        json!(7),
        json!(-7),
        json!(0.5),
        json!([1]),
        json!({"a": [{}]}),
    ];
    for member in ["type", "title", "detail", "instance"] {
        for value in &wrong {
            let mut document = json!({"status": 400, "after": 1});
            document[member] = value.clone();
            let details = read(&document);
            assert_eq!(details, read(&json!({"status": 400, "after": 1})), "{document}");
        }
    }
    let wrong_status = [
        json!(null),
        json!(true),
        json!("400"),
        json!(-400),
        json!([400]),
        json!({"status": 400}),
    ];
    for value in wrong_status {
        let details = read(&json!({"title": "x", "status": value}));
        assert_eq!(details, read(&json!({"title": "x"})), "{value}");
    }

    let decoded = respond(
        400,
        r#"{"status":"400","type":400,"detail":null,"title":[],"instance":{}}"#,
    );
    let expected = [
        ignored("status", IgnoredReason::WrongType),
        ignored("type", IgnoredReason::WrongType),
        ignored("detail", IgnoredReason::Null),
        ignored("title", IgnoredReason::WrongType),
        ignored("instance", IgnoredReason::WrongType),
    ];
    assert_eq!(decoded.notes(), expected);
    assert_eq!(decoded.into_details().unwrap().to_json(), "{}");
}

#[test]
fn c02_an_absent_or_ignored_type_is_about_blank() {
    for document in [
        json!({}),
        json!({"type": null}),
        json!({"type": 7}),
        json!({"type": "about:blank"}),
    ] {
        assert_eq!(read(&document).type_uri(), "about:blank", "{document}");
    }
}

#[test]
fn c03_type_is_the_identifier_and_wins_over_the_code() {
    let name = |document: Value| OrderError::recognize(&read(&document)).map(problem_core::ProblemType::name);
    let uri = "https://errors.example.com/orders/1";
    assert_eq!(name(json!({"type": uri})), Some("NotFound"));
    assert_eq!(name(json!({"type": uri, "errorCode": 2})), Some("NotFound"));
    assert_eq!(name(json!({"type": "/errors/locked", "errorCode": 2})), Some("Locked"));
    // Without a type of its own the code tells.
    assert_eq!(name(json!({"errorCode": 2})), Some("Paid"));
    assert_eq!(name(json!({"type": "about:blank", "errorCode": 2})), Some("Paid"));
    assert_eq!(name(json!({"type": 7, "errorCode": 2})), Some("Paid"));
    assert_eq!(name(json!({"type": "", "errorCode": 2})), Some("Paid"));
    assert_eq!(name(json!({"type": "/errors/other", "errorCode": 2})), Some("Paid"));
    // Another's type is another's problem.
    assert_eq!(name(json!({"type": "https://other.example/1", "errorCode": 2})), None);
    assert_eq!(name(json!({"type": "urn:other:2", "errorCode": 2})), None);
    assert_eq!(name(json!({"type": "HTTPS://errors.example.com/orders/1"})), None);
    assert_eq!(name(json!({"errorCode": 9})), None);
    assert_eq!(name(json!({"status": 404})), None);

    let details = read(&json!({"type": uri}));
    assert_eq!(CATALOG.recognize("orders", &details).unwrap().name(), "NotFound");
    assert!(CATALOG.recognize("contacts", &details).is_none());
    assert_eq!(OrderError::try_from(details).unwrap(), OrderError::NotFound);
}

#[test]
fn c04_relative_references_resolve_against_a_base_on_request() {
    let details = read(&json!({"type": "../errors/6", "instance": "?trace=1#x"}));
    let base = "https://api.example.com/v2/sequences/7?a=b";
    assert_eq!(details.type_uri(), "../errors/6");
    assert_eq!(details.resolve_type(base), "https://api.example.com/v2/errors/6");
    assert_eq!(
        details.resolve_instance(base).unwrap(),
        "https://api.example.com/v2/sequences/7?trace=1#x"
    );
    let absent = read(&json!({}));
    assert_eq!(absent.resolve_type(base), "about:blank");
    assert_eq!(absent.resolve_instance(base), None);
}

#[test]
fn c05_the_type_is_never_fetched() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let uri = format!("http://{}/orders/1", listener.local_addr().unwrap());
    let decoded = respond(404, &json!({"type": uri, "instance": uri}).to_string());
    let details = decoded.into_details().unwrap();
    assert!(OrderError::recognize(&details).is_none());
    assert_eq!(details.resolve_type("http://localhost/"), uri);
    assert!(OrderError::try_from(details).is_err());
    assert_eq!(listener.accept().unwrap_err().kind(), ErrorKind::WouldBlock);
}

#[test]
fn c06_the_detail_is_never_parsed() {
    let detail = "Order 8 is paid\r\n{\"status\": 500, \"id\": 9} <b>&amp;</b> \u{202E}\0 {id}";
    let details = read(&json!({"errorCode": 2, "detail": detail, "id": 7}));
    assert_eq!(details.detail(), Some(detail));
    assert_eq!(details.status(), None);
    assert_eq!(OrderError::try_from(details).unwrap(), OrderError::Paid { id: 7 });
}

#[test]
fn c07_unknown_members_are_kept() {
    let document = json!({
        "title": "x", "traceId": "9f", "errors": [{"detail": "too short", "pointer": "#/name"}], "Status": 1, "": null,
        "error_code": 7, "a b": {"type": "y"}, "é": 1.5,
    });
    let details = read(&document);
    assert_eq!(details.extensions().len(), 7);
    assert_eq!(details.extensions()["errors"][0]["pointer"], "#/name");
    assert_eq!(serde_json::to_value(&details).unwrap(), document);
}

#[test]
fn c08_two_different_statuses_are_both_seen() {
    let decoded = respond(502, r#"{"status":404}"#);
    assert_eq!(decoded.http_status(), 502);
    assert_eq!(decoded.details().unwrap().status(), Some(404));
    let mismatch = Note::StatusMismatch {
        http_status: 502,
        member: 404,
    };
    assert_eq!(decoded.notes(), [mismatch]);
    assert!(matches!(
        respond(404, r#"{"status":404}"#),
        Decoded::Problem { http_status: 404, .. }
    ));
    assert!(matches!(respond(404, "{}"), Decoded::Problem { http_status: 404, .. }));
}

#[test]
fn c09_any_status_may_carry_a_problem() {
    for status in [100, 200, 204, 302, 400, 418, 499, 503, 599] {
        let decoded = respond(status, &json!({"status": status}).to_string());
        assert_eq!(decoded.details().unwrap().status(), Some(status));
        assert!(decoded.notes().is_empty());
    }
}

#[test]
fn c10_every_scheme_is_a_type() {
    for uri in [
        "urn:ietf:params:acme:error:badNonce",
        "tag:example@example.org,2021-09-17:OutOfLuck",
        "myapp+v2.x://orders/paid",
        "data:,x",
        "https://example.com/a?b=c#d",
        "/errors/6",
        "not a uri at all",
        "",
    ] {
        let details = read(&json!({"type": uri}));
        assert_eq!(details.type_uri(), uri);
        assert_eq!(details.to_json(), json!({"type": uri}).to_string());
    }
}

#[test]
fn c11_an_instance_may_be_opaque() {
    for instance in ["urn:uuid:d9e35127-e9b1-4201-a211-2b52e52508df", "0HLQV31", "", "%%% ?"] {
        assert_eq!(read(&json!({"instance": instance})).instance(), Some(instance));
    }
}

#[test]
fn c12_the_media_type_has_any_case_and_parameters() {
    let decode = |content_type| Decoded::from_response(404, content_type, b"{}", &Limits::default());
    for content_type in [
        "application/problem+json",
        "Application/Problem+JSON",
        "application/problem+json;charset=utf-8",
        "application/problem+json ; charset=UTF-8; x=\"a;b\"",
        " application/problem+json",
    ] {
        assert!(decode(Some(content_type)).details().is_some(), "{content_type}");
    }
    for content_type in [
        "application/json",
        "application/problem",
        "application/problem+yaml",
        "application/problem+json5",
        "text/html; x=application/problem+json",
        "",
    ] {
        let Decoded::NotAProblem(other) = decode(Some(content_type)) else {
            panic!("{content_type}");
        };
        assert_eq!(*other.reason(), NotAProblemReason::MediaType(Some(content_type.into())));
        assert_eq!(other.http_status(), 404);
    }
    let Decoded::NotAProblem(other) = decode(None) else {
        panic!()
    };
    assert_eq!(*other.reason(), NotAProblemReason::MediaType(None));
    // Whoever knows better can say so.
    assert!(Decoded::from_body(404, b"{}", &Limits::default()).details().is_some());
}
