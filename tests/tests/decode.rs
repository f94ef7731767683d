//! `#[problem(decode)]`: the client's enum back from a document.

use std::borrow::Cow;
use std::collections::BTreeMap;

use problem_core::{Problem, ProblemDetails, UndecodedProblem, UndecodedReason};
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Debug, PartialEq, Problem)]
#[problem(domain = "Orders", decode, rename_all = "camelCase")]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,

    /// The order was paid already
    #[problem(code = 2, status = 409, detail = "Order {order_id} was paid by {payer}")]
    Paid {
        #[problem(extension)]
        order_id: u64,
        #[problem(extension = "paidBy")]
        payer: Cow<'static, str>,
        #[problem(extension)]
        coupon: Option<String>,
        #[problem(default)]
        ledger: Vec<u8>,
    },

    /// The lines do not add up
    #[problem(code = 3, status = 422, detail = "{0} lines do not add up")]
    Lines(
        #[problem(extension = "count")] usize,
        #[problem(extension = "lines")] BTreeMap<String, Line>,
        #[problem(extension = "retries", default)] u8,
        #[problem(header = "Retry-After", default)] Option<u32>,
        #[problem(default)] &'static str,
    ),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Line {
    sku: String,
    price: f64,
}

fn paid() -> OrderError {
    OrderError::Paid {
        order_id: u64::MAX,
        payer: "ada".into(),
        coupon: None,
        ledger: vec![1, 2, 3],
    }
}

fn decode<T>(json: &serde_json::Value) -> Result<T, UndecodedProblem>
where
    T: TryFrom<ProblemDetails, Error = UndecodedProblem>,
{
    T::try_from(ProblemDetails::from_json(json.to_string().as_bytes()).unwrap())
}

#[test]
fn what_is_sent_comes_back() {
    let lines = OrderError::Lines(
        2,
        BTreeMap::from([
            (
                "1".to_owned(),
                Line {
                    sku: "a\0\"é".to_owned(),
                    price: 0.1,
                },
            ),
            (
                "2".to_owned(),
                Line {
                    sku: String::new(),
                    price: -1e300,
                },
            ),
        ]),
        3,
        None,
        "",
    );
    for error in [OrderError::NotFound, lines] {
        let details = ProblemDetails::from_json(error.to_json().as_bytes()).unwrap();
        assert_eq!(OrderError::try_from(details).unwrap(), error);
        assert_eq!(OrderError::try_from(error.to_details()).unwrap(), error);
    }
}

#[test]
fn what_is_not_sent_is_the_default() {
    let json = paid().to_json();
    let details = ProblemDetails::from_json(json.as_bytes()).unwrap();
    let decoded = OrderError::try_from(details).unwrap();
    let OrderError::Paid {
        order_id,
        payer,
        coupon,
        ledger,
    } = &decoded
    else {
        panic!("{decoded:?}");
    };
    assert_eq!((*order_id, payer.as_ref(), coupon), (u64::MAX, "ada", &None));
    assert!(ledger.is_empty());
    assert_eq!(decoded.to_json(), json);
    assert_eq!(decoded.to_string(), "Order 18446744073709551615 was paid by ada");
}

#[test]
fn an_absent_member_is_none_or_the_default_or_missing() {
    let json = json!({"errorCode": 3, "count": 1, "lines": {}});
    assert_eq!(
        decode::<OrderError>(&json).unwrap(),
        OrderError::Lines(1, BTreeMap::new(), 0, None, "")
    );
    let error = decode::<OrderError>(&json!({"errorCode": 2, "orderId": 1})).unwrap_err();
    assert_eq!(*error.reason(), UndecodedReason::MissingMember { member: "paidBy" });
    assert_eq!(error.problem_type().unwrap().name(), "Paid");
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Quota(Option<u32>);

/// The quota is exceeded
#[derive(Debug, PartialEq, Problem)]
#[problem(decode, code = 1, status = 429)]
struct Exceeded {
    #[problem(extension)]
    quota: Quota,
    #[problem(extension)]
    context: serde_json::Value,
    #[problem(extension)]
    marker: (),
    #[problem(extension)]
    used: u32,
}

#[test]
fn what_is_null_in_json_is_not_sent_and_comes_back() {
    let error = Exceeded {
        quota: Quota(None),
        context: serde_json::Value::Null,
        marker: (),
        used: 7,
    };
    let details = error.to_details();
    assert_eq!(details.extensions().len(), 1);
    assert_eq!(Exceeded::try_from(details).unwrap(), error);
    let error = decode::<Exceeded>(&json!({"errorCode": 1})).unwrap_err();
    assert_eq!(*error.reason(), UndecodedReason::MissingMember { member: "used" });
}

#[test]
fn an_ill_typed_member_is_told_in_the_words_of_serde() {
    let json = json!({"errorCode": 2, "status": 409, "orderId": "7", "paidBy": "ada", "more": [1]});
    let error = decode::<OrderError>(&json).unwrap_err();
    let expected = UndecodedReason::InvalidMember {
        member: "orderId",
        message: "invalid type: string \"7\", expected u64".to_owned(),
    };
    assert_eq!(*error.reason(), expected);
    assert_eq!(
        error.to_string(),
        "problem with a wrong member `orderId`, invalid type: string \"7\", expected u64: 409 about:blank"
    );
    let details = error.into_details();
    assert_eq!(serde_json::to_value(&details).unwrap(), json);

    // `null` is no `u64`, and `Option` takes it.
    for (json, fits) in [
        (json!({"errorCode": 2, "orderId": null, "paidBy": "ada"}), false),
        (
            json!({"errorCode": 2, "orderId": 7, "paidBy": "ada", "coupon": null}),
            true,
        ),
        (
            json!({"errorCode": 2, "orderId": 7, "paidBy": "ada", "coupon": 7}),
            false,
        ),
        (json!({"errorCode": 3, "count": 1, "lines": {}, "retries": 256}), false),
        (json!({"errorCode": 3, "count": 1, "lines": {}, "retries": null}), false),
    ] {
        assert_eq!(decode::<OrderError>(&json).is_ok(), fits, "{json}");
    }
}

#[test]
fn an_unknown_problem_comes_back_untouched() {
    for json in [
        json!({"errorCode": 99, "title": "New", "status": 418, "x": {"y": [null]}}),
        json!({"errorCode": "1"}),
        json!({"type": "https://example.com/1", "errorCode": 1}),
        json!({}),
    ] {
        let error = decode::<OrderError>(&json).unwrap_err();
        assert_eq!(*error.reason(), UndecodedReason::Unknown);
        assert!(error.problem_type().is_none());
        assert_eq!(serde_json::to_value(error.details()).unwrap(), json);
    }
    let error = decode::<OrderError>(&json!({"errorCode": 99, "title": "New", "status": 418})).unwrap_err();
    assert_eq!(error.to_string(), "unknown problem with the code 99: 418 New");
}

/// The service is out of its window
#[derive(Debug, PartialEq, Problem)]
#[problem(
    domain = "Windows",
    base = "https://errors.example.com/",
    decode,
    code = 1,
    status = 503
)]
struct Window<T>
where
    T: std::fmt::Debug,
{
    #[problem(extension)]
    opens: T,
    #[problem(default)]
    host: Hidden<T>,
}

#[derive(Debug, Default, PartialEq)]
struct Hidden<T>(T);

#[derive(Debug, Problem)]
#[problem(domain = "Outer", decode)]
enum Outer<T: std::fmt::Debug> {
    /// The outer one
    #[problem(code = 1, status = 400)]
    Own,
    #[problem(transparent)]
    Order(OrderError),
    #[problem(transparent)]
    Window { inner: Window<T> },
}

#[test]
fn generic_structs_and_transparent_variants_are_decoded() {
    let window = Window {
        opens: vec![6_u8],
        host: Hidden(vec![1]),
    };
    let json = window.to_json();
    let details = ProblemDetails::from_json(json.as_bytes()).unwrap();
    let decoded = Window::<Vec<u8>>::try_from(details.clone()).unwrap();
    assert_eq!(
        decoded,
        Window {
            opens: vec![6],
            host: Hidden(vec![])
        }
    );

    let outer = Outer::<Vec<u8>>::try_from(details.clone()).unwrap();
    assert!(
        matches!(&outer, Outer::Window { inner } if *inner == decoded),
        "{outer:?}"
    );
    let outer = Outer::<Vec<u8>>::try_from(paid().to_details()).unwrap();
    assert!(matches!(outer, Outer::Order(OrderError::Paid { .. })), "{outer:?}");
    // A code that both have is the outer one's.
    let outer = Outer::<Vec<u8>>::try_from(OrderError::NotFound.to_details()).unwrap();
    assert!(matches!(outer, Outer::Own), "{outer:?}");

    // Whoever recognizes the problem says what is wrong with it.
    let error = Outer::<bool>::try_from(details).unwrap_err();
    assert_eq!(error.problem_type().unwrap().name(), "Window");
    assert!(matches!(
        error.reason(),
        UndecodedReason::InvalidMember { member: "opens", .. }
    ));
    let error = Outer::<bool>::try_from(ProblemDetails::new(404)).unwrap_err();
    assert_eq!(*error.reason(), UndecodedReason::Unknown);
}

/// An API-wide problem, known by its type alone.
#[derive(Debug, PartialEq, Problem)]
#[problem(uncoded, decode)]
enum Common {
    /// No key
    #[problem(status = 401, type = "urn:example:no-key")]
    NoKey,
    /// Too many
    #[problem(status = 429, type = "urn:example:too-many")]
    TooMany(#[problem(extension = "limit")] Limit),
}

type Limit = Option<u32>;

#[test]
fn a_type_alone_is_enough() {
    for error in [Common::NoKey, Common::TooMany(None), Common::TooMany(Some(3))] {
        let details = ProblemDetails::from_json(error.to_json().as_bytes()).unwrap();
        assert_eq!(Common::try_from(details).unwrap(), error);
    }
}

/// Nothing can be wrong
#[derive(Debug, Problem)]
#[problem(decode)]
enum Never {}

#[test]
fn a_type_without_variants_knows_nothing() {
    assert!(Never::try_from(ProblemDetails::new(400)).is_err());
}

#[test]
fn the_error_is_small() {
    assert_eq!(size_of::<UndecodedProblem>(), size_of::<usize>());
}

/// Every name of the prelude is taken, and every lint is on.
mod hygiene {
    #![no_implicit_prelude]
    #![deny(warnings, unused_qualifications, clippy::all, clippy::pedantic, clippy::nursery)]
    #![allow(dead_code, reason = "only compiled")]

    struct Result;
    struct Option;
    struct String;
    trait TryFrom {}
    trait Default {}

    /// A problem
    #[derive(::std::fmt::Debug, ::problem_core::Problem)]
    #[problem(domain = "Hygiene", decode)]
    enum Error {
        /// One
        #[problem(code = 1, status = 400)]
        Ok,
        /// Two
        #[problem(code = 2, status = 400)]
        Err {
            /// It
            #[problem(extension)]
            r#type_: u8,
            /// It
            #[problem(default)]
            r#fn: ::std::vec::Vec<u8>,
        },
        /// Three
        #[problem(code = 3, status = 400)]
        Some(#[problem(extension = "some")] ::std::option::Option<u8>),
        /// Four
        #[problem(transparent)]
        None(Inner),
    }

    /// Inner
    #[derive(::std::fmt::Debug, ::problem_core::Problem)]
    #[problem(domain = "Inner", decode, code = 1, status = 400)]
    struct Inner;
}
