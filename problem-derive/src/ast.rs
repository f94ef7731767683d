//! The declaration as it was written, with its attributes read.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Fields, GenericArgument, Generics, Meta, PathArguments, Token, Type};

use crate::attr::{FieldAttrs, TypeAttrs, VariantAttrs};
use crate::ctxt::Ctxt;
use crate::docs::Docs;
use crate::symbol;
use crate::words;

/// The type that derives `Problem`.
pub(crate) struct Container<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    pub(crate) attrs: TypeAttrs,
    pub(crate) docs: Docs,
    pub(crate) variants: Vec<Variant<'a>>,
    pub(crate) is_struct: bool,
    /// Another derive implements `Display` and `Error`: that of `thiserror`, `snafu` or `derive_more`.
    pub(crate) has_foreign_display: bool,
    /// Generated code names something that is deprecated, or that the user allows to be.
    pub(crate) mentions_deprecated: bool,
}

/// A variant, or the struct as its own only variant.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    /// `Self::Variant` or `Self`.
    pub(crate) path: TokenStream,
    pub(crate) attrs: VariantAttrs,
    pub(crate) docs: Docs,
    pub(crate) style: Style,
    pub(crate) fields: Vec<Field<'a>>,
    /// The note of `#[deprecated]`.
    pub(crate) deprecated: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Named,
    Tuple,
    Unit,
}

pub(crate) struct Field<'a> {
    pub(crate) original: &'a syn::Field,
    pub(crate) index: usize,
    /// The name without `r#`; `None` in a tuple.
    pub(crate) name: Option<String>,
    pub(crate) attrs: FieldAttrs,
}

impl<'a> Container<'a> {
    /// Reads the type; `None` for a union, which cannot be an error.
    pub(crate) fn from_ast(cx: &Ctxt, input: &'a DeriveInput) -> Option<Self> {
        let (attrs, variants, is_struct) = match &input.data {
            Data::Enum(data) => {
                let attrs = TypeAttrs::of_enum(cx, &input.attrs);
                let variants = data
                    .variants
                    .iter()
                    .map(|variant| Variant::from_ast(cx, variant))
                    .collect();
                (attrs, variants, false)
            }
            Data::Struct(data) => {
                let (attrs, variant_attrs) = TypeAttrs::of_struct(cx, &input.attrs);
                let variant = Variant {
                    ident: &input.ident,
                    path: quote!(Self),
                    attrs: variant_attrs,
                    docs: Docs::of(&input.attrs),
                    style: Style::of(&data.fields),
                    fields: fields(cx, &data.fields),
                    deprecated: deprecated(&input.attrs),
                };
                (attrs, vec![variant], true)
            }
            Data::Union(data) => {
                cx.error(data.union_token, "a union cannot be a problem; use an enum or a struct");
                return None;
            }
        };
        Some(Container {
            ident: &input.ident,
            generics: &input.generics,
            attrs,
            docs: Docs::of(&input.attrs),
            variants,
            is_struct,
            has_foreign_display: any_attr(input, is_foreign_display),
            mentions_deprecated: any_attr(input, is_about_deprecation),
        })
    }

    /// Whether the derive implements `Display` and `Error`.
    pub(crate) fn implements_error(&self) -> bool {
        let manual = symbol::MANUAL_ERROR.name;
        let is_manual = self.attrs.manual_error.is_some() || self.attrs.attempted.iter().any(|key| key == manual);
        !self.has_foreign_display && !is_manual
    }

    /// The name of the domain: `domain`, or the type's name in words.
    pub(crate) fn domain(&self) -> String {
        match &self.attrs.domain {
            Some(domain) => domain.value.value(),
            None => words::domain_name(&self.ident.unraw().to_string()),
        }
    }

    /// The path of the run-time crate.
    pub(crate) fn crate_path(&self) -> TokenStream {
        match &self.attrs.crate_path {
            Some(path) => path.value.to_token_stream(),
            None => quote!(::problem_core),
        }
    }
}

impl<'a> Variant<'a> {
    fn from_ast(cx: &Ctxt, variant: &'a syn::Variant) -> Self {
        let ident = &variant.ident;
        Variant {
            ident,
            path: quote!(Self::#ident),
            attrs: VariantAttrs::of(cx, &variant.attrs),
            docs: Docs::of(&variant.attrs),
            style: Style::of(&variant.fields),
            fields: fields(cx, &variant.fields),
            deprecated: deprecated(&variant.attrs),
        }
    }
}

impl Style {
    fn of(fields: &Fields) -> Self {
        match fields {
            Fields::Named(_) => Style::Named,
            Fields::Unnamed(_) => Style::Tuple,
            Fields::Unit => Style::Unit,
        }
    }
}

impl Field<'_> {
    /// The field without its attributes, to underline.
    pub(crate) fn culprit(&self) -> TokenStream {
        match &self.original.ident {
            Some(ident) => ident.to_token_stream(),
            None => self.original.ty.to_token_stream(),
        }
    }

    /// The type, without the invisible group of one that a `macro_rules` pattern has captured.
    fn ty(&self) -> &Type {
        let mut ty = &self.original.ty;
        while let Type::Group(group) = ty {
            ty = &group.elem;
        }
        ty
    }

    /// Whether the type is written as a reference.
    pub(crate) fn is_reference(&self) -> bool {
        matches!(self.ty(), Type::Reference(_))
    }

    /// Whether the type is written as a number or a text of the standard library.
    pub(crate) fn is_number_or_text(&self) -> bool {
        const NAMES: [&str; 9] = ["String", "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64"];
        match self.ty() {
            Type::Path(path) => NAMES.iter().any(|name| path.path.is_ident(name)),
            Type::Reference(reference) if reference.mutability.is_none() => {
                matches!(&*reference.elem, Type::Path(path) if path.path.is_ident("str"))
            }
            _ => false,
        }
    }

    /// The `T` of a field that is written as `Option<T>`.
    pub(crate) fn optional(&self) -> Option<&Type> {
        let Type::Path(path) = self.ty() else { return None };
        let last = path.path.segments.last().filter(|last| last.ident == "Option")?;
        let PathArguments::AngleBracketed(arguments) = &last.arguments else {
            return None;
        };
        match arguments.args.first() {
            Some(GenericArgument::Type(inner)) if arguments.args.len() == 1 => Some(inner),
            _ => None,
        }
    }
}

fn fields<'a>(cx: &Ctxt, fields: &'a Fields) -> Vec<Field<'a>> {
    let field = |(index, field): (usize, &'a syn::Field)| Field {
        original: field,
        index,
        name: field.ident.as_ref().map(|ident| ident.unraw().to_string()),
        attrs: FieldAttrs::of(cx, &field.attrs),
    };
    fields.iter().enumerate().map(field).collect()
}

/// Whether an attribute is one of `thiserror`, `snafu` or `derive_more`.
fn is_foreign_display(attr: &Attribute) -> bool {
    ["error", "snafu", "display"]
        .iter()
        .any(|name| attr.path().is_ident(name))
}

/// Whether an attribute deprecates its item, or allows its item to name what is deprecated.
fn is_about_deprecation(attr: &Attribute) -> bool {
    let Meta::List(list) = &attr.meta else {
        return attr.path().is_ident("deprecated");
    };
    let allows = list.path.is_ident("allow") || list.path.is_ident("expect");
    let mut lints = list.tokens.clone().into_iter();
    list.path.is_ident("deprecated") || allows && lints.any(|lint| lint.to_string() == "deprecated")
}

/// Whether an attribute of the type, of a variant or of a field is of this kind.
fn any_attr(input: &DeriveInput, is: fn(&Attribute) -> bool) -> bool {
    let any = |attrs: &[Attribute]| attrs.iter().any(is);
    let in_fields = |fields: &Fields| fields.iter().any(|field| any(&field.attrs));
    let in_data = match &input.data {
        Data::Enum(data) => data
            .variants
            .iter()
            .any(|variant| any(&variant.attrs) || in_fields(&variant.fields)),
        Data::Struct(data) => in_fields(&data.fields),
        Data::Union(_) => false,
    };
    any(&input.attrs) || in_data
}

/// The note of `#[deprecated]`, `#[deprecated = "…"]` or `#[deprecated(note = "…")]`; empty where it has none.
fn deprecated(attrs: &[Attribute]) -> Option<String> {
    let attr = attrs.iter().find(|attr| attr.path().is_ident("deprecated"))?;
    let mut note = String::new();
    match &attr.meta {
        Meta::Path(_) => {}
        Meta::NameValue(meta) => {
            if let Ok(text) = syn::parse2::<syn::LitStr>(meta.value.to_token_stream()) {
                note = text.value();
            }
        }
        // What does not parse here is for rustc to refuse.
        Meta::List(list) => {
            _ = list.parse_nested_meta(|meta| {
                let is_note = meta.path.is_ident("note");
                meta.input.parse::<Token![=]>()?;
                let text: syn::LitStr = meta.input.parse()?;
                if is_note {
                    note = text.value();
                }
                Ok(())
            });
        }
    }
    Some(note)
}
