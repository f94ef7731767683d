//! The programs of `examples/`, each started as a process and asked over the network. They say the same in every framework.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use reqwest::{Client, Response};
use serde_json::Value;
use tonic::Code;
use tonic::transport::Endpoint;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;
use tonic_types::StatusExt;

#[tokio::test]
async fn actix_web() {
    answers_with_problems("actix-web").await;
}

#[tokio::test]
async fn axum() {
    answers_with_problems("axum").await;
}

#[tokio::test]
async fn http() {
    answers_with_problems("http").await;
}

#[tokio::test]
async fn poem() {
    answers_with_problems("poem").await;
}

#[tokio::test]
async fn rocket() {
    answers_with_problems("rocket").await;
}

#[tokio::test]
async fn salvo() {
    answers_with_problems("salvo").await;
}

#[tokio::test]
async fn warp() {
    answers_with_problems("warp").await;
}

#[tokio::test]
async fn error_pages() {
    let program = Program::start("error-pages").await;
    let answer = program.get("/orders/7").await;
    assert_eq!(answer.status(), 404);
    let problem: Value = serde_json::from_slice(&answer.bytes().await.expect("a body")).expect("a problem");
    let type_uri = problem["type"].as_str().expect("a type");
    assert_eq!(type_uri, "http://127.0.0.1:3000/errors/orders/1");

    // The test's program listens on another port than the one in its `base`.
    let path = type_uri.strip_prefix("http://127.0.0.1:3000").expect("a path");
    let page = program.get(path).await;
    assert_eq!(page.status(), 200);
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    let page = page.text().await.expect("a page");
    assert!(page.contains("Order not found") && page.contains(type_uri), "{page}");

    let archived = r#"{"type":"http://127.0.0.1:3000/errors/orders/6","title":"Conflict","status":409,"detail":"Order 2 is archived","errorCode":6,"id":2}"#;
    program.answers("/orders/2", 409, archived).await;
}

#[tokio::test]
async fn tonic() {
    let program = Program::start("tonic").await;
    let address = format!("http://127.0.0.1:{}", program.port);
    let endpoint = Endpoint::from_shared(address).expect("an address");
    let mut client = HealthClient::new(endpoint.connect().await.expect("a connection"));

    let request = |sequence: &str| HealthCheckRequest {
        service: sequence.to_owned(),
    };
    client.check(request("1")).await.expect("a status");

    let error = client.check(request("7")).await.expect_err("a problem");
    assert_eq!((error.code(), error.message()), (Code::NotFound, "Sequence not found"));
    let info = error.get_details_error_info().expect("an ErrorInfo");
    assert_eq!((&*info.reason, &*info.domain), ("NOT_FOUND", "sequences"));

    let error = client.check(request("2")).await.expect_err("a problem");
    assert_eq!(
        (error.code(), error.message()),
        (Code::Aborted, "Sequence 2 is archived")
    );
}

async fn answers_with_problems(program: &str) {
    let program = Program::start(program).await;

    let answer = program.get("/sequences/1/name").await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.text().await.expect("body"), "Welcome");

    let not_found = r#"{"title":"Not Found","status":404,"detail":"Sequence not found","errorCode":1}"#;
    program.answers("/sequences/7/name", 404, not_found).await;

    let archived = r#"{"title":"Conflict","status":409,"detail":"Sequence 2 is archived","errorCode":6,"id":2}"#;
    program.answers("/sequences/2/name", 409, archived).await;

    let nothing = r#"{"title":"Not Found","status":404,"detail":"There is nothing at this path"}"#;
    program.answers("/nothing", 404, nothing).await;
}

/// A running example; it ends with the value.
struct Program {
    process: Child,
    port: u16,
    client: Client,
}

impl Program {
    /// Starts an example on a free port and waits until it listens.
    async fn start(name: &str) -> Self {
        let client = Client::builder()
            .timeout(Duration::from_secs(10))
            .build()
            .expect("a client");
        // Between the choice of a port and its use another process may take it.
        for _ in 0..3 {
            let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
            let port = listener.local_addr().expect("its address").port();
            drop(listener);
            let process = Command::new(path(name))
                .arg(port.to_string())
                .stdout(Stdio::null())
                .spawn()
                .unwrap_or_else(|error| panic!("{}: {error}; run `cargo build --examples`", path(name).display()));
            let mut program = Program {
                process,
                port,
                client: client.clone(),
            };
            if program.listens().await {
                return program;
            }
        }
        panic!("{name} does not start");
    }

    /// Whether the process answers before it ends, within ten seconds.
    async fn listens(&mut self) -> bool {
        let deadline = Instant::now() + Duration::from_secs(10);
        while Instant::now() < deadline && self.process.try_wait().is_ok_and(|status| status.is_none()) {
            if tokio::net::TcpStream::connect(("127.0.0.1", self.port)).await.is_ok() {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        false
    }

    async fn get(&self, path: &str) -> Response {
        let url = format!("http://127.0.0.1:{}{path}", self.port);
        self.client.get(url).send().await.expect("a response")
    }

    async fn answers(&self, path: &str, status: u16, body: &str) {
        let answer = self.get(path).await;
        assert_eq!(answer.status(), status, "{path}");
        assert_eq!(answer.headers()["content-type"], "application/problem+json", "{path}");
        assert_eq!(answer.text().await.expect("a body"), body, "{path}");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

/// Where cargo puts an example: beside the directory of this test.
fn path(example: &str) -> PathBuf {
    let mut path = std::env::current_exe().expect("the path of this test");
    path.pop();
    path.pop();
    path.join("examples")
        .join(example)
        .with_extension(std::env::consts::EXE_EXTENSION)
}
