//! The rules that need more than one attribute, and the model of a declaration that keeps them.

mod decode;

use std::collections::{HashMap, HashSet};

use proc_macro2::Ident;
use quote::{ToTokens, quote};

use crate::ast::{Container, Field, Style, Variant};
use crate::attr::{Base, VariantAttrs};
use crate::ctxt::Ctxt;
use crate::model::{Arm, Detail, Extension, Kind, Model, Problem, TypeUri};
use crate::status::reason_phrase;
use crate::template::{self, Target, Template, Text};
use crate::{symbol, uri, words};

/// Names that no extension may have.
const STANDARD_MEMBERS: [&str; 6] = ["type", "title", "status", "detail", "instance", "errorCode"];

/// Reports every broken rule; the model stands for the declaration if there is none.
pub(crate) fn check<'a>(cx: &Ctxt, container: &'a Container<'a>) -> Model<'a> {
    let (domain, slug) = domain(cx, container);
    check_base(cx, container);
    check_display(cx, container);
    check_codes(cx, container);
    decode::check_decode(cx, container);

    let arms = container.variants.iter().filter_map(|variant| {
        let kind = if variant.attrs.transparent.is_some() {
            Kind::Transparent(check_transparent(cx, variant)?)
        } else {
            Kind::Problem(Box::new(check_problem(cx, container, variant, &slug)?))
        };
        Some(Arm { variant, kind })
    });

    Model {
        container,
        arms: arms.collect(),
        domain,
        slug,
        base: match container.attrs.base.as_ref().map(|base| &base.value) {
            Some(Base::Const(path)) => Some(path),
            Some(Base::Literal(_)) | None => None,
        },
        reserved: container.attrs.reserved.iter().map(|(code, _)| *code).collect(),
    }
}

/// The name and the slug of the domain.
fn domain(cx: &Ctxt, container: &Container) -> (String, String) {
    let name = container.domain();
    let slug = words::slug(&name);
    if slug.is_empty() {
        match &container.attrs.domain {
            Some(domain) => {
                let message = "`domain` has no ASCII letter or digit to name its pages with; add one";
                cx.error(&domain.at, message);
            }
            None => {
                let message = "the type's name has no ASCII letter or digit to name pages with; add `domain = \"…\"`";
                cx.error(container.ident, message);
            }
        }
    }
    (name, slug)
}

fn check_base(cx: &Ctxt, container: &Container) {
    let Some(base) = &container.attrs.base else { return };
    if container.attrs.domain.is_none() && !was_attempted(symbol::DOMAIN.name, &container.attrs.attempted) {
        let message = "`base` without `domain` would let a rename move public URIs; add `domain = \"…\"`";
        cx.error(&base.name, message);
    }
    if container.attrs.uncoded.is_some() {
        let message =
            "`base` makes URIs from codes, and this type is `uncoded`; give each variant its own `type = \"…\"`";
        cx.error(&base.name, message);
    }
    if let Base::Literal(text) = &base.value {
        if let Some(mistake) = uri::mistake(&text.value()) {
            cx.error(text, mistake);
        } else if !uri::ends_in_separator(&text.value()) {
            cx.error(text, "`base` has no separator at its end; end with `/`");
        }
    }
}

/// `display` needs a text that is not the detail itself.
fn check_display(cx: &Ctxt, container: &Container) {
    if !container.implements_error() {
        return;
    }
    let variants = container
        .variants
        .iter()
        .filter_map(|variant| variant.attrs.display.as_ref());
    for display in container.attrs.display.iter().chain(variants) {
        let message =
            "`display` needs a `Display` of your own; derive it (thiserror, snafu, derive_more) or add `manual_error`";
        cx.error(&display.name, message);
    }
}

/// Codes are unique in the type, and none is reserved.
fn check_codes(cx: &Ctxt, container: &Container) {
    let mut reserved = HashSet::new();
    for (code, literal) in &container.attrs.reserved {
        if !reserved.insert(*code) {
            cx.error(literal, format!("code `{code}` is already reserved; name it once"));
        }
    }
    let mut used: HashMap<u32, &Ident> = HashMap::new();
    for variant in &container.variants {
        let Some(code) = &variant.attrs.code else { continue };
        if let Some(other) = used.get(&code.value) {
            let message = format!(
                "code `{}` is already used by variant `{other}`; give each variant its own code",
                code.value
            );
            cx.error(&code.at, message);
        } else if reserved.contains(&code.value) {
            let message = format!("code `{}` is reserved, it was used before; take a new one", code.value);
            cx.error(&code.at, message);
        }
        used.entry(code.value).or_insert(variant.ident);
    }
}

/// A transparent variant has one field and nothing of its own.
fn check_transparent<'a>(cx: &Ctxt, variant: &'a Variant<'a>) -> Option<&'a Field<'a>> {
    let attrs = &variant.attrs;
    let keys = [
        attrs.code.as_ref().map(|key| &key.name),
        attrs.status.as_ref().map(|key| &key.name),
        attrs.title.as_ref().map(|key| &key.name),
        attrs.detail.as_ref().map(|key| &key.name),
        attrs.display.as_ref().map(|key| &key.name),
        attrs.type_uri.as_ref().map(|key| &key.name),
        attrs.log.as_ref().map(|key| &key.name),
    ];
    for key in keys.into_iter().flatten() {
        cx.error(
            key,
            format!("`transparent` takes `{key}` from its field; remove one of the two"),
        );
    }
    for header in &attrs.headers {
        cx.error(
            &header.name,
            "`transparent` takes the headers from its field; remove one of the two",
        );
    }
    for field in &variant.fields {
        let extension = field.attrs.extension.as_ref().map(|key| &key.name);
        let header = field.attrs.header.as_ref().map(|key| &key.name);
        let default = field.attrs.default.as_ref().map(|key| &key.name);
        for key in extension.into_iter().chain(header).chain(default) {
            cx.error(key, format!("`transparent` takes all from its field; remove `{key}`"));
        }
    }
    match variant.fields.as_slice() {
        [field] => Some(field),
        fields => {
            let message = format!(
                "`transparent` variant `{}` has {} fields; give it exactly one, itself a problem",
                variant.ident,
                fields.len()
            );
            cx.error(attrs.transparent.as_ref().map(|key| &key.name), message);
            None
        }
    }
}

fn check_problem<'a>(cx: &Ctxt, container: &Container, variant: &'a Variant<'a>, slug: &str) -> Option<Problem<'a>> {
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

/// How messages call a variant, or a struct.
struct Subject(String);

impl Subject {
    fn new(container: &Container, variant: &Variant) -> Self {
        let kind = if container.is_struct { "struct" } else { "variant" };
        Subject(format!("{kind} `{}`", variant.ident))
    }
}

/// Whether a key is missing, and not just misspelt or ill-typed, which has been reported.
fn is_missing<T>(key: Option<&T>, name: &str, attrs: &VariantAttrs) -> bool {
    key.is_none() && !was_attempted(name, &attrs.attempted)
}

fn was_attempted(name: &str, attempted: &[String]) -> bool {
    attempted.iter().any(|attempted| attempted == name)
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

fn check_extensions<'a>(cx: &Ctxt, container: &Container, variant: &'a Variant<'a>) -> Vec<Extension<'a>> {
    let mut extensions: Vec<Extension> = Vec::new();
    for field in &variant.fields {
        let Some(key) = &field.attrs.extension else { continue };
        let (name, at) = match (&key.value, &field.name) {
            (Some(name), _) => (name.value(), name.to_token_stream()),
            (None, Some(name)) => match &container.attrs.rename_all {
                Some(rule) => (rule.value.apply(name), field.culprit()),
                None => (name.clone(), field.culprit()),
            },
            (None, None) => {
                cx.error(&key.name, "the extension has no name; write `extension = \"name\"`");
                continue;
            }
        };
        if let Some(mistake) = extension_mistake(&name, &extensions) {
            cx.error(at, mistake);
        }
        extensions.push(Extension { name, field });
    }
    extensions
}

/// Why a text cannot be the name of an extension member of this variant.
fn extension_mistake(name: &str, others: &[Extension]) -> Option<String> {
    if STANDARD_MEMBERS.contains(&name) {
        return Some(format!(
            "extension `{name}` shadows the standard member `{name}`; rename it with `extension = \"…\"`"
        ));
    }
    if others.iter().any(|other| other.name == name) {
        return Some(format!(
            "extension `{name}` shadows another extension of that name; rename it with `extension = \"…\"`"
        ));
    }
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let ends = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if starts && ends {
        return None;
    }
    Some(format!(
        "`{name}` is not a member name; expected a letter, then letters, digits, `_` or `-`"
    ))
}

type Headers<'a> = (Vec<(String, String)>, Vec<(String, &'a Field<'a>)>);

fn check_headers<'a>(cx: &Ctxt, variant: &'a Variant<'a>) -> Headers<'a> {
    let check_name = |name: &syn::LitStr| {
        let text = name.value();
        if !uri::is_header_name(&text) {
            cx.error(
                name,
                format!(
                    "{} is not a header name; expected a token such as \"Retry-After\"",
                    name.token()
                ),
            );
        } else if uri::is_set_by_the_response(&text) {
            cx.error(name, format!("the response sets `{text}` itself; remove this header"));
        }
        text
    };
    let fixed = variant.attrs.headers.iter().map(|header| {
        let value = header.value.value();
        if !uri::is_header_value(&value) {
            let message = "this is not a header value; expected visible ASCII, no line break, no blanks around it";
            cx.error(&header.value, message);
        }
        (check_name(&header.name), value)
    });
    let from_fields = variant.fields.iter().filter_map(|field| {
        let header = field.attrs.header.as_ref()?;
        Some((check_name(&header.value), field))
    });
    (fixed.collect(), from_fields.collect())
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
