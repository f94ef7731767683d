//! The service: an axum router over a SQLite database.
//!
//! Handlers raise the domains' problems by `?`. What a client must not know, such as a failure of the database, becomes
//! a 500 on its way through [`AnyProblem`](problem_core::AnyProblem), and is in the log when the response is made.

mod actions;
mod auth;
mod body;
mod contacts;
mod created;
mod database;
mod folders;
mod layers;
mod page;
mod path;
mod rate_limit;
mod samples;
mod sequence_contacts;
mod sequences;
mod status;
mod steps;
mod validate;

use std::num::NonZeroU32;
use std::path::PathBuf;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use problem_core::reference;

use self::auth::Keys;
use self::database::Database;
use self::rate_limit::RateLimit;
use crate::CATALOG;

pub use self::layers::with_outer_layers;

/// The bytes that the body of a request may have.
pub const BODY_LIMIT: usize = 64 * 1024;

/// The key that may read and write.
pub const DEMO_KEY: &str = "demo-key";

/// The key that may only read.
pub const DEMO_READ_ONLY_KEY: &str = "demo-read-only";

/// What can be set from outside.
#[derive(Clone, Debug)]
pub struct Config {
    /// The file of the database, or `None` to keep it in memory.
    pub database: Option<PathBuf>,
    /// API keys that may read and write, besides [`DEMO_KEY`].
    pub api_keys: Vec<String>,
    /// The requests that an API key may send in a second.
    pub rate_limit: NonZeroU32,
    /// The contacts that a sequence may have.
    pub contacts_per_sequence: u32,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            database: None,
            api_keys: Vec::new(),
            rate_limit: const { NonZeroU32::new(50).unwrap() },
            contacts_per_sequence: 1000,
        }
    }
}

/// What the handlers share.
#[derive(Clone)]
struct AppState {
    database: Database,
    contacts_per_sequence: u32,
}

/// The whole service, ready for [`axum::serve()`].
///
/// # Errors
///
/// If the database cannot be opened.
pub fn app(config: &Config) -> rusqlite::Result<Router> {
    let state = AppState {
        database: Database::open(config.database.as_deref())?,
        contacts_per_sequence: config.contacts_per_sequence,
    };
    let keys = Keys::new(&config.api_keys);
    let rate_limit = RateLimit::per_second(config.rate_limit);

    let api = Router::new()
        .merge(sequences::routes())
        .merge(actions::routes())
        .merge(steps::routes())
        .merge(sequence_contacts::routes())
        .merge(contacts::routes())
        .merge(folders::routes())
        .route_layer(from_fn_with_state(rate_limit, rate_limit::enforce))
        .route_layer(from_fn_with_state(keys, auth::authenticate))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(state);

    // Who reads about an error, or asks whether the service is up, needs no API key.
    let public = samples::routes()
        .merge(reference::axum::router(&CATALOG))
        .route("/health", get(async || "ok"));
    Ok(with_outer_layers(api.merge(public)))
}
