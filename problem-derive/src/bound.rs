//! Bounds for the fields whose type mentions a type parameter, and for no others.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Generics, Type};

/// The bounds of an impl, in the order they were found.
#[derive(Clone, Default)]
pub(crate) struct Bounds {
    predicates: Vec<TokenStream>,
    seen: Vec<String>,
}

impl Bounds {
    pub(crate) fn add(&mut self, predicate: TokenStream) {
        let text = predicate.to_string();
        if !self.seen.contains(&text) {
            self.seen.push(text);
            self.predicates.push(predicate);
        }
    }

    pub(crate) fn extend(&mut self, other: Bounds) {
        for predicate in other.predicates {
            self.add(predicate);
        }
    }

    /// The where clause: the type's own predicates, then these.
    pub(crate) fn where_clause(&self, generics: &Generics) -> TokenStream {
        let own = generics
            .where_clause
            .iter()
            .flat_map(|clause| &clause.predicates)
            .map(ToTokens::to_token_stream);
        let all: Vec<TokenStream> = own.chain(self.predicates.iter().cloned()).collect();
        if all.is_empty() {
            return TokenStream::new();
        }
        quote!(where #(#all),*)
    }
}

/// The tokens with `ty` in place of `Self`, for an impl whose `Self` is another type.
pub(crate) fn without_self(tokens: TokenStream, ty: &TokenStream) -> TokenStream {
    let replace = |token| match token {
        TokenTree::Ident(ident) if ident == "Self" => ty.clone(),
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), without_self(group.stream(), ty));
            inner.set_span(group.span());
            TokenTree::Group(inner).into()
        }
        token => token.into(),
    };
    tokens.into_iter().map(replace).collect::<TokenStream>()
}

/// The names of the type parameters.
pub(crate) fn type_params(generics: &Generics) -> Vec<&Ident> {
    generics.type_params().map(|param| &param.ident).collect()
}

/// Whether a type mentions one of the parameters.
pub(crate) fn mentions(ty: &Type, params: &[&Ident]) -> bool {
    fn any(tokens: TokenStream, params: &[&Ident]) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(ident) => params.contains(&&ident),
            TokenTree::Group(group) => any(group.stream(), params),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        })
    }
    !params.is_empty() && any(ty.to_token_stream(), params)
}
