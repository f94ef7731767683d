//! Problems in XML, for requests that prefer it; none without the feature `xml`.

use ::bytes::Bytes;
use ::http::HeaderMap;
use ::http::response::Parts;

use super::layer::Asked;

/// Whether the request prefers XML to JSON.
#[cfg(feature = "xml")]
pub(super) use crate::integrations::negotiate::http::prefers_xml;

/// The feature `xml` is off.
#[cfg(not(feature = "xml"))]
pub(super) fn prefers_xml(_: &HeaderMap) -> bool {
    false
}

/// The problem as the request prefers it; the headers say that it depends on the request.
#[cfg(feature = "xml")]
pub(super) fn negotiate(headers: &mut HeaderMap, json: Bytes, prefers_xml: bool) -> Bytes {
    use crate::integrations::negotiate::http::{mark, render};
    if mark(headers) && prefers_xml {
        render(headers, json)
    } else {
        json
    }
}

/// The feature `xml` is off.
#[cfg(not(feature = "xml"))]
pub(super) fn negotiate(_: &mut HeaderMap, json: Bytes, _: bool) -> Bytes {
    json
}

/// A problem that passes says that it depends on the request. Where its body is gone, since the request is a `HEAD`, the
/// media type is that of the answer to `GET`; how long that would be is not known.
#[cfg(feature = "xml")]
pub(super) fn mark(parts: &mut Parts, asked: &Asked, is_empty: bool) {
    use ::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};

    let is_error = parts.status.is_client_error() || parts.status.is_server_error();
    if !is_error || !crate::integrations::negotiate::http::mark(&mut parts.headers) {
        return;
    }
    if asked.head && asked.prefers_xml && is_empty {
        let media_type = HeaderValue::from_static(crate::MEDIA_TYPE_XML);
        parts.headers.insert(CONTENT_TYPE, media_type);
        parts.headers.remove(CONTENT_LENGTH);
    }
}

/// The feature `xml` is off.
#[cfg(not(feature = "xml"))]
pub(super) fn mark(_: &mut Parts, _: &Asked, _: bool) {}
