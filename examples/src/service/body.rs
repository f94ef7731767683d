use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::BODY_LIMIT;
use crate::common::CommonError;

/// The body that a route expects.
pub(super) trait Body: DeserializeOwned {
    /// A body that the route accepts, to show to those who sent another.
    const EXAMPLE: &'static str;
}

/// A JSON body. Unlike [`axum::Json`] it is refused with a problem, in which serde's words, which name our types, do
/// not appear.
///
/// Handlers take it as a `Result`, so that they can say first that the caller may not write at all.
pub(super) struct JsonBody<T>(pub(super) T);

impl<T: Body, S: Send + Sync> FromRequest<S> for JsonBody<T> {
    type Rejection = CommonError;

    async fn from_request(request: Request, state: &S) -> Result<Self, CommonError> {
        if !declares_json(request.headers()) {
            return Err(CommonError::UnsupportedMediaType);
        }
        let bytes = match Bytes::from_request(request, state).await {
            Ok(bytes) => bytes,
            Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                return Err(CommonError::BodyTooLarge { limit: BODY_LIMIT });
            }
            Err(_) => return Err(CommonError::IncompleteBody),
        };
        match serde_json::from_slice(&bytes) {
            Ok(body) => Ok(JsonBody(body)),
            Err(error) if error.classify() == Category::Data => Err(CommonError::InvalidBody { example: T::EXAMPLE }),
            Err(error) => Err(CommonError::MalformedBody {
                line: error.line(),
                // An empty body ends before its first column.
                column: error.column().max(1),
            }),
        }
    }
}

/// Whether the content type is `application/json` or of the form `application/…+json`, with or without parameters.
fn declares_json(headers: &HeaderMap) -> bool {
    let Some(Ok(content_type)) = headers.get(CONTENT_TYPE).map(|value| value.to_str()) else {
        return false;
    };
    let essence = content_type.split(';').next().unwrap_or_default();
    let essence = essence.trim().to_ascii_lowercase();
    essence
        .strip_prefix("application/")
        .is_some_and(|subtype| subtype == "json" || subtype.ends_with("+json"))
}
