//! JSON that is valid, and that the parser nevertheless refuses.

use serde_core::de::IgnoredAny;

/// The text with what a Rust value cannot hold replaced; `None` where there is nothing of the kind.
///
/// - Half a surrogate pair (`"\ud83d"`, where a service cut a text within a character) becomes U+FFFD.
/// - A number beyond the range of `f64` (`1e400`) becomes a string of its digits.
pub(super) fn repair(json: &str) -> Option<String> {
    let mut repair = Repair {
        json,
        out: String::new(),
        copied: 0,
    };
    let bytes = json.as_bytes();
    let (mut at, mut in_string) = (0, false);
    while at < bytes.len() {
        at = match bytes[at] {
            b'"' => {
                in_string = !in_string;
                at + 1
            }
            b'\\' if in_string => repair.escape(at),
            b'-' | b'0'..=b'9' if !in_string => repair.number(at),
            _ => at + 1,
        };
    }
    if repair.copied == 0 {
        return None;
    }
    repair.out.push_str(&json[repair.copied..]);
    Some(repair.out)
}

struct Repair<'a> {
    json: &'a str,
    out: String,
    /// How much of the text is in `out`; more than 0 after the first replacement.
    copied: usize,
}

impl Repair<'_> {
    fn replace(&mut self, start: usize, end: usize, replacement: &str) {
        self.out.push_str(&self.json[self.copied..start]);
        self.out.push_str(replacement);
        self.copied = end;
    }

    /// Looks at the escape that begins here; where the next one may begin.
    fn escape(&mut self, at: usize) -> usize {
        match self.code_unit(at) {
            Some(0xD800..=0xDBFF) => {
                if let Some(0xDC00..=0xDFFF) = self.code_unit(at + 6) {
                    return at + 12;
                }
            }
            Some(0xDC00..=0xDFFF) => {}
            Some(_) | None => return at + 2,
        }
        self.replace(at, at + 6, "\u{FFFD}");
        at + 6
    }

    /// The value of the `\uXXXX` that begins here.
    fn code_unit(&self, at: usize) -> Option<u16> {
        let digits = self.json.get(at..at + 6)?.strip_prefix("\\u")?;
        // Unlike JSON, the parser of integers takes a sign.
        u16::from_str_radix(digits, 16)
            .ok()
            .filter(|_| !digits.starts_with('+'))
    }

    /// Looks at the number that begins here; where it ends.
    fn number(&mut self, at: usize) -> usize {
        let rest = &self.json[at..];
        let digits = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E');
        let number = rest.split_once(|c| !digits(c)).map_or(rest, |(number, _)| number);
        let end = at + number.len();
        let too_large = number.parse().is_ok_and(f64::is_infinite);
        if too_large && serde_json::from_str::<IgnoredAny>(number).is_ok() {
            self.replace(at, end, &format!("\"{number}\""));
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::repair;

    #[test]
    fn half_a_surrogate_pair_is_replaced() {
        for (json, repaired) in [
            (r#"{"a":"x\ud83d"}"#, Some("{\"a\":\"x\u{FFFD}\"}")),
            (
                r#"{"a":"\uDE00\ud83d\ude00"}"#,
                Some("{\"a\":\"\u{FFFD}\\ud83d\\ude00\"}"),
            ),
            (
                r#"{"a":"\ud83d\ud83d\ude00"}"#,
                Some("{\"a\":\"\u{FFFD}\\ud83d\\ude00\"}"),
            ),
            (r#"{"\ud800":"\ud800"}"#, Some("{\"\u{FFFD}\":\"\u{FFFD}\"}")),
            (r#"{"a":"\\ud83d"}"#, None),
            (r#"{"a":"\ud83d\ude00"}"#, None),
            (r#"{"a":"\u+D80"}"#, None),
            (r#"{"a":"\ud8"#, None),
            (r#"{"a":"\"#, None),
        ] {
            assert_eq!(repair(json).as_deref(), repaired, "{json}");
        }
    }

    #[test]
    fn a_number_beyond_the_range_becomes_a_string() {
        for (json, repaired) in [
            (r#"{"a":1e400}"#, Some(r#"{"a":"1e400"}"#)),
            ("[-1E+999, 2]", Some(r#"["-1E+999", 2]"#)),
            ("1e400", Some(r#""1e400""#)),
            (r#"{"a":"1e400"}"#, None),
            ("[1e308, 1e-400, 12]", None),
            ("[1e400-, 01e400]", None),
        ] {
            assert_eq!(repair(json).as_deref(), repaired, "{json}");
        }
    }
}
