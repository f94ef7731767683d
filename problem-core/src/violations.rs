use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use serde_core::ser::{Serialize, SerializeStruct, Serializer};

use crate::{Pointer, Problem};

/// Several mistakes of a request in one problem (RFC 9457 §3): the member `errors` names each, and where it is.
///
/// With the features `garde` and `validator`, `garde::Report` and `validator::ValidationErrors` are problems of the same form,
/// and convert into this type.
///
/// It is a [`Problem`](crate::Problem) with status 422 itself, to be raised by `?` or held by a `transparent` variant.
/// A problem of your own with another status or a code takes it as a field: `#[problem(extension)] errors: Violations`.
///
/// ```
/// use problem_core::{Pointer, Problem, Violations};
///
/// fn check(age: i32, colour: &str) -> Result<(), Violations> {
///     let mut violations = Violations::new();
///     if age < 0 {
///         violations.push(Pointer::root().key("age"), "must be a positive integer");
///     }
///     if !["green", "red", "blue"].contains(&colour) {
///         violations.push(Pointer::root().key("profile").key("color"), "must be 'green', 'red' or 'blue'");
///     }
///     violations.into_result()
/// }
///
/// assert_eq!(
///     check(-1, "pink").unwrap_err().to_json(),
///     concat!(
///         r##"{"title":"Unprocessable Content","status":422,"detail":"The request holds values that are not allowed","##,
///         r##""errors":[{"detail":"must be a positive integer","pointer":"#/age"},"##,
///         r##"{"detail":"must be 'green', 'red' or 'blue'","pointer":"#/profile/color"}]}"##,
///     ),
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Problem)]
#[problem(
    crate = "crate",
    domain = "Request",
    uncoded,
    manual_error,
    status = 422,
    detail = "The request holds values that are not allowed"
)]
pub struct Violations(#[problem(extension = "errors")] List);

type List = Vec<Violation>;

/// One mistake: what is wrong, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    detail: Cow<'static, str>,
    pointer: Pointer,
}

impl Violations {
    /// No mistake yet.
    pub const fn new() -> Self {
        Violations(Vec::new())
    }

    /// Adds a mistake: where it is, and what has to hold there, for the client.
    pub fn push(&mut self, pointer: Pointer, detail: impl Into<Cow<'static, str>>) {
        self.0.push(Violation {
            detail: detail.into(),
            pointer,
        });
    }

    /// Adds a mistake, as [`push`](Self::push) does.
    pub fn with(mut self, pointer: Pointer, detail: impl Into<Cow<'static, str>>) -> Self {
        self.push(pointer, detail);
        self
    }

    /// Nothing if there is no mistake, else all of them.
    ///
    /// # Errors
    ///
    /// These violations, unless there are none.
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }

    /// Whether there is no mistake.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many mistakes there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The mistakes, in the order they were added.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }
}

impl Violation {
    /// What is wrong, for the client.
    pub fn detail(&self) -> &str {
        &self.detail
    }

    /// Where it is.
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }
}

impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Violation", 2)?;
        members.serialize_field("detail", &self.detail)?;
        members.serialize_field("pointer", &self.pointer)?;
        members.end()
    }
}

/// The array alone, as it stands in `errors`.
impl Serialize for Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Violations {
    /// `#/age: must be a positive integer; #/name: is missing`, for the log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, violation) in self.iter().enumerate() {
            let separator = if i == 0 { "" } else { "; " };
            write!(f, "{separator}{}: {}", violation.pointer, violation.detail)?;
        }
        Ok(())
    }
}

impl Error for Violations {}
