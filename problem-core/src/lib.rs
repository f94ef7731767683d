#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(any(
    all(feature = "xml", any(feature = "actix-web", feature = "http", feature = "rocket")),
    all(feature = "axum", feature = "reference")
))]
mod accept;
mod any;
mod catalog;
#[cfg(feature = "cli")]
pub mod cli;
mod declared;
mod decode;
mod details;
mod domain;
mod extensions;
#[cfg(feature = "axum-extract")]
pub mod extract;
mod integrations;
mod json;
mod part;
mod pointer;
mod problem;
mod problem_type;
#[cfg(feature = "reference")]
pub mod reference;
#[cfg(any(
    feature = "aide",
    feature = "poem-openapi",
    feature = "reference",
    feature = "schemars",
    feature = "utoipa"
))]
#[allow(dead_code, reason = "each document needs a part of it")]
mod schema;
mod status;
#[cfg(feature = "tower")]
pub mod tower;
mod typed;
mod uri;
mod validate;
mod violations;
#[cfg(feature = "xml")]
mod xml;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use self::any::{AnyProblem, ResultExt};
pub use self::catalog::Catalog;
pub use self::decode::{
    DecodeError, DecodeErrorKind, Decoded, IgnoredReason, Limits, NotAProblem, NotAProblemReason, Note,
};
pub use self::details::ProblemDetails;
pub use self::domain::Domain;
pub use self::extensions::Extensions;
pub use self::integrations::*;
pub use self::pointer::Pointer;
pub use self::problem::{Problem, ProblemDomain};
pub use self::problem_type::{ExtensionSpec, HeaderSpec, ProblemType};
pub use self::typed::{UndecodedProblem, UndecodedReason};
pub use self::violations::{Violation, Violations};
#[cfg(feature = "xml")]
pub use self::xml::MEDIA_TYPE_XML;
pub use problem_derive::Problem;

/// The media type of a problem document in JSON, [RFC 9457 §6.1](https://www.rfc-editor.org/rfc/rfc9457#section-6.1).
pub const MEDIA_TYPE_JSON: &str = "application/problem+json";
