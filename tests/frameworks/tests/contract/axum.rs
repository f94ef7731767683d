use std::net::TcpListener;

use axum::Router;
use axum::routing::get;
use problem_tests_frameworks as outcome;

pub(crate) fn serve(listener: TcpListener) {
    let app = Router::new()
        .route("/fixed", get(async || outcome::fixed()))
        .route("/formatted", get(async || outcome::formatted()))
        .route("/transparent", get(async || outcome::transparent()))
        .route("/erased", get(async || outcome::erased()))
        .route("/masked", get(async || outcome::masked()))
        .route("/document", get(async || outcome::document()))
        .route("/value", get(async || outcome::value()))
        .route("/details", get(async || outcome::details()))
        .route("/fine", get(async || outcome::fine()));

    crate::block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).expect("the listener");
        axum::serve(listener, app).await.expect("the server");
    });
}
