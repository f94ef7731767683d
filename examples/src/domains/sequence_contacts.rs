use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about the contacts of a sequence failed.
///
/// The texts of `thiserror` are for the log; what clients see comes from the doc comments and from `#[problem]`.
#[derive(Debug, thiserror::Error, Problem)]
#[problem(domain = "Sequence Contacts", decode, rename_all = "camelCase")]
pub enum SequenceContactError {
    /// Invalid input data
    #[error("a contact was to be added with invalid data")]
    #[problem(code = 1, status = 400)]
    InvalidInput,

    /// Sequence not found
    ///
    /// `GET /sequences` lists the sequences there are.
    #[error("there is no such sequence")]
    #[problem(code = 2, status = 404)]
    SequenceNotFound,

    /// Sequence has no steps
    ///
    /// Add a step by `POST /sequences/{id}/steps` first.
    #[error("the sequence has no steps")]
    #[problem(code = 3, status = 400)]
    NoStepsInSequence,

    /// Internal error
    ///
    /// The contact could not be added. Send the request again; if it keeps failing, tell our support.
    #[error("adding a contact failed: {cause}")]
    #[problem(code = 4, status = 400)]
    InternalError {
        /// What failed.
        #[problem(default)]
        cause: String,
    },

    /// Contact limit for sequence exceeded
    ///
    /// Remove contacts that have finished, or put the rest into another sequence.
    #[error("a sequence was to have more than {limit} contacts")]
    #[problem(
        code = 5,
        status = 400,
        detail = "A sequence must not have more than {limit} contacts"
    )]
    ContactLimitExceeded {
        /// The contacts that a sequence may have.
        #[problem(extension)]
        limit: u32,
    },

    /// Contact already in sequence
    ///
    /// There is nothing to do: a contact takes part in a sequence once.
    #[error("contact {contact_id} is already in the sequence")]
    #[problem(code = 6, status = 409, detail = "Contact {contact_id} is already in the sequence")]
    ContactAlreadyInSequence {
        /// The id of the contact.
        #[problem(extension)]
        contact_id: i64,
    },

    /// Contact not found
    ///
    /// Create the contact by `POST /contacts`, and send the id from the answer.
    #[error("there is no contact {contact_id}")]
    #[problem(code = 7, status = 404, detail = "Contact {contact_id} not found")]
    ContactNotFound {
        /// The id of the contact.
        #[problem(extension)]
        contact_id: i64,
    },

    /// Contact not in sequence
    ///
    /// Add the contact by `POST /sequences/{id}/contacts` first.
    #[error("the contact is not in the sequence")]
    #[problem(code = 8, status = 404)]
    NotInSequence,

    /// Invalid status transition
    ///
    /// A contact that has finished the sequence, or has answered, cannot be resumed.
    #[error("a contact cannot go from {from} to {to}")]
    #[problem(code = 9, status = 409)]
    InvalidStatusTransition {
        /// The contact's present status.
        #[problem(default)]
        from: &'static str,
        /// The status that was asked for.
        #[problem(default)]
        to: &'static str,
    },

    /// Sequence is archived
    ///
    /// An archived sequence takes no contacts. Add them to another sequence.
    #[error("the sequence is archived")]
    #[problem(code = 10, status = 409)]
    SequenceArchived,

    /// Access forbidden
    ///
    /// The API key may read sequences, not change them. Use a key with write access.
    #[error("the API key may not change sequences")]
    #[problem(code = 11, status = 403)]
    Forbidden,
}

impl Samples for SequenceContactError {
    fn samples() -> Vec<Self> {
        vec![
            Self::InvalidInput,
            Self::SequenceNotFound,
            Self::NoStepsInSequence,
            Self::InternalError {
                cause: secret("queue `outreach-3` is full"),
            },
            Self::ContactLimitExceeded { limit: 1000 },
            Self::ContactAlreadyInSequence { contact_id: 31 },
            Self::ContactNotFound { contact_id: 31 },
            Self::NotInSequence,
            Self::InvalidStatusTransition {
                from: "Finished",
                to: "Active",
            },
            Self::SequenceArchived,
            Self::Forbidden,
        ]
    }
}
