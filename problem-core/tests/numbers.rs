//! Numbers that are read, whatever `serde_json` makes of them: these tests hold with its feature `arbitrary_precision`
//! too, which any crate of a program can turn on for all of it.
//!
//! ```console
//! cargo test --package problem-core --test numbers --features serde_json/arbitrary_precision
//! ```

use problem_core::{Decoded, IgnoredReason, Limits, Note, Problem, ProblemDetails};

#[derive(Debug, PartialEq, Problem)]
#[problem(domain = "Accounts", decode)]
enum AccountError {
    /// Out of credit
    #[problem(code = 1, status = 403)]
    OutOfCredit {
        #[problem(extension)]
        account: u64,
        #[problem(extension)]
        balance: i64,
        #[problem(extension)]
        rate: f64,
        #[problem(extension)]
        limit: Option<u8>,
    },
}

fn read(json: &str) -> ProblemDetails {
    ProblemDetails::from_json(json.as_bytes()).unwrap()
}

#[test]
fn status_and_code_are_read() {
    let details = read(r#"{"status":404,"errorCode":4294967295}"#);
    assert_eq!((details.status(), details.error_code()), (Some(404), Some(u32::MAX)));
    assert!(details.extensions().is_empty());
}

#[test]
fn a_number_in_place_of_a_text_is_ignored() {
    let json = br#"{"type":400,"title":-1,"detail":0.5,"instance":1e3,"x":1}"#;
    let decoded = Decoded::from_body(400, json, &Limits::default());
    assert_eq!(decoded.notes().len(), 4);
    let wrong = |note: &Note| {
        matches!(
            note,
            Note::Ignored {
                reason: IgnoredReason::WrongType,
                ..
            }
        )
    };
    assert!(decoded.notes().iter().all(wrong));
    assert_eq!(decoded.into_details().unwrap().to_json(), r#"{"x":1}"#);
}

#[test]
fn a_number_that_is_no_status_or_code_is_ignored() {
    for (number, reason) in [
        ("404.0", IgnoredReason::WrongType),
        ("4e2", IgnoredReason::WrongType),
        ("-404", IgnoredReason::OutOfRange),
        ("18446744073709551615", IgnoredReason::OutOfRange),
        ("18446744073709551616", IgnoredReason::WrongType),
        ("1e400", IgnoredReason::WrongType),
    ] {
        let json = format!(r#"{{"status":{number},"errorCode":{number}}}"#);
        let decoded = Decoded::from_body(404, json.as_bytes(), &Limits::default());
        let ignored = |member: &'static str| Note::Ignored {
            member: member.into(),
            reason,
        };
        assert_eq!(decoded.notes(), [ignored("status"), ignored("errorCode")], "{number}");
        let details = decoded.into_details().unwrap();
        assert_eq!((details.status(), details.error_code()), (None, None), "{number}");
        assert!(details.extensions().contains_key("errorCode"), "{number}");
    }
}

#[test]
fn extensions_keep_their_numbers() {
    let json = r#"{"a":18446744073709551615,"b":-9223372036854775808,"c":0.1,"d":[1e3,{"e":7}]}"#;
    let details = read(json);
    let extensions = details.extensions();
    assert_eq!(extensions["a"].as_u64(), Some(u64::MAX));
    assert_eq!(extensions["b"].as_i64(), Some(i64::MIN));
    assert_eq!(extensions["c"].as_f64(), Some(0.1));
    assert_eq!(extensions["d"][0].as_f64(), Some(1000.0));
    assert_eq!(extensions["d"][1]["e"].as_u64(), Some(7));
    assert_eq!(read(&details.to_json()), details);
}

/// Two numbers that `serde_json` reads as their neighbours, unless its feature `float_roundtrip` is on.
#[test]
fn a_float_is_the_one_that_was_sent() {
    for float in [-6.920_535_746_978_05e132, -2.663_667_670_626_917_6e268] {
        let details = ProblemDetails::new(400).with_extension("float", float);
        assert_eq!(details.extensions()["float"].as_f64(), Some(float));
        assert_eq!(read(&details.to_json()), details);
    }
}

#[test]
fn numbers_come_back_into_fields() {
    let error = AccountError::OutOfCredit {
        account: u64::MAX,
        balance: i64::MIN,
        rate: -0.1,
        limit: Some(7),
    };
    assert_eq!(AccountError::try_from(read(&error.to_json())).unwrap(), error);
    assert_eq!(AccountError::try_from(error.to_details()).unwrap(), error);
    // A service in another language writes a whole float without its point.
    let json = r#"{"errorCode":1,"account":1,"balance":2,"rate":3}"#;
    let expected = AccountError::OutOfCredit {
        account: 1,
        balance: 2,
        rate: 3.0,
        limit: None,
    };
    assert_eq!(AccountError::try_from(read(json)).unwrap(), expected);
    for json in [
        r#"{"errorCode":1,"account":1.5,"balance":2,"rate":3}"#,
        r#"{"errorCode":1,"account":-1,"balance":2,"rate":3}"#,
        r#"{"errorCode":1,"account":1,"balance":2,"rate":3,"limit":256}"#,
    ] {
        assert!(AccountError::try_from(read(json)).is_err(), "{json}");
    }
}
