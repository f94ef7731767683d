//! poem-openapi 5: what an operation can answer.
//!
//! The derived type, [`ProblemDetails`] and [`AnyProblem`] are an [`ApiResponse`], alone and as the error of a `Result`.
//! poem-openapi writes `OpenAPI` 3.0 and knows no named examples: under each status stands a schema for each problem, which
//! has the problem's name as its title, and an example.
//!
//! ```
//! use poem_openapi::payload::PlainText;
//! use poem_openapi::{OpenApi, OpenApiService};
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
//! struct Api;
//!
//! #[OpenApi]
//! impl Api {
//!     #[oai(path = "/order", method = "delete")]
//!     async fn cancel(&self) -> Result<PlainText<String>, OrderError> {
//!         Err(OrderError::NotFound)
//!     }
//! }
//!
//! let document = OpenApiService::new(Api, "Orders", "1").spec();
//! let document: serde_json::Value = serde_json::from_str(&document)?;
//! let conflict = &document["paths"]["/order"]["delete"]["responses"]["409"]["content"]["application/problem+json"];
//! assert_eq!(conflict["schema"]["anyOf"][1]["title"], "Shipped");
//! assert_eq!(conflict["schema"]["anyOf"][1]["example"]["errorCode"], 3);
//! # Ok::<(), serde_json::Error>(())
//! ```

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

#[doc(hidden)]
pub use ::poem_openapi::ApiResponse;
use ::poem_openapi::registry::{MetaHeader, MetaMediaType, MetaResponse, MetaSchema, MetaSchemaRef};
#[doc(hidden)]
pub use ::poem_openapi::registry::{MetaResponses, Registry};
use serde_json::Value;

use crate::schema::responses::{self, any_problem, by_status};
use crate::{AnyProblem, MEDIA_TYPE_JSON, Problem, ProblemDetails};

/// What an operation with the error type `P` can answer.
#[doc(hidden)]
pub fn responses<P: Problem>() -> MetaResponses {
    MetaResponses {
        responses: by_status::<P>().into_iter().map(response).collect(),
    }
}

fn response(described: responses::Response) -> MetaResponse {
    let mut alternatives: Vec<MetaSchema> = described
        .problems
        .iter()
        .zip(described.examples)
        .map(|(problem, example)| MetaSchema {
            title: Some(example.name),
            example: Some(example.value),
            ..schema(&responses::document(&[problem]))
        })
        .collect();
    let schema = match alternatives.len() {
        1 => alternatives.remove(0),
        _ => any_of(alternatives),
    };
    MetaResponse {
        description: intern(&described.description),
        status: described.status,
        status_range: None,
        content: vec![MetaMediaType {
            content_type: MEDIA_TYPE_JSON,
            schema: inline(schema),
        }],
        headers: described.headers.into_iter().map(header).collect(),
    }
}

fn header(described: responses::Header) -> MetaHeader {
    MetaHeader {
        name: described.name.to_owned(),
        description: Some(described.description),
        required: described.required,
        deprecated: false,
        schema: inline(MetaSchema {
            enum_items: described.values.into_iter().map(Value::from).collect(),
            example: Some(described.example.into()),
            ..MetaSchema::new("string")
        }),
    }
}

fn any_of(alternatives: Vec<MetaSchema>) -> MetaSchema {
    MetaSchema {
        any_of: alternatives.into_iter().map(inline).collect(),
        ..MetaSchema::ANY
    }
}

fn inline(schema: MetaSchema) -> MetaSchemaRef {
    MetaSchemaRef::Inline(Box::new(schema))
}

/// A schema of ours as one of `OpenAPI` 3.0, which has no null and no tuples.
fn schema(json: &Value) -> MetaSchema {
    if let Some(alternatives) = json["anyOf"].as_array() {
        let is_null = |json: &&Value| json["type"] == "null";
        let mut others: Vec<MetaSchema> = alternatives.iter().filter(|json| !is_null(json)).map(schema).collect();
        let nullable = others.len() < alternatives.len();
        let schema = match others.len() {
            1 => others.remove(0),
            _ => any_of(others),
        };
        return MetaSchema {
            nullable: schema.nullable || nullable,
            ..schema
        };
    }
    let text = |key: &str| json[key].as_str().map(intern);
    let list = |key: &str| json[key].as_array().into_iter().flatten();
    let member = |key: &str| json.get(key).map(|json| Box::new(inline(schema(json))));
    let tuple = json["prefixItems"].as_array().map(Vec::len);
    let is_null = json["type"] == "null";
    MetaSchema {
        ty: text("type").filter(|_| !is_null).unwrap_or_default(),
        nullable: is_null,
        title: json["title"].as_str().map(str::to_owned),
        description: text("description"),
        format: text("format"),
        minimum: json["minimum"].as_f64(),
        maximum: json["maximum"].as_f64(),
        enum_items: list("enum").cloned().collect(),
        required: list("required").filter_map(Value::as_str).map(intern).collect(),
        properties: (json["properties"].as_object().into_iter().flatten())
            .map(|(name, json)| (intern(name), inline(schema(json))))
            .collect(),
        items: match tuple {
            Some(_) => Some(Box::new(inline(MetaSchema::ANY))),
            None => member("items"),
        },
        min_items: tuple,
        max_items: tuple,
        additional_properties: member("additionalProperties"),
        ..MetaSchema::ANY
    }
}

/// The text for as long as the program runs, which poem-openapi asks for. Each is kept once: a declaration has so many
/// texts and no more.
fn intern(text: &str) -> &'static str {
    static TEXTS: Mutex<Option<HashSet<&'static str>>> = Mutex::new(None);
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    let texts = texts.get_or_insert_default();
    match texts.get(text) {
        Some(known) => known,
        None => {
            let kept: &'static str = Box::leak(text.into());
            texts.insert(kept);
            kept
        }
    }
}

impl ApiResponse for ProblemDetails {
    fn meta() -> MetaResponses {
        AnyProblem::meta()
    }

    fn register(_: &mut Registry) {}
}

impl ApiResponse for AnyProblem {
    /// The default response: nothing is known of the problems.
    fn meta() -> MetaResponses {
        let any = any_problem();
        let schema = MetaSchema {
            title: any.problems.first().map(|problem| problem.name().to_owned()),
            example: any.examples.first().map(|example| example.value.clone()),
            ..schema(&any.schema)
        };
        let content = MetaMediaType {
            content_type: MEDIA_TYPE_JSON,
            schema: inline(schema),
        };
        let response = MetaResponse {
            content: vec![content],
            ..response(any)
        };
        MetaResponses {
            responses: vec![response],
        }
    }

    fn register(_: &mut Registry) {}
}

/// Implements `ApiResponse` for a derived type: `[generics] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_poem_openapi {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::poem_openapi::ApiResponse for $type $($bounds)* {
            fn meta() -> $crate::__private::poem_openapi::MetaResponses {
                $crate::__private::poem_openapi::responses::<Self>()
            }
            fn register(_: &mut $crate::__private::poem_openapi::Registry) {}
        }
    };
}
