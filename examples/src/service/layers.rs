use axum::Router;
use problem_core::tower::ProblemLayer;
use tower_http::trace::{DefaultMakeSpan, TraceLayer};
use tracing::Level;

/// Adds what holds for every route: a problem for unknown paths, wrong methods and panics, and a log span.
pub fn with_outer_layers(router: Router) -> Router {
    let span = DefaultMakeSpan::new().level(Level::INFO);
    router
        .layer(ProblemLayer::new().instance_from_header("x-request-id"))
        .layer(TraceLayer::new_for_http().make_span_with(span))
}
