//! The least that has to be done: finished bytes are copied, texts go into one buffer that is large enough, and a
//! document is read into a struct that has just its members.

use std::fmt::Write;

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::response::Response;
use serde::Deserialize;

use crate::STATIC_BODY;

/// The four members and no others.
#[derive(Deserialize)]
pub struct FourMembers {
    pub r#type: Option<String>,
    pub title: Option<String>,
    pub status: Option<u16>,
    pub detail: Option<String>,
}

pub fn fixed((): &()) -> Vec<u8> {
    STATIC_BODY.as_bytes().to_vec()
}

pub fn formatted(&(id, owner): &(u64, &'static str)) -> String {
    let mut out = String::with_capacity(160);
    _ = write!(
        out,
        r#"{{"title":"Conflict","status":409,"detail":"Sequence {id} is locked by {owner}","errorCode":7}}"#
    );
    out
}

pub fn extended(&(limit, count, list): &(u32, u32, &'static str)) -> String {
    let mut out = String::with_capacity(192);
    _ = write!(
        out,
        r#"{{"title":"Conflict","status":409,"detail":"Too many contacts","errorCode":8,"limit":{limit},"count":{count},"list":"{list}"}}"#
    );
    out
}

fn respond(bytes: Bytes) -> Response {
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = StatusCode::CONFLICT;
    let content_type = HeaderValue::from_static("application/problem+json");
    response.headers_mut().insert(CONTENT_TYPE, content_type);
    response
}

pub fn fixed_response((): &()) -> Response {
    respond(Bytes::from_static(STATIC_BODY.as_bytes()))
}

pub fn formatted_response(&(id, owner): &(u64, &'static str)) -> Response {
    respond(formatted(&(id, owner)).into())
}

pub fn extended_response(&(limit, count, list): &(u32, u32, &'static str)) -> Response {
    respond(extended(&(limit, count, list)).into())
}

pub fn read(json: &[u8]) -> FourMembers {
    serde_json::from_slice(json).expect("the document is valid")
}
