use std::borrow::Cow;

use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about a sequence folder failed.
#[derive(Debug, Problem)]
#[problem(domain = "Sequence Folders", decode)]
pub enum SequenceFolderError {
    /// Folder not found
    ///
    /// `GET /sequence-folders` lists the folders there are.
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Folder name already exists
    ///
    /// Names are unique, regardless of case. Choose another name, or use the folder that has it.
    #[problem(code = 2, status = 409)]
    DuplicateName {
        /// What the database said.
        #[problem(default)]
        cause: String,
    },

    /// Access forbidden
    ///
    /// The API key may read folders, not change them. Use a key with write access.
    #[problem(code = 3, status = 403)]
    Forbidden,

    /// Invalid pagination parameters
    ///
    /// `limit` must be a number from 1 to 100, `offset` a number from 0.
    #[problem(
        code = 4,
        status = 400,
        detail = "Invalid pagination parameters: `{parameter}` must be {expected}"
    )]
    InvalidPagination {
        /// The query parameter that is wrong.
        #[problem(extension)]
        parameter: Cow<'static, str>,
        /// What it must be.
        #[problem(extension)]
        expected: Cow<'static, str>,
    },

    /// Invalid sort parameter
    ///
    /// `sort` is `id` or `name`, with a `-` before it for the reverse order.
    #[problem(code = 5, status = 400)]
    InvalidSort,
}

impl Samples for SequenceFolderError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::DuplicateName {
                cause: secret("UNIQUE constraint failed: sequence_folders.name"),
            },
            Self::Forbidden,
            Self::InvalidPagination {
                parameter: "offset".into(),
                expected: "a number from 0".into(),
            },
            Self::InvalidSort,
        ]
    }
}
