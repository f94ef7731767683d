use std::ops::{Deref, DerefMut};

use ::axum::extract::path::ErrorKind;
use ::axum::extract::rejection::PathRejection;
use ::axum::extract::{FromRequestParts, OptionalFromRequestParts, RawPathParams};
use ::axum::http::request::Parts;
use serde_core::de::DeserializeOwned;

use super::{Rejection, wording};
use crate::{Pointer, Violations};

/// The parameters of the path, read as [`axum::extract::Path`](::axum::extract::Path) reads them. Refused with 400; with 500
/// where no request could fit, since the route has other parameters than the handler.
#[derive(Clone, Copy, Debug, Default)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejection> {
        match <::axum::extract::Path<T> as FromRequestParts<S>>::from_request_parts(parts, state).await {
            Ok(::axum::extract::Path(value)) => Ok(Path(value)),
            Err(rejection) => Err(refuse(rejection, parts, state).await),
        }
    }
}

/// `None` for a route without parameters.
impl<T: DeserializeOwned + Send + 'static, S: Send + Sync> OptionalFromRequestParts<S> for Path<T> {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Rejection> {
        match <::axum::extract::Path<T> as OptionalFromRequestParts<S>>::from_request_parts(parts, state).await {
            Ok(path) => Ok(path.map(|::axum::extract::Path(value)| Path(value))),
            Err(rejection) => Err(refuse(rejection, parts, state).await),
        }
    }
}

/// The rejection, with the name of the parameter where axum knows but its position.
async fn refuse<S: Send + Sync>(rejection: PathRejection, parts: &mut Parts, state: &S) -> Rejection {
    let rejection = match rejection {
        PathRejection::FailedToDeserializePathParams(rejection) if rejection.status().is_client_error() => rejection,
        other => return Rejection::Internal { source: other.into() },
    };
    let (at, detail) = match rejection.into_kind() {
        ErrorKind::ParseErrorAtKey { key, expected_type, .. } => (At::Key(key), wording::must_be(expected_type)),
        ErrorKind::ParseErrorAtIndex {
            index, expected_type, ..
        } => (At::Index(index), wording::must_be(expected_type)),
        ErrorKind::ParseError { expected_type, .. } => (At::Index(0), wording::must_be(expected_type)),
        ErrorKind::InvalidUtf8InPathParam { key } => (At::Key(key), "must be UTF-8".to_owned()),
        ErrorKind::DeserializeError { key, message, .. } => (At::Key(key), wording::of(&message).1),
        ErrorKind::Message(message) => (At::Unknown, wording::of(&message).1),
        _ => (At::Unknown, wording::UNKNOWN.to_owned()),
    };
    let names = RawPathParams::from_request_parts(parts, state).await;
    let names: Vec<&str> = match &names {
        Ok(params) => params.iter().map(|(name, _)| name).collect(),
        Err(_) => Vec::new(),
    };
    let name = match &at {
        At::Key(key) => Some(key.as_str()),
        At::Index(index) => names.get(*index).copied(),
        // With one parameter there is no doubt.
        At::Unknown => names.first().copied().filter(|_| names.len() == 1),
    };
    let pointer = name.map_or_else(Pointer::root, |name| Pointer::root().key(name));
    Rejection::InvalidPath {
        errors: Violations::new().with(pointer, detail),
    }
}

/// Which parameter is wrong.
enum At {
    Key(String),
    Index(usize),
    Unknown,
}

impl<T> Deref for Path<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Path<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
