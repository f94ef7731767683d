//! The derive macro of [problem-core](https://docs.rs/problem-core), which re-exports and documents it.

#![forbid(unsafe_code)]

mod ast;
mod attr;
mod bound;
mod check;
#[cfg(test)]
mod cost_tests;
mod ctxt;
mod decode;
mod describe;
mod docs;
mod expand;
mod fallback;
mod json;
mod log_level;
mod model;
#[cfg(test)]
mod odd_input_tests;
mod pattern;
mod problem;
#[cfg(test)]
mod snapshot_tests;
mod status;
mod symbol;
mod table;
mod template;
mod uri;
mod words;

use proc_macro::TokenStream;

/// Declares the problems of an API: see the [crate documentation](https://docs.rs/problem-core).
#[proc_macro_derive(Problem, attributes(problem))]
pub fn derive_problem(input: TokenStream) -> TokenStream {
    expand::derive(input.into()).into()
}
