//! URI references (RFC 3986), without a judgement of what they may hold: text that is no URI passes through.

use std::borrow::Cow;

/// Whether a reference begins with a scheme, and so means the same wherever it stands (RFC 3986 §4.3).
pub(crate) fn is_absolute(reference: &str) -> bool {
    Parts::of(reference).scheme.is_some()
}

/// Resolves a reference against a base (RFC 3986 §5.2). A base that is itself relative resolves nothing.
pub(crate) fn resolve<'a>(base: &str, reference: &'a str) -> Cow<'a, str> {
    let (base, parts) = (Parts::of(base), Parts::of(reference));
    if base.scheme.is_none() {
        return Cow::Borrowed(reference);
    }
    let own = |path| (parts.authority, remove_dot_segments(path), parts.query);
    let (authority, path, query) = if parts.scheme.is_some() || parts.authority.is_some() {
        own(parts.path)
    } else if parts.path.is_empty() {
        (base.authority, base.path.to_owned(), parts.query.or(base.query))
    } else {
        let path = if parts.path.starts_with('/') {
            remove_dot_segments(parts.path)
        } else {
            remove_dot_segments(&base.merge(parts.path))
        };
        (base.authority, path, parts.query)
    };

    let mut out = String::new();
    let mut push = |before: &str, part: Option<&str>, after: &str| {
        if let Some(part) = part {
            out.extend([before, part, after]);
        }
    };
    push("", parts.scheme.or(base.scheme), ":");
    push("//", authority, "");
    // Without an authority a path must not look as if it had one (§3.3).
    push("/.", (authority.is_none() && path.starts_with("//")).then_some(""), "");
    push("", Some(&path), "");
    push("?", query, "");
    push("#", parts.fragment, "");
    Cow::Owned(out)
}

/// The components of a reference (RFC 3986 §3).
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(reference: &'a str) -> Self {
        let (rest, fragment) = split_off(reference, '#');
        let (rest, query) = split_off(rest, '?');
        let (scheme, rest) = match rest.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, rest),
        };
        let (authority, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                (Some(authority), path)
            }
            None => (None, rest),
        };
        Parts {
            scheme,
            authority,
            path,
            query,
            fragment,
        }
    }

    /// Puts a relative path in the place of the last segment (RFC 3986 §5.2.3).
    fn merge(&self, path: &str) -> String {
        if self.authority.is_some() && self.path.is_empty() {
            return format!("/{path}");
        }
        let directory = self.path.rfind('/').map_or(0, |slash| slash + 1);
        format!("{}{path}", &self.path[..directory])
    }
}

fn split_off(text: &str, delimiter: char) -> (&str, Option<&str>) {
    match text.split_once(delimiter) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

/// RFC 3986 §3.1.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// RFC 3986 §5.2.4, whose steps the letters name.
fn remove_dot_segments(path: &str) -> String {
    let mut rest = path;
    let mut out = String::with_capacity(path.len());
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("../").or_else(|| rest.strip_prefix("./")) {
            rest = after; // A
        } else if rest.starts_with("/./") || rest == "/." {
            rest = directory(rest, 2); // B
        } else if rest.starts_with("/../") || rest == "/.." {
            rest = directory(rest, 3); // C
            out.truncate(out.rfind('/').unwrap_or(0));
        } else if rest == "." || rest == ".." {
            rest = ""; // D
        } else {
            let end = rest.bytes().skip(1).position(|byte| byte == b'/');
            let (segment, after) = rest.split_at(end.map_or(rest.len(), |end| end + 1)); // E
            out.push_str(segment);
            rest = after;
        }
    }
    out
}

/// What follows a dot segment of this length, from its slash on; `/` where nothing does.
fn directory(path: &str, length: usize) -> &str {
    match path.get(length..) {
        Some(after) if !after.is_empty() => after,
        _ => "/",
    }
}

#[cfg(test)]
mod tests {
    use super::{is_absolute, resolve};

    /// RFC 3986 §5.4.1 and §5.4.2.
    #[test]
    fn references_resolve_as_in_the_rfc() {
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g#s", "http://a/b/c/g#s"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"),
            ("g;x", "http://a/b/c/g;x"),
            ("g;x?y#s", "http://a/b/c/g;x?y#s"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("../../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            (".g", "http://a/b/c/.g"),
            ("g..", "http://a/b/c/g.."),
            ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
            ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/./x", "http://a/b/c/g?y/./x"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("g#s/./x", "http://a/b/c/g#s/./x"),
            ("g#s/../x", "http://a/b/c/g#s/../x"),
            ("http:g", "http:g"),
        ] {
            assert_eq!(resolve("http://a/b/c/d;p?q", reference), expected, "{reference}");
        }
    }

    #[test]
    fn other_bases_resolve_too() {
        for (base, reference, expected) in [
            ("http://a", "g", "http://a/g"),
            ("http://a?q#f", "", "http://a?q"),
            ("http://a/b", "#", "http://a/b#"),
            ("urn:example:a", "#s", "urn:example:a#s"),
            ("urn:example:a", "b", "urn:b"),
            ("file:/a", "/b/..//c", "file:/.//c"),
            ("https://é/ü/", "ö", "https://é/ü/ö"),
            ("urn:example", "urn:é/a/../b", "urn:é/b"),
            ("/b/c", "g", "g"),
            ("", "../g", "../g"),
        ] {
            assert_eq!(resolve(base, reference), expected, "{reference} against {base}");
        }
    }

    #[test]
    fn a_scheme_makes_it_absolute() {
        for (reference, absolute) in [
            ("https://example.com/", true),
            ("about:blank", true),
            ("x-my.scheme+1:opaque", true),
            ("/errors/6", false),
            ("1:2", false),
            ("a/b:c", false),
            ("?a:b", false),
            (":", false),
            ("", false),
        ] {
            assert_eq!(is_absolute(reference), absolute, "{reference}");
        }
    }
}
