//! The document as it is sent: its members, their order, their escapes. See `RFC9457.md` for the numbers.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use axum::response::IntoResponse;
use problem_core::{MEDIA_TYPE_JSON, Problem, ProblemDomain, ResultExt};
use serde::Serialize;
use serde_json::{Value, json};

/// The document, after a check that both ways of making it agree to the byte and that `serde_json` can read it.
#[track_caller]
fn document(problem: &dyn Problem) -> Value {
    let json = problem.to_json();
    assert_eq!(json, problem.to_details().to_json());
    serde_json::from_str(&json).unwrap()
}

/// The names of the members in the order they are sent.
fn names(json: &str) -> Vec<String> {
    struct Names(Vec<String>);
    impl<'de> serde::Deserialize<'de> for Names {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Visitor;
            impl<'de> serde::de::Visitor<'de> for Visitor {
                type Value = Names;
                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("an object")
                }
                fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Names, A::Error> {
                    let mut names = Vec::new();
                    while let Some((name, _)) = map.next_entry::<String, Value>()? {
                        names.push(name);
                    }
                    Ok(Names(names))
                }
            }
            deserializer.deserialize_map(Visitor)
        }
    }
    serde_json::from_str::<Names>(json).unwrap().0
}

#[derive(Debug, Problem)]
#[problem(domain = "Orders", base = "https://errors.example.com/")]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,
    /// Order is archived
    #[problem(code = 6, status = 409, detail = "Order {id} is archived")]
    Archived {
        #[problem(extension)]
        id: u64,
        #[problem(extension)]
        by: Option<String>,
    },
    /// Too many requests
    #[problem(code = 7, status = 429, header("Cache-Control" = "no-store"))]
    Throttled {
        #[problem(header = "Retry-After")]
        seconds: u32,
    },
    /// The body is not valid
    #[problem(code = 8, status = 422)]
    Invalid {
        #[problem(extension)]
        errors: Vec<FieldError>,
    },
    /// The body is too large
    #[problem(code = 9, status = 413)]
    TooLarge,
}

#[derive(Debug, Serialize)]
struct FieldError {
    detail: &'static str,
    pointer: &'static str,
}

#[derive(Debug, Problem)]
#[problem(uncoded)]
enum Common {
    /// Not signed in
    #[problem(status = 401, header("WWW-Authenticate" = "Bearer"))]
    Unauthorized,
    /// No such content
    #[problem(status = 422)]
    Unprocessable,
    /// Too much content
    #[problem(status = 413)]
    TooLarge,
}

fn archived(by: Option<&str>) -> OrderError {
    OrderError::Archived {
        id: 5,
        by: by.map(str::to_owned),
    }
}

mod rfc {
    use super::*;

    #[test]
    fn p01_the_body_is_one_object_of_the_media_type() {
        assert!(document(&OrderError::NotFound).is_object());
        assert!(document(&archived(Some("x"))).is_object());
        assert_eq!(MEDIA_TYPE_JSON, "application/problem+json");
        let response = OrderError::NotFound.into_response();
        assert_eq!(response.headers()["content-type"], "application/problem+json");
    }

    #[test]
    fn p02_texts_are_strings_and_the_status_is_a_number() {
        let document = document(&archived(None));
        for name in ["type", "title", "detail"] {
            assert!(document[name].is_string(), "{name}");
        }
        assert!(document["status"].is_u64());
        assert!(document["errorCode"].is_u64());
        let with_instance = archived(None).to_details().with_instance("/orders/5").to_json();
        assert!(with_instance.contains(r#""instance":"/orders/5""#));
    }

    #[test]
    fn p03_status_equals_http_status() {
        for problem in [OrderError::NotFound, archived(None), OrderError::TooLarge] {
            let in_document = document(&problem)["status"].clone();
            assert_eq!(in_document, problem.into_response().status().as_u16());
        }
    }

    #[test]
    fn p04_the_title_does_not_vary_with_the_occurrence() {
        let titles = [archived(None), archived(Some("x"))].map(|problem| document(&problem)["title"].clone());
        assert_eq!(titles, ["Conflict", "Conflict"]);
    }

    #[test]
    fn p05_a_detail_is_what_was_declared_and_no_debugging_output() {
        let failed: Result<(), _> = "x".parse::<u8>().map(drop);
        let hidden = failed.internal().unwrap_err();
        assert_eq!(document(&*hidden)["detail"], "The server failed to process the request");
        assert_eq!(document(&archived(Some("x")))["detail"], "Order 5 is archived");
    }

    #[test]
    fn p06_a_type_is_absolute_or_a_full_path() {
        #[derive(Debug, Problem)]
        #[problem(domain = "Orders", base = "/errors/")]
        enum ByPath {
            /// d
            #[problem(code = 6, status = 400)]
            Variant,
            /// d
            #[problem(code = 7, status = 400, type = "tag:example.com,2026:archived")]
            Tag,
        }
        assert_eq!(document(&ByPath::Variant)["type"], "/errors/orders/6");
        assert_eq!(document(&ByPath::Tag)["type"], "tag:example.com,2026:archived");
        assert_eq!(
            document(&OrderError::NotFound)["type"],
            "https://errors.example.com/orders/1"
        );
    }

    #[test]
    fn p09_several_problems_of_one_type_go_into_one_array() {
        let errors = vec![
            FieldError {
                detail: "is empty",
                pointer: "#/name",
            },
            FieldError {
                detail: "is negative",
                pointer: "#/age",
            },
        ];
        assert_eq!(
            document(&OrderError::Invalid { errors })["errors"],
            json!([
                {"detail": "is empty", "pointer": "#/name"},
                {"detail": "is negative", "pointer": "#/age"},
            ])
        );
    }

    #[test]
    fn p11_a_short_or_hyphened_name_is_sent_as_declared() {
        /// d
        #[derive(Debug, Problem)]
        #[problem(uncoded, status = 400)]
        struct Names {
            #[problem(extension = "a")]
            short: u8,
            #[problem(extension = "x-Rate_Limit-9")]
            long: u8,
        }
        assert!(
            Names { short: 1, long: 2 }
                .to_json()
                .ends_with(r#","a":1,"x-Rate_Limit-9":2}"#)
        );
    }

    #[test]
    fn p13_an_extension_does_not_overwrite_a_standard_member() {
        let details = archived(None)
            .to_details()
            .with_extension("status", 200)
            .with_extension("errorCode", "x")
            .with_extension("instance", "y");
        let json = details.to_json();
        let read: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(
            (read["status"].clone(), read["errorCode"].clone()),
            (json!(409), json!(6))
        );
        assert_eq!(read.get("instance"), None);
        assert_eq!(
            names(&json),
            [
                "type",
                "title",
                "status",
                "detail",
                "errorCode",
                "id",
                "status_",
                "errorCode_",
                "instance_"
            ]
        );
    }

    #[test]
    fn p14_with_about_blank_the_title_is_the_phrase_of_rfc_9110() {
        let titles = [Common::Unauthorized, Common::Unprocessable, Common::TooLarge].map(|problem| document(&problem));
        assert!(titles.iter().all(|document| document.get("type").is_none()));
        assert_eq!(titles[0]["title"], "Unauthorized");
        assert_eq!(titles[1]["title"], "Unprocessable Content");
        assert_eq!(titles[2]["title"], "Content Too Large");
    }

    #[test]
    fn p15_without_base_the_type_is_left_out_and_counts_as_about_blank() {
        assert_eq!(document(&Common::Unauthorized).get("type"), None);
        assert_eq!(Common::Unauthorized.to_details().type_uri(), "about:blank");
    }

    #[test]
    fn p16_a_problem_may_carry_retry_after() {
        let response = OrderError::Throttled { seconds: 30 }.into_response();
        assert_eq!(response.headers()["retry-after"], "30");
        assert_eq!(response.headers()["cache-control"], "no-store");
        assert_eq!(document(&OrderError::Throttled { seconds: 30 }).get("seconds"), None);
    }

    #[test]
    fn p20_no_unmarked_field_is_in_the_document() {
        /// d
        #[derive(Debug, Problem)]
        #[problem(uncoded, status = 500, detail = "{0}")]
        #[allow(dead_code, reason = "what is not sent is not read either")]
        struct Failed(u8, &'static str, Box<dyn std::error::Error + Send + Sync>);
        let failed = Failed(1, "canary", "canary".into());
        assert_eq!(
            failed.to_json(),
            r#"{"title":"Internal Server Error","status":500,"detail":"1"}"#
        );
    }
}

mod order {
    use super::*;

    #[test]
    fn members_stand_in_the_order_of_the_rfc() {
        let json = archived(Some("x")).to_json();
        assert_eq!(
            names(&json),
            ["type", "title", "status", "detail", "errorCode", "id", "by"]
        );
        let with_instance = archived(Some("x")).to_details().with_instance("/i").to_json();
        assert_eq!(
            names(&with_instance),
            ["type", "title", "status", "detail", "instance", "errorCode", "id", "by"]
        );
    }

    #[test]
    fn absent_members_are_omitted_and_never_null() {
        let json = archived(None).to_json();
        assert_eq!(names(&json), ["type", "title", "status", "detail", "errorCode", "id"]);
        assert!(!json.contains("null"));
        assert_eq!(names(&Common::Unauthorized.to_json()), ["title", "status", "detail"]);
    }

    #[test]
    fn a_document_without_run_time_data_is_borrowed() {
        assert!(matches!(OrderError::NotFound.to_json(), Cow::Borrowed(_)));
        assert!(matches!(
            OrderError::Throttled { seconds: 1 }.to_json(),
            Cow::Borrowed(_)
        ));
        assert!(matches!(archived(None).to_json(), Cow::Owned(_)));
    }
}

/// Texts that break a document which does not escape them.
const HOSTILE: [&str; 13] = [
    "",
    "plain",
    "\"quotes\" and \\backslashes\\",
    "line\nbreak\r\nand\ttab",
    "\u{0}\u{1}\u{8}\u{c}\u{b}\u{1b}\u{1f}\u{7f}",
    "\u{2028}\u{2029}\u{feff}\u{fffd}",
    "é ñ 名前 🦀 👩‍👩‍👧",
    "</script><!-- ' -->",
    "\"},{\"status\":200,\"x\":\"",
    "\\u0022 \\\" \\\\",
    "{} {{}} {0} {name}",
    "\u{202e}right to left",
    "ends with \\",
];

mod hostile_values {
    use super::*;

    #[derive(Debug, Problem)]
    enum Value<'a> {
        #[problem(code = 1, status = 400, detail = "[{text}]")]
        Displayed { text: &'a str },
        #[problem(code = 2, status = 400, detail = "{text:?}")]
        Debugged { text: &'a str },
        /// d
        #[problem(code = 3, status = 400)]
        Sent {
            #[problem(extension)]
            text: &'a str,
        },
        /// d
        #[problem(code = 4, status = 400)]
        Nested {
            #[problem(extension)]
            list: Vec<BTreeMap<&'a str, &'a str>>,
        },
        #[problem(code = 5, status = 400, detail = "{text:>20}|{text:.3}")]
        Padded { text: &'a str },
    }

    #[test]
    fn a_displayed_text_is_escaped() {
        for text in HOSTILE {
            let document = document(&Value::Displayed { text });
            assert_eq!(document["detail"], format!("[{text}]"));
            assert_eq!(document["status"], 400);
        }
    }

    #[test]
    fn a_debugged_or_padded_text_is_escaped() {
        for text in HOSTILE {
            assert_eq!(document(&Value::Debugged { text })["detail"], format!("{text:?}"));
            assert_eq!(
                document(&Value::Padded { text })["detail"],
                format!("{text:>20}|{text:.3}")
            );
        }
    }

    #[test]
    fn an_extension_is_escaped() {
        for text in HOSTILE {
            assert_eq!(document(&Value::Sent { text })["text"], text);
        }
    }

    #[test]
    fn names_and_texts_inside_an_extension_are_escaped() {
        for text in HOSTILE {
            let list = vec![BTreeMap::from([(text, text)])];
            assert_eq!(document(&Value::Nested { list })["list"][0][text], text);
        }
    }

    #[test]
    fn a_displayed_error_is_escaped() {
        #[derive(Debug, thiserror::Error, Problem)]
        #[error("{0}")]
        #[problem(uncoded, status = 400, display)]
        struct Displayed<'a>(&'a str);
        for text in HOSTILE {
            assert_eq!(document(&Displayed(text))["detail"], text);
        }
    }

    #[test]
    fn the_escapes_are_those_of_serde_json_to_the_byte() {
        for text in HOSTILE {
            let json = Value::Displayed { text }.to_json();
            let quoted = serde_json::to_string(&format!("[{text}]")).unwrap();
            let expected = format!(r#"{{"title":"Bad Request","status":400,"detail":{quoted},"errorCode":1}}"#);
            assert_eq!(json, expected);
        }
    }
}

mod hostile_declarations {
    use super::*;

    /// Declares problems whose static texts are hostile, and compares them with `serde_json`'s view of the same.
    macro_rules! declared {
        ($($name:ident: $text:literal,)*) => { $(
            #[test]
            fn $name() {
                mod declared {
                    /// Comment
                    #[derive(Debug, problem_core::Problem)]
                    #[problem(uncoded, status = 400, title = $text, detail = $text)]
                    pub(super) struct Static;

                    #[doc = $text]
                    #[derive(Debug, problem_core::Problem)]
                    #[problem(uncoded, status = 400, title = $text, header("X-Y" = "\"\\"))]
                    pub(super) struct Commented {
                        #[problem(extension)]
                        pub(super) id: u8,
                    }

                    #[derive(Debug, problem_core::Problem)]
                    #[problem(uncoded, status = 400, detail = $text)]
                    pub(super) struct Described;
                }
                let quoted = serde_json::to_string($text).unwrap();
                assert_eq!(
                    declared::Static.to_json(),
                    format!(r#"{{"title":{quoted},"status":400,"detail":{quoted}}}"#)
                );
                assert_eq!(document(&declared::Static)["title"], $text);
                let commented = declared::Commented { id: 1 };
                let summary = $text.split_whitespace().collect::<Vec<_>>();
                let detail = document(&commented)["detail"].as_str().unwrap().to_owned();
                assert_eq!(detail.split_whitespace().collect::<Vec<_>>(), summary);
                assert_eq!(document(&declared::Described)["detail"], $text);
                assert_eq!(declared::Described::DOMAIN.problems()[0].description(), $text);
            }
        )* };
    }

    declared! {
        quotes_and_backslashes: "\"quotes\" and \\backslashes\\",
        line_breaks: "line\nbreak and\ttab",
        control_characters: "a\u{0}\u{1}\u{8}\u{b}\u{1b}\u{7f}b",
        line_separators: "a\u{2028}b\u{2029}c\u{feff}d",
        emoji_and_scripts: "é ñ 名前 🦀 👩‍👩‍👧",
        markup: "</script><!-- ' --> | `x` [y](z)",
        escaped_escapes: "\\u0022 \\\" \\\\",
        raw_strings: r#"raw "text" \n"#,
    }

    #[test]
    fn a_text_that_looks_like_members_adds_none() {
        /// "},{"status":200,"x":"
        #[derive(Debug, Problem)]
        #[problem(uncoded, status = 400, title = "\"},{\"status\":200,\"x\":\"")]
        struct Commented;
        #[derive(Debug, Problem)]
        #[problem(uncoded, status = 400, detail = "\"}},{{\"status\":200,\"x\":\"")]
        struct Detailed;
        let hostile = "\"},{\"status\":200,\"x\":\"";
        assert_eq!(
            document(&Commented),
            json!({"title": hostile, "status": 400, "detail": hostile})
        );
        assert_eq!(
            document(&Detailed),
            json!({"title": "Bad Request", "status": 400, "detail": hostile})
        );
    }
}

/// A path to a constant base is joined by the compiler; what it joins is escaped all the same.
mod constant_base {
    use super::*;

    const BASE: &str = "https://errors.example.com/a%20b?x=1&y='2'#";

    #[derive(Debug, Problem)]
    #[problem(domain = "Orders", base = BASE)]
    enum Based {
        /// "Quoted" \ 🦀
        #[problem(code = 1, status = 400)]
        Static,
        #[problem(code = 2, status = 400, detail = "\"{0}\"")]
        Dynamic(#[problem(extension = "text")] &'static str),
    }

    #[test]
    fn both_ways_of_making_the_document_agree() {
        let document = document(&Based::Static);
        assert_eq!(document["type"], "https://errors.example.com/a%20b?x=1&y='2'#orders/1");
        assert_eq!(document["detail"], "\"Quoted\" \\ 🦀");
        let dynamic = super::document(&Based::Dynamic("\n"));
        assert_eq!(dynamic["type"], "https://errors.example.com/a%20b?x=1&y='2'#orders/2");
        assert_eq!(dynamic["detail"], "\"\n\"");
    }
}

/// Values of every kind as extensions.
mod extension_values {
    use super::*;

    /// d
    #[derive(Debug, Problem)]
    #[problem(uncoded, status = 400)]
    struct Sent<T> {
        #[problem(extension)]
        value: T,
    }

    #[derive(Debug, Serialize)]
    struct Declared {
        zebra: u8,
        apple: u8,
    }

    #[derive(Debug, Serialize)]
    #[serde(rename_all = "camelCase", tag = "kind")]
    enum Tagged {
        FirstOne { second_field: u8 },
    }

    #[track_caller]
    fn assert_sent<T: Serialize + std::fmt::Debug>(value: T, json: &str) {
        let sent = Sent { value };
        let expected = format!(r#"{{"title":"Bad Request","status":400,"detail":"d","value":{json}}}"#);
        assert_eq!(sent.to_json(), expected);
        assert_eq!(sent.to_details().to_json(), expected);
    }

    #[track_caller]
    fn assert_omitted<T: Serialize + std::fmt::Debug>(value: T) {
        let sent = Sent { value };
        let expected = r#"{"title":"Bad Request","status":400,"detail":"d"}"#;
        assert_eq!(sent.to_json(), expected);
        assert_eq!(sent.to_details().to_json(), expected);
    }

    #[test]
    fn scalars_are_sent_as_serde_writes_them() {
        assert_sent(true, "true");
        assert_sent(i64::MIN, "-9223372036854775808");
        assert_sent(u64::MAX, "18446744073709551615");
        assert_sent(1.5_f64, "1.5");
        assert_sent('"', r#""\"""#);
        assert_sent("null", r#""null""#);
    }

    #[test]
    fn containers_are_sent_as_serde_writes_them() {
        assert_sent([1, 2], "[1,2]");
        assert_sent((1, "a"), r#"[1,"a"]"#);
        assert_sent(Vec::<u8>::new(), "[]");
        assert_sent(vec![None, Some(1)], "[null,1]");
        assert_sent(HashMap::from([("a", 1)]), r#"{"a":1}"#);
        assert_sent(BTreeMap::from([(1, 2)]), r#"{"1":2}"#);
        assert_sent(
            Tagged::FirstOne { second_field: 1 },
            r#"{"kind":"firstOne","second_field":1}"#,
        );
        assert_sent(json!({"a": [null]}), r#"{"a":[null]}"#);
    }

    #[test]
    fn a_struct_keeps_the_order_of_its_fields() {
        assert_sent(Declared { zebra: 1, apple: 2 }, r#"{"zebra":1,"apple":2}"#);
    }

    #[test]
    fn a_float_of_32_bits_keeps_its_digits() {
        assert_sent(1.1_f32, "1.1");
    }

    #[test]
    fn an_integer_of_128_bits_is_not_lost() {
        assert_sent(u128::MAX, "340282366920938463463374607431768211455");
    }

    #[test]
    fn what_is_null_is_omitted() {
        assert_omitted(None::<u8>);
        assert_omitted(Some(None::<u8>));
        assert_omitted(());
        assert_omitted(Value::Null);
        assert_omitted(f64::NAN);
        assert_omitted(f64::INFINITY);
    }

    #[test]
    fn what_json_cannot_tell_is_omitted() {
        struct Fails;
        impl std::fmt::Debug for Fails {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("Fails")
            }
        }
        impl Serialize for Fails {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::{Error, SerializeSeq};
                let mut seq = serializer.serialize_seq(None)?;
                seq.serialize_element("half")?;
                Err(S::Error::custom("canary"))
            }
        }
        assert_omitted(Fails);
        assert_omitted(BTreeMap::from([([1, 2], 3)]));
    }

    #[test]
    fn what_is_omitted_leaves_its_neighbours_whole() {
        /// d
        #[derive(Debug, Problem)]
        #[problem(uncoded, status = 400)]
        struct Three(
            #[problem(extension = "a")] Option<u8>,
            #[problem(extension = "b")] Option<u8>,
            #[problem(extension = "c")] Option<u8>,
        );
        let start = r#"{"title":"Bad Request","status":400,"detail":"d""#;
        assert_eq!(Three(None, Some(1), None).to_json(), format!("{start},\"b\":1}}"));
        assert_eq!(
            Three(Some(1), None, Some(2)).to_json(),
            format!("{start},\"a\":1,\"c\":2}}")
        );
        assert_eq!(Three(None, None, None).to_json(), format!("{start}}}"));
    }

    #[test]
    fn the_owned_form_holds_the_same_values() {
        let details = Sent { value: vec![1, 2] }.to_details();
        assert_eq!(details.extensions()["value"], json!([1, 2]));
        assert_eq!(details.extensions().len(), 1);
    }
}
