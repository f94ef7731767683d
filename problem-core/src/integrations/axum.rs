//! axum 0.8: the derived type, [`ProblemDetails`] and [`AnyProblem`] are responses.
//!
//! A handler returns the enum itself as its error. What the router answers by itself becomes a problem in a fallback:
//!
//! ```
//! use axum::Router;
//! use axum::extract::Path;
//! use axum::routing::get;
//! use problem_core::{Problem, ProblemDetails};
//!
//! #[derive(Debug, Problem)]
//! enum SequenceError {
//!     /// Sequence not found
//!     #[problem(code = 1, status = 404)]
//!     NotFound,
//! }
//!
//! async fn name(Path(id): Path<u64>) -> Result<String, SequenceError> {
//!     match id {
//!         1 => Ok("Welcome".to_owned()),
//!         _ => Err(SequenceError::NotFound),
//!     }
//! }
//!
//! async fn no_route() -> ProblemDetails {
//!     ProblemDetails::new(404).with_detail("There is nothing at this path")
//! }
//!
//! let app: Router = Router::new().route("/sequences/{id}/name", get(name)).fallback(no_route);
//! ```
//!
//! A fallback sees unknown paths alone. [`tower::ProblemLayer`](crate::tower::ProblemLayer)
//! (feature `tower`) makes a problem of every error that the router and its extractors answer with: a wrong method, a
//! rejected `Path` or `Json`, a body over the limit, a panic. The extractors of
//! [`extract`](crate::extract) (feature `axum-extract`) say in their
//! rejections which value is wrong, and where.

#[doc(hidden)]
pub use ::axum::response::{IntoResponse, Response};

#[cfg(feature = "xml")]
pub use super::negotiate::axum::negotiate;
use super::response::ProblemResponse;
use crate::{AnyProblem, Problem, ProblemDetails};

/// The response to a problem.
#[doc(hidden)]
pub fn respond<P: Problem + ?Sized>(problem: &P) -> Response {
    ProblemResponse::of(problem).into_response()
}

impl IntoResponse for ProblemResponse {
    #[inline]
    fn into_response(self) -> Response {
        self.into()
    }
}

impl IntoResponse for ProblemDetails {
    fn into_response(self) -> Response {
        ProblemResponse::of_details(self).into_response()
    }
}

impl IntoResponse for AnyProblem {
    fn into_response(self) -> Response {
        respond(&*self)
    }
}

/// Implements `IntoResponse` for a derived type: `[generics] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_axum {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::axum::IntoResponse for $type $($bounds)* {
            fn into_response(self) -> $crate::__private::axum::Response {
                $crate::__private::axum::respond(&self)
            }
        }
    };
}
