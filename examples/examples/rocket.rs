//! rocket: a route returns the enum as its error, and a catcher answers for the router.
//!
//! ```console
//! cargo run --example rocket
//! curl -i http://127.0.0.1:3000/sequences/7/name
//! ```
#![forbid(unsafe_code)]

use std::error::Error;

use problem_core::{Problem, ProblemDetails};
use rocket::{Config, catch, catchers, get, routes};

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

#[get("/sequences/<id>/name")]
fn name(id: u64) -> Result<&'static str, SequenceError> {
    match id {
        1 => Ok("Welcome"),
        2 => Err(SequenceError::Archived { id }),
        _ => Err(SequenceError::NotFound),
    }
}

#[catch(404)]
fn no_route() -> ProblemDetails {
    ProblemDetails::new(404).with_detail("There is nothing at this path")
}

#[rocket::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port: u16 = std::env::args().nth(1).map_or(Ok(3000), |port| port.parse())?;
    let config = Config {
        port,
        ..Config::default()
    };
    rocket::custom(config)
        .mount("/", routes![name])
        .register("/", catchers![no_route])
        .launch()
        .await?;
    Ok(())
}
