use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use crate::declared::Declared;
use crate::extensions::{ExtensionValue, Extensions};
use crate::problem_type::ProblemType;
use crate::{Domain, ProblemDetails, json};

/// An error that is also an HTTP problem ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)).
///
/// Implemented by [`#[derive(Problem)]`](macro@crate::Problem). The trait is dyn-compatible; to return any problem from
/// a function, see [`AnyProblem`](crate::AnyProblem).
///
/// By hand it takes a static [`ProblemType`] and the text of the occurrence:
///
/// ```
/// use std::borrow::Cow;
/// use problem_core::{Problem, ProblemType};
///
/// #[derive(Debug)]
/// struct Teapot;
///
/// static TEAPOT: ProblemType = ProblemType::new("Teapot", 418, "I'm a teapot", "This server makes tea");
///
/// impl std::fmt::Display for Teapot {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         f.write_str("asked a teapot for coffee")
///     }
/// }
/// impl std::error::Error for Teapot {}
/// impl Problem for Teapot {
///     fn problem_type(&self) -> &'static ProblemType {
///         &TEAPOT
///     }
///     fn detail(&self) -> Cow<'_, str> {
///         Cow::Borrowed(TEAPOT.description())
///     }
/// }
///
/// assert_eq!(
///     Teapot.to_json(),
///     r#"{"title":"I'm a teapot","status":418,"detail":"This server makes tea"}"#,
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an HTTP problem",
    label = "no `Problem` implementation",
    note = "annotate it with `#[derive(Problem)]`"
)]
pub trait Problem: Error {
    /// The static description of this kind of problem: its code, status, title and documentation.
    fn problem_type(&self) -> &'static ProblemType;

    /// The text that explains this occurrence to the client (`detail`, RFC 9457 §3.1.4).
    ///
    /// Borrowed wherever the text does not depend on the value.
    fn detail(&self) -> Cow<'_, str>;

    /// Writes what [`detail`](Self::detail) returns, without a buffer in between.
    #[doc(hidden)]
    fn write_detail(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(&self.detail())
    }

    /// Shows each extension member to the visitor, in the order of declaration.
    #[doc(hidden)]
    fn visit_extensions(&self, visitor: &mut dyn ExtensionVisitor) {
        let _ = visitor;
    }

    /// Shows each response header whose value comes from a field to the visitor. Fixed headers stand in
    /// [`ProblemType::headers`].
    #[doc(hidden)]
    fn visit_headers(&self, visitor: &mut dyn HeaderVisitor) {
        let _ = visitor;
    }

    /// Lists the kinds of problems that a value of this type can be, those of its transparent variants included.
    #[doc(hidden)]
    fn declare(declared: &mut Declared)
    where
        Self: Sized,
    {
        let _ = declared;
    }

    /// Lists what the field of a transparent variant can be. The function tells which field, and is not called.
    #[doc(hidden)]
    fn declare_field<T>(_field: fn(&T) -> Option<&Self>, declared: &mut Declared)
    where
        Self: Sized,
    {
        Self::declare(declared);
    }

    /// The problem document as an owned value, to add an `instance` or further members to it.
    fn to_details(&self) -> ProblemDetails {
        to_details(self)
    }

    /// The problem document as JSON, members in the order `type`, `title`, `status`, `detail`, `instance`, `errorCode`,
    /// extensions.
    ///
    /// Borrowed, with neither allocation nor formatting, where nothing in it depends on the value.
    fn to_json(&self) -> Cow<'static, str> {
        to_json(self)
    }

    /// The problem document as XML: see [`ProblemDetails::to_xml`].
    #[cfg(feature = "xml")]
    fn to_xml(&self) -> String {
        self.to_details().to_xml()
    }
}

/// What [`Problem::to_details`] does unless it is implemented otherwise.
#[doc(hidden)]
pub fn to_details<P: Problem + ?Sized>(problem: &P) -> ProblemDetails {
    let problem_type = problem.problem_type();
    let detail = match problem_type.static_detail() {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(problem.detail().into_owned()),
    };
    let mut extensions = Extensions::new();
    problem.visit_extensions(&mut extensions);
    ProblemDetails::of(problem_type, detail, extensions)
}

/// What [`Problem::to_json`] does unless it is implemented otherwise.
#[doc(hidden)]
#[inline]
pub fn to_json<P: Problem + ?Sized>(problem: &P) -> Cow<'static, str> {
    let problem_type = problem.problem_type();
    match problem_type.static_json() {
        Some(document) => Cow::Borrowed(document),
        None => Cow::Owned(write_json(problem, problem_type)),
    }
}

#[inline(never)]
fn write_json<P: Problem + ?Sized>(problem: &P, problem_type: &ProblemType) -> String {
    let mut write_detail = |out: &mut dyn fmt::Write| problem.write_detail(out);
    let mut visit_extensions = |visitor: &mut dyn ExtensionVisitor| problem.visit_extensions(visitor);
    let json = json::write_problem(problem_type, &mut write_detail, &mut visit_extensions);
    json.unwrap_or_else(|| problem.to_details().to_json())
}

/// A type that declares the problems of one domain: what [`#[derive(Problem)]`](macro@crate::Problem) adds to
/// [`Problem`], so that a [`Catalog`](crate::Catalog) can list them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not declare a domain of problems",
    label = "no `ProblemDomain` implementation",
    note = "annotate it with `#[derive(Problem)]`"
)]
pub trait ProblemDomain: Problem {
    /// The domain and all its problem types.
    const DOMAIN: Domain;

    /// The problem type that a document is an occurrence of, for a client that needs no value of this type: see
    /// [`Domain::recognize`].
    ///
    /// ```
    /// use problem_core::{Problem, ProblemDetails, ProblemDomain};
    ///
    /// #[derive(Debug, Problem)]
    /// #[problem(domain = "Orders", base = "https://errors.example.com/")]
    /// enum OrderError {
    ///     /// Order not found
    ///     #[problem(code = 1, status = 404)]
    ///     NotFound,
    /// }
    ///
    /// let json = br#"{"type": "https://errors.example.com/orders/1", "status": 404}"#;
    /// let details = ProblemDetails::from_json(json).unwrap();
    /// assert_eq!(OrderError::recognize(&details).unwrap().name(), "NotFound");
    /// ```
    ///
    /// A problem that a transparent variant holds is recognized by the type that declares it.
    fn recognize(details: &ProblemDetails) -> Option<&'static ProblemType>
    where
        Self: Sized,
    {
        Self::DOMAIN.recognize(details)
    }
}

/// Receives the extension members of a problem.
pub trait ExtensionVisitor {
    /// One member: its name on the wire and its value.
    fn extension(&mut self, name: &'static str, value: &dyn ExtensionValue);
}

/// Receives the response headers of a problem.
pub trait HeaderVisitor {
    /// One header: its name and the value whose `Display` text is sent.
    fn header(&mut self, name: &'static str, value: &dyn fmt::Display);
}

impl<P: Problem> Problem for Box<P> {
    fn problem_type(&self) -> &'static ProblemType {
        P::problem_type(self)
    }
    fn detail(&self) -> Cow<'_, str> {
        P::detail(self)
    }
    fn write_detail(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        P::write_detail(self, out)
    }
    fn visit_extensions(&self, visitor: &mut dyn ExtensionVisitor) {
        P::visit_extensions(self, visitor);
    }
    fn visit_headers(&self, visitor: &mut dyn HeaderVisitor) {
        P::visit_headers(self, visitor);
    }
    fn to_details(&self) -> ProblemDetails {
        P::to_details(self)
    }
    fn to_json(&self) -> Cow<'static, str> {
        P::to_json(self)
    }
    fn declare(declared: &mut Declared) {
        P::declare(declared);
    }
}
