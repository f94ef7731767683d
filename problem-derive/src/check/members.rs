//! The rules of what a variant sends besides the standard members: extensions and headers.

use quote::ToTokens;

use crate::ast::{Container, Field, Variant};
use crate::ctxt::Ctxt;
use crate::model::Extension;
use crate::uri;

/// Names that no extension may have.
const STANDARD_MEMBERS: [&str; 6] = ["type", "title", "status", "detail", "instance", "errorCode"];

pub(super) fn check_extensions<'a>(cx: &Ctxt, container: &Container, variant: &'a Variant<'a>) -> Vec<Extension<'a>> {
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

pub(super) type Headers<'a> = (Vec<(String, String)>, Vec<(String, &'a Field<'a>)>);

pub(super) fn check_headers<'a>(cx: &Ctxt, variant: &'a Variant<'a>) -> Headers<'a> {
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
