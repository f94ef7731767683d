use std::net::TcpListener;

use problem_tests_frameworks as outcome;
use warp::{Filter, Reply, path};

pub(crate) fn serve(listener: TcpListener) {
    let routes = path("fixed")
        .then(async || outcome::fixed())
        .or(path("formatted").then(async || outcome::formatted()))
        .or(path("transparent").then(async || outcome::transparent()))
        .or(path("erased").then(async || outcome::erased()))
        .or(path("masked").then(async || outcome::masked()))
        .or(path("document").then(async || outcome::document()))
        .or(path("value").then(async || outcome::value()))
        .or(path("details").then(async || outcome::details()))
        .or(path("fine").then(async || outcome::fine()));

    crate::block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).expect("the listener");
        warp::serve(routes.map(Reply::into_response))
            .incoming(listener)
            .run()
            .await;
    });
}
