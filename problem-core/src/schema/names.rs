//! Names that a format can hold, each given once.

use std::collections::HashMap;

use crate::Domain;

/// Gives each name once: what is taken already gets a number behind it.
#[derive(Default)]
pub(crate) struct Unique {
    /// Each name that is taken, and the number to try next behind it.
    taken: HashMap<String, u32>,
    separator: &'static str,
}

impl Unique {
    /// No name is taken; `separator` stands before the number.
    pub(crate) fn new(separator: &'static str) -> Self {
        Unique {
            taken: HashMap::new(),
            separator,
        }
    }

    /// Takes the name, if it is free.
    pub(crate) fn take(&mut self, name: &str) -> bool {
        if self.taken.contains_key(name) {
            return false;
        }
        self.taken.insert(name.to_owned(), 2);
        true
    }

    /// Takes the name, or the first free one with a number behind it.
    pub(crate) fn claim(&mut self, name: String) -> String {
        if self.take(&name) {
            return name;
        }
        let mut number = self.taken.get(&name).copied().unwrap_or(2);
        let claimed = loop {
            let candidate = format!("{name}{}{number}", self.separator);
            number = number.saturating_add(1);
            if self.take(&candidate) {
                break candidate;
            }
        };
        self.taken.insert(name, number);
        claimed
    }
}

/// The name in ASCII letters, digits, `-`, `_` and `.`, as an `id` in HTML, a part of a URI and a key in `OpenAPI` can
/// hold it; runs of anything else become one hyphen.
pub(crate) fn token(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '_' | '.') {
            out.push(c);
        } else if !out.ends_with('-') {
            out.push('-');
        }
    }
    let trimmed = out.trim_matches('-');
    if trimmed.is_empty() { "unnamed" } else { trimmed }.to_owned()
}

/// The name as an identifier of most languages, in `PascalCase`: its ASCII letters and digits, each word capitalised.
///
/// `fallback` is used where nothing is left of the name, and put before a name that begins with a digit.
pub(crate) fn pascal_case(name: &str, fallback: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split(|c: char| !c.is_ascii_alphanumeric()) {
        let mut chars = word.chars();
        if let Some(first) = chars.next() {
            out.push(first.to_ascii_uppercase());
            out.push_str(chars.as_str());
        }
    }
    if out.is_empty() || out.starts_with(|c: char| c.is_ascii_digit()) {
        out.insert_str(0, fallback);
    }
    out
}

/// The identifier of each domain in generated code: `LinkedInAccounts`.
pub(crate) fn identifiers(domains: &[Domain]) -> Vec<String> {
    let mut names = Unique::new("_");
    (domains.iter())
        .map(|domain| {
            let name = match pascal_case(domain.name(), "") {
                nothing if nothing.is_empty() => domain.slug(),
                _ => domain.name(),
            };
            names.claim(pascal_case(name, "Domain"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_given_once() {
        let mut names = Unique::new("-");
        let given: Vec<String> = ["a", "a-2", "a", "a", "b"]
            .map(|name| names.claim(name.to_owned()))
            .into();
        assert_eq!(given, ["a", "a-2", "a-3", "a-4", "b"]);
    }

    #[test]
    fn a_token_holds_what_a_uri_and_an_id_can_hold() {
        for (name, expected) in [
            ("sequences", "sequences"),
            ("r#type", "r-type"),
            ("<script>", "script"),
            ("a  \u{202e}b", "a-b"),
            ("订单", "unnamed"),
            ("", "unnamed"),
        ] {
            assert_eq!(token(name), expected);
        }
    }

    #[test]
    fn an_identifier_begins_with_a_letter() {
        for (name, expected) in [
            ("Sequence Email Accounts", "SequenceEmailAccounts"),
            ("LinkedIn accounts", "LinkedInAccounts"),
            ("2FA", "Domain2FA"),
            ("R&D / Tests!", "RDTests"),
            ("订单", "Domain"),
            ("not_found", "NotFound"),
        ] {
            assert_eq!(pascal_case(name, "Domain"), expected);
        }
    }

    #[test]
    fn domains_have_an_identifier_each() {
        let domains = [
            Domain::new("LinkedIn Accounts", "linkedin-accounts", &[]),
            Domain::new("LinkedIn accounts!", "other", &[]),
            Domain::new("订单", "orders", &[]),
            Domain::new("订", "", &[]),
        ];
        assert_eq!(
            identifiers(&domains),
            ["LinkedInAccounts", "LinkedInAccounts_2", "Orders", "Domain"]
        );
    }
}
