//! `http` 1: `From` a problem for [`http::Response<Bytes>`](::http::Response), for hyper, Lambda runtimes and whatever else
//! speaks these types.
//!
//! The derived type, [`ProblemDetails`] and [`AnyProblem`] convert. A service with another type of body maps it:
//!
//! ```
//! use bytes::Bytes;
//! use problem_core::Problem;
//!
//! #[derive(Debug, Problem)]
//! enum SequenceError {
//!     /// Sequence not found
//!     #[problem(code = 1, status = 404)]
//!     NotFound,
//! }
//!
//! fn name(path: &str) -> Result<&'static str, SequenceError> {
//!     match path {
//!         "/sequences/1/name" => Ok("Welcome"),
//!         _ => Err(SequenceError::NotFound),
//!     }
//! }
//!
//! fn answer<B>(request: &http::Request<B>) -> http::Response<Bytes> {
//!     match name(request.uri().path()) {
//!         Ok(name) => http::Response::new(Bytes::from_static(name.as_bytes())),
//!         Err(error) => error.into(),
//!     }
//! }
//!
//! let response = answer(&http::Request::get("/sequences/7/name").body(()).unwrap());
//! assert_eq!(response.status(), 404);
//! assert_eq!(response.headers()["content-type"], "application/problem+json");
//!
//! // For a service whose body is a `String`:
//! let response = response.map(|body| String::from_utf8_lossy(&body).into_owned());
//! assert!(response.body().contains("Sequence not found"));
//! ```

use ::bytes::Bytes;
use ::http::StatusCode;
use ::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};

#[cfg(feature = "xml")]
pub use super::negotiate::http::negotiate;
use super::response::{ProblemResponse, bytes};
use crate::{AnyProblem, MEDIA_TYPE_JSON, Problem, ProblemDetails};

#[doc(hidden)]
pub type Response = ::http::Response<Bytes>;

/// The response to a problem.
#[doc(hidden)]
pub fn respond<P: Problem + ?Sized>(problem: &P) -> Response {
    ProblemResponse::of(problem).into()
}

impl<B: From<Bytes>> From<ProblemResponse> for ::http::Response<B> {
    #[inline]
    fn from(problem: ProblemResponse) -> Self {
        let mut response = ::http::Response::new(B::from(bytes(problem.body)));
        *response.status_mut() = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE_JSON));
        for (name, value) in problem.headers {
            let value = HeaderValue::from_maybe_shared(bytes(value));
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), value) {
                headers.append(name, value);
            }
        }
        response
    }
}

impl From<ProblemDetails> for Response {
    fn from(details: ProblemDetails) -> Self {
        ProblemResponse::of_details(details).into()
    }
}

impl From<AnyProblem> for Response {
    fn from(problem: AnyProblem) -> Self {
        respond(&*problem)
    }
}

/// Implements `From` the derived type for `http::Response<Bytes>`: `[generics] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_http {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* ::core::convert::From<$type> for $crate::__private::http::Response $($bounds)* {
            fn from(problem: $type) -> Self {
                $crate::__private::http::respond(&problem)
            }
        }
    };
}
