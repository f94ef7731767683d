//! aide 0.15: what an operation can answer.
//!
//! The derived type, [`ProblemDetails`] and [`AnyProblem`] are an [`OperationOutput`], so that a handler's return type says
//! it all. Problems with the same status share a response, in which each is an example under its name. With the
//! features `axum` and `aide`:
//!
//! ```
//! # #[cfg(feature = "axum")] {
//! use aide::axum::{ApiRouter, routing::get};
//! use aide::openapi::OpenApi;
//! use problem_core::Problem;
//!
//! #[derive(Debug, Problem)]
//! enum OrderError {
//!     /// Order not found
//!     #[problem(code = 1, status = 404)]
//!     NotFound,
//!     /// Order is paid
//!     #[problem(code = 2, status = 409)]
//!     Paid,
//!     /// Order is shipped
//!     #[problem(code = 3, status = 409)]
//!     Shipped,
//! }
//!
//! async fn cancel() -> Result<String, OrderError> {
//!     Err(OrderError::NotFound)
//! }
//!
//! let mut api = OpenApi::default();
//! let app: axum::Router = ApiRouter::new().api_route("/order", get(cancel)).finish_api(&mut api);
//!
//! let api = serde_json::to_value(api).unwrap();
//! let conflict = &api["paths"]["/order"]["get"]["responses"]["409"]["content"]["application/problem+json"];
//! assert_eq!(conflict["examples"]["Shipped"]["value"]["errorCode"], 3);
//! assert_eq!(conflict["schema"]["properties"]["errorCode"]["enum"], serde_json::json!([2, 3]));
//! # }
//! ```
//!
//! The schemas stand in the responses. aide 0.15 takes those of your own types from schemars 0.9; the feature `schemars`
//! of this crate is about schemars 1.

#[doc(hidden)]
pub use ::aide::generate::GenContext;
use ::aide::openapi::{Example, Header, HeaderStyle, MediaType, ParameterSchemaOrContent, ReferenceOr, SchemaObject};
#[doc(hidden)]
pub use ::aide::openapi::{Operation, Response};
#[doc(hidden)]
pub use ::aide::operation::OperationOutput;
use serde_json::{Value, json};

use crate::schema::responses::{self, any_problem, by_status, whole};
use crate::{AnyProblem, MEDIA_TYPE_JSON, Problem, ProblemDetails};

/// What an operation with the error type `P` can answer.
#[doc(hidden)]
pub fn responses<P: Problem>() -> Vec<(Option<u16>, Response)> {
    by_status::<P>()
        .into_iter()
        .map(|described| (described.status, response(described)))
        .collect()
}

/// The problems of `P`, whatever their status.
#[doc(hidden)]
pub fn any<P: Problem>() -> Option<Response> {
    Some(response(whole::<P>()))
}

fn response(described: responses::Response) -> Response {
    let example = |example: responses::Example| {
        let item = Example {
            summary: Some(example.summary.to_owned()),
            description: example.description.map(str::to_owned),
            value: Some(example.value),
            ..Example::default()
        };
        (example.name, ReferenceOr::Item(item))
    };
    let content = MediaType {
        schema: Some(schema(described.schema)),
        examples: described.examples.into_iter().map(example).collect(),
        ..MediaType::default()
    };
    let headers = described.headers.into_iter();
    Response {
        description: described.description,
        headers: headers
            .map(|described| (described.name.to_owned(), ReferenceOr::Item(header(described))))
            .collect(),
        content: [(MEDIA_TYPE_JSON.to_owned(), content)].into_iter().collect(),
        ..Response::default()
    }
}

fn header(described: responses::Header) -> Header {
    let mut value = json!({"type": "string"});
    if !described.values.is_empty() {
        value["enum"] = described.values.into();
    }
    Header {
        description: Some(described.description),
        style: HeaderStyle::Simple,
        required: described.required,
        deprecated: None,
        format: ParameterSchemaOrContent::Schema(schema(value)),
        example: Some(described.example.into()),
        examples: [].into_iter().collect(),
        extensions: [].into_iter().collect(),
    }
}

fn schema(json: Value) -> SchemaObject {
    SchemaObject {
        // Ours are objects; anything else would allow any value, which is true.
        json_schema: json.try_into().unwrap_or_default(),
        external_docs: None,
        example: None,
    }
}

impl OperationOutput for ProblemDetails {
    type Inner = Self;

    fn operation_response(context: &mut GenContext, operation: &mut Operation) -> Option<Response> {
        AnyProblem::operation_response(context, operation)
    }

    fn inferred_responses(context: &mut GenContext, operation: &mut Operation) -> Vec<(Option<u16>, Response)> {
        AnyProblem::inferred_responses(context, operation)
    }
}

impl OperationOutput for AnyProblem {
    type Inner = Self;

    fn operation_response(_: &mut GenContext, _: &mut Operation) -> Option<Response> {
        Some(response(any_problem()))
    }

    /// The default response: nothing is known of the problems.
    fn inferred_responses(_: &mut GenContext, _: &mut Operation) -> Vec<(Option<u16>, Response)> {
        vec![(None, response(any_problem()))]
    }
}

/// Implements `OperationOutput` for a derived type: `[generics] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_aide {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::aide::OperationOutput for $type $($bounds)* {
            type Inner = Self;
            fn operation_response(
                _: &mut $crate::__private::aide::GenContext,
                _: &mut $crate::__private::aide::Operation,
            ) -> ::core::option::Option<$crate::__private::aide::Response> {
                $crate::__private::aide::any::<Self>()
            }
            fn inferred_responses(
                _: &mut $crate::__private::aide::GenContext,
                _: &mut $crate::__private::aide::Operation,
            ) -> ::std::vec::Vec<(::core::option::Option<::core::primitive::u16>, $crate::__private::aide::Response)> {
                $crate::__private::aide::responses::<Self>()
            }
        }
    };
}
