//! Extractors of axum 0.8 whose rejections are problems: drop-in for axum's own [`Json`](::axum::Json),
//! [`Query`](::axum::extract::Query) and [`Path`](::axum::extract::Path), by which they read.
//!
//! A request that is refused gets the status that axum would give it, and a document that says what is wrong and where:
//! RFC 9457's `errors`, with JSON pointers (RFC 6901). For a query string or a path, the pointer leads into the object of
//! its parameters.
//!
//! ```
//! use axum::Router;
//! use axum::routing::post;
//! use problem_core::extract::{Json, Path};
//! use serde::Deserialize;
//!
//! #[derive(Deserialize)]
//! struct NewContact {
//!     name: String,
//!     age: u8,
//! }
//!
//! async fn create(Path(list): Path<u64>, Json(contact): Json<NewContact>) -> String {
//!     format!("{} is contact of list {list}", contact.name)
//! }
//!
//! let app: Router = Router::new().route("/lists/{list}/contacts", post(create));
//! ```
//!
//! The body `{"name":"Ada","age":-1}` is refused so:
//!
//! ```text
//! HTTP/1.1 422 Unprocessable Content
//! content-type: application/problem+json
//!
//! {"title":"Unprocessable Content","status":422,"detail":"The body does not have the expected form",
//!  "errors":[{"detail":"must be an integer from 0 to 255","pointer":"#/age"}]}
//! ```
//!
//! A handler that answers with problems of its own takes the `Result` and matches the [`Rejection`]:
//!
//! ```
//! use problem_core::extract::{Json, Rejection};
//! use problem_core::{Problem, Violations};
//!
//! #[derive(Debug, Problem)]
//! enum ContactError {
//!     /// The contact is not valid
//!     #[problem(code = 1, status = 400)]
//!     Invalid {
//!         #[problem(extension)]
//!         errors: Violations,
//!     },
//!
//!     #[problem(transparent)]
//!     Request(Rejection),
//! }
//!
//! async fn create(contact: Result<Json<serde_json::Value>, Rejection>) -> Result<(), ContactError> {
//!     let Json(contact) = contact.map_err(|rejection| match rejection {
//!         Rejection::InvalidBody { errors } => ContactError::Invalid { errors },
//!         other => ContactError::Request(other),
//!     })?;
//!     # drop(contact);
//!     Ok(())
//! }
//! # let _: axum::routing::MethodRouter = axum::routing::post(create);
//! ```

mod json;
mod path;
mod query;
mod rejection;
#[cfg(any(feature = "garde", feature = "validator"))]
mod valid;
mod wording;

pub use self::json::Json;
pub use self::path::Path;
pub use self::query::Query;
pub use self::rejection::Rejection;
#[cfg(feature = "garde")]
pub use self::valid::garde;
#[cfg(feature = "validator")]
pub use self::valid::validator;

use std::error::Error;

use serde_path_to_error::Segment;

use crate::{Pointer, Violations};

/// The mistake that serde found at a path.
fn violation<E: std::fmt::Display>(error: &serde_path_to_error::Error<E>, message: &str) -> Violations {
    let mut pointer = Pointer::root();
    for segment in error.path() {
        pointer = match segment {
            Segment::Seq { index } => pointer.index(*index),
            Segment::Map { key } | Segment::Enum { variant: key } => pointer.key(key),
            // A key that is no text: the map is as near as a pointer gets.
            Segment::Unknown => break,
        };
    }
    let (member, detail) = wording::of(message);
    if let Some(member) = member {
        // serde tells of a member at the object that holds it, or should.
        let is_there = error.path().iter().next_back().is_some_and(|last| match last {
            Segment::Map { key } => key == member,
            Segment::Seq { .. } | Segment::Enum { .. } | Segment::Unknown => false,
        });
        if !is_there {
            pointer = pointer.key(member);
        }
    }
    Violations::new().with(pointer, detail)
}

/// The cause of this type, however deep in what caused the error.
fn cause<'a, T: Error + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a T> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        next = error.source();
    }
    None
}
