//! The types of the `http` crate: a hyper service without a framework.
//!
//! ```console
//! cargo run --example http
//! curl -i http://127.0.0.1:3000/sequences/7/name
//! ```
#![forbid(unsafe_code)]

use std::convert::Infallible;
use std::error::Error;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use problem_core::{AnyProblem, Problem, ProblemDetails};
use tokio::net::TcpListener;

/// Why a request about a sequence failed.
#[derive(Debug, Problem)]
#[problem(domain = "Sequences")]
enum SequenceError {
    /// Sequence not found
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Sequence is archived
    #[problem(code = 6, status = 409, detail = "Sequence {id} is archived")]
    Archived {
        #[problem(extension)]
        id: u64,
    },
}

fn name(id: &str) -> Result<&'static str, SequenceError> {
    match id {
        "1" => Ok("Welcome"),
        "2" => Err(SequenceError::Archived { id: 2 }),
        _ => Err(SequenceError::NotFound),
    }
}

fn answer(path: &str) -> Result<Response<Bytes>, AnyProblem> {
    let id = path
        .strip_prefix("/sequences/")
        .and_then(|rest| rest.strip_suffix("/name"));
    let Some(id) = id else {
        return Ok(ProblemDetails::new(404)
            .with_detail("There is nothing at this path")
            .into());
    };
    Ok(Response::new(Bytes::from_static(name(id)?.as_bytes())))
}

async fn serve(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let response = answer(request.uri().path()).unwrap_or_else(Response::from);
    Ok(response.map(Full::new))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port: u16 = std::env::args().nth(1).map_or(Ok(3000), |port| port.parse())?;
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    loop {
        let (stream, _) = listener.accept().await?;
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(serve)));
    }
}
