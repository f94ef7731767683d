//! Extractors that also check what they have read.

use super::{Json, Path, Query, Rejection};
use crate::Violations;

/// An extractor of this module: what it has read, and how it refuses what breaks the value's own rules.
pub trait Extracted {
    /// What is read.
    type Value;

    /// What was read.
    fn value(&self) -> &Self::Value;

    /// The rejection of a value that has the right form but breaks rules of its own.
    fn refuse(errors: Violations) -> Rejection;
}

impl<T> Extracted for Json<T> {
    type Value = T;

    fn value(&self) -> &T {
        &self.0
    }

    fn refuse(errors: Violations) -> Rejection {
        Rejection::InvalidBody { errors }
    }
}

impl<T> Extracted for Query<T> {
    type Value = T;

    fn value(&self) -> &T {
        &self.0
    }

    fn refuse(errors: Violations) -> Rejection {
        Rejection::InvalidQuery { errors }
    }
}

impl<T> Extracted for Path<T> {
    type Value = T;

    fn value(&self) -> &T {
        &self.0
    }

    fn refuse(errors: Violations) -> Rejection {
        Rejection::InvalidPath { errors }
    }
}

/// `Valid` for one validation crate: its docs, the bound of the value, and the check.
macro_rules! valid {
    ($(#[$docs:meta])* [$($bound:tt)*] $check:expr) => {
        use ::axum::extract::{FromRequest, FromRequestParts, Request};
        use ::axum::http::request::Parts;

        use crate::Violations;
        use crate::extract::valid::Extracted;
        use crate::extract::{Json, Rejection};

        $(#[$docs])*
        #[derive(Clone, Copy, Debug, Default)]
        pub struct Valid<E>(pub E);

        fn check<E: Extracted<Value: $($bound)*>>(extracted: E) -> Result<Valid<E>, Rejection> {
            let check: fn(&E::Value) -> Result<(), _> = $check;
            match check(extracted.value()) {
                Ok(()) => Ok(Valid(extracted)),
                Err(report) => Err(E::refuse(Violations::from(report))),
            }
        }

        impl<T, S> FromRequest<S> for Valid<Json<T>>
        where
            T: ::serde_core::de::DeserializeOwned + $($bound)*,
            S: Send + Sync,
        {
            type Rejection = Rejection;

            async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
                check(<Json<T> as FromRequest<S>>::from_request(request, state).await?)
            }
        }

        impl<E, S> FromRequestParts<S> for Valid<E>
        where
            E: FromRequestParts<S, Rejection = Rejection> + Extracted<Value: $($bound)*>,
            S: Send + Sync,
        {
            type Rejection = Rejection;

            async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejection> {
                check(E::from_request_parts(parts, state).await?)
            }
        }
    };
}

/// Extractors that check by [garde](::garde) what they have read.
#[cfg(feature = "garde")]
pub mod garde {
    valid! {
        /// `Valid<Json<T>>`, `Valid<Query<T>>` or `Valid<Path<T>>`: what [garde](::garde) finds wrong is refused as what
        /// serde finds wrong is, with all mistakes at once.
        ///
        /// ```
        /// use garde::Validate;
        /// use problem_core::extract::Json;
        /// use problem_core::extract::garde::Valid;
        ///
        /// #[derive(serde::Deserialize, Validate)]
        /// struct NewContact {
        ///     #[garde(length(min = 1, max = 100))]
        ///     name: String,
        /// }
        ///
        /// async fn create(Valid(Json(contact)): Valid<Json<NewContact>>) -> String {
        ///     contact.name
        /// }
        /// # let _: axum::routing::MethodRouter = axum::routing::post(create);
        /// ```
        [::garde::Validate<Context: Default>] |value| ::garde::Validate::validate(value)
    }
}

/// Extractors that check by [validator](::validator) what they have read.
#[cfg(feature = "validator")]
pub mod validator {
    valid! {
        /// `Valid<Json<T>>`, `Valid<Query<T>>` or `Valid<Path<T>>`: what [validator](::validator) finds wrong is refused as
        /// what serde finds wrong is, with all mistakes at once.
        ///
        /// ```
        /// use problem_core::extract::Json;
        /// use problem_core::extract::validator::Valid;
        /// use validator::Validate;
        ///
        /// #[derive(serde::Deserialize, Validate)]
        /// struct NewContact {
        ///     #[validate(length(min = 1, max = 100))]
        ///     name: String,
        /// }
        ///
        /// async fn create(Valid(Json(contact)): Valid<Json<NewContact>>) -> String {
        ///     contact.name
        /// }
        /// # let _: axum::routing::MethodRouter = axum::routing::post(create);
        /// ```
        [::validator::Validate] |value| ::validator::Validate::validate(value)
    }
}
