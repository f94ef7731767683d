//! Generators of `OpenAPI` documents: one file each, all on [`by_status`](crate::schema::responses::by_status).

#[cfg(feature = "aide")]
pub mod aide;
#[cfg(feature = "poem-openapi")]
pub mod poem_openapi;
#[cfg(feature = "schemars")]
pub mod schemars;
#[cfg(feature = "utoipa")]
pub mod utoipa;

#[cfg(not(feature = "aide"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_aide;
#[cfg(not(feature = "poem-openapi"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_poem_openapi;
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_schemars;
#[cfg(not(feature = "utoipa"))]
#[doc(hidden)]
pub use crate::__impl_nothing as __impl_utoipa;

/// Implements the traits of each enabled generator for a derived type.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_openapi {
    ($($item:tt)*) => {
        $crate::__impl_aide!($($item)*);
        $crate::__impl_poem_openapi!($($item)*);
        $crate::__impl_schemars!($($item)*);
        $crate::__impl_utoipa!($($item)*);
    };
}
