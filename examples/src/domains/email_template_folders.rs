use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about a folder of email templates failed.
#[derive(Debug, Problem)]
#[problem(domain = "Email Template Folders", decode)]
pub enum EmailTemplateFolderError {
    /// Folder not found
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Folder name already exists
    ///
    /// Names are unique, regardless of case. Choose another name.
    #[problem(code = 2, status = 409)]
    DuplicateName,

    /// Access forbidden
    ///
    /// Only the owner of a folder may change or share it.
    #[problem(code = 3, status = 403)]
    Forbidden {
        /// Who owns the folder.
        #[problem(default)]
        owner: String,
    },

    /// Folder is already shared
    ///
    /// There is nothing to do: the team sees the folder.
    #[problem(code = 4, status = 409)]
    AlreadyShared,

    /// Cannot modify default folder
    ///
    /// The default folder can be neither renamed nor deleted. Create a folder of your own.
    #[problem(code = 5, status = 400)]
    IsDefault,
}

impl Samples for EmailTemplateFolderError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::DuplicateName,
            Self::Forbidden {
                owner: secret("grace@example.com"),
            },
            Self::AlreadyShared,
            Self::IsDefault,
        ]
    }
}
