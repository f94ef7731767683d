//! The rules that need more than one attribute, and the model of a declaration that keeps them.

mod decode;
mod members;
mod problem;
mod transparent;

use std::collections::{HashMap, HashSet};

use proc_macro2::Ident;

use crate::ast::{Container, Variant};
use crate::attr::{Base, VariantAttrs};
use crate::ctxt::Ctxt;
use crate::model::{Arm, Kind, Model};
use crate::{symbol, uri, words};

/// Reports every broken rule; the model stands for the declaration if there is none.
pub(crate) fn check<'a>(cx: &Ctxt, container: &'a Container<'a>) -> Model<'a> {
    let (domain, slug) = domain(cx, container);
    check_base(cx, container);
    check_display(cx, container);
    check_codes(cx, container);
    decode::check_decode(cx, container);

    let arms = container.variants.iter().filter_map(|variant| {
        let kind = if variant.attrs.transparent.is_some() {
            Kind::Transparent(transparent::check_transparent(cx, variant)?)
        } else {
            Kind::Problem(Box::new(problem::check_problem(cx, container, variant, &slug)?))
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
