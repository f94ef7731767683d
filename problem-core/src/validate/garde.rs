//! garde 0.23: a report is a problem itself, of the form that [`Violations`] has.

use std::borrow::Cow;

use ::garde::{Path, Report};
use serde_json::Value;

use crate::problem::ExtensionVisitor;
use crate::{Pointer, Problem, ProblemDetails, ProblemType, Violations};

impl From<&Report> for Violations {
    /// Each error of the report, at its path. The paths are made of Rust's field names: where serde renames a field, the
    /// pointer does not follow.
    fn from(report: &Report) -> Self {
        let mut violations = Violations::new();
        for (path, error) in report.iter() {
            violations.push(pointer(path), error.message().to_owned());
        }
        violations
    }
}

impl From<Report> for Violations {
    fn from(report: Report) -> Self {
        Violations::from(&report)
    }
}

impl From<Report> for ProblemDetails {
    fn from(report: Report) -> Self {
        report.to_details()
    }
}

impl Problem for Report {
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

/// The path's components in the one form that garde publishes: serialised, from the outermost, each with its kind.
fn pointer(path: &Path) -> Pointer {
    let mut pointer = Pointer::root();
    let Ok(Value::Array(components)) = serde_json::to_value(path) else {
        return pointer;
    };
    for component in &components {
        // A component of the kind `none` is a wrapper that JSON does not show.
        if let (Some("key" | "index"), Some(name)) = (component[0].as_str(), component[1].as_str()) {
            pointer = pointer.key(name);
        }
    }
    pointer
}
