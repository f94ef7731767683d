//! A text that is served as it is, again and again.

use std::fmt::Write;

use ::axum::body::{Body, Bytes};
use ::axum::http::StatusCode;
use ::axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, IF_NONE_MATCH, REFERRER_POLICY,
    VARY, X_CONTENT_TYPE_OPTIONS,
};
use ::axum::response::Response;
use sha2::{Digest, Sha256};

use super::super::content_security_policy;

/// A rendered text with what is known of it before any request.
pub(super) struct Document {
    body: Bytes,
    content_type: HeaderValue,
    etag: HeaderValue,
    negotiated: bool,
}

impl Document {
    /// A text that is the only one at its address.
    pub(super) fn new(content_type: &'static str, text: String) -> Self {
        // Half of a SHA-256 is more than enough to tell two texts apart.
        let digest = Sha256::digest(&text);
        let mut tag = String::from("\"");
        for byte in &digest[..16] {
            // Writing to a string does not fail.
            _ = write!(tag, "{byte:02x}");
        }
        tag.push('"');
        Document {
            body: Bytes::from(text),
            content_type: HeaderValue::from_static(content_type),
            // Quotes and hexadecimal digits are always valid.
            etag: HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("\"\"")),
            negotiated: false,
        }
    }

    /// A text that is one of several at its address: `Accept` decides.
    pub(super) fn negotiated(content_type: &'static str, text: String) -> Self {
        Document {
            negotiated: true,
            ..Document::new(content_type, text)
        }
    }

    /// The response: the text, or 304 to who has it already.
    pub(super) fn respond(&self, request: &HeaderMap) -> Response {
        let known = is_known(request, self.etag.as_bytes());
        let body = if known {
            Body::empty()
        } else {
            Body::from(self.body.clone())
        };
        let mut response = Response::new(body);
        let headers = response.headers_mut();
        // What a 304 has to repeat (RFC 9110 §15.4.5).
        headers.insert(ETAG, self.etag.clone());
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("max-age=300"));
        if self.negotiated {
            headers.insert(VARY, HeaderValue::from_static("accept"));
        }
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        headers.insert(CONTENT_TYPE, self.content_type.clone());
        headers.insert(
            CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(content_security_policy()),
        );
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        response
    }
}

/// Whether `If-None-Match` names the tag; it is compared weakly (RFC 9110 §13.1.2).
fn is_known(request: &HeaderMap, etag: &[u8]) -> bool {
    request.get_all(IF_NONE_MATCH).iter().any(|value| {
        value
            .as_bytes()
            .split(|byte| *byte == b',')
            .map(<[u8]>::trim_ascii)
            .any(|tag| tag == b"*" || tag.strip_prefix(b"W/").unwrap_or(tag) == etag)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_weak_or_strong_alone_or_in_a_list() {
        let request = |value: &'static str| HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_static(value))]);
        for (value, expected) in [
            ("\"a\"", true),
            ("W/\"a\"", true),
            ("\"b\" , W/\"a\"", true),
            ("*", true),
            ("\"b\"", false),
            ("a", false),
            ("", false),
        ] {
            assert_eq!(is_known(&request(value), b"\"a\""), expected, "{value}");
        }
        assert!(!is_known(&HeaderMap::new(), b"\"a\""));
    }
}
