//! `impl Describe`: from a value to its row and its detail.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::LitStr;

use crate::ast::{Field, Style, Variant};
use crate::bound::Bounds;
use crate::model::{Arm, Detail, Kind, Model};
use crate::pattern::{binding, match_self, pattern, span_of};
use crate::symbol;
use crate::template::{Format, Piece, Placeholder, Target, Template};

/// ```text
/// impl __p::Describe for SequenceError {
///     fn describe(&self) -> &'static __p::ProblemType {
///         &__PROBLEMS[match self { Self::NotFound => 0, Self::SequenceArchived { .. } => 1 }]
///     }
///     fn write_detail(&self, __out: &mut dyn Write) -> fmt::Result { /* the arms whose detail varies */ }
/// }
/// ```
pub(crate) fn describe(model: &Model, bounds: &Bounds) -> TokenStream {
    let container = model.container;
    let (impl_generics, ty_generics, _) = container.generics.split_for_impl();
    let where_clause = bounds.where_clause(container.generics);
    let ident = container.ident;

    let mut index = 0_usize;
    let rows = model.arms.iter().map(|arm| {
        let path = &arm.variant.path;
        match &arm.kind {
            Kind::Transparent(field) => {
                let pattern = pattern(arm.variant, &[*field]);
                let inner = binding(field);
                quote_spanned!(span_of(field)=> #path #pattern => return __p::Problem::problem_type(#inner),)
            }
            Kind::Problem(_) => {
                let pattern = pattern(arm.variant, &[]);
                let row = Literal::usize_unsuffixed(index);
                index += 1;
                quote!(#path #pattern => #row,)
            }
        }
    });
    let row = match_self(model, &rows.collect::<Vec<_>>(), false);
    // Without a row of its own every arm returns, or there is none.
    let row = if index == 0 { row } else { quote!(&__PROBLEMS[#row]) };
    let details: Vec<TokenStream> = model
        .arms
        .iter()
        .filter_map(|arm| detail_arm(arm.variant, &arm.kind))
        .collect();
    let write_detail = (!details.is_empty()).then(|| {
        let has_pieces = model.arms.iter().any(has_pieces);
        let import = has_pieces.then(|| quote! { use __p::DisplayPart as _; });
        let partial = details.len() < model.arms.len();
        let rest = partial.then(|| quote!(_ => __out.write_str(__p::static_detail(__p::Describe::describe(self))),));
        quote! {
            fn write_detail(&self, __out: &mut dyn ::core::fmt::Write) -> ::core::fmt::Result {
                #import
                match self {
                    #(#details)*
                    #rest
                }
            }
        }
    });
    quote! {
        #[doc(hidden)]
        #[automatically_derived]
        impl #impl_generics __p::Describe for #ident #ty_generics #where_clause {
            fn describe(&self) -> &'static __p::ProblemType {
                #row
            }
            #write_detail
        }
    }
}

fn has_pieces(arm: &Arm) -> bool {
    match &arm.kind {
        Kind::Problem(problem) => matches!(&problem.detail, Detail::Template(t) if pieces(arm.variant, t).is_some()),
        Kind::Transparent(_) => false,
    }
}

/// The arm that writes a detail which depends on the value.
fn detail_arm(variant: &Variant, kind: &Kind) -> Option<TokenStream> {
    let path = &variant.path;
    match kind {
        Kind::Transparent(field) => {
            let pattern = pattern(variant, &[*field]);
            let inner = binding(field);
            Some(quote_spanned!(span_of(field)=> #path #pattern => __p::Problem::write_detail(#inner, __out),))
        }
        Kind::Problem(problem) => match &problem.detail {
            Detail::Static(_) => None,
            Detail::Display => {
                let pattern = pattern(variant, &[]);
                Some(quote!(#path #pattern => __out.write_fmt(::core::format_args!("{}", self)),))
            }
            Detail::Template(template) => Some(match pieces(variant, template) {
                Some(pieces) => piecewise_arm(variant, pieces),
                None => format_arm(variant, template),
            }),
        },
    }
}

/// The arm of a template whose placeholders are numbers and texts alone, which need none of `core::fmt`:
///
/// ```text
/// Self::Archived { id: __field0, .. } => __p::write_parts(__out, &[
///     __p::Part::Text("Sequence "),
///     __p::Field(__field0).__part(),
///     __p::Part::Text(" is archived"),
/// ]),
/// ```
fn piecewise_arm(variant: &Variant, pieces: &[Piece]) -> TokenStream {
    let mut fields: Vec<&Field> = Vec::new();
    let part = |piece: &Piece| match piece {
        Piece::Text(text) => Some(quote!(__p::Part::Text(#text))),
        Piece::Field(target) => {
            let field = referent(variant, target)?;
            if !fields.iter().any(|known| known.index == field.index) {
                fields.push(field);
            }
            let value = binding(field);
            Some(quote!(__p::Field(#value).__part()))
        }
    };
    let parts: Vec<TokenStream> = pieces.iter().filter_map(part).collect();
    let (path, pattern) = (&variant.path, pattern(variant, &fields));
    quote!(#path #pattern => __p::write_parts(__out, &[#(#parts),*]),)
}

/// The pieces of a template, where each placeholder is a number or a text.
fn pieces<'a>(variant: &Variant, template: &'a Template) -> Option<&'a [Piece]> {
    let is_direct = |piece: &Piece| match piece {
        Piece::Text(_) => true,
        Piece::Field(target) => referent(variant, target).is_some_and(Field::is_number_or_text),
    };
    let pieces = &template.pieces;
    (!pieces.is_empty() && pieces.iter().all(is_direct)).then_some(pieces)
}

/// The arm of any template: `Self::Archived { id: __field0, .. } => __out.write_fmt(format_args!("… {id}", id = __field0))`.
///
/// The user's own literal goes to `format_args!`, so that rustc underlines the placeholder that it does not know. Where
/// that resembles a field, the fields are bound by their names, so that rustc can suggest the one that was meant.
fn format_arm(variant: &Variant, template: &Template) -> TokenStream {
    let path = &variant.path;
    let targets: Vec<&Target> = template
        .placeholders
        .iter()
        .map(|placeholder| &placeholder.target)
        .collect();
    let used: Vec<&Field> = variant
        .fields
        .iter()
        .filter(|field| {
            let refers = |target: &&Target| referent(variant, target).is_some_and(|found| found.index == field.index);
            targets.iter().any(refers)
        })
        .collect();
    let literal = match &template.named {
        Some(named) => LitStr::new(named, template.literal.span()),
        None => template.literal.clone(),
    };
    if targets.iter().any(|target| is_misspelt(variant, target)) {
        let names: Vec<_> = variant.fields.iter().map(|field| &field.original.ident).collect();
        return quote! {
            #path { #(#names),* } => {
                let _ = (#(#names),*);
                __out.write_fmt(::core::format_args!(#literal))
            }
        };
    }
    let pattern = pattern(variant, &used);
    let arguments = used.iter().map(|field| {
        let name = match &field.original.ident {
            Some(ident) => ident.clone(),
            None => format_ident!("__{}", field.index),
        };
        let value = binding(field);
        quote!(#name = #value)
    });
    quote!(#path #pattern => __out.write_fmt(::core::format_args!(#literal, #(#arguments),*)),)
}

/// Whether a placeholder is not the name of a field, but nearly; else it may be that of a constant.
fn is_misspelt(variant: &Variant, target: &Target) -> bool {
    let Target::Name(name) = target else { return false };
    let resembles = |field: &Field| {
        let field = field.name.as_deref().unwrap_or_default();
        symbol::distance(name, field) <= field.len() / 3
    };
    variant.style == Style::Named && referent(variant, target).is_none() && variant.fields.iter().any(resembles)
}

/// The fields that a detail formats, each with the trait that does it.
pub(crate) fn formatted<'a>(variant: &'a Variant<'a>, detail: &Detail) -> Vec<(&'a Field<'a>, Ident)> {
    let Detail::Template(template) = detail else {
        return Vec::new();
    };
    let with_trait = |placeholder: &Placeholder| {
        let format_trait = match placeholder.format {
            Format::Display => "Display",
            Format::Debug => "Debug",
            Format::LowerHex => "LowerHex",
            Format::UpperHex => "UpperHex",
            Format::Octal => "Octal",
            Format::Binary => "Binary",
            Format::LowerExp => "LowerExp",
            Format::UpperExp => "UpperExp",
            Format::Pointer => "Pointer",
            Format::Count => return None,
        };
        Some((
            referent(variant, &placeholder.target)?,
            Ident::new(format_trait, Span::call_site()),
        ))
    };
    template.placeholders.iter().filter_map(with_trait).collect()
}

/// The field that a placeholder names.
fn referent<'a>(variant: &'a Variant<'a>, target: &Target) -> Option<&'a Field<'a>> {
    variant.fields.iter().find(|field| match target {
        Target::Next => false,
        Target::Index(index) => field.name.is_none() && usize::try_from(*index).is_ok_and(|index| index == field.index),
        Target::Name(name) => field.name.as_deref() == Some(name.trim_start_matches("r#")),
    })
}
