use proc_macro2::TokenStream;
use quote::quote;

use crate::ast::Container;
use crate::bound::{self, Bounds};
use crate::words;

/// The stub impls that stand beside errors, so that every use of the type does not report another one.
pub(crate) fn expand(container: &Container) -> TokenStream {
    let ident = container.ident;
    // Two broken types in one catalog are not told that their slugs are equal.
    let domain = container.domain();
    let slug = words::slug(&domain);
    let allow_deprecated = container.mentions_deprecated.then(|| quote!(#[allow(deprecated)]));
    let problem_core = container.crate_path();
    let generics = container.generics;
    let (impl_generics, ty_generics, own_where) = generics.split_for_impl();
    let mut bounds = Bounds::default();
    let mut error_bounds = Bounds::default();
    if !bound::type_params(generics).is_empty() {
        bounds.add(quote!(Self: ::core::error::Error));
        error_bounds.add(quote!(Self: ::core::fmt::Debug));
    }
    let where_clause = bounds.where_clause(generics);
    let ty = quote!(#ident #ty_generics);
    let responses_where = bound::without_self(where_clause.clone(), &ty);
    let error_where = error_bounds.where_clause(generics);

    let error = container.implements_error().then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics ::core::fmt::Display for #ident #ty_generics #own_where {
                fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::unreachable!()
                }
            }
            #[automatically_derived]
            impl #impl_generics ::core::error::Error for #ident #ty_generics #error_where {}
        }
    });
    let decode = container.attrs.means_decode().then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics ::core::convert::TryFrom<__p::ProblemDetails> for #ident #ty_generics #own_where {
                type Error = __p::UndecodedProblem;
                fn try_from(_: __p::ProblemDetails) -> ::core::result::Result<Self, __p::UndecodedProblem> {
                    ::core::unreachable!()
                }
            }
        }
    });
    quote! {
        #allow_deprecated
        const _: () = {
            use #problem_core::__private as __p;
            #error
            #[automatically_derived]
            impl #impl_generics __p::Problem for #ident #ty_generics #where_clause {
                fn problem_type(&self) -> &'static __p::ProblemType {
                    ::core::unreachable!()
                }
                fn detail(&self) -> __p::Cow<'_, ::core::primitive::str> {
                    ::core::unreachable!()
                }
            }
            #[automatically_derived]
            impl #impl_generics __p::ProblemDomain for #ident #ty_generics #where_clause {
                const DOMAIN: __p::Domain = __p::Domain::new(#domain, #slug, &[]);
            }
            #decode
            __p::impl_responses!([#impl_generics] [#ty] [#responses_where]);
        };
    }
}
