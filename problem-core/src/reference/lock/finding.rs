//! The kinds of change: what each is called, how much it matters, what to do about it.

use super::change::Severity;
use super::contract::Key;

/// A change, beside the problem or domain that it is one of.
#[derive(Clone, Debug)]
pub(super) enum Finding<'a> {
    // Of a domain.
    DomainRemoved {
        /// The codes that were published, reserved ones too.
        codes: Vec<u32>,
        problems: usize,
        /// The new domain that has all its problems.
        renamed_to: Option<&'a str>,
    },
    DomainAdded {
        problems: usize,
    },
    CodeFreed {
        code: u32,
        used_by: Option<&'a str>,
    },
    CodesReserved {
        codes: Vec<u32>,
    },

    // Of a problem as a whole.
    Removed {
        code: Option<u32>,
        /// The one new problem of that name, in another domain.
        moved_to: Option<(&'a str, Key<'a>)>,
    },
    Retired {
        moved_to: Option<(&'a str, Key<'a>)>,
    },
    /// Removed, and another problem that had a code of its own took its code.
    Replaced {
        code: u32,
        by: &'a str,
        by_code: Option<u32>,
    },
    Ambiguous {
        first: &'a str,
        code: Option<u32>,
    },
    Added,

    // Of the identity of a problem.
    CodeChanged {
        from: Option<u32>,
        to: Option<u32>,
        /// The problem that has the old code now.
        taken_by: Option<&'a str>,
    },
    NameChanged {
        domain: &'a str,
        key: Key<'a>,
        from: &'a str,
        to: &'a str,
    },
    NameConfirmed {
        to: &'a str,
    },
    TypeChanged {
        from: Option<&'a str>,
        to: Option<&'a str>,
    },
    TypeReused {
        uri: &'a str,
        domain: &'a str,
        key: Key<'a>,
        name: &'a str,
    },

    // Of what a problem carries.
    StatusChanged {
        from: u16,
        to: u16,
    },
    TitleChanged {
        from: &'a str,
        to: &'a str,
    },
    Deprecated,
    NotDeprecated,
    ExtensionRemoved {
        name: &'a str,
    },
    ExtensionRetyped {
        name: &'a str,
        from: &'a str,
        to: &'a str,
        /// Both are the same in JSON.
        alike: bool,
    },
    ExtensionOptional {
        name: &'a str,
    },
    ExtensionRequired {
        name: &'a str,
    },
    ExtensionAdded {
        name: &'a str,
    },
    HeaderRemoved {
        name: &'a str,
    },
    HeaderValueChanged {
        name: &'a str,
        from: Option<&'a str>,
        to: Option<&'a str>,
    },
    HeaderAdded {
        name: &'a str,
    },
}

impl Finding<'_> {
    pub(super) fn class(&self) -> Severity {
        match self {
            Finding::DomainRemoved { codes, problems, .. } if codes.is_empty() && *problems == 0 => Severity::Info,
            Finding::DomainAdded { .. }
            | Finding::ExtensionRetyped { alike: true, .. }
            | Finding::CodesReserved { .. }
            | Finding::NameConfirmed { .. }
            | Finding::Deprecated
            | Finding::NotDeprecated
            | Finding::ExtensionRequired { .. }
            | Finding::ExtensionAdded { .. }
            | Finding::HeaderAdded { .. } => Severity::Info,
            Finding::DomainRemoved { .. }
            | Finding::CodeFreed { .. }
            | Finding::Removed { .. }
            | Finding::Replaced { .. }
            | Finding::Ambiguous { .. }
            | Finding::CodeChanged { .. }
            | Finding::NameChanged { .. }
            | Finding::TypeChanged { .. }
            | Finding::TypeReused { .. }
            | Finding::StatusChanged { .. }
            | Finding::ExtensionRemoved { .. }
            | Finding::ExtensionRetyped { .. }
            | Finding::ExtensionOptional { .. }
            | Finding::HeaderRemoved { .. } => Severity::Breaking,
            Finding::Retired { .. }
            | Finding::Added
            | Finding::TitleChanged { .. }
            | Finding::HeaderValueChanged { .. } => Severity::Warning,
        }
    }

    pub(super) fn what(&self) -> String {
        match self {
            Finding::DomainRemoved {
                problems, renamed_to, ..
            } => {
                let fate = match renamed_to {
                    Some(slug) => format!("; the new domain `{slug}` has the same"),
                    None => String::new(),
                };
                format!("the domain was removed, with {}{fate}", count(*problems, "problem"))
            }
            Finding::DomainAdded { problems } => format!("a new domain with {}", count(*problems, "problem")),
            Finding::CodeFreed { code, used_by: None } => format!("the code {code} is no longer reserved"),
            Finding::CodeFreed {
                code,
                used_by: Some(name),
            } => {
                format!("the reserved code {code} is used again, by `{name}`")
            }
            Finding::CodesReserved { codes } => match codes[..] {
                [code] => format!("the code {code} was reserved"),
                _ => format!("the codes {} were reserved", list(codes)),
            },

            Finding::Removed { moved_to, .. } => format!("the problem was removed{}", moved(*moved_to)),
            Finding::Retired { moved_to } => {
                format!(
                    "the problem was retired: removed, and its code reserved{}",
                    moved(*moved_to)
                )
            }
            Finding::Replaced { code, by, .. } => {
                format!("the problem was removed, and its code {code} means `{by}` now")
            }
            Finding::Ambiguous {
                first,
                code: Some(code),
            } => format!("its code {code} is that of `{first}` too"),
            Finding::Ambiguous { code: None, .. } => "another problem without a code has this name too".to_owned(),
            Finding::Added => "a new problem".to_owned(),

            Finding::CodeChanged { from, to, taken_by } => {
                let change = match (from, to) {
                    (Some(from), Some(to)) => format!("the code changed from {from} to {to}"),
                    (Some(from), None) => format!("the code {from} was taken away"),
                    (None, Some(to)) => format!("it has the code {to}, and had none"),
                    (None, None) => "the code changed".to_owned(),
                };
                match (taken_by, from) {
                    (Some(name), Some(from)) => format!("{change}, and {from} means `{name}` now"),
                    _ => change,
                }
            }
            Finding::NameChanged { to, key, .. } => {
                let stays = match key {
                    Key::Code(code) => format!("the code {code}"),
                    Key::Name(_) => "the type URI".to_owned(),
                };
                format!("the name changed to `{to}`, while {stays} stays")
            }
            Finding::NameConfirmed { to } => format!("the name changed to `{to}`, as confirmed"),
            Finding::TypeChanged { from, to } => format!("the type changed from {} to {}", uri(*from), uri(*to)),
            Finding::TypeReused { uri, domain, key, name } => {
                format!("its type `{uri}` meant `{}`", place(domain, *key, name))
            }

            Finding::StatusChanged { from, to } => format!("the status changed from {from} to {to}"),
            Finding::TitleChanged { from, to } => format!("the title changed from “{from}” to “{to}”"),
            Finding::Deprecated => "the problem was deprecated".to_owned(),
            Finding::NotDeprecated => "the problem is no longer deprecated".to_owned(),
            Finding::ExtensionRemoved { name } => format!("the extension `{name}` was removed"),
            Finding::ExtensionRetyped { name, from, to, alike } => {
                let same = if *alike { ", which is the same in JSON" } else { "" };
                format!("the type of the extension `{name}` changed from `{from}` to `{to}`{same}")
            }
            Finding::ExtensionOptional { name } => format!("the extension `{name}` became optional"),
            Finding::ExtensionRequired { name } => format!("the extension `{name}` is always sent now"),
            Finding::ExtensionAdded { name } => format!("the extension `{name}` was added"),
            Finding::HeaderRemoved { name } => format!("the header `{name}` was removed"),
            Finding::HeaderValueChanged { name, from, to } => {
                format!("the header `{name}` changed from {} to {}", value(*from), value(*to))
            }
            Finding::HeaderAdded { name } => format!("the header `{name}` was added"),
        }
    }

    pub(super) fn remedy(&self) -> Option<String> {
        if self.class() == Severity::Info {
            return None;
        }
        let remedy = match self {
            Finding::DomainRemoved {
                renamed_to: Some(_), ..
            } => "name the domain as before; its slug is in the codes' addresses".to_owned(),
            Finding::DomainRemoved { codes, .. } if codes.is_empty() => "keep the domain and its problems".to_owned(),
            Finding::DomainRemoved { codes, .. } => {
                format!("keep the domain; retire its problems with `reserved({})`", list(codes))
            }
            Finding::CodeFreed { code, used_by: None } => format!("add `reserved({code})` again"),
            Finding::CodeFreed {
                code,
                used_by: Some(name),
            } => {
                format!("give `{name}` a code that was never used, and keep `reserved({code})`")
            }

            Finding::Removed { code: Some(code), .. } => {
                format!("add `reserved({code})`, so that no other problem can take the code")
            }
            Finding::Removed { code: None, .. } => "restore it; without a code it cannot be reserved".to_owned(),
            Finding::Replaced { code, by, by_code } => {
                let own = by_code.map_or_else(
                    || "a code of its own".to_owned(),
                    |code| format!("back its code {code}"),
                );
                format!("give `{by}` {own}, and add `reserved({code})`")
            }
            Finding::Ambiguous { code: Some(_), .. } => "give each problem a code of its own".to_owned(),
            Finding::Ambiguous { code: None, .. } => "give each problem a name of its own".to_owned(),
            Finding::Retired { .. } => "tell the clients' authors, then write the lock again".to_owned(),
            Finding::Added => "write the lock again, so that it holds this problem too".to_owned(),

            Finding::CodeChanged { from: Some(from), .. } => format!("restore `code = {from}`"),
            Finding::CodeChanged { from: None, .. } => {
                "remove the code; or declare a new problem that has it".to_owned()
            }
            Finding::NameChanged { domain, key, from, to } => {
                let place = match key {
                    Key::Code(code) => format!("{domain}/{code}"),
                    Key::Name(name) => format!("{domain}/{name}"),
                };
                let otherwise = match key {
                    Key::Code(code) => {
                        format!("give `{to}` a new code, and restore `{from}` or add `reserved({code})`")
                    }
                    Key::Name(_) => format!("give `{to}` a new type URI"),
                };
                format!(
                    "if `{to}` means what `{from}` meant, confirm it with `error-docs lock --renamed {place}={to}` or with \
                     `\"renamed\": \"{to}\"` in the lock; else {otherwise}"
                )
            }
            Finding::TypeChanged { from: Some(from), .. } => format!("restore the type `{from}`"),
            Finding::TypeChanged { from: None, .. } => {
                "remove `base` or `type`; to a client a new type is another problem".to_owned()
            }
            Finding::TypeReused { .. } => "give it a type URI that was never used".to_owned(),

            Finding::StatusChanged { from, .. } => {
                format!("restore `status = {from}`; or declare a new problem, with a code of its own")
            }
            Finding::TitleChanged { .. } | Finding::HeaderValueChanged { .. } => {
                "restore it, or write the lock again to accept it".to_owned()
            }
            Finding::ExtensionRemoved { .. } | Finding::HeaderRemoved { .. } => {
                "restore it; clients read it".to_owned()
            }
            Finding::ExtensionRetyped { from, .. } => {
                format!("restore `{from}`; or add an extension with another name")
            }
            Finding::ExtensionOptional { .. } => "send it always; clients count on it".to_owned(),

            Finding::DomainAdded { .. }
            | Finding::CodesReserved { .. }
            | Finding::NameConfirmed { .. }
            | Finding::Deprecated
            | Finding::NotDeprecated
            | Finding::ExtensionRequired { .. }
            | Finding::ExtensionAdded { .. }
            | Finding::HeaderAdded { .. } => return None,
        };
        Some(remedy)
    }
}

/// `1 problem`, `2 problems`
pub(super) fn count(number: usize, of: &str) -> String {
    format!("{number} {of}{}", if number == 1 { "" } else { "s" })
}

/// `1, 2, 3`
fn list(codes: &[u32]) -> String {
    let codes: Vec<String> = codes.iter().map(u32::to_string).collect();
    codes.join(", ")
}

/// `sequences 6 SequenceArchived`
fn place(domain: &str, key: Key, name: &str) -> String {
    match key {
        Key::Code(code) => format!("{domain} {code} {name}"),
        Key::Name(_) => format!("{domain} {name}"),
    }
}

fn moved(to: Option<(&str, Key)>) -> String {
    match to {
        Some((domain, Key::Code(code))) => format!("; its name moved to `{domain} {code}`"),
        Some((domain, Key::Name(_))) => format!("; its name moved to `{domain}`"),
        None => String::new(),
    }
}

fn uri(uri: Option<&str>) -> String {
    uri.map_or_else(|| "none".to_owned(), |uri| format!("`{uri}`"))
}

fn value(value: Option<&str>) -> String {
    value.map_or_else(|| "a value of the occurrence".to_owned(), |value| format!("`{value}`"))
}
