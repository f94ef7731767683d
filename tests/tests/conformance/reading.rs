//! C1 to C17: what a client makes of a document.

use std::io::ErrorKind;
use std::net::TcpListener;

use problem_core::{
    Catalog, DecodeErrorKind, Decoded, IgnoredReason, Limits, NotAProblemReason, Note, Problem, ProblemDetails,
    ProblemDomain,
};
use serde_json::{Value, json};

const JSON: Option<&str> = Some("application/problem+json");

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

fn read(value: &Value) -> ProblemDetails {
    ProblemDetails::from_json(value.to_string().as_bytes()).unwrap()
}

fn respond(status: u16, body: &str) -> Decoded {
    Decoded::from_response(status, JSON, body.as_bytes(), &Limits::default())
}

fn ignored(member: &'static str, reason: IgnoredReason) -> Note {
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
        "application/problem+xml",
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

#[test]
fn c14_what_is_no_object_is_not_a_problem_and_the_status_stays() {
    for (body, kind) in [
        ("", DecodeErrorKind::Empty),
        (" \r\n\t", DecodeErrorKind::Empty),
        ("\u{FEFF}", DecodeErrorKind::Empty),
        ("<!DOCTYPE html><html></html>", DecodeErrorKind::Markup),
        ("\n<?xml version=\"1.0\"?><problem/>", DecodeErrorKind::Markup),
        ("[]", DecodeErrorKind::NotAnObject),
        ("[{\"status\":404}]", DecodeErrorKind::NotAnObject),
        ("\"Not Found\"", DecodeErrorKind::NotAnObject),
        ("404", DecodeErrorKind::NotAnObject),
        ("null", DecodeErrorKind::NotAnObject),
        ("true", DecodeErrorKind::NotAnObject),
        ("404 Not Found", DecodeErrorKind::Syntax),
        ("not found", DecodeErrorKind::Syntax),
        ("Internal Server Error", DecodeErrorKind::Syntax),
        ("[1,", DecodeErrorKind::Syntax),
        ("{", DecodeErrorKind::Syntax),
        ("{}{}", DecodeErrorKind::Syntax),
        ("{} x", DecodeErrorKind::Syntax),
        ("{'title':'x'}", DecodeErrorKind::Syntax),
        ("{\"title\":\"x\",}", DecodeErrorKind::Syntax),
        ("{\"title\":\"a\nb\"}", DecodeErrorKind::Syntax),
    ] {
        let Decoded::NotAProblem(other) = respond(404, body) else {
            panic!("{body}");
        };
        assert_eq!(other.http_status(), 404);
        let NotAProblemReason::Body(error) = other.reason() else {
            panic!("{other}");
        };
        assert_eq!(error.kind(), kind, "{body}");
        assert_eq!(error.position().is_some(), kind == DecodeErrorKind::Syntax, "{body}");
        assert_eq!(ProblemDetails::from_json(body.as_bytes()).unwrap_err(), *error);
    }
}

#[test]
fn c15_a_foreign_error_code_stays_readable() {
    for code in [
        json!("E-17"),
        json!(-1),
        json!(4_294_967_296_u64),
        json!(u64::MAX),
        json!(1.0),
        json!([1]),
        json!({"code": 1}),
        json!(null),
        json!(false),
    ] {
        let document = json!({"errorCode": code});
        let details = read(&document);
        assert_eq!(details.error_code(), None, "{code}");
        assert_eq!(details.extensions()["errorCode"], code);
        assert_eq!(details.to_json(), document.to_string());
        // One of our own takes its place.
        assert_eq!(details.with_error_code(7).to_json(), r#"{"errorCode":7}"#);
    }
    let details = read(&json!({"errorCode": u32::MAX}));
    assert_eq!(details.error_code(), Some(u32::MAX));
    assert!(details.extensions().is_empty());

    let notes = |body| respond(400, body).notes().to_vec();
    assert_eq!(
        notes(r#"{"errorCode":"E"}"#),
        [ignored("errorCode", IgnoredReason::WrongType)]
    );
    assert_eq!(
        notes(r#"{"errorCode":-1}"#),
        [ignored("errorCode", IgnoredReason::OutOfRange)]
    );
    assert_eq!(
        notes(r#"{"errorCode":4294967296}"#),
        [ignored("errorCode", IgnoredReason::OutOfRange)]
    );
    assert_eq!(
        notes(r#"{"errorCode":null}"#),
        [ignored("errorCode", IgnoredReason::Null)]
    );
}

#[test]
fn c16_a_status_is_an_integer_from_100_to_599() {
    for (status, reason) in [
        ("404.0", IgnoredReason::WrongType),
        ("4.04e2", IgnoredReason::WrongType),
        ("404E0", IgnoredReason::WrongType),
        ("-0", IgnoredReason::WrongType),
        ("\"404\"", IgnoredReason::WrongType),
        ("99", IgnoredReason::OutOfRange),
        ("600", IgnoredReason::OutOfRange),
        ("-404", IgnoredReason::OutOfRange),
        ("0", IgnoredReason::OutOfRange),
        ("65940", IgnoredReason::OutOfRange),
        ("4294967700", IgnoredReason::OutOfRange),
        ("18446744073709551615", IgnoredReason::OutOfRange),
        ("18446744073709551616", IgnoredReason::WrongType),
        ("1e400", IgnoredReason::WrongType),
    ] {
        let decoded = respond(404, &format!("{{\"status\":{status},\"title\":\"x\"}}"));
        assert_eq!(decoded.notes(), [ignored("status", reason)], "{status}");
        assert_eq!(decoded.into_details().unwrap().to_json(), r#"{"title":"x"}"#);
    }
    for status in [100, 599] {
        assert_eq!(read(&json!({"status": status})).status(), Some(status));
    }
}

#[test]
fn c16_of_a_repeated_member_the_last_one_wins() {
    for (body, kept) in [
        (r#"{"title":"a","title":"b"}"#, r#"{"title":"b"}"#),
        (r#"{"title":"a","title":null}"#, "{}"),
        (r#"{"title":7,"title":"b"}"#, r#"{"title":"b"}"#),
        (r#"{"status":404,"status":"404"}"#, "{}"),
        (r#"{"status":"x","status":404,"status":410}"#, r#"{"status":410}"#),
        (r#"{"errorCode":1,"errorCode":"E"}"#, r#"{"errorCode":"E"}"#),
        (r#"{"errorCode":"E","errorCode":1}"#, r#"{"errorCode":1}"#),
        (r#"{"errorCode":"E","errorCode":"F"}"#, r#"{"errorCode":"F"}"#),
        (r#"{"a":1,"b":2,"a":null}"#, r#"{"b":2,"a":null}"#),
        (r#"{"\u0074itle":"a","title":"b"}"#, r#"{"title":"b"}"#),
    ] {
        let decoded = respond(404, body);
        let repeated = |note: &Note| {
            matches!(
                note,
                Note::Ignored {
                    reason: IgnoredReason::Repeated,
                    ..
                }
            )
        };
        assert_eq!(
            decoded.notes().iter().filter(|note| repeated(note)).count(),
            1,
            "{body}"
        );
        assert_eq!(decoded.into_details().unwrap().to_json(), kept, "{body}");
        assert_eq!(ProblemDetails::from_json(body.as_bytes()).unwrap().to_json(), kept);
    }
    // Also among so many members that they are sorted.
    let mut body = String::from("{");
    for index in (0..100).chain(0..50) {
        body.push_str(&format!("\"m{index}\":{},", body.len()));
    }
    body.push_str("\"m0\":\"last\"}");
    let decoded = respond(404, &body);
    assert_eq!(decoded.notes().len(), 50);
    let details = decoded.into_details().unwrap();
    assert_eq!(details.extensions().len(), 100);
    assert_eq!(details.extensions()["m0"], "last");
}

#[test]
fn c16_an_empty_type_is_kept() {
    let details = read(&json!({"type": ""}));
    assert_eq!(details.type_uri(), "");
    assert_eq!(details.to_json(), r#"{"type":""}"#);
    assert_eq!(details.resolve_type("https://example.com/a#b"), "https://example.com/a");
}

fn refused(body: &[u8], limits: &Limits) -> DecodeErrorKind {
    match Decoded::from_response(400, JSON, body, limits) {
        Decoded::NotAProblem(other) => match other.reason() {
            NotAProblemReason::Body(error) => error.kind(),
            reason => panic!("{reason:?}"),
        },
        decoded => panic!("{decoded:?}"),
    }
}

#[test]
fn c17_over_a_limit_is_an_error() {
    let limits = Limits::new().with_bytes(1000).with_depth(3).with_members(4);
    assert_eq!((limits.bytes(), limits.depth(), limits.members()), (1000, 3, 4));
    assert_eq!(
        Limits::default(),
        Limits::new().with_bytes(1 << 20).with_depth(64).with_members(1024)
    );
    let fits = |body: &str| {
        Decoded::from_response(400, JSON, body.as_bytes(), &limits)
            .details()
            .is_some()
    };

    let padded = |length: usize| format!("{{{}}}", " ".repeat(length - 2));
    assert!(fits(&padded(1000)));
    assert_eq!(refused(padded(1001).as_bytes(), &limits), DecodeErrorKind::TooLarge);

    assert!(fits(r#"{"a":[[1],{"[[[[":"{{{{\"[["}]}"#));
    assert_eq!(refused(br#"{"a":[{"b":[1]}]}"#, &limits), DecodeErrorKind::TooDeep);
    assert_eq!(refused(br#"{"type":[{"b":[1]}]}"#, &limits), DecodeErrorKind::TooDeep);

    assert!(fits(
        r#"{"a":{"x":1,"y":2,"z":3},"b":":,:,:","c":[1,2,3,4,5],"d\":":4}"#
    ));
    assert_eq!(
        refused(br#"{"a":1,"b":2,"c":3,"d":4,"e":5}"#, &limits),
        DecodeErrorKind::TooManyMembers
    );
    assert_eq!(
        refused(br#"{"a":1,"a":2,"a":3,"a":4,"a":5}"#, &limits),
        DecodeErrorKind::TooManyMembers
    );
}

#[test]
fn c17_a_limit_is_exact() {
    for depth in [1, 2, 63, 64, 126, 127, 128, 200] {
        let limits = Limits::new().with_depth(depth);
        let nested = |levels: usize| format!("{{\"a\":{}1{}}}", "[".repeat(levels - 1), "]".repeat(levels - 1));
        let possible = depth.min(127);
        let decoded = Decoded::from_body(400, nested(possible).as_bytes(), &limits);
        assert!(decoded.details().is_some(), "{depth}: {decoded:?}");
        assert_eq!(
            refused(nested(possible + 1).as_bytes(), &limits),
            DecodeErrorKind::TooDeep,
            "{depth}"
        );
    }
    for count in [0, 1, 4, 1024] {
        let limits = Limits::new().with_members(count);
        let members = |count: usize| {
            let members: Vec<String> = (0..count).map(|index| format!("\"{index}\":0")).collect();
            format!("{{{}}}", members.join(","))
        };
        assert!(
            Decoded::from_body(400, members(count).as_bytes(), &limits)
                .details()
                .is_some()
        );
        assert_eq!(
            refused(members(count + 1).as_bytes(), &limits),
            DecodeErrorKind::TooManyMembers
        );
    }
}
