//! The crate `problem_details`, which has a builder and no derive.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use problem_details::ProblemDetails;
use serde::Serialize;
use serde_json::{Map, Value};

#[derive(Serialize)]
pub struct Code {
    #[serde(rename = "errorCode")]
    error_code: u32,
}

#[derive(Serialize)]
pub struct TooMany {
    #[serde(rename = "errorCode")]
    error_code: u32,
    limit: u32,
    count: u32,
    list: &'static str,
}

fn archived() -> ProblemDetails<Code> {
    ProblemDetails::from_status_code(StatusCode::CONFLICT)
        .with_detail("Sequence is archived")
        .with_extensions(Code { error_code: 6 })
}

fn locked(id: u64, owner: &str) -> ProblemDetails<Code> {
    ProblemDetails::from_status_code(StatusCode::CONFLICT)
        .with_detail(format!("Sequence {id} is locked by {owner}"))
        .with_extensions(Code { error_code: 7 })
}

fn too_many(limit: u32, count: u32, list: &'static str) -> ProblemDetails<TooMany> {
    let extensions = TooMany {
        error_code: 8,
        limit,
        count,
        list,
    };
    ProblemDetails::from_status_code(StatusCode::CONFLICT)
        .with_detail("Too many contacts")
        .with_extensions(extensions)
}

fn bytes(details: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(details).expect("the document is serialisable")
}

pub fn fixed((): &()) -> Vec<u8> {
    bytes(&archived())
}

pub fn formatted(&(id, owner): &(u64, &'static str)) -> Vec<u8> {
    bytes(&locked(id, owner))
}

pub fn extended(&(limit, count, list): &(u32, u32, &'static str)) -> Vec<u8> {
    bytes(&too_many(limit, count, list))
}

pub fn fixed_response((): &()) -> Response {
    archived().into_response()
}

pub fn formatted_response(&(id, owner): &(u64, &'static str)) -> Response {
    locked(id, owner).into_response()
}

pub fn extended_response(&(limit, count, list): &(u32, u32, &'static str)) -> Response {
    too_many(limit, count, list).into_response()
}

pub fn read(json: &[u8]) -> ProblemDetails<Map<String, Value>> {
    serde_json::from_slice(json).expect("the document is valid")
}
