//! Real-world responses: those of `fixtures/responses.txt`, and some whose bytes do not fit into a text.

use problem_core::{Decoded, Limits, ProblemDetails};
use serde_json::Value;

/// A response, and what a client is to make of it.
struct Case<'a> {
    name: &'a str,
    status: u16,
    content_type: &'a str,
    body: &'a [u8],
    /// The members that are left, as JSON, or the reason why there is no document.
    outcome: &'a str,
    notes: Vec<&'a str>,
}

impl Case<'_> {
    fn check(&self) {
        let name = self.name;
        let decoded = Decoded::from_response(self.status, Some(self.content_type), self.body, &Limits::default());
        assert_eq!(decoded.http_status(), self.status, "{name}");
        let notes: Vec<String> = decoded.notes().iter().map(ToString::to_string).collect();
        assert_eq!(notes, self.notes, "{name}");
        match decoded.into_details() {
            Ok(details) => {
                let expected: Value = serde_json::from_str(self.outcome).expect(name);
                assert_eq!(serde_json::to_value(&details).unwrap(), expected, "{name}");
                // What was read once is read again as the same.
                assert_eq!(
                    ProblemDetails::from_json(details.to_json().as_bytes()).unwrap(),
                    details,
                    "{name}"
                );
            }
            Err(other) => assert_eq!(other.to_string(), self.outcome, "{name}"),
        }
    }
}

fn parse(block: &str) -> Case<'_> {
    let (name, rest) = block.split_once('\n').expect("a name");
    let (head, rest) = rest.split_once("\n\n").expect("a status and a media type");
    let (status, content_type) = head.split_once(' ').expect("a status and a media type");
    let (body, rest) = rest.split_once("\n\n=> ").expect("an outcome");
    let (outcome, notes) = rest.trim_end().split_once("\nnote: ").unwrap_or((rest.trim_end(), ""));
    Case {
        name,
        status: status.parse().expect("a status"),
        content_type,
        body: body.as_bytes(),
        outcome,
        notes: notes.split("\nnote: ").filter(|note| !note.is_empty()).collect(),
    }
}

#[test]
fn real_responses_decode_as_a_client_expects() {
    let blocks = include_str!("../../fixtures/responses.txt").split("### ").skip(1);
    let cases: Vec<Case> = blocks.map(parse).collect();
    assert!(cases.len() >= 40);
    for case in cases {
        case.check();
    }
}

#[test]
fn responses_in_other_bytes_decode_as_a_client_expects() {
    const PROBLEM: &str = "application/problem+json";
    let outcomes: [(&str, u16, &str, &[u8], &str); 5] = [
        (
            "a Windows service: a byte order mark and CRLF",
            404,
            PROBLEM,
            b"\xEF\xBB\xBF{\r\n\t\"title\": \"Not Found\"\r\n}\r\n",
            r#"{"title":"Not Found"}"#,
        ),
        (
            "HTML as HTML",
            503,
            "text/html; charset=iso-8859-1",
            b"<html>\xE9</html>",
            "HTTP status 503, not a problem document: `Content-Type` is \"text/html; charset=iso-8859-1\"",
        ),
        (
            "no body",
            504,
            PROBLEM,
            b"",
            "HTTP status 504, not a problem document: the text is empty",
        ),
        (
            "Latin-1",
            400,
            PROBLEM,
            b"{\"detail\":\"Stra\xDFe\"}",
            "HTTP status 400, not a problem document: invalid UTF-8 at line 1, column 16",
        ),
        (
            "UTF-16",
            400,
            PROBLEM,
            b"\xFF\xFE{\0}\0",
            "HTTP status 400, not a problem document: invalid UTF-8 at line 1, column 1",
        ),
    ];
    for (name, status, content_type, body, outcome) in outcomes {
        Case {
            name,
            status,
            content_type,
            body,
            outcome,
            notes: Vec::new(),
        }
        .check();
    }
}
