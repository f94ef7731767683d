use std::convert::Infallible;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;

/// The ids in the path, from left to right; `None` is one that is no number. Which problem that is, the handler knows.
pub(super) struct Ids<const N: usize>(pub(super) [Option<i64>; N]);

impl<const N: usize, S: Send + Sync> FromRequestParts<S> for Ids<N> {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let mut ids = [None; N];
        if let Ok(params) = RawPathParams::from_request_parts(parts, state).await {
            for (id, (_, text)) in ids.iter_mut().zip(&params) {
                *id = parse(text);
            }
        }
        Ok(Ids(ids))
    }
}

/// Digits alone: `str::parse` would take a sign too.
fn parse(text: &str) -> Option<i64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}
