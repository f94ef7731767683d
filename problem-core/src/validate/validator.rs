//! validator 0.21: its errors are a problem themselves, of the form that [`Violations`] has.

use std::borrow::Cow;

use ::validator::{ValidationError, ValidationErrors, ValidationErrorsKind};
use serde_json::Value;

use crate::problem::ExtensionVisitor;
use crate::{Pointer, Problem, ProblemDetails, ProblemType, Violations};

/// What the errors of a whole struct stand under.
const STRUCT_LEVEL: &str = "__all__";

/// What the errors of the elements of a list stand under, where the list is not the field of a struct.
const LIST: &str = "_tmp_validator";

impl From<&ValidationErrors> for Violations {
    /// Each error at its path, in the order of the paths. The paths are made of Rust's field names: where serde renames a
    /// field, the pointer does not follow.
    ///
    /// The detail is the error's message; without one it is made from the check's bounds, or its code. No other parameter
    /// of the error is sent, and never the value itself.
    fn from(errors: &ValidationErrors) -> Self {
        let mut violations = Violations::new();
        add_struct(&mut violations, &Pointer::root(), errors);
        violations
    }
}

impl From<ValidationErrors> for Violations {
    fn from(errors: ValidationErrors) -> Self {
        Violations::from(&errors)
    }
}

impl From<ValidationErrors> for ProblemDetails {
    fn from(errors: ValidationErrors) -> Self {
        errors.to_details()
    }
}

impl Problem for ValidationErrors {
    fn problem_type(&self) -> &'static ProblemType {
        const { &Violations::new() }.problem_type()
    }

    fn detail(&self) -> Cow<'_, str> {
        const { &Violations::new() }.detail()
    }

    fn visit_extensions(&self, visitor: &mut dyn ExtensionVisitor) {
        Violations::from(self).visit_extensions(visitor);
    }
}

fn add_struct(violations: &mut Violations, at: &Pointer, errors: &ValidationErrors) {
    // The errors come in a hash map, and the answer to a request should not differ from time to time.
    let mut fields: Vec<_> = errors.errors().iter().collect();
    fields.sort_by(|a, b| a.0.cmp(b.0));
    for (field, kind) in fields {
        let at = match &**field {
            STRUCT_LEVEL | LIST => at.clone(),
            field => at.clone().key(field),
        };
        match kind {
            ValidationErrorsKind::Field(errors) => {
                for error in errors {
                    violations.push(at.clone(), detail(error));
                }
            }
            ValidationErrorsKind::Struct(errors) => add_struct(violations, &at, errors),
            ValidationErrorsKind::List(elements) => {
                for (index, errors) in elements {
                    add_struct(violations, &at.clone().index(*index), errors);
                }
            }
        }
    }
}

/// What has to hold: the error's own message, else a sentence of ours.
fn detail(error: &ValidationError) -> Cow<'static, str> {
    if let Some(message) = &error.message {
        return message.clone();
    }
    let bound = |name: &str| error.params.get(name).filter(|value| value.is_number());
    match &*error.code {
        "email" => Cow::Borrowed("must be an email address"),
        "url" => Cow::Borrowed("must be a URL"),
        "required" => Cow::Borrowed("is missing"),
        "credit_card" => Cow::Borrowed("must be a credit card number"),
        "non_control_character" => Cow::Borrowed("must not hold control characters"),
        "length" => match (bound("equal"), bound("min"), bound("max")) {
            (Some(equal), ..) => Cow::Owned(format!("must have a length of {equal}")),
            (None, Some(min), Some(max)) => Cow::Owned(format!("must have a length of {min} to {max}")),
            (None, Some(min), None) => Cow::Owned(format!("must have a length of {min} or more")),
            (None, None, Some(max)) => Cow::Owned(format!("must have a length of {max} or less")),
            (None, None, None) => Cow::Borrowed("must have another length"),
        },
        "range" => range(&[
            ("at least", bound("min")),
            ("more than", bound("exclusive_min")),
            ("at most", bound("max")),
            ("less than", bound("exclusive_max")),
        ]),
        code => Cow::Owned(format!("does not pass the check `{code}`")),
    }
}

/// `must be at least 1 and less than 5`.
fn range(bounds: &[(&str, Option<&Value>)]) -> Cow<'static, str> {
    let bounds: Vec<String> = bounds
        .iter()
        .filter_map(|(words, bound)| Some(format!("{words} {}", bound.as_ref()?)))
        .collect();
    if bounds.is_empty() {
        return Cow::Borrowed("must be in another range");
    }
    Cow::Owned(format!("must be {}", bounds.join(" and ")))
}
