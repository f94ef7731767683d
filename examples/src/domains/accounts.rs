use std::borrow::Cow;

use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about an account, that is a company, failed.
#[derive(Debug, Problem)]
#[problem(domain = "Accounts", decode)]
pub enum AccountError {
    /// Account not found
    ///
    /// The account was deleted or merged into another one, or its id is wrong.
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Access forbidden
    ///
    /// Only the owner of an account and members of the owner's team may see it.
    #[problem(code = 2, status = 403)]
    Forbidden {
        /// Who owns the account.
        #[problem(default)]
        owner: String,
    },

    /// Invalid input
    ///
    /// The member that `field` names does not have the form it must have.
    #[problem(code = 3, status = 400, detail = "Invalid input in `{field}`")]
    InvalidInput {
        /// The member of the body that is wrong.
        #[problem(extension)]
        field: Cow<'static, str>,
    },

    /// Invalid pagination parameters
    ///
    /// `limit` must be a number from 1 to 100, `offset` a number from 0.
    #[problem(code = 4, status = 400)]
    InvalidPagination,
}

impl Samples for AccountError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::Forbidden {
                owner: secret("grace@example.com"),
            },
            Self::InvalidInput {
                field: "website".into(),
            },
            Self::InvalidPagination,
        ]
    }
}
