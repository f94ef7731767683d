//! A sales engagement API that declares each of its errors once, and the service that answers with them.
//!
//! ```console
//! cargo run
//! ```
//!
//! - [`domains`]: the 19 domains of the API, one enum each. This is all that a team writes about its errors.
//! - [`common`]: what may go wrong before a request reaches a domain.
//! - [`CATALOG`]: all domains together, from which the error reference is made.
//! - [`service`]: an axum service over SQLite that returns these enums from its handlers.
#![forbid(unsafe_code)]

pub mod common;
pub mod domains;
pub mod service;

use problem_core::Catalog;

/// Every error code of the API.
///
/// [`CommonError`](common::CommonError) is not part of it: its problems have no code.
pub const CATALOG: Catalog = Catalog::new("Sales Engagement API", domains::DOMAINS);
