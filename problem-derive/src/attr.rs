//! `#[problem(...)]` → typed values, each beside its span.

mod read;
mod value;

use proc_macro2::{Ident, TokenStream};
use syn::parse::ParseStream;
use syn::{Attribute, Error, LitInt, LitStr, Path, Result};

use self::read::{Outcome, read};
use self::value::{base, crate_path, extension, fixed_headers, flag, integer, log, rename_all, reserved, string};
use crate::ctxt::Ctxt;
use crate::log_level::LogLevel;
use crate::symbol::{self, Level};
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
