//! From the contract to the file.

use std::fmt::{self, Display, Write};

use super::contract::{DomainContract, ExtensionContract, HeaderContract, ProblemContract};
use super::{FORMAT, Lock};

/// ```json
/// {
///   "about": "The published error codes. `error-docs check` compares, `error-docs lock` writes.",
///   "format": 1,
///   "domains": [
///     {"slug": "sequences", "reserved": [3, 4], "problems": [
///       {"code": 1, "name": "NotFound", "status": 404, "title": "Not Found"},
///       {"code": 7, "name": "InvalidStep", "status": 400, "title": "Bad Request", "extensions": [
///         {"name": "step", "type": "u32"}
///       ]}
///     ]}
///   ]
/// }
/// ```
pub(super) fn to_json(lock: &Lock) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    _ = write_lock(&mut out, lock);
    out
}

const ABOUT: &str = "The published error codes. `error-docs check` compares, `error-docs lock` writes.";

fn write_lock(out: &mut String, lock: &Lock) -> fmt::Result {
    write!(
        out,
        "{{\n  \"about\": {},\n  \"format\": {FORMAT},\n  \"domains\": ",
        Text(ABOUT)
    )?;
    list(out, "  ", &lock.domains, write_domain)?;
    out.write_str("\n}\n")
}

fn write_domain(out: &mut String, domain: &DomainContract) -> fmt::Result {
    write!(out, "{{\"slug\": {}", Text(&domain.slug))?;
    if !domain.reserved.is_empty() {
        write!(out, ", \"reserved\": {}", Codes(&domain.reserved))?;
    }
    out.write_str(", \"problems\": ")?;
    list(out, "    ", &domain.problems, write_problem)?;
    out.write_char('}')
}

fn write_problem(out: &mut String, problem: &ProblemContract) -> fmt::Result {
    out.write_char('{')?;
    if let Some(code) = problem.code {
        write!(out, "\"code\": {code}, ")?;
    }
    write!(out, "\"name\": {}", Text(&problem.name))?;
    if let Some(name) = &problem.renamed {
        write!(out, ", \"renamed\": {}", Text(name))?;
    }
    write!(
        out,
        ", \"status\": {}, \"title\": {}",
        problem.status,
        Text(&problem.title)
    )?;
    if let Some(uri) = &problem.type_uri {
        write!(out, ", \"type\": {}", Text(uri))?;
    }
    if problem.deprecated {
        out.write_str(", \"deprecated\": true")?;
    }
    if !problem.extensions.is_empty() {
        out.write_str(", \"extensions\": ")?;
        list(out, "      ", &problem.extensions, write_extension)?;
    }
    if !problem.headers.is_empty() {
        out.write_str(", \"headers\": ")?;
        list(out, "      ", &problem.headers, write_header)?;
    }
    out.write_char('}')
}

fn write_extension(out: &mut String, extension: &ExtensionContract) -> fmt::Result {
    write!(
        out,
        "{{\"name\": {}, \"type\": {}",
        Text(&extension.name),
        Text(&extension.type_name)
    )?;
    if extension.optional {
        out.write_str(", \"optional\": true")?;
    }
    out.write_char('}')
}

fn write_header(out: &mut String, header: &HeaderContract) -> fmt::Result {
    write!(out, "{{\"name\": {}", Text(&header.name))?;
    if let Some(value) = &header.value {
        write!(out, ", \"value\": {}", Text(value))?;
    }
    out.write_char('}')
}

/// An array with a line for each item; `indent` is that of the line it begins and ends in.
fn list<T>(
    out: &mut String,
    indent: &str,
    items: &[T],
    mut write_item: impl FnMut(&mut String, &T) -> fmt::Result,
) -> fmt::Result {
    out.write_char('[')?;
    for (i, item) in items.iter().enumerate() {
        write!(out, "{}\n{indent}  ", if i == 0 { "" } else { "," })?;
        write_item(out, item)?;
    }
    if items.is_empty() {
        out.write_char(']')
    } else {
        write!(out, "\n{indent}]")
    }
}

/// A text as JSON.
struct Text<'a>(&'a str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self.0).map_err(|_| fmt::Error)?)
    }
}

/// Codes on one line: `[3, 4]`.
struct Codes<'a>(&'a [u32]);

impl Display for Codes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0).finish()
    }
}
