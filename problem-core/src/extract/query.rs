use std::ops::{Deref, DerefMut};

use ::axum::extract::FromRequestParts;
use ::axum::extract::rejection::QueryRejection;
use ::axum::http::request::Parts;
use serde_core::de::DeserializeOwned;

use super::{Rejection, cause, violation, wording};
use crate::{Pointer, Violations};

/// The parameters of the query string, read as [`axum::extract::Query`](::axum::extract::Query) reads them. Refused with 400.
#[derive(Clone, Copy, Debug, Default)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejection> {
        match ::axum::extract::Query::from_request_parts(parts, state).await {
            Ok(::axum::extract::Query(value)) => Ok(Query(value)),
            Err(rejection) => Err(Rejection::from(rejection)),
        }
    }
}

impl From<QueryRejection> for Rejection {
    fn from(rejection: QueryRejection) -> Self {
        /// The error of `serde_urlencoded`, under its true name.
        type Inner = serde_core::de::value::Error;

        let errors = match cause::<serde_path_to_error::Error<Inner>>(&rejection) {
            Some(error) => violation(error, &error.inner().to_string()),
            None => Violations::new().with(Pointer::root(), wording::UNKNOWN),
        };
        Rejection::InvalidQuery { errors }
    }
}

impl<T> Deref for Query<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Query<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
