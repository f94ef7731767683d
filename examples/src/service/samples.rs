use axum::Router;
use axum::extract::{Path, rejection::PathRejection};
use axum::routing::get;
use problem_core::AnyProblem;

use crate::common::CommonError;
use crate::domains;

/// Every problem as the service would send it, for client teams to test against. Needs no API key.
pub(super) fn routes() -> Router {
    Router::new().route("/samples/{domain}/{code}", get(sample))
}

async fn sample(path: Result<Path<(String, u32)>, PathRejection>) -> AnyProblem {
    path.ok()
        .and_then(|Path((slug, code))| domains::sample(&slug, code))
        .unwrap_or_else(|| CommonError::SampleNotFound.into())
}
