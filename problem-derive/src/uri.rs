//! What a type URI and a header may hold.

/// Why a text cannot be the `type` of a problem: it must be an absolute URI or a full path (RFC 9457 §3.1.1).
pub(crate) fn mistake(uri: &str) -> Option<String> {
    if let Some(c) = uri.chars().find(|&c| !is_uri_char(c)) {
        return Some(format!("a URI cannot hold `{}`; percent-encode it", c.escape_debug()));
    }
    if !uri.starts_with('/') && !has_scheme(uri) {
        return Some("a relative reference means something else on each page; begin with a scheme or `/`".to_owned());
    }
    None
}

/// Whether the slug can follow the base directly.
pub(crate) fn ends_in_separator(base: &str) -> bool {
    !base.ends_with(|c: char| c.is_ascii_alphanumeric())
}

/// RFC 3986 §2.
fn is_uri_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c)
}

/// RFC 3986 §3.1.
fn has_scheme(uri: &str) -> bool {
    uri.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// Whether a text is the name of a header field (RFC 9110 §5.1).
pub(crate) fn is_header_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c))
}

/// Whether a text is the value of a header field (RFC 9110 §5.5).
pub(crate) fn is_header_value(value: &str) -> bool {
    value.trim_matches([' ', '\t']) == value && value.chars().all(|c| c == '\t' || (' '..='~').contains(&c))
}

/// Whether the server sets this header itself, for the document it sends.
pub(crate) fn is_set_by_the_response(name: &str) -> bool {
    ["content-type", "content-length", "transfer-encoding", "connection"]
        .iter()
        .any(|own| own.eq_ignore_ascii_case(name))
}
