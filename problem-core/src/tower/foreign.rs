//! What becomes of a response, and what a problem takes from one that it replaces.

use ::bytes::Bytes;
use ::http::header::{
    CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_LOCATION, CONTENT_TYPE, ETAG,
    HeaderName, LAST_MODIFIED, TRAILER,
};
use ::http::response::Parts;
use ::http::{HeaderValue, Response, StatusCode};

use super::layer::Asked;
use super::{ProblemBody, instance, xml};
use crate::integrations::response::{ProblemResponse, bytes};
use crate::{MEDIA_TYPE_JSON, ProblemDetails};

/// The bytes that a text may have to be a detail.
const TEXT_LIMIT: u64 = 1024;

/// The bytes that a problem may have to be given an `instance`, or to be rendered in XML.
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
    /// It is a problem, and gets an `instance`, or is rendered in XML.
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
            // The answer to `HEAD` may have lost its body already.
            MEDIA_TYPE_JSON if asked.changes_problems() && upper != Some(0) && !encoded && within(PROBLEM_LIMIT) => {
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
pub(super) fn replace<B>(mut parts: Parts, text: Option<&[u8]>, asked: &Asked) -> Response<ProblemBody<B>> {
    let text = text.and_then(|text| std::str::from_utf8(text).ok()).map(str::trim);
    let text = text.filter(|text| !text.is_empty());
    let mut details = ProblemDetails::new(parts.status.as_u16());
    let problem = if parts.status.is_client_error() {
        if let Some(text) = text {
            details = details.with_detail(text.to_owned());
        }
        ProblemResponse::of_details(with_instance(details, asked.instance.as_deref()))
    } else {
        let details = with_instance(details, asked.instance.as_deref());
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
    finish(parts, problem, asked, hidden)
}

/// The problem with its `instance`, or in XML, or as it was.
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
    let bytes = xml::negotiate(&mut parts.headers, bytes, asked.prefers_xml);
    Response::from_parts(parts, ProblemBody::document(Some(bytes)))
}

/// The problem in place of an answer that a panic prevented.
pub(super) fn panicked<B>(message: &str, asked: &Asked) -> Response<ProblemBody<B>> {
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    let details = with_instance(ProblemDetails::new(status.as_u16()), asked.instance.as_deref());
    let problem = ProblemResponse::of_failure(details, format_args!("the service panicked: {message}"));
    let (mut parts, ()) = Response::new(()).into_parts();
    parts.status = status;
    finish(parts, problem, asked, false)
}

fn with_instance(details: ProblemDetails, instance: Option<&str>) -> ProblemDetails {
    match instance {
        Some(instance) => details.with_instance(instance.to_owned()),
        None => details,
    }
}

/// The answer; without its body if it is to `HEAD`, and without the length of one that is hidden.
fn finish<B>(mut parts: Parts, problem: ProblemResponse, asked: &Asked, hidden: bool) -> Response<ProblemBody<B>> {
    parts
        .headers
        .insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE_JSON));
    let bytes = xml::negotiate(&mut parts.headers, bytes(problem.body), asked.prefers_xml);
    if asked.head && !hidden {
        parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    }
    let bytes = (!asked.head).then_some(bytes);
    Response::from_parts(parts, ProblemBody::document(bytes))
}
