use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about a contact list failed.
#[derive(Debug, Problem)]
#[problem(domain = "Contact Lists", decode)]
pub enum ContactListError {
    /// List not found
    ///
    /// The list was deleted, or it is private to another user.
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Access forbidden
    ///
    /// The list is shared for reading. Ask its owner for more.
    #[problem(code = 2, status = 403)]
    Forbidden,

    /// List name already exists
    ///
    /// Names are unique, regardless of case. Choose another name.
    #[problem(code = 3, status = 409)]
    DuplicateName,

    /// Name too short
    #[problem(code = 4, status = 400, detail = "The name must have at least {minimum} characters")]
    NameTooShort {
        /// The characters that a name needs.
        #[problem(extension)]
        minimum: u32,
    },

    /// Name is empty
    #[problem(code = 5, status = 400)]
    NameIsEmpty,

    /// Access change rejected
    ///
    /// A list that a running sequence draws from cannot be made private. Pause that sequence first.
    #[problem(code = 6, status = 400)]
    AccessChangeRejected {
        /// The sequence that draws from the list, perhaps of another user.
        #[problem(default)]
        sequence: String,
    },

    /// Invalid pagination parameters
    ///
    /// `limit` must be a number from 1 to 100, `offset` a number from 0.
    #[problem(code = 7, status = 400)]
    InvalidPagination,

    /// Contact not processed
    ///
    /// The contact was neither added nor removed. Send the request for this contact again.
    #[problem(code = 8, status = 400)]
    ContactNotProcessed,
}

impl Samples for ContactListError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::Forbidden,
            Self::DuplicateName,
            Self::NameTooShort { minimum: 3 },
            Self::NameIsEmpty,
            Self::AccessChangeRejected {
                sequence: secret("Win back ACME"),
            },
            Self::InvalidPagination,
            Self::ContactNotProcessed,
        ]
    }
}
