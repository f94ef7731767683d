//! The catalog as an `OpenAPI` 3.1 document.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;

use super::docs::one_line;
use super::markdown::escape::{code, inline};
use crate::schema::header::{self, Header};
use crate::schema::member::extensions;
use crate::schema::names::{Unique, identifiers, token};
use crate::schema::rust_type::Shape;
use crate::schema::sample;
use crate::schema::tree::Node;
use crate::status::reason_phrase;
use crate::{Catalog, Domain, MEDIA_TYPE_JSON, ProblemType};

impl Catalog {
    /// The catalog as an `OpenAPI` 3.1 document without paths, for others to refer to: the schema `ProblemDetails`, per
    /// domain a schema whose `errorCode` is an enum, and per domain and status a response with an example of each
    /// problem.
    ///
    /// An operation refers to a response by its name, which is that of the domain and the status:
    ///
    /// ```yaml
    /// responses:
    ///   "409": { $ref: "errors.openapi.json#/components/responses/Sequences409" }
    /// ```
    ///
    /// The document describes no release of the API, so its `info.version` is `unversioned`.
    pub fn to_openapi(&self) -> String {
        let mut schemas = vec![(Cow::Borrowed("ProblemDetails"), problem_details())];
        let mut responses = Vec::new();
        let mut response_names = Unique::new("_");
        for (domain, name) in self.domains().iter().zip(identifiers(self.domains())) {
            let schema = format!("{name}Problem");
            let mut by_status: BTreeMap<u16, Vec<&ProblemType>> = BTreeMap::new();
            for problem in domain.problems() {
                by_status.entry(problem.status()).or_default().push(problem);
            }
            for (status, problems) in &by_status {
                let response_name = response_names.claim(format!("{name}{status}"));
                responses.push((Cow::Owned(response_name), response(&schema, *status, problems)));
            }
            schemas.push((Cow::Owned(schema), domain_schema(domain, by_status.keys().copied())));
        }
        Node::object([
            ("openapi", "3.1.0".into()),
            (
                "info",
                Node::object([
                    ("title", self.title().into()),
                    (
                        "description",
                        "The error responses of the API, to refer to from its operations.".into(),
                    ),
                    ("version", "unversioned".into()),
                ]),
            ),
            ("paths", Node::object([])),
            (
                "components",
                Node::object([
                    ("schemas", Node::Object(schemas)),
                    ("responses", Node::Object(responses)),
                ]),
            ),
        ])
        .to_document()
    }
}

/// The document of RFC 9457, whatever its domain.
fn problem_details() -> Node<'static> {
    let text =
        |description: &'static str| Node::object([("type", "string".into()), ("description", description.into())]);
    let reference = |description| text(description).with("format", Some("uri-reference"));
    Node::object([
        ("type", "object".into()),
        (
            "description",
            "A problem document (RFC 9457). Unknown members are to be ignored.".into(),
        ),
        (
            "properties",
            Node::object([
                (
                    "type",
                    reference("Identifies the kind of problem; absent, it is about:blank."),
                ),
                ("title", text("A summary, the same for every occurrence.")),
                (
                    "status",
                    Node::object([
                        ("type", "integer".into()),
                        ("description", "The HTTP status code.".into()),
                        ("minimum", 100_u32.into()),
                        ("maximum", 599_u32.into()),
                    ]),
                ),
                ("detail", text("What happened this time, for people.")),
                ("instance", reference("Identifies the occurrence.")),
                (
                    "errorCode",
                    Node::object([
                        ("type", "integer".into()),
                        ("description", "The code, unique within its domain.".into()),
                        ("minimum", 0_u32.into()),
                        ("maximum", u32::MAX.into()),
                    ]),
                ),
            ]),
        ),
    ])
}

fn domain_schema(domain: &'static Domain, statuses: impl Iterator<Item = u16>) -> Node<'static> {
    let problems = domain.problems();
    let mut properties = Node::object([]);
    let mut required = vec!["title", "status", "detail"];

    let types: Vec<&str> = distinct(problems.iter().filter_map(ProblemType::type_uri));
    if !types.is_empty() {
        properties = properties.with("type", Some(Node::object([("enum", types.into_iter().collect())])));
        if problems.iter().all(|problem| problem.type_uri().is_some()) {
            required.push("type");
        }
    }
    let statuses: Node = statuses.collect();
    properties = properties.with("status", Some(Node::object([("enum", statuses)])));
    if let Some(codes) = error_code(problems) {
        properties = properties.with("errorCode", Some(codes));
        if problems.iter().all(|problem| problem.code().is_some()) {
            required.push("errorCode");
        }
    }
    for (name, schema) in members(problems) {
        properties = properties.with(name, Some(schema));
    }
    let description = match domain.docs() {
        "" => format!("A problem of the domain {}.", inline(domain.name())).into(),
        docs => docs.into(),
    };
    Node::object([
        ("description", description),
        (
            "allOf",
            [Node::object([("$ref", "#/components/schemas/ProblemDetails".into())])]
                .into_iter()
                .collect(),
        ),
        ("required", required.into_iter().collect()),
        ("properties", properties),
    ])
}

/// The codes of a domain with their names, as generators of client code read them; `None` where it has none.
fn error_code(problems: &'static [ProblemType]) -> Option<Node<'static>> {
    let mut seen = HashSet::new();
    let coded: Vec<(u32, &ProblemType)> = (problems.iter())
        .filter_map(|problem| problem.code().map(|code| (code, problem)))
        .filter(|(code, _)| seen.insert(*code))
        .collect();
    (!coded.is_empty()).then(|| {
        Node::object([
            ("type", "integer".into()),
            ("enum", coded.iter().map(|(code, _)| *code).collect()),
            (
                "x-enum-varnames",
                coded.iter().map(|(_, problem)| problem.name()).collect(),
            ),
            (
                "x-enum-descriptions",
                coded.iter().map(|(_, problem)| problem.description()).collect(),
            ),
        ])
    })
}

/// The extension members of a domain; one that has several types may have each of them.
fn members(problems: &'static [ProblemType]) -> Vec<(Cow<'static, str>, Node<'static>)> {
    let mut order = Vec::new();
    let mut shapes: HashMap<Cow<'static, str>, (HashSet<Shape>, Vec<Shape>)> = HashMap::new();
    for extension in problems.iter().flat_map(extensions) {
        let (seen, distinct) = shapes.entry(extension.name.clone()).or_insert_with(|| {
            order.push(extension.name.clone());
            Default::default()
        });
        if seen.insert(extension.shape.clone()) {
            distinct.push(extension.shape);
        }
    }
    (order.into_iter())
        .map(|name| {
            let shapes = shapes.remove(&name).unwrap_or_default().1;
            let schema = match &*shapes {
                [only] => only.schema(),
                several => Node::object([("anyOf", several.iter().map(Shape::schema).collect())]),
            };
            (name, schema)
        })
        .collect()
}

/// What a domain answers with one status.
fn response(schema: &str, status: u16, problems: &[&'static ProblemType]) -> Node<'static> {
    let mut description = reason_phrase(status).map_or_else(|| status.to_string(), str::to_owned);
    description.push('\n');
    let mut names = Unique::new("_");
    let mut examples = Vec::new();
    for problem in problems {
        let label = problem.code().map_or_else(String::new, |code| format!("`{code}` "));
        let (name, text) = (code(problem.name(), false), inline(problem.description()));
        // Writing to a string does not fail.
        _ = write!(description, "\n- {label}{name}: {text}");
        examples.push((
            Cow::Owned(names.claim(token(problem.name()))),
            Node::object([
                ("summary", one_line(problem.description()).into()),
                ("value", sample::details(problem).into()),
            ]),
        ));
    }
    let codes: Vec<u32> = distinct(problems.iter().filter_map(|problem| problem.code()));
    let narrowed = Node::object([("status", Node::object([("const", status.into())]))]).with(
        "errorCode",
        (!codes.is_empty()).then(|| Node::object([("enum", codes.into_iter().collect())])),
    );
    let body = Node::object([
        (
            "schema",
            Node::object([
                ("$ref", format!("#/components/schemas/{schema}").into()),
                ("properties", narrowed),
            ]),
        ),
        ("examples", Node::Object(examples)),
    ]);
    let headers = headers(problems);
    Node::object([("description", description.into())])
        .with("headers", (!headers.is_empty()).then_some(Node::Object(headers)))
        .with("content", Some(Node::object([(MEDIA_TYPE_JSON, body)])))
}

/// The headers that come with any of these problems.
fn headers(problems: &[&'static ProblemType]) -> Vec<(Cow<'static, str>, Node<'static>)> {
    let described = |header: Header| {
        let senders: Vec<String> = header.senders.iter().map(|sender| code(sender.name(), false)).collect();
        let required = header.is_required(problems.len());
        let values = header.values.map(|values| values.into_iter().collect::<Node>());
        let object = Node::object([
            ("description", format!("Sent with {}.", senders.join(", ")).into()),
            ("required", required.into()),
            ("schema", Node::object([("type", "string".into())]).with("enum", values)),
        ]);
        (Cow::Borrowed(header.name), object)
    };
    header::headers(problems).into_iter().map(described).collect()
}

/// Each value once, in the order in which they come.
fn distinct<T: Copy + Eq + std::hash::Hash>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut seen = HashSet::new();
    values.into_iter().filter(|value| seen.insert(*value)).collect()
}
