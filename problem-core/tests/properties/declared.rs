//! A rich declaration with random values: its forms agree with each other.

use std::collections::BTreeMap;
use std::fmt;

use problem_core::{Problem, ProblemDetails, ProblemDomain};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::strategies::{name, text, value};

/// Everything that a variant can have, with texts that break formats where the declaration has them.
#[derive(Clone, Debug, PartialEq, Problem)]
#[problem(
    domain = "Rich",
    base = "https://errors.example.com/",
    decode,
    rename_all = "camelCase"
)]
pub(crate) enum Rich {
    /// Nothing varies: "quoted" \ <escaped> & {braced}
    #[problem(code = 1, status = 404)]
    Static,

    /// Only the detail varies
    #[problem(
        code = 2,
        status = 409,
        title = "\"\\\u{7}</title>&amp;\r\n",
        detail = "{{{0}}} {0:?} {0:>12} \"\\"
    )]
    Formatted(
        #[problem(extension = "text")] String,
        #[problem(header = "X-Text", default)] String,
    ),

    /// Only the extensions vary
    #[problem(code = 3, status = 422)]
    Members {
        #[problem(extension)]
        small_number: f32,
        #[problem(extension)]
        large_number: f64,
        #[problem(extension)]
        signed: i64,
        #[problem(extension)]
        unsigned: Option<u64>,
        #[problem(extension = "two-Words_2")]
        texts: Vec<Option<String>>,
        #[problem(extension)]
        map: BTreeMap<String, Line>,
        #[problem(extension)]
        tree: Value,
    },

    /// All varies
    #[problem(
        code = 4,
        status = 503,
        type = "urn:example:all",
        detail = "{text} after {seconds:?} s",
        header("Cache-Control" = "no-store")
    )]
    All {
        #[problem(extension)]
        text: String,
        #[problem(extension, header = "Retry-After")]
        seconds: Option<u32>,
        #[problem(default)]
        secret: (),
    },

    /// The problem of another type
    #[problem(transparent)]
    Other(Other),
}

/// The other type's own problem
#[derive(Clone, Debug, PartialEq, Problem)]
#[problem(domain = "Other", decode, code = 9, status = 400, detail = "{0}")]
pub(crate) struct Other(#[problem(extension = "why")] String);

/// The members are in alphabetical order, as in `serde_json::Value`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Line {
    amount: f32,
    sku: String,
}

fn line() -> impl Strategy<Value = Line> {
    (any::<f32>(), text()).prop_map(|(amount, sku)| Line { amount, sku })
}

pub(crate) fn rich() -> impl Strategy<Value = Rich> {
    let numbers = (any::<f32>(), any::<f64>(), any::<i64>(), option::of(any::<u64>()));
    let nested = (vec(option::of(text()), 0..4), btree_map(name(), line(), 0..4), value());
    prop_oneof![
        Just(Rich::Static),
        (text(), text()).prop_map(|(text, header)| Rich::Formatted(text, header)),
        (numbers, nested).prop_map(|((small_number, large_number, signed, unsigned), (texts, map, tree))| {
            Rich::Members {
                small_number,
                large_number,
                signed,
                unsigned,
                texts,
                map,
                tree,
            }
        }),
        (text(), option::of(any::<u32>())).prop_map(|(text, seconds)| Rich::All {
            text,
            seconds,
            secret: (),
        }),
        text().prop_map(|text| Rich::Other(Other(text))),
    ]
}

proptest! {
    #[test]
    fn json_and_the_owned_document_agree(problem in rich()) {
        let (json, details) = (problem.to_json(), problem.to_details());
        let parsed: Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(parsed, serde_json::to_value(&details).unwrap());
        prop_assert_eq!(ProblemDetails::from_json(json.as_bytes()).unwrap(), details);
    }

    #[test]
    fn xml_is_that_of_the_owned_document(problem in rich()) {
        let xml = problem.to_xml();
        let details = problem.to_details();
        prop_assert_eq!(&xml, &details.to_xml());
        let read = ProblemDetails::from_xml(xml.as_bytes()).unwrap();
        prop_assert_eq!(read.status(), Some(problem.problem_type().status()));
        prop_assert_eq!(read.error_code(), problem.problem_type().code());
        prop_assert_eq!(read.type_uri(), details.type_uri());
    }

    #[test]
    fn display_is_the_detail(problem in rich()) {
        let detail = problem.detail().into_owned();
        prop_assert_eq!(&problem.to_string(), &detail);
        let document: Value = serde_json::from_str(&problem.to_json()).unwrap();
        prop_assert_eq!(&document["detail"], &detail);
        let details = problem.to_details();
        prop_assert_eq!(details.detail(), Some(&*detail));
    }

    #[test]
    fn the_document_has_the_static_members_of_its_row(problem in rich()) {
        let (row, details) = (problem.problem_type(), problem.to_details());
        prop_assert_eq!(details.title(), Some(row.title()));
        prop_assert_eq!(details.status(), Some(row.status()));
        prop_assert_eq!(details.error_code(), row.code());
        prop_assert_eq!(details.type_uri(), row.type_uri().unwrap_or("about:blank"));
        for (name, _) in details.extensions() {
            prop_assert!(row.extensions().iter().any(|spec| spec.name() == name), "{}", name);
        }
    }

    #[test]
    fn the_client_gets_its_value_back(problem in rich()) {
        let details = ProblemDetails::from_json(problem.to_json().as_bytes()).unwrap();
        let decoded = Rich::try_from(details);
        let sent = match problem.clone() {
            // What is only a header is not in the document.
            Rich::Formatted(text, _) => Rich::Formatted(text, String::new()),
            other => other,
        };
        match decoded {
            Ok(decoded) => prop_assert_eq!(decoded, sent),
            Err(error) => prop_assert!(false, "{}: {:?}", error, sent),
        }
    }
}

/// A `Display` that fails after some text: the description is sent instead, in each form.
#[test]
fn a_display_that_fails_leaves_no_half_a_sentence() {
    #[derive(Debug, Problem)]
    #[problem(manual_error, display, code = 1, status = 400)]
    /// The request failed
    struct Failing;

    impl fmt::Display for Failing {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("half \"a")?;
            Err(fmt::Error)
        }
    }
    impl std::error::Error for Failing {}

    assert_eq!(Failing::DOMAIN.problems().len(), 1);
    assert_eq!(Failing.detail(), "The request failed");
    assert_eq!(Failing.to_json(), Failing.to_details().to_json());
    assert_eq!(Failing.to_details().detail(), Some("The request failed"));
}
