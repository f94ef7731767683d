use std::io;

use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about an email account failed.
///
/// The texts of `thiserror` are for the log; what clients see comes from the doc comments and from `#[problem]`.
#[derive(Debug, thiserror::Error, Problem)]
#[problem(domain = "Email Accounts")]
pub enum EmailAccountError {
    /// Invalid input
    ///
    /// The member that `field` names does not have the form it must have.
    #[error("an email account was sent with an invalid {field}")]
    #[problem(code = 1, status = 400, detail = "Invalid input in `{field}`")]
    InvalidInput {
        /// The member of the body that is wrong.
        #[problem(extension)]
        field: &'static str,
    },

    /// Account limit reached
    ///
    /// Disconnect an account that you no longer need, or upgrade your plan.
    #[error("there were to be more than {limit} email accounts")]
    #[problem(code = 2, status = 409, detail = "Your plan includes {limit} email accounts")]
    LimitReached {
        /// The email accounts that the plan includes.
        #[problem(extension)]
        limit: u32,
    },

    /// Internal error
    ///
    /// Send the request again; if it keeps failing, tell our support.
    #[error("the credentials of {address} could not be stored")]
    #[problem(code = 3, status = 400)]
    InternalError {
        /// The address of the account.
        address: String,
        /// What the credential store said.
        source: io::Error,
    },

    /// Email account not found
    ///
    /// The account was disconnected, or it belongs to another user.
    #[error("there is no such email account")]
    #[problem(code = 4, status = 404)]
    NotFound,

    /// Access forbidden
    ///
    /// Only the owner of an email account may change it.
    #[error("the email account belongs to another user")]
    #[problem(code = 5, status = 403)]
    Forbidden,

    /// Connection test failed
    ///
    /// Check host, port and password. Some providers want a password made for this app alone.
    #[error("the connection to {host} failed")]
    #[problem(
        code = 6,
        status = 400,
        detail = "The connection test of the {protocol} server failed"
    )]
    ConnectionFailed {
        /// The protocol that was tested, `imap` or `smtp`.
        #[problem(extension)]
        protocol: &'static str,
        /// The host as it was resolved.
        host: String,
        /// Why the connection failed.
        source: io::Error,
    },

    /// Invalid pagination parameters
    ///
    /// `limit` must be a number from 1 to 100, `offset` a number from 0.
    #[error("the pagination is invalid")]
    #[problem(code = 7, status = 400)]
    InvalidPagination,
}

impl Samples for EmailAccountError {
    fn samples() -> Vec<Self> {
        vec![
            Self::InvalidInput { field: "smtpPort" },
            Self::LimitReached { limit: 3 },
            Self::InternalError {
                address: secret("ada@example.com"),
                source: io::Error::other(secret("vault is sealed")),
            },
            Self::NotFound,
            Self::Forbidden,
            Self::ConnectionFailed {
                protocol: "smtp",
                host: secret("10.0.0.25:587"),
                source: io::Error::other(secret("535 5.7.8 password `hunter2` rejected")),
            },
            Self::InvalidPagination,
        ]
    }
}
