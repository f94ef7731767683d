//! The model as code. Nothing fails from here on.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{DeriveInput, LitStr, Type};

use crate::ast::{Container, Field, Style, Variant};
use crate::bound::{self, Bounds};
use crate::check::check;
use crate::ctxt::Ctxt;
use crate::model::{Detail, Kind, Model, Problem};
use crate::template::{Format, Placeholder, Target, Template};
use crate::{decode, fallback, symbol, table};

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

/// The fields that a detail formats, each with the trait that does it.
fn formatted<'a>(variant: &'a Variant<'a>, detail: &Detail) -> Vec<(&'a Field<'a>, Ident)> {
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

/// From a value to its row and its detail.
fn describe(model: &Model, bounds: &Bounds) -> TokenStream {
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
                let row = proc_macro2::Literal::usize_unsuffixed(index);
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
        let partial = details.len() < model.arms.len();
        let rest = partial.then(|| quote!(_ => __out.write_str(__p::static_detail(__p::Describe::describe(self))),));
        quote! {
            fn write_detail(&self, __out: &mut dyn ::core::fmt::Write) -> ::core::fmt::Result {
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

/// `match self { … }`, also where there is nothing to match. With `rest` the arms are not all there are.
fn match_self(model: &Model, arms: &[TokenStream], rest: bool) -> TokenStream {
    if model.arms.is_empty() {
        return quote!(match *self {});
    }
    let rest = rest.then(|| quote!(_ => {}));
    quote!(match self { #(#arms)* #rest })
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
            Detail::Template(template) => Some(template_arm(variant, template)),
        },
    }
}

/// The arm of a template: `Self::Archived { id: __field0, .. } => __out.write_fmt(format_args!("… {id}", id = __field0))`.
///
/// The user's own literal goes to `format_args!`, so that rustc underlines the placeholder that it does not know. Where
/// that resembles a field, the fields are bound by their names, so that rustc can suggest the one that was meant.
fn template_arm(variant: &Variant, template: &Template) -> TokenStream {
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

/// What follows the path of a variant in a pattern that binds these fields.
fn pattern(variant: &Variant, fields: &[&Field]) -> TokenStream {
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
fn binding(field: &Field) -> Ident {
    format_ident!("__field{}", field.index, span = span_of(field))
}

/// Where rustc says that a field's type lacks a trait: at the type, yet as generated code, which lints leave alone.
fn span_of(field: &Field) -> Span {
    Span::call_site().located_at(field.original.ty.span())
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

fn problem(model: &Model, bounds: &Bounds) -> TokenStream {
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
