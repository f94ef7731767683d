//! The error reference: a [`Catalog`](crate::Catalog) as pages that people read and files that tools read.
//!
//! | method | for |
//! |---|---|
//! | [`Catalog::to_markdown`](crate::Catalog::to_markdown) | a code host: one file with contents, tables and a section per problem |
//! | [`Catalog::to_html`](crate::Catalog::to_html) | a browser: one self-contained file with search, filter and sample responses |
//! | [`Catalog::to_json`](crate::Catalog::to_json) | other tools: the whole catalog, in the form of [`JSON_SCHEMA`] |
//! | [`Catalog::to_openapi`](crate::Catalog::to_openapi) | an OpenAPI 3.1 document: schemas and responses to refer to |
//! | [`Catalog::to_typescript`](crate::Catalog::to_typescript) | a client: codes, discriminated unions and type guards |
//! | [`Catalog::explain`](crate::Catalog::explain) | a terminal: the page of one problem |
//!
//! Every text is escaped for the format it goes into, the doc comments are rendered as Markdown without raw HTML, and
//! the same catalog always gives the same bytes. Each text ends with a newline.
//!
//! A [`Lock`] holds what is published: it compares a catalog with the codes that clients know.

#[cfg(feature = "axum")]
pub mod axum;
mod docs;
mod explain;
pub(crate) mod file;
mod html;
mod json;
mod lock;
mod markdown;
mod openapi;
pub(crate) mod screen;
mod sections;
mod typescript;

pub use self::explain::{ExplainError, Terminal};
pub use self::html::content_security_policy;
pub use self::json::JSON_SCHEMA;
pub use self::lock::{Change, Lock, LockError, Report, Severity};
