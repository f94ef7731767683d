//! `match self`: the patterns that bind the fields of a variant.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::spanned::Spanned;

use crate::ast::{Field, Style, Variant};
use crate::model::Model;

/// `match self { … }`, also where there is nothing to match. With `rest` the arms are not all there are.
pub(crate) fn match_self(model: &Model, arms: &[TokenStream], rest: bool) -> TokenStream {
    if model.arms.is_empty() {
        return quote!(match *self {});
    }
    let rest = rest.then(|| quote!(_ => {}));
    quote!(match self { #(#arms)* #rest })
}

/// What follows the path of a variant in a pattern that binds these fields.
pub(crate) fn pattern(variant: &Variant, fields: &[&Field]) -> TokenStream {
    match variant.style {
        Style::Unit => TokenStream::new(),
        Style::Tuple if fields.is_empty() => quote!((..)),
        Style::Named | Style::Tuple => {
            let bindings = fields.iter().map(|field| {
                let member = match &field.original.ident {
                    Some(ident) => syn::Member::Named(ident.clone()),
                    None => syn::Member::from(field.index),
                };
                let name = binding(field);
                quote!(#member: #name,)
            });
            let rest = (fields.len() < variant.fields.len()).then(|| quote!(..));
            quote!({ #(#bindings)* #rest })
        }
    }
}

/// The variable that holds a reference to a field, with the span of the field's type for rustc's messages.
pub(crate) fn binding(field: &Field) -> Ident {
    format_ident!("__field{}", field.index, span = span_of(field))
}

/// Where rustc says that a field's type lacks a trait: at the type, yet as generated code, which lints leave alone.
pub(crate) fn span_of(field: &Field) -> Span {
    Span::call_site().located_at(field.original.ty.span())
}
