use poem_openapi::param::Path;
use poem_openapi::payload::PlainText;
use poem_openapi::{OpenApi, OpenApiService};
use problem_core::{AnyProblem, ResultExt};
use serde_json::{Value, json};

use crate::document::assert_complete;
use crate::errors::SequenceError;

struct Api;

#[allow(clippy::unused_async, reason = "the macro wants methods that are")]
#[OpenApi]
impl Api {
    #[oai(path = "/sequences/:id", method = "get")]
    async fn get_sequence(&self, id: Path<u64>) -> Result<PlainText<String>, SequenceError> {
        match *id {
            1 => Ok(PlainText("Welcome".to_owned())),
            _ => Err(SequenceError::NotFound),
        }
    }

    #[oai(path = "/sequences", method = "post")]
    async fn create_sequence(&self, name: PlainText<String>) -> Result<PlainText<String>, AnyProblem> {
        Ok(PlainText(name.parse::<u64>().internal()?.to_string()))
    }
}

fn document() -> Value {
    let document = OpenApiService::new(Api, "Sequences", "1").spec();
    serde_json::from_str(&document).unwrap()
}

#[test]
fn the_document_is_complete() {
    assert_complete(&document());
}

#[test]
fn each_problem_has_a_schema_of_its_own() {
    let responses = &document()["paths"]["/sequences/{id}"]["get"]["responses"];
    let conflict = &responses["409"]["content"]["application/problem+json"]["schema"]["anyOf"];
    let archived = &conflict[0];
    assert_eq!(archived["title"], "Archived");
    assert_eq!(
        archived["required"],
        json!(["title", "status", "detail", "type", "errorCode", "id", "tags"])
    );
    assert_eq!(archived["properties"]["errorCode"]["enum"], json!([6]));
    assert_eq!(archived["properties"]["id"]["format"], "uint64");
    assert_eq!(archived["properties"]["plan"], json!({}));
    let locked = &conflict[1]["properties"];
    assert_eq!(
        locked["range"],
        json!({"type": "array", "items": {}, "minItems": 2, "maxItems": 2})
    );
    assert_eq!(locked["counts"]["additionalProperties"]["nullable"], true);
    assert_eq!(responses["429"]["headers"]["X-Scope"]["required"], true);
}
