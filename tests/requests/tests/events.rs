//! Each problem that becomes a response is one event, at its level, in one line.

use std::fmt::{self, Write};
use std::io;
use std::sync::{Arc, Mutex};

use axum::response::IntoResponse;
use problem_core::{AnyProblem, Problem, ProblemDetails};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// The events of the target `problem`: level, then `name=value` in the order of the fields.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Vec<String>>>);

impl Subscriber for Recorder {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "problem"
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        struct Fields(String);
        impl Visit for Fields {
            fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
                // Writing to a string does not fail.
                _ = write!(self.0, " {}={value:?}", field.name());
            }
        }
        let mut fields = Fields(event.metadata().level().to_string());
        event.record(&mut fields);
        self.0.lock().unwrap().push(fields.0);
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// The events that a response emits.
fn events(response: impl IntoResponse) -> Vec<String> {
    let recorder = Recorder::default();
    tracing::subscriber::with_default(recorder.clone(), || {
        let _ = response.into_response();
    });
    let events = recorder.0.lock().unwrap();
    events.clone()
}

#[derive(Debug, thiserror::Error, Problem)]
#[problem(domain = "Orders")]
enum OrderError {
    /// Order not found
    #[error("order {0} not found")]
    #[problem(code = 1, status = 404)]
    NotFound(String),

    /// The order could not be saved
    #[error("insert into orders failed")]
    #[problem(code = 2, status = 500)]
    Insert(#[source] StoreError),

    /// Expected all the time
    #[error("expected")]
    #[problem(code = 3, status = 503, log = "off")]
    Expected,

    /// Looked for by operators
    #[error("suspicious")]
    #[problem(code = 4, status = 403, log = "warn")]
    Suspicious,

    #[error(transparent)]
    #[problem(transparent)]
    Payment(#[from] PaymentError),
}

#[derive(Debug, thiserror::Error)]
#[error("the store is gone")]
struct StoreError(#[source] io::Error);

#[derive(Debug, Problem)]
#[problem(uncoded, log = "info")]
enum PaymentError {
    /// The card was refused
    #[problem(status = 402)]
    Refused,

    /// The bank does not answer
    #[problem(status = 503, log = "trace")]
    Unreachable,
}

#[test]
fn a_4xx_is_for_debugging_and_a_5xx_an_error_with_its_causes() {
    assert_eq!(
        events(OrderError::NotFound("7".to_owned())),
        [
            "DEBUG message=a problem is the response status=404 code=1 name=\"NotFound\" domain=\"orders\" error=order 7 not found"
        ],
    );
    let disk = StoreError(io::Error::other("disk full"));
    assert_eq!(
        events(OrderError::Insert(disk)),
        [
            "ERROR message=a problem is the response status=500 code=2 name=\"Insert\" domain=\"orders\" \
             error=insert into orders failed source=the store is gone: disk full"
        ],
    );
}

#[test]
fn the_level_is_that_of_the_variant_then_of_the_type_then_of_the_status() {
    let level = |events: Vec<String>| events.first().map(|event| event[..5].trim_end().to_owned());
    assert_eq!(level(events(OrderError::Expected)), None);
    assert_eq!(level(events(OrderError::Suspicious)).as_deref(), Some("WARN"));
    assert_eq!(level(events(PaymentError::Refused)).as_deref(), Some("INFO"));
    assert_eq!(level(events(PaymentError::Unreachable)).as_deref(), Some("TRACE"));
    let transparent = events(OrderError::from(PaymentError::Refused));
    assert_eq!(
        transparent,
        [
            "INFO message=a problem is the response status=402 name=\"Refused\" domain=\"payment\" error=The card was refused"
        ]
    );
}

#[test]
fn the_log_learns_what_the_client_does_not() {
    let hidden = AnyProblem::internal(StoreError(io::Error::other("disk full")));
    assert_eq!(
        events(hidden),
        [
            "ERROR message=a problem is the response status=500 name=\"InternalError\" error=internal error \
             source=the store is gone: disk full"
        ],
    );
    assert_eq!(events(AnyProblem::from(OrderError::NotFound("7".to_owned()))).len(), 1);
}

#[test]
fn a_document_is_an_event_too() {
    let details = ProblemDetails::new(409).with_detail("Changed").with_error_code(3);
    assert_eq!(
        events(details),
        ["DEBUG message=a problem is the response status=409 code=3 error=409 Conflict: Changed"],
    );
    // What HTTP cannot send is sent as a 500, and is one event all the same.
    let [event] = events(ProblemDetails::new(7)).try_into().unwrap();
    assert!(
        event.starts_with("ERROR message=a problem is the response status=500"),
        "{event}"
    );
}

#[test]
fn a_field_cannot_forge_a_line() {
    let forged = OrderError::NotFound("7\n2026-11-23 ERROR root logged in\u{1B}[2K".to_owned());
    let [event] = events(forged).try_into().unwrap();
    assert!(event.contains(r"7\n2026-11-23 ERROR root"), "{event}");
    assert!(!event.contains(char::is_control), "{event}");
}

/// What the layer keeps from the client.
mod layer {
    use std::task::{Context, Poll};

    use axum::body::Body;
    use axum::http::{Request, Response};
    use problem_core::tower::ProblemLayer;
    use tower_layer::Layer;
    use tower_service::Service;

    use super::Recorder;

    /// Answers with the status and the text of the path: `/503/disk-full`.
    #[derive(Clone)]
    struct Says;

    impl Service<Request<()>> for Says {
        type Response = Response<Body>;
        type Error = std::convert::Infallible;
        type Future = std::future::Ready<Result<Response<Body>, Self::Error>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, request: Request<()>) -> Self::Future {
            let (status, text) = request.uri().path()[1..].split_once('/').unwrap();
            assert_ne!(text, "panic", "at the disk");
            let response = Response::builder()
                .status(status.parse::<u16>().unwrap())
                .header("content-type", "text/plain");
            std::future::ready(Ok(response.body(text.to_owned().into()).unwrap()))
        }
    }

    /// The events of a request through the layer.
    fn events(path: &str) -> Vec<String> {
        let recorder = Recorder::default();
        tracing::subscriber::with_default(recorder.clone(), || {
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            let request = Request::get(path).body(()).unwrap();
            runtime.block_on(ProblemLayer::new().layer(Says).call(request)).unwrap();
        });
        let events = recorder.0.lock().unwrap();
        events.clone()
    }

    #[test]
    fn what_a_5xx_or_a_panic_says_is_in_the_log() {
        assert_eq!(
            events("/503/disk-full"),
            ["ERROR message=a problem is the response status=503 error=503 Service Unavailable: disk-full"],
        );
        let [event] = events("/503/panic").try_into().unwrap();
        let start = "ERROR message=a problem is the response status=500 error=the service panicked: ";
        assert!(event.starts_with(start) && event.contains("at the disk"), "{event}");
        assert!(!event.contains('\n'), "{event}");
    }

    #[test]
    fn a_4xx_is_one_event_and_what_passes_is_none() {
        assert_eq!(
            events("/404/nothing"),
            ["DEBUG message=a problem is the response status=404 error=404 Not Found: nothing"],
        );
        assert_eq!(events("/200/fine"), [""; 0]);
    }
}
