//! What stands behind a key, each form of it.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Error, Lit, LitInt, LitStr, Path, Result, Token, token};

use super::{Base, FixedHeader, Key};
use crate::log_level::LogLevel;
use crate::symbol::{self, Symbol};
use crate::words::RenameRule;

/// A key without a value.
pub(super) fn flag(key: &Ident, input: ParseStream) -> Result<Key<()>> {
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(Key {
            name: key.clone(),
            value: (),
            at: key.to_token_stream(),
        });
    }
    let mut value = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        value.extend([input.parse::<TokenTree>()?]);
    }
    Err(Error::new_spanned(
        value,
        format!("`{key}` takes no value; write `{key}` alone"),
    ))
}

/// `key = "text"`.
pub(super) fn string(key: &Ident, symbol: Symbol, input: ParseStream) -> Result<Key<LitStr>> {
    match literal(key, symbol, input)? {
        Lit::Str(text) if text.suffix().is_empty() => Ok(Key {
            name: key.clone(),
            at: text.to_token_stream(),
            value: text,
        }),
        other => Err(wrong_type("a string", key, symbol, &other)),
    }
}

/// `key = 6`, in the range of `T`.
pub(super) fn integer<T: TryFrom<u32>>(key: &Ident, symbol: Symbol, input: ParseStream) -> Result<Key<T>> {
    match literal(key, symbol, input)? {
        Lit::Int(literal) => Ok(Key {
            name: key.clone(),
            value: integer_value(&literal, &key.to_string())?,
            at: literal.to_token_stream(),
        }),
        other => Err(wrong_type("an integer", key, symbol, &other)),
    }
}

fn integer_value<T: TryFrom<u32>>(literal: &LitInt, key: &str) -> Result<T> {
    if !literal.suffix().is_empty() {
        let message = format!("`{key}` takes no suffix; write `{}`", literal.base10_digits());
        return Err(Error::new_spanned(literal, message));
    }
    if literal.base10_digits().starts_with('-') {
        let message = format!("`{literal}` is negative; `{key}` takes 0 or more");
        return Err(Error::new_spanned(literal, message));
    }
    let value = literal.base10_parse::<u32>().ok();
    value.and_then(|value| T::try_from(value).ok()).ok_or_else(|| {
        let message = if key == symbol::STATUS.name {
            format!("`{literal}` is not an error status; expected 400..=599")
        } else {
            format!("`{literal}` is too large for `{key}`; the largest is {}", u32::MAX)
        };
        Error::new_spanned(literal, message)
    })
}

/// The literal behind `key =`.
fn literal(key: &Ident, symbol: Symbol, input: ParseStream) -> Result<Lit> {
    equals(key, symbol, input)?;
    match input.parse::<Lit>() {
        Ok(literal) => Ok(literal),
        Err(_) => Err(no_literal(key, symbol, input)),
    }
}

/// The `=` of `key = value`.
fn equals(key: &Ident, symbol: Symbol, input: ParseStream) -> Result<()> {
    if input.peek(Token![=]) {
        input.parse::<Token![=]>()?;
        return Ok(());
    }
    if input.is_empty() || input.peek(Token![,]) {
        let message = format!("`{key}` needs a value; write `{}`", symbol.example);
        return Err(Error::new_spanned(key, message));
    }
    let found = input.parse::<TokenTree>()?;
    let message = format!("expected `=`, found `{found}`; write `{}`", symbol.example);
    Err(Error::new_spanned(found, message))
}

/// The error for something that is no literal at all.
fn no_literal(key: &Ident, symbol: Symbol, input: ParseStream) -> Error {
    let mut found = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        match input.parse::<TokenTree>() {
            Ok(token) => found.extend([token]),
            Err(error) => return error,
        }
    }
    let message = format!("`{key}` takes a literal; write `{}`", symbol.example);
    if found.is_empty() {
        return Error::new_spanned(key, message);
    }
    Error::new_spanned(found, message)
}

fn wrong_type(expected: &str, key: &Ident, symbol: Symbol, found: &Lit) -> Error {
    let kind = match found {
        Lit::Str(_) => "a string",
        Lit::Int(_) => "an integer",
        Lit::Float(_) => "a float",
        Lit::Bool(_) => "a boolean",
        Lit::Char(_) => "a character",
        Lit::Byte(_) => "a byte",
        Lit::ByteStr(_) => "a byte string",
        Lit::CStr(_) => "a C string",
        _ => "another literal",
    };
    let found_kind = if kind == expected { "one with a suffix" } else { kind };
    let message = format!("`{key}` takes {expected}, not {found_kind}; write `{}`", symbol.example);
    Error::new_spanned(found, message)
}

/// `base = "https://…"` or `base = path::to::CONST`.
pub(super) fn base(key: &Ident, input: ParseStream) -> Result<Key<Base>> {
    if input.peek(Token![=]) && !input.peek2(Lit) && (input.peek2(Ident::peek_any) || input.peek2(Token![::])) {
        input.parse::<Token![=]>()?;
        let path = Path::parse_mod_style(input)?;
        return Ok(Key {
            name: key.clone(),
            at: path.to_token_stream(),
            value: Base::Const(path),
        });
    }
    let text = string(key, symbol::BASE, input)?;
    Ok(Key {
        name: text.name,
        value: Base::Literal(text.value),
        at: text.at,
    })
}

/// `reserved(3, 4)`.
pub(super) fn reserved(key: &Ident, input: ParseStream, codes: &mut Vec<(u32, LitInt)>) -> Result<Key<()>> {
    let wrong = |at: TokenStream| {
        let message = format!("`{key}` takes a list of codes; write `{}`", symbol::RESERVED.example);
        Error::new_spanned(at, message)
    };
    if !input.peek(token::Paren) {
        return Err(wrong(key.to_token_stream()));
    }
    let content;
    syn::parenthesized!(content in input);
    if content.is_empty() {
        return Err(wrong(key.to_token_stream()));
    }
    // All is taken out, so that a mistake is not followed by another one about what is left.
    let items: TokenStream = content.parse()?;
    let mut items = items.into_iter();
    while let Some(item) = items.next() {
        let literal = syn::parse2::<LitInt>(item.to_token_stream()).map_err(|_| wrong(item.to_token_stream()))?;
        codes.push((integer_value(&literal, symbol::RESERVED.name)?, literal));
        match items.next() {
            Some(TokenTree::Punct(comma)) if comma.as_char() == ',' => {}
            Some(unexpected) => return Err(wrong(unexpected.to_token_stream())),
            None => break,
        }
    }
    Ok(Key {
        name: key.clone(),
        value: (),
        at: key.to_token_stream(),
    })
}

/// `log = "warn"`.
pub(super) fn log(key: &Ident, input: ParseStream) -> Result<Key<LogLevel>> {
    let text = string(key, symbol::LOG, input)?;
    let value = LogLevel::from_name(&text.value.value());
    Ok(Key {
        name: text.name,
        value: value.map_err(|mistake| Error::new_spanned(&text.at, mistake))?,
        at: text.at,
    })
}

/// `rename_all = "camelCase"`.
pub(super) fn rename_all(key: &Ident, input: ParseStream) -> Result<Key<RenameRule>> {
    let text = string(key, symbol::RENAME_ALL, input)?;
    match RenameRule::from_name(&text.value.value()) {
        Some(rule) => Ok(Key {
            name: text.name,
            value: rule,
            at: text.at,
        }),
        None => Err(Error::new_spanned(
            &text.at,
            format!("unknown rule {}; expected one of {}", text.at, RenameRule::names()),
        )),
    }
}

/// `crate = "path"`.
pub(super) fn crate_path(key: &Ident, input: ParseStream) -> Result<Key<Path>> {
    let text = string(key, symbol::CRATE, input)?;
    match text.value.parse_with(Path::parse_mod_style) {
        Ok(path) => Ok(Key {
            name: text.name,
            value: path,
            at: text.at,
        }),
        Err(_) => Err(Error::new_spanned(
            &text.at,
            format!("{} is not a path; write `{}`", text.at, symbol::CRATE.example),
        )),
    }
}

/// `header("Name" = "value")`, once or more.
pub(super) fn fixed_headers(key: &Ident, input: ParseStream, headers: &mut Vec<FixedHeader>) -> Result<()> {
    let wrong = |at: TokenStream| {
        let message = format!("`{key}` takes a name and a value; write `{}`", symbol::HEADER.example);
        Error::new_spanned(at, message)
    };
    if input.peek(Token![=]) {
        let mut value = TokenStream::new();
        input.parse::<Token![=]>()?;
        while !input.is_empty() && !input.peek(Token![,]) {
            value.extend([input.parse::<TokenTree>()?]);
        }
        return Err(wrong(value));
    }
    if !input.peek(token::Paren) {
        return Err(wrong(key.to_token_stream()));
    }
    let content;
    syn::parenthesized!(content in input);
    if content.is_empty() {
        return Err(wrong(key.to_token_stream()));
    }
    while !content.is_empty() {
        let rest = content.fork();
        let header = || -> Result<FixedHeader> {
            let name = content.parse()?;
            content.parse::<Token![=]>()?;
            let value = content.parse()?;
            Ok(FixedHeader { name, value })
        };
        match header() {
            Ok(header) => headers.push(header),
            Err(_) => {
                while !content.is_empty() {
                    content.parse::<TokenTree>()?;
                }
                return Err(wrong(rest.parse()?));
            }
        }
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    Ok(())
}

/// `extension` or `extension = "name"`.
pub(super) fn extension(key: &Ident, input: ParseStream) -> Result<Key<Option<LitStr>>> {
    if !input.peek(Token![=]) {
        let flag = flag(key, input)?;
        return Ok(Key {
            name: flag.name,
            value: None,
            at: flag.at,
        });
    }
    let text = string(key, symbol::EXTENSION, input)?;
    Ok(Key {
        name: text.name,
        value: Some(text.value),
        at: text.at,
    })
}
