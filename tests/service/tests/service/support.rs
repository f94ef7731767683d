//! A running service and a client that asks it.

use std::num::NonZeroU32;
use std::time::Duration;

use axum::Router;
use problem_examples::service::{self, Config, DEMO_KEY};
use reqwest::header::HeaderMap;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;
use tokio::net::TcpListener;

/// A service on a loopback port, which ends with the test's runtime.
pub(crate) struct Service {
    client: Client,
    base: String,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Service {
    /// The example service, with a rate limit that no test meets by accident.
    pub(crate) async fn start() -> Self {
        Self::start_with(&Config {
            rate_limit: NonZeroU32::MAX,
            ..Config::default()
        })
        .await
    }

    pub(crate) async fn start_with(config: &Config) -> Self {
        Self::serve(service::app(config).expect("an in-memory database opens")).await
    }

    pub(crate) async fn serve(router: Router) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        let client = Client::builder().timeout(Duration::from_secs(30)).build().unwrap();
        Service { client, base }
    }

    /// A request without a key.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.base))
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        send(self.request(Method::GET, path).header("x-api-key", DEMO_KEY)).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        send(
            self.request(Method::POST, path)
                .header("x-api-key", DEMO_KEY)
                .json(&body),
        )
        .await
    }

    /// A `POST` that must create something; its id.
    pub(crate) async fn create(&self, path: &str, body: Value) -> u64 {
        let answer = self.post(path, body).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.json()["id"].as_u64().expect("what is created has an id")
    }
}

pub(crate) async fn send(request: RequestBuilder) -> Answer {
    let response = request.send().await.expect("the service answers");
    Answer {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        text: response.text().await.expect("the body is text"),
    }
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// That this is a problem with this status, title and code, sent as one.
    #[track_caller]
    pub(crate) fn assert_problem(&self, status: u16, title: &str, code: Option<u32>) {
        assert_eq!(
            self.header("content-type"),
            Some("application/problem+json"),
            "{self:?}"
        );
        let json = self.json();
        assert_eq!(self.status, status, "{json}");
        assert_eq!(json["status"], status, "{json}");
        assert_eq!(json["title"], title, "{json}");
        assert_eq!(
            json.get("errorCode").and_then(Value::as_u64),
            code.map(u64::from),
            "{json}"
        );
    }
}
