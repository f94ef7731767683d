//! actix-web 4: the derived type, [`ProblemDetails`] and [`AnyProblem`] are [`ResponseError`]s and [`Responder`]s.
//!
//! A handler returns the enum itself as its error. What actix-web answers by itself becomes a problem in a default
//! service, and in the error handlers of extractors:
//!
//! ```
//! use actix_web::{App, error, web};
//! use problem_core::{Problem, ProblemDetails};
//!
//! #[derive(Debug, Problem)]
//! enum SequenceError {
//!     /// Sequence not found
//!     #[problem(code = 1, status = 404)]
//!     NotFound,
//!     /// The id of a sequence is a number
//!     #[problem(code = 2, status = 400)]
//!     InvalidId,
//! }
//!
//! async fn name(id: web::Path<u64>) -> Result<&'static str, SequenceError> {
//!     match id.into_inner() {
//!         1 => Ok("Welcome"),
//!         _ => Err(SequenceError::NotFound),
//!     }
//! }
//!
//! async fn no_route() -> ProblemDetails {
//!     ProblemDetails::new(404).with_detail("There is nothing at this path")
//! }
//!
//! let app = App::new()
//!     .app_data(web::PathConfig::default().error_handler(|_, _| SequenceError::InvalidId.into()))
//!     .route("/sequences/{id}/name", web::get().to(name))
//!     .default_service(web::to(no_route));
//! ```

use ::actix_web::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
#[doc(hidden)]
pub use ::actix_web::{HttpRequest, HttpResponse, Responder, ResponseError, body::BoxBody, http::StatusCode};

#[cfg(feature = "xml")]
use ::actix_web::{
    Error,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{ACCEPT, CONTENT_ENCODING, VARY},
    middleware::Next,
};

#[cfg(feature = "xml")]
use super::negotiate;
use super::response::{ProblemResponse, bytes};
#[cfg(feature = "xml")]
use crate::MEDIA_TYPE_XML;
use crate::{AnyProblem, MEDIA_TYPE_JSON, Problem, ProblemDetails};

/// The response to a problem.
#[doc(hidden)]
pub fn respond<P: Problem + ?Sized>(problem: &P) -> HttpResponse {
    ProblemResponse::of(problem).into()
}

/// The status code of a problem.
#[doc(hidden)]
pub fn status<P: Problem + ?Sized>(problem: &P) -> StatusCode {
    status_code(ProblemResponse::status_of(problem.problem_type()))
}

fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

impl From<ProblemResponse> for HttpResponse {
    fn from(problem: ProblemResponse) -> Self {
        let body = BoxBody::new(bytes(problem.body));
        let mut response = HttpResponse::with_body(status_code(problem.status), body);
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

impl ResponseError for ProblemDetails {
    fn status_code(&self) -> StatusCode {
        status_code(ProblemResponse::status_of_details(self))
    }

    fn error_response(&self) -> HttpResponse {
        ProblemResponse::of_details(self.clone()).into()
    }
}

impl Responder for ProblemDetails {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        ProblemResponse::of_details(self).into()
    }
}

impl ResponseError for AnyProblem {
    fn status_code(&self) -> StatusCode {
        status(&**self)
    }

    fn error_response(&self) -> HttpResponse {
        respond(&**self)
    }
}

impl Responder for AnyProblem {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        respond(&*self)
    }
}

/// Answers problems in XML where the request prefers it: those under `application/problem+json` whose `Accept` gives
/// `application/problem+xml`, `application/xml` or `text/xml` a higher weight than JSON. Each says `Vary: Accept`. For
/// [`from_fn`](::actix_web::middleware::from_fn), inside a layer that compresses:
///
/// ```
/// use actix_web::{App, middleware::from_fn, web};
/// use problem_core::ProblemDetails;
///
/// let app = App::new()
///     .wrap(from_fn(problem_core::actix_web::negotiate))
///     .route("/teapot", web::get().to(async || ProblemDetails::new(418).with_title("I'm a teapot")));
/// ```
///
/// It is none of the traits' business: `ResponseError` does not see the request.
///
/// # Errors
///
/// Those of the service.
#[cfg(feature = "xml")]
pub async fn negotiate(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let accept = request
        .headers()
        .get_all(ACCEPT)
        .filter_map(|value| value.to_str().ok());
    let prefers_xml = negotiate::prefers_xml(accept);
    let response = next.call(request).await?.map_into_boxed_body();
    Ok(response.map_body(|head, body| {
        let headers = head.headers_mut();
        let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !content_type.is_some_and(negotiate::is_json_problem) || headers.contains_key(CONTENT_ENCODING) {
            return body;
        }
        let mut varies = headers.get_all(VARY).filter_map(|value| value.to_str().ok());
        if !varies.any(negotiate::names_accept) {
            headers.append(VARY, HeaderValue::from_static("accept"));
        }
        if !prefers_xml {
            return body;
        }
        // A body that is not there as a whole stays what it is.
        body.try_into_bytes().map_or_else(
            |body| body,
            |json| match negotiate::to_xml(&json) {
                Some(xml) => {
                    headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE_XML));
                    BoxBody::new(xml)
                }
                None => BoxBody::new(json),
            },
        )
    }))
}

/// Implements `ResponseError` and `Responder` for a derived type: `[generics] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_actix_web {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::actix_web::ResponseError for $type $($bounds)* {
            fn status_code(&self) -> $crate::__private::actix_web::StatusCode {
                $crate::__private::actix_web::status(self)
            }
            fn error_response(&self) -> $crate::__private::actix_web::HttpResponse {
                $crate::__private::actix_web::respond(self)
            }
        }
        #[automatically_derived]
        impl $($generics)* $crate::__private::actix_web::Responder for $type $($bounds)* {
            type Body = $crate::__private::actix_web::BoxBody;
            fn respond_to(
                self,
                _: &$crate::__private::actix_web::HttpRequest,
            ) -> $crate::__private::actix_web::HttpResponse {
                $crate::__private::actix_web::respond(&self)
            }
        }
    };
}
