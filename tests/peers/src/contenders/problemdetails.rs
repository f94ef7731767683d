//! The crate `problemdetails`, which has a builder and does not read.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use problemdetails::Problem;

fn conflict(code: u32) -> Problem {
    problemdetails::new(StatusCode::CONFLICT)
        .with_title("Conflict")
        .with_value("status", 409)
        .with_value("errorCode", code)
}

fn archived() -> Problem {
    conflict(6).with_detail("Sequence is archived")
}

fn locked(id: u64, owner: &str) -> Problem {
    conflict(7).with_detail(format!("Sequence {id} is locked by {owner}"))
}

fn too_many(limit: u32, count: u32, list: &str) -> Problem {
    conflict(8)
        .with_detail("Too many contacts")
        .with_value("limit", limit)
        .with_value("count", count)
        .with_value("list", list)
}

fn bytes(problem: &Problem) -> Vec<u8> {
    serde_json::to_vec(&problem.body).expect("the document is serialisable")
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
