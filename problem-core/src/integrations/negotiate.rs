//! JSON or XML, as the request prefers (RFC 9110 §12.5.1).

use ::bytes::Bytes;
use ::http::header::{ACCEPT, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderValue, VARY};
use ::http::{HeaderMap, Response};

use crate::{MEDIA_TYPE_JSON, MEDIA_TYPE_XML, ProblemDetails, accept};

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
pub fn negotiate(request: &HeaderMap, mut response: Response<Bytes>) -> Response<Bytes> {
    if mark(response.headers_mut()) && prefers_xml(request) {
        render(&mut response);
    }
    response
}

/// Whether the request prefers XML to JSON.
pub(super) fn prefers_xml(request: &HeaderMap) -> bool {
    let header = request.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let json: &[&str] = &[MEDIA_TYPE_JSON, "application/json"];
    let xml: &[&str] = &[MEDIA_TYPE_XML, "application/xml", "text/xml"];
    accept::preferred(header, &[json, xml]) == Some(1)
}

/// Whether the response is a problem that can be rendered anew. If it is, it says that it depends on `Accept`.
pub(super) fn mark(response: &mut HeaderMap) -> bool {
    let content_type = response.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = content_type.unwrap_or_default().split(';').next().unwrap_or_default();
    if !media_type.trim().eq_ignore_ascii_case(MEDIA_TYPE_JSON) || response.contains_key(CONTENT_ENCODING) {
        return false;
    }
    let mut varies = response.get_all(VARY).iter().filter_map(|value| value.to_str().ok());
    let is_told = varies.any(|value| {
        let mut names = value.split(',').map(str::trim);
        names.any(|name| name == "*" || name.eq_ignore_ascii_case("accept"))
    });
    if !is_told {
        response.append(VARY, HeaderValue::from_static("accept"));
    }
    true
}

/// Writes the document in XML; a body that is no document stays what it is.
pub(super) fn render(response: &mut Response<Bytes>) {
    let Ok(details) = ProblemDetails::from_json(response.body()) else {
        return;
    };
    *response.body_mut() = Bytes::from(details.to_xml());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE_XML));
    // The server knows the new one.
    headers.remove(CONTENT_LENGTH);
}

#[cfg(feature = "axum")]
pub(super) mod axum {
    use ::axum::body::{Body, HttpBody, to_bytes};
    use ::axum::extract::Request;
    use ::axum::middleware::Next;
    use ::axum::response::{IntoResponse, Response};

    use crate::{AnyProblem, Limits};

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
        let prefers_xml = super::prefers_xml(request.headers());
        let mut response = next.run(request).await;
        if !super::mark(response.headers_mut()) || !prefers_xml {
            return response;
        }
        let limit = Limits::new().bytes();
        let length = response.body().size_hint().upper();
        if length.is_none_or(|length| length > limit as u64) {
            return response;
        }
        let (parts, body) = response.into_parts();
        match to_bytes(body, limit).await {
            Ok(body) => {
                let mut response = Response::from_parts(parts, body);
                super::render(&mut response);
                response.map(Body::from)
            }
            Err(error) => AnyProblem::internal(error).into_response(),
        }
    }
}
