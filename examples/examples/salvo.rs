//! salvo: a handler returns the enum as its error, and a catcher answers for the router.
//!
//! ```console
//! cargo run --example salvo
//! curl -i http://127.0.0.1:3000/sequences/7/name
//! ```
#![forbid(unsafe_code)]

use std::error::Error;

use problem_core::{Problem, ProblemDetails};
use salvo::catcher::Catcher;
use salvo::prelude::*;

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
async fn name(request: &mut Request) -> Result<&'static str, SequenceError> {
    match request.param("id") {
        Some(1) => Ok("Welcome"),
        Some(id @ 2) => Err(SequenceError::Archived { id }),
        _ => Err(SequenceError::NotFound),
    }
}

#[handler]
async fn no_route(response: &mut Response, ctrl: &mut FlowCtrl) {
    if response.status_code == Some(StatusCode::NOT_FOUND) {
        response.render(ProblemDetails::new(404).with_detail("There is nothing at this path"));
        ctrl.skip_rest();
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port: u16 = std::env::args().nth(1).map_or(Ok(3000), |port| port.parse())?;
    let router = Router::with_path("sequences/{id}/name").get(name);
    let service = Service::new(router).catcher(Catcher::default().hoop(no_route));
    let acceptor = TcpListener::new(("127.0.0.1", port)).try_bind().await?;
    Server::new(acceptor).serve(service).await;
    Ok(())
}
