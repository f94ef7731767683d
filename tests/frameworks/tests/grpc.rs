//! Problems as gRPC statuses: a real tonic server, asked by a real client. The service of the health protocol stands for
//! any other; its request names the outcome.

use std::pin::Pin;

use problem_core::{AnyProblem, ProblemDetails};
use problem_tests_frameworks as outcome;
use tokio::net::TcpListener;
use tokio_stream::Stream;
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Endpoint, Server};
use tonic::{Code, Request, Response, Status};
use tonic_health::pb::health_client::HealthClient;
use tonic_health::pb::health_server::{Health, HealthServer};
use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};
use tonic_types::StatusExt;

struct Outcomes;

#[tonic::async_trait]
impl Health for Outcomes {
    type WatchStream = Pin<Box<dyn Stream<Item = Result<HealthCheckResponse, Status>> + Send>>;

    async fn check(&self, request: Request<HealthCheckRequest>) -> Result<Response<HealthCheckResponse>, Status> {
        match request.get_ref().service.as_str() {
            "fixed" => outcome::fixed()?,
            "formatted" => outcome::formatted()?,
            "transparent" => outcome::transparent()?,
            "erased" => outcome::erased()?,
            "masked" => outcome::masked()?,
            "document" => outcome::document()?,
            _ => outcome::fine()?,
        };
        Ok(Response::new(HealthCheckResponse::default()))
    }

    async fn watch(&self, _: Request<HealthCheckRequest>) -> Result<Response<Self::WatchStream>, Status> {
        Err(AnyProblem::internal("not used").into())
    }
}

/// What a client gets; the metadata of `ErrorInfo` in alphabetical order.
struct Case {
    service: &'static str,
    code: Code,
    message: &'static str,
    reason: &'static str,
    domain: &'static str,
    info: &'static [(&'static str, &'static str)],
    headers: &'static [(&'static str, &'static str)],
}

const FORMATTED: Case = Case {
    service: "formatted",
    code: Code::ResourceExhausted,
    message: "Customer “Zoë \"Z\"” must wait 30 s",
    reason: "THROTTLED",
    domain: "orders",
    info: &[
        ("customer", "Zoë \"Z\""),
        ("errorCode", "2"),
        ("orderCounts", "[3,4]"),
        ("type", "https://errors.example.com/orders/2"),
    ],
    headers: &[("cache-control", "no-store"), ("retry-after", "30")],
};

const CASES: &[Case] = &[
    Case {
        service: "fixed",
        code: Code::NotFound,
        message: "Order not found",
        reason: "NOT_FOUND",
        domain: "orders",
        info: &[("errorCode", "1"), ("type", "https://errors.example.com/orders/1")],
        headers: &[],
    },
    FORMATTED,
    Case {
        service: "transparent",
        code: Code::FailedPrecondition,
        message: "The card was refused",
        reason: "CARD_REFUSED",
        domain: "card-payments",
        info: &[("errorCode", "7")],
        headers: &[("x-payment", "refused")],
    },
    Case {
        service: "erased",
        ..FORMATTED
    },
    Case {
        service: "masked",
        code: Code::Internal,
        message: "The server failed to process the request",
        reason: "INTERNAL_ERROR",
        domain: "",
        info: &[],
        headers: &[],
    },
    Case {
        service: "document",
        code: Code::Aborted,
        message: "The order has changed",
        reason: "CONFLICT",
        domain: "",
        info: &[
            ("instance", "/orders/7#line-2"),
            ("type", "urn:example:conflict"),
            ("version", "12"),
        ],
        headers: &[],
    },
];

#[tokio::test]
async fn tonic() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    let server = Server::builder().add_service(HealthServer::new(Outcomes));
    tokio::spawn(server.serve_with_incoming(TcpIncoming::from(listener)));
    let endpoint = Endpoint::from_shared(format!("http://{address}")).expect("an address");
    let mut client = HealthClient::new(endpoint.connect().await.expect("a connection"));

    for case in CASES {
        let service = case.service.to_owned();
        let status = client
            .check(HealthCheckRequest { service })
            .await
            .expect_err(case.service);
        assert_eq!(status.code(), case.code, "code of {}", case.service);
        assert_eq!(status.message(), case.message, "message of {}", case.service);

        let info = status.get_details_error_info().expect("an ErrorInfo");
        assert_eq!(info.reason, case.reason, "reason of {}", case.service);
        assert_eq!(info.domain, case.domain, "domain of {}", case.service);
        let mut metadata: Vec<_> = info.metadata.iter().map(|(name, value)| (&**name, &**value)).collect();
        metadata.sort_unstable();
        assert_eq!(metadata, case.info, "metadata of {}", case.service);

        for &(name, value) in case.headers {
            assert_eq!(
                status.metadata().get(name).expect(name),
                value,
                "{name} of {}",
                case.service
            );
        }
    }

    let service = "fine".to_owned();
    client.check(HealthCheckRequest { service }).await.expect("no problem");
}

/// A status that HTTP cannot send, and none at all, are failures of the server.
#[test]
fn a_document_without_a_status_is_internal() {
    for details in [ProblemDetails::default(), ProblemDetails::new(42)] {
        assert_eq!(Status::from(details).code(), Code::Internal);
    }
}
