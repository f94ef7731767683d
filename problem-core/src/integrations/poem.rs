//! poem 3: the derived type, [`ProblemDetails`] and [`AnyProblem`] are responses, and errors of a handler.
//!
//! A handler returns the enum itself as its error. What poem answers by itself becomes a problem in `catch_error`, type
//! by type: an unknown path is a `NotFoundError`, another method a `MethodNotAllowedError`, and what an extractor refuses
//! the error of its name, such as `ParsePathError`:
//!
//! ```
//! use poem::web::Path;
//! use poem::{Endpoint, EndpointExt, Route, get, handler};
//! use problem_core::{Problem, ProblemDetails};
//!
//! #[derive(Debug, Problem)]
//! enum SequenceError {
//!     /// Sequence not found
//!     #[problem(code = 1, status = 404)]
//!     NotFound,
//! }
//!
//! #[handler]
//! fn name(Path(id): Path<u64>) -> Result<&'static str, SequenceError> {
//!     match id {
//!         1 => Ok("Welcome"),
//!         _ => Err(SequenceError::NotFound),
//!     }
//! }
//!
//! fn app() -> impl Endpoint {
//!     Route::new()
//!         .at("/sequences/:id/name", get(name))
//!         .catch_error(async |_: poem::error::NotFoundError| {
//!             ProblemDetails::new(404).with_detail("There is nothing at this path")
//!         })
//!         .catch_error(async |_: poem::error::MethodNotAllowedError| ProblemDetails::new(405))
//! }
//! # drop(app());
//! ```

use std::error::Error;
use std::fmt;
#[cfg(feature = "xml")]
use std::sync::Arc;

#[doc(hidden)]
pub use ::poem::http::StatusCode;
use ::poem::{Body, Error as PoemError};
#[doc(hidden)]
pub use ::poem::{IntoResponse, Response, error::ResponseError};

#[cfg(feature = "xml")]
use ::poem::{Endpoint, Request};

#[cfg(feature = "xml")]
use super::negotiate::{LIMIT, http};
use super::response::ProblemResponse;
use crate::{AnyProblem, Problem, ProblemDetails};

/// The response to a problem.
#[doc(hidden)]
pub fn respond<P: Problem + ?Sized>(problem: &P) -> Response {
    ProblemResponse::of(problem).into_response()
}

/// The status code of a problem.
#[doc(hidden)]
pub fn status<P: Problem + ?Sized>(problem: &P) -> StatusCode {
    status_code(ProblemResponse::status_of(problem.problem_type()))
}

fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

impl IntoResponse for ProblemResponse {
    fn into_response(self) -> Response {
        let (parts, body) = ::http::Response::<Body>::from(self).into_parts();
        let mut response = Response::from(body);
        response.set_status(parts.status);
        *response.headers_mut() = parts.headers;
        response
    }
}

impl IntoResponse for ProblemDetails {
    fn into_response(self) -> Response {
        ProblemResponse::of_details(self).into_response()
    }
}

impl ResponseError for ProblemDetails {
    fn status(&self) -> StatusCode {
        status_code(ProblemResponse::status_of_details(self))
    }

    fn as_response(&self) -> Response {
        self.clone().into_response()
    }
}

impl IntoResponse for AnyProblem {
    fn into_response(self) -> Response {
        respond(&*self)
    }
}

impl From<AnyProblem> for PoemError {
    /// An error that shows the problem to poem's logs, too.
    fn from(problem: AnyProblem) -> Self {
        PoemError::from(Erased(problem))
    }
}

/// [`AnyProblem`] as the error that it must not be by itself, lest every error became a problem.
struct Erased(AnyProblem);

impl fmt::Debug for Erased {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Erased {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Error for Erased {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.as_error().source()
    }
}

impl ResponseError for Erased {
    fn status(&self) -> StatusCode {
        status(&*self.0)
    }

    fn as_response(&self) -> Response {
        respond(&*self.0)
    }
}

/// Answers problems in XML where the request prefers it, as [`http::negotiate`](crate::http::negotiate) does. For
/// [`EndpointExt::around`](::poem::EndpointExt::around):
///
/// ```
/// use poem::endpoint::make_sync;
/// use poem::{Endpoint, EndpointExt, Route, get};
/// use problem_core::ProblemDetails;
///
/// fn app() -> impl Endpoint {
///     Route::new()
///         .at("/teapot", get(make_sync(|_| ProblemDetails::new(418).with_title("I'm a teapot"))))
///         .around(problem_core::poem::negotiate)
/// }
/// # drop(app());
/// ```
///
/// A problem of more than 1 MiB cannot be answered in XML, and is a 500.
///
/// # Errors
///
/// Never: an error of the endpoint is answered here.
#[cfg(feature = "xml")]
pub async fn negotiate<E: Endpoint>(endpoint: Arc<E>, request: Request) -> ::poem::Result<Response> {
    let prefers_xml = http::prefers_xml(request.headers());
    let mut response = endpoint.get_response(request).await;
    if http::mark(response.headers_mut()) && prefers_xml {
        match response.take_body().into_bytes_limit(LIMIT).await {
            Ok(body) => {
                let body = http::render(response.headers_mut(), body);
                response.set_body(body);
            }
            Err(error) => return Ok(AnyProblem::internal(error).into_response()),
        }
    }
    Ok(response)
}

/// Implements `IntoResponse` and `ResponseError` for a derived type: `[generics] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_poem {
    ([$($generics:tt)*] [$type:ty] [$(where $($bounds:tt)*)?]) => {
        // The lifetime puts the bound off to where the type is used as a response.
        #[automatically_derived]
        impl $($generics)* $crate::__private::poem::IntoResponse for $type
        where
            for<'__use> $type: ::core::marker::Send,
            $($($bounds)*)?
        {
            fn into_response(self) -> $crate::__private::poem::Response {
                $crate::__private::poem::respond(&self)
            }
        }
        #[automatically_derived]
        impl $($generics)* $crate::__private::poem::ResponseError for $type $(where $($bounds)*)? {
            fn status(&self) -> $crate::__private::poem::StatusCode {
                $crate::__private::poem::status(self)
            }
            fn as_response(&self) -> $crate::__private::poem::Response {
                $crate::__private::poem::respond(self)
            }
        }
    };
}
