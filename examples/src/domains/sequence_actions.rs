use std::borrow::Cow;

use problem_core::Problem;

use super::{Samples, secret};

/// Why a sequence could not be started, paused or archived.
#[derive(Debug, Problem)]
#[problem(domain = "Sequence Actions", decode)]
pub enum SequenceActionError {
    /// Unknown error
    ///
    /// The action failed for a reason that has no code of its own. Send the request again; if it keeps failing, tell
    /// our support.
    #[problem(code = 0, status = 400)]
    Unknown {
        /// What failed.
        #[problem(default)]
        cause: String,
    },

    /// Sequence not found
    ///
    /// `GET /sequences` lists the sequences there are.
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Access forbidden
    ///
    /// The API key may read sequences, not change them. Use a key with write access.
    #[problem(code = 2, status = 403)]
    Forbidden,

    /// Sequence is already archived
    ///
    /// An archived sequence stays archived: it can be neither started nor archived again.
    #[problem(code = 3, status = 409)]
    Archived,

    /// Sequence is in New status
    ///
    /// The action needs a sequence that was started before. Start it first.
    #[problem(code = 4, status = 409)]
    New,

    /// Sequence is already active
    ///
    /// There is nothing to do: the sequence runs.
    #[problem(code = 5, status = 409)]
    Active,

    /// Sequence has no contacts
    ///
    /// Add at least one contact by `POST /sequences/{id}/contacts`, then start the sequence.
    #[problem(code = 6, status = 400)]
    NoContacts,

    /// Sequence has no email accounts
    ///
    /// Assign an email account to the sequence, then start it.
    #[problem(code = 7, status = 400)]
    NoEmailAccounts,

    /// Sales agent is not allowed
    #[problem(code = 8, status = 403)]
    SalesAgentNotAllowed,

    /// Invalid status transition
    ///
    /// Only an active sequence can be paused. Read the sequence to learn its present status.
    #[problem(
        code = 9,
        status = 409,
        detail = "Invalid status transition: the sequence is {status}"
    )]
    Status {
        /// The present status of the sequence.
        #[problem(extension = "sequenceStatus")]
        status: Cow<'static, str>,
    },

    /// Owner sequence limit exceeded
    ///
    /// Pause or archive another active sequence of the same owner, or raise the limit.
    #[problem(code = 10, status = 400, detail = "The owner already has {limit} active sequences")]
    OwnerLimitExceeded {
        /// The active sequences that an owner may have.
        #[problem(extension)]
        limit: u32,
        /// The owner's name.
        #[problem(default)]
        owner: String,
    },

    /// Team member not found
    ///
    /// The new owner is not, or no longer, a member of the team.
    #[problem(code = 11, status = 400)]
    TeamMemberNotFound,
}

impl Samples for SequenceActionError {
    fn samples() -> Vec<Self> {
        vec![
            Self::Unknown {
                cause: secret("worker 7 did not answer"),
            },
            Self::NotFound,
            Self::Forbidden,
            Self::Archived,
            Self::New,
            Self::Active,
            Self::NoContacts,
            Self::NoEmailAccounts,
            Self::SalesAgentNotAllowed,
            Self::Status {
                status: "Paused".into(),
            },
            Self::OwnerLimitExceeded {
                limit: 25,
                owner: secret("ada@example.com"),
            },
            Self::TeamMemberNotFound,
        ]
    }
}
