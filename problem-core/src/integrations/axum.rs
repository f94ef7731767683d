//! axum 0.8: the derived type, [`ProblemDetails`] and [`AnyProblem`] are responses.

use std::borrow::Cow;

use ::axum::body::{Body, Bytes};
use ::axum::http::StatusCode;
use ::axum::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
pub use ::axum::response::{IntoResponse, Response};

use super::response::ProblemResponse;
use crate::{AnyProblem, MEDIA_TYPE_JSON, Problem, ProblemDetails};

/// The response to a problem.
pub fn respond<P: Problem + ?Sized>(problem: &P) -> Response {
    ProblemResponse::of(problem).into_response()
}

impl IntoResponse for ProblemResponse {
    fn into_response(self) -> Response {
        let body = match self.body {
            Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
            Cow::Owned(text) => Bytes::from(text),
        };
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE_JSON));
        for (name, value) in self.headers {
            let value = match value {
                Cow::Borrowed(value) => HeaderValue::from_str(value),
                Cow::Owned(value) => HeaderValue::try_from(value),
            };
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), value) {
                headers.append(name, value);
            }
        }
        response
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
