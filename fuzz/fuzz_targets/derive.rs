//! Any tokens as the type that derives `Problem`.
//!
//! A macro crate cannot be linked as a library, so this includes its modules. They are the ones of its `lib.rs`: one that is
//! missing here does not compile.
#![no_main]
#![allow(dead_code, reason = "only the entry point is used")]

#[path = "../../problem-derive/src/ast.rs"]
mod ast;
#[path = "../../problem-derive/src/attr.rs"]
mod attr;
#[path = "../../problem-derive/src/bound.rs"]
mod bound;
#[path = "../../problem-derive/src/check.rs"]
mod check;
#[path = "../../problem-derive/src/ctxt.rs"]
mod ctxt;
#[path = "../../problem-derive/src/decode.rs"]
mod decode;
#[path = "../../problem-derive/src/docs.rs"]
mod docs;
#[path = "../../problem-derive/src/expand.rs"]
mod expand;
#[path = "../../problem-derive/src/fallback.rs"]
mod fallback;
#[path = "../../problem-derive/src/json.rs"]
mod json;
#[path = "../../problem-derive/src/model.rs"]
mod model;
#[path = "../../problem-derive/src/status.rs"]
mod status;
#[path = "../../problem-derive/src/symbol.rs"]
mod symbol;
#[path = "../../problem-derive/src/table.rs"]
mod table;
#[path = "../../problem-derive/src/template.rs"]
mod template;
#[path = "../../problem-derive/src/uri.rs"]
mod uri;
#[path = "../../problem-derive/src/words.rs"]
mod words;

use libfuzzer_sys::{Corpus, fuzz_target};
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
