use problem_core::Problem;

use super::{Samples, secret};

/// Why a request about a holiday calendar failed.
#[derive(Debug, Problem)]
#[problem(domain = "Holiday Calendars", decode)]
pub enum HolidayCalendarError {
    /// Calendar not found
    #[problem(code = 1, status = 404)]
    NotFound,

    /// Access forbidden
    ///
    /// Only administrators may change holiday calendars.
    #[problem(code = 2, status = 403)]
    Forbidden,

    /// Calendar name already exists
    ///
    /// Names are unique, regardless of case. Choose another name.
    #[problem(code = 3, status = 409)]
    DuplicateName,

    /// Only custom calendars can be modified
    ///
    /// The calendars of countries are kept up to date for you. Copy one, and change the copy.
    #[problem(code = 4, status = 400)]
    NotCustomCalendar {
        /// Where the calendar comes from.
        #[problem(default)]
        feed: String,
    },
}

impl Samples for HolidayCalendarError {
    fn samples() -> Vec<Self> {
        vec![
            Self::NotFound,
            Self::Forbidden,
            Self::DuplicateName,
            Self::NotCustomCalendar {
                feed: secret("https://holidays.internal/de.ics?token=5d41"),
            },
        ]
    }
}
