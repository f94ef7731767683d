use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about a LinkedIn account failed.
#[derive(Debug, Problem)]
#[problem(domain = "LinkedIn Accounts", decode, rename_all = "camelCase")]
pub enum LinkedInAccountError {
    /// Invalid input
    #[problem(code = 1, status = 400)]
    InvalidInput,

    /// LinkedIn account not found
    ///
    /// The account was disconnected, or it belongs to another user.
    #[problem(code = 2, status = 404)]
    NotFound,

    /// Account is in use
    ///
    /// Remove the account from the sequences that use it, then disconnect it.
    #[problem(
        code = 3,
        status = 409,
        detail = "Account is in use by {active_sequences} active sequences"
    )]
    AccountInUse {
        /// The active sequences that use the account.
        #[problem(extension)]
        active_sequences: u32,
    },

    /// LinkedIn cookie is invalid
    ///
    /// The session has ended. Sign in to LinkedIn, and connect the account again.
    #[problem(code = 4, status = 400)]
    CookieInvalid {
        /// The cookie.
        #[problem(default)]
        cookie: String,
    },

    /// Account limit reached
    ///
    /// Disconnect an account that you no longer need, or upgrade your plan.
    #[problem(code = 5, status = 400, detail = "Your plan includes {limit} LinkedIn accounts")]
    LimitReached {
        /// The LinkedIn accounts that the plan includes.
        #[problem(extension)]
        limit: u32,
    },

    /// Payment verification failed
    ///
    /// An administrator can update the card in the billing settings.
    #[problem(code = 6, status = 400)]
    PaymentFailed {
        /// What the payment provider said.
        #[problem(default)]
        provider_message: String,
    },

    /// Internal error
    ///
    /// Send the request again; if it keeps failing, tell our support.
    #[problem(code = 7, status = 400)]
    InternalError,

    /// Voice profile conflict
    ///
    /// The voice profile belongs to another LinkedIn account. Create one for this account.
    #[problem(code = 8, status = 400)]
    VoiceProfileConflict,
}

impl Samples for LinkedInAccountError {
    fn samples() -> Vec<Self> {
        vec![
            Self::InvalidInput,
            Self::NotFound,
            Self::AccountInUse { active_sequences: 2 },
            Self::CookieInvalid {
                cookie: secret("li_at=AQEDAR"),
            },
            Self::LimitReached { limit: 2 },
            Self::PaymentFailed {
                provider_message: secret("card 4242 declined: stolen_card"),
            },
            Self::InternalError,
            Self::VoiceProfileConflict,
        ]
    }
}
