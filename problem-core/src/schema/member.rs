//! The extension members of a problem as they are sent.

use std::borrow::Cow;
use std::collections::HashSet;

use super::rust_type::Shape;
use crate::json::STANDARD_MEMBERS;
use crate::{ExtensionSpec, ProblemType};

/// An extension member as it is sent.
pub(crate) struct Extension {
    /// The name on the wire.
    pub(crate) name: Cow<'static, str>,
    pub(crate) spec: ExtensionSpec,
    pub(crate) shape: Shape,
}

/// The extension members of a problem, each name once. One that is called like a standard member has the underscore
/// that [`ProblemDetails::with_extension`](crate::ProblemDetails::with_extension) gives it.
pub(crate) fn extensions(problem: &ProblemType) -> Vec<Extension> {
    let mut seen = HashSet::new();
    let mut extensions = Vec::with_capacity(problem.extensions().len());
    for spec in problem.extensions() {
        let mut name = Cow::Borrowed(spec.name());
        if STANDARD_MEMBERS.contains(&&*name) {
            name.to_mut().push('_');
        }
        if seen.insert(name.clone()) {
            extensions.push(Extension {
                name,
                spec: *spec,
                shape: Shape::of(spec.type_name()),
            });
        }
    }
    extensions
}
