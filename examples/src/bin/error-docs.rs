//! The error reference of the service: export it, explain a code, and keep what is published.
//!
//! ```console
//! cargo run --bin error-docs -- explain sequences 6
//! cargo run --bin error-docs -- export --format html --out errors.html
//! cargo run --bin error-docs -- check examples/errors.lock.json
//! ```
#![forbid(unsafe_code)]

fn main() -> std::process::ExitCode {
    problem_core::cli::main(&problem_examples::CATALOG)
}
