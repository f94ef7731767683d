//! What an operation can answer: its problems by status, each with an example. All generators of `OpenAPI` documents
//! take it from here, and schemas in the form of JSON Schema 2020-12, which `OpenAPI` 3.1 uses.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::names::Unique;
use super::{header, member, sample};
use crate::any::INTERNAL;
use crate::declared::Declared;
use crate::{Problem, ProblemType};

/// A response of an operation.
pub(crate) struct Response {
    /// The status code; `None` for whatever the document does not name.
    pub(crate) status: Option<u16>,
    /// The title of the problems, where they have one in common.
    pub(crate) title: Option<&'static str>,
    /// What the problems are, in Markdown.
    pub(crate) description: String,
    pub(crate) problems: Vec<&'static ProblemType>,
    pub(crate) headers: Vec<Header>,
    pub(crate) examples: Vec<Example>,
    /// The schema of the body: an object.
    pub(crate) schema: Value,
}

/// A header of a response.
pub(crate) struct Header {
    pub(crate) name: &'static str,
    pub(crate) description: String,
    /// Whether each of the response's problems is known to send it.
    pub(crate) required: bool,
    /// The values it can have, where they are fixed.
    pub(crate) values: Vec<&'static str>,
    pub(crate) example: &'static str,
}

/// A body of a response.
pub(crate) struct Example {
    /// The name of the problem, unique within the response.
    pub(crate) name: String,
    pub(crate) summary: &'static str,
    /// The whole documentation in Markdown, where it says more than the summary.
    pub(crate) description: Option<&'static str>,
    pub(crate) value: Value,
}

/// The responses to the problems of `P`, those of its transparent variants included, by status.
pub(crate) fn by_status<P: Problem>() -> Vec<Response> {
    let mut statuses: BTreeMap<u16, Vec<&'static ProblemType>> = BTreeMap::new();
    for problem in Declared::of::<P>() {
        statuses.entry(problem.status()).or_default().push(problem);
    }
    statuses
        .into_iter()
        .map(|(status, problems)| response(Some(status), problems))
        .collect()
}

/// One response for all the problems of `P`, whatever their status.
pub(crate) fn whole<P: Problem>() -> Response {
    response(None, Declared::of::<P>())
}

/// The response of a type that can be any problem, with the one that hides an error as the example.
pub(crate) fn any_problem() -> Response {
    Response {
        description: "Any other problem".to_owned(),
        schema: any_document(),
        ..response(None, vec![&INTERNAL])
    }
}

fn response(status: Option<u16>, problems: Vec<&'static ProblemType>) -> Response {
    let first = problems.first().map(|problem| problem.title());
    Response {
        status,
        title: first.filter(|first| problems.iter().all(|problem| problem.title() == *first)),
        description: description(&problems),
        headers: headers(&problems),
        examples: examples(&problems),
        schema: document(&problems),
        problems,
    }
}

/// One problem in full, several as a list.
fn description(problems: &[&'static ProblemType]) -> String {
    if let [problem] = problems {
        return problem.docs().to_owned();
    }
    let line = |problem: &&ProblemType| {
        let code = problem.code().map(|code| format!(" ({code})")).unwrap_or_default();
        let deprecated = if problem.deprecated().is_some() {
            ", deprecated"
        } else {
            ""
        };
        format!(
            "- `{}`{code}{deprecated}: {}",
            problem.name(),
            problem.description().replace('\n', " ")
        )
    };
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn examples(problems: &[&'static ProblemType]) -> Vec<Example> {
    let mut names = Unique::new("-");
    let mut name = |problem: &ProblemType| match problem.domain() {
        Some(domain) if !names.take(problem.name()) => names.claim(format!("{domain}-{}", problem.name())),
        Some(_) => problem.name().to_owned(),
        None => names.claim(problem.name().to_owned()),
    };
    let example = |problem: &&'static ProblemType| Example {
        name: name(problem),
        summary: problem.description(),
        description: (problem.docs() != problem.description()).then(|| problem.docs()),
        // Finished values under string keys: there is nothing that JSON could refuse.
        value: serde_json::to_value(sample::details(problem)).unwrap_or_default(),
    };
    problems.iter().map(example).collect()
}

fn headers(problems: &[&'static ProblemType]) -> Vec<Header> {
    let described = |header: header::Header| {
        let names: Vec<_> = header
            .senders
            .iter()
            .map(|sender| format!("`{}`", sender.name()))
            .collect();
        Header {
            name: header.name,
            description: format!("Sent with {}", names.join(", ")),
            required: header.is_required(problems.len()),
            example: header.example,
            values: header.values.unwrap_or_default(),
        }
    };
    header::headers(problems).into_iter().map(described).collect()
}

/// The schema of a document that is one of these problems.
pub(crate) fn document(problems: &[&'static ProblemType]) -> Value {
    let mut properties = standard_members();
    let mut required = vec![Cow::Borrowed("title"), Cow::Borrowed("status"), Cow::Borrowed("detail")];
    let statuses = distinct(problems.iter().map(|problem| problem.status()).collect());
    properties.insert(
        "status".to_owned(),
        json!({"type": "integer", "description": STATUS, "enum": statuses}),
    );

    let uris: Vec<_> = problems.iter().filter_map(|problem| problem.type_uri()).collect();
    if uris.is_empty() {
        properties.remove("type");
    } else {
        if uris.len() == problems.len() {
            required.push("type".into());
        }
        let uri = json!({"type": "string", "format": "uri-reference", "description": TYPE, "enum": distinct(uris)});
        properties.insert("type".to_owned(), uri);
    }

    let codes: Vec<_> = problems.iter().filter_map(|problem| problem.code()).collect();
    if codes.is_empty() {
        properties.remove("errorCode");
    } else {
        if codes.len() == problems.len() {
            required.push("errorCode".into());
        }
        let code = json!({"type": "integer", "description": ERROR_CODE, "enum": distinct(codes)});
        properties.insert("errorCode".to_owned(), code);
    }

    for (name, (schemas, always)) in extensions(problems) {
        if always == problems.len() {
            required.push(name.clone());
        }
        let mut schemas = distinct(schemas);
        let schema = match schemas.len() {
            1 => schemas.remove(0),
            _ => json!({"anyOf": schemas}),
        };
        properties.insert(name.into_owned(), schema);
    }
    let mut schema = json!({"type": "object", "properties": properties, "required": required});
    if let [problem] = problems {
        schema["title"] = problem.name().into();
        schema["description"] = problem.docs().into();
    }
    schema
}

/// The extension members by name: the schemas they have, and how many of the problems always send them.
fn extensions(problems: &[&'static ProblemType]) -> BTreeMap<Cow<'static, str>, (Vec<Value>, usize)> {
    let mut members: BTreeMap<_, (Vec<Value>, usize)> = BTreeMap::new();
    for problem in problems {
        for extension in member::extensions(problem) {
            let (schemas, always) = members.entry(extension.name).or_default();
            schemas.push(serde_json::to_value(extension.shape.schema()).unwrap_or_default());
            *always += usize::from(!extension.spec.optional());
        }
    }
    members
}

/// The schema of any problem document.
pub(crate) fn any_document() -> Value {
    json!({
        "type": "object",
        "title": "ProblemDetails",
        "description": "A problem document (RFC 9457), with whatever further members the problem has",
        "properties": standard_members(),
    })
}

const TYPE: &str = "Identifies the problem type";
const STATUS: &str = "The HTTP status code";
const ERROR_CODE: &str = "The code of the problem within its domain";

fn standard_members() -> Map<String, Value> {
    let uri = |description: &str| json!({"type": "string", "format": "uri-reference", "description": description});
    let text = |description: &str| json!({"type": "string", "description": description});
    Map::from_iter([
        ("type".to_owned(), uri(TYPE)),
        ("title".to_owned(), text("A short summary of the problem type")),
        (
            "status".to_owned(),
            json!({"type": "integer", "minimum": 100, "maximum": 599, "description": STATUS}),
        ),
        ("detail".to_owned(), text("An explanation of this occurrence")),
        ("instance".to_owned(), uri("Identifies this occurrence")),
        (
            "errorCode".to_owned(),
            json!({"type": "integer", "minimum": 0, "description": ERROR_CODE}),
        ),
    ])
}

/// The name of a type as a key of `OpenAPI` components can be: `Either<a::A, b::B>` as `Either_A_B`.
pub(crate) fn schema_name<T: ?Sized>() -> String {
    let full = std::any::type_name::<T>();
    let words = full.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | ':')));
    let names = words.filter_map(|path| path.rsplit("::").find(|name| !name.is_empty()));
    let ascii = names.map(|name| name.replace(|c: char| !c.is_ascii(), "_"));
    ascii.collect::<Vec<_>>().join("_")
}

/// The items without repetitions, in the order of their first occurrence.
fn distinct<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    let mut out = Vec::with_capacity(items.len());
    for item in items {
        if !out.contains(&item) {
            out.push(item);
        }
    }
    out
}
