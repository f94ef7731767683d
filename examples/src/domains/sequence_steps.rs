use std::borrow::Cow;

use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about a step of a sequence failed.
#[derive(Debug, Problem)]
#[problem(domain = "Sequence Steps", decode)]
pub enum SequenceStepError {
    /// Invalid input data
    ///
    /// A value is out of its bounds, whatever the type of the step.
    #[problem(code = 1, status = 400, detail = "Invalid input data: `{field}` must be {expected}")]
    InvalidInput {
        /// The member of the body that is wrong.
        #[problem(extension)]
        field: Cow<'static, str>,
        /// What it must be.
        #[problem(extension)]
        expected: Cow<'static, str>,
    },

    /// Invalid step configuration
    ///
    /// The values do not fit the type of the step: an email needs a subject, and nothing else may have one.
    #[problem(code = 2, status = 400, detail = "Invalid step configuration: {reason}")]
    InvalidStep {
        /// What does not fit.
        #[problem(extension)]
        reason: Cow<'static, str>,
    },

    /// Internal processing error
    ///
    /// The step could not be stored. Send the request again; if it keeps failing, tell our support.
    #[problem(code = 3, status = 400)]
    InternalError {
        /// What failed.
        #[problem(default)]
        cause: String,
    },

    /// Step not found
    ///
    /// The step was deleted, or it belongs to another sequence.
    #[problem(code = 4, status = 404)]
    NotFound,

    /// Step is locked and cannot be modified
    ///
    /// Contacts have already passed this step. Add a new step instead.
    #[problem(code = 5, status = 400)]
    StepLocked,

    /// Operation not supported for this step type
    #[problem(code = 6, status = 400)]
    UnsupportedOperation,

    /// Step is locked because it has child steps
    ///
    /// Delete the child steps first.
    #[problem(
        code = 7,
        status = 400,
        detail = "Step is locked because it has {children} child steps"
    )]
    StepLockedHasChildren {
        /// How many steps depend on this one.
        #[problem(extension)]
        children: u32,
    },

    /// Step is locked as subject source
    ///
    /// A later email answers in the thread of this one and takes its subject. Give that email its own subject first.
    #[problem(code = 8, status = 400)]
    StepLockedSubjectSource,

    /// Step is locked as subject source with children
    ///
    /// Later emails take their subject from this step, and other steps depend on it. Change both first.
    #[problem(code = 9, status = 400)]
    StepLockedSubjectSourceWithChildren,
}

impl Samples for SequenceStepError {
    fn samples() -> Vec<Self> {
        vec![
            Self::InvalidInput {
                field: "delayDays".into(),
                expected: "a number from 0 to 365".into(),
            },
            Self::InvalidStep {
                reason: "an email needs a subject".into(),
            },
            Self::InternalError {
                cause: secret("disk I/O error on shard 4"),
            },
            Self::NotFound,
            Self::StepLocked,
            Self::UnsupportedOperation,
            Self::StepLockedHasChildren { children: 2 },
            Self::StepLockedSubjectSource,
            Self::StepLockedSubjectSourceWithChildren,
        ]
    }
}
