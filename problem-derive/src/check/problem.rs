//! The rules of a variant that is a problem of its own.

use quote::quote;

use super::members::{check_extensions, check_headers};
use super::{Subject, is_missing, was_attempted};
use crate::ast::{Container, Style, Variant};
use crate::attr::{Base, VariantAttrs};
use crate::ctxt::Ctxt;
use crate::model::{Detail, Problem, TypeUri};
use crate::status::reason_phrase;
use crate::template::{self, Target, Template, Text};
use crate::{symbol, uri};

pub(super) fn check_problem<'a>(
    cx: &Ctxt,
    container: &Container,
    variant: &'a Variant<'a>,
    slug: &str,
) -> Option<Problem<'a>> {
    let attrs = &variant.attrs;
    if !attrs.present {
        let kind = if container.is_struct { "struct" } else { "variant" };
        cx.error(
            variant.ident,
            format!("missing `#[problem(...)]` on {kind} `{}`", variant.ident),
        );
        return None;
    }
    if attrs.malformed || was_attempted(symbol::TRANSPARENT.name, &attrs.attempted) {
        return None;
    }
    let subject = Subject::new(container, variant);
    let code = check_code(cx, container, variant, &subject);
    let status = check_status(cx, variant, &subject);
    let title = check_title(cx, attrs, status);
    let detail = check_detail(cx, container, variant, status, &subject);
    let extensions = check_extensions(cx, container, variant);
    let (fixed_headers, field_headers) = check_headers(cx, variant);
    let type_uri = check_type_uri(cx, container, attrs, slug, code);
    let title = title?;
    Some(Problem {
        code,
        status: status?,
        description: description(variant, &detail, &title),
        title,
        type_uri,
        detail,
        extensions,
        fixed_headers,
        field_headers,
        log: attrs.log.as_ref().or(container.attrs.log.as_ref()).map(|key| key.value),
    })
}

fn check_code(cx: &Ctxt, container: &Container, variant: &Variant, subject: &Subject) -> Option<u32> {
    let attrs = &variant.attrs;
    if let (Some(code), Some(_)) = (&attrs.code, &container.attrs.uncoded) {
        cx.error(
            &code.name,
            "the type is `uncoded`, its problems have no code; remove one of the two",
        );
    }
    let uncoded = container.attrs.uncoded.is_some() || was_attempted(symbol::UNCODED.name, &container.attrs.attempted);
    if !uncoded && is_missing(attrs.code.as_ref(), symbol::CODE.name, attrs) {
        let message = format!("{} has no code; add `code = …`, or `uncoded` to the type", subject.0);
        cx.error(variant.ident, message);
    }
    attrs.code.as_ref().map(|code| code.value)
}

fn check_status(cx: &Ctxt, variant: &Variant, subject: &Subject) -> Option<u16> {
    let attrs = &variant.attrs;
    if is_missing(attrs.status.as_ref(), symbol::STATUS.name, attrs) {
        match &attrs.code {
            Some(code) if (400..=599).contains(&code.value) => {
                let message = format!("{} has no status; did you mean `status = {}`?", subject.0, code.value);
                let (name, value) = (&code.name, &code.at);
                cx.error(quote!(#name = #value), message);
            }
            _ => cx.error(variant.ident, format!("{} has no status; add `status = …`", subject.0)),
        }
    }
    let status = attrs.status.as_ref()?;
    if !(400..=599).contains(&status.value) {
        cx.error(
            &status.at,
            format!("`{}` is not an error status; expected 400..=599", status.value),
        );
        return None;
    }
    Some(status.value)
}

fn check_title(cx: &Ctxt, attrs: &VariantAttrs, status: Option<u16>) -> Option<String> {
    if let Some(title) = &attrs.title {
        let text = title.value.value();
        if text.trim().is_empty() {
            cx.error(
                &title.at,
                "the title is empty; write one, or leave it out for the reason phrase of the status",
            );
        }
        return Some(text);
    }
    let status = status?;
    if let Some(phrase) = reason_phrase(status) {
        return Some(phrase.to_owned());
    }
    if is_missing(attrs.title.as_ref(), symbol::TITLE.name, attrs) {
        let message = format!("status `{status}` has no reason phrase; add `title = \"…\"`");
        cx.error(attrs.status.as_ref().map(|status| &status.at), message);
    }
    None
}

fn check_detail(cx: &Ctxt, container: &Container, variant: &Variant, status: Option<u16>, subject: &Subject) -> Detail {
    let attrs = &variant.attrs;
    if let (Some(detail), Some(_)) = (&attrs.detail, &attrs.display) {
        cx.error(
            &detail.name,
            "`detail` and `display` both say what the detail is; remove one of the two",
        );
    }
    if let Some(detail) = &attrs.detail {
        if detail.value.value().trim().is_empty() {
            cx.error(
                &detail.at,
                "the detail is empty; write one, or leave it out for the doc comment",
            );
        }
        return match template::parse(&detail.value) {
            Text::Static(text) => Detail::Static(text),
            Text::Template(template) => {
                check_placeholders(cx, variant, &template, subject);
                Detail::Template(template)
            }
        };
    }
    let by_type = container.attrs.display.is_some();
    if attrs.display.is_some() || by_type && status.is_none_or(|status| status < 500) {
        return Detail::Display;
    }
    match &variant.docs.summary {
        Some(summary) => return Detail::Static(summary.clone()),
        None if !is_missing(attrs.detail.as_ref(), symbol::DETAIL.name, attrs) => {}
        None if by_type => {
            let message = format!(
                "{} has no description, and `display` of the type covers no 5xx; add a doc comment or `detail = \"…\"`",
                subject.0
            );
            cx.error(variant.ident, message);
        }
        None => {
            let remedy = if variant.docs.is_computed {
                "the macro cannot read a computed doc comment, add `detail = \"…\"`"
            } else {
                "add a doc comment or `detail = \"…\"`"
            };
            cx.error(variant.ident, format!("{} has no description; {remedy}", subject.0));
        }
    }
    Detail::Static(String::new())
}

/// Placeholders by position name a field of a tuple. Those by name are left to rustc, which underlines them.
fn check_placeholders(cx: &Ctxt, variant: &Variant, template: &Template, subject: &Subject) {
    let count = variant.fields.len();
    for placeholder in &template.placeholders {
        let message = match &placeholder.target {
            Target::Name(name) if name == "self" => {
                "`{self}` would be the detail itself; name a field, or add `display` for the `Display` text".to_owned()
            }
            Target::Name(_) => continue,
            Target::Next => "`{}` names no field; write the field's name or, in a tuple, its index: `{0}`".to_owned(),
            Target::Index(index) if variant.style == Style::Named => {
                format!(
                    "`{{{index}}}` names no field; {} has named fields, write `{{name}}`",
                    subject.0
                )
            }
            Target::Index(index) if usize::try_from(*index).is_ok_and(|index| index < count) => continue,
            Target::Index(index) => {
                let plural = if count == 1 { "field" } else { "fields" };
                format!("`{{{index}}}` names no field; {} has {count} {plural}", subject.0)
            }
        };
        cx.error(&template.literal, message);
    }
}

/// What the reference says of the problem: the doc comment, else the detail, else the title.
fn description(variant: &Variant, detail: &Detail, title: &str) -> String {
    match (&variant.docs.summary, detail) {
        (Some(summary), _) => summary.clone(),
        (None, Detail::Static(text)) => text.clone(),
        (None, Detail::Template(template)) => template.literal.value(),
        (None, Detail::Display) => title.to_owned(),
    }
}

fn check_type_uri(cx: &Ctxt, container: &Container, attrs: &VariantAttrs, slug: &str, code: Option<u32>) -> TypeUri {
    if let Some(type_uri) = &attrs.type_uri {
        let text = type_uri.value.value();
        if let Some(mistake) = uri::mistake(&text) {
            cx.error(&type_uri.at, mistake);
        }
        return TypeUri::Literal(text);
    }
    let (Some(base), Some(code)) = (&container.attrs.base, code) else {
        return TypeUri::None;
    };
    match &base.value {
        Base::Literal(text) => TypeUri::Literal(format!("{}{slug}/{code}", text.value())),
        Base::Const(_) => TypeUri::AfterBase(format!("{slug}/{code}")),
    }
}
