//! C14 to C17: what is no document, what of one is ignored, and where reading ends.

use problem_core::{DecodeErrorKind, Decoded, IgnoredReason, Limits, NotAProblemReason, Note, ProblemDetails};
use serde_json::json;

use crate::reading::{JSON, ignored, read, respond};

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
    let mut members: Vec<String> = (0..100).map(|index| format!("\"m{index}\":{index}")).collect();
    members.extend((0..50).map(|index| format!("\"m{index}\":true")));
    let body = format!("{{{},\"m0\":\"last\"}}", members.join(","));
    let decoded = respond(404, &body);
    assert_eq!(decoded.notes().len(), 50);
    let details = decoded.into_details().unwrap();
    assert_eq!(details.extensions().len(), 100);
    assert_eq!(details.extensions()["m0"], "last");
    assert_eq!(details.extensions()["m49"], true);
    assert_eq!(details.extensions()["m50"], 50);
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

/// Mutants of `Limits::check` that only have more bodies scanned, such as `&&` in place of `||`, survive: they cost time and
/// change no outcome.
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
