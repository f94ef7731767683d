//! `impl Problem`: the row, the detail, and what a value shows to the visitors.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use crate::ast::{Field, Variant};
use crate::bound::Bounds;
use crate::model::{Kind, Model, Problem};
use crate::pattern::{binding, match_self, pattern, span_of};
use crate::table;

pub(crate) fn problem(model: &Model, bounds: &Bounds) -> TokenStream {
    let container = model.container;
    let (impl_generics, ty_generics, _) = container.generics.split_for_impl();
    let where_clause = bounds.where_clause(container.generics);
    let ident = container.ident;
    let docs = table::rustdoc(model);
    let visitors = visitors(model);
    let documents = documents(model);
    let declare = declare(model);
    quote! {
        #[doc = #docs]
        #[automatically_derived]
        impl #impl_generics __p::Problem for #ident #ty_generics #where_clause {
            fn problem_type(&self) -> &'static __p::ProblemType {
                __p::Describe::describe(self)
            }
            fn detail(&self) -> __p::Cow<'_, ::core::primitive::str> {
                __p::detail(self)
            }
            fn write_detail(&self, __out: &mut dyn ::core::fmt::Write) -> ::core::fmt::Result {
                __p::Describe::write_detail(self, __out)
            }
            #visitors
            #documents
            #declare
        }
    }
}

/// ```text
/// fn declare(__declared: &mut __p::Declared) {
///     __declared.add::<Self>(&__PROBLEMS, |__declared| {
///         __p::Problem::declare_field(
///             |__value: &Self| match __value {
///                 Self::Other(__0) => __p::Some(__0),
///                 _ => __p::None,
///             },
///             __declared,
///         );
///     });
/// }
/// ```
///
/// The type of a field is left to inference: to name it would report a field that is no problem once more.
fn declare(model: &Model) -> TokenStream {
    let other = (model.arms.len() > 1).then(|| quote!(_ => __p::None,));
    let fields = model.arms.iter().filter_map(|arm| match &arm.kind {
        Kind::Transparent(field) => {
            let (path, pattern, inner) = (&arm.variant.path, pattern(arm.variant, &[*field]), binding(field));
            let span = span_of(field);
            let method = Ident::new("declare_field", span);
            let find =
                quote_spanned!(span=> |__value: &Self| match __value { #path #pattern => __p::Some(#inner), #other });
            Some(quote_spanned!(span=> __p::Problem::#method(#find, __declared);))
        }
        Kind::Problem(_) => None,
    });
    let fields: Vec<TokenStream> = fields.collect();
    let parameter = if fields.is_empty() {
        quote!(_)
    } else {
        quote!(__declared)
    };
    quote! {
        fn declare(__declared: &mut __p::Declared) {
            __declared.add::<Self>(&__PROBLEMS, |#parameter| { #(#fields)* });
        }
    }
}

/// The documents, which a transparent variant takes from its field as a whole.
fn documents(model: &Model) -> Option<TokenStream> {
    let arms = |method: &str| -> Vec<TokenStream> {
        let transparent = model.arms.iter().filter_map(|arm| match &arm.kind {
            Kind::Transparent(field) => Some((arm.variant, *field)),
            Kind::Problem(_) => None,
        });
        let arm = |(variant, field): (&Variant, &Field)| {
            let (path, pattern, inner) = (&variant.path, pattern(variant, &[field]), binding(field));
            let method = Ident::new(method, span_of(field));
            quote_spanned!(span_of(field)=> #path #pattern => __p::Problem::#method(#inner),)
        };
        transparent.map(arm).collect()
    };
    let (details, json) = (arms("to_details"), arms("to_json"));
    if details.is_empty() {
        return None;
    }
    let has_others = details.len() < model.arms.len();
    let other_details = has_others.then(|| quote!(_ => __p::to_details(self),));
    let other_json = has_others.then(|| quote!(_ => __p::to_json(self),));
    Some(quote! {
        fn to_details(&self) -> __p::ProblemDetails {
            match self { #(#details)* #other_details }
        }
        fn to_json(&self) -> __p::Cow<'static, ::core::primitive::str> {
            match self { #(#json)* #other_json }
        }
    })
}

/// The visitors of extensions and headers, each with arms for the variants that have some.
fn visitors(model: &Model) -> TokenStream {
    let extensions = visitor(model, "visit_extensions", "ExtensionVisitor", |problem| {
        let each = problem.extensions.iter().map(|extension| {
            let (name, ty, value) = (&extension.name, &extension.field.original.ty, binding(extension.field));
            let value = quote_spanned!(span_of(extension.field)=> __p::extension::<#ty>(#value));
            (extension.field, quote!(__visitor.extension(#name, #value);))
        });
        each.collect()
    });
    let headers = visitor(model, "visit_headers", "HeaderVisitor", |problem| {
        let each = problem.field_headers.iter().map(|(name, field)| {
            let value = binding(field);
            let ty = field.optional().unwrap_or(&field.original.ty);
            let send = |value: &TokenStream| {
                let value = quote_spanned!(span_of(field)=> __p::header::<#ty>(#value));
                quote!(__visitor.header(#name, #value);)
            };
            let statement = match field.optional() {
                Some(_) => {
                    let send = send(&quote!(__value));
                    quote!(if let __p::Some(__value) = #value { #send })
                }
                None => send(&quote!(#value)),
            };
            (*field, statement)
        });
        each.collect()
    });
    quote!(#extensions #headers)
}

/// One visitor method; none where no variant has anything to show.
fn visitor<'a>(
    model: &Model<'a>,
    method: &str,
    visitor: &str,
    statements: impl Fn(&Problem<'a>) -> Vec<(&'a Field<'a>, TokenStream)>,
) -> Option<TokenStream> {
    let arms = model.arms.iter().filter_map(|arm| {
        let path = &arm.variant.path;
        match &arm.kind {
            Kind::Transparent(field) => {
                let pattern = pattern(arm.variant, &[*field]);
                let inner = binding(field);
                let span = span_of(field);
                // With one span in all of them, rustc reports a field that is no problem once.
                let method = Ident::new(method, span);
                Some(quote_spanned!(span=> #path #pattern => __p::Problem::#method(#inner, __visitor),))
            }
            Kind::Problem(problem) => {
                let (fields, statements): (Vec<_>, Vec<_>) = statements(problem).into_iter().unzip();
                let pattern = pattern(arm.variant, &fields);
                (!fields.is_empty()).then(|| quote!(#path #pattern => { #(#statements)* }))
            }
        }
    });
    let arms: Vec<TokenStream> = arms.collect();
    if arms.is_empty() {
        return None;
    }
    let partial = arms.len() < model.arms.len();
    let body = match_self(model, &arms, partial);
    let (method, visitor) = (format_ident!("{method}"), format_ident!("{visitor}"));
    Some(quote! {
        fn #method(&self, __visitor: &mut dyn __p::#visitor) {
            #body
        }
    })
}
