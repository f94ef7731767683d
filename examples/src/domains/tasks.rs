use std::borrow::Cow;

use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about a task failed.
///
/// The texts of `thiserror` are for the log; what clients see comes from the doc comments and from `#[problem]`.
#[derive(Debug, thiserror::Error, Problem)]
#[problem(domain = "Tasks", decode)]
pub enum TaskError {
    /// Task not found
    #[error("there is no such task")]
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Invalid input
    ///
    /// The member that `field` names does not have the form it must have.
    #[error("a task was sent with an invalid {field}")]
    #[problem(code = 2, status = 400, detail = "Invalid input in `{field}`")]
    InvalidInput {
        /// The member of the body that is wrong.
        #[problem(extension)]
        field: Cow<'static, str>,
    },

    /// Can only edit tasks in New status
    ///
    /// A task that was completed or skipped stays as it is. Create a new task.
    #[error("only new tasks can be edited")]
    #[problem(code = 3, status = 400)]
    CanOnlyEditNewTasks,

    /// Cannot change type of sequence task
    ///
    /// The task was created by a step of a sequence, which sets its type. Change the step.
    #[error("the type of a sequence task is fixed")]
    #[problem(code = 4, status = 400)]
    CannotChangeSequenceTaskType,

    /// Cannot change contact of sequence task
    ///
    /// The task was created for one contact of a sequence. Create a new task for the other contact.
    #[error("the contact of a sequence task is fixed")]
    #[problem(code = 5, status = 400)]
    CannotChangeSequenceTaskContact,

    /// Invalid date values
    ///
    /// A date has the form `2030-01-31`, and a task must not be due before it begins.
    #[error("the dates are invalid")]
    #[problem(code = 6, status = 400)]
    InvalidDates,

    /// Cannot complete in current state
    ///
    /// Only a new task can be completed.
    #[error("a task that is {state} cannot be completed")]
    #[problem(code = 7, status = 409, detail = "Cannot complete a task that is {state}")]
    CannotComplete {
        /// The present state of the task.
        #[problem(extension)]
        state: Cow<'static, str>,
    },

    /// Cannot delete in current state
    ///
    /// A task that is being carried out cannot be deleted. Wait until it is done.
    #[error("the task cannot be deleted")]
    #[problem(code = 8, status = 409)]
    CannotDelete,

    /// Template rendering error
    ///
    /// A placeholder of the template has no value for this contact. Fill in the contact, or change the template.
    #[error("the template could not be rendered: {cause}")]
    #[problem(code = 9, status = 409)]
    RenderError {
        /// What the template engine said.
        #[problem(default)]
        cause: String,
    },

    /// Too many attachments
    #[error("a task was to have more than {limit} attachments")]
    #[problem(
        code = 10,
        status = 400,
        detail = "A task must not have more than {limit} attachments"
    )]
    TooManyAttachments {
        /// The attachments that a task may have.
        #[problem(extension)]
        limit: u32,
    },

    /// Contact is not accessible
    ///
    /// The contact belongs to another team. Ask its owner to share it.
    #[error("the contact belongs to {owner}")]
    #[problem(code = 11, status = 400)]
    ContactNotAccessible {
        /// Who owns the contact.
        #[problem(default)]
        owner: String,
    },

    /// Access forbidden
    ///
    /// Only the assignee of a task and administrators may change it.
    #[error("the task belongs to another user")]
    #[problem(code = 12, status = 403)]
    Forbidden,

    /// Invalid pagination parameters
    ///
    /// `limit` must be a number from 1 to 100, `offset` a number from 0.
    #[error("the pagination is invalid")]
    #[problem(code = 13, status = 400)]
    InvalidPagination,

    /// Too many tasks in single delete request
    ///
    /// Delete the tasks in several requests.
    #[error("more than {limit} tasks were to be deleted at once")]
    #[problem(code = 14, status = 400, detail = "A single request can delete {limit} tasks")]
    TooManyTasksToDelete {
        /// The tasks that a single request can delete.
        #[problem(extension)]
        limit: u32,
    },
}

impl Samples for TaskError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::InvalidInput {
                field: "priority".into(),
            },
            Self::CanOnlyEditNewTasks,
            Self::CannotChangeSequenceTaskType,
            Self::CannotChangeSequenceTaskContact,
            Self::InvalidDates,
            Self::CannotComplete {
                state: "skipped".into(),
            },
            Self::CannotDelete,
            Self::RenderError {
                cause: secret("no such key in {email: ada@example.com}"),
            },
            Self::TooManyAttachments { limit: 10 },
            Self::ContactNotAccessible {
                owner: secret("grace@example.com"),
            },
            Self::Forbidden,
            Self::InvalidPagination,
            Self::TooManyTasksToDelete { limit: 100 },
        ]
    }
}
