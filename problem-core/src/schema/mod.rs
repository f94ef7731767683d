//! What is known of a problem's members: their types as schemas, sample values, and names for documents about an API.

pub(crate) mod header;
pub(crate) mod member;
pub(crate) mod names;
#[cfg(any(feature = "aide", feature = "poem-openapi", feature = "schemars", feature = "utoipa"))]
pub(crate) mod responses;
pub(crate) mod rust_type;
pub(crate) mod sample;
pub(crate) mod tree;
