//! utoipa 6: what an operation can answer, and the schema of a problem document.
//!
//! The derived type, [`ProblemDetails`] and [`AnyProblem`] are responses, so an operation names its error type and no
//! more. Problems with the same status share a response, in which each is an example under its name:
//!
//! ```
//! use problem_core::Problem;
//! use utoipa::OpenApi;
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
//! #[utoipa::path(delete, path = "/orders/{id}", params(("id" = u64, Path)), responses((status = 204, description = "Cancelled"), OrderError))]
//! async fn cancel() -> Result<(), OrderError> {
//!     Err(OrderError::NotFound)
//! }
//!
//! #[derive(OpenApi)]
//! #[openapi(paths(cancel))]
//! struct Api;
//!
//! let api = serde_json::to_value(Api::openapi())?;
//! let conflict = &api["paths"]["/orders/{id}"]["delete"]["responses"]["409"]["content"]["application/problem+json"];
//! assert_eq!(conflict["examples"]["Shipped"]["value"]["errorCode"], 3);
//! assert_eq!(conflict["schema"]["properties"]["errorCode"]["enum"], serde_json::json!([2, 3]));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! The schemas stand in the responses, so that nothing has to be added to `components`. Both [`ProblemDetails`] and the
//! derived type are a [`ToSchema`] for what else should refer to them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use ::utoipa::openapi::content::ContentBuilder;
use ::utoipa::openapi::example::ExampleBuilder;
use ::utoipa::openapi::header::HeaderBuilder;
use ::utoipa::openapi::schema::{
    AdditionalProperties, AnyOfBuilder, Array, ArrayBuilder, ArrayItems, ObjectBuilder, SchemaFormat, SchemaType, Type,
};
#[doc(hidden)]
pub use ::utoipa::openapi::{RefOr, Response, ResponseBuilder, Schema};
#[doc(hidden)]
pub use ::utoipa::{IntoResponses, PartialSchema, ToSchema};
use serde_json::Value;

use crate::declared::Declared;
use crate::schema::responses::{self, Header, any_document, any_problem, by_status};
use crate::{AnyProblem, MEDIA_TYPE_JSON, Problem, ProblemDetails};

#[doc(hidden)]
/// The responses by status.
pub type Responses = BTreeMap<String, RefOr<Response>>;

#[doc(hidden)]
/// What an operation with the error type `P` can answer.
pub fn responses<P: Problem>() -> Responses {
    by_status::<P>().into_iter().map(response).collect()
}

#[doc(hidden)]
/// The schema of the documents of `P`.
pub fn document<P: Problem>() -> RefOr<Schema> {
    schema(&responses::document(&Declared::of::<P>()))
}

#[doc(hidden)]
/// The name of the schema of `T`.
pub fn name<T>() -> Cow<'static, str> {
    Cow::Owned(responses::schema_name::<T>())
}

fn response(response: responses::Response) -> (String, RefOr<Response>) {
    let examples = response.examples.into_iter().map(|example| {
        let named = ExampleBuilder::new()
            .summary(example.summary)
            .value(Some(example.value));
        let described = named.description(example.description.unwrap_or_default());
        (example.name, described.build())
    });
    let content = ContentBuilder::new()
        .schema(Some(schema(&response.schema)))
        .examples_from_iter(examples);
    let mut built = ResponseBuilder::new()
        .description(response.description)
        .content(MEDIA_TYPE_JSON, content.build());
    for header in response.headers {
        built = built.header(header.name, self::header(header));
    }
    let status = response
        .status
        .map_or_else(|| "default".to_owned(), |status| status.to_string());
    (status, built.build().into())
}

fn header(header: Header) -> ::utoipa::openapi::Header {
    let mut value = ObjectBuilder::new().schema_type(Type::String);
    if !header.values.is_empty() {
        value = value.enum_values(Some(header.values));
    }
    HeaderBuilder::new()
        .schema(Some(value.build()))
        .description(Some(header.description))
        .example(Some(header.example.into()))
        .build()
}

/// A schema of ours as one of theirs.
fn schema(json: &Value) -> RefOr<Schema> {
    if let Some(schemas) = json["anyOf"].as_array() {
        let any_of = schemas
            .iter()
            .fold(AnyOfBuilder::new(), |any_of, json| any_of.item(schema(json)));
        return RefOr::T(Schema::AnyOf(any_of.build()));
    }
    let text = |key: &str| json[key].as_str();
    let list = |key: &str| json[key].as_array().into_iter().flatten();
    let number = |key: &str| json[key].as_u64().and_then(|number| usize::try_from(number).ok());
    let schema_type = match text("type") {
        Some("array") => return RefOr::T(Schema::Array(array(json))),
        Some("object") => Type::Object,
        Some("string") => Type::String,
        Some("integer") => Type::Integer,
        Some("number") => Type::Number,
        Some("boolean") => Type::Boolean,
        Some("null") => Type::Null,
        _ => return ObjectBuilder::new().schema_type(SchemaType::AnyValue).build().into(),
    };
    let mut object = ObjectBuilder::new()
        .schema_type(schema_type)
        .title(text("title"))
        .description(text("description"))
        .format(text("format").map(|format| SchemaFormat::Custom(format.to_owned())))
        .minimum(number("minimum"))
        .maximum(number("maximum"))
        .enum_values(json["enum"].as_array().cloned());
    for (name, json) in json["properties"].as_object().into_iter().flatten() {
        object = object.property(name, schema(json));
    }
    for name in list("required").filter_map(Value::as_str) {
        object = object.required(name);
    }
    if let Some(json) = json.get("additionalProperties") {
        object = object.additional_properties(Some(AdditionalProperties::RefOr(schema(json))));
    }
    object.build().into()
}

fn array(json: &Value) -> Array {
    match json["prefixItems"].as_array() {
        Some(items) => {
            let items = items.iter().filter_map(|json| match schema(json) {
                RefOr::T(schema) => Some(schema),
                RefOr::Ref(_) => None,
            });
            let length = items.clone().count();
            let array = ArrayBuilder::new().prefix_items(items).items(ArrayItems::False);
            array.min_items(Some(length)).build()
        }
        None => Array::new(schema(&json["items"])),
    }
}

impl PartialSchema for ProblemDetails {
    fn schema() -> RefOr<Schema> {
        schema(&any_document())
    }
}

impl ToSchema for ProblemDetails {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("ProblemDetails")
    }
}

impl IntoResponses for ProblemDetails {
    fn responses() -> Responses {
        AnyProblem::responses()
    }
}

impl IntoResponses for AnyProblem {
    /// The `default` response: nothing is known of the problems.
    fn responses() -> Responses {
        Responses::from([response(any_problem())])
    }
}

/// Implements utoipa's traits for a derived type: `[generics] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_utoipa {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::utoipa::IntoResponses for $type $($bounds)* {
            fn responses() -> $crate::__private::utoipa::Responses {
                $crate::__private::utoipa::responses::<Self>()
            }
        }
        #[automatically_derived]
        impl $($generics)* $crate::__private::utoipa::PartialSchema for $type $($bounds)* {
            fn schema() -> $crate::__private::utoipa::RefOr<$crate::__private::utoipa::Schema> {
                $crate::__private::utoipa::document::<Self>()
            }
        }
        #[automatically_derived]
        impl $($generics)* $crate::__private::utoipa::ToSchema for $type $($bounds)* {
            fn name() -> $crate::__private::Cow<'static, ::core::primitive::str> {
                $crate::__private::utoipa::name::<Self>()
            }
        }
    };
}
