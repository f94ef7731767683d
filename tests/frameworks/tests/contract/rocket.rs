use std::net::TcpListener;

use problem_core::{AnyProblem, ProblemDetails};
use problem_tests_frameworks::{self as outcome, OrderError};
use rocket::config::{Config, Ident, LogLevel, Shutdown};
use rocket::shield::Shield;
use rocket::{get, routes};

// rocket answers HEAD where a route answers GET.
#[get("/fixed")]
fn fixed() -> Result<&'static str, OrderError> {
    outcome::fixed()
}

#[get("/formatted")]
fn formatted() -> Result<&'static str, OrderError> {
    outcome::formatted()
}

#[get("/transparent")]
fn transparent() -> Result<&'static str, OrderError> {
    outcome::transparent()
}

#[get("/erased")]
fn erased() -> Result<&'static str, AnyProblem> {
    outcome::erased()
}

#[get("/masked")]
fn masked() -> Result<&'static str, AnyProblem> {
    outcome::masked()
}

#[get("/document")]
fn document() -> Result<&'static str, ProblemDetails> {
    outcome::document()
}

#[get("/value")]
fn value() -> OrderError {
    outcome::value()
}

#[get("/details")]
fn details() -> ProblemDetails {
    outcome::details()
}

#[get("/fine")]
fn fine() -> Result<&'static str, OrderError> {
    outcome::fine()
}

pub(crate) fn serve(listener: TcpListener) {
    // rocket binds the port by itself.
    let port = listener.local_addr().expect("its address").port();
    drop(listener);
    // Without the headers that rocket adds to every response.
    let config = Config {
        port,
        ident: Ident::none(),
        log_level: LogLevel::Off,
        shutdown: Shutdown {
            ctrlc: false,
            ..Shutdown::default()
        },
        ..Config::default()
    };
    let routes = routes![
        fixed,
        formatted,
        transparent,
        erased,
        masked,
        document,
        value,
        details,
        fine
    ];
    let server = rocket::custom(config).attach(Shield::new()).mount("/", routes).launch();
    rocket::execute(server).expect("the server");
}
