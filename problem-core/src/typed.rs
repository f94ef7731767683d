//! From a document back to the enum that declares it.

use std::error::Error;
use std::fmt;

use serde_core::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::recognize;
use crate::extensions::Extensions;
use crate::{ProblemDetails, ProblemType};

/// A document that did not become a value of the type it was to be decoded as: the error of the `TryFrom` that
/// `#[problem(decode)]` generates.
///
/// The document is returned whole. A client that meets a problem it does not know, because the service is newer than the
/// client, still has its status, its title and its detail:
///
/// ```
/// use problem_core::{Problem, ProblemDetails};
///
/// #[derive(Debug, Problem)]
/// #[problem(decode)]
/// enum OrderError {
///     /// Order not found
///     #[problem(code = 1, status = 404)]
///     NotFound,
/// }
///
/// let newer = ProblemDetails::new(409).with_error_code(2).with_detail("The order was paid already");
/// let details = match OrderError::try_from(newer) {
///     Ok(OrderError::NotFound) => unreachable!(),
///     Err(unknown) => unknown.into_details(),
/// };
/// assert_eq!(details.to_string(), "409 Conflict: The order was paid already");
/// ```
#[derive(Clone, Debug)]
pub struct UndecodedProblem(Box<Undecoded>);

#[derive(Clone, Debug)]
struct Undecoded {
    details: ProblemDetails,
    problem_type: Option<&'static ProblemType>,
    reason: UndecodedReason,
}

/// Why a document did not become a value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UndecodedReason {
    /// The type declares no problem with this `type` or `errorCode`.
    Unknown,
    /// The problem is known, and an extension member that it must have is absent.
    MissingMember {
        /// The member's name on the wire.
        member: &'static str,
    },
    /// The problem is known, and an extension member does not fit the type of its field.
    InvalidMember {
        /// The member's name on the wire.
        member: &'static str,
        /// What does not fit, in serde's words.
        message: String,
    },
}

impl UndecodedProblem {
    /// For a `TryFrom<ProblemDetails>` that is written by hand.
    pub fn new(details: ProblemDetails, reason: UndecodedReason) -> Self {
        UndecodedProblem(Box::new(Undecoded {
            details,
            problem_type: None,
            reason,
        }))
    }

    /// The document, as it was.
    pub fn details(&self) -> &ProblemDetails {
        &self.0.details
    }

    /// The document, as it was.
    pub fn into_details(self) -> ProblemDetails {
        self.0.details
    }

    /// Why it is not a value.
    pub fn reason(&self) -> &UndecodedReason {
        &self.0.reason
    }

    /// What the document is an occurrence of; `None` where that is unknown.
    pub fn problem_type(&self) -> Option<&'static ProblemType> {
        self.0.problem_type
    }
}

impl fmt::Display for UndecodedProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.0.reason, self.0.details.error_code()) {
            (UndecodedReason::Unknown, Some(code)) => write!(f, "unknown problem with the code {code}")?,
            (UndecodedReason::Unknown, None) => f.write_str("unknown problem")?,
            (UndecodedReason::MissingMember { member }, _) => write!(f, "problem without its member `{member}`")?,
            (UndecodedReason::InvalidMember { member, message }, _) => {
                write!(f, "problem with a wrong member `{member}`, {message}")?;
            }
        }
        write!(f, ": {}", self.0.details)
    }
}

impl Error for UndecodedProblem {}

/// Recognizes a document and reads its fields; `read` takes the row in `problems`.
///
/// # Errors
///
/// If the document is none of `problems`, or `read` fails.
pub fn decode<T>(
    problems: &'static [ProblemType],
    details: ProblemDetails,
    read: fn(usize, &Fields<'_>) -> Result<T, UndecodedReason>,
) -> Result<T, UndecodedProblem> {
    let row = recognize(problems, &details);
    let read = match row {
        Some(row) => read(row, &Fields(details.extensions())),
        None => Err(UndecodedReason::Unknown),
    };
    read.map_err(|reason| {
        UndecodedProblem(Box::new(Undecoded {
            details,
            problem_type: row.and_then(|row| problems.get(row)),
            reason,
        }))
    })
}

/// Offers a document that is still unknown to the type inside a transparent variant.
///
/// # Errors
///
/// If that type cannot be decoded from it either.
pub fn or_transparent<T, U: Decode>(
    outcome: Result<T, UndecodedProblem>,
    wrap: fn(U) -> T,
) -> Result<T, UndecodedProblem> {
    match outcome {
        Err(undecoded) if *undecoded.reason() == UndecodedReason::Unknown => {
            U::decode(undecoded.into_details()).map(wrap)
        }
        outcome => outcome,
    }
}

/// What can stand in a transparent variant of a type that is decoded.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded from a problem document",
    label = "no `TryFrom<ProblemDetails, Error = UndecodedProblem>` implementation",
    note = "add `decode` to its `#[problem(...)]`"
)]
pub trait Decode: Sized {
    /// `try_from` under a name of its own, so that what lacks it is told what to do.
    ///
    /// # Errors
    ///
    /// Those of `try_from`.
    fn decode(details: ProblemDetails) -> Result<Self, UndecodedProblem>;
}

#[diagnostic::do_not_recommend]
impl<T: TryFrom<ProblemDetails, Error = UndecodedProblem>> Decode for T {
    fn decode(details: ProblemDetails) -> Result<Self, UndecodedProblem> {
        T::try_from(details)
    }
}

/// The extension members that become fields.
pub struct Fields<'a>(&'a Extensions);

impl Fields<'_> {
    /// The value of a field. Where the member is absent, that which is not sent, since JSON tells it as `null`: `None`.
    ///
    /// # Errors
    ///
    /// If the member is absent, or does not fit.
    pub fn get<T: DeserializeOwned>(&self, member: &'static str) -> Result<T, UndecodedReason> {
        match self.read(member)? {
            Some(value) => Ok(value),
            None => T::deserialize(Value::Null).map_err(|_| UndecodedReason::MissingMember { member }),
        }
    }

    /// The value of a field that has a default where the member is absent.
    ///
    /// # Errors
    ///
    /// If the member does not fit.
    pub fn get_or_default<T: DeserializeOwned + Default>(&self, member: &'static str) -> Result<T, UndecodedReason> {
        Ok(self.read(member)?.unwrap_or_default())
    }

    fn read<T: DeserializeOwned>(&self, member: &'static str) -> Result<Option<T>, UndecodedReason> {
        let value = self.0.get(member).map(T::deserialize).transpose();
        value.map_err(|error| UndecodedReason::InvalidMember {
            member,
            message: error.to_string(),
        })
    }
}
