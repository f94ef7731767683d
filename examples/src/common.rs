//! The problems that are the same all over the API.

use problem_core::Problem;

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

    /// There is nothing at this path
    #[problem(status = 404)]
    RouteNotFound,

    /// There is no problem with this code in this domain
    ///
    /// The path of a sample is `/samples/{domain}/{code}`, as in `/samples/sequences/6`.
    #[problem(status = 404)]
    SampleNotFound,

    /// This path does not support this method
    ///
    /// The header `Allow` names the methods that it supports.
    #[problem(status = 405)]
    MethodNotAllowed,

    /// The body did not arrive whole
    #[problem(status = 400)]
    IncompleteBody,

    /// The body is not valid JSON
    #[problem(
        status = 400,
        detail = "The body is not valid JSON, see line {line}, column {column}"
    )]
    MalformedBody {
        /// The line of the mistake, the first being 1.
        #[problem(extension)]
        line: usize,
        /// The column of the mistake, the first being 1.
        #[problem(extension)]
        column: usize,
    },

    /// The body lacks a member, or one of its members has the wrong type
    #[problem(
        status = 400,
        detail = "The body lacks a member, or one of its members has the wrong type; a valid body is {example}"
    )]
    InvalidBody {
        /// A body that the route accepts.
        example: &'static str,
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

    /// The body is not declared as JSON
    ///
    /// Send it with the header `Content-Type: application/json`.
    #[problem(status = 415, header("Accept" = "application/json"))]
    UnsupportedMediaType,

    /// The server failed to process the request
    ///
    /// The fault is ours, and we have been told of it. It may help to send the request again later.
    #[problem(status = 500)]
    Internal,
}
