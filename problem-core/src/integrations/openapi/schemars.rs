//! schemars 1: the JSON Schema of a problem document.
//!
//! [`ProblemDetails`] and the derived type are a [`JsonSchema`]. That of the derived type describes the documents of its
//! problems, those of its transparent variants included, with their statuses, codes and extension members:
//!
//! ```
//! use problem_core::Problem;
//! use schemars::schema_for;
//!
//! #[derive(Debug, Problem)]
//! enum OrderError {
//!     /// Order not found
//!     #[problem(code = 1, status = 404)]
//!     NotFound,
//!     /// Order is paid
//!     #[problem(code = 2, status = 409)]
//!     Paid {
//!         #[problem(extension)]
//!         invoice: u64,
//!     },
//! }
//!
//! let schema = schema_for!(OrderError);
//! let properties = &schema.as_value()["properties"];
//! assert_eq!(properties["errorCode"]["enum"], serde_json::json!([1, 2]));
//! assert_eq!(properties["invoice"]["type"], "integer");
//! ```

use std::borrow::Cow;

#[doc(hidden)]
pub use ::schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::declared::Declared;
use crate::schema::responses::{self, any_document};
use crate::{Problem, ProblemDetails};

/// The schema of the documents of `P`.
#[doc(hidden)]
pub fn document<P: Problem>() -> Schema {
    schema(responses::document(&Declared::of::<P>()))
}

/// The name of the schema of `T`.
#[doc(hidden)]
pub fn name<T>() -> Cow<'static, str> {
    Cow::Owned(responses::schema_name::<T>())
}

/// What no other type's schema has for its identity.
#[doc(hidden)]
pub fn id<T>() -> Cow<'static, str> {
    Cow::Borrowed(std::any::type_name::<T>())
}

fn schema(json: serde_json::Value) -> Schema {
    // Ours are objects; anything else would allow any value, which is true.
    Schema::try_from(json).unwrap_or_default()
}

impl JsonSchema for ProblemDetails {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("ProblemDetails")
    }

    fn schema_id() -> Cow<'static, str> {
        id::<Self>()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(any_document())
    }
}

/// Implements `JsonSchema` for a derived type: `[generics] [type] [where clause]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_schemars {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::schemars::JsonSchema for $type $($bounds)* {
            fn schema_name() -> $crate::__private::Cow<'static, ::core::primitive::str> {
                $crate::__private::schemars::name::<Self>()
            }
            fn schema_id() -> $crate::__private::Cow<'static, ::core::primitive::str> {
                $crate::__private::schemars::id::<Self>()
            }
            fn json_schema(_: &mut $crate::__private::schemars::SchemaGenerator) -> $crate::__private::schemars::Schema {
                $crate::__private::schemars::document::<Self>()
            }
        }
    };
}
