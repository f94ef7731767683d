use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::{Context, Poll};

use ::bytes::Bytes;
use ::http::{Method, Request, Response};
use http_body::Body;
use tower_layer::Layer;
use tower_service::Service;

use super::{ProblemBody, ResponseFuture, instance, xml};

/// Makes a problem of every error response that is none yet: see the [module](crate::tower).
#[derive(Clone, Copy, Debug)]
pub struct ProblemLayer {
    options: Options,
}

#[derive(Clone, Copy, Debug)]
struct Options {
    catch_panics: bool,
    instance_header: Option<&'static str>,
}

impl ProblemLayer {
    /// The layer. It catches panics and sets no `instance`.
    pub const fn new() -> Self {
        let options = Options {
            catch_panics: true,
            instance_header: None,
        };
        ProblemLayer { options }
    }

    /// Sets the `instance` of each problem (RFC 9457 §3.1.5) from the id that this header of the request carries, where the
    /// problem has none: of those that the layer makes, and of those that pass.
    ///
    /// A UUID becomes `urn:uuid:…`. Any other id of up to 128 visible ASCII characters becomes `urn:` + the header's name +
    /// `:` + the id, percent-encoded: `urn:x-request-id:01ARZ3NDEK`. Anything else sets no `instance`, and so does a header
    /// whose name cannot stand there: it has 2 to 32 letters, digits and inner hyphens.
    ///
    /// The id comes from the client unless a layer around this one sets it, as tower-http's `SetRequestIdLayer` does.
    ///
    /// Problems that pass are held for this, those of up to 64 KiB whose size is known; nothing else in them changes.
    pub const fn instance_from_header(mut self, name: &'static str) -> Self {
        self.options.instance_header = Some(name);
        self
    }

    /// Whether a panic of the service is answered with a 500, which is the default. The client learns nothing of it; the
    /// panic hook prints its message, and with the feature `tracing` it is in the event of the problem.
    ///
    /// Turn it off to have panics reach a layer further out.
    pub const fn catch_panics(mut self, catch: bool) -> Self {
        self.options.catch_panics = catch;
        self
    }
}

impl Default for ProblemLayer {
    fn default() -> Self {
        ProblemLayer::new()
    }
}

impl<S> Layer<S> for ProblemLayer {
    type Service = ProblemService<S>;

    fn layer(&self, inner: S) -> ProblemService<S> {
        ProblemService {
            inner,
            options: self.options,
        }
    }
}

/// The service that [`ProblemLayer`] makes of another one.
#[derive(Clone, Copy, Debug)]
pub struct ProblemService<S> {
    inner: S,
    options: Options,
}

impl<S, RequestBody, B> Service<Request<RequestBody>> for ProblemService<S>
where
    S: Service<Request<RequestBody>, Response = Response<B>>,
    B: Body<Data = Bytes>,
{
    type Response = Response<ProblemBody<B>>;
    type Error = S::Error;
    type Future = ResponseFuture<S::Future, B>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<RequestBody>) -> Self::Future {
        let Options {
            catch_panics,
            instance_header,
        } = self.options;
        let asked = Asked {
            head: request.method() == Method::HEAD,
            instance: instance_header.and_then(|name| instance::of(name, request.headers())),
            prefers_xml: xml::prefers_xml(request.headers()),
        };
        if !catch_panics {
            return ResponseFuture::new(self.inner.call(request), asked, false);
        }
        // A service whose state a panic has spoilt says so itself, by poisoned locks: nothing of it is used here.
        match catch_unwind(AssertUnwindSafe(|| self.inner.call(request))) {
            Ok(future) => ResponseFuture::new(future, asked, true),
            Err(payload) => ResponseFuture::panicked(&*payload, asked),
        }
    }
}

/// What the answer must know of the request.
pub(super) struct Asked {
    /// The answer has no body.
    pub(super) head: bool,
    /// The `instance` of a problem.
    pub(super) instance: Option<String>,
    /// The problem is in XML.
    pub(super) prefers_xml: bool,
}

impl Asked {
    /// Whether a problem does not pass as it is.
    pub(super) fn changes_problems(&self) -> bool {
        self.instance.is_some() || self.prefers_xml
    }
}
