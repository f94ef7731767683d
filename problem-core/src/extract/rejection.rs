use std::error::Error;
use std::fmt;

use crate::{Problem, Violations};

/// Why an extractor refused the request. It is a problem, and so a response.
#[derive(Debug, problem_derive::Problem)]
#[problem(crate = "crate", domain = "Request", uncoded, manual_error)]
#[non_exhaustive]
pub enum Rejection {
    /// The body did not arrive whole
    #[problem(status = 400)]
    IncompleteBody {
        /// What went wrong with the connection, for the log.
        source: Box<dyn Error + Send + Sync>,
    },

    /// The body is not valid JSON
    #[problem(
        status = 400,
        detail = "The body is not valid JSON: {reason} at line {line}, column {column}"
    )]
    MalformedBody {
        /// What the parser missed or met.
        reason: String,
        /// The line, from 1.
        line: usize,
        /// The column, from 1; 0 is the end of an empty body or line.
        column: usize,
    },

    /// The body is too large
    #[problem(status = 413)]
    BodyTooLarge,

    /// The body is not declared as JSON
    ///
    /// Send it with the header `Content-Type: application/json`.
    #[problem(status = 415, header("Accept" = "application/json"))]
    UnsupportedMediaType,

    /// The body does not have the expected form
    #[problem(status = 422)]
    InvalidBody {
        /// What is wrong, and where in the body.
        #[problem(extension)]
        errors: Violations,
    },

    /// The query string does not have the expected form
    #[problem(status = 400)]
    InvalidQuery {
        /// What is wrong, and with which parameter.
        #[problem(extension)]
        errors: Violations,
    },

    /// The path does not have the expected form
    #[problem(status = 400)]
    InvalidPath {
        /// What is wrong, and with which parameter.
        #[problem(extension)]
        errors: Violations,
    },

    /// The server failed to process the request
    #[problem(status = 500)]
    Internal {
        /// The mistake in the service: a path that is read as what it cannot be, for example.
        source: Box<dyn Error + Send + Sync>,
    },
}

impl Rejection {
    /// The status of the response.
    pub fn status(&self) -> u16 {
        self.problem_type().status()
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.detail())?;
        match self {
            Rejection::InvalidBody { errors }
            | Rejection::InvalidQuery { errors }
            | Rejection::InvalidPath { errors } => write!(f, ": {errors}"),
            Rejection::IncompleteBody { .. }
            | Rejection::MalformedBody { .. }
            | Rejection::BodyTooLarge
            | Rejection::UnsupportedMediaType
            | Rejection::Internal { .. } => Ok(()),
        }
    }
}

impl Error for Rejection {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Rejection::IncompleteBody { source } | Rejection::Internal { source } => Some(&**source),
            Rejection::MalformedBody { .. }
            | Rejection::BodyTooLarge
            | Rejection::UnsupportedMediaType
            | Rejection::InvalidBody { .. }
            | Rejection::InvalidQuery { .. }
            | Rejection::InvalidPath { .. } => None,
        }
    }
}
