use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about a scheduler failed.
#[derive(Debug, Problem)]
#[problem(domain = "Schedulers", decode)]
pub enum SchedulerError {
    /// Scheduler not found
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Cannot delete scheduler
    ///
    /// A sequence still uses it. Assign another scheduler to that sequence first.
    #[problem(code = 2, status = 403)]
    DeleteRejected {
        /// The sequences that use the scheduler.
        #[problem(extension)]
        sequences: Vec<u64>,
        /// What the database said.
        #[problem(default)]
        cause: String,
    },

    /// Scheduler name already exists
    ///
    /// Names are unique, regardless of case. Choose another name.
    #[problem(code = 3, status = 409)]
    DuplicateName,

    /// Invalid timezone identifier
    ///
    /// Use a name of the IANA time zone database, as in `Europe/Berlin`.
    #[problem(code = 4, status = 400)]
    InvalidTimezone,

    /// Holiday calendar not found
    #[problem(code = 5, status = 404)]
    HolidayCalendarNotFound,

    /// Access forbidden
    ///
    /// Only the owner of a scheduler and administrators may change it.
    #[problem(code = 6, status = 403)]
    Forbidden,

    /// Calendar link not found
    ///
    /// There is nothing to do: the calendar is not linked to this scheduler.
    #[problem(code = 7, status = 400)]
    LinkNotFound,

    /// Calendar already linked
    ///
    /// There is nothing to do: the scheduler already observes this calendar.
    #[problem(code = 8, status = 409)]
    AlreadyLinked,
}

impl Samples for SchedulerError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::DeleteRejected {
                sequences: vec![4, 17],
                cause: secret("FOREIGN KEY constraint failed: sequences.scheduler_id"),
            },
            Self::DuplicateName,
            Self::InvalidTimezone,
            Self::HolidayCalendarNotFound,
            Self::Forbidden,
            Self::LinkNotFound,
            Self::AlreadyLinked,
        ]
    }
}
