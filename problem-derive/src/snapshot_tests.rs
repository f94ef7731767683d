//! Whole expansions, as rustc sees them, in `snapshots/*.rs`.
//!
//! After a change of the generated code: `UPDATE_SNAPSHOTS=1 cargo test -p problem-derive`, then read what changed.

use std::path::Path;
use std::{env, fs};

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::derive;

/// Compares the expansion of a declaration with the file of that name.
#[track_caller]
fn assert_snapshot(name: &str, declaration: TokenStream) {
    let file = syn::parse2(derive(declaration)).unwrap();
    assert_same_as_file(&format!("{name}.rs"), &prettyplease::unparse(&file));
}

/// Compares a text with the file of that name.
#[track_caller]
pub(crate) fn assert_same_as_file(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/snapshots").join(name);
    if env::var_os("UPDATE_SNAPSHOTS").is_some_and(|update| update == "1") {
        fs::write(&path, actual).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        actual == expected,
        "what is generated differs from {}; it is now:\n{actual}",
        path.display()
    );
}

#[test]
fn an_enum() {
    assert_snapshot(
        "enum",
        quote! {
            /// Why a request about a sequence failed.
            #[problem(domain = "Sequences", reserved(3, 4), rename_all = "camelCase")]
            pub enum SequenceError {
                /// Sequence not found
                #[problem(code = 1, status = 404)]
                NotFound,

                /// Sequence is archived
                #[problem(code = 6, status = 409, title = "Conflict", detail = "Sequence {id} is archived")]
                SequenceArchived {
                    #[problem(extension)]
                    id: u64,
                    #[problem(extension)]
                    archived_at: Option<String>,
                    archived_by: String,
                },

                /// Too many requests for this sequence
                ///
                /// Wait, then try again.
                #[deprecated(note = "gone")]
                #[problem(code = 11, status = 429, header("Cache-Control" = "no-store"))]
                Throttled {
                    #[problem(header = "Retry-After")]
                    seconds: Option<u32>,
                },

                #[problem(code = 12, status = 400, detail = "{0} is not {1:>2$}")]
                Tuple(u8, u8, usize),
            }
        },
    );
}

#[test]
fn an_enum_without_run_time_data() {
    assert_snapshot(
        "static",
        quote! {
            #[problem(uncoded)]
            enum Common {
                /// Not signed in
                #[problem(status = 401, header("WWW-Authenticate" = "Bearer"))]
                Unauthorized,
                /// No such page
                #[problem(status = 404)]
                NotFound,
            }
        },
    );
}

#[test]
fn a_generic_struct() {
    assert_snapshot(
        "generic_struct",
        quote! {
            #[problem(code = 1, status = 400, detail = "{value:?} is not one of {N}")]
            struct Invalid<'a, T: Clone, U = u8, const N: usize = 3>
            where
                T: PartialEq,
            {
                #[problem(extension)]
                value: &'a T,
                #[problem(header = "X-Hint")]
                hint: Option<U>,
                other: [U; N],
            }
        },
    );
}

#[test]
fn a_base_that_is_a_constant_beside_thiserror() {
    assert_snapshot(
        "base_and_display",
        quote! {
            #[problem(domain = "Orders", base = crate::urls::BASE, display, crate = "api::problems")]
            enum OrderError {
                /// Order not found
                #[error("order {0} not found")]
                #[problem(code = 1, status = 404)]
                NotFound(u64),
                /// The store failed
                #[error("store failed")]
                #[problem(code = 2, status = 500)]
                Store(#[source] StoreError),
            }
        },
    );
}

#[test]
fn transparent_variants() {
    assert_snapshot(
        "transparent",
        quote! {
            enum Outer<E> {
                #[problem(transparent)]
                Inner(E),
                #[problem(transparent)]
                Boxed { inner: Box<InnerError> },
            }
        },
    );
}

#[test]
fn a_decoded_enum() {
    assert_snapshot(
        "decode",
        quote! {
            #[problem(domain = "Orders", decode)]
            enum OrderError<T> {
                /// Order not found
                #[problem(code = 1, status = 404)]
                NotFound,
                /// Order is paid
                #[problem(code = 2, status = 409)]
                Paid {
                    #[problem(extension)]
                    by: T,
                    #[problem(extension, default)]
                    count: u8,
                    #[problem(default)]
                    log: Vec<T>,
                },
                #[problem(transparent)]
                Store(StoreError),
            }
        },
    );
}

#[test]
fn mistakes() {
    assert_snapshot(
        "mistakes",
        quote! {
            #[problem(domian = "Orders")]
            enum OrderError<T> {
                /// Order not found
                #[problem(code = 1, status = 200)]
                NotFound(T),
                Archived,
            }
        },
    );
}
