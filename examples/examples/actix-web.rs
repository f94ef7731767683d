//! actix-web: a handler returns the enum as its error, and a default service answers for the router.
//!
//! ```console
//! cargo run --example actix-web
//! curl -i http://127.0.0.1:3000/sequences/7/name
//! ```
#![forbid(unsafe_code)]

use std::error::Error;

use actix_web::{App, HttpServer, web};
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

async fn name(id: web::Path<u64>) -> Result<&'static str, SequenceError> {
    match *id {
        1 => Ok("Welcome"),
        id @ 2 => Err(SequenceError::Archived { id }),
        _ => Err(SequenceError::NotFound),
    }
}

async fn no_route() -> ProblemDetails {
    ProblemDetails::new(404).with_detail("There is nothing at this path")
}

fn main() -> Result<(), Box<dyn Error>> {
    let port: u16 = std::env::args().nth(1).map_or(Ok(3000), |port| port.parse())?;
    let app = || {
        App::new()
            .route("/sequences/{id}/name", web::get().to(name))
            .default_service(web::to(no_route))
    };
    let server = HttpServer::new(app).bind(("127.0.0.1", port))?.run();
    actix_web::rt::System::new().block_on(server)?;
    Ok(())
}
