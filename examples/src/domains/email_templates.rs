use std::io;

use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about an email template failed.
///
/// The texts of `thiserror` are for the log; what clients see comes from the doc comments and from `#[problem]`.
#[derive(Debug, thiserror::Error, Problem)]
#[problem(domain = "Email Templates")]
pub enum EmailTemplateError {
    /// Template not found
    ///
    /// The template was deleted, or it is private to another user.
    #[error("there is no such template")]
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Template name already exists
    ///
    /// Names are unique within a folder, regardless of case. Choose another name or another folder.
    #[error("the template name exists already")]
    #[problem(code = 2, status = 409)]
    DuplicateName,

    /// Access forbidden
    ///
    /// The template is shared for reading. Copy it, and change the copy.
    #[error("the template belongs to another user")]
    #[problem(code = 3, status = 403)]
    Forbidden,

    /// Invalid pagination parameters
    ///
    /// `limit` must be a number from 1 to 100, `offset` a number from 0.
    #[error("the pagination is invalid")]
    #[problem(code = 4, status = 400)]
    InvalidPagination,

    /// Invalid filter parameters
    ///
    /// Templates can be filtered by `folder`, `owner` and `shared`.
    #[error("the filter is invalid")]
    #[problem(code = 5, status = 400)]
    InvalidFilter,

    /// Template folder not found
    #[error("there is no such folder")]
    #[problem(code = 6, status = 404)]
    FolderNotFound,

    /// Attachment not found
    ///
    /// Attachments that no template uses are deleted after a day. Upload the file again.
    #[error("the attachment {path} is gone")]
    #[problem(code = 7, status = 404)]
    AttachmentNotFound {
        /// Where the attachment was stored.
        path: String,
    },

    /// Email account not found
    ///
    /// Connect an email account before you send a test.
    #[error("there is no such email account")]
    #[problem(code = 8, status = 404)]
    EmailAccountNotFound,

    /// Contact not found
    ///
    /// Choose another contact to render the template for.
    #[error("there is no such contact")]
    #[problem(code = 9, status = 404)]
    ContactNotFound,

    /// Template rendering failed
    ///
    /// A placeholder is misspelt or not closed. The place is counted in the source of the template.
    #[error("the template could not be rendered: {cause}")]
    #[problem(code = 10, status = 400, detail = "Template rendering failed in line {line}")]
    RenderFailed {
        /// The line of the mistake, the first being 1.
        #[problem(extension)]
        line: u32,
        /// The member of the contact that was asked for, if that is what failed.
        #[problem(extension)]
        placeholder: Option<String>,
        /// What the template engine said.
        cause: String,
    },

    /// Test email sending failed
    ///
    /// Test the connection of the email account, then send the test email again.
    #[error("the test email could not be sent")]
    #[problem(code = 11, status = 400)]
    SendTestFailed {
        /// What the mail server said.
        source: io::Error,
    },

    /// Too many attachments
    #[error("a template was to have more than {limit} attachments")]
    #[problem(
        code = 12,
        status = 400,
        detail = "A template must not have more than {limit} attachments"
    )]
    TooManyAttachments {
        /// The attachments that a template may have.
        #[problem(extension)]
        limit: u32,
    },
}

impl Samples for EmailTemplateError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::DuplicateName,
            Self::Forbidden,
            Self::InvalidPagination,
            Self::InvalidFilter,
            Self::FolderNotFound,
            Self::AttachmentNotFound {
                path: secret("s3://attachments-internal/7f3a"),
            },
            Self::EmailAccountNotFound,
            Self::ContactNotFound,
            Self::RenderFailed {
                line: 2,
                placeholder: Some("firstNam".to_owned()),
                cause: secret("render.rs:118: no such key in {email: ada@example.com}"),
            },
            Self::SendTestFailed {
                source: io::Error::other(secret("smtp-2.internal: connection reset")),
            },
            Self::TooManyAttachments { limit: 10 },
        ]
    }
}
