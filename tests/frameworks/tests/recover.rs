//! What warp's own filters refuse is a problem too, once `recover` stands behind them.

use problem_core::{ProblemDetails, warp::recover};
use reqwest::{Client, Method};
use tokio::net::TcpListener;
use warp::{Filter, Reply};

#[tokio::test]
async fn the_refusals_of_warp_are_problems() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    let number = warp::path("number")
        .and(warp::post())
        .and(warp::header::<u8>("x-version"))
        .and(warp::body::content_length_limit(4))
        .and(warp::body::json())
        .map(|_version: u8, number: u32| number.to_string());
    let server = warp::serve(number.recover(recover).map(Reply::into_response)).incoming(listener);
    tokio::spawn(server.run());

    let client = Client::new();
    let ask = async |method: Method, path: &str, version: Option<&str>, body: &'static str| {
        let mut request = client.request(method, format!("http://{address}/{path}")).body(body);
        if let Some(version) = version {
            request = request.header("x-version", version);
        }
        let response = request.send().await.expect("an answer");
        let status = response.status().as_u16();
        let media_type = response.headers().get("content-type").cloned();
        (status, media_type, response.bytes().await.expect("a body"))
    };

    let (status, _, body) = ask(Method::POST, "number", Some("1"), "17").await;
    assert_eq!((status, &*body), (200, &b"17"[..]));
    for (method, path, version, body, expected) in [
        (Method::POST, "nothing", Some("1"), "1", 404),
        (Method::GET, "number", Some("1"), "", 405),
        (Method::POST, "number", Some("1"), "12345", 413),
        (Method::POST, "number", Some("1"), "one", 400),
        (Method::POST, "number", Some("x"), "1", 400),
        (Method::POST, "number", None, "1", 400),
    ] {
        let (status, media_type, body) = ask(method, path, version, body).await;
        assert_eq!(status, expected, "{path} {version:?}");
        assert_eq!(media_type.expect("a media type"), "application/problem+json");
        let details = ProblemDetails::from_json(&body).expect("a problem");
        assert_eq!(details.status(), Some(expected));
        assert!(details.detail().is_some_and(|detail| !detail.is_empty()));
    }
}
