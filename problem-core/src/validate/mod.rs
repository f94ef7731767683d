//! The reports of validation crates as problems.

#[cfg(feature = "garde")]
mod garde;
#[cfg(feature = "validator")]
mod validator;
