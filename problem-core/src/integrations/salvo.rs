//! salvo 1: the derived type, [`ProblemDetails`] and [`AnyProblem`] can be rendered.
//!
//! A handler returns the enum itself as its error. What salvo answers by itself becomes a problem in a catcher, which is
//! asked only where a response has no body yet:
//!
//! ```
//! use problem_core::{Problem, ProblemDetails};
//! use salvo_core::catcher::Catcher;
//! use salvo_core::prelude::*;
//! # use salvo_core as salvo;
//!
//! #[derive(Debug, Problem)]
//! enum SequenceError {
//!     /// Sequence not found
//!     #[problem(code = 1, status = 404)]
//!     NotFound,
//! }
//!
//! #[handler]
//! async fn name(request: &mut Request) -> Result<&'static str, SequenceError> {
//!     match request.param::<u64>("id") {
//!         Some(1) => Ok("Welcome"),
//!         _ => Err(SequenceError::NotFound),
//!     }
//! }
//!
//! #[handler]
//! async fn explain(response: &mut Response, ctrl: &mut FlowCtrl) {
//!     let status = response.status_code.unwrap_or(StatusCode::NOT_FOUND);
//!     response.render(ProblemDetails::new(status.as_u16()));
//!     ctrl.skip_rest();
//! }
//!
//! let router = Router::with_path("sequences/{id}/name").get(name);
//! let service = Service::new(router).catcher(Catcher::default().hoop(explain));
//! ```

use ::salvo_core::http::ResBody;
#[doc(hidden)]
pub use ::salvo_core::{Response, Scribe};

#[cfg(feature = "xml")]
use ::salvo_core::{Depot, FlowCtrl, Handler, Request};

use super::http;
#[cfg(feature = "xml")]
use super::negotiate;
use super::response::ProblemResponse;
use crate::{AnyProblem, Problem, ProblemDetails};

/// Makes the response that of a problem.
#[doc(hidden)]
pub fn render<P: Problem + ?Sized>(problem: &P, response: &mut Response) {
    ProblemResponse::of(problem).render(response);
}

impl Scribe for ProblemResponse {
    fn render(self, response: &mut Response) {
        let (parts, body) = http::Response::from(self).into_parts();
        response.status_code(parts.status);
        response.headers_mut().extend(parts.headers);
        response.body(ResBody::Once(body));
    }
}

impl Scribe for ProblemDetails {
    fn render(self, response: &mut Response) {
        ProblemResponse::of_details(self).render(response);
    }
}

impl Scribe for AnyProblem {
    fn render(self, response: &mut Response) {
        render(&*self, response);
    }
}

/// Answers problems in XML where the request prefers it, as [`http::negotiate`](crate::http::negotiate) does. A hoop, of a
/// router and of a catcher:
///
/// ```
/// use problem_core::salvo::Negotiate;
/// use salvo_core::prelude::*;
///
/// let service = Service::new(Router::new()).hoop(Negotiate);
/// ```
///
/// A body that is a stream stays JSON.
#[cfg(feature = "xml")]
#[derive(Clone, Copy, Debug)]
pub struct Negotiate;

#[cfg(feature = "xml")]
#[::salvo_core::async_trait]
impl Handler for Negotiate {
    async fn handle(&self, request: &mut Request, depot: &mut Depot, response: &mut Response, ctrl: &mut FlowCtrl) {
        let prefers_xml = negotiate::http::prefers_xml(request.headers());
        ctrl.call_next(request, depot, response).await;
        if !negotiate::http::mark(response.headers_mut()) || !prefers_xml {
            return;
        }
        match response.take_body() {
            ResBody::Once(body) => {
                let body = negotiate::http::render(response.headers_mut(), body);
                response.body(ResBody::Once(body));
            }
            other => _ = response.replace_body(other),
        }
    }
}

/// Implements `Scribe` for a derived type: `[generics] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_salvo {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::salvo::Scribe for $type $($bounds)* {
            fn render(self, response: &mut $crate::__private::salvo::Response) {
                $crate::__private::salvo::render(&self, response);
            }
        }
    };
}
