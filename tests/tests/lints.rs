//! A rich declaration under every lint that rustc has on stable, and under clippy's pedantic group.
//!
//! That this file compiles is the test; under clippy (`.ci/run`) the second half of the list counts too.

#![deny(warnings)]
// Every group of `rustc -W help`.
#![deny(
    deprecated_safe,
    future_incompatible,
    keyword_idents,
    let_underscore,
    nonstandard_style,
    refining_impl_trait,
    rust_2018_compatibility,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    unknown_or_malformed_diagnostic_attributes,
    unused
)]
// What rustc allows by default, apart from the lints that are unstable and from `unused_crate_dependencies`, which is
// about Cargo.toml, and `linker_messages`, which is about the linker.
#![deny(
    absolute_paths_not_starting_with_crate,
    ambiguous_negative_literals,
    closure_returning_async_block,
    deprecated_in_future,
    deref_into_dyn_supertrait,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    ffi_unwind_calls,
    impl_trait_redundant_captures,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    private_bounds,
    private_interfaces,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unsafe_code,
    unstable_features,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]
// Restrictions that services often set, because of what they say about a handler.
#![deny(
    clippy::allow_attributes_without_reason,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::dbg_macro,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pattern_type_mismatch,
    clippy::print_stdout,
    clippy::shadow_reuse,
    clippy::shadow_same,
    clippy::shadow_unrelated,
    clippy::str_to_string,
    clippy::todo,
    clippy::unimplemented,
    clippy::unreachable,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm
)]
#![allow(unknown_lints, reason = "an older compiler does not know the newest lints")]

use problem_core::{Problem, ProblemDomain};
use serde::Serialize;

/// Where the pages of errors are.
pub const BASE: &str = "https://errors.example.com/";

/// The most that is allowed.
pub const MAX: u32 = 9;

/// Why a request about an order failed.
///
/// With `CamelCase`, a [`link`](https://example.com) and a | in it.
#[derive(Debug, Problem)]
#[problem(domain = "OpenAPI orders_of GitHub", base = BASE, reserved(3, 4), rename_all = "camelCase")]
pub enum OrderError<'a, T, const N: usize>
where
    T: Serialize,
{
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,
    /// Order is archived
    #[problem(
        code = 2,
        status = 409,
        title = "OpenAPI iOS https://example.com <b> foo_bar",
        detail = "Order {id:>width$} of `OpenAPI` is {state:?}, {{see}} {link:?}"
    )]
    Archived {
        /// The order.
        #[problem(extension)]
        id: u64,
        /// How wide.
        width: usize,
        /// What it is.
        #[problem(extension = "orderState")]
        state: &'a str,
        /// See there.
        #[problem(extension)]
        link: Option<String>,
    },
    /// Wait
    #[problem(
        code = 5,
        status = 429,
        header("Cache-Control" = "no-store"),
        type = "urn:example:wait"
    )]
    Throttled {
        /// How long.
        #[problem(header = "Retry-After", extension)]
        seconds: Option<u32>,
        /// Not sent.
        secret: T,
    },
    /// Moved
    ///
    /// With every column of the table.
    #[deprecated = "it is never sent"]
    #[problem(
        code = 10,
        status = 410,
        detail = "Order {0} has moved",
        header("Cache-Control" = "no-store"),
        log = "warn"
    )]
    Moved(#[problem(extension = "id")] u64),
    /// Too many
    #[problem(code = 6, status = 413, detail = "{0:?} and {1}, {MAX}")]
    TooMany([u8; N], #[problem(extension = "count")] u8),
    /// At most
    #[problem(code = 7, status = 413, detail = "at most {MAX}, not {count}")]
    Count {
        /// How many.
        count: u32,
    },
    /// At most
    #[problem(code = 8, status = 413, detail = "at most {MAX}")]
    Empty {},
    /// Old
    #[deprecated(note = "gone")]
    #[problem(code = 9, status = 410, detail = "{0}")]
    Old(#[problem(extension = "old")] u8),
}

/// Why the store failed.
#[derive(Clone, Copy, Debug, Problem)]
#[problem(uncoded)]
pub enum StoreError {
    /// Down
    #[problem(status = 503)]
    Down,
}

/// No variants.
#[derive(Clone, Copy, Debug, Problem)]
pub enum Never {}

/// A unit struct.
#[derive(Clone, Copy, Debug, Problem)]
#[problem(code = 1, status = 418, title = "I'm a teapot")]
pub struct Teapot;

/// A tuple struct.
#[derive(Clone, Copy, Debug, Problem)]
#[problem(code = 1, status = 400, detail = "{0} {1}")]
pub struct Pair(#[problem(extension = "first")] pub u8, pub u8);

/// A struct with a lifetime that stands once.
#[derive(Clone, Copy, Debug, Problem)]
#[problem(code = 1, status = 400, detail = "{text}")]
pub struct Text<'a> {
    /// The text.
    #[problem(extension, header = "X-Text")]
    pub text: &'a str,
}

/// Beside thiserror.
#[derive(Debug, thiserror::Error, Problem)]
#[problem(display)]
pub enum Logged {
    /// Shown
    #[error("shown {0}")]
    #[problem(code = 1, status = 400)]
    Shown(u8),
    /// Hidden
    #[error("hidden")]
    #[problem(code = 2, status = 500)]
    Hidden(#[from] std::num::ParseIntError),
}

/// The deprecated type itself.
#[deprecated]
#[derive(Clone, Copy, Debug, Problem)]
#[problem(uncoded, status = 400)]
pub struct Retired;

#[test]
fn the_declaration_compiles_and_works() {
    let archived: OrderError<'_, u8, 0> = OrderError::Archived {
        id: 5,
        width: 3,
        state: "x",
        link: None,
    };
    assert_eq!(archived.detail(), "Order   5 of `OpenAPI` is \"x\", {see} None");
    assert_eq!(<OrderError<'_, u8, 0>>::DOMAIN.problems().len(), 8);
}
