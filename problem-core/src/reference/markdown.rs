//! The catalog as one Markdown file.

pub(super) mod escape;
mod prose;

use std::fmt::Write;

use self::escape::{block, code, fence, inline};
use super::docs::{beyond, is_safe_link};
use super::sections::{Entry, Section, sections};
use crate::Catalog;
use crate::schema::member;
use crate::schema::sample;

impl Catalog {
    /// The catalog as one Markdown file for a code host: contents, a table per domain, and a section per problem with
    /// its documentation, members and headers. Each problem has an anchor, `#sequences-6`.
    ///
    /// ```
    /// # use problem_core::{Catalog, Domain, ProblemType};
    /// static PROBLEMS: [ProblemType; 1] =
    ///     [ProblemType::new("NotFound", 404, "Not Found", "Order not found").with_code(1)];
    /// static CATALOG: Catalog = Catalog::new("Shop API", &[Domain::new("Orders", "orders", &PROBLEMS)]);
    ///
    /// assert!(CATALOG.to_markdown().contains("| [1](#orders-1) | `NotFound` | 404 | Order not found |"));
    /// ```
    pub fn to_markdown(&self) -> String {
        let sections = sections(self);
        let mut out = String::new();
        // Writing to a string does not fail.
        _ = write_catalog(self, &sections, &mut out);
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }
}

fn write_catalog(catalog: &Catalog, sections: &[Section], out: &mut String) -> std::fmt::Result {
    let title = inline(catalog.title()).replace('#', "\\#");
    writeln!(out, "# {title} error reference\n")?;
    writeln!(
        out,
        "Each error is answered with a problem document ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)) of the \
         media type\n`application/problem+json`. The member `errorCode` is unique within its domain.\n"
    )?;
    if !sections.is_empty() {
        writeln!(out, "## Contents\n")?;
        for section in sections {
            let (name, count) = (inline(section.domain.name()), section.entries.len());
            writeln!(out, "- [{name}](#{}) ({count})", section.anchor)?;
        }
        out.push('\n');
    }
    for section in sections {
        write_domain(section, out)?;
    }
    Ok(())
}

fn write_domain(section: &Section, out: &mut String) -> std::fmt::Result {
    let domain = section.domain;
    writeln!(out, "<a id=\"{}\"></a>\n", section.anchor)?;
    writeln!(out, "## {}\n", inline(domain.name()).replace('#', "\\#"))?;
    prose::push(domain.docs(), 3, out);
    if !domain.reserved().is_empty() {
        let codes: Vec<String> = domain.reserved().iter().map(u32::to_string).collect();
        writeln!(out, "Retired codes, never used again: {}\n", codes.join(", "))?;
    }
    if section.entries.is_empty() {
        return Ok(());
    }
    writeln!(out, "| errorCode | Name | HTTP | Description |\n|---|---|---|---|")?;
    for entry in &section.entries {
        let problem = entry.problem;
        let label = problem.code().map_or_else(|| "–".to_owned(), |code| code.to_string());
        let (name, description) = (code(problem.name(), true), inline(problem.description()));
        writeln!(
            out,
            "| [{label}](#{}) | {name} | {} | {description} |",
            entry.anchor,
            problem.status()
        )?;
    }
    out.push('\n');
    section.entries.iter().try_for_each(|entry| write_problem(entry, out))
}

fn write_problem(entry: &Entry, out: &mut String) -> std::fmt::Result {
    let problem = entry.problem;
    writeln!(out, "<a id=\"{}\"></a>\n", entry.anchor)?;
    let code_of_it = problem.code().map(|code| format!("{code} ")).unwrap_or_default();
    writeln!(out, "### {code_of_it}{}\n", code(problem.name(), false))?;

    write!(out, "**{}** {}", problem.status(), inline(problem.title()))?;
    if let Some(uri) = problem.type_uri() {
        let uri_code = code(uri, false);
        if is_safe_link(uri) {
            write!(out, " · type [{uri_code}]({})", escape::destination(uri))?;
        } else {
            write!(out, " · type {uri_code}")?;
        }
    }
    out.push_str("\n\n");
    match problem.deprecated() {
        Some(note) if note.trim().is_empty() => out.push_str("**Deprecated.**\n\n"),
        Some(note) => write!(out, "**Deprecated.** {}\n\n", inline(note))?,
        None => {}
    }
    write_paragraph(problem.description(), out)?;
    prose::push(beyond(problem.docs(), problem.description()), 4, out);

    let extensions = member::extensions(problem);
    if !extensions.is_empty() {
        writeln!(out, "| Member | JSON type | Sent |\n|---|---|---|")?;
        for extension in &extensions {
            let sent = if extension.spec.optional() {
                "sometimes"
            } else {
                "always"
            };
            writeln!(
                out,
                "| {} | {} | {sent} |",
                code(&extension.name, true),
                extension.shape.in_words()
            )?;
        }
        out.push('\n');
    }
    if !problem.headers().is_empty() {
        writeln!(out, "| Header | Value |\n|---|---|")?;
        for header in problem.headers() {
            let value = header
                .value()
                .map_or_else(|| "depends on the occurrence".to_owned(), |value| code(value, true));
            writeln!(out, "| {} | {value} |", code(header.name(), true))?;
        }
        out.push('\n');
    }
    // Where all is fixed, the table above says it already.
    if !extensions.is_empty() || problem.detail_template().is_some() {
        let json = sample::json(problem);
        let fence = fence(&json);
        writeln!(out, "{fence}json\n{}\n{fence}\n", super::docs::clean(&json))?;
    }
    Ok(())
}

fn write_paragraph(text: &str, out: &mut String) -> std::fmt::Result {
    let text = block(text);
    if text.is_empty() {
        Ok(())
    } else {
        write!(out, "{text}\n\n")
    }
}
