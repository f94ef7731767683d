use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about a sequence template failed.
#[derive(Debug, Problem)]
#[problem(domain = "Sequence Templates", decode)]
pub enum SequenceTemplateError {
    /// Template not found
    ///
    /// The template was deleted, or it is private to another user.
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Template name already exists
    ///
    /// Names are unique within a scope, regardless of case. Choose another name.
    #[problem(code = 2, status = 409)]
    DuplicateName {
        /// Who has a template of this name, perhaps a private one.
        #[problem(default)]
        owner: String,
    },

    /// Access forbidden
    ///
    /// Only the owner of a template and administrators may change it.
    #[problem(code = 3, status = 403)]
    Forbidden,

    /// Associated sequence not found
    ///
    /// A template is made from a sequence that exists. Check the id of the sequence.
    #[problem(code = 4, status = 404)]
    SequenceNotFound,

    /// Invalid template scope
    ///
    /// The scope of a template is `user`, `team` or `organization`.
    #[problem(code = 5, status = 400)]
    InvalidScope,

    /// Organization-wide templates are disabled
    ///
    /// An administrator can enable them in the settings of the organization.
    #[problem(code = 6, status = 403)]
    OrgTemplatesDisabled,
}

impl Samples for SequenceTemplateError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::DuplicateName {
                owner: secret("ada@example.com"),
            },
            Self::Forbidden,
            Self::SequenceNotFound,
            Self::InvalidScope,
            Self::OrgTemplatesDisabled,
        ]
    }
}
