//! What must stand in every document, whatever has made it.

use serde_json::Value;

use crate::validator;

/// A problem that an operation must name.
struct Expected {
    status: &'static str,
    name: &'static str,
    code: Option<u32>,
    detail: &'static str,
    headers: &'static [&'static str],
}

/// The problems of `SequenceError`.
const SEQUENCE: [Expected; 6] = [
    Expected {
        status: "401",
        name: "Unauthorized",
        code: None,
        detail: "The API key is missing",
        headers: &["WWW-Authenticate"],
    },
    Expected {
        status: "404",
        name: "NotFound",
        code: Some(1),
        detail: "Sequence not found",
        headers: &[],
    },
    Expected {
        status: "404",
        name: "api-NotFound",
        code: None,
        detail: "There is nothing at this path",
        headers: &[],
    },
    Expected {
        status: "409",
        name: "Archived",
        code: Some(6),
        detail: "Sequence 42 is archived",
        headers: &[],
    },
    Expected {
        status: "409",
        name: "Locked",
        code: Some(7),
        detail: "Sequence is locked",
        headers: &[],
    },
    Expected {
        status: "429",
        name: "Throttled",
        code: Some(11),
        detail: "Too many requests for this sequence",
        headers: &["X-Scope", "Retry-After"],
    },
];

/// The problem of `AnyProblem`.
const ANY: [Expected; 1] = [Expected {
    status: "default",
    name: "InternalError",
    code: None,
    detail: "The server failed to process the request",
    headers: &[],
}];

/// Asserts that the document is valid, that `GET /sequences/{id}` names the problems of `SequenceError`, and that
/// `POST /sequences` has a response for any problem.
pub(crate) fn assert_complete(document: &Value) {
    validator::assert_valid(document);
    assert_operation(&document["paths"]["/sequences/{id}"]["get"], &SEQUENCE);
    assert_operation(&document["paths"]["/sequences"]["post"], &ANY);
}

fn assert_operation(operation: &Value, expected: &[Expected]) {
    let responses = operation["responses"].as_object().expect("responses");
    assert!(responses.contains_key("200"), "the success is there: {operation:#}");
    for problem in expected {
        let response = &responses[problem.status];
        let content = &response["content"]["application/problem+json"];
        let examples = examples(content);
        let (_, example) = examples
            .iter()
            .find(|(name, _)| *name == problem.name)
            .unwrap_or_else(|| panic!("{} is named under {}: {response:#}", problem.name, problem.status));
        assert_eq!(example["detail"], problem.detail);
        assert_eq!(
            example.get("errorCode").and_then(Value::as_u64),
            problem.code.map(u64::from)
        );
        if let Ok(status) = problem.status.parse::<u16>() {
            assert_eq!(example["status"], status);
        }
        for header in problem.headers {
            let header = &response["headers"][header];
            assert!(header["schema"].is_object(), "{header} has a schema");
        }
    }
    let named: usize = responses
        .values()
        .map(|response| examples(&response["content"]["application/problem+json"]).len())
        .sum();
    assert_eq!(named, expected.len(), "and no others: {responses:#?}");
}

/// The examples of a body by name: named ones of the body, or those of its schemas, which are named by a title.
fn examples(content: &Value) -> Vec<(&str, &Value)> {
    if let Some(examples) = content["examples"].as_object() {
        return examples
            .iter()
            .map(|(name, example)| (name.as_str(), &example["value"]))
            .collect();
    }
    let schema = &content["schema"];
    let alternatives = schema["anyOf"]
        .as_array()
        .map_or(std::slice::from_ref(schema), Vec::as_slice);
    alternatives
        .iter()
        .filter_map(|schema| Some((schema["title"].as_str()?, schema.get("example")?)))
        .collect()
}
