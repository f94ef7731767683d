//! warp 0.4: the derived type, [`ProblemDetails`] and [`AnyProblem`] are replies.
//!
//! With `then`, a handler returns the enum itself as its error. A filter that refuses a request rejects it with an
//! [`AnyProblem`], and [`recover`] answers with it:
//!
//! ```
//! use problem_core::{AnyProblem, Problem};
//! use warp::{Filter, Rejection, Reply};
//!
//! #[derive(Debug, Problem)]
//! enum SequenceError {
//!     /// Sequence not found
//!     #[problem(code = 1, status = 404)]
//!     NotFound,
//!     /// The API key is missing
//!     #[problem(code = 2, status = 401)]
//!     KeyMissing,
//! }
//!
//! async fn name(id: u64) -> Result<&'static str, SequenceError> {
//!     match id {
//!         1 => Ok("Welcome"),
//!         _ => Err(SequenceError::NotFound),
//!     }
//! }
//!
//! async fn authorize(key: Option<String>) -> Result<(), Rejection> {
//!     match key {
//!         Some(_) => Ok(()),
//!         None => Err(AnyProblem::from(SequenceError::KeyMissing).into()),
//!     }
//! }
//!
//! fn routes() -> impl Filter<Extract = impl Reply, Error = Rejection> + Clone {
//!     let key = warp::header::optional("x-api-key").and_then(authorize).untuple_one();
//!     warp::path!("sequences" / u64 / "name")
//!         .and(key)
//!         .then(name)
//!         .recover(problem_core::warp::recover)
//! }
//! # drop(routes());
//! ```
//!
//! With the features `tower` and `xml`, a `ProblemLayer` around `warp::service(routes)` answers in XML where the request
//! prefers it.

use std::fmt::Display;

use ::warp::Rejection;
use ::warp::body::BodyDeserializeError;
use ::warp::reject::{self, Reject};
#[doc(hidden)]
pub use ::warp::reply::{Reply, Response};

use super::response::ProblemResponse;
use crate::{AnyProblem, Problem, ProblemDetails};

/// The response to a problem.
#[doc(hidden)]
pub fn respond<P: Problem + ?Sized>(problem: &P) -> Response {
    ProblemResponse::of(problem).into()
}

/// Answers a rejection that is an [`AnyProblem`], and those of warp's own filters, with warp's status and text; for
/// [`Filter::recover`](::warp::Filter::recover).
///
/// # Errors
///
/// Any other rejection, as it came.
#[allow(clippy::unused_async, reason = "what warp calls returns a future")]
pub async fn recover(rejection: Rejection) -> Result<Response, Rejection> {
    if let Some(problem) = rejection.find::<AnyProblem>() {
        return Ok(respond(&**problem));
    }
    if rejection.is_not_found() {
        return Ok(ProblemDetails::new(404)
            .with_detail("There is nothing at this path")
            .into_response());
    }
    match of_warp(&rejection) {
        Some((status, text)) => Ok(ProblemDetails::new(status).with_detail(text).into_response()),
        None => Err(rejection),
    }
}

/// What warp itself would answer. Of several causes the greatest status counts, but a wrong method last, as in warp.
fn of_warp(rejection: &Rejection) -> Option<(u16, String)> {
    fn text<T: Display + 'static>(rejection: &Rejection) -> Option<String> {
        rejection.find::<T>().map(ToString::to_string)
    }
    let causes = [
        (415, text::<reject::UnsupportedMediaType>(rejection)),
        (413, text::<reject::PayloadTooLarge>(rejection)),
        (411, text::<reject::LengthRequired>(rejection)),
        (400, text::<BodyDeserializeError>(rejection)),
        (400, text::<reject::InvalidQuery>(rejection)),
        (400, text::<reject::InvalidHeader>(rejection)),
        (400, text::<reject::MissingHeader>(rejection)),
        (400, text::<reject::MissingCookie>(rejection)),
        (405, text::<reject::MethodNotAllowed>(rejection)),
    ];
    causes.into_iter().find_map(|(status, text)| Some((status, text?)))
}

impl Reply for ProblemDetails {
    fn into_response(self) -> Response {
        ProblemResponse::of_details(self).into()
    }
}

impl Reply for AnyProblem {
    fn into_response(self) -> Response {
        respond(&*self)
    }
}

impl Reject for AnyProblem {}

/// Implements `Reply` for a derived type: `[generics] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_warp {
    ([$($generics:tt)*] [$type:ty] [$(where $($bounds:tt)*)?]) => {
        // The lifetime puts the bound off to where the type is used as a reply.
        #[automatically_derived]
        impl $($generics)* $crate::__private::warp::Reply for $type
        where
            for<'__use> $type: ::core::marker::Send,
            $($($bounds)*)?
        {
            fn into_response(self) -> $crate::__private::warp::Response {
                $crate::__private::warp::respond(&self)
            }
        }
    };
}
