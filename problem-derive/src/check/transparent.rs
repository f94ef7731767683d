//! The rules of `transparent`.

use crate::ast::{Field, Variant};
use crate::ctxt::Ctxt;

/// A transparent variant has one field and nothing of its own.
pub(super) fn check_transparent<'a>(cx: &Ctxt, variant: &'a Variant<'a>) -> Option<&'a Field<'a>> {
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
