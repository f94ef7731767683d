use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use serde::Serialize;

use crate::domains::SequenceActionError;

/// Where a sequence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) enum Status {
    New,
    Active,
    Paused,
    Archived,
}

impl Status {
    const ALL: [Status; 4] = [Status::New, Status::Active, Status::Paused, Status::Archived];

    fn as_str(self) -> &'static str {
        match self {
            Status::New => "New",
            Status::Active => "Active",
            Status::Paused => "Paused",
            Status::Archived => "Archived",
        }
    }

    /// The status of a sequence of `contacts` contacts after it was started.
    pub(super) fn start(self, contacts: u32) -> Result<Self, SequenceActionError> {
        match self {
            Status::Archived => Err(SequenceActionError::Archived),
            Status::Active => Err(SequenceActionError::Active),
            Status::New | Status::Paused if contacts == 0 => Err(SequenceActionError::NoContacts),
            Status::New | Status::Paused => Ok(Status::Active),
        }
    }

    /// The status after the sequence was paused.
    pub(super) fn pause(self) -> Result<Self, SequenceActionError> {
        match self {
            Status::Active => Ok(Status::Paused),
            Status::New | Status::Paused | Status::Archived => Err(SequenceActionError::Status {
                status: self.as_str().into(),
            }),
        }
    }

    /// The status after the sequence was archived.
    pub(super) fn archive(self) -> Result<Self, SequenceActionError> {
        match self {
            Status::Archived => Err(SequenceActionError::Archived),
            Status::New | Status::Active | Status::Paused => Ok(Status::Archived),
        }
    }
}

impl ToSql for Status {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Status {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        Status::ALL
            .into_iter()
            .find(|status| status.as_str() == text)
            .ok_or(FromSqlError::InvalidType)
    }
}

#[cfg(test)]
mod tests {
    use super::Status;
    use crate::domains::SequenceActionError as Error;

    #[test]
    fn transitions() {
        assert!(matches!(Status::New.start(1), Ok(Status::Active)));
        assert!(matches!(Status::Paused.start(1), Ok(Status::Active)));
        assert!(matches!(Status::New.start(0), Err(Error::NoContacts)));
        assert!(matches!(Status::Active.start(0), Err(Error::Active)));
        assert!(matches!(Status::Archived.start(1), Err(Error::Archived)));

        assert!(matches!(Status::Active.pause(), Ok(Status::Paused)));
        assert!(matches!(Status::New.pause(), Err(Error::Status { status }) if status == "New"));

        assert!(matches!(Status::New.archive(), Ok(Status::Archived)));
        assert!(matches!(Status::Archived.archive(), Err(Error::Archived)));
    }
}
