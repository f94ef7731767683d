//! What every server of the contract test answers with: an outcome for each case, and the shapes of derived types.
#![forbid(unsafe_code)]

use std::fmt;
use std::rc::Rc;

use problem_core::{AnyProblem, Problem, ProblemDetails, ResultExt};

/// Why an order failed.
#[derive(Debug, Problem)]
#[problem(domain = "Orders", base = "https://errors.example.com/")]
pub enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,

    /// The customer ordered too often
    #[problem(
        code = 2,
        status = 429,
        detail = "Customer “{customer}” must wait {seconds} s",
        header("Cache-Control" = "no-store")
    )]
    Throttled {
        /// Whose orders they are.
        #[problem(extension)]
        customer: &'static str,
        /// The orders that the customer may place, and has placed.
        #[problem(extension = "orderCounts")]
        counts: Vec<u32>,
        /// Sent where there is one.
        #[problem(extension)]
        note: Option<String>,
        /// The seconds until the next order.
        #[problem(header = "Retry-After")]
        seconds: u32,
        /// Never leaves the service.
        secret: &'static str,
    },

    /// The payment's own problem
    #[problem(transparent)]
    Payment(PaymentError),
}

/// Why a payment failed.
#[derive(Debug, Problem)]
#[problem(domain = "Card Payments")]
pub enum PaymentError {
    /// The card was refused
    #[problem(code = 7, status = 402, title = "Card Refused", header("X-Payment" = "refused"))]
    CardRefused,
}

/// A problem whose document is finished at compile time.
///
/// # Errors
///
/// Always.
pub fn fixed() -> Result<&'static str, OrderError> {
    Err(OrderError::NotFound)
}

/// A problem with a formatted detail, extensions, a fixed header and one from a field.
///
/// # Errors
///
/// Always.
pub fn formatted() -> Result<&'static str, OrderError> {
    Err(OrderError::Throttled {
        customer: "Zoë \"Z\"",
        counts: vec![3, 4],
        note: None,
        seconds: 30,
        secret: "hunter2",
    })
}

/// A problem that is that of another type.
///
/// # Errors
///
/// Always.
pub fn transparent() -> Result<&'static str, OrderError> {
    Err(OrderError::Payment(PaymentError::CardRefused))
}

/// A type-erased problem.
///
/// # Errors
///
/// Always.
pub fn erased() -> Result<&'static str, AnyProblem> {
    Ok(formatted()?)
}

/// An error that clients must not see.
///
/// # Errors
///
/// Always.
pub fn masked() -> Result<&'static str, AnyProblem> {
    "hunter2".parse::<u8>().internal()?;
    Ok("unreachable")
}

/// A document made by hand.
///
/// # Errors
///
/// Always.
pub fn document() -> Result<&'static str, ProblemDetails> {
    Err(details())
}

/// No problem at all.
///
/// # Errors
///
/// Never.
pub fn fine() -> Result<&'static str, OrderError> {
    Ok("fine")
}

/// A problem that is the outcome itself, not the error of one.
pub fn value() -> OrderError {
    OrderError::NotFound
}

/// A document that is the outcome itself.
pub fn details() -> ProblemDetails {
    ProblemDetails::new(409)
        .with_type("urn:example:conflict")
        .with_detail("The order has changed")
        .with_instance("/orders/7#line-2")
        .with_extension("version", 12)
}

/// Of this type a framework learns no more than its parameter: the impls of all frameworks hold under its bounds.
#[derive(Debug, Problem)]
#[problem(domain = "Generic")]
pub enum Generic<'a, T, const N: usize>
where
    T: fmt::Debug,
{
    /// A field of a parameter's type
    #[problem(code = 1, status = 400, detail = "{value} is not allowed here")]
    Value {
        /// What was sent.
        #[problem(extension)]
        value: T,
        /// Borrowed from the request.
        path: &'a [u8; N],
    },
}

/// A type that stays on its thread compiles with every feature; only frameworks that move responses refuse it, where it
/// is used.
#[derive(Debug, Problem)]
#[problem(domain = "Thread-bound")]
pub enum ThreadBound {
    /// The cached value is stale
    #[problem(code = 1, status = 409)]
    Stale(Rc<str>),
}
