use std::pin::Pin;
use std::task::{Context, Poll};

use ::bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;

pin_project! {
    /// The body of a response that went through [`ProblemLayer`](super::ProblemLayer): the service's own, streamed as it
    /// comes, or a problem document.
    #[derive(Debug)]
    pub struct ProblemBody<B> {
        #[pin]
        inner: Inner<B>,
    }
}

pin_project! {
    #[project = Projected]
    #[derive(Debug)]
    enum Inner<B> {
        Service { #[pin] body: B },
        Document { bytes: Option<Bytes> },
    }
}

impl<B> ProblemBody<B> {
    /// The body of the service.
    pub(super) fn service(body: B) -> Self {
        ProblemBody {
            inner: Inner::Service { body },
        }
    }

    /// A whole document; none in the answer to `HEAD`.
    pub(super) fn document(bytes: Option<Bytes>) -> Self {
        ProblemBody {
            inner: Inner::Document { bytes },
        }
    }
}

impl<B: Body<Data = Bytes>> Body for ProblemBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        match self.project().inner.project() {
            Projected::Service { body } => body.poll_frame(context),
            Projected::Document { bytes } => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.inner {
            Inner::Service { body } => body.is_end_stream(),
            Inner::Document { bytes } => bytes.is_none(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.inner {
            Inner::Service { body } => body.size_hint(),
            Inner::Document { bytes } => SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)),
        }
    }
}
