use problem_core::{AnyProblem, ProblemDetails};
use serde_json::{Value, json};
use utoipa::{OpenApi, PartialSchema, ToSchema};

use crate::document::assert_complete;
use crate::errors::{ApiError, SequenceError};

#[utoipa::path(get, path = "/sequences/{id}", params(("id" = u64, Path)), responses((status = 200, description = "The sequence"), SequenceError))]
fn get_sequence() -> Result<(), SequenceError> {
    Err(SequenceError::NotFound)
}

#[utoipa::path(post, path = "/sequences", responses((status = 200, description = "Its id", body = String), AnyProblem))]
fn create_sequence() -> Result<String, AnyProblem> {
    Err(ApiError::Unauthorized.into())
}

#[derive(OpenApi)]
#[openapi(
    info(title = "Sequences", version = "1", license(name = "MIT", identifier = "MIT")),
    paths(get_sequence, create_sequence),
    components(schemas(ProblemDetails, SequenceError, ApiError))
)]
struct Api;

fn document() -> Value {
    serde_json::to_value(Api::openapi()).unwrap()
}

#[test]
fn the_document_is_complete() {
    assert_complete(&document());
}

#[test]
fn a_response_is_described_once_for_all_its_problems() {
    let responses = &document()["paths"]["/sequences/{id}"]["get"]["responses"];
    let conflict = &responses["409"];
    assert_eq!(
        conflict["description"],
        "- `Archived` (6): Sequence is archived\n- `Locked` (7): Sequence is locked"
    );
    let schema = &conflict["content"]["application/problem+json"]["schema"];
    assert_eq!(schema["properties"]["errorCode"]["enum"], json!([6, 7]));
    assert_eq!(schema["properties"]["status"]["enum"], json!([409]));
    assert_eq!(schema["properties"]["id"]["anyOf"][1], json!({"type": "string"}));
    assert_eq!(schema["properties"]["plan"], json!({}));
    assert_eq!(
        schema["required"],
        json!(["title", "status", "detail", "type", "errorCode", "id"])
    );
    let archived = &conflict["content"]["application/problem+json"]["examples"]["Archived"];
    assert_eq!(archived["summary"], "Sequence is archived");
    assert_eq!(
        archived["description"],
        "Sequence is archived\n\nRestore it, or *create* another one."
    );

    let headers = &responses["429"]["headers"];
    assert_eq!(
        headers["X-Scope"]["schema"],
        json!({"type": "string", "enum": ["sequence"]})
    );
    assert_eq!(headers["Retry-After"]["example"], "30");
}

#[test]
fn schemas_have_the_name_of_their_type() {
    let schemas = &document()["components"]["schemas"];
    assert_eq!(
        schemas["SequenceError"]["properties"]["errorCode"]["enum"],
        json!([1, 6, 7, 11])
    );
    assert_eq!(
        schemas["SequenceError"]["properties"]["status"]["enum"],
        json!([404, 409, 429, 401])
    );
    assert_eq!(schemas["ApiError"]["required"], json!(["title", "status", "detail"]));
    assert_eq!(
        schemas["ProblemDetails"]["properties"]["type"]["format"],
        "uri-reference"
    );
    assert_eq!(ProblemDetails::name(), "ProblemDetails");
    assert!(
        serde_json::to_value(ProblemDetails::schema())
            .unwrap()
            .get("required")
            .is_none()
    );
}
