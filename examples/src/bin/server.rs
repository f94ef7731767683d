//! A sales engagement API that answers its errors as RFC 9457 problems.
//!
//! ```console
//! cargo run
//! cargo run -- --listen 127.0.0.1:8080 --database sales.db --api-key secret --rate-limit 10
//! ```
#![forbid(unsafe_code)]

use std::error::Error;
use std::io::{self, IsTerminal};
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use clap::builder::NonEmptyStringValueParser;
use problem_examples::service::{self, Config, DEMO_KEY};
use tokio::net::TcpListener;

/// A sales engagement API that answers its errors as RFC 9457 problems
#[derive(Parser)]
#[command(version)]
struct Args {
    /// Address to listen on
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:3000")]
    listen: SocketAddr,

    /// Keep the data in this file instead of in memory
    #[arg(long, value_name = "FILE")]
    database: Option<PathBuf>,

    /// Accept this API key too, for reading and writing; may be given several times
    #[arg(long = "api-key", value_name = "KEY", value_parser = NonEmptyStringValueParser::new())]
    api_keys: Vec<String>,

    /// Requests that an API key may send in a second
    #[arg(long, value_name = "NUMBER", default_value_t = Config::default().rate_limit)]
    rate_limit: NonZeroU32,

    /// Contacts that a sequence may have
    #[arg(long, value_name = "NUMBER", default_value_t = Config::default().contacts_per_sequence)]
    contacts_per_sequence: u32,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(args: Args) -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .init();

    let app = service::app(&Config {
        database: args.database,
        api_keys: args.api_keys,
        rate_limit: args.rate_limit,
        contacts_per_sequence: args.contacts_per_sequence,
    })
    .map_err(|error| format!("cannot open the database: {error}"))?;
    let listener = TcpListener::bind(args.listen)
        .await
        .map_err(|error| format!("cannot listen on {}: {error}", args.listen))?;

    print_hints(listener.local_addr()?);
    axum::serve(listener, app).with_graceful_shutdown(stopped()).await?;
    Ok(())
}

fn print_hints(address: SocketAddr) {
    println!(
        "Listening on http://{address}. The error reference is at http://{address}/errors. Try:

  curl -i http://{address}/samples/sequences/6
  curl -i http://{address}/sequences -H 'X-Api-Key: {DEMO_KEY}' -H 'Content-Type: application/json' -d '{{\"name\":\"Outreach\"}}'
  curl -i http://{address}/sequences/1/start -H 'X-Api-Key: {DEMO_KEY}' -X POST
"
    );
}

/// Ends when the user presses Ctrl-C.
async fn stopped() {
    if let Err(error) = tokio::signal::ctrl_c().await {
        tracing::error!(%error, "cannot wait for Ctrl-C");
        // Without the signal the service runs until it is killed.
        std::future::pending::<()>().await;
    }
}
