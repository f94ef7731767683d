//! This project. The value of the static problem is kept from the compiler, which would see through all of it.

use std::borrow::Cow;
use std::hint::black_box;

use axum::response::{IntoResponse, Response};
use problem_core::{Problem, ProblemDetails};

#[derive(Debug, Problem)]
#[problem(domain = "Sequences")]
pub enum SequenceError {
    /// Sequence is archived
    #[problem(code = 6, status = 409)]
    Archived,

    /// Sequence is locked
    #[problem(code = 7, status = 409, detail = "Sequence {id} is locked by {owner}")]
    Locked { id: u64, owner: &'static str },

    /// Too many contacts
    #[problem(code = 8, status = 409)]
    TooMany {
        #[problem(extension)]
        limit: u32,
        #[problem(extension)]
        count: u32,
        #[problem(extension)]
        list: &'static str,
    },
}

pub fn fixed((): &()) -> Cow<'static, str> {
    black_box(SequenceError::Archived).to_json()
}

pub fn formatted(&(id, owner): &(u64, &'static str)) -> Cow<'static, str> {
    SequenceError::Locked { id, owner }.to_json()
}

pub fn extended(&(limit, count, list): &(u32, u32, &'static str)) -> Cow<'static, str> {
    SequenceError::TooMany { limit, count, list }.to_json()
}

pub fn fixed_response((): &()) -> Response {
    black_box(SequenceError::Archived).into_response()
}

pub fn formatted_response(&(id, owner): &(u64, &'static str)) -> Response {
    SequenceError::Locked { id, owner }.into_response()
}

pub fn extended_response(&(limit, count, list): &(u32, u32, &'static str)) -> Response {
    SequenceError::TooMany { limit, count, list }.into_response()
}

pub fn read(json: &[u8]) -> ProblemDetails {
    ProblemDetails::from_json(json).expect("the document is valid")
}
