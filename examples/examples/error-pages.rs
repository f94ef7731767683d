//! The `type` of a response as the address of its page: `base` names where the service has its error reference.
//!
//! ```console
//! cargo run --example error-pages
//! curl -i http://127.0.0.1:3000/orders/2
//! curl -i http://127.0.0.1:3000/errors/orders/6     # the `type` of that response; or open it in a browser
//! ```
#![forbid(unsafe_code)]

use std::error::Error;

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use problem_core::{Catalog, Problem, ProblemDomain, reference};
use tokio::net::TcpListener;

/// Where the error reference is for clients. It is a part of every `type`, so that it stays as it is once published.
const ERRORS: &str = "http://127.0.0.1:3000/errors/";

/// Why a request about an order failed.
#[derive(Debug, Problem)]
#[problem(domain = "Orders", base = ERRORS)]
enum OrderError {
    /// Order not found
    ///
    /// `GET /orders/1` is an order that exists.
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Order is archived
    ///
    /// An archived order stays archived; place a new one.
    #[problem(code = 6, status = 409, detail = "Order {id} is archived")]
    Archived {
        /// The number of the order.
        #[problem(extension)]
        id: u64,
    },
}

static CATALOG: Catalog = Catalog::new("Shop API", &[OrderError::DOMAIN]);

async fn order(Path(id): Path<u64>) -> Result<&'static str, OrderError> {
    match id {
        1 => Ok("Two books"),
        2 => Err(OrderError::Archived { id }),
        _ => Err(OrderError::NotFound),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port: u16 = std::env::args().nth(1).map_or(Ok(3000), |port| port.parse())?;
    let app = Router::new()
        .route("/orders/{id}", get(order))
        .merge(reference::axum::router(&CATALOG));
    axum::serve(TcpListener::bind(("127.0.0.1", port)).await?, app).await?;
    Ok(())
}
