//! What becomes of a response, and what a problem takes from one that it replaces.

use std::borrow::Cow;

use ::bytes::Bytes;
use ::http::header::{
    CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_LOCATION, CONTENT_TYPE, ETAG,
    HeaderName, LAST_MODIFIED, TRAILER,
};
use ::http::response::Parts;
use ::http::{HeaderMap, HeaderValue, Response, StatusCode};

use super::layer::Asked;
use super::{ProblemBody, instance};
use crate::integrations::response::ProblemResponse;
use crate::{MEDIA_TYPE_JSON, ProblemDetails};

/// The bytes that a text may have to be a detail.
const TEXT_LIMIT: u64 = 1024;

/// The bytes that a problem may have to be given an `instance`.
const PROBLEM_LIMIT: u64 = 64 * 1024;

/// The headers that describe the body, and go with it. `Content-Range` of a 416 describes the resource, and stays.
const OF_THE_BODY: [HeaderName; 13] = [
    CONTENT_TYPE,
    CONTENT_LENGTH,
    CONTENT_ENCODING,
    CONTENT_LANGUAGE,
    CONTENT_DISPOSITION,
    CONTENT_LOCATION,
    ETAG,
    LAST_MODIFIED,
    TRAILER,
    HeaderName::from_static("content-md5"),
    HeaderName::from_static("content-digest"),
    HeaderName::from_static("repr-digest"),
    HeaderName::from_static("digest"),
];

/// The headers that are about the very bytes of the body, and wrong once a member is added to it.
const OF_THE_BYTES: [HeaderName; 6] = [
    CONTENT_LENGTH,
    ETAG,
    HeaderName::from_static("content-md5"),
    HeaderName::from_static("content-digest"),
    HeaderName::from_static("repr-digest"),
    HeaderName::from_static("digest"),
];

/// What becomes of a response.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is none of ours.
    Pass,
    /// It is replaced, and what its body says is of no use.
    Replace,
    /// It is replaced after its text has been read.
    Read,
    /// It is a problem, and gets an `instance`.
    Annotate,
}

impl Fate {
    /// Decides by status, headers, and the bytes that the body has at most.
    pub(super) fn of(parts: &Parts, upper: Option<u64>, asked: &Asked) -> Self {
        if !parts.status.is_client_error() && !parts.status.is_server_error() {
            return Fate::Pass;
        }
        let within = |limit| upper.is_some_and(|upper| upper <= limit);
        let encoded = parts.headers.contains_key(CONTENT_ENCODING);
        let Some(content_type) = parts.headers.get(CONTENT_TYPE) else {
            return Fate::Replace;
        };
        let content_type = content_type.to_str().unwrap_or_default().to_ascii_lowercase();
        let (essence, parameters) = match content_type.split_once(';') {
            Some((essence, parameters)) => (essence.trim(), parameters),
            None => (content_type.trim(), ""),
        };
        match essence {
            "text/plain" if is_utf8(parameters) && !encoded && within(TEXT_LIMIT) => {
                // The text of a 5xx is for the log alone.
                let used = parts.status.is_client_error() || cfg!(feature = "tracing");
                if used { Fate::Read } else { Fate::Replace }
            }
            "" | "text/plain" | "text/html" | "application/octet-stream" => Fate::Replace,
            MEDIA_TYPE_JSON if asked.instance.is_some() && !asked.head && !encoded && within(PROBLEM_LIMIT) => {
                Fate::Annotate
            }
            _ => Fate::Pass,
        }
    }
}

/// Whether the parameters of a text name UTF-8, a subset of it, or nothing.
fn is_utf8(parameters: &str) -> bool {
    let charset = parameters
        .split(';')
        .find_map(|parameter| parameter.trim().strip_prefix("charset="));
    charset.is_none_or(|charset| matches!(charset.trim_matches('"'), "utf-8" | "us-ascii"))
}

/// The problem in place of a response whose body said `text`.
pub(super) fn replace<B>(mut parts: Parts, text: Option<&[u8]>, asked: Asked) -> Response<ProblemBody<B>> {
    let text = text.and_then(|text| std::str::from_utf8(text).ok()).map(str::trim);
    let text = text.filter(|text| !text.is_empty());
    let mut details = ProblemDetails::new(parts.status.as_u16());
    let problem = if parts.status.is_client_error() {
        if let Some(text) = text {
            details = details.with_detail(text.to_owned());
        }
        ProblemResponse::of_details(with_instance(details, asked.instance))
    } else {
        let details = with_instance(details, asked.instance);
        match text {
            Some(text) => ProblemResponse::of_failure(details, format_args!("{}: {text}", parts.status)),
            None => ProblemResponse::of_details(details),
        }
    };

    // A HEAD whose body is gone already does not tell how long that of a GET would be.
    let hidden = asked.head
        && parts
            .headers
            .get(CONTENT_LENGTH)
            .is_some_and(|length| length.as_bytes() != b"0");
    for name in OF_THE_BODY {
        parts.headers.remove(name);
    }
    let length = (!hidden).then_some(problem.body.len());
    finish(parts, problem, asked.head, length)
}

/// The problem with its `instance`, or as it was.
pub(super) fn annotate<B>(mut parts: Parts, read: Vec<u8>, asked: &Asked) -> Response<ProblemBody<B>> {
    let instance = asked.instance.as_deref();
    let bytes = match instance.and_then(|instance| instance::insert(&read, instance)) {
        Some(document) => {
            for name in OF_THE_BYTES {
                parts.headers.remove(name);
            }
            Bytes::from(document)
        }
        None => Bytes::from(read),
    };
    Response::from_parts(parts, ProblemBody::document(Some(bytes)))
}

/// The problem in place of an answer that a panic prevented.
pub(super) fn panicked<B>(message: &str, asked: Asked) -> Response<ProblemBody<B>> {
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    let details = with_instance(ProblemDetails::new(status.as_u16()), asked.instance);
    let problem = ProblemResponse::of_failure(details, format_args!("the service panicked: {message}"));
    let (mut parts, ()) = Response::new(()).into_parts();
    parts.status = status;
    let length = Some(problem.body.len());
    finish(parts, problem, asked.head, length)
}

fn with_instance(details: ProblemDetails, instance: Option<String>) -> ProblemDetails {
    match instance {
        Some(instance) => details.with_instance(instance),
        None => details,
    }
}

/// The answer of the given length, unless that is unknown; without its body if it is to `HEAD`.
fn finish<B>(
    mut parts: Parts,
    problem: ProblemResponse,
    head: bool,
    length: Option<usize>,
) -> Response<ProblemBody<B>> {
    set_content_type(&mut parts.headers);
    if let (true, Some(length)) = (head, length) {
        parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    let bytes = match problem.body {
        _ if head => None,
        Cow::Borrowed(text) => Some(Bytes::from_static(text.as_bytes())),
        Cow::Owned(text) => Some(Bytes::from(text)),
    };
    Response::from_parts(parts, ProblemBody::document(bytes))
}

fn set_content_type(headers: &mut HeaderMap) {
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE_JSON));
}
