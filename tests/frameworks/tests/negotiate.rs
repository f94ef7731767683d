//! JSON or XML by `Accept`, in each framework the way that its module describes, over real HTTP.

use std::net::{SocketAddr, TcpListener};
use std::thread;
use std::time::{Duration, Instant};

use problem_tests_frameworks as outcome;
use reqwest::{Client, Response};

const JSON_BODY: &str = r#"{"type":"https://errors.example.com/orders/1","title":"Not Found","status":404,"detail":"Order not found","errorCode":1}"#;
const XML_BODY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<problem xmlns=\"urn:ietf:rfc:7807\">\
    <type>https://errors.example.com/orders/1</type><title>Not Found</title><status>404</status>\
    <detail>Order not found</detail><errorCode>1</errorCode></problem>";

/// Asks for `/fixed` and `/fine` of a server.
async fn holds(serve: fn(TcpListener)) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.set_nonblocking(true).expect("a non-blocking listener");
    let address = listener.local_addr().expect("its address");
    thread::spawn(move || serve(listener));

    for accept in ["application/problem+xml", "text/xml, application/json;q=0.9"] {
        let answer = ask(address, "/fixed", accept).await;
        assert_eq!(answer.status(), 404, "{accept}");
        assert_eq!(answer.headers()["content-type"], "application/problem+xml", "{accept}");
        assert_eq!(answer.headers()["vary"], "accept", "{accept}");
        assert_eq!(answer.content_length(), Some(XML_BODY.len() as u64), "{accept}");
        assert_eq!(answer.text().await.expect("body"), XML_BODY, "{accept}");
    }
    for accept in ["*/*", "text/html", "application/xml, application/json"] {
        let answer = ask(address, "/fixed", accept).await;
        assert_eq!(answer.headers()["content-type"], "application/problem+json", "{accept}");
        assert_eq!(answer.headers()["vary"], "accept", "{accept}");
        assert_eq!(answer.content_length(), Some(JSON_BODY.len() as u64), "{accept}");
        assert_eq!(answer.text().await.expect("body"), JSON_BODY, "{accept}");
    }
    let answer = ask(address, "/fine", "application/xml").await;
    assert!(!answer.headers().contains_key("vary"));
    assert_eq!(answer.text().await.expect("body"), "fine");
}

/// Sends a request; again while it is not answered, for a framework that closes the listener and binds the port anew.
async fn ask(address: SocketAddr, path: &str, accept: &str) -> Response {
    let client = Client::builder()
        .timeout(Duration::from_secs(10))
        .build()
        .expect("client");
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        let request = client.get(format!("http://{address}{path}")).header("accept", accept);
        match request.send().await {
            Ok(answer) => return answer,
            Err(error) if error.is_request() && Instant::now() < deadline => {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            Err(error) => panic!("{path}: {error:?}"),
        }
    }
}

/// Runs a server on a runtime of its own.
fn block_on(server: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(server);
}

mod actix_web {
    use actix_web::middleware::from_fn;
    use actix_web::{App, HttpServer, web};

    use super::{TcpListener, outcome};

    pub(crate) fn serve(listener: TcpListener) {
        let app = || {
            App::new()
                .wrap(from_fn(problem_core::actix_web::negotiate))
                .route("/fixed", web::get().to(async || outcome::fixed()))
                .route("/fine", web::get().to(async || outcome::fine()))
        };
        let server = HttpServer::new(app).workers(1).disable_signals().listen(listener);
        let server = server.expect("the listener").run();
        actix_web::rt::System::new().block_on(server).expect("the server");
    }
}

mod axum {
    use axum::Router;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use problem_core::tower::ProblemLayer;

    use super::{TcpListener, block_on, outcome};

    fn app() -> Router {
        Router::new()
            .route("/fixed", get(async || outcome::fixed()))
            .route("/fine", get(async || outcome::fine()))
    }

    fn serve_router(listener: TcpListener, app: Router) {
        block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).expect("the listener");
            axum::serve(listener, app).await.expect("the server");
        });
    }

    pub(crate) fn serve(listener: TcpListener) {
        serve_router(listener, app().layer(from_fn(problem_core::axum::negotiate)));
    }

    pub(crate) fn serve_layer(listener: TcpListener) {
        serve_router(listener, app().layer(ProblemLayer::new()));
    }

    /// Either finds the other's work done.
    pub(crate) fn serve_both(listener: TcpListener) {
        let app = app().layer(ProblemLayer::new());
        serve_router(listener, app.layer(from_fn(problem_core::axum::negotiate)));
    }
}

mod poem {
    use poem::endpoint::make_sync;
    use poem::listener::TcpAcceptor;
    use poem::{EndpointExt, Route, Server, get};

    use super::{TcpListener, block_on, outcome};

    pub(crate) fn serve(listener: TcpListener) {
        let app = Route::new()
            .at("/fixed", get(make_sync(|_| outcome::fixed())))
            .at("/fine", get(make_sync(|_| outcome::fine())))
            .around(problem_core::poem::negotiate);
        block_on(async {
            let acceptor = TcpAcceptor::from_std(listener).expect("the listener");
            Server::new_with_acceptor(acceptor).run(app).await.expect("the server");
        });
    }
}

mod rocket {
    use problem_tests_frameworks::OrderError;
    use rocket::config::{Config, LogLevel, Shutdown};
    use rocket::{get, routes};

    use super::{TcpListener, outcome};

    #[get("/fixed")]
    fn fixed() -> Result<&'static str, OrderError> {
        outcome::fixed()
    }

    #[get("/fine")]
    fn fine() -> Result<&'static str, OrderError> {
        outcome::fine()
    }

    pub(crate) fn serve(listener: TcpListener) {
        // rocket binds the port by itself.
        let port = listener.local_addr().expect("its address").port();
        drop(listener);
        let config = Config {
            port,
            log_level: LogLevel::Off,
            shutdown: Shutdown {
                ctrlc: false,
                ..Shutdown::default()
            },
            ..Config::default()
        };
        let server = rocket::custom(config).mount("/", routes![fixed, fine]).launch();
        rocket::execute(server).expect("the server");
    }
}

mod salvo {
    use problem_core::salvo::Negotiate;
    use problem_tests_frameworks::OrderError;
    use salvo::conn::tcp::TcpAcceptor;
    use salvo::prelude::*;

    use super::{TcpListener, block_on, outcome};

    #[handler]
    async fn fixed() -> Result<&'static str, OrderError> {
        outcome::fixed()
    }

    #[handler]
    async fn fine() -> Result<&'static str, OrderError> {
        outcome::fine()
    }

    pub(crate) fn serve(listener: TcpListener) {
        let router = Router::new()
            .push(Router::with_path("fixed").get(fixed))
            .push(Router::with_path("fine").get(fine));
        block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).expect("the listener");
            let acceptor = TcpAcceptor::try_from(listener).expect("its address");
            let service = Service::new(router).hoop(Negotiate);
            Server::new(acceptor).serve(service).await;
        });
    }
}

mod warp {
    use std::convert::Infallible;

    use http_body_util::combinators::BoxBody;
    use hyper::body::Bytes;
    use hyper::server::conn::http1;
    use hyper::service::service_fn;
    use hyper_util::rt::TokioIo;
    use problem_core::tower::ProblemLayer;
    use tower_layer::Layer;
    use tower_service::Service;
    use warp::{Filter, path};

    use super::{TcpListener, block_on, outcome};

    pub(crate) fn serve(listener: TcpListener) {
        let routes = path("fixed")
            .then(async || outcome::fixed())
            .or(path("fine").then(async || outcome::fine()));
        let layered = ProblemLayer::new().layer(warp::service(routes));
        block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).expect("the listener");
            loop {
                let (stream, _) = listener.accept().await.expect("a connection");
                let service = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
                    let mut layered = layered;
                    async move {
                        let response = layered.call(request).await?;
                        Ok::<_, Infallible>(response.map(BoxBody::<Bytes, _>::new))
                    }
                });
                tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
            }
        });
    }
}

#[tokio::test]
async fn actix_web_negotiates_in_a_middleware() {
    holds(actix_web::serve).await;
}

#[tokio::test]
async fn axum_negotiates_in_a_middleware() {
    holds(axum::serve).await;
}

#[tokio::test]
async fn poem_negotiates_around_an_endpoint() {
    holds(poem::serve).await;
}

#[tokio::test]
async fn rocket_negotiates_by_itself() {
    holds(rocket::serve).await;
}

#[tokio::test]
async fn salvo_negotiates_in_a_hoop() {
    holds(salvo::serve).await;
}

#[tokio::test]
async fn the_tower_layer_negotiates() {
    holds(axum::serve_layer).await;
}

#[tokio::test]
async fn the_tower_layer_and_a_middleware_agree() {
    holds(axum::serve_both).await;
}

#[tokio::test]
async fn warp_negotiates_in_the_tower_layer() {
    holds(warp::serve).await;
}
