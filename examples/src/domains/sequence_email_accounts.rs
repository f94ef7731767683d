use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about the email accounts of a sequence failed.
#[derive(Debug, Problem)]
#[problem(domain = "Sequence Email Accounts", decode)]
pub enum SequenceEmailAccountError {
    /// Email account not found
    ///
    /// The account was disconnected, or it was never assigned to this sequence.
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Access forbidden
    ///
    /// The account belongs to another user, who has not shared it.
    #[problem(code = 2, status = 403)]
    Forbidden,

    /// Limit reached
    ///
    /// Remove an account from the sequence before you add another.
    #[problem(
        code = 3,
        status = 409,
        detail = "A sequence must not have more than {limit} email accounts"
    )]
    LimitReached {
        /// The email accounts that a sequence may have.
        #[problem(extension)]
        limit: u32,
    },

    /// General error
    ///
    /// The request failed for a reason that has no code of its own. Send it again; if it keeps failing, tell our
    /// support.
    #[problem(code = 4, status = 400)]
    Common {
        /// What failed.
        #[problem(default)]
        cause: String,
    },
}

impl Samples for SequenceEmailAccountError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::Forbidden,
            Self::LimitReached { limit: 5 },
            Self::Common {
                cause: secret("token store at 10.0.0.9 did not answer"),
            },
        ]
    }
}
