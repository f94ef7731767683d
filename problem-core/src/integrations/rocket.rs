//! rocket 0.5: the derived type, [`ProblemDetails`] and [`AnyProblem`] are responders.
//!
//! A route returns the enum itself as its error. What rocket answers by itself, and what a request guard refuses,
//! becomes a problem in a catcher:
//!
//! ```
//! use problem_core::{Problem, ProblemDetails};
//! use rocket::http::Status;
//! use rocket::{Build, Request, Rocket, catch, catchers, get, routes};
//!
//! #[derive(Debug, Problem)]
//! enum SequenceError {
//!     /// Sequence not found
//!     #[problem(code = 1, status = 404)]
//!     NotFound,
//! }
//!
//! #[get("/sequences/<id>/name")]
//! fn name(id: u64) -> Result<&'static str, SequenceError> {
//!     match id {
//!         1 => Ok("Welcome"),
//!         _ => Err(SequenceError::NotFound),
//!     }
//! }
//!
//! #[catch(default)]
//! fn explain(status: Status, _: &Request<'_>) -> ProblemDetails {
//!     ProblemDetails::new(status.code)
//! }
//!
//! fn app() -> Rocket<Build> {
//!     rocket::build().mount("/", routes![name]).register("/", catchers![explain])
//! }
//! # drop(app());
//! ```
//!
//! With the feature `xml`, a problem is sent as `application/problem+xml` where the request's `Accept` prefers that to
//! JSON, and each says `Vary: Accept`.

use std::borrow::Cow;
use std::io::Cursor;

use ::rocket::Response;
use ::rocket::http::Status;
#[doc(hidden)]
pub use ::rocket::{
    Request,
    response::{Responder, Result},
};

use super::response::ProblemResponse;
use crate::{AnyProblem, Problem, ProblemDetails};

/// The response to a problem.
///
/// # Errors
///
/// Never: the result is what a responder returns.
#[doc(hidden)]
pub fn respond<P: Problem + ?Sized>(problem: &P, request: &Request<'_>) -> Result<'static> {
    response(ProblemResponse::of(problem), request)
}

#[cfg_attr(
    not(feature = "xml"),
    allow(unused_mut, unused_variables, reason = "JSON depends on no request")
)]
fn response(mut problem: ProblemResponse, request: &Request<'_>) -> Result<'static> {
    #[cfg(feature = "xml")]
    let media_type = problem.negotiate(super::negotiate::prefers_xml(request.headers().get("accept")));
    #[cfg(not(feature = "xml"))]
    let media_type = crate::MEDIA_TYPE_JSON;
    let mut response = Response::build();
    response.status(Status::new(problem.status));
    response.raw_header("Content-Type", media_type);
    for (name, value) in problem.headers {
        response.raw_header_adjoin(name, value);
    }
    match problem.body {
        Cow::Borrowed(text) => response.sized_body(text.len(), Cursor::new(text)),
        Cow::Owned(text) => response.sized_body(text.len(), Cursor::new(text)),
    };
    response.ok()
}

impl Responder<'_, 'static> for ProblemDetails {
    fn respond_to(self, request: &Request<'_>) -> Result<'static> {
        response(ProblemResponse::of_details(self), request)
    }
}

impl Responder<'_, 'static> for AnyProblem {
    fn respond_to(self, request: &Request<'_>) -> Result<'static> {
        respond(&*self, request)
    }
}

/// Implements `Responder` for a derived type: `[generics] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_rocket {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::rocket::Responder<'_, 'static> for $type $($bounds)* {
            fn respond_to(
                self,
                request: &$crate::__private::rocket::Request<'_>,
            ) -> $crate::__private::rocket::Result<'static> {
                $crate::__private::rocket::respond(&self, request)
            }
        }
    };
}
