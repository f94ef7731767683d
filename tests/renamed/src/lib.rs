//! Problems of a crate whose Cargo.toml calls problem-core `renamed-problem`.
//!
//! The tests of this crate are in `problem-tests`, `tests/renamed_crate.rs`.

#![forbid(unsafe_code)]

pub use renamed_problem as problem;

use renamed_problem::{Problem, ProblemDomain};

/// Why a request about a parcel failed.
#[derive(Debug, Problem)]
#[problem(crate = "renamed_problem", domain = "Parcels", base = "https://errors.example.com/")]
pub enum ParcelError {
    /// Parcel not found
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Parcel is too heavy
    #[problem(code = 2, status = 422, detail = "{grams} g exceed {limit:?} g")]
    TooHeavy {
        /// What the parcel weighs.
        #[problem(extension)]
        grams: u32,
        /// What it may weigh.
        #[problem(extension, header = "X-Limit")]
        limit: Option<u32>,
    },

    /// The error of the carrier.
    #[problem(transparent)]
    Carrier(CarrierError),
}

/// The carrier does not answer
#[derive(Debug, Problem)]
#[problem(
    crate = "::renamed_problem",
    domain = "Carriers",
    base = BASE,
    code = 1,
    status = 503,
    header("Retry-After" = "30")
)]
pub struct CarrierError;

const BASE: &str = "https://errors.example.com/";

/// A type parameter beside the other name of the crate.
#[derive(Debug, Problem)]
#[problem(crate = "renamed_problem", uncoded, status = 400, detail = "{0} is not valid")]
pub struct Invalid<T>(
    /// What is not valid.
    #[problem(extension = "value")]
    pub T,
);

/// What both names of the crate have in common: the trait itself.
pub fn slug_of<P: Problem + ProblemDomain>(_: &P) -> &'static str {
    P::DOMAIN.slug()
}
