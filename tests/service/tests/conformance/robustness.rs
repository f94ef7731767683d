//! What is no longer a question of RFC 9457: JSON at its edges must not lose a document, let alone crash the client.

use problem_core::{DecodeErrorKind, Decoded, Limits, ProblemDetails};
use serde::de::value::MapDeserializer;
use serde::de::{Deserialize, Deserializer, IntoDeserializer, Visitor};
use serde_json::{Value, json};

fn error(body: &[u8]) -> (DecodeErrorKind, Option<(usize, usize)>) {
    let error = ProblemDetails::from_json(body).unwrap_err();
    assert!(error.to_string().starts_with("not a problem document: "), "{error}");
    (error.kind(), error.position())
}

#[test]
fn a_thousand_kilobytes_of_extensions_are_read() {
    let entries: Vec<Value> = (0..20_000)
        .map(|index| json!({"pointer": format!("#/rows/{index}"), "bad": true}))
        .collect();
    let document = json!({"status": 422, "errors": entries});
    let body = document.to_string();
    assert!(body.len() > 700_000 && body.len() < Limits::default().bytes());
    let decoded = Decoded::from_body(422, body.as_bytes(), &Limits::default());
    assert_eq!(serde_json::to_value(decoded.into_details().unwrap()).unwrap(), document);

    let members: Vec<String> = (0..60_000).map(|index| format!("\"member{index}\":{index}")).collect();
    let body = format!("{{\"status\":422,{}}}", members.join(","));
    assert!(body.len() > 1_000_000);
    let details = ProblemDetails::from_json(body.as_bytes()).unwrap();
    assert_eq!(details.extensions().len(), 60_000);
    assert_eq!(details.extensions()["member59999"], 59_999);
}

#[test]
fn ten_thousand_levels_are_an_error_wherever_they_stand() {
    let (open, close) = ("[".repeat(10_000), "]".repeat(10_000));
    let (open_objects, close_objects) = ("{\"a\":".repeat(10_000), "}".repeat(10_000));
    for body in [
        format!("{{\"a\":{open}{close}}}"),
        format!("{{\"type\":{open}{close}}}"),
        format!("{{\"status\":{open}{close}}}"),
        format!("{{\"errorCode\":{open_objects}1{close_objects}}}"),
        format!("{open_objects}1{close_objects}"),
        format!("{open}{close}"),
        format!("{{\"a\":{open}"),
        open.clone(),
    ] {
        assert_eq!(error(body.as_bytes()).0, DecodeErrorKind::TooDeep);
        // Serde alone has a limit too, and does not need it for what it skips.
        _ = serde_json::from_str::<ProblemDetails>(&body);
    }
    assert_eq!(error(format!("{{\"a\":{open}").as_bytes()).1, Some((1, 5 + 127)));
}

#[test]
fn an_error_has_its_position() {
    for (body, expected) in [
        (&b"{\n  \"title\": oops\n}"[..], (2, 12)),
        (b"{\"a\":1", (1, 6)),
        (b"{\"a\":1}\n\n x", (3, 2)),
        (b"{\"a\":\"\x01\"}", (1, 7)),
        (b"{\"a\":tru}", (1, 9)),
        (b"{\"a\":\"\\x\"}", (1, 8)),
        (b"\xEF\xBB\xBF{]", (1, 2)),
    ] {
        assert_eq!(
            error(body),
            (DecodeErrorKind::Syntax, Some(expected)),
            "{}",
            String::from_utf8_lossy(body)
        );
    }
}

#[test]
fn invalid_utf8_is_an_error_also_where_it_is_skipped() {
    for (body, position) in [
        (&b"{\"detail\":\"caf\xE9\"}"[..], (1, 15)),
        (b"{\"type\":[\"\xFF\"]}", (1, 11)),
        (b"{\n\"\xC0\x80\":1}", (2, 2)),
        (b"{\"a\":\"\xED\xA0\x80\"}", (1, 7)),
        (b"\xFF\xFE{\0}\0", (1, 1)),
        (b"{\"a\":\"\xF0\x9F", (1, 7)),
    ] {
        assert_eq!(error(body), (DecodeErrorKind::NotUtf8, Some(position)));
    }
}

#[test]
fn a_text_that_breaks_off_is_an_error_at_every_byte() {
    let whole = r#"{"type":"https://example.com/é","status":404,"errors":[{"a":1.5e3},null,true],"x":"\ud83d\ude00"}"#;
    assert!(ProblemDetails::from_json(whole.as_bytes()).is_ok());
    for length in 0..whole.len() {
        assert!(
            ProblemDetails::from_json(&whole.as_bytes()[..length]).is_err(),
            "{length}"
        );
    }
}

#[test]
fn half_a_surrogate_pair_loses_one_character_only() {
    let body = br#"{"detail":"cut \ud83d","\udc00":["\ud800\ud83d\ude00"],"title":"\\ud83d"}"#;
    let details = ProblemDetails::from_json(body).unwrap();
    assert_eq!(details.detail(), Some("cut \u{FFFD}"));
    assert_eq!(details.title(), Some("\\ud83d"));
    assert_eq!(details.extensions()["\u{FFFD}"], json!(["\u{FFFD}😀"]));
    // What is wrong besides is told at its place.
    assert_eq!(error(br#"{"detail":"\ud83d", oops}"#).0, DecodeErrorKind::Syntax);
}

#[test]
fn numbers_are_kept() {
    let body = br#"{"a":18446744073709551615,"b":-9223372036854775808,"c":0.1,"d":1e3,"e":-0.0,"f":1e-400}"#;
    let details = ProblemDetails::from_json(body).unwrap();
    let extensions = details.extensions();
    assert_eq!(extensions["a"].as_u64(), Some(u64::MAX));
    assert_eq!(extensions["b"].as_i64(), Some(i64::MIN));
    assert_eq!(extensions["c"].as_f64(), Some(0.1));
    assert_eq!(extensions["d"].as_f64(), Some(1000.0));
    assert_eq!(extensions["f"].as_f64(), Some(0.0));
    // Where a number is beyond any type, its digits are kept as a text, or a float comes near.
    let details =
        ProblemDetails::from_json(br#"{"a":1e400,"b":[-1E+999],"c":123456789012345678901234567890}"#).unwrap();
    assert_eq!(details.extensions()["a"], "1e400");
    assert_eq!(details.extensions()["b"], json!(["-1E+999"]));
    assert_eq!(details.extensions()["c"].as_f64(), Some(1.234_567_890_123_456_8e29));
}

#[test]
fn nul_and_control_characters_survive() {
    let details = ProblemDetails::from_json(br#"{"title":"a\u0000b\u001f","x\u0000":"\u007f\u2028"}"#).unwrap();
    assert_eq!(details.title(), Some("a\0b\u{1F}"));
    assert_eq!(details.extensions()["x\0"], "\u{7F}\u{2028}");
    assert_eq!(
        ProblemDetails::from_json(details.to_json().as_bytes()).unwrap(),
        details
    );
}

#[test]
fn a_byte_order_mark_is_skipped_once() {
    let details = ProblemDetails::from_json("\u{FEFF} {\"title\":\"\u{FEFF}x\"}".as_bytes()).unwrap();
    assert_eq!(details.title(), Some("\u{FEFF}x"));
    assert_eq!(error("\u{FEFF}\u{FEFF}{}".as_bytes()).0, DecodeErrorKind::Syntax);
}

/// With the feature `raw_value` of `serde_json`, which axum turns on, a `Value` parses the text of such a member, and again
/// the texts in it.
#[test]
fn a_text_within_a_text_is_not_parsed() {
    const RAW_VALUE: &str = "$serde_json::private::RawValue";
    let mut value = String::from("1");
    for _ in 0..14 {
        let nested = format!("{}{value}{}", "[".repeat(120), "]".repeat(120));
        value = json!({RAW_VALUE: nested, "b": 2}).to_string();
    }
    let body = format!("{{\"status\":{value},\"errorCode\":{value},\"a\":{value}}}");
    assert!(body.len() < Limits::new().bytes());
    let decoded = Decoded::from_body(400, body.as_bytes(), &Limits::new());
    let details = decoded.into_details().unwrap();
    assert_eq!(details.extensions()["a"], json!({"b": 2}));
    assert_eq!(details.extensions()["errorCode"], json!({"b": 2}));

    // Nor does one that `serde_json` would refuse lose the document.
    let document = json!({"status": 404, "a": [{RAW_VALUE: 5}]});
    let expected = json!({"status": 404, "a": [{}]});
    let details = ProblemDetails::from_json(document.to_string().as_bytes()).unwrap();
    assert_eq!(serde_json::to_value(details).unwrap(), expected);
}

#[derive(serde::Deserialize)]
struct Envelope {
    error: ProblemDetails,
}

#[derive(Debug, serde::Deserialize)]
struct Flattened {
    id: u32,
    #[serde(flatten)]
    details: ProblemDetails,
}

#[derive(Debug, serde::Deserialize)]
#[serde(untagged)]
enum Either {
    Order { order: u32 },
    Problem(ProblemDetails),
}

#[test]
fn serde_reads_the_same_through_its_containers() {
    let document =
        json!({"type": null, "title": ["x"], "detail": 1.5, "status": 404, "errorCode": -1, "a": {"b": null}});
    let expected = ProblemDetails::from_json(document.to_string().as_bytes()).unwrap();
    let either: Either = serde_json::from_str(&document.to_string()).unwrap();
    assert!(
        matches!(&either, Either::Problem(details) if *details == expected),
        "{either:?}"
    );
    let either: Either = serde_json::from_str(r#"{"order":7}"#).unwrap();
    assert!(matches!(either, Either::Order { order: 7 }), "{either:?}");

    let mut document = document;
    document["id"] = json!(7);
    let flattened: Flattened = serde_json::from_str(&document.to_string()).unwrap();
    assert_eq!((flattened.id, flattened.details), (7, expected));
}

/// A value as formats other than JSON hand it over.
enum Foreign {
    Absent,
    Present(&'static str),
    Signed(i128),
    Unsigned(u128),
    Bytes(&'static [u8]),
}

impl<'de> Deserializer<'de> for Foreign {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self {
            Foreign::Absent => visitor.visit_none(),
            Foreign::Present(text) => visitor.visit_some(text.into_deserializer()),
            Foreign::Signed(number) => visitor.visit_i128(number),
            Foreign::Unsigned(number) => visitor.visit_u128(number),
            Foreign::Bytes(bytes) => visitor.visit_bytes(bytes),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_> for Foreign {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[test]
fn other_formats_are_read_by_the_same_rules() {
    let members = [
        ("type", Foreign::Absent),
        ("title", Foreign::Present("Not Found")),
        ("detail", Foreign::Bytes(b"gone")),
        ("instance", Foreign::Unsigned(7)),
        ("status", Foreign::Signed(404)),
        ("errorCode", Foreign::Unsigned(u128::MAX)),
        ("a", Foreign::Absent),
        ("b", Foreign::Present("x")),
        ("c", Foreign::Signed(-7)),
        ("title", Foreign::Signed(1)),
        ("title", Foreign::Present("Gone")),
    ];
    let details = ProblemDetails::deserialize(MapDeserializer::new(members.into_iter())).unwrap();
    let expected = json!({
        "title": "Gone", "status": 404, "errorCode": u128::MAX.to_string(), "a": null, "b": "x", "c": -7,
    });
    assert_eq!(serde_json::to_value(details).unwrap(), expected);
}

#[test]
fn serde_reads_the_same_from_values_and_readers() {
    let document = json!({"type": 7, "status": 404, "errorCode": "E", "a": [1]});
    let expected = ProblemDetails::from_json(document.to_string().as_bytes()).unwrap();
    assert_eq!(
        serde_json::from_value::<ProblemDetails>(document.clone()).unwrap(),
        expected
    );
    assert_eq!(
        serde_json::from_reader::<_, ProblemDetails>(document.to_string().as_bytes()).unwrap(),
        expected
    );

    let envelope: Envelope = serde_json::from_value(json!({"error": document})).unwrap();
    assert_eq!(envelope.error, expected);
    assert!(serde_json::from_str::<Envelope>("{\"error\":[]}").is_err());
}

#[test]
fn notes_and_reasons_read_well_and_forge_no_lines() {
    let body = b"{\"status\":404.0,\"a\\n\":1,\"a\\n\":2}";
    let decoded = Decoded::from_response(500, Some("application/problem+json"), body, &Limits::default());
    let notes: Vec<String> = decoded.notes().iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "`status` was ignored: wrong type",
            "`a\\n` was ignored: repeated further behind"
        ]
    );
    let decoded = Decoded::from_body(500, b"{\"status\":404}", &Limits::default());
    assert_eq!(
        decoded.notes()[0].to_string(),
        "`status` is 404, and the status of the response 500"
    );

    let texts = [
        (
            Decoded::from_response(502, None, b"", &Limits::default()),
            "HTTP status 502, not a problem document: no `Content-Type`",
        ),
        (
            Decoded::from_response(502, Some("text/html"), b"", &Limits::default()),
            "HTTP status 502, not a problem document: `Content-Type` is \"text/html\"",
        ),
        (
            Decoded::from_body(502, b"<html>", &Limits::default()),
            "HTTP status 502, not a problem document: the text is HTML or XML",
        ),
        (
            Decoded::from_body(502, b"{\"a\" 1}", &Limits::default()),
            "HTTP status 502, not a problem document: invalid JSON, expected `:` at line 1, column 6",
        ),
        (
            Decoded::from_body(502, b"{}", &Limits::new().with_bytes(1)),
            "HTTP status 502, not a problem document: 2 bytes are over the limit of 1",
        ),
    ];
    for (decoded, text) in texts {
        assert_eq!(decoded.into_details().unwrap_err().to_string(), text);
    }
}
