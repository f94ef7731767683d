use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about a custom field failed.
#[derive(Debug, Problem)]
#[problem(domain = "Custom Fields", decode)]
pub enum CustomFieldError {
    /// Field not found
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Invalid input
    ///
    /// The type of a field is `text`, `number`, `date` or `choice`, and a choice needs at least one option.
    #[problem(code = 2, status = 400)]
    InvalidInput,

    /// Access forbidden
    ///
    /// Only administrators may change custom fields.
    #[problem(code = 3, status = 403)]
    Forbidden,

    /// Field name already exists
    ///
    /// Names are unique, regardless of case. Choose another name.
    #[problem(code = 4, status = 409)]
    DuplicateName,

    /// Custom field limit exceeded
    ///
    /// Delete a field that you no longer need, or upgrade your plan.
    #[problem(code = 5, status = 400, detail = "Your plan includes {limit} custom fields")]
    LimitExceeded {
        /// The custom fields that the plan includes.
        #[problem(extension)]
        limit: u32,
    },

    /// Field has existing values and cannot be deleted
    ///
    /// Clear the field in all contacts first.
    #[problem(code = 6, status = 400)]
    HasValues {
        /// The contacts that have a value.
        #[problem(extension)]
        contacts: u64,
        /// One of the values.
        #[problem(default)]
        example: String,
    },
}

impl Samples for CustomFieldError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::InvalidInput,
            Self::Forbidden,
            Self::DuplicateName,
            Self::LimitExceeded { limit: 50 },
            Self::HasValues {
                contacts: 128,
                example: secret("+49 30 123456"),
            },
        ]
    }
}
