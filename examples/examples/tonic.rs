//! tonic: `?` turns the enum into a gRPC status that carries a `google.rpc.ErrorInfo`.
//!
//! Any service does the same; this is that of the health protocol, which clients have already.
//!
//! ```console
//! cargo run --example tonic
//! grpcurl -plaintext -d '{"service": "7"}' 127.0.0.1:3000 grpc.health.v1.Health/Check
//! ```
#![forbid(unsafe_code)]

use std::error::Error;
use std::pin::Pin;

use problem_core::Problem;
use tokio_stream::{Stream, once};
use tonic::transport::Server;
use tonic::{Request, Response, Status, async_trait};
use tonic_health::ServingStatus;
use tonic_health::pb::health_server::{Health, HealthServer};
use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};

/// Why a request about a sequence failed.
#[derive(Debug, Problem)]
#[problem(domain = "Sequences")]
enum SequenceError {
    /// Sequence not found
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Sequence is archived
    #[problem(code = 6, status = 409, detail = "Sequence {id} is archived")]
    Archived {
        #[problem(extension)]
        id: u64,
    },
}

fn status_of(sequence: &str) -> Result<HealthCheckResponse, SequenceError> {
    match sequence {
        "1" => Ok(HealthCheckResponse {
            status: ServingStatus::Serving as i32,
        }),
        "2" => Err(SequenceError::Archived { id: 2 }),
        _ => Err(SequenceError::NotFound),
    }
}

struct Sequences;

#[async_trait]
impl Health for Sequences {
    async fn check(&self, request: Request<HealthCheckRequest>) -> Result<Response<HealthCheckResponse>, Status> {
        Ok(Response::new(status_of(&request.get_ref().service)?))
    }

    type WatchStream = Pin<Box<dyn Stream<Item = Result<HealthCheckResponse, Status>> + Send>>;

    async fn watch(&self, request: Request<HealthCheckRequest>) -> Result<Response<Self::WatchStream>, Status> {
        let status = status_of(&request.get_ref().service)?;
        Ok(Response::new(Box::pin(once(Ok(status)))))
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port: u16 = std::env::args().nth(1).map_or(Ok(3000), |port| port.parse())?;
    Server::builder()
        .add_service(HealthServer::new(Sequences))
        .serve(([127, 0, 0, 1], port).into())
        .await?;
    Ok(())
}
