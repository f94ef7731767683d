//! reqwest 0.13, the client: [`ProblemResponseExt`] reads the problem that a response carries.
//!
//! ```
//! use problem_core::Problem;
//! use problem_core::reqwest::{NoProblem, ProblemResponseExt, UnreadProblem};
//!
//! #[derive(Debug, Problem)]
//! #[problem(domain = "Orders", decode)]
//! enum OrderError {
//!     /// Order not found
//!     #[problem(code = 1, status = 404)]
//!     NotFound,
//! }
//!
//! // Any problem:
//! async fn cancel(client: &reqwest::Client, url: &str) -> Result<(), NoProblem> {
//!     let response = client.delete(url).send().await?;
//!     if !response.status().is_success() {
//!         let problem = response.problem().await?;
//!         println!("{problem}: {:?}", problem.error_code());
//!     }
//!     Ok(())
//! }
//!
//! // The problems of the service's own enum:
//! async fn exists(client: &reqwest::Client, url: &str) -> Result<bool, UnreadProblem> {
//!     let response = client.get(url).send().await.map_err(NoProblem::from)?;
//!     if response.status().is_success() {
//!         return Ok(true);
//!     }
//!     match response.problem_as().await? {
//!         OrderError::NotFound => Ok(false),
//!     }
//! }
//! ```
//!
//! A body is read as far as [`Limits`] allow, and not at all where its `Content-Type` says that it is no problem. Not for
//! WebAssembly, where reqwest cannot read a body in parts.

use std::error::Error;
use std::fmt;
use std::future::Future;

use ::reqwest::Response;
use ::reqwest::header::CONTENT_TYPE;

use crate::{Decoded, Limits, NotAProblem, NotAProblemReason, ProblemDetails, UndecodedProblem};

/// Reads the problem that a [`Response`] carries. See the [module](self) for an example.
pub trait ProblemResponseExt: sealed::Sealed + Sized {
    /// The problem document of the response, whatever its status: any may carry one (RFC 9457 §1).
    ///
    /// # Errors
    ///
    /// If the response carries no problem document within the default [`Limits`], or the connection fails.
    fn problem(self) -> impl Future<Output = Result<ProblemDetails, NoProblem>> + Send;

    /// The problem as a value of the type that declares it, by the key `decode`.
    ///
    /// # Errors
    ///
    /// As [`problem`](Self::problem); also if the document is none of `E`, in which case the error holds it.
    fn problem_as<E>(self) -> impl Future<Output = Result<E, UnreadProblem>> + Send
    where
        E: TryFrom<ProblemDetails, Error = UndecodedProblem>;

    /// What the response carries, with notes on what is wrong with it, under limits of your own.
    ///
    /// # Errors
    ///
    /// If the connection fails.
    fn decode_problem(self, limits: &Limits) -> impl Future<Output = Result<Decoded, ::reqwest::Error>> + Send;
}

impl ProblemResponseExt for Response {
    async fn problem(self) -> Result<ProblemDetails, NoProblem> {
        let decoded = self.decode_problem(&Limits::new()).await?;
        Ok(decoded.into_details()?)
    }

    async fn problem_as<E>(self) -> Result<E, UnreadProblem>
    where
        E: TryFrom<ProblemDetails, Error = UndecodedProblem>,
    {
        let details = self.problem().await?;
        Ok(E::try_from(details)?)
    }

    async fn decode_problem(mut self, limits: &Limits) -> Result<Decoded, ::reqwest::Error> {
        let status = self.status().as_u16();
        let content_type = self.headers().get(CONTENT_TYPE);
        let content_type = content_type.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        let decode = |body: &[u8]| Decoded::from_response(status, content_type.as_deref(), body, limits);

        // An empty body shows whether the media type is the right one.
        if let Decoded::NotAProblem(other) = decode(&[]) {
            if let NotAProblemReason::MediaType(_) = other.reason() {
                return Ok(Decoded::NotAProblem(other));
            }
        }
        // One byte more than the limit shows that it is exceeded.
        let most = limits.bytes().saturating_add(1);
        let mut body = Vec::new();
        while body.len() < most {
            let Some(chunk) = self.chunk().await? else { break };
            let room = most - body.len();
            body.extend_from_slice(&chunk[..chunk.len().min(room)]);
        }
        Ok(decode(&body))
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for ::reqwest::Response {}
}

/// Why there is no problem document.
#[derive(Debug)]
#[non_exhaustive]
pub enum NoProblem {
    /// The connection failed.
    Connection(::reqwest::Error),
    /// The response carries something else, or nothing. Its status is still known.
    NotAProblem(NotAProblem),
}

/// Why there is no value of the type that was asked for.
#[derive(Debug)]
#[non_exhaustive]
pub enum UnreadProblem {
    /// There is no problem document.
    NoProblem(NoProblem),
    /// The document is none of the type; it is in the error, whole.
    Undecoded(UndecodedProblem),
}

impl From<::reqwest::Error> for NoProblem {
    fn from(error: ::reqwest::Error) -> Self {
        NoProblem::Connection(error)
    }
}

impl From<NotAProblem> for NoProblem {
    fn from(other: NotAProblem) -> Self {
        NoProblem::NotAProblem(other)
    }
}

impl From<NoProblem> for UnreadProblem {
    fn from(error: NoProblem) -> Self {
        UnreadProblem::NoProblem(error)
    }
}

impl From<UndecodedProblem> for UnreadProblem {
    fn from(error: UndecodedProblem) -> Self {
        UnreadProblem::Undecoded(error)
    }
}

impl fmt::Display for NoProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoProblem::Connection(error) => error.fmt(f),
            NoProblem::NotAProblem(other) => other.fmt(f),
        }
    }
}

impl fmt::Display for UnreadProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UnreadProblem::NoProblem(error) => error.fmt(f),
            UnreadProblem::Undecoded(error) => error.fmt(f),
        }
    }
}

impl Error for NoProblem {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            NoProblem::Connection(error) => error.source(),
            NoProblem::NotAProblem(other) => other.source(),
        }
    }
}

impl Error for UnreadProblem {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            UnreadProblem::NoProblem(error) => error.source(),
            UnreadProblem::Undecoded(error) => error.source(),
        }
    }
}
