//! axum: a handler returns the enum as its error, and a fallback answers for the router.
//!
//! ```console
//! cargo run --example axum
//! curl -i http://127.0.0.1:3000/sequences/7/name
//! ```
#![forbid(unsafe_code)]

use std::error::Error;

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use problem_core::{Problem, ProblemDetails};
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

async fn name(Path(id): Path<u64>) -> Result<&'static str, SequenceError> {
    match id {
        1 => Ok("Welcome"),
        2 => Err(SequenceError::Archived { id }),
        _ => Err(SequenceError::NotFound),
    }
}

async fn no_route() -> ProblemDetails {
    ProblemDetails::new(404).with_detail("There is nothing at this path")
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port: u16 = std::env::args().nth(1).map_or(Ok(3000), |port| port.parse())?;
    let app = Router::new()
        .route("/sequences/{id}/name", get(name))
        .fallback(no_route);
    axum::serve(TcpListener::bind(("127.0.0.1", port)).await?, app).await?;
    Ok(())
}
