//! `ProblemDetails`: built by hand, and read from another service. See `RFC9457.md` for the numbers.

use problem_core::{Extensions, Problem, ProblemDetails};
use serde_json::{Value, json};

/// Reads a document.
#[track_caller]
fn read(json: &str) -> ProblemDetails {
    ProblemDetails::from_json(json.as_bytes()).unwrap()
}

#[track_caller]
fn refused(json: &[u8]) -> String {
    ProblemDetails::from_json(json).unwrap_err().to_string()
}

mod builder {
    use super::*;

    #[test]
    fn every_member_is_sent_in_its_place() {
        let details = ProblemDetails::new(403)
            .with_extension("balance", 30)
            .with_error_code(7)
            .with_instance("/account/12345")
            .with_detail("That costs 50.")
            .with_title("No credit")
            .with_type("https://example.com/credit");
        assert_eq!(
            details.to_json(),
            concat!(
                r#"{"type":"https://example.com/credit","title":"No credit","status":403,"detail":"That costs 50.","#,
                r#""instance":"/account/12345","errorCode":7,"balance":30}"#
            )
        );
    }

    #[test]
    fn what_was_set_can_be_read() {
        let details = ProblemDetails::new(403)
            .with_type(String::from("urn:t"))
            .with_title("T")
            .with_detail(format!("d{}", 1))
            .with_instance("i")
            .with_error_code(1)
            .with_extension(String::from("x"), [1]);
        assert_eq!(details.type_uri(), "urn:t");
        assert_eq!(details.title(), Some("T"));
        assert_eq!(details.status(), Some(403));
        assert_eq!(details.detail(), Some("d1"));
        assert_eq!(details.instance(), Some("i"));
        assert_eq!(details.error_code(), Some(1));
        assert_eq!(details.extensions()["x"], json!([1]));
    }

    #[test]
    fn a_new_problem_has_the_phrase_of_its_status() {
        assert_eq!(
            ProblemDetails::new(404).to_json(),
            r#"{"title":"Not Found","status":404}"#
        );
        assert_eq!(ProblemDetails::new(418).to_json(), r#"{"status":418}"#);
        assert_eq!(ProblemDetails::default().to_json(), "{}");
    }

    #[test]
    fn an_extension_is_replaced_in_its_place() {
        let details = ProblemDetails::default()
            .with_extension("a", 1)
            .with_extension("b", 2)
            .with_extension("a", 3);
        assert_eq!(details.to_json(), r#"{"a":3,"b":2}"#);
    }

    #[test]
    fn an_absent_value_adds_no_member() {
        let details = ProblemDetails::default()
            .with_extension("a", None::<u8>)
            .with_extension("b", f64::NAN);
        assert_eq!(details, ProblemDetails::default());
        assert_eq!(details.to_json(), "{}");
    }

    #[test]
    fn p13_a_standard_name_gets_an_underscore() {
        for name in ["type", "title", "status", "detail", "instance", "errorCode"] {
            let details = ProblemDetails::new(404).with_extension(name, 1);
            assert_eq!(
                details.to_json(),
                format!(r#"{{"title":"Not Found","status":404,"{name}_":1}}"#)
            );
        }
    }

    #[test]
    fn p13_a_code_that_was_read_as_an_extension_gives_way_to_one_that_is_set() {
        let details = read(r#"{"errorCode":"A1"}"#).with_error_code(5);
        assert_eq!(details.error_code(), Some(5));
        assert_eq!(
            details.to_json().matches(r#""errorCode":"#).count(),
            1,
            "{}",
            details.to_json()
        );
    }

    #[test]
    fn extensions_are_listed_in_the_order_they_are_sent() {
        let details = ProblemDetails::default().with_extension("z", 1).with_extension("a", 2);
        let extensions: &Extensions = details.extensions();
        let pairs: Vec<(&str, &Value)> = extensions.iter().collect();
        assert_eq!(pairs, [("z", &json!(1)), ("a", &json!(2))]);
        assert_eq!((extensions.len(), extensions.is_empty()), (2, false));
        assert!(extensions.contains_key("z"));
        assert_eq!(extensions.get("missing"), None);
        assert_eq!(extensions["missing"], Value::Null);
        assert_eq!(extensions.iter().len(), 2);
        assert_eq!(extensions.into_iter().count(), 2);
    }

    #[test]
    fn display_is_a_line_for_the_log() {
        let full = ProblemDetails::new(409).with_detail("Sequence is archived");
        assert_eq!(full.to_string(), "409 Conflict: Sequence is archived");
        assert_eq!(ProblemDetails::default().to_string(), "about:blank");
        assert_eq!(
            ProblemDetails::new(418).with_type("urn:teapot").to_string(),
            "418 urn:teapot"
        );
    }

    #[test]
    fn it_is_an_error_that_can_be_boxed() {
        let boxed: Box<dyn std::error::Error + Send + Sync> = Box::new(ProblemDetails::new(404));
        assert_eq!(boxed.to_string(), "404 Not Found");
    }
}

mod from_problems {
    use super::*;

    #[derive(Debug, Problem)]
    #[problem(domain = "Orders", base = "/errors/")]
    enum OrderError {
        #[problem(code = 6, status = 409, detail = "Order {id} is archived")]
        Archived {
            #[problem(extension)]
            id: u64,
        },
    }

    #[test]
    fn members_can_be_added_to_the_document_of_a_problem() {
        let details = OrderError::Archived { id: 5 }
            .to_details()
            .with_instance("/orders/5")
            .with_extension("id", 6)
            .with_extension("trace", "t");
        assert_eq!(
            details.to_json(),
            concat!(
                r#"{"type":"/errors/orders/6","title":"Conflict","status":409,"detail":"Order 5 is archived","#,
                r#""instance":"/orders/5","errorCode":6,"id":6,"trace":"t"}"#
            )
        );
    }

    #[test]
    fn what_is_sent_is_read_back_the_same() {
        let details = OrderError::Archived { id: 5 }.to_details().with_instance("/orders/5");
        assert_eq!(read(&details.to_json()), details);
        let through_value: ProblemDetails = serde_json::from_value(serde_json::to_value(&details).unwrap()).unwrap();
        assert_eq!(through_value, details);
    }
}

mod reading {
    use super::*;

    #[test]
    fn c01_a_member_of_the_wrong_type_is_ignored() {
        for wrong in ["1", "-1", "1.5", "true", "null", "[]", "[\"a\"]", "{}", "{\"a\":[1]}"] {
            let json =
                format!(r#"{{"type":{wrong},"title":{wrong},"detail":{wrong},"instance":{wrong},"status":404,"x":1}}"#);
            let details = read(&json);
            assert_eq!(details, read(r#"{"status":404,"x":1}"#), "{wrong}");
        }
        for wrong in ["\"400\"", "true", "null", "[]", "{}", "-1"] {
            assert_eq!(read(&format!(r#"{{"status":{wrong}}}"#)).status(), None, "{wrong}");
        }
    }

    #[test]
    fn c02_an_absent_or_ignored_type_is_about_blank() {
        assert_eq!(read("{}").type_uri(), "about:blank");
        assert_eq!(read(r#"{"type":400}"#).type_uri(), "about:blank");
        assert_eq!(read(r#"{"type":"about:blank"}"#).type_uri(), "about:blank");
    }

    #[test]
    fn c06_a_detail_is_kept_as_it_is() {
        let details = read(r#"{"detail":"{\"status\":500} {0} <b>"}"#);
        assert_eq!(details.detail(), Some("{\"status\":500} {0} <b>"));
        assert_eq!(details.status(), None);
    }

    #[test]
    fn c07_unknown_members_are_kept_and_no_error() {
        let details = read(r#"{"z":null,"balance":30,"accounts":["/1",{"a":1}],"":0,"Title":"t"}"#);
        assert_eq!(details.extensions()["balance"], 30);
        assert_eq!(details.extensions()["accounts"], json!(["/1", {"a": 1}]));
        assert!(details.extensions().contains_key("z"));
        assert_eq!(details.title(), None);
        assert_eq!(
            details.to_json(),
            r#"{"z":null,"balance":30,"accounts":["/1",{"a":1}],"":0,"Title":"t"}"#
        );
    }

    #[test]
    fn c09_any_http_status_may_carry_a_problem() {
        for status in [100, 200, 304, 599] {
            assert_eq!(read(&format!(r#"{{"status":{status}}}"#)).status(), Some(status));
        }
    }

    #[test]
    fn c10_any_scheme_is_a_valid_type() {
        for uri in [
            "urn:uuid:0a1b2c3d",
            "tag:example.com,2026:x",
            "x-own:a?b#c",
            "/relative",
            "../up",
            "#fragment",
            "not a uri",
        ] {
            assert_eq!(read(&json!({ "type": uri }).to_string()).type_uri(), uri);
        }
    }

    #[test]
    fn c11_an_instance_may_be_opaque() {
        for instance in ["urn:uuid:0a1b2c3d", "7f3a", "/orders/5", ""] {
            assert_eq!(
                read(&json!({ "instance": instance }).to_string()).instance(),
                Some(instance)
            );
        }
    }

    #[test]
    fn c14_what_is_no_object_is_refused_with_the_reason() {
        for (json, reason) in [
            (
                "",
                "not a problem document: EOF while parsing a value at line 1 column 0",
            ),
            ("<html>", "not a problem document: expected value at line 1 column 1"),
            (
                "[]",
                "not a problem document: invalid type: sequence, expected an object at line 1 column 0",
            ),
            (
                "\"a\"",
                "not a problem document: invalid type: string \"a\", expected an object at line 1 column 3",
            ),
            (
                "null",
                "not a problem document: invalid type: null, expected an object at line 1 column 4",
            ),
            ("{} x", "not a problem document: trailing characters at line 1 column 4"),
        ] {
            assert_eq!(refused(json.as_bytes()), reason, "{json}");
        }
        assert!(std::error::Error::source(&ProblemDetails::from_json(b"").unwrap_err()).is_some());
    }

    #[test]
    fn c15_a_code_that_is_no_u32_stays_readable_as_an_extension() {
        for code in ["\"A1\"", "4294967296", "-1", "1.5", "[1]", "true"] {
            let details = read(&format!(r#"{{"errorCode":{code}}}"#));
            assert_eq!(details.error_code(), None, "{code}");
            assert_eq!(
                details.extensions()["errorCode"],
                serde_json::from_str::<Value>(code).unwrap()
            );
        }
        let details = read(r#"{"errorCode":4294967295}"#);
        assert_eq!(details.error_code(), Some(u32::MAX));
        assert!(details.extensions().is_empty());
    }

    #[test]
    fn c16_a_status_that_http_does_not_have_is_ignored() {
        for status in [
            "404.0",
            "4.04e2",
            "0",
            "99",
            "600",
            "65940",
            "-404",
            "18446744073709551616",
        ] {
            assert_eq!(read(&format!(r#"{{"status":{status}}}"#)).status(), None, "{status}");
        }
    }

    #[test]
    fn c16_of_a_member_that_occurs_twice_the_last_one_counts() {
        let details = read(
            r#"{"type":"a","type":"b","title":"a","title":"b","status":400,"status":404,"x":1,"y":2,"x":3,"errorCode":1,"errorCode":2}"#,
        );
        assert_eq!(
            details.to_json(),
            r#"{"type":"b","title":"b","status":404,"errorCode":2,"y":2,"x":3}"#
        );
    }

    #[test]
    fn c16_also_where_the_last_one_is_of_the_wrong_type() {
        let details = read(
            r#"{"type":"a","type":1,"title":"a","title":null,"status":400,"status":"404","detail":"d","detail":[],"errorCode":1,"errorCode":"x"}"#,
        );
        assert_eq!(details.to_json(), r#"{"errorCode":"x"}"#);
        assert_eq!(
            read(r#"{"errorCode":"x","errorCode":1}"#).to_json(),
            r#"{"errorCode":1}"#
        );
    }

    #[test]
    fn c16_an_empty_type_is_kept() {
        let details = read(r#"{"type":""}"#);
        assert_eq!(details.type_uri(), "");
        assert_eq!(details.to_json(), r#"{"type":""}"#);
    }

    #[test]
    fn c17_nesting_has_a_limit_and_no_crash() {
        let deep = |levels: usize| format!(r#"{{"x":{}{}}}"#, "[".repeat(levels), "]".repeat(levels));
        assert!(ProblemDetails::from_json(deep(100).as_bytes()).is_ok());
        assert!(refused(deep(100_000).as_bytes()).contains("recursion limit exceeded"));
        // What is skipped takes no stack, so that it need not be refused.
        let skipped = format!(r#"{{"title":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(read(&skipped), ProblemDetails::default());
    }

    #[test]
    fn a_byte_order_mark_is_ignored() {
        assert_eq!(
            ProblemDetails::from_json(b"\xEF\xBB\xBF{\"status\":404}")
                .unwrap()
                .status(),
            Some(404)
        );
    }

    #[test]
    fn escapes_are_read() {
        let details = read(r#"{"t\u0069tle":"\u0022\ud83e\udd80\n"}"#);
        assert_eq!(details.title(), Some("\"🦀\n"));
    }

    #[test]
    fn a_document_may_be_flattened_or_one_of_several_forms() {
        #[derive(serde::Deserialize)]
        struct Logged {
            at: u8,
            #[serde(flatten)]
            details: ProblemDetails,
        }
        #[derive(Debug, serde::Deserialize)]
        #[serde(untagged)]
        enum Answer {
            Order { id: u8 },
            Problem(ProblemDetails),
        }
        let document = r#"{"at":1,"type":null,"title":"T","status":404,"detail":5,"x":[1]}"#;
        let expected = read(r#"{"title":"T","status":404,"x":[1]}"#);
        let logged: Logged = serde_json::from_str(document).unwrap();
        assert_eq!((logged.at, &logged.details), (1, &expected));
        match serde_json::from_str(document).unwrap() {
            Answer::Problem(details) => assert_eq!(details.status(), Some(404)),
            Answer::Order { id } => panic!("order {id}"),
        }
    }

    #[test]
    fn a_document_may_stand_inside_another_value() {
        let list: Vec<ProblemDetails> = serde_json::from_str(r#"[{"status":404},{"title":5}]"#).unwrap();
        assert_eq!(list, [read(r#"{"status":404}"#), ProblemDetails::default()]);
    }
}
