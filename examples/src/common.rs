//! The problems that are the same all over the API.

use problem_core::extract::Rejection;
use problem_core::{Problem, Violations};

/// Why a request was refused before it reached a domain.
///
/// These problems have no code: the HTTP status says all there is to know.
#[derive(Debug, Problem)]
#[problem(domain = "Common", uncoded)]
pub enum CommonError {
    /// The API key is missing or unknown
    ///
    /// Send your key in the header `X-Api-Key`.
    #[problem(
        status = 401,
        header("WWW-Authenticate" = "ApiKey realm=\"Sales Engagement API\"")
    )]
    Unauthorized,

    /// The rate limit of this API key is exceeded
    ///
    /// Wait for the seconds that `Retry-After` names, then send the request again.
    #[problem(
        status = 429,
        detail = "This API key may send {limit} requests a second; try again later"
    )]
    TooManyRequests {
        /// The requests that a key may send in a second.
        #[problem(extension)]
        limit: u32,
        /// The seconds until a request can succeed.
        #[problem(header = "Retry-After")]
        retry_after: u64,
    },

    /// There is no problem with this code in this domain
    ///
    /// The path of a sample is `/samples/{domain}/{code}`, as in `/samples/sequences/6`.
    #[problem(status = 404)]
    SampleNotFound,

    /// The body lacks a member, or one of its members has the wrong type
    ///
    /// `errors` names each such member, and says what it must be.
    #[problem(status = 400)]
    InvalidBody {
        /// What is wrong, and where in the body.
        #[problem(extension)]
        errors: Violations,
    },

    /// The name is empty or too long
    #[problem(status = 400, detail = "The name must have between 1 and {limit} characters")]
    InvalidName {
        /// The characters that a name may have.
        #[problem(extension)]
        limit: usize,
    },

    /// The body is too large
    #[problem(status = 413, detail = "The body must not be larger than {limit} bytes")]
    BodyTooLarge {
        /// The bytes that a body may have.
        #[problem(extension)]
        limit: usize,
    },

    /// What else an extractor refuses: a body that is no JSON, is not declared as such, or did not arrive whole.
    #[problem(transparent)]
    Request(Rejection),
}
