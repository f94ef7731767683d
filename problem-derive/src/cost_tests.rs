//! What another variant of each kind adds to the generated code, in `snapshots/cost.tsv`: the derive is paid for at every
//! build.
//!
//! After a change of the generated code: `UPDATE_SNAPSHOTS=1 cargo test -p problem-derive`, then read what changed.

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::{format_ident, quote};

use crate::expand::derive;
use crate::snapshot_tests::assert_same_as_file;

/// Makes a variant with this code.
type Kind = fn(u32) -> TokenStream;

/// Variants that differ in one thing.
const KINDS: [(&str, Kind); 9] = [
    ("static", |n| variant(n, &quote!(), &quote!())),
    ("static with its own detail", |n| {
        variant(n, &quote!(, detail = "A text"), &quote!())
    }),
    ("detail of a number and a text", |n| {
        variant(n, &quote!(, detail = "{a} and {b}"), &quote!({ a: u64, b: String }))
    }),
    ("detail of two other fields", |n| {
        variant(n, &quote!(, detail = "{a} and {b}"), &quote!({ a: Id, b: Id }))
    }),
    ("display", |n| variant(n, &quote!(, display), &quote!())),
    ("extension", |n| {
        variant(n, &quote!(), &quote!({ #[problem(extension)] a: u64 }))
    }),
    ("header of a field", |n| {
        variant(n, &quote!(), &quote!({ #[problem(header = "Retry-After")] a: u64 }))
    }),
    ("fixed header", |n| {
        variant(n, &quote!(, header("Retry-After" = "9")), &quote!())
    }),
    ("transparent", |n| {
        let name = format_ident!("V{n}");
        quote!(#[problem(transparent)] #name(Other),)
    }),
];

fn variant(n: u32, keys: &TokenStream, fields: &TokenStream) -> TokenStream {
    let (name, code) = (format_ident!("V{n}"), Literal::u32_unsuffixed(n));
    quote! {
        /// The description
        #[problem(code = #code, status = 404 #keys)]
        #name #fields,
    }
}

/// The tokens of an enum with this many variants of a kind.
fn tokens(variant: Kind, count: u32) -> usize {
    let variants = (0..count).map(variant);
    length(derive(
        quote!(#[problem(domain = "Things", manual_error)] enum E { #(#variants)* }),
    ))
}

/// The tokens in a stream, those in groups and the delimiters of the groups included.
fn length(tokens: TokenStream) -> usize {
    let of = |token| match token {
        TokenTree::Group(group) => 2 + length(group.stream()),
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => 1,
    };
    tokens.into_iter().map(of).sum()
}

#[test]
fn the_tokens_of_a_variant() {
    let row = |(name, variant)| format!("{}\t{name}\n", tokens(variant, 3) - tokens(variant, 2));
    let rows: String = KINDS.map(row).concat();
    assert_same_as_file("cost.tsv", &format!("tokens\tof another variant\n{rows}"));
}

#[test]
fn the_code_grows_with_the_variants() {
    for (name, variant) in KINDS {
        let (of_10, of_20, of_40) = (tokens(variant, 10), tokens(variant, 20), tokens(variant, 40));
        assert_eq!(of_40 - of_20, 2 * (of_20 - of_10), "{name}");
    }
}
