//! Any tokens as the type that derives `Problem`.
//!
//! A macro crate cannot be linked as a library, so this includes its modules. They are the ones of its `lib.rs`, where they
//! stand at the root of the crate: one that is missing here does not compile.
#![no_main]
#![allow(dead_code, reason = "only the entry point is used")]

#[path = "../../problem-derive/src"]
mod problem_derive {
    pub(crate) mod ast;
    pub(crate) mod attr;
    pub(crate) mod bound;
    pub(crate) mod check;
    pub(crate) mod ctxt;
    pub(crate) mod decode;
    pub(crate) mod describe;
    pub(crate) mod docs;
    pub(crate) mod expand;
    pub(crate) mod fallback;
    pub(crate) mod json;
    pub(crate) mod log_level;
    pub(crate) mod model;
    pub(crate) mod pattern;
    pub(crate) mod problem;
    pub(crate) mod status;
    pub(crate) mod symbol;
    pub(crate) mod table;
    pub(crate) mod template;
    pub(crate) mod uri;
    pub(crate) mod words;
}

use libfuzzer_sys::{Corpus, fuzz_target};
use problem_derive::*;
use proc_macro2::TokenStream;

/// rustc itself stops at 128 (`recursion_limit`); syn has no limit of its own.
const MAX_NESTING: usize = 64;

fuzz_target!(|text: &str| -> Corpus {
    let Ok(tokens) = text.parse::<TokenStream>() else {
        return Corpus::Reject;
    };
    if nesting(tokens.clone()) > MAX_NESTING {
        return Corpus::Reject;
    }
    let output = expand::derive(tokens);
    let text = output.to_string();
    assert!(syn::parse2::<syn::File>(output).is_ok(), "the output is not Rust: {text}");
    Corpus::Keep
});

fn nesting(tokens: TokenStream) -> usize {
    let levels = tokens.into_iter().map(|token| match token {
        proc_macro2::TokenTree::Group(group) => 1 + nesting(group.stream()),
        _ => 0,
    });
    levels.max().unwrap_or(0)
}
