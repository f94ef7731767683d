//! What a client would rather have: a page or data (RFC 9110 §12.5.1).

use ::axum::http::header::{ACCEPT, HeaderMap};

/// Whether JSON suits the client better than HTML. Who does not care gets the page.
pub(super) fn prefers_json(request: &HeaderMap) -> bool {
    let accept: Vec<&str> = request
        .get_all(ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .collect();
    if accept.is_empty() {
        return false;
    }
    let accept = accept.join(",");
    quality(&accept, "application", "json") > quality(&accept, "text", "html")
}

/// How much a media type suits the client, in thousandths: the weight of the most specific range that it falls in.
fn quality(accept: &str, kind: &str, subtype: &str) -> u16 {
    split(accept, ',')
        .filter_map(|range| {
            let mut parts = split(range, ';').map(str::trim);
            let (range_kind, range_subtype) = parts.next()?.split_once('/')?;
            let mut weight = 1000;
            let mut is_qualified = false;
            for parameter in parts.filter(|parameter| !parameter.is_empty()) {
                match parameter.split_once('=') {
                    Some((name, value)) if name.trim().eq_ignore_ascii_case("q") => {
                        weight = parse_weight(value.trim())?;
                    }
                    _ => is_qualified = true,
                }
            }
            let rank = match (range_kind, range_subtype) {
                ("*", "*") => 0,
                (same, "*") if same.eq_ignore_ascii_case(kind) => 1,
                (same, other) if same.eq_ignore_ascii_case(kind) && other.eq_ignore_ascii_case(subtype) => {
                    // A range with parameters asks for more than we tell; the plain one describes us better.
                    if is_qualified { 2 } else { 3 }
                }
                _ => return None,
            };
            Some((rank, weight))
        })
        .max()
        .map_or(0, |(_, weight)| weight)
}

/// `0.8` in thousandths; `None` for what is no weight (RFC 9110 §12.4.2).
fn parse_weight(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths: u16 = format!("{fraction:0<3}").parse().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1000),
        _ => None,
    }
}

/// The parts between separators that stand outside of quotes.
fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    let mut escaped = false;
    text.split(move |c| {
        if escaped {
            escaped = false;
        } else if c == '"' {
            quoted = !quoted;
        } else if quoted {
            escaped = c == '\\';
        } else {
            return c == separator;
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::axum::http::HeaderValue;

    fn json(accept: &'static str) -> bool {
        prefers_json(&HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(accept))]))
    }

    #[test]
    fn browsers_get_the_page() {
        assert!(!prefers_json(&HeaderMap::new()));
        for accept in [
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
            "*/*",
            "",
            "text/*",
            "image/png",
            "text/html, application/json",
            "application/json;q=0.5, */*",
            "application/json;q=0, text/html;q=0.1",
            "application/json;q=0.8, text/html;q=0.801",
            "application/json;q=nonsense",
            "application/jsonp",
            "text/plain;x=\"a, application/json\"",
        ] {
            assert!(!json(accept), "{accept}");
        }
    }

    #[test]
    fn clients_get_data() {
        for accept in [
            "application/json",
            "APPLICATION/JSON",
            "application/json; charset=utf-8",
            "application/json, text/html;q=0.9",
            "application/json,*/*;q=0.8",
            "application/*",
            "text/html;q=0, */*",
            "text/html; q=0.5 , application/json ; q=0.501",
            "text/*;q=0.1, application/*;q=0.2",
            "text/html;level=1, text/html;q=0.3, application/json;q=0.7",
        ] {
            assert!(json(accept), "{accept}");
        }
    }

    #[test]
    fn a_weight_has_at_most_three_digits() {
        for (text, expected) in [
            ("1", Some(1000)),
            ("1.000", Some(1000)),
            ("0", Some(0)),
            ("0.5", Some(500)),
            ("0.123", Some(123)),
            ("0.", Some(0)),
            ("0.1234", None),
            ("1.1", None),
            ("-1", None),
            ("2", None),
            (".5", None),
            ("", None),
        ] {
            assert_eq!(parse_weight(text), expected, "{text}");
        }
    }
}
