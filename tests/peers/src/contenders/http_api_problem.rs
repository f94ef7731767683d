//! The crate `http-api-problem`, which has a builder and no derive.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use http_api_problem::HttpApiProblem;

fn conflict(code: u32) -> HttpApiProblem {
    HttpApiProblem::with_title(StatusCode::CONFLICT).value("errorCode", &code)
}

fn archived() -> HttpApiProblem {
    conflict(6).detail("Sequence is archived")
}

fn locked(id: u64, owner: &str) -> HttpApiProblem {
    conflict(7).detail(format!("Sequence {id} is locked by {owner}"))
}

fn too_many(limit: u32, count: u32, list: &str) -> HttpApiProblem {
    conflict(8)
        .detail("Too many contacts")
        .value("limit", &limit)
        .value("count", &count)
        .value("list", &list)
}

pub fn fixed((): &()) -> Vec<u8> {
    archived().json_bytes()
}

pub fn formatted(&(id, owner): &(u64, &'static str)) -> Vec<u8> {
    locked(id, owner).json_bytes()
}

pub fn extended(&(limit, count, list): &(u32, u32, &'static str)) -> Vec<u8> {
    too_many(limit, count, list).json_bytes()
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

pub fn read(json: &[u8]) -> HttpApiProblem {
    serde_json::from_slice(json).expect("the document is valid")
}
