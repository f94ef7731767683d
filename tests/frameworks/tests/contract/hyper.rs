//! The feature `http` alone: no framework but the server itself.

use std::convert::Infallible;
use std::net::TcpListener;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use problem_tests_frameworks as outcome;

fn answer(path: &str) -> Response<Bytes> {
    match path {
        "/fixed" => response(outcome::fixed()),
        "/formatted" => response(outcome::formatted()),
        "/transparent" => response(outcome::transparent()),
        "/erased" => response(outcome::erased()),
        "/masked" => response(outcome::masked()),
        "/document" => response(outcome::document()),
        "/value" => outcome::value().into(),
        "/details" => outcome::details().into(),
        _ => response(outcome::fine()),
    }
}

fn response<E: Into<Response<Bytes>>>(result: Result<&'static str, E>) -> Response<Bytes> {
    match result {
        Ok(text) => Response::new(Bytes::from_static(text.as_bytes())),
        Err(error) => error.into(),
    }
}

pub(crate) fn serve(listener: TcpListener) {
    let service = service_fn(async |request: Request<_>| -> Result<_, Infallible> {
        let _: &hyper::body::Incoming = request.body();
        Ok(answer(request.uri().path()).map(Full::new))
    });
    crate::block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).expect("the listener");
        loop {
            let (stream, _) = listener.accept().await.expect("a connection");
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
}
