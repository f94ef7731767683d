use std::net::TcpListener;

use actix_web::{App, HttpServer, web};
use problem_tests_frameworks as outcome;

pub(crate) fn serve(listener: TcpListener) {
    // `to` answers GET and HEAD.
    let app = || {
        App::new()
            .route("/fixed", web::to(async || outcome::fixed()))
            .route("/formatted", web::to(async || outcome::formatted()))
            .route("/transparent", web::to(async || outcome::transparent()))
            .route("/erased", web::to(async || outcome::erased()))
            .route("/masked", web::to(async || outcome::masked()))
            .route("/document", web::to(async || outcome::document()))
            .route("/value", web::to(async || outcome::value()))
            .route("/details", web::to(async || outcome::details()))
            .route("/fine", web::to(async || outcome::fine()))
    };
    let server = HttpServer::new(app).workers(1).disable_signals().listen(listener);
    let server = server.expect("the listener").run();
    actix_web::rt::System::new().block_on(server).expect("the server");
}
