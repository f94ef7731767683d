//! The rules of `decode` and `default`.

use super::{Subject, is_missing, was_attempted};
use crate::ast::{Container, Field};
use crate::attr::FieldAttrs;
use crate::ctxt::Ctxt;
use crate::symbol;

/// A client can tell each variant of a decoded type, and has a value for each of its fields.
pub(super) fn check_decode(cx: &Ctxt, container: &Container) {
    for variant in &container.variants {
        let attrs = &variant.attrs;
        let is_transparent = attrs.transparent.is_some() || was_attempted(symbol::TRANSPARENT.name, &attrs.attempted);
        if is_transparent || !attrs.present || attrs.malformed {
            continue;
        }
        let only_type = container.attrs.decode.is_some() && container.attrs.uncoded.is_some();
        if only_type && is_missing(attrs.type_uri.as_ref(), symbol::TYPE.name, attrs) {
            let message = format!(
                "{} has neither a code nor a `type` to recognize it by; add `type = \"…\"`",
                Subject::new(container, variant).0
            );
            cx.error(variant.ident, message);
        }
        for field in &variant.fields {
            check_decoded_field(cx, container, field);
        }
    }
}

fn check_decoded_field(cx: &Ctxt, container: &Container, field: &Field) {
    let FieldAttrs { extension, default, .. } = &field.attrs;
    let name = field.name.clone().unwrap_or_else(|| field.index.to_string());
    if container.attrs.decode.is_none() {
        if let (Some(default), false) = (default, container.attrs.means_decode()) {
            let message = "`default` is for a decoded value, and the type is not decoded; add `decode` to the type";
            cx.error(&default.name, message);
        }
    } else if extension.is_none() && default.is_none() && !field.attrs.attempted {
        let message = format!(
            "field `{name}` is no extension, and a decoded value needs it; add `extension`, or `default` to leave it empty"
        );
        cx.error(field.culprit(), message);
    } else if extension.is_some() && field.is_reference() {
        let message = format!("field `{name}` borrows, and a decoded value must own it; make it a `String` or a `Cow`");
        cx.error(&field.original.ty, message);
    }
}
