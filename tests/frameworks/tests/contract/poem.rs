use std::net::TcpListener;

use poem::endpoint::make_sync;
use poem::listener::TcpAcceptor;
use poem::{Route, Server, get};
use problem_tests_frameworks as outcome;

pub(crate) fn serve(listener: TcpListener) {
    let app = Route::new()
        .at("/fixed", get(make_sync(|_| outcome::fixed())))
        .at("/formatted", get(make_sync(|_| outcome::formatted())))
        .at("/transparent", get(make_sync(|_| outcome::transparent())))
        .at("/erased", get(make_sync(|_| outcome::erased())))
        .at("/masked", get(make_sync(|_| outcome::masked())))
        .at("/document", get(make_sync(|_| outcome::document())))
        .at("/value", get(make_sync(|_| outcome::value())))
        .at("/details", get(make_sync(|_| outcome::details())))
        .at("/fine", get(make_sync(|_| outcome::fine())));

    crate::block_on(async {
        let acceptor = TcpAcceptor::from_std(listener).expect("the listener");
        Server::new_with_acceptor(acceptor).run(app).await.expect("the server");
    });
}
