//! JSON or XML, as the request prefers (RFC 9110 §12.5.1).

use crate::{Limits, MEDIA_TYPE_JSON, MEDIA_TYPE_XML, ProblemDetails, accept};

/// The bytes that a document may have to be rendered anew.
pub(crate) const LIMIT: usize = Limits::new().bytes();

/// Whether a request prefers XML to JSON: takes the values of its `Accept` lines.
pub(crate) fn prefers_xml<'a>(accept: impl Iterator<Item = &'a str>) -> bool {
    let json: &[&str] = &[MEDIA_TYPE_JSON, "application/json"];
    let xml: &[&str] = &[MEDIA_TYPE_XML, "application/xml", "text/xml"];
    accept::preferred(accept, &[json, xml]) == Some(1)
}

/// Whether this `Content-Type` is that of a problem in JSON.
pub(crate) fn is_json_problem(content_type: &str) -> bool {
    let media_type = content_type.split(';').next().unwrap_or_default();
    media_type.trim().eq_ignore_ascii_case(MEDIA_TYPE_JSON)
}

/// Whether a line of `Vary` says that the response depends on `Accept`.
pub(crate) fn names_accept(vary: &str) -> bool {
    let mut names = vary.split(',').map(str::trim);
    names.any(|name| name == "*" || name.eq_ignore_ascii_case("accept"))
}

/// The document in XML; `None` if it is no document.
pub(crate) fn to_xml(json: &[u8]) -> Option<String> {
    ProblemDetails::from_json(json).ok().map(|details| details.to_xml())
}

/// On the types of `http` 1.
#[cfg(feature = "http")]
pub(crate) mod http {
    use ::bytes::Bytes;
    use ::http::header::{ACCEPT, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderValue, VARY};
    use ::http::{HeaderMap, Response};

    use crate::MEDIA_TYPE_XML;

    /// Answers in XML where the request prefers it: takes the response to a request, and renders a problem in it anew.
    ///
    /// - A problem is a response under `application/problem+json`. Any other is returned as it is.
    /// - It becomes `application/problem+xml` where the request's `Accept` gives `application/problem+xml`, `application/xml`
    ///   or `text/xml` a higher weight than `application/problem+json` and `application/json`. It stays JSON where both are
    ///   equally welcome, or neither is (RFC 9457 §3 leaves that to the server).
    /// - `Vary: Accept` is added in both cases. All other headers stay.
    /// - The document is read from the body: nothing is done for those who do not ask for XML. A body that has been
    ///   compressed stays what it is, so compress after this.
    ///
    /// ```
    /// use bytes::Bytes;
    /// use problem_core::{MEDIA_TYPE_XML, ProblemDetails};
    ///
    /// let request = http::Request::get("/orders/7").header("Accept", "application/xml").body(()).unwrap();
    /// let response = http::Response::<Bytes>::from(ProblemDetails::new(404));
    ///
    /// let response = problem_core::http::negotiate(request.headers(), response);
    /// assert_eq!(response.headers()["content-type"], MEDIA_TYPE_XML);
    /// assert_eq!(response.headers()["vary"], "accept");
    /// assert!(response.body().starts_with(b"<?xml"));
    /// ```
    pub fn negotiate(request: &HeaderMap, response: Response<Bytes>) -> Response<Bytes> {
        let (mut parts, mut body) = response.into_parts();
        if mark(&mut parts.headers) && prefers_xml(request) {
            body = render(&mut parts.headers, body);
        }
        Response::from_parts(parts, body)
    }

    /// Whether the request prefers XML to JSON.
    pub(crate) fn prefers_xml(request: &HeaderMap) -> bool {
        super::prefers_xml(request.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok()))
    }

    /// Whether the response is a problem that can be rendered anew. If it is, it says that it depends on `Accept`.
    pub(crate) fn mark(response: &mut HeaderMap) -> bool {
        let content_type = response.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !content_type.is_some_and(super::is_json_problem) || response.contains_key(CONTENT_ENCODING) {
            return false;
        }
        let mut varies = response.get_all(VARY).iter().filter_map(|value| value.to_str().ok());
        if !varies.any(super::names_accept) {
            response.append(VARY, HeaderValue::from_static("accept"));
        }
        true
    }

    /// The document in XML, with the headers of it; a body that is no document stays what it is.
    pub(crate) fn render(headers: &mut HeaderMap, body: Bytes) -> Bytes {
        let Some(xml) = super::to_xml(&body) else {
            return body;
        };
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE_XML));
        // The server knows the new one.
        headers.remove(CONTENT_LENGTH);
        Bytes::from(xml)
    }
}

#[cfg(feature = "axum")]
pub(super) mod axum {
    use ::axum::body::{Body, HttpBody, to_bytes};
    use ::axum::extract::Request;
    use ::axum::middleware::Next;
    use ::axum::response::{IntoResponse, Response};

    use super::{LIMIT, http};
    use crate::AnyProblem;

    /// Answers problems in XML where the request prefers it, as [`http::negotiate`](crate::http::negotiate) does. For
    /// [`axum::middleware::from_fn`](::axum::middleware::from_fn):
    ///
    /// ```
    /// use axum::{Router, middleware, routing::get};
    /// use problem_core::ProblemDetails;
    ///
    /// let app: Router = Router::new()
    ///     .route("/teapot", get(async || ProblemDetails::new(418).with_title("I'm a teapot")))
    ///     .layer(middleware::from_fn(problem_core::axum::negotiate));
    /// ```
    ///
    /// A body of more than 1 MiB, or one whose length is not known, stays JSON.
    pub async fn negotiate(request: Request, next: Next) -> Response {
        let prefers_xml = http::prefers_xml(request.headers());
        let mut response = next.run(request).await;
        if !http::mark(response.headers_mut()) || !prefers_xml {
            return response;
        }
        let length = response.body().size_hint().upper();
        if length.is_none_or(|length| length > LIMIT as u64) {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        match to_bytes(body, LIMIT).await {
            Ok(body) => {
                let body = http::render(&mut parts.headers, body);
                Response::from_parts(parts, Body::from(body))
            }
            Err(error) => AnyProblem::internal(error).into_response(),
        }
    }
}
