//! Deprecated types, fields and constants, which only those who use them from outside are to be warned of.

#![deny(warnings)]

use problem_core::Problem;

#[deprecated]
#[derive(Debug, Problem)]
#[problem(uncoded)]
pub enum DeprecatedEnum {
    /// d
    #[problem(status = 400)]
    Variant,
}

/// d
#[derive(Debug, Problem)]
#[problem(uncoded, status = 400, detail = "{id}")]
pub struct DeprecatedField {
    #[deprecated]
    #[problem(extension)]
    pub id: u8,
}

#[deprecated]
#[derive(Debug, serde::Serialize)]
pub struct OldType;

/// d
#[allow(deprecated)]
#[derive(Debug, Problem)]
#[problem(uncoded, status = 400, detail = "{value:?}")]
pub struct FieldOfDeprecatedType {
    #[problem(extension)]
    pub value: OldType,
}

fn main() {}
