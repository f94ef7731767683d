/// A key of `#[problem(...)]`.
#[derive(Clone, Copy)]
pub(crate) struct Symbol {
    pub(crate) name: &'static str,
    /// How the key is written, for messages.
    pub(crate) example: &'static str,
}

/// Where a key stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Type,
    Variant,
    /// A struct is a type and its only variant at once.
    Struct,
    Field,
}

const fn symbol(name: &'static str, example: &'static str) -> Symbol {
    Symbol { name, example }
}

pub(crate) const DOMAIN: Symbol = symbol("domain", "domain = \"Sequences\"");
pub(crate) const BASE: Symbol = symbol("base", "base = \"https://errors.example.com/\"");
pub(crate) const RESERVED: Symbol = symbol("reserved", "reserved(3, 4)");
pub(crate) const UNCODED: Symbol = symbol("uncoded", "uncoded");
pub(crate) const DISPLAY: Symbol = symbol("display", "display");
pub(crate) const LOG: Symbol = symbol("log", "log = \"warn\"");
pub(crate) const RENAME_ALL: Symbol = symbol("rename_all", "rename_all = \"camelCase\"");
pub(crate) const DECODE: Symbol = symbol("decode", "decode");
pub(crate) const MANUAL_ERROR: Symbol = symbol("manual_error", "manual_error");
pub(crate) const CRATE: Symbol = symbol("crate", "crate = \"path::to::problem_core\"");

pub(crate) const CODE: Symbol = symbol("code", "code = 6");
pub(crate) const STATUS: Symbol = symbol("status", "status = 409");
pub(crate) const TITLE: Symbol = symbol("title", "title = \"Conflict\"");
pub(crate) const DETAIL: Symbol = symbol("detail", "detail = \"Sequence {id} is archived\"");
pub(crate) const TYPE: Symbol = symbol("type", "type = \"urn:example:archived\"");
pub(crate) const HEADER: Symbol = symbol("header", "header(\"WWW-Authenticate\" = \"Bearer\")");
pub(crate) const TRANSPARENT: Symbol = symbol("transparent", "transparent");

pub(crate) const EXTENSION: Symbol = symbol("extension", "extension = \"name\"");
pub(crate) const FIELD_HEADER: Symbol = symbol("header", "header = \"Retry-After\"");
pub(crate) const DEFAULT: Symbol = symbol("default", "default");

const TYPE_KEYS: &[Symbol] = &[
    DOMAIN,
    BASE,
    RESERVED,
    UNCODED,
    DISPLAY,
    LOG,
    RENAME_ALL,
    DECODE,
    MANUAL_ERROR,
    CRATE,
];
const VARIANT_KEYS: &[Symbol] = &[CODE, STATUS, TITLE, DETAIL, DISPLAY, TYPE, HEADER, LOG, TRANSPARENT];
const FIELD_KEYS: &[Symbol] = &[EXTENSION, FIELD_HEADER, DEFAULT];

impl Level {
    fn keys(self) -> Vec<Symbol> {
        match self {
            Level::Type => TYPE_KEYS.to_vec(),
            Level::Variant => VARIANT_KEYS.to_vec(),
            Level::Struct => [TYPE_KEYS, VARIANT_KEYS].concat(),
            Level::Field => FIELD_KEYS.to_vec(),
        }
    }
}

/// Why a key does not stand where it is found.
pub(crate) struct Misplaced {
    pub(crate) message: String,
    /// The key that was meant, where that can be told.
    pub(crate) meant: Option<&'static str>,
}

/// Explains a key that `level` does not know.
pub(crate) fn misplaced(key: &str, level: Level) -> Misplaced {
    let home = |keys: &[Symbol]| keys.iter().any(|symbol| symbol.name == key);
    let elsewhere = if home(TYPE_KEYS) {
        Some("the type; move it to the attribute above the type")
    } else if home(VARIANT_KEYS) && level == Level::Type {
        Some("a variant; move it to the variant that it describes")
    } else if home(VARIANT_KEYS) {
        Some("the variant or the struct; move it to the attribute above that")
    } else if home(FIELD_KEYS) {
        Some("a field; move it to the field that it sends")
    } else {
        None
    };
    if let Some(place) = elsewhere {
        return Misplaced {
            message: format!("problem key `{key}` belongs to {place}"),
            meant: None,
        };
    }

    let keys = level.keys();
    if let Some(name) = nearest(key, names(&keys)) {
        return Misplaced {
            message: format!("unknown problem key `{key}`; did you mean `{name}`?"),
            meant: Some(name),
        };
    }
    let elsewhere = [
        (TYPE_KEYS, "the type"),
        (VARIANT_KEYS, "a variant"),
        (FIELD_KEYS, "a field"),
    ];
    let elsewhere = elsewhere
        .iter()
        .find_map(|(keys, place)| Some((nearest(key, names(keys))?, place)));
    let message = match elsewhere {
        Some((name, place)) => format!("unknown problem key `{key}`; did you mean `{name}`, a key of {place}?"),
        None => {
            let names: Vec<String> = keys.iter().map(|symbol| format!("`{}`", symbol.name)).collect();
            format!("unknown problem key `{key}`; expected one of {}", names.join(", "))
        }
    };
    Misplaced { message, meant: None }
}

fn names(keys: &[Symbol]) -> impl Iterator<Item = &'static str> {
    keys.iter().map(|symbol| symbol.name)
}

/// The name that a misspelt one resembles most.
pub(crate) fn nearest(misspelt: &str, names: impl IntoIterator<Item = &'static str>) -> Option<&'static str> {
    let misspelt = misspelt.to_lowercase();
    let candidates = names.into_iter().map(|name| (distance(&misspelt, name), name));
    let (_, name) = candidates
        .filter(|(distance, name)| *distance <= 3 && *distance <= name.len() / 2)
        .min()?;
    Some(name)
}

/// How many letters must be inserted, removed, replaced or swapped with their neighbour to get from `a` to `b`.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_key_suggests_the_nearest() {
        for (key, meant) in [
            ("stauts", "status"),
            ("Code", "code"),
            ("titel", "title"),
            ("details", "detail"),
        ] {
            assert_eq!(misplaced(key, Level::Variant).meant, Some(meant), "{key}");
        }
        assert_eq!(misplaced("severity", Level::Variant).meant, None);
    }
}
