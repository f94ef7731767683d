//! JSON with a colour per kind of token.

use askama::filters::{Escaper, Html};

/// Indented JSON as HTML: keys, strings and other scalars in elements of the classes `k`, `s` and `n`.
pub(super) fn highlighted(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let mut rest = json;
    while let Some(first) = rest.chars().next() {
        let (class, end) = match first {
            '"' => {
                let end = string_end(rest);
                (if rest[end..].starts_with(':') { "k" } else { "s" }, end)
            }
            c if is_scalar(c) => ("n", rest.find(|c| !is_scalar(c)).unwrap_or(rest.len())),
            _ => ("", rest.find(|c| c == '"' || is_scalar(c)).unwrap_or(rest.len())),
        };
        let (token, after) = rest.split_at(end);
        if class.is_empty() {
            escape(token, &mut out);
        } else {
            out.push_str("<span class=\"");
            out.push_str(class);
            out.push_str("\">");
            escape(token, &mut out);
            out.push_str("</span>");
        }
        rest = after;
    }
    out
}

/// A character of a number, `true`, `false` or `null`.
fn is_scalar(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.')
}

/// Where the string that begins here ends, behind its closing quote.
fn string_end(json: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in json.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    json.len()
}

fn escape(text: &str, out: &mut String) {
    // Writing to a string does not fail.
    _ = Html.write_escaped_str(out, text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_token_has_its_class() {
        assert_eq!(
            highlighted("{\n  \"a\\\"<\": \"x: 1\",\n  \"b\": [-0.5e3, null]\n}"),
            "{\n  <span class=\"k\">&#34;a\\&#34;&#60;&#34;</span>: <span class=\"s\">&#34;x: 1&#34;</span>,\n  \
             <span class=\"k\">&#34;b&#34;</span>: [<span class=\"n\">-0.5e3</span>, <span class=\"n\">null</span>]\n}",
        );
    }

    #[test]
    fn a_string_that_does_not_end_is_no_harm() {
        assert_eq!(highlighted("\"<\\"), "<span class=\"s\">&#34;&#60;\\</span>");
    }
}
