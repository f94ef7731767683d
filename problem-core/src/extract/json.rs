use std::ops::{Deref, DerefMut};

use ::axum::extract::rejection::JsonRejection;
use ::axum::extract::{FromRequest, OptionalFromRequest, Request};
use ::axum::http::StatusCode;
use ::axum::response::{IntoResponse, Response};
use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

use super::{Rejection, cause, violation};
use crate::{Pointer, Violations};

/// A JSON body, read as [`axum::Json`](::axum::Json) reads it; as a response it is the same.
///
/// Refused with 400 where it is no JSON, 413 where it is larger than axum's body limit, 415 where its content type is not
/// JSON, and 422 where it is JSON of another form.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
        match <::axum::Json<T> as FromRequest<S>>::from_request(request, state).await {
            Ok(::axum::Json(value)) => Ok(Json(value)),
            Err(rejection) => Err(Rejection::from(rejection)),
        }
    }
}

/// `None` for a request without a content type.
impl<T: DeserializeOwned, S: Send + Sync> OptionalFromRequest<S> for Json<T> {
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Rejection> {
        match <::axum::Json<T> as OptionalFromRequest<S>>::from_request(request, state).await {
            Ok(body) => Ok(body.map(|::axum::Json(value)| Json(value))),
            Err(rejection) => Err(Rejection::from(rejection)),
        }
    }
}

impl From<JsonRejection> for Rejection {
    fn from(rejection: JsonRejection) -> Self {
        if let Some(error) = cause::<serde_path_to_error::Error<serde_json::Error>>(&rejection) {
            return of_json(error.inner(), || violation(error, &reason(error.inner())));
        }
        // What follows a whole value is no part of it, and has no path.
        if let Some(error) = cause::<serde_json::Error>(&rejection) {
            return of_json(error, || Violations::new().with(Pointer::root(), "is not valid"));
        }
        match rejection {
            JsonRejection::MissingJsonContentType(_) => Rejection::UnsupportedMediaType,
            rejection if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => Rejection::BodyTooLarge,
            rejection if rejection.status().is_server_error() => Rejection::Internal {
                source: rejection.into(),
            },
            rejection => Rejection::IncompleteBody {
                source: rejection.into(),
            },
        }
    }
}

/// Whether the text is no JSON, or JSON of another form.
fn of_json(error: &serde_json::Error, errors: impl FnOnce() -> Violations) -> Rejection {
    if error.is_data() {
        return Rejection::InvalidBody { errors: errors() };
    }
    Rejection::MalformedBody {
        reason: reason(error),
        line: error.line(),
        column: error.column(),
    }
}

/// The message without the position at its end.
fn reason(error: &serde_json::Error) -> String {
    let mut message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    if message.ends_with(&position) {
        message.truncate(message.len() - position.len());
    }
    message
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        ::axum::Json(self.0).into_response()
    }
}

impl<T> From<T> for Json<T> {
    fn from(value: T) -> Self {
        Json(value)
    }
}

impl<T> Deref for Json<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Json<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
