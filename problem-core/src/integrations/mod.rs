//! Web frameworks: one file each, all on one neutral form.
//!
//! A framework's macro implements its response trait for a derived type. Where its feature is off, the macro of that name
//! is [`__impl_nothing`](crate::__impl_nothing).

#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "http")]
pub mod http;

#[cfg(feature = "http")]
mod event;
#[cfg(feature = "http")]
pub(crate) mod response;

#[cfg(not(feature = "axum"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_axum;
#[cfg(not(feature = "http"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_http;

/// Implements the response trait of each enabled framework for a derived type.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_responses {
    ($($item:tt)*) => {
        $crate::__impl_axum!($($item)*);
        $crate::__impl_http!($($item)*);
    };
}

/// What a framework whose feature is off adds.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_nothing {
    ($($item:tt)*) => {};
}
