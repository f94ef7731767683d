//! A tower layer that makes a problem of every error response which is none yet: what a router, an extractor, a body limit
//! or a timeout answers by itself, and panics.
//!
//! ```
//! use axum::Router;
//! use axum::routing::get;
//! use problem_core::tower::ProblemLayer;
//!
//! let app: Router = Router::new()
//!     .route("/sequences", get(async || "all of them"))
//!     .layer(ProblemLayer::new().instance_from_header("x-request-id"));
//! ```
//!
//! ```text
//! DELETE /sequences                             GET /nothing
//!
//! HTTP/1.1 405 Method Not Allowed               HTTP/1.1 404 Not Found
//! allow: GET,HEAD                               content-type: application/problem+json
//! content-type: application/problem+json
//!                                               {"title":"Not Found","status":404}
//! {"title":"Method Not Allowed","status":405}
//! ```
//!
//! It works with every tower service that answers with [`http::Response`], such as hyper's.
//!
//! # What it replaces
//!
//! The body of a response with a status of 400 to 599 and a content type of `text/plain`, `text/html` or
//! `application/octet-stream`, or none. Any other type is somebody's own form of an error and passes: JSON, XML, gRPC, and
//! problems of course. Whatever passes is streamed, not held.
//!
//! A text of a 4xx becomes the `detail` if it is `text/plain` in UTF-8, not encoded, and has 1 to 1024 bytes: it went to
//! the client before as well. The text of a 5xx never does; with the feature `tracing` it is in the event of the problem.
//! HTML is dropped.
//!
//! The status stays, and so do all headers except those that describe the body which is gone: `Content-Type`,
//! `Content-Length`, `Content-Encoding`, `Content-Language`, `Content-Disposition`, `Content-Location`, `ETag`,
//! `Last-Modified`, the digests and `Trailer`. The answer to a `HEAD` request has no body.
//!
//! # XML
//!
//! With the feature `xml`, a problem is sent as `application/problem+xml` where the request's `Accept` prefers that to
//! JSON: those that the layer makes, and those under `application/problem+json` that pass, if they have up to 64 KiB and
//! are not encoded. Each says `Vary: Accept`, in either form.
//!
//! # Where it goes
//!
//! Around the router (`Router::layer`, last), inside layers that rewrite bodies: compression goes around it. Layers that
//! only add headers, CORS for example, go either way, but headers that they add inside are not on the answer to a panic.

mod body;
mod foreign;
mod future;
mod instance;
mod layer;
mod xml;

pub use self::body::ProblemBody;
pub use self::future::ResponseFuture;
pub use self::layer::{ProblemLayer, ProblemService};
