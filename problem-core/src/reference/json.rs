//! The catalog as JSON.

use std::borrow::Cow;

use crate::schema::tree::Node;
use crate::{Catalog, Domain, ProblemType};

/// The JSON Schema (2020-12) of what [`Catalog::to_json`] returns.
pub const JSON_SCHEMA: &str = include_str!("errors.schema.json");

impl Catalog {
    /// The catalog as JSON, for other tools: every domain and problem in the order of declaration, every member always
    /// there, `null` where there is nothing to say. [`JSON_SCHEMA`](crate::reference::JSON_SCHEMA) describes it.
    ///
    /// ```
    /// # use problem_core::{Catalog, Domain, ProblemType};
    /// static PROBLEMS: [ProblemType; 1] =
    ///     [ProblemType::new("NotFound", 404, "Not Found", "Order not found").with_code(1)];
    /// static CATALOG: Catalog = Catalog::new("Shop API", &[Domain::new("Orders", "orders", &PROBLEMS)]);
    ///
    /// let json: serde_json::Value = serde_json::from_str(&CATALOG.to_json()).unwrap();
    /// assert_eq!(json["domains"][0]["problems"][0]["description"], "Order not found");
    /// ```
    pub fn to_json(&self) -> String {
        Node::object([
            ("title", self.title().into()),
            ("domains", self.domains().iter().map(domain).collect()),
        ])
        .to_document()
    }
}

fn domain(domain: &Domain) -> Node<'static> {
    Node::object([
        ("name", domain.name().into()),
        ("slug", domain.slug().into()),
        ("docs", domain.docs().into()),
        ("reserved", domain.reserved().iter().copied().collect()),
        ("problems", domain.problems().iter().map(problem).collect()),
    ])
}

/// One problem as [`Catalog::to_json`] has it, with its domain.
#[cfg(feature = "axum")]
pub(super) fn single(domain: &Domain, of: &ProblemType) -> String {
    let name = Node::object([("name", domain.name().into()), ("slug", domain.slug().into())]);
    match problem(of) {
        Node::Object(mut members) => {
            members.insert(0, ("domain".into(), name));
            Node::Object(members).to_document()
        }
        other => other.to_document(),
    }
}

fn problem(problem: &ProblemType) -> Node<'static> {
    let extension = |extension: &crate::ExtensionSpec| {
        Node::object([
            ("name", extension.name().into()),
            ("type", extension.type_name().into()),
            ("optional", extension.optional().into()),
        ])
    };
    let header =
        |header: &crate::HeaderSpec| Node::object([("name", header.name().into()), ("value", header.value().into())]);
    Node::object([
        ("code", problem.code().into()),
        ("name", problem.name().into()),
        ("status", problem.status().into()),
        ("title", problem.title().into()),
        ("type", problem.type_uri().into()),
        ("description", problem.description().into()),
        ("docs", problem.docs().into()),
        ("detail", detail(problem).into()),
        ("extensions", problem.extensions().iter().map(extension).collect()),
        ("headers", problem.headers().iter().map(header).collect()),
        ("deprecated", problem.deprecated().into()),
    ])
}

/// The text of `detail` as a template; `None` where only the occurrence knows it.
fn detail(problem: &ProblemType) -> Option<Cow<'static, str>> {
    match problem.static_detail() {
        // The declaration says `{{` for a brace; so does the template, and readers need not know which of the two it is.
        Some(text) if text.contains(['{', '}']) => Some(Cow::Owned(text.replace('{', "{{").replace('}', "}}"))),
        Some(text) => Some(Cow::Borrowed(text)),
        None => problem.detail_template().map(Cow::Borrowed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem_type::{DetailSource, Row};

    #[test]
    fn a_fixed_detail_with_braces_reads_as_a_template() {
        for (source, expected) in [
            (DetailSource::Description, Some("not {{found}}")),
            (DetailSource::Static("use {id}"), Some("use {{id}}")),
            (DetailSource::Template("{id} {{or}} so"), Some("{id} {{or}} so")),
            (DetailSource::Display, None),
        ] {
            let problem = ProblemType(Row {
                description: "not {found}",
                detail: source,
                ..Row::DEFAULT
            });
            assert_eq!(detail(&problem).as_deref(), expected);
        }
    }
}
