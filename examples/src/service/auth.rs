use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;

use super::{DEMO_KEY, DEMO_READ_ONLY_KEY};
use crate::common::CommonError;

const API_KEY_HEADER: &str = "X-Api-Key";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Read,
    ReadWrite,
}

/// The API keys there are.
#[derive(Clone)]
pub(super) struct Keys(Arc<HashMap<Arc<str>, Access>>);

impl Keys {
    /// The demo keys and `more` keys that may read and write.
    pub(super) fn new(more: &[String]) -> Self {
        let mut keys = HashMap::from([
            (DEMO_KEY.into(), Access::ReadWrite),
            (DEMO_READ_ONLY_KEY.into(), Access::Read),
        ]);
        keys.extend(more.iter().map(|key| (Arc::from(key.as_str()), Access::ReadWrite)));
        Keys(Arc::new(keys))
    }

    fn caller(&self, key: &str) -> Option<Caller> {
        let (key, &access) = self.0.get_key_value(key)?;
        Some(Caller {
            key: Arc::clone(key),
            access,
        })
    }
}

/// Who sent the request.
#[derive(Clone)]
pub(super) struct Caller {
    pub(super) key: Arc<str>,
    access: Access,
}

impl Caller {
    /// Raises the domain's own `forbidden` if this caller may only read.
    pub(super) fn can_write<E>(&self, forbidden: E) -> Result<(), E> {
        match self.access {
            Access::ReadWrite => Ok(()),
            Access::Read => Err(forbidden),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = CommonError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, CommonError> {
        parts.extensions.get().cloned().ok_or(CommonError::Unauthorized)
    }
}

/// Lets only requests pass that carry a known API key, and leaves the [`Caller`] with them.
pub(super) async fn authenticate(
    State(keys): State<Keys>,
    mut request: Request,
    next: Next,
) -> Result<Response, CommonError> {
    let caller = request
        .headers()
        .get(API_KEY_HEADER)
        .and_then(|key| keys.caller(key.to_str().ok()?))
        .ok_or(CommonError::Unauthorized)?;
    request.extensions_mut().insert(caller);
    Ok(next.run(request).await)
}
