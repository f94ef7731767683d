use std::io;

use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about a contact failed.
///
/// The texts of `thiserror` are for the log; what clients see comes from the doc comments and from `#[problem]`.
#[derive(Debug, thiserror::Error, Problem)]
#[problem(domain = "Contacts")]
pub enum ContactError {
    /// Contact not found
    ///
    /// The contact was deleted, or its id is wrong.
    #[error("there is no such contact")]
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Invalid input
    ///
    /// The member that `field` names does not have the form it must have.
    #[error("a contact was sent with an invalid {field}")]
    #[problem(code = 2, status = 400, detail = "Invalid input: `{field}` must be {expected}")]
    InvalidInput {
        /// The member of the body that is wrong.
        #[problem(extension)]
        field: &'static str,
        /// What it must be.
        expected: &'static str,
    },

    /// Access forbidden
    ///
    /// The API key may read contacts, not change them. Use a key with write access.
    #[error("the API key may not change contacts")]
    #[problem(code = 3, status = 403)]
    Forbidden,

    /// Contact already exists
    ///
    /// Email addresses are unique, regardless of case. Use the contact that has this one.
    #[error("there is a contact {email} already")]
    #[problem(code = 4, status = 400)]
    Duplicate {
        /// The email address.
        email: String,
    },

    /// Invalid pagination
    ///
    /// `limit` must be a number from 1 to 100, `offset` a number from 0.
    #[error("the pagination is invalid")]
    #[problem(code = 5, status = 400)]
    InvalidPagination,

    /// Contact limit exceeded
    ///
    /// Delete contacts that you no longer need, or upgrade your plan.
    #[error("there were to be more than {limit} contacts")]
    #[problem(code = 6, status = 400, detail = "Your plan includes {limit} contacts")]
    LimitExceeded {
        /// The contacts that the plan includes.
        #[problem(extension)]
        limit: u64,
    },

    /// Email account not found
    ///
    /// Connect an email account before you write to a contact.
    #[error("there is no email account to write from")]
    #[problem(code = 7, status = 400)]
    EmailAccountNotFound,

    /// Contact is in blacklist
    ///
    /// A rule forbids writing to this contact. If the rule is wrong, change it, and send the request again.
    #[error("the blacklist rule `{rule}` forbids this contact")]
    #[problem(code = 8, status = 400)]
    ContactInBlackList {
        /// The rule that forbids the contact.
        rule: String,
    },

    /// Email sending failed
    ///
    /// The mail server did not take the email. Test the connection of the email account, then send it again.
    #[error("the email could not be sent")]
    #[problem(code = 9, status = 400)]
    EmailSendingFailed {
        /// What the mail server said.
        source: io::Error,
    },

    /// Sequence not found
    ///
    /// `GET /sequences` lists the sequences there are.
    #[error("there is no such sequence")]
    #[problem(code = 10, status = 400)]
    SequenceNotFound,
}

impl Samples for ContactError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::InvalidInput {
                field: "email",
                expected: "an email address",
            },
            Self::Forbidden,
            Self::Duplicate {
                email: secret("ada@example.com"),
            },
            Self::InvalidPagination,
            Self::LimitExceeded { limit: 10_000 },
            Self::EmailAccountNotFound,
            Self::ContactInBlackList {
                rule: secret("*@competitor.example"),
            },
            Self::EmailSendingFailed {
                source: io::Error::other(secret("smtp-2.internal: 535 authentication failed")),
            },
            Self::SequenceNotFound,
        ]
    }
}
