//! Responses of web frameworks, all made from one neutral form.

#[cfg(feature = "axum")]
pub mod axum;

#[cfg(feature = "axum")]
mod response;

/// Implements the response trait of each enabled framework for a derived type.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_responses {
    ($($item:tt)*) => {
        $crate::__impl_axum!($($item)*);
    };
}

/// The feature `axum` is off.
#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_axum {
    ($($item:tt)*) => {};
}
