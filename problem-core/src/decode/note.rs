use std::borrow::Cow;
use std::fmt;

/// What a service did wrong in a document that can be read nevertheless.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Note {
    /// A member counts as absent, as RFC 9457 §3.1 demands where it has the wrong type.
    Ignored {
        /// The member's name.
        member: Cow<'static, str>,
        /// Why it was ignored.
        reason: IgnoredReason,
    },
    /// The `status` member is not the status of the response (RFC 9457 §3.1.2): something between the service and the
    /// client has changed the latter, or the service is mistaken.
    StatusMismatch {
        /// The status code of the response.
        http_status: u16,
        /// The `status` member.
        member: u16,
    },
}

/// Why a member was ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IgnoredReason {
    /// It is `null`.
    Null,
    /// It is not a string; `status` and `errorCode`: not an integer. Such an `errorCode` is kept as an extension.
    WrongType,
    /// `status` is not from 100 to 599, or `errorCode` does not fit into 32 bits. Such an `errorCode` is kept as an
    /// extension.
    OutOfRange,
    /// The member occurs again further behind, and the last one wins.
    Repeated,
}

impl fmt::Display for Note {
    /// One line for a log: `` `status` was ignored: wrong type ``.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::Ignored { member, reason } => write!(f, "`{}` was ignored: {reason}", member.escape_debug()),
            Note::StatusMismatch { http_status, member } => {
                write!(f, "`status` is {member}, and the status of the response {http_status}")
            }
        }
    }
}

impl fmt::Display for IgnoredReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            IgnoredReason::Null => "null",
            IgnoredReason::WrongType => "wrong type",
            IgnoredReason::OutOfRange => "out of range",
            IgnoredReason::Repeated => "repeated further behind",
        })
    }
}
