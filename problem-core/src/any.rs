use std::any::Any;
use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::ops::Deref;

use crate::problem_type::{Json, Row};
use crate::{Problem, ProblemType};

/// Any problem, type-erased: the error type of a function in which problems of several domains meet.
///
/// `?` turns every [`Problem`] into it. An error that is no problem does not pass unless it is hidden on purpose, by
/// [`ResultExt::internal`]: the client then learns that the server failed and nothing else.
///
/// ```
/// use problem_core::{AnyProblem, Problem, ResultExt};
///
/// #[derive(Debug, Problem)]
/// enum OrderError {
///     /// Order not found
///     #[problem(code = 1, status = 404)]
///     NotFound,
/// }
///
/// fn order(id: &str) -> Result<u64, AnyProblem> {
///     let id: u64 = id.parse().internal()?;
///     if id == 0 {
///         return Err(OrderError::NotFound.into());
///     }
///     Ok(id)
/// }
///
/// assert_eq!(order("0").unwrap_err().problem_type().status(), 404);
///
/// let hidden = order("secret").unwrap_err();
/// assert_eq!(hidden.problem_type().status(), 500);
/// assert!(!hidden.to_json().contains("invalid digit"));
/// assert_eq!(hidden.internal_error().unwrap().to_string(), "invalid digit found in string");
/// ```
pub struct AnyProblem(Box<dyn Erased>);

impl AnyProblem {
    /// Hides any error behind a problem with status 500, which tells the client nothing of it.
    ///
    /// The error stays readable for the log: by [`internal_error`](Self::internal_error), and as the
    /// [`source`](Error::source) of [`as_error`](Self::as_error).
    pub fn internal(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        AnyProblem(Box::new(InternalError(error.into())))
    }

    /// The error that [`internal`](Self::internal) hides, for the log.
    pub fn internal_error(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        self.downcast_ref::<InternalError>().map(|internal| &*internal.0)
    }

    /// The problem as a plain error, with its sources.
    pub fn as_error(&self) -> &(dyn Error + 'static) {
        self.0.as_error()
    }

    /// The problem itself, where it is a `P`.
    pub fn downcast_ref<P: Problem + 'static>(&self) -> Option<&P> {
        self.0.as_any().downcast_ref()
    }
}

impl<P: Problem + Send + Sync + 'static> From<P> for AnyProblem {
    fn from(problem: P) -> Self {
        AnyProblem(Box::new(problem))
    }
}

impl Deref for AnyProblem {
    type Target = dyn Problem + Send + Sync + 'static;

    fn deref(&self) -> &Self::Target {
        self.0.as_problem()
    }
}

impl fmt::Debug for AnyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_error(), f)
    }
}

impl fmt::Display for AnyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_error(), f)
    }
}

/// What a boxed problem can be seen as; stands in for trait upcasting, which is newer than this crate's `rust-version`.
trait Erased: Send + Sync {
    fn as_problem(&self) -> &(dyn Problem + Send + Sync + 'static);
    fn as_error(&self) -> &(dyn Error + 'static);
    fn as_any(&self) -> &dyn Any;
}

impl<P: Problem + Send + Sync + 'static> Erased for P {
    fn as_problem(&self) -> &(dyn Problem + Send + Sync + 'static) {
        self
    }

    fn as_error(&self) -> &(dyn Error + 'static) {
        self
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// [`internal`](ResultExt::internal) for results.
pub trait ResultExt<T> {
    /// Hides the error behind a problem with status 500, see [`AnyProblem::internal`].
    ///
    /// # Errors
    ///
    /// The hidden error, if the result is one.
    fn internal(self) -> Result<T, AnyProblem>;
}

impl<T, E: Into<Box<dyn Error + Send + Sync>>> ResultExt<T> for Result<T, E> {
    fn internal(self) -> Result<T, AnyProblem> {
        self.map_err(AnyProblem::internal)
    }
}

/// An error that clients must not see.
#[derive(Debug)]
struct InternalError(Box<dyn Error + Send + Sync>);

pub(crate) static INTERNAL: ProblemType = ProblemType(Row {
    name: "InternalError",
    status: 500,
    title: "Internal Server Error",
    description: INTERNAL_DETAIL,
    json: Json::Whole(
        r#"{"title":"Internal Server Error","status":500,"detail":"The server failed to process the request"}"#,
    ),
    ..Row::DEFAULT
});

const INTERNAL_DETAIL: &str = "The server failed to process the request";

impl fmt::Display for InternalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("internal error")
    }
}

impl Error for InternalError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}

impl Problem for InternalError {
    fn problem_type(&self) -> &'static ProblemType {
        &INTERNAL
    }

    fn detail(&self) -> Cow<'_, str> {
        Cow::Borrowed(INTERNAL_DETAIL)
    }
}
