//! The keys of an attribute, one after the other.

use proc_macro2::{Ident, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Error, MacroDelimiter, Meta, Result, Token};

use crate::ctxt::Ctxt;
use crate::symbol::{self, Level};

/// What became of one key.
pub(super) enum Outcome {
    Read(Result<()>),
    Unknown,
}

/// What the attributes of one item held besides their values.
#[derive(Default)]
pub(super) struct Read {
    pub(super) present: bool,
    pub(super) malformed: bool,
    pub(super) attempted: Vec<String>,
}

/// Reads every `#[problem(...)]` of an item, key by key. A mistake in one key does not hide those in the next.
pub(super) fn read(
    cx: &Ctxt,
    attrs: &[Attribute],
    level: Level,
    mut set: impl FnMut(&Ident, ParseStream) -> Outcome,
) -> Read {
    let mut read = Read::default();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("problem")) {
        read.present = true;
        let list = match &attr.meta {
            Meta::List(list) if matches!(list.delimiter, MacroDelimiter::Paren(_)) => list,
            meta => {
                cx.error(meta, "expected keys in parentheses: `#[problem(...)]`");
                read.malformed = true;
                continue;
            }
        };
        let keys = |input: ParseStream| {
            while !input.is_empty() {
                if let Err(error) = read_key(input, level, &mut set, &mut read.attempted) {
                    cx.push(error);
                    skip_to_comma(input, &mut read.attempted);
                }
                if input.peek(Token![,]) {
                    input.parse::<Token![,]>()?;
                } else if !input.is_empty() {
                    cx.push(expected_comma(input, &mut read.attempted)?);
                }
            }
            Ok(())
        };
        if let Err(error) = list.parse_args_with(keys) {
            cx.push(error);
        }
    }
    read
}

fn read_key(
    input: ParseStream,
    level: Level,
    set: &mut impl FnMut(&Ident, ParseStream) -> Outcome,
    attempted: &mut Vec<String>,
) -> Result<()> {
    if !input.peek(Ident::peek_any) {
        let unexpected = input.parse::<TokenTree>()?;
        return Err(Error::new_spanned(
            &unexpected,
            format!("expected a problem key, found `{unexpected}`"),
        ));
    }
    let key = input.call(Ident::parse_any)?;
    let outcome = match set(&key, input) {
        Outcome::Read(outcome) => outcome,
        Outcome::Unknown => {
            let misplaced = symbol::misplaced(&key.to_string(), level);
            attempted.extend(misplaced.meant.map(str::to_owned));
            return Err(Error::new_spanned(&key, misplaced.message));
        }
    };
    if outcome.is_err() {
        attempted.push(key.to_string());
    }
    outcome
}

/// The error for what follows a value without a comma. A key that stands there is read as the next one.
fn expected_comma(input: ParseStream, attempted: &mut Vec<String>) -> Result<Error> {
    let unexpected = input.fork().parse::<TokenTree>()?;
    if !input.peek(Ident::peek_any) {
        skip_to_comma(input, attempted);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(Error::new_spanned(
        &unexpected,
        format!("expected `,`, found `{unexpected}`"),
    ))
}

/// Leaves what cannot be read. A key that is named in it is not missing as well.
fn skip_to_comma(input: ParseStream, attempted: &mut Vec<String>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        match input.parse::<TokenTree>() {
            Ok(TokenTree::Ident(ident)) => attempted.push(ident.to_string()),
            Ok(_) => {}
            Err(_) => return,
        }
    }
}
