//! `TryFrom<ProblemDetails>`: from a document back to the value.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Member;
use syn::spanned::Spanned;

use crate::ast::{Field, Variant};
use crate::bound::{self, Bounds};
use crate::model::{Arm, Kind, Model, Problem};

/// ```text
/// impl TryFrom<__p::ProblemDetails> for SequenceError {
///     type Error = __p::UndecodedProblem;
///     fn try_from(__details: __p::ProblemDetails) -> Result<Self, __p::UndecodedProblem> {
///         let __outcome = __p::decode(&__PROBLEMS, __details, |__row, __fields| match __row {
///             0 => Ok(Self::NotFound),
///             1 => Ok(Self::SequenceArchived { id: __fields.get::<u64>("id")? }),
///             _ => Err(__p::UndecodedReason::Unknown),
///         });
///         __p::or_transparent::<Self, CarrierError>(__outcome, |__inner| Self::Carrier { 0: __inner })
///     }
/// }
/// ```
///
/// Nothing without the key `decode`.
pub(crate) fn try_from(model: &Model) -> Option<TokenStream> {
    let container = model.container;
    container.attrs.decode.as_ref()?;
    let (impl_generics, ty_generics, _) = container.generics.split_for_impl();
    let ident = container.ident;
    let where_clause = bounds(model).where_clause(container.generics);

    let rows = model.problems().enumerate().map(|(row, (variant, problem))| {
        let (row, value) = (Literal::usize_unsuffixed(row), value(variant, problem));
        quote!(#row => __p::Ok(#value),)
    });
    let transparent = model.arms.iter().filter_map(|Arm { variant, kind }| match kind {
        Kind::Transparent(field) => {
            let (path, member, ty) = (&variant.path, member(field), &field.original.ty);
            Some(quote_spanned! {ty.span()=>
                let __outcome = __p::or_transparent::<Self, #ty>(__outcome, |__inner| #path { #member: __inner });
            })
        }
        Kind::Problem(_) => None,
    });
    let result = quote!(::core::result::Result<Self, __p::UndecodedProblem>);
    Some(quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::TryFrom<__p::ProblemDetails> for #ident #ty_generics #where_clause {
            type Error = __p::UndecodedProblem;
            fn try_from(__details: __p::ProblemDetails) -> #result {
                let __outcome: #result = __p::decode(&__PROBLEMS, __details, |__row, __fields| match __row {
                    #(#rows)*
                    _ => __p::Err(__p::UndecodedReason::Unknown),
                });
                #(#transparent)*
                __outcome
            }
        }
    })
}

/// The value of a variant, each field from its member or its default.
fn value(variant: &Variant, problem: &Problem) -> TokenStream {
    let path = &variant.path;
    if variant.fields.is_empty() {
        return quote!(#path {});
    }
    let fields = variant.fields.iter().map(|field| {
        let (member, ty) = (member(field), &field.original.ty);
        let extension = problem
            .extensions
            .iter()
            .find(|extension| extension.field.index == field.index);
        let value = match (extension.map(|extension| &extension.name), &field.attrs.default) {
            (Some(name), None) => quote_spanned!(ty.span()=> __fields.get::<#ty>(#name)?),
            (Some(name), Some(_)) => quote_spanned!(ty.span()=> __fields.get_or_default::<#ty>(#name)?),
            (None, _) => quote_spanned!(ty.span()=> <#ty as ::core::default::Default>::default()),
        };
        quote!(#member: #value)
    });
    quote!(#path { #(#fields),* })
}

fn member(field: &Field) -> Member {
    match &field.original.ident {
        Some(ident) => Member::Named(ident.clone()),
        None => Member::from(field.index),
    }
}

/// What the fields that mention a type parameter need.
fn bounds(model: &Model) -> Bounds {
    let params = bound::type_params(model.container.generics);
    let mut bounds = Bounds::default();
    for arm in &model.arms {
        for field in &arm.variant.fields {
            let ty = &field.original.ty;
            if !bound::mentions(ty, &params) {
                continue;
            }
            let ty = ty.to_token_stream();
            match &arm.kind {
                Kind::Transparent(_) => bounds.add(quote!(#ty: __p::Decode)),
                Kind::Problem(_) => {
                    if field.attrs.extension.is_some() {
                        bounds.add(quote!(#ty: __p::DeserializeOwned));
                    }
                    if field.attrs.default.is_some() {
                        bounds.add(quote!(#ty: ::core::default::Default));
                    }
                }
            }
        }
    }
    bounds
}
