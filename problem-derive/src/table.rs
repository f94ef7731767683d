//! The static table of a type: one row a problem, for the program and for rustdoc.

use std::fmt::Write;

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Type;
use syn::ext::IdentExt;

use crate::ast::Variant;
use crate::json;
use crate::model::{Detail, Model, Problem, TypeUri};

/// ```text
/// static __PROBLEMS: [__p::ProblemType; 1] = [__p::ProblemType(__p::Row {
///     name: "NotFound",
///     domain: "sequences",
///     code: __p::Some(1),
///     status: 404,
///     title: "Not Found",
///     description: "Sequence not found",
///     json: __p::Json::Whole("{\"title\":\"Not Found\", …}"),
///     ..__p::Row::DEFAULT
/// })];
/// ```
pub(crate) fn problems(model: &Model) -> TokenStream {
    let rows: Vec<TokenStream> = model
        .problems()
        .map(|(variant, problem)| row(&model.slug, variant, problem))
        .collect();
    let count = Literal::usize_unsuffixed(rows.len());
    quote!(static __PROBLEMS: [__p::ProblemType; #count] = [#(#rows),*];)
}

fn row(domain: &str, variant: &Variant, problem: &Problem) -> TokenStream {
    let name = variant.ident.unraw().to_string();
    let status = Literal::u16_unsuffixed(problem.status);
    let (title, description) = (&problem.title, &problem.description);
    let code = problem.code.map(|code| {
        let code = Literal::u32_unsuffixed(code);
        quote!(code: __p::Some(#code),)
    });
    let type_uri = match &problem.type_uri {
        TypeUri::None => None,
        TypeUri::Literal(uri) => Some(quote!(type_uri: __p::Some(#uri),)),
        TypeUri::AfterBase(path) => Some(quote!(type_uri: __p::Some(__p::static_concat!(__BASE, #path)),)),
    };
    let docs = &variant.docs.text;
    let docs = (!docs.is_empty() && docs != description).then(|| quote!(docs: #docs,));
    let detail = match &problem.detail {
        Detail::Static(text) if text == description => None,
        Detail::Static(text) => Some(quote!(detail: __p::DetailSource::Static(#text),)),
        Detail::Template(template) => {
            let template = template.literal.value();
            Some(quote!(detail: __p::DetailSource::Template(#template),))
        }
        Detail::Display => Some(quote!(detail: __p::DetailSource::Display,)),
    };
    let extensions = extensions(problem);
    let headers = headers(problem);
    let deprecated = variant
        .deprecated
        .as_ref()
        .map(|note| quote!(deprecated: __p::Some(#note),));
    let log = problem.log.map(|level| {
        let level = level.variant();
        quote!(log: __p::Log::#level,)
    });
    let json = static_json(problem);
    // Where every column is given, clippy's `needless_update` finds nothing left for a default.
    let is_complete = [
        &code,
        &type_uri,
        &docs,
        &detail,
        &extensions,
        &headers,
        &deprecated,
        &log,
    ]
    .iter()
    .all(|column| column.is_some());
    let defaults = (!is_complete).then(|| quote!(..__p::Row::DEFAULT));
    quote! {
        __p::ProblemType(__p::Row {
            name: #name,
            domain: #domain,
            #code
            status: #status,
            title: #title,
            #type_uri
            description: #description,
            #docs
            #detail
            #extensions
            #headers
            #deprecated
            #log
            #json
            #defaults
        })
    }
}

fn extensions(problem: &Problem) -> Option<TokenStream> {
    let each = problem.extensions.iter().map(|extension| {
        let (name, optional) = (&extension.name, extension.field.optional());
        let type_name = type_name(optional.unwrap_or(&extension.field.original.ty));
        let optional = optional.is_some();
        quote!(__p::ExtensionSpec::new(#name, #type_name, #optional))
    });
    (!problem.extensions.is_empty()).then(|| quote!(extensions: &[#(#each),*],))
}

fn headers(problem: &Problem) -> Option<TokenStream> {
    let fixed = problem.fixed_headers.iter();
    let fixed = fixed.map(|(name, value)| quote!(__p::HeaderSpec::new(#name, __p::Some(#value))));
    let from_fields = problem.field_headers.iter();
    let from_fields = from_fields.map(|(name, _)| quote!(__p::HeaderSpec::new(#name, __p::None)));
    let each: Vec<TokenStream> = fixed.chain(from_fields).collect();
    (!each.is_empty()).then(|| quote!(headers: &[#(#each),*],))
}

/// The parts of the document that do not vary: all of it, what stands before the extension members, or what stands
/// around the text of `detail`.
fn static_json(problem: &Problem) -> TokenStream {
    let mut before = match &problem.type_uri {
        TypeUri::None => "{".to_owned(),
        TypeUri::Literal(uri) => format!("{{\"type\":{},", json::string(uri)),
        TypeUri::AfterBase(path) => format!("{path}\","),
    };
    // Writing to a string does not fail.
    _ = write!(
        before,
        "\"title\":{},\"status\":{},\"detail\":",
        json::string(&problem.title),
        problem.status
    );
    let mut after = String::new();
    if let Some(code) = problem.code {
        _ = write!(after, ",\"errorCode\":{code}");
    }
    if problem.extensions.is_empty() {
        after.push('}');
    }
    let text = |before: &str| match &problem.type_uri {
        // A base that rustc alone knows has been checked to need no escapes.
        TypeUri::AfterBase(_) => quote!(__p::static_concat!("{\"type\":\"", __BASE, #before)),
        TypeUri::None | TypeUri::Literal(_) => quote!(#before),
    };
    match &problem.detail {
        Detail::Static(detail) => {
            let text = text(&format!("{before}{}{after}", json::string(detail)));
            let part = Ident::new(
                if problem.extensions.is_empty() {
                    "Whole"
                } else {
                    "BeforeExtensions"
                },
                Span::call_site(),
            );
            quote!(json: __p::Json::#part(#text),)
        }
        Detail::Template(_) | Detail::Display => {
            let (before, after) = (text(&format!("{before}\"")), format!("\"{after}"));
            quote!(json: __p::Json::AroundDetail(#before, #after),)
        }
    }
}

/// A type as it is written, with blanks where people put them, whatever the compiler's printer does.
fn type_name(ty: &Type) -> String {
    fn write(tokens: TokenStream, out: &mut String) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    let (open, close) = match group.delimiter() {
                        proc_macro2::Delimiter::Parenthesis => ("(", ")"),
                        proc_macro2::Delimiter::Bracket => ("[", "]"),
                        proc_macro2::Delimiter::Brace => ("{", "}"),
                        proc_macro2::Delimiter::None => ("", ""),
                    };
                    out.push_str(open);
                    write(group.stream(), out);
                    out.push_str(close);
                }
                TokenTree::Punct(punct) => match punct.as_char() {
                    ',' => out.push_str(", "),
                    ';' => out.push_str("; "),
                    '+' => out.push_str(" + "),
                    other => out.push(other),
                },
                token @ (TokenTree::Ident(_) | TokenTree::Literal(_)) => {
                    if out.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                        out.push(' ');
                    }
                    out.push_str(&token.to_string());
                }
            }
        }
    }
    let mut out = String::new();
    write(ty.to_token_stream(), &mut out);
    out
}

/// The table that the type's rustdoc page shows.
pub(crate) fn rustdoc(model: &Model) -> String {
    let mut out = format!(
        "The problems of the domain {} (`{}`).\n\n| code | name | status | title | description |\n|---|---|---|---|---|\n",
        markdown(&model.domain),
        model.slug
    );
    for (variant, problem) in model.problems() {
        let code = problem.code.map_or_else(|| "–".to_owned(), |code| code.to_string());
        // A doc comment is Markdown itself, another text is not.
        let description = match &variant.docs.summary {
            Some(summary) => summary.replace('|', "\\|"),
            None => markdown(&problem.description),
        };
        // Writing to a string does not fail.
        _ = writeln!(
            out,
            "| {code} | `{}` | {} | {} | {} |",
            variant.ident.unraw(),
            problem.status,
            markdown(&problem.title),
            description,
        );
    }
    out
}

/// A plain text in Markdown.
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '#' | '$' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}
