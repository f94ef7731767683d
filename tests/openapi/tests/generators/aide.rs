use aide::axum::ApiRouter;
use aide::axum::routing::{get_with, post};
use aide::openapi::{Info, OpenApi};
use aide::transform::TransformOperation;
use axum::extract::Path;
use problem_core::{AnyProblem, ResultExt};
use serde_json::{Value, json};

use crate::document::assert_complete;
use crate::errors::SequenceError;

async fn get_sequence(Path(id): Path<u64>) -> Result<String, SequenceError> {
    match id {
        1 => Ok("Welcome".to_owned()),
        _ => Err(SequenceError::NotFound),
    }
}

async fn create_sequence(name: String) -> Result<String, AnyProblem> {
    Ok(name.parse::<u64>().internal()?.to_string())
}

/// aide takes parameters from structs alone, with schemars 0.9.
fn id_parameter(mut operation: TransformOperation<'_>) -> TransformOperation<'_> {
    let parameter = json!({"in": "path", "name": "id", "required": true, "schema": {"type": "integer"}});
    operation
        .inner_mut()
        .parameters
        .push(serde_json::from_value(parameter).unwrap());
    operation
}

fn document() -> Value {
    let mut api = OpenApi {
        info: Info {
            title: "Sequences".to_owned(),
            version: "1".to_owned(),
            ..Info::default()
        },
        ..OpenApi::default()
    };
    let router: axum::Router = ApiRouter::new()
        .api_route("/sequences/{id}", get_with(get_sequence, id_parameter))
        .api_route("/sequences", post(create_sequence))
        .finish_api(&mut api);
    drop(router);
    serde_json::to_value(api).unwrap()
}

#[test]
fn the_document_is_complete() {
    assert_complete(&document());
}

#[test]
fn a_header_is_required_where_every_problem_sends_it() {
    let responses = &document()["paths"]["/sequences/{id}"]["get"]["responses"];
    let headers = &responses["429"]["headers"];
    assert_eq!(headers["X-Scope"]["required"], true);
    assert_eq!(
        headers["X-Scope"]["schema"],
        json!({"type": "string", "enum": ["sequence"]})
    );
    assert_eq!(headers["Retry-After"].get("required"), None);
}
