//! The model as code. Nothing fails from here on.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{DeriveInput, Type};

use crate::ast::Container;
use crate::bound::{self, Bounds};
use crate::check::check;
use crate::ctxt::Ctxt;
use crate::describe::{describe, formatted};
use crate::model::{Detail, Kind, Model};
use crate::problem::problem;
use crate::{decode, fallback, table};

/// The whole derive: read, check, expand. A declaration with mistakes becomes their list and stub impls.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let cx = Ctxt::new();
    let container = Container::from_ast(&cx, &input);
    let model = container.as_ref().map(|container| check(&cx, container));
    match (cx.finish(), model) {
        (Ok(()), Some(model)) => expand(&model),
        (Ok(()), None) => TokenStream::new(),
        (Err(error), _) => {
            let errors = error.into_compile_error();
            let stubs = container.as_ref().map(fallback::expand);
            quote!(#errors #stubs)
        }
    }
}

/// ```text
/// const _: () = {
///     use ::problem_core::__private as __p;
///     static __PROBLEMS: [__p::ProblemType; 2] = [/* a row each */];
///     impl __p::Describe for SequenceError { /* variant → row, detail */ }
///     impl Display for SequenceError { … }
///     impl Error for SequenceError {}
///     impl __p::Problem for SequenceError { … }
///     impl __p::ProblemDomain for SequenceError { … }
///     impl TryFrom<__p::ProblemDetails> for SequenceError { /* with `decode` */ }
///     __p::impl_responses!([impl] [SequenceError] []);
/// };
/// ```
fn expand(model: &Model) -> TokenStream {
    let container = model.container;
    let problem_core = container.crate_path();
    let bounds = ImplBounds::new(model);
    let base = model.base.map(|path| {
        let value = quote_spanned!(path.span()=> __p::base(#path));
        quote!(const __BASE: &::core::primitive::str = #value;)
    });
    let table = table::problems(model);
    let describe = describe(model, &bounds.format);
    let error = container.implements_error().then(|| error(container, &bounds));
    let problem = problem(model, &bounds.problem);
    let domain = domain(model, &bounds.problem);
    let decode = decode::try_from(model);

    let (impl_generics, ty_generics, _) = container.generics.split_for_impl();
    let ident = container.ident;
    let ty = quote!(#ident #ty_generics);
    let responses_where = bound::without_self(bounds.problem.where_clause(container.generics), &ty);
    // What is deprecated is still sent and listed.
    let allow_deprecated = container.mentions_deprecated.then(|| quote!(#[allow(deprecated)]));
    quote! {
        #allow_deprecated
        const _: () = {
            use #problem_core::__private as __p;
            #base
            #table
            #describe
            #error
            #problem
            #domain
            #decode
            __p::impl_responses!([#impl_generics] [#ty] [#responses_where]);
        };
    }
}

/// The bounds of each impl. All are empty where no field mentions a type parameter.
struct ImplBounds {
    /// What the detail needs to be formatted.
    format: Bounds,
    error: Bounds,
    problem: Bounds,
}

impl ImplBounds {
    fn new(model: &Model) -> Self {
        let params = bound::type_params(model.container.generics);
        // A field that holds the type again is bound by what the other fields need.
        let again = [model.container.ident];
        let needs_bound = |ty: &Type| bound::mentions(ty, &params) && !bound::mentions(ty, &again);
        let mut format = Bounds::default();
        let mut serialize = Bounds::default();
        for arm in &model.arms {
            match &arm.kind {
                Kind::Transparent(field) => {
                    let ty = &field.original.ty;
                    if needs_bound(ty) {
                        format.add(quote!(#ty: __p::Problem));
                    }
                }
                Kind::Problem(problem) => {
                    for (field, format_trait) in formatted(arm.variant, &problem.detail) {
                        let ty = &field.original.ty;
                        if needs_bound(ty) {
                            format.add(quote!(#ty: ::core::fmt::#format_trait));
                        }
                    }
                    for extension in &problem.extensions {
                        let ty = &extension.field.original.ty;
                        if needs_bound(ty) {
                            serialize.add(quote!(#ty: __p::Serialize));
                        }
                    }
                    for (_, field) in &problem.field_headers {
                        let ty = field.optional().unwrap_or(&field.original.ty);
                        if needs_bound(ty) {
                            serialize.add(quote!(#ty: ::core::fmt::Display));
                        }
                    }
                    if matches!(problem.detail, Detail::Display) && !params.is_empty() {
                        format.add(quote!(Self: ::core::fmt::Display));
                    }
                }
            }
        }
        let mut error = format.clone();
        let mut problem = format.clone();
        problem.extend(serialize);
        if !params.is_empty() {
            error.add(quote!(Self: ::core::fmt::Debug));
            problem.add(quote!(Self: ::core::error::Error));
        }
        ImplBounds { format, error, problem }
    }
}

/// `Display` is the detail; `Error` has no source, which is thiserror's job.
fn error(container: &Container, bounds: &ImplBounds) -> TokenStream {
    let (impl_generics, ty_generics, _) = container.generics.split_for_impl();
    let ident = container.ident;
    let display_where = bounds.format.where_clause(container.generics);
    let error_where = bounds.error.where_clause(container.generics);
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::fmt::Display for #ident #ty_generics #display_where {
            fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __p::Describe::write_detail(self, __formatter)
            }
        }
        #[automatically_derived]
        impl #impl_generics ::core::error::Error for #ident #ty_generics #error_where {}
    }
}

fn domain(model: &Model, bounds: &Bounds) -> TokenStream {
    let container = model.container;
    let (impl_generics, ty_generics, _) = container.generics.split_for_impl();
    let where_clause = bounds.where_clause(container.generics);
    let ident = container.ident;
    let (name, slug) = (&model.domain, &model.slug);
    let docs = &container.docs.text;
    let docs = (!docs.is_empty()).then(|| quote!(.with_docs(#docs)));
    let reserved = model.reserved.iter().copied().map(proc_macro2::Literal::u32_unsuffixed);
    let reserved = (!model.reserved.is_empty()).then(|| quote!(.with_reserved(&[#(#reserved),*])));
    quote! {
        #[automatically_derived]
        impl #impl_generics __p::ProblemDomain for #ident #ty_generics #where_clause {
            const DOMAIN: __p::Domain = __p::Domain::new(#name, #slug, &__PROBLEMS) #docs #reserved;
        }
    }
}
