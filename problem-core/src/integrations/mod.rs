//! Web frameworks: one file each, all on one neutral form.
//!
//! A framework's macro implements its response trait for a derived type. Where its feature is off, the macro of that name
//! is [`__impl_nothing`](crate::__impl_nothing).

#[cfg(feature = "actix-web")]
pub mod actix_web;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "http")]
pub mod http;
mod openapi;
#[cfg(feature = "poem")]
pub mod poem;
#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(feature = "rocket")]
pub mod rocket;
#[cfg(feature = "salvo")]
pub mod salvo;
#[cfg(feature = "tonic")]
pub mod tonic;
#[cfg(feature = "warp")]
pub mod warp;

#[cfg(any(feature = "actix-web", feature = "http", feature = "rocket", feature = "tonic"))]
#[allow(dead_code, reason = "no framework uses all of it")]
mod event;
#[cfg(all(feature = "xml", any(feature = "actix-web", feature = "http", feature = "rocket")))]
#[allow(dead_code, reason = "no framework uses all of it")]
pub(crate) mod negotiate;
#[cfg(any(feature = "actix-web", feature = "http", feature = "rocket", feature = "tonic"))]
#[allow(dead_code, reason = "no framework uses all of it")]
pub(crate) mod response;

pub use self::openapi::*;
#[cfg(not(feature = "actix-web"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_actix_web;

#[cfg(not(feature = "axum"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_axum;
#[cfg(not(feature = "http"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_http;
#[cfg(not(feature = "poem"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_poem;
#[cfg(not(feature = "rocket"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_rocket;
#[cfg(not(feature = "salvo"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_salvo;
#[cfg(not(feature = "tonic"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_tonic;
#[cfg(not(feature = "warp"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_warp;

/// Implements the response trait of each enabled framework for a derived type.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_responses {
    ($($item:tt)*) => {
        $crate::__impl_actix_web!($($item)*);
        $crate::__impl_axum!($($item)*);
        $crate::__impl_http!($($item)*);
        $crate::__impl_poem!($($item)*);
        $crate::__impl_rocket!($($item)*);
        $crate::__impl_salvo!($($item)*);
        $crate::__impl_tonic!($($item)*);
        $crate::__impl_warp!($($item)*);
        $crate::__impl_openapi!($($item)*);
    };
}

/// What a framework whose feature is off adds.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_nothing {
    ($($item:tt)*) => {};
}
