//! A struct with serde's derive, as a team writes it that wants no library.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::response::Response;
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    title: &'static str,
    status: u16,
    detail: &'a str,
    error_code: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<&'static str>,
}

impl<'a> Document<'a> {
    fn conflict(error_code: u32, detail: &'a str) -> Self {
        Document {
            title: "Conflict",
            status: 409,
            detail,
            error_code,
            limit: None,
            count: None,
            list: None,
        }
    }

    fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("the document is serialisable")
    }
}

/// What a plain struct reads of a document.
#[derive(Deserialize)]
pub struct Received {
    pub r#type: Option<String>,
    pub title: Option<String>,
    pub status: Option<u16>,
    pub detail: Option<String>,
    #[serde(flatten)]
    pub extensions: serde_json::Map<String, serde_json::Value>,
}

pub fn fixed((): &()) -> Vec<u8> {
    Document::conflict(6, "Sequence is archived").bytes()
}

pub fn formatted(&(id, owner): &(u64, &'static str)) -> Vec<u8> {
    Document::conflict(7, &format!("Sequence {id} is locked by {owner}")).bytes()
}

pub fn extended(&(limit, count, list): &(u32, u32, &'static str)) -> Vec<u8> {
    let document = Document {
        limit: Some(limit),
        count: Some(count),
        list: Some(list),
        ..Document::conflict(8, "Too many contacts")
    };
    document.bytes()
}

fn respond(bytes: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = StatusCode::CONFLICT;
    let content_type = HeaderValue::from_static("application/problem+json");
    response.headers_mut().insert(CONTENT_TYPE, content_type);
    response
}

pub fn fixed_response((): &()) -> Response {
    respond(fixed(&()))
}

pub fn formatted_response(&(id, owner): &(u64, &'static str)) -> Response {
    respond(formatted(&(id, owner)))
}

pub fn extended_response(&(limit, count, list): &(u32, u32, &'static str)) -> Response {
    respond(extended(&(limit, count, list)))
}

pub fn read(json: &[u8]) -> Received {
    serde_json::from_slice(json).expect("the document is valid")
}
