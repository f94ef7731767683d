use std::any::Any;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use ::bytes::Bytes;
use ::http::Response;
use ::http::response::Parts;
use http_body::Body;
use pin_project_lite::pin_project;

use super::ProblemBody;
use super::foreign::{self, Fate};
use super::layer::Asked;
use super::xml;

pin_project! {
    /// The answer of a [`ProblemService`](super::ProblemService).
    pub struct ResponseFuture<F, B> {
        #[pin]
        state: State<F, B>,
        // `None` once the future has completed.
        asked: Option<Asked>,
    }
}

pin_project! {
    #[project = Projected]
    enum State<F, B> {
        Calling { #[pin] future: F, catch_panics: bool },
        Reading { #[pin] body: B, parts: Option<Parts>, read: Vec<u8>, limit: usize, annotate: bool },
        Panicked { message: String },
    }
}

impl<F, B> ResponseFuture<F, B> {
    pub(super) fn new(future: F, asked: Asked, catch_panics: bool) -> Self {
        ResponseFuture {
            state: State::Calling { future, catch_panics },
            asked: Some(asked),
        }
    }

    /// The service panicked before there was a future.
    pub(super) fn panicked(payload: &(dyn Any + Send), asked: Asked) -> Self {
        ResponseFuture {
            state: State::Panicked {
                message: message(payload),
            },
            asked: Some(asked),
        }
    }
}

impl<F, B, E> Future for ResponseFuture<F, B>
where
    F: Future<Output = Result<Response<B>, E>>,
    B: Body<Data = Bytes>,
{
    type Output = Result<Response<ProblemBody<B>>, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        loop {
            let next = match this.state.as_mut().project() {
                Projected::Panicked { message } => Next::Panicked(std::mem::take(message)),
                Projected::Calling { future, catch_panics } => {
                    let polled = if *catch_panics {
                        catch_unwind(AssertUnwindSafe(|| future.poll(context)))
                    } else {
                        Ok(future.poll(context))
                    };
                    match polled {
                        Ok(Poll::Pending) => return Poll::Pending,
                        Ok(Poll::Ready(Ok(response))) => Next::Answered(response),
                        Ok(Poll::Ready(Err(error))) => return Poll::Ready(Err(error)),
                        Err(payload) => Next::Panicked(message(&*payload)),
                    }
                }
                Projected::Reading {
                    body,
                    parts,
                    read,
                    limit,
                    annotate,
                } => {
                    let whole = ready!(collect(body, read, *limit, context));
                    Next::Read {
                        parts: parts.take(),
                        read: std::mem::take(read),
                        whole,
                        annotate: *annotate,
                    }
                }
            };
            let Some(asked) = this.asked.take() else {
                // Polled after it was ready, which no executor does; it never completes again.
                return Poll::Pending;
            };
            match next {
                Next::Panicked(message) => return Poll::Ready(Ok(foreign::panicked(&message, &asked))),
                Next::Answered(response) => {
                    let (mut parts, body) = response.into_parts();
                    match Fate::of(&parts, body.size_hint().upper(), &asked) {
                        Fate::Pass => {
                            xml::mark(&mut parts, &asked, body.size_hint().upper() == Some(0));
                            let body = ProblemBody::service(body);
                            return Poll::Ready(Ok(Response::from_parts(parts, body)));
                        }
                        Fate::Replace => return Poll::Ready(Ok(foreign::replace(parts, None, &asked))),
                        fate @ (Fate::Read | Fate::Annotate) => {
                            // The hint is there, else the body would not be read; it fits, since it is a small number.
                            let limit = body.size_hint().upper().and_then(|upper| usize::try_from(upper).ok());
                            *this.asked = Some(asked);
                            this.state.set(State::Reading {
                                body,
                                parts: Some(parts),
                                read: Vec::new(),
                                limit: limit.unwrap_or(0),
                                annotate: fate == Fate::Annotate,
                            });
                        }
                    }
                }
                Next::Read {
                    parts: Some(parts),
                    read,
                    whole,
                    annotate: true,
                } if whole => return Poll::Ready(Ok(foreign::annotate(parts, read, &asked))),
                Next::Read {
                    parts: Some(parts),
                    read,
                    whole,
                    annotate,
                } => {
                    let text = (whole && !annotate).then_some(&*read);
                    return Poll::Ready(Ok(foreign::replace(parts, text, &asked)));
                }
                Next::Read { parts: None, .. } => return Poll::Pending,
            }
        }
    }
}

/// What a step came to.
enum Next<B> {
    Answered(Response<B>),
    Panicked(String),
    Read {
        parts: Option<Parts>,
        read: Vec<u8>,
        whole: bool,
        annotate: bool,
    },
}

/// Reads the body to its end; `false` if it breaks off or is longer than it said.
fn collect<B: Body<Data = Bytes>>(
    mut body: Pin<&mut B>,
    read: &mut Vec<u8>,
    limit: usize,
    context: &mut Context<'_>,
) -> Poll<bool> {
    loop {
        match ready!(body.as_mut().poll_frame(context)) {
            None => return Poll::Ready(true),
            Some(Err(_)) => return Poll::Ready(false),
            Some(Ok(frame)) => {
                // Trailers say nothing that a problem could use.
                if let Ok(data) = frame.into_data() {
                    if read.len() + data.len() > limit {
                        return Poll::Ready(false);
                    }
                    read.extend_from_slice(&data);
                }
            }
        }
    }
}

/// The text of a panic, for the log.
fn message(payload: &(dyn Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else if let Some(text) = payload.downcast_ref::<&str>() {
        (*text).to_owned()
    } else {
        "no text".to_owned()
    }
}
