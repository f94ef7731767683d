//! `#[problem(...)]` → typed values, each beside its span.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Error, Lit, LitInt, LitStr, MacroDelimiter, Meta, Path, Result, Token, token};

use crate::ctxt::Ctxt;
use crate::log_level::LogLevel;
use crate::symbol::{self, Level, Symbol};
use crate::words::RenameRule;

/// The value of a key, beside the tokens to underline.
pub(crate) struct Key<T> {
    pub(crate) name: Ident,
    pub(crate) value: T,
    /// The value as written; the key itself where it has none.
    pub(crate) at: TokenStream,
}

/// The base of type URIs.
pub(crate) enum Base {
    Literal(LitStr),
    Const(Path),
}

/// `header("Name" = "value")`.
pub(crate) struct FixedHeader {
    pub(crate) name: LitStr,
    pub(crate) value: LitStr,
}

#[derive(Default)]
pub(crate) struct TypeAttrs {
    pub(crate) domain: Option<Key<LitStr>>,
    pub(crate) base: Option<Key<Base>>,
    pub(crate) reserved: Vec<(u32, LitInt)>,
    pub(crate) uncoded: Option<Key<()>>,
    pub(crate) display: Option<Key<()>>,
    pub(crate) log: Option<Key<LogLevel>>,
    pub(crate) rename_all: Option<Key<RenameRule>>,
    pub(crate) decode: Option<Key<()>>,
    pub(crate) manual_error: Option<Key<()>>,
    pub(crate) crate_path: Option<Key<Path>>,
    /// Keys that were meant, but are misspelt or have a wrong value.
    pub(crate) attempted: Vec<String>,
    reserved_key: Option<Key<()>>,
}

#[derive(Default)]
pub(crate) struct VariantAttrs {
    /// Whether there is a `#[problem(...)]` at all.
    pub(crate) present: bool,
    pub(crate) code: Option<Key<u32>>,
    pub(crate) status: Option<Key<u16>>,
    pub(crate) title: Option<Key<LitStr>>,
    pub(crate) detail: Option<Key<LitStr>>,
    pub(crate) display: Option<Key<()>>,
    pub(crate) type_uri: Option<Key<LitStr>>,
    pub(crate) headers: Vec<FixedHeader>,
    pub(crate) log: Option<Key<LogLevel>>,
    pub(crate) transparent: Option<Key<()>>,
    /// An attribute could not be read at all, so that nothing is known to be missing.
    pub(crate) malformed: bool,
    /// Keys that were meant, but are misspelt or have a wrong value: they are not missing as well.
    pub(crate) attempted: Vec<String>,
}

#[derive(Default)]
pub(crate) struct FieldAttrs {
    pub(crate) extension: Option<Key<Option<LitStr>>>,
    pub(crate) header: Option<Key<LitStr>>,
    pub(crate) default: Option<Key<()>>,
    /// A key was meant, but is misspelt or has a wrong value.
    pub(crate) attempted: bool,
}

impl TypeAttrs {
    /// Reads the attributes of an enum.
    pub(crate) fn of_enum(cx: &Ctxt, attrs: &[Attribute]) -> Self {
        let mut this = TypeAttrs::default();
        this.attempted = read(cx, attrs, Level::Type, |key, input| this.set(key, input)).attempted;
        this
    }

    /// Whether values are decoded, or were meant to be.
    pub(crate) fn means_decode(&self) -> bool {
        self.decode.is_some() || self.attempted.iter().any(|attempted| attempted == symbol::DECODE.name)
    }

    /// Reads the attributes of a struct, which is its own only variant.
    pub(crate) fn of_struct(cx: &Ctxt, attrs: &[Attribute]) -> (Self, VariantAttrs) {
        let mut this = TypeAttrs::default();
        let mut variant = VariantAttrs::default();
        let read = read(cx, attrs, Level::Struct, |key, input| match variant.set(key, input) {
            Outcome::Unknown => this.set(key, input),
            Outcome::Read(outcome) => Outcome::Read(outcome),
        });
        this.attempted.clone_from(&read.attempted);
        variant.present = read.present;
        variant.malformed = read.malformed;
        variant.attempted = read.attempted;
        (this, variant)
    }

    fn set(&mut self, key: &Ident, input: ParseStream) -> Outcome {
        Outcome::Read(match key.to_string().as_str() {
            "domain" => set(&mut self.domain, key, string(key, symbol::DOMAIN, input)),
            "base" => set(&mut self.base, key, base(key, input)),
            "reserved" => set(&mut self.reserved_key, key, reserved(key, input, &mut self.reserved)),
            "uncoded" => set(&mut self.uncoded, key, flag(key, input)),
            "display" => set(&mut self.display, key, flag(key, input)),
            "log" => set(&mut self.log, key, log(key, input)),
            "rename_all" => set(&mut self.rename_all, key, rename_all(key, input)),
            "decode" => set(&mut self.decode, key, flag(key, input)),
            "manual_error" => set(&mut self.manual_error, key, flag(key, input)),
            "crate" => set(&mut self.crate_path, key, crate_path(key, input)),
            _ => return Outcome::Unknown,
        })
    }
}

impl VariantAttrs {
    /// Reads the attributes of a variant.
    pub(crate) fn of(cx: &Ctxt, attrs: &[Attribute]) -> Self {
        let mut this = VariantAttrs::default();
        let read = read(cx, attrs, Level::Variant, |key, input| this.set(key, input));
        this.present = read.present;
        this.malformed = read.malformed;
        this.attempted = read.attempted;
        this
    }

    fn set(&mut self, key: &Ident, input: ParseStream) -> Outcome {
        Outcome::Read(match key.to_string().as_str() {
            "code" => set(&mut self.code, key, integer(key, symbol::CODE, input)),
            "status" => set(&mut self.status, key, integer(key, symbol::STATUS, input)),
            "title" => set(&mut self.title, key, string(key, symbol::TITLE, input)),
            "detail" => set(&mut self.detail, key, string(key, symbol::DETAIL, input)),
            "display" => set(&mut self.display, key, flag(key, input)),
            "type" => set(&mut self.type_uri, key, string(key, symbol::TYPE, input)),
            "header" => fixed_headers(key, input, &mut self.headers),
            "log" => set(&mut self.log, key, log(key, input)),
            "transparent" => set(&mut self.transparent, key, flag(key, input)),
            _ => return Outcome::Unknown,
        })
    }
}

impl FieldAttrs {
    /// Reads the attributes of a field.
    pub(crate) fn of(cx: &Ctxt, attrs: &[Attribute]) -> Self {
        let mut this = FieldAttrs::default();
        let read = read(cx, attrs, Level::Field, |key, input| this.set(key, input));
        this.attempted = read.malformed || !read.attempted.is_empty();
        this
    }

    fn set(&mut self, key: &Ident, input: ParseStream) -> Outcome {
        Outcome::Read(match key.to_string().as_str() {
            "extension" => set(&mut self.extension, key, extension(key, input)),
            "header" => set(&mut self.header, key, string(key, symbol::FIELD_HEADER, input)),
            "default" => set(&mut self.default, key, flag(key, input)),
            _ => return Outcome::Unknown,
        })
    }
}

/// What became of one key.
enum Outcome {
    Read(Result<()>),
    Unknown,
}

/// What the attributes of one item held besides their values.
#[derive(Default)]
struct Read {
    present: bool,
    malformed: bool,
    attempted: Vec<String>,
}

/// Reads every `#[problem(...)]` of an item, key by key. A mistake in one key does not hide those in the next.
fn read(cx: &Ctxt, attrs: &[Attribute], level: Level, mut set: impl FnMut(&Ident, ParseStream) -> Outcome) -> Read {
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

/// Sets a key once. The value is read before, so that what follows it is found in its place.
fn set<T>(slot: &mut Option<Key<T>>, key: &Ident, value: Result<Key<T>>) -> Result<()> {
    let value = value?;
    if slot.is_some() {
        return Err(duplicate(key));
    }
    *slot = Some(value);
    Ok(())
}

fn duplicate(key: &Ident) -> Error {
    Error::new_spanned(key, format!("duplicate problem key `{key}`; keep one of the two"))
}

/// A key without a value.
fn flag(key: &Ident, input: ParseStream) -> Result<Key<()>> {
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
fn string(key: &Ident, symbol: Symbol, input: ParseStream) -> Result<Key<LitStr>> {
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
fn integer<T: TryFrom<u32>>(key: &Ident, symbol: Symbol, input: ParseStream) -> Result<Key<T>> {
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
fn base(key: &Ident, input: ParseStream) -> Result<Key<Base>> {
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
fn reserved(key: &Ident, input: ParseStream, codes: &mut Vec<(u32, LitInt)>) -> Result<Key<()>> {
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
fn log(key: &Ident, input: ParseStream) -> Result<Key<LogLevel>> {
    let text = string(key, symbol::LOG, input)?;
    let value = LogLevel::from_name(&text.value.value());
    Ok(Key {
        name: text.name,
        value: value.map_err(|mistake| Error::new_spanned(&text.at, mistake))?,
        at: text.at,
    })
}

/// `rename_all = "camelCase"`.
fn rename_all(key: &Ident, input: ParseStream) -> Result<Key<RenameRule>> {
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
fn crate_path(key: &Ident, input: ParseStream) -> Result<Key<Path>> {
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
fn fixed_headers(key: &Ident, input: ParseStream, headers: &mut Vec<FixedHeader>) -> Result<()> {
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
fn extension(key: &Ident, input: ParseStream) -> Result<Key<Option<LitStr>>> {
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
