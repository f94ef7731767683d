//! The `Accept` header of a request (RFC 9110 §12.5.1).

/// The index of the offer that the header prefers; `None` where it accepts none of them.
///
/// `header` holds the values of all `Accept` lines. An offer is a representation: its media type, and behind it those
/// under which clients ask for it too. Of equally welcome offers the first one wins, as it does where the header is
/// missing or makes no sense. Media types are compared without regard to case.
pub(crate) fn preferred<'a>(header: impl Iterator<Item = &'a str>, offers: &[&[&str]]) -> Option<usize> {
    let ranges: Vec<Range> = header
        .flat_map(|line| split(line, ','))
        .filter_map(Range::parse)
        .collect();
    if ranges.is_empty() {
        return (!offers.is_empty()).then_some(0);
    }
    let mut best = None;
    for (index, media_types) in offers.iter().enumerate() {
        let weight = weight_of_offer(&ranges, media_types);
        if weight > best.map_or(0, |(_, weight)| weight) {
            best = Some((index, weight));
        }
    }
    best.map(|(index, _)| index)
}

/// How welcome an offer is, in thousandths. A range that names its own media type decides; else the most specific one
/// of those that match any of its media types.
fn weight_of_offer(ranges: &[Range], media_types: &[&str]) -> u16 {
    let mut weights = media_types.iter().map(|media_type| weight_of_type(ranges, media_type));
    match weights.next().flatten() {
        Some((Specificity::Subtype, own)) => own,
        own => weights.chain([own]).flatten().max().map_or(0, |(_, weight)| weight),
    }
}

/// What the most specific of the ranges that match a media type says of it.
fn weight_of_type(ranges: &[Range], media_type: &str) -> Option<(Specificity, u16)> {
    ranges
        .iter()
        .filter_map(|range| Some((range.matches(media_type)?, range.weight)))
        .max()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Specificity {
    /// `*/*`
    Any,
    /// `text/*`
    Type,
    /// `text/xml`
    Subtype,
}

/// One of the ranges that a header lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range<'a> {
    main: &'a str,
    sub: &'a str,
    /// In thousandths.
    weight: u16,
}

impl<'a> Range<'a> {
    /// Reads `text/xml;q=0.5`. `None` where it makes no sense, or asks for a media type with a parameter that none of
    /// our representations has: the header then counts as if the range were not there.
    fn parse(text: &'a str) -> Option<Self> {
        let mut parts = split(text, ';').map(str::trim);
        let (main, sub) = match parts.next()? {
            // Java's HttpURLConnection sends `*; q=.2`.
            "*" => ("*", "*"),
            name => name.split_once('/')?,
        };
        if !is_token(main) || !is_token(sub) || main == "*" && sub != "*" {
            return None;
        }
        let mut weight = 1000;
        for parameter in parts.filter(|parameter| !parameter.is_empty()) {
            let (name, value) = parameter.split_once('=')?;
            let (name, value) = (name.trim_end(), value.trim_start());
            if name.eq_ignore_ascii_case("q") {
                weight = parse_weight(value)?;
                // What follows is no parameter of the media type.
                break;
            }
            let is_utf8 = value.trim_matches('"').eq_ignore_ascii_case("utf-8");
            if !(name.eq_ignore_ascii_case("charset") && is_utf8) {
                return None;
            }
        }
        Some(Range { main, sub, weight })
    }

    /// How exactly the range names a media type, if it does.
    fn matches(&self, media_type: &str) -> Option<Specificity> {
        let (main, sub) = media_type.split_once('/')?;
        match (self.main, self.sub) {
            ("*", _) => Some(Specificity::Any),
            (own, _) if !own.eq_ignore_ascii_case(main) => None,
            (_, "*") => Some(Specificity::Type),
            (_, own) => own.eq_ignore_ascii_case(sub).then_some(Specificity::Subtype),
        }
    }
}

/// A number from 0 to 1 in thousandths (RFC 9110 §12.4.2). More digits than three, and none before the point, are
/// tolerated.
fn parse_weight(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if text == "." || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = fraction.bytes().chain(std::iter::repeat(b'0')).take(3);
    let thousandths = digits.fold(0, |number, digit| 10 * number + u16::from(digit - b'0'));
    match whole {
        "" | "0" if !text.is_empty() => Some(thousandths),
        "1" if fraction.bytes().all(|digit| digit == b'0') => Some(1000),
        _ => None,
    }
}

/// The parts between separators that do not stand in a quoted string (RFC 9110 §5.6.4).
fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (mut quoted, mut escaped) = (false, false);
        let end = text.find(|c| {
            match c {
                _ if escaped => escaped = false,
                '\\' if quoted => escaped = true,
                '"' => quoted = !quoted,
                c => return c == separator && !quoted,
            }
            false
        });
        rest = end.map(|end| &text[end + separator.len_utf8()..]);
        Some(&text[..end.unwrap_or(text.len())])
    })
}

/// RFC 9110 §5.6.2.
fn is_token(text: &str) -> bool {
    let is_tchar = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_tchar)
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &[&str] = &["application/problem+json", "application/json"];
    const XML: &[&str] = &["application/problem+xml", "application/xml", "text/xml"];

    #[track_caller]
    fn assert_preferred(header: &str, expected: Option<usize>) {
        assert_eq!(preferred([header].into_iter(), &[JSON, XML]), expected, "{header}");
    }

    #[test]
    fn without_a_preference_the_first_offer_wins() {
        assert_eq!(preferred(std::iter::empty(), &[JSON, XML]), Some(0));
        assert_eq!(preferred(std::iter::empty(), &[]), None);
        for header in [
            "",
            " , ,",
            "*/*",
            "*",
            "application/*",
            "application/json, application/xml",
            "application/xml;q=0.5, application/json;q=0.5",
            "application/xml;q=0.5, */*;q=0.5",
        ] {
            assert_preferred(header, Some(0));
        }
    }

    #[test]
    fn the_higher_weight_wins() {
        for header in [
            "application/problem+xml",
            "application/xml",
            "text/xml",
            "text/*",
            "TEXT/XML",
            "Application/Problem+XML; Q=0.001",
            "application/json;q=0.8, text/xml;q=0.9",
            "application/json;q=0.899, text/xml;q=0.9",
            "application/json;q=0, */*",
            "*/*;q=0.1, application/xml;q=0.2",
            "application/problem+json;q=0.1, application/json, application/xml;q=0.2",
            // A browser.
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8",
        ] {
            assert_preferred(header, Some(1));
        }
        for header in [
            "application/json",
            "application/xml;q=0.8, application/problem+json;q=0.9",
            "application/problem+xml;q=0.3, text/xml, application/json;q=0.4",
            "text/xml;q=0, */*;q=0.1",
        ] {
            assert_preferred(header, Some(0));
        }
    }

    #[test]
    fn what_accepts_no_offer_prefers_none() {
        for header in [
            "text/html",
            "image/*",
            "*/*;q=0",
            "application/*;q=0, text/*;q=0.000",
            "text/json",
        ] {
            assert_preferred(header, None);
        }
    }

    #[test]
    fn the_most_specific_range_counts() {
        let header = "text/*;q=0.3, text/plain;q=0.7, text/PLAIN;q=0.6, text/html;level=1, */*;q=0.5";
        let ranges: Vec<Range> = split(header, ',').filter_map(Range::parse).collect();
        for (media_type, expected) in [
            ("text/plain", (Specificity::Subtype, 700)),
            ("text/html", (Specificity::Type, 300)),
            ("image/jpeg", (Specificity::Any, 500)),
        ] {
            assert_eq!(weight_of_type(&ranges, media_type), Some(expected), "{media_type}");
        }
    }

    #[test]
    fn all_lines_of_the_header_count() {
        let lines = ["application/json;q=0.5", "text/html", "text/xml;q=0.6"];
        assert_eq!(preferred(lines.into_iter(), &[JSON, XML]), Some(1));
    }

    #[test]
    fn a_range_that_makes_no_sense_counts_as_absent() {
        for range in [
            "text",
            "text/",
            "/xml",
            "*/xml",
            "te xt/xml",
            "text/xml/1",
            "text/xml;q",
            "text/xml;q=",
            "text/xml;q=.",
            "text/xml;q=x",
            "text/xml;q=2",
            "text/xml;q=1.001",
            "text/xml;q=-1",
            "text/xml;q=0,5",
            "text/xml;q=0.5.5",
            "text/xml;q=\"0.5\"",
            "text/xml;version=2",
            "text/xml;charset=latin1",
            "text/xml;a=\"b",
            "текст/xml",
        ] {
            let read = split(range, ',').find_map(Range::parse);
            // `q=0,5` is two ranges, of which the first one is whole.
            assert_eq!(
                read.map(|range| range.weight),
                range.contains("0,5").then_some(0),
                "{range}"
            );
        }
    }

    #[test]
    fn what_clients_send_in_their_own_way_is_understood() {
        for (range, weight) in [
            ("text/xml", 1000),
            (" text/xml ; q = 0.5 ", 500),
            ("text/xml;q=.2", 200),
            ("text/xml;q=0.", 0),
            ("text/xml;q=1.", 1000),
            ("text/xml;q=0.33333", 333),
            ("text/xml;q=0.5;ext=\"a;q=1\"", 500),
            ("text/xml;charset=UTF-8;q=0.4", 400),
            ("text/xml;charset=\"utf-8\"", 1000),
            ("text/xml;;q=0.3;", 300),
        ] {
            assert_eq!(Range::parse(range).map(|range| range.weight), Some(weight), "{range}");
        }
    }

    #[test]
    fn a_quoted_string_holds_its_separators() {
        let parts: Vec<&str> = split(r#"a;b="c,d\",e",f"#, ',').collect();
        assert_eq!(parts, [r#"a;b="c,d\",e""#, "f"]);
        assert_preferred(
            r#"text/html;a="application/xml, text/xml", application/json;q=0.1"#,
            Some(0),
        );
    }
}
