//! poem: a handler returns the enum as its error, and `catch_error` answers for the router.
//!
//! ```console
//! cargo run --example poem
//! curl -i http://127.0.0.1:3000/sequences/7/name
//! ```
#![forbid(unsafe_code)]

use std::error::Error;

use poem::error::NotFoundError;
use poem::listener::TcpListener;
use poem::web::Path;
use poem::{EndpointExt, Route, Server, get, handler};
use problem_core::{Problem, ProblemDetails};

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

#[handler]
fn name(Path(id): Path<u64>) -> Result<&'static str, SequenceError> {
    match id {
        1 => Ok("Welcome"),
        2 => Err(SequenceError::Archived { id }),
        _ => Err(SequenceError::NotFound),
    }
}

async fn no_route(_: NotFoundError) -> ProblemDetails {
    ProblemDetails::new(404).with_detail("There is nothing at this path")
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port: u16 = std::env::args().nth(1).map_or(Ok(3000), |port| port.parse())?;
    let app = Route::new().at("/sequences/:id/name", get(name)).catch_error(no_route);
    Server::new(TcpListener::bind(("127.0.0.1", port))).run(app).await?;
    Ok(())
}
