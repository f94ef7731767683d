//! The crate `axum-problem`, for axum 0.7. Its derive expands to paths of the user's own `axum`, here 0.8, so this is its
//! builder, which the derive calls too. It does not read.

use axum_problem::Problem;
use axum07::response::{IntoResponse, Response};

fn archived() -> Problem {
    Problem::new(409)
        .detail("Sequence is archived")
        .extension("errorCode", 6)
}

fn locked(id: u64, owner: &str) -> Problem {
    let detail = format!("Sequence {id} is locked by {owner}");
    Problem::new(409).detail(detail).extension("errorCode", 7)
}

fn too_many(limit: u32, count: u32, list: &str) -> Problem {
    Problem::new(409)
        .detail("Too many contacts")
        .extension("errorCode", 8)
        .extension("limit", limit)
        .extension("count", count)
        .extension("list", list)
}

fn bytes(problem: &Problem) -> Vec<u8> {
    serde_json::to_vec(problem).expect("the document is serialisable")
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
