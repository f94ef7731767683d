use std::net::TcpListener;

use problem_core::{AnyProblem, ProblemDetails};
use problem_tests_frameworks::{self as outcome, OrderError};
use salvo::conn::tcp::TcpAcceptor;
use salvo::prelude::*;

#[handler]
async fn fixed() -> Result<&'static str, OrderError> {
    outcome::fixed()
}

#[handler]
async fn formatted() -> Result<&'static str, OrderError> {
    outcome::formatted()
}

#[handler]
async fn transparent() -> Result<&'static str, OrderError> {
    outcome::transparent()
}

#[handler]
async fn erased() -> Result<&'static str, AnyProblem> {
    outcome::erased()
}

#[handler]
async fn masked() -> Result<&'static str, AnyProblem> {
    outcome::masked()
}

#[handler]
async fn document() -> Result<&'static str, ProblemDetails> {
    outcome::document()
}

#[handler]
async fn value() -> OrderError {
    outcome::value()
}

#[handler]
async fn details() -> ProblemDetails {
    outcome::details()
}

#[handler]
async fn fine() -> Result<&'static str, OrderError> {
    outcome::fine()
}

pub(crate) fn serve(listener: TcpListener) {
    // `goal` answers GET and HEAD.
    let router = Router::new()
        .push(Router::with_path("fixed").goal(fixed))
        .push(Router::with_path("formatted").goal(formatted))
        .push(Router::with_path("transparent").goal(transparent))
        .push(Router::with_path("erased").goal(erased))
        .push(Router::with_path("masked").goal(masked))
        .push(Router::with_path("document").goal(document))
        .push(Router::with_path("value").goal(value))
        .push(Router::with_path("details").goal(details))
        .push(Router::with_path("fine").goal(fine));

    crate::block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).expect("the listener");
        let acceptor = TcpAcceptor::try_from(listener).expect("its address");
        Server::new(acceptor).serve(router).await;
    });
}
