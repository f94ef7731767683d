use axum::extract::{FromRequest, Request};
use problem_core::extract::{Json, Rejection};
use serde::de::DeserializeOwned;

use super::BODY_LIMIT;
use crate::common::CommonError;

/// A JSON body. It is refused with the problems of this API.
///
/// Handlers take it as a `Result`, so that they can say first that the caller may not write at all.
pub(super) struct JsonBody<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for JsonBody<T> {
    type Rejection = CommonError;

    async fn from_request(request: Request, state: &S) -> Result<Self, CommonError> {
        let Json(body) = Json::from_request(request, state).await?;
        Ok(JsonBody(body))
    }
}

impl From<Rejection> for CommonError {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::InvalidBody { errors } => CommonError::InvalidBody { errors },
            Rejection::BodyTooLarge => CommonError::BodyTooLarge { limit: BODY_LIMIT },
            other => CommonError::Request(other),
        }
    }
}
