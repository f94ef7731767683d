//! The crate `problems`. It has no numeric code and nests extensions under `data`.

use std::hint::black_box;

use axum::response::{IntoResponse, Response};
use problems::{Problem, ProblemDocument, Report};
use thiserror::Error;

#[derive(Debug, Error, Problem)]
#[problem(prefix = "urn:sequences")]
pub enum SequenceError {
    #[error("archived")]
    #[problem(status = 409, title = "Conflict", detail = "Sequence is archived")]
    Archived,

    #[error("locked")]
    #[problem(status = 409, title = "Conflict", detail = "Sequence {id} is locked by {owner}")]
    Locked { id: u64, owner: &'static str },

    #[error("too many")]
    #[problem(status = 409, title = "Conflict", detail = "Too many contacts")]
    TooMany {
        #[problem(data)]
        limit: u32,
        #[problem(data)]
        count: u32,
        #[problem(data)]
        list: &'static str,
    },
}

fn bytes(error: SequenceError) -> Vec<u8> {
    serde_json::to_vec(&Report::from(error).as_details()).expect("the document is serialisable")
}

pub fn fixed((): &()) -> Vec<u8> {
    bytes(black_box(SequenceError::Archived))
}

pub fn formatted(&(id, owner): &(u64, &'static str)) -> Vec<u8> {
    bytes(SequenceError::Locked { id, owner })
}

pub fn extended(&(limit, count, list): &(u32, u32, &'static str)) -> Vec<u8> {
    bytes(SequenceError::TooMany { limit, count, list })
}

pub fn fixed_response((): &()) -> Response {
    Report::from(black_box(SequenceError::Archived)).into_response()
}

pub fn formatted_response(&(id, owner): &(u64, &'static str)) -> Response {
    Report::from(SequenceError::Locked { id, owner }).into_response()
}

pub fn extended_response(&(limit, count, list): &(u32, u32, &'static str)) -> Response {
    Report::from(SequenceError::TooMany { limit, count, list }).into_response()
}

pub fn read(json: &[u8]) -> ProblemDocument<serde_json::Value> {
    serde_json::from_slice(json).expect("the document is valid")
}
