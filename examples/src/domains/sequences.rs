use std::borrow::Cow;

use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about a sequence failed.
#[derive(Debug, Problem)]
#[problem(domain = "Sequences", decode)]
pub enum SequenceError {
    /// Sequence not found
    ///
    /// `GET /sequences` lists the sequences there are. Ids are numbers and never used again.
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Access forbidden
    ///
    /// The API key may read sequences, not change them. Use a key with write access.
    #[problem(code = 2, status = 403)]
    Forbidden,

    /// Associated scheduler not found
    ///
    /// The scheduler was deleted, or its id is wrong. Assign another scheduler to the sequence.
    #[problem(code = 3, status = 404, detail = "Scheduler {scheduler} not found")]
    SchedulerNotFound {
        /// The id of the scheduler.
        #[problem(extension)]
        scheduler: u64,
    },

    /// Associated email account not found
    ///
    /// The account was disconnected, or its id is wrong. Assign another account to the sequence.
    #[problem(code = 4, status = 404)]
    EmailAccountNotFound,

    /// Associated LinkedIn account not found
    ///
    /// The account was disconnected, or its id is wrong. Assign another account to the sequence.
    #[problem(code = 5, status = 404)]
    LinkedInAccountNotFound,

    /// Sequence is archived
    ///
    /// An archived sequence can be read but not changed, and it stays archived. Create a new sequence instead.
    #[problem(code = 6, status = 409)]
    SequenceArchived,

    /// Invalid step configuration
    ///
    /// A stored step does not fit its type any more. Correct that step, then send the request again.
    #[problem(code = 7, status = 400, detail = "Invalid step configuration in step {step}")]
    InvalidStep {
        /// The position of the step, the first being 1.
        #[problem(extension)]
        step: u32,
        /// The stored configuration.
        #[problem(default)]
        configuration: String,
    },

    /// Email template subject is empty
    ///
    /// The first email of a thread needs a subject. Add one to its template.
    #[problem(code = 8, status = 400)]
    EmptySubject,

    /// Email template not found
    ///
    /// The template was deleted, or its id is wrong.
    #[problem(code = 9, status = 404)]
    EmailTemplateNotFound,

    /// Invalid pagination parameters
    ///
    /// `limit` must be a number from 1 to 100, `offset` a number from 0.
    #[problem(
        code = 10,
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
}

impl Samples for SequenceError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::Forbidden,
            Self::SchedulerNotFound { scheduler: 12 },
            Self::EmailAccountNotFound,
            Self::LinkedInAccountNotFound,
            Self::SequenceArchived,
            Self::InvalidStep {
                step: 3,
                configuration: secret(r#"{"type":"email","worker":"10.0.0.7"}"#),
            },
            Self::EmptySubject,
            Self::EmailTemplateNotFound,
            Self::InvalidPagination {
                parameter: "limit".into(),
                expected: "a number from 1 to 100".into(),
            },
        ]
    }
}
