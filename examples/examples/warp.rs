//! warp: a handler returns the enum as its error, and `recover` answers for the filters.
//!
//! ```console
//! cargo run --example warp
//! curl -i http://127.0.0.1:3000/sequences/7/name
//! ```
#![forbid(unsafe_code)]

use std::error::Error;

use problem_core::{Problem, warp::recover};
use tokio::net::TcpListener;
use warp::Filter;

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

async fn name(id: u64) -> Result<&'static str, SequenceError> {
    match id {
        1 => Ok("Welcome"),
        2 => Err(SequenceError::Archived { id }),
        _ => Err(SequenceError::NotFound),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port: u16 = std::env::args().nth(1).map_or(Ok(3000), |port| port.parse())?;
    let routes = warp::path!("sequences" / u64 / "name").then(name).recover(recover);
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    warp::serve(routes).incoming(listener).run().await;
    Ok(())
}
