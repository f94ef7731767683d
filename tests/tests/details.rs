//! `ProblemDetails`: built by hand, and read where it stands in another value. How foreign documents are read: `conformance`.

use problem_core::{Extensions, Problem, ProblemDetails};
use serde_json::{Value, json};

/// Reads a document.
#[track_caller]
fn read(json: &str) -> ProblemDetails {
    ProblemDetails::from_json(json.as_bytes()).unwrap()
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
