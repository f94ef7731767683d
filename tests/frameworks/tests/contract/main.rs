//! What the responses of every framework have in common. A new framework is one row more of [`contract!`], and a module
//! that serves the outcomes of this package's library, each under the path of its [`CASES`] row.

mod actix_web;
mod axum;
mod hyper;
mod poem;
mod rocket;
mod salvo;
mod warp;

use std::net::{SocketAddr, TcpListener};
use std::thread;
use std::time::{Duration, Instant};

use reqwest::header::{CONNECTION, DATE, HeaderMap};
use reqwest::{Client, Method, Response};

contract! {
    actix_web,
    axum,
    hyper,
    poem,
    rocket adding VARY,
    salvo,
    warp,
}

/// What a client gets, byte for byte. Headers stand in alphabetical order, without `content-length`.
struct Case {
    path: &'static str,
    status: u16,
    headers: &'static [(&'static str, &'static str)],
    body: &'static str,
}

const JSON: (&str, &str) = ("content-type", "application/problem+json");

const CASES: &[Case] = &[
    Case {
        path: "/fixed",
        status: 404,
        headers: &[JSON],
        body: r#"{"type":"https://errors.example.com/orders/1","title":"Not Found","status":404,"detail":"Order not found","errorCode":1}"#,
    },
    Case {
        path: "/formatted",
        status: 429,
        headers: &[("cache-control", "no-store"), JSON, ("retry-after", "30")],
        body: r#"{"type":"https://errors.example.com/orders/2","title":"Too Many Requests","status":429,"detail":"Customer “Zoë \"Z\"” must wait 30 s","errorCode":2,"customer":"Zoë \"Z\"","orderCounts":[3,4]}"#,
    },
    Case {
        path: "/transparent",
        status: 402,
        headers: &[JSON, ("x-payment", "refused")],
        body: r#"{"title":"Card Refused","status":402,"detail":"The card was refused","errorCode":7}"#,
    },
    Case {
        path: "/erased",
        status: 429,
        headers: &[("cache-control", "no-store"), JSON, ("retry-after", "30")],
        body: r#"{"type":"https://errors.example.com/orders/2","title":"Too Many Requests","status":429,"detail":"Customer “Zoë \"Z\"” must wait 30 s","errorCode":2,"customer":"Zoë \"Z\"","orderCounts":[3,4]}"#,
    },
    Case {
        path: "/masked",
        status: 500,
        headers: &[JSON],
        body: r#"{"title":"Internal Server Error","status":500,"detail":"The server failed to process the request"}"#,
    },
    Case {
        path: "/document",
        status: 409,
        headers: &[JSON],
        body: r#"{"type":"urn:example:conflict","title":"Conflict","status":409,"detail":"The order has changed","instance":"/orders/7#line-2","version":12}"#,
    },
    // Not as the error of a `Result`, but as what the handler returns.
    Case {
        path: "/value",
        status: 404,
        headers: &[JSON],
        body: r#"{"type":"https://errors.example.com/orders/1","title":"Not Found","status":404,"detail":"Order not found","errorCode":1}"#,
    },
    Case {
        path: "/details",
        status: 409,
        headers: &[JSON],
        body: r#"{"type":"urn:example:conflict","title":"Conflict","status":409,"detail":"The order has changed","instance":"/orders/7#line-2","version":12}"#,
    },
];

/// One test a framework: its module's `serve` answers on the listener until the process ends.
macro_rules! contract {
    ($($framework:ident $(adding $header:ident)?,)+) => {
        $(
            #[tokio::test]
            async fn $framework() {
                holds(crate::$framework::serve, &[$($header)?]).await;
            }
        )+
    };
}
use contract;

/// What rocket's responders add with the feature `xml`: they see the request, and negotiate by themselves.
const VARY: (&str, &str) = ("vary", "accept");

async fn holds(serve: fn(TcpListener), added: &[(&str, &str)]) {
    let address = start(serve);
    let client = Client::builder()
        .timeout(Duration::from_secs(10))
        .build()
        .expect("client");

    for case in CASES {
        let mut expected = [case.headers, added].concat();
        expected.sort_unstable();
        let answer = ask(&client, Method::GET, address, case.path).await;
        assert_eq!(answer.status(), case.status, "status of {}", case.path);
        assert_eq!(headers(&answer), expected, "headers of {}", case.path);
        assert_eq!(
            answer.content_length(),
            Some(case.body.len() as u64),
            "length of {}",
            case.path
        );
        assert_eq!(answer.text().await.expect("body"), case.body, "body of {}", case.path);

        let answer = ask(&client, Method::HEAD, address, case.path).await;
        assert_eq!(answer.status(), case.status, "status of HEAD {}", case.path);
        assert_eq!(headers(&answer), expected, "headers of HEAD {}", case.path);
        assert_eq!(answer.text().await.expect("body"), "", "body of HEAD {}", case.path);
    }

    let answer = ask(&client, Method::GET, address, "/fine").await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.text().await.expect("body"), "fine");
}

/// Starts a server on a free port of the loopback address, in a thread of its own.
fn start(serve: fn(TcpListener)) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.set_nonblocking(true).expect("a non-blocking listener");
    let address = listener.local_addr().expect("its address");
    thread::spawn(move || serve(listener));
    address
}

/// Sends a request; again while it is not answered, for a framework that closes the listener and binds the port anew.
async fn ask(client: &Client, method: Method, address: SocketAddr, path: &str) -> Response {
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        match client
            .request(method.clone(), format!("http://{address}{path}"))
            .send()
            .await
        {
            Ok(answer) => return answer,
            Err(error) if error.is_request() && Instant::now() < deadline => {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            Err(error) => panic!("{method} {path}: {error:?}"),
        }
    }
}

/// The headers of a response, apart from those that are about the connection or the moment.
fn headers(answer: &Response) -> Vec<(&str, &str)> {
    let of_the_server = |name: &str| [DATE.as_str(), CONNECTION.as_str(), "content-length"].contains(&name);
    let all: &HeaderMap = answer.headers();
    let mut headers: Vec<_> = all
        .iter()
        .map(|(name, value)| (name.as_str(), value.to_str().expect("ASCII")))
        .filter(|(name, _)| !of_the_server(name))
        .collect();
    headers.sort_unstable();
    headers
}

/// Runs a server on a runtime of its own.
fn block_on(server: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(server);
}
