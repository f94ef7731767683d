//! What is different between a problem and what became of it.

use super::contract::{ExtensionContract, HeaderContract, ProblemContract};
use super::finding::Finding;
use crate::schema::rust_type::Shape;

/// Reports every difference but those of name and code.
pub(super) fn compare_problem<'a>(
    old: &'a ProblemContract,
    new: &'a ProblemContract,
    code_changed: bool,
    report: &mut impl FnMut(Finding<'a>),
) {
    // A type made of `base` changes with the code: one cause, one finding.
    if old.type_uri != new.type_uri && !code_changed {
        report(Finding::TypeChanged {
            from: old.type_uri.as_deref(),
            to: new.type_uri.as_deref(),
        });
    }
    if old.status != new.status {
        report(Finding::StatusChanged {
            from: old.status,
            to: new.status,
        });
    }
    if old.title != new.title {
        report(Finding::TitleChanged {
            from: &old.title,
            to: &new.title,
        });
    }
    match (old.deprecated, new.deprecated) {
        (false, true) => report(Finding::Deprecated),
        (true, false) => report(Finding::NotDeprecated),
        _ => {}
    }
    compare_extensions(&old.extensions, &new.extensions, report);
    compare_headers(&old.headers, &new.headers, report);
}

fn compare_extensions<'a>(
    old: &'a [ExtensionContract],
    new: &'a [ExtensionContract],
    report: &mut impl FnMut(Finding<'a>),
) {
    for old in old {
        let name = &*old.name;
        let Some(new) = new.iter().find(|new| new.name == old.name) else {
            report(Finding::ExtensionRemoved { name });
            continue;
        };
        if old.type_name != new.type_name {
            report(Finding::ExtensionRetyped {
                name,
                from: &old.type_name,
                to: &new.type_name,
                alike: is_same_json(&old.type_name, &new.type_name),
            });
        }
        match (old.optional, new.optional) {
            (false, true) => report(Finding::ExtensionOptional { name }),
            (true, false) => report(Finding::ExtensionRequired { name }),
            _ => {}
        }
    }
    for new in new.iter().filter(|new| old.iter().all(|old| old.name != new.name)) {
        report(Finding::ExtensionAdded { name: &new.name });
    }
}

/// Whether two Rust types are surely the same in JSON: `String` and `&'static str`. Not so types that only their crate
/// knows, integers of any size, and arrays, whose length is a part of them.
fn is_same_json(old: &str, new: &str) -> bool {
    fn is_certain(shape: &Shape) -> bool {
        match shape {
            Shape::Any | Shape::Integer { format: None, .. } => false,
            Shape::List(inner) | Shape::Map(inner) | Shape::Nullable(inner) => is_certain(inner),
            Shape::Tuple(items) => items.iter().all(is_certain),
            Shape::Null | Shape::Bool | Shape::Integer { .. } | Shape::Number | Shape::Text(_) => true,
        }
    }
    let is_array = |name: &str| name.contains(';');
    let shape = Shape::of(old);
    is_certain(&shape) && shape == Shape::of(new) && !is_array(old) && !is_array(new)
}

/// A name may occur several times: entries with the same value belong together, then whatever is left.
fn compare_headers<'a>(old: &'a [HeaderContract], new: &'a [HeaderContract], report: &mut impl FnMut(Finding<'a>)) {
    let mut left: Vec<&HeaderContract> = new.iter().collect();
    let mut take = |is_it: &dyn Fn(&HeaderContract) -> bool| {
        let at = left.iter().position(|new| is_it(new))?;
        Some(left.remove(at))
    };
    let same_name = |old: &HeaderContract, new: &HeaderContract| old.name.eq_ignore_ascii_case(&new.name);
    let changed: Vec<&HeaderContract> = old
        .iter()
        .filter(|old| take(&|new| same_name(old, new) && old.value == new.value).is_none())
        .collect();
    for old in changed {
        match take(&|new| same_name(old, new)) {
            Some(new) => report(Finding::HeaderValueChanged {
                name: &old.name,
                from: old.value.as_deref(),
                to: new.value.as_deref(),
            }),
            None => report(Finding::HeaderRemoved { name: &old.name }),
        }
    }
    for new in left {
        report(Finding::HeaderAdded { name: &new.name });
    }
}
