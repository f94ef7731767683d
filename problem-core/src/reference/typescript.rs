//! The catalog as a TypeScript module for clients.

mod text;

use std::fmt::{self, Write};

use self::text::{Comment, key, literal, one_liner};
use super::docs::beyond;
use crate::schema::member::extensions;
use crate::schema::names::{Unique, identifiers};
use crate::{Catalog, Domain, ProblemType};

/// What every module begins with: the document of RFC 9457, and how bodies are told apart.
const PRELUDE: &str = include_str!("typescript/prelude.ts");

impl Catalog {
    /// The catalog as a TypeScript module without dependencies: per domain its codes as a constant object, its problems
    /// as a union that `errorCode`, `status` and `type` discriminate, and a type guard; for any body the type guard
    /// `isProblem`. Names and texts are documented; the module compiles under `tsc --strict`.
    ///
    /// ```ts
    /// const body: unknown = await response.json();
    /// if (isSequencesProblem(body)) {
    ///   switch (body.errorCode) {
    ///     case SequencesErrorCode.SequenceArchived: return `sequence ${body.id} is archived`;
    ///   }
    /// }
    /// if (isProblem(body)) return body.detail; // one that this client does not know yet
    /// ```
    pub fn to_typescript(&self) -> String {
        let mut out = String::new();
        // Writing to a string does not fail.
        _ = write_module(self, &mut out);
        out
    }
}

fn write_module(catalog: &Catalog, out: &mut String) -> fmt::Result {
    writeln!(
        out,
        "// The problems of {}, made by problem-core from the service's source; not to be edited.\n",
        one_liner(catalog.title())
    )?;
    out.push_str(PRELUDE);
    for (domain, name) in catalog.domains().iter().zip(identifiers(catalog.domains())) {
        write_domain(domain, &name, out)?;
    }
    Ok(())
}

fn write_domain(domain: &Domain, name: &str, out: &mut String) -> fmt::Result {
    let mut names = Unique::new("_");
    let problems: Vec<(String, &ProblemType)> = (domain.problems().iter())
        .map(|problem| (names.claim(problem.name().to_owned()), problem))
        .collect();
    let title = one_liner(domain.name());

    out.push('\n');
    Comment::new()
        .line(&format!("The codes of the domain {title}."))
        .paragraph(domain.docs())
        .write("", out)?;
    writeln!(out, "export const {name}ErrorCode = {{")?;
    for (property, problem) in &problems {
        if let Some(code) = problem.code() {
            about(problem).write("  ", out)?;
            // As a plain key this one would set the prototype.
            match property.as_str() {
                "__proto__" => writeln!(out, "  [\"__proto__\"]: {code},")?,
                property => writeln!(out, "  {}: {code},", key(property))?,
            }
        }
    }
    writeln!(out, "}} as const;\n")?;
    writeln!(
        out,
        "export type {name}ErrorCode = (typeof {name}ErrorCode)[keyof typeof {name}ErrorCode];\n"
    )?;

    Comment::new()
        .line(&format!("The problems of the domain {title}, by their names."))
        .write("", out)?;
    writeln!(out, "export interface {name}Problems {{")?;
    for (property, problem) in &problems {
        about(problem).write("  ", out)?;
        write_problem(&key(property), problem, out)?;
    }
    writeln!(out, "}}\n")?;

    Comment::new()
        .line(&format!("Any problem of the domain {title}."))
        .write("", out)?;
    writeln!(
        out,
        "export type {name}Problem = {name}Problems[keyof {name}Problems];\n"
    )?;

    writeln!(out, "const {name}Kinds = /* @__PURE__ */ kinds([")?;
    for (_, problem) in &problems {
        let code = problem
            .code()
            .map_or_else(|| "null".to_owned(), |code| code.to_string());
        let type_uri = type_uri(problem).map_or_else(|| "null".to_owned(), literal);
        writeln!(out, "  [{code}, {}, {type_uri}],", problem.status())?;
    }
    writeln!(out, "]);\n")?;

    Comment::new()
        .line(&format!("Whether a body is a problem of the domain {title} that this module knows: by `errorCode`, `status` and `type`."))
        .line("Codes are unique within a domain only, so ask this of the responses of its operations.")
        .write("", out)?;
    writeln!(
        out,
        "export function is{name}Problem(body: unknown): body is {name}Problem {{"
    )?;
    writeln!(out, "  return isProblem(body) && {name}Kinds.has(kindOf(body));\n}}")
}

fn write_problem(property: &str, problem: &ProblemType, out: &mut String) -> fmt::Result {
    writeln!(out, "  readonly {property}: ProblemDetails & {{")?;
    match type_uri(problem) {
        Some(uri) => writeln!(out, "    readonly type: {};", literal(uri))?,
        None => writeln!(out, "    readonly type?: \"about:blank\";")?,
    }
    writeln!(out, "    readonly title: string;")?;
    writeln!(out, "    readonly status: {};", problem.status())?;
    writeln!(out, "    readonly detail: string;")?;
    match problem.code() {
        Some(code) => writeln!(out, "    readonly errorCode: {code};")?,
        None => writeln!(out, "    readonly errorCode?: never;")?,
    }
    for extension in extensions(problem) {
        let optional = if extension.spec.optional() { "?" } else { "" };
        writeln!(
            out,
            "    readonly {}{optional}: {};",
            key(&extension.name),
            extension.shape.typescript()
        )?;
    }
    writeln!(out, "  }};")
}

/// The `type` that tells the problem from others.
fn type_uri(problem: &ProblemType) -> Option<&'static str> {
    problem.type_uri().filter(|uri| *uri != "about:blank")
}

/// What the module says about a problem.
fn about(problem: &ProblemType) -> Comment {
    Comment::new()
        .paragraph(problem.description())
        .paragraph(beyond(problem.docs(), problem.description()))
        .deprecated(problem.deprecated())
}
