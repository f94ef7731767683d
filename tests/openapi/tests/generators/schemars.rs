use problem_core::{Problem, ProblemDetails};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

use crate::errors::{ApiError, SequenceError};

#[derive(Debug, Problem)]
#[allow(dead_code, reason = "a schema describes what never happens, too")]
enum Either<A, B> {
    #[problem(transparent)]
    A(A),
    #[problem(transparent)]
    B(B),
}

/// The body of a webhook that reports problems.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "as above")]
struct Report {
    problem: SequenceError,
    other: Either<ApiError, SequenceError>,
    origin: ProblemDetails,
}

fn schema() -> Value {
    SchemaGenerator::default().into_root_schema_for::<Report>().into()
}

#[test]
fn the_schema_is_one_and_refers_to_each_type_by_its_name() {
    let schema = schema();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    let names: Vec<&String> = schema["$defs"].as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        ["Either_ApiError_SequenceError", "ProblemDetails", "SequenceError"]
    );
    assert_eq!(
        schema["$defs"]["SequenceError"]["properties"]["errorCode"]["enum"],
        json!([1, 6, 7, 11])
    );
}

#[test]
fn what_is_sent_fits_the_schema() {
    let schema = schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let report = |problem: Value| json!({"problem": problem, "other": problem, "origin": problem});
    for problem in [
        SequenceError::NotFound,
        SequenceError::Archived {
            id: 7,
            tags: vec!["a".to_owned()],
            plan: None,
        },
        SequenceError::Locked {
            id: "7".to_owned(),
            range: (1, 0.5),
            counts: [("x".to_owned(), None)].into(),
            since: Some(true),
        },
        SequenceError::Throttled { seconds: 3 },
        SequenceError::Api(ApiError::Unauthorized),
    ] {
        let document = serde_json::from_str(&problem.to_json()).unwrap();
        let report = report(document);
        let errors: Vec<_> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?} {report:#}");
    }
    for wrong in [
        json!({"title": "Not Found", "status": 404}),
        json!({"title": "Not Found", "status": 200, "detail": "x"}),
        json!({"title": "Not Found", "status": 404, "detail": "x", "errorCode": 99}),
    ] {
        assert!(!validator.is_valid(&report(wrong)));
    }
}
