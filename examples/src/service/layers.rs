use std::any::Any;

use axum::Router;
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::trace::{DefaultMakeSpan, TraceLayer};
use tracing::Level;

use crate::common::CommonError;

/// Adds what holds for every route: a problem for unknown paths, wrong methods and panics, and a log span.
pub fn with_outer_layers(router: Router) -> Router {
    let span = DefaultMakeSpan::new().level(Level::INFO);
    router
        .fallback(async || CommonError::RouteNotFound)
        .method_not_allowed_fallback(async || CommonError::MethodNotAllowed)
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TraceLayer::new_for_http().make_span_with(span))
}

/// The client learns that the server failed; only the log learns how.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the signature that CatchPanicLayer asks for"
)]
fn panicked(payload: Box<dyn Any + Send>) -> Response {
    let message = if let Some(text) = payload.downcast_ref::<String>() {
        text
    } else if let Some(text) = payload.downcast_ref::<&str>() {
        *text
    } else {
        "a panic without a text"
    };
    tracing::error!(message, "a handler panicked");
    CommonError::Internal.into_response()
}
