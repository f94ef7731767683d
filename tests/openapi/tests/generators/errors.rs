use std::collections::HashMap;

use problem_core::Problem;
use serde::Serialize;

/// Why a request about a sequence failed.
#[derive(Debug, Problem)]
#[problem(domain = "Sequences", base = "https://errors.example.com/")]
#[allow(dead_code, reason = "a document describes what never happens, too")]
pub(crate) enum SequenceError {
    /// Sequence not found
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Sequence is archived
    ///
    /// Restore it, or *create* another one.
    #[problem(code = 6, status = 409, detail = "Sequence {id} is archived")]
    Archived {
        #[problem(extension)]
        id: u64,
        #[problem(extension)]
        tags: Vec<String>,
        #[problem(extension)]
        plan: Option<Plan>,
    },

    /// Sequence is locked
    #[problem(code = 7, status = 409)]
    Locked {
        #[problem(extension)]
        id: String,
        #[problem(extension)]
        range: (u8, f64),
        #[problem(extension)]
        counts: HashMap<String, Option<u32>>,
        #[problem(extension)]
        since: Option<bool>,
    },

    /// Too many requests for this sequence
    #[problem(code = 11, status = 429, header("X-Scope" = "sequence"))]
    Throttled {
        #[problem(header = "Retry-After")]
        seconds: u32,
    },

    #[problem(transparent)]
    Api(ApiError),
}

/// What can happen in any operation.
#[derive(Debug, Problem)]
#[problem(domain = "API", uncoded)]
#[allow(dead_code, reason = "as above")]
pub(crate) enum ApiError {
    /// The API key is missing
    #[problem(status = 401, header("WWW-Authenticate" = "Bearer"))]
    Unauthorized,

    /// There is nothing at this path
    #[problem(status = 404)]
    NotFound,
}

#[derive(Debug, Serialize)]
pub(crate) struct Plan {
    name: String,
}
