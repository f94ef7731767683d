use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about a blacklist rule failed.
#[derive(Debug, Problem)]
#[problem(domain = "Contact Blacklist Rules", decode)]
pub enum ContactBlacklistRuleError {
    /// Rule not found
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Rule already exists
    ///
    /// There is nothing to do: the pattern is already in force.
    #[problem(code = 2, status = 409)]
    Duplicate,

    /// Global rule cannot be modified
    ///
    /// Global rules hold for every organization. Add a rule of your own instead.
    #[problem(code = 3, status = 403)]
    GlobalRuleReadOnly,

    /// Invalid blacklist pattern
    ///
    /// A pattern is an email address or a domain; `*` stands for any characters before the `@`.
    #[problem(
        code = 4,
        status = 400,
        detail = "Invalid blacklist pattern, see character {position}"
    )]
    InvalidPattern {
        /// The position of the mistake, the first being 1.
        #[problem(extension)]
        position: usize,
    },

    /// Rule was not added
    ///
    /// Send the request again; if it keeps failing, tell our support.
    #[problem(code = 5, status = 400)]
    NotAdded {
        /// What failed.
        #[problem(default)]
        cause: String,
    },

    /// Invalid pagination parameters
    ///
    /// `limit` must be a number from 1 to 100, `offset` a number from 0.
    #[problem(code = 6, status = 400)]
    InvalidPagination,
}

impl Samples for ContactBlacklistRuleError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::Duplicate,
            Self::GlobalRuleReadOnly,
            Self::InvalidPattern { position: 4 },
            Self::NotAdded {
                cause: secret("could not serialize access to blacklist_rules"),
            },
            Self::InvalidPagination,
        ]
    }
}
