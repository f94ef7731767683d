//! Names for people and for the wire, made from Rust's.

/// How `rename_all` spells the name of an extension member; the names are serde's.
#[derive(Clone, Copy)]
pub(crate) enum RenameRule {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

const RULES: [(&str, RenameRule); 8] = [
    ("lowercase", RenameRule::Lower),
    ("UPPERCASE", RenameRule::Upper),
    ("PascalCase", RenameRule::Pascal),
    ("camelCase", RenameRule::Camel),
    ("snake_case", RenameRule::Snake),
    ("SCREAMING_SNAKE_CASE", RenameRule::ScreamingSnake),
    ("kebab-case", RenameRule::Kebab),
    ("SCREAMING-KEBAB-CASE", RenameRule::ScreamingKebab),
];

impl RenameRule {
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        RULES
            .iter()
            .find_map(|(spelling, rule)| (*spelling == name).then_some(*rule))
    }

    pub(crate) fn names() -> String {
        RULES.map(|(name, _)| format!("`{name}`")).join(", ")
    }

    /// Spells the name of a field, which is in `snake_case`.
    pub(crate) fn apply(self, field: &str) -> String {
        match self {
            RenameRule::Lower | RenameRule::Snake => field.to_owned(),
            RenameRule::Upper | RenameRule::ScreamingSnake => field.to_ascii_uppercase(),
            RenameRule::Pascal => field.split('_').map(capitalised).collect(),
            RenameRule::Camel => {
                let pascal = RenameRule::Pascal.apply(field);
                let mut chars = pascal.chars();
                let first = chars.next().map(|first| first.to_ascii_lowercase());
                first.into_iter().chain(chars).collect()
            }
            RenameRule::Kebab => field.replace('_', "-"),
            RenameRule::ScreamingKebab => field.to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}

/// The default name of a domain: the type's name in words, without a final `Error` or `Problem`.
pub(crate) fn domain_name(type_name: &str) -> String {
    let stem = ["Error", "Problem"]
        .iter()
        .find_map(|suffix| type_name.strip_suffix(suffix))
        .filter(|stem| !stem.is_empty())
        .unwrap_or(type_name);
    let chars: Vec<char> = stem.chars().collect();
    let mut name = String::new();
    for (i, &c) in chars.iter().enumerate() {
        let after_small = i > 0 && !chars[i - 1].is_uppercase();
        let before_small = chars.get(i + 1).is_some_and(|next| next.is_lowercase());
        // A word begins with the capital after a small letter, or with the last capital of an acronym: HTTP Server.
        if i > 0 && c.is_uppercase() && (after_small || before_small) {
            name.push(' ');
        }
        name.push(if c == '_' { ' ' } else { c });
    }
    name
}

/// The name in pages and URIs: ASCII letters and digits, in small letters, with single hyphens between them.
pub(crate) fn slug(name: &str) -> String {
    name.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect::<Vec<_>>()
        .join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_the_types_name_in_words() {
        for (type_name, domain) in [
            ("SequenceError", "Sequence"),
            ("SequenceEmailAccountProblem", "Sequence Email Account"),
            ("HTTPServerError", "HTTP Server"),
            ("HTTPError", "HTTP"),
            ("Http2Error", "Http2"),
            ("Error", "Error"),
            ("ErrorCode", "Error Code"),
        ] {
            assert_eq!(domain_name(type_name), domain);
        }
    }

    #[test]
    fn a_slug_holds_ascii_letters_digits_and_single_hyphens() {
        for (name, expected) in [
            ("LinkedIn Accounts", "linkedin-accounts"),
            ("  R&D / Tests!", "r-d-tests"),
            ("订单", ""),
        ] {
            assert_eq!(slug(name), expected);
        }
    }

    #[test]
    fn rename_rules_spell_as_serde_does() {
        for (rule, name) in [
            ("lowercase", "retry_after"),
            ("UPPERCASE", "RETRY_AFTER"),
            ("PascalCase", "RetryAfter"),
            ("camelCase", "retryAfter"),
            ("snake_case", "retry_after"),
            ("SCREAMING_SNAKE_CASE", "RETRY_AFTER"),
            ("kebab-case", "retry-after"),
            ("SCREAMING-KEBAB-CASE", "RETRY-AFTER"),
        ] {
            assert_eq!(RenameRule::from_name(rule).unwrap().apply("retry_after"), name);
        }
    }
}
