//! Bodies after the shapes that public APIs, gateways and frameworks send, each with what a client gets of it.

use problem_core::{Decoded, Limits, ProblemDetails};
use serde_json::Value;

const PROBLEM: &str = "application/problem+json";

/// A response: what it stands for, its status, its media type, its body.
type Response = (&'static str, u16, &'static str, &'static [u8]);

/// What becomes of it: the document as it is written again and a line for each note, or the reason why there is none.
type Expected = (&'static str, &'static [&'static str]);

const RESPONSES: &[(Response, Expected)] = &[
    // As the RFC has it.
    (
        ("RFC 9457, out of credit", 403, PROBLEM, br#"{
 "type": "https://example.com/probs/out-of-credit",
 "title": "You do not have enough credit.",
 "detail": "Your current balance is 30, but that costs 50.",
 "instance": "/account/12345/msgs/abc",
 "balance": 30,
 "accounts": ["/account/12345", "/account/67890"]
}"#),
        (r#"{"type":"https://example.com/probs/out-of-credit","title":"You do not have enough credit.","detail":"Your current balance is 30, but that costs 50.","instance":"/account/12345/msgs/abc","balance":30,"accounts":["/account/12345","/account/67890"]}"#, &[]),
    ),
    (
        ("RFC 9457, validation", 422, PROBLEM, br##"{
 "type": "https://example.net/validation-error",
 "title": "Your request is not valid.",
 "errors": [
  {"detail": "must be a positive integer", "pointer": "#/age"},
  {"detail": "must be 'green', 'red' or 'blue'", "pointer": "#/profile/color"}
 ]
}"##),
        (r##"{"type":"https://example.net/validation-error","title":"Your request is not valid.","errors":[{"detail":"must be a positive integer","pointer":"#/age"},{"detail":"must be 'green', 'red' or 'blue'","pointer":"#/profile/color"}]}"##, &[]),
    ),
    (("nothing but an object", 500, PROBLEM, b"{}"), ("{}", &[])),
    (("status and title alone", 404, PROBLEM, br#"{"status":404,"title":"Not Found"}"#), (r#"{"title":"Not Found","status":404}"#, &[])),
    // Frameworks.
    (
        ("validation of a .NET service: errors as an object of arrays", 400, "application/problem+json; charset=utf-8", br#"{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.1","title":"One or more validation errors occurred.","status":400,"errors":{"Name":["The Name field is required."],"$.age":["The JSON value could not be converted."]},"traceId":"00-84c1fd4063c38d9f3900d06e56542d48-85d1d4-00"}"#),
        (r#"{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.1","title":"One or more validation errors occurred.","status":400,"errors":{"$.age":["The JSON value could not be converted."],"Name":["The Name field is required."]},"traceId":"00-84c1fd4063c38d9f3900d06e56542d48-85d1d4-00"}"#, &[]),
    ),
    (
        ("a Spring service: about:blank and a relative instance", 405, PROBLEM, br#"{"type":"about:blank","title":"Method Not Allowed","status":405,"detail":"Method 'PUT' is not supported.","instance":"/api/orders/7"}"#),
        (r#"{"type":"about:blank","title":"Method Not Allowed","status":405,"detail":"Method 'PUT' is not supported.","instance":"/api/orders/7"}"#, &[]),
    ),
    (
        ("a Spring service with null members", 400, PROBLEM, br#"{"type":"about:blank","title":"Bad Request","status":400,"detail":null,"instance":null,"properties":null}"#),
        (r#"{"type":"about:blank","title":"Bad Request","status":400,"properties":null}"#, &["`detail` was ignored: null", "`instance` was ignored: null"]),
    ),
    (
        ("Zalando's library: violations", 400, PROBLEM, br#"{"type":"https://zalando.github.io/problem/constraint-violation","status":400,"violations":[{"field":"name","message":"must not be blank"}],"title":"Constraint Violation"}"#),
        (r#"{"type":"https://zalando.github.io/problem/constraint-violation","title":"Constraint Violation","status":400,"violations":[{"field":"name","message":"must not be blank"}]}"#, &[]),
    ),
    (
        ("an API Platform service: JSON-LD members, a stack trace", 404, PROBLEM, br#"{"@id":"/errors/404","@type":"hydra:Error","title":"An error occurred","detail":"Not Found","status":404,"type":"/errors/404","trace":[{"file":"/srv/a.php","line":91}],"hydra:title":"An error occurred"}"#),
        (r#"{"type":"/errors/404","title":"An error occurred","status":404,"detail":"Not Found","@id":"/errors/404","@type":"hydra:Error","trace":[{"file":"/srv/a.php","line":91}],"hydra:title":"An error occurred"}"#, &[]),
    ),
    (
        ("a Go service: errors as one text", 400, PROBLEM, br#"{"status":400,"title":"Bad Request","errors":"json: cannot unmarshal string into Go value"}"#),
        (r#"{"title":"Bad Request","status":400,"errors":"json: cannot unmarshal string into Go value"}"#, &[]),
    ),
    (
        ("a Huma service: $schema and locations", 422, PROBLEM, br#"{"$schema":"https://api.example.com/schemas/ErrorModel.json","title":"Unprocessable Entity","status":422,"detail":"validation failed","errors":[{"message":"expected length >= 3","location":"body.name","value":"x"}]}"#),
        (r#"{"title":"Unprocessable Entity","status":422,"detail":"validation failed","$schema":"https://api.example.com/schemas/ErrorModel.json","errors":[{"location":"body.name","message":"expected length >= 3","value":"x"}]}"#, &[]),
    ),
    (
        ("a Python gateway: status as a text", 401, PROBLEM, br#"{"detail":"No authorization token provided","status":"401","title":"Unauthorized","type":"about:blank"}"#),
        (r#"{"type":"about:blank","title":"Unauthorized","detail":"No authorization token provided"}"#, &["`status` was ignored: wrong type"]),
    ),
    (
        ("a JavaScript service: status as a float of its JSON library", 429, PROBLEM, br#"{"status":429.0,"title":"Too Many Requests","retryAfter":1.5}"#),
        (r#"{"title":"Too Many Requests","retryAfter":1.5}"#, &["`status` was ignored: wrong type"]),
    ),
    // Well-known APIs.
    (
        ("an ACME server: a URN and nested problems", 403, PROBLEM, br#"{"type":"urn:ietf:params:acme:error:malformed","detail":"Some of the identifiers requested were rejected","subproblems":[{"type":"urn:ietf:params:acme:error:rejectedIdentifier","detail":"Forbidden by policy","identifier":{"type":"dns","value":"example.org"}}]}"#),
        (r#"{"type":"urn:ietf:params:acme:error:malformed","detail":"Some of the identifiers requested were rejected","subproblems":[{"detail":"Forbidden by policy","identifier":{"type":"dns","value":"example.org"},"type":"urn:ietf:params:acme:error:rejectedIdentifier"}]}"#, &[]),
    ),
    (
        ("an ACME server whose status is in the body only", 400, PROBLEM, br#"{"type":"urn:ietf:params:acme:error:badNonce","detail":"JWS has an invalid anti-replay nonce","status":400}"#),
        (r#"{"type":"urn:ietf:params:acme:error:badNonce","status":400,"detail":"JWS has an invalid anti-replay nonce"}"#, &[]),
    ),
    (
        ("a marketing API: a glossary as type, a UUID as instance", 404, PROBLEM, br#"{"type":"https://mail.example.com/developer/error-glossary/","title":"Resource Not Found","status":404,"detail":"The requested resource could not be found.","instance":"995c5cb0-3280-4a6e-808b-3b096d0bb219"}"#),
        (r#"{"type":"https://mail.example.com/developer/error-glossary/","title":"Resource Not Found","status":404,"detail":"The requested resource could not be found.","instance":"995c5cb0-3280-4a6e-808b-3b096d0bb219"}"#, &[]),
    ),
    (
        ("a social network: a path as type, reason beside it", 403, PROBLEM, br#"{"client_id":"101010101","detail":"When authenticating requests you must use keys of a Project.","registration_url":"https://developer.example.com/en/docs/projects","title":"Client Forbidden","required_enrollment":"Standard Basic","reason":"client-not-enrolled","type":"https://api.example.com/2/problems/client-forbidden"}"#),
        (r#"{"type":"https://api.example.com/2/problems/client-forbidden","title":"Client Forbidden","detail":"When authenticating requests you must use keys of a Project.","client_id":"101010101","registration_url":"https://developer.example.com/en/docs/projects","required_enrollment":"Standard Basic","reason":"client-not-enrolled"}"#, &[]),
    ),
    (
        ("a bank: a symbolic errorCode and a cause", 409, PROBLEM, br#"{"title":"Conflict","status":409,"errorCode":"ACC-0042","cause":{"title":"Limit reached","status":422}}"#),
        (r#"{"title":"Conflict","status":409,"cause":{"status":422,"title":"Limit reached"},"errorCode":"ACC-0042"}"#, &["`errorCode` was ignored: wrong type"]),
    ),
    (
        ("a payment API: a code of 64 bits, amounts with exponents", 402, PROBLEM, br#"{"title":"Payment Required","status":402,"errorCode":9007199254740993,"amount":1.5e3,"balance":-9223372036854775808}"#),
        (r#"{"title":"Payment Required","status":402,"amount":1500.0,"balance":-9223372036854775808,"errorCode":9007199254740993}"#, &["`errorCode` was ignored: out of range"]),
    ),
    (
        ("a healthcare API: the code as a number in a text", 400, PROBLEM, br#"{"status":400,"errorCode":"17","title":"Bad Request"}"#),
        (r#"{"title":"Bad Request","status":400,"errorCode":"17"}"#, &["`errorCode` was ignored: wrong type"]),
    ),
    (
        ("an old service: type is a number", 400, PROBLEM, br#"{"type":1042,"title":"Invalid argument","message":"x is required"}"#),
        (r#"{"title":"Invalid argument","message":"x is required"}"#, &["`type` was ignored: wrong type"]),
    ),
    (
        ("title per language, as an object", 400, PROBLEM, br#"{"title":{"en":"Bad Request","de":"Ung\u00fcltig"},"status":400}"#),
        (r#"{"status":400}"#, &["`title` was ignored: wrong type"]),
    ),
    (
        ("detail as a list of texts", 422, PROBLEM, br#"{"title":"Invalid","detail":["name is required","age must be positive"],"status":422}"#),
        (r#"{"title":"Invalid","status":422}"#, &["`detail` was ignored: wrong type"]),
    ),
    (
        ("every standard member of the wrong type", 500, PROBLEM, br#"{"type":null,"title":false,"status":{},"detail":[],"instance":0,"errorCode":null}"#),
        (r#"{"errorCode":null}"#, &["`type` was ignored: null", "`title` was ignored: wrong type", "`status` was ignored: wrong type", "`detail` was ignored: wrong type", "`instance` was ignored: wrong type", "`errorCode` was ignored: null"]),
    ),
    // Identifiers.
    (("an empty type", 400, PROBLEM, br#"{"type":"","title":"Bad Request"}"#), (r#"{"type":"","title":"Bad Request"}"#, &[])),
    (("a relative type", 404, PROBLEM, br#"{"type":"errors/not-found"}"#), (r#"{"type":"errors/not-found"}"#, &[])),
    (("a custom scheme", 404, PROBLEM, br#"{"type":"com.example.shop+errors://orders/NOT_FOUND"}"#), (r#"{"type":"com.example.shop+errors://orders/NOT_FOUND"}"#, &[])),
    (("a tag URI and a fragment", 400, PROBLEM, br#"{"type":"tag:example.com,2026:problems#paid"}"#), (r#"{"type":"tag:example.com,2026:problems#paid"}"#, &[])),
    (("a type with blanks and umlauts", 400, PROBLEM, "{\"type\":\"Ungültige Eingabe\"}".as_bytes()), ("{\"type\":\"Ungültige Eingabe\"}", &[])),
    // Between the service and the client.
    (
        ("a gateway that rewrites the status", 502, PROBLEM, br#"{"title":"Not Found","status":404}"#),
        (r#"{"title":"Not Found","status":404}"#, &["`status` is 404, and the status of the response 502"]),
    ),
    (
        ("a status that HTTP does not know", 500, PROBLEM, br#"{"title":"Unknown","status":999}"#),
        (r#"{"title":"Unknown"}"#, &["`status` was ignored: out of range"]),
    ),
    (("a problem with status 200", 200, PROBLEM, br#"{"title":"Partly done","status":200}"#), (r#"{"title":"Partly done","status":200}"#, &[])),
    (("a Windows service: a byte order mark and CRLF", 404, PROBLEM, b"\xEF\xBB\xBF{\r\n\t\"title\": \"Not Found\"\r\n}\r\n"), (r#"{"title":"Not Found"}"#, &[])),
    (
        ("a merge of two layers: members twice", 500, PROBLEM, br#"{"title":"Bad Gateway","status":502,"traceId":"a","title":"Internal Server Error","status":500,"traceId":"b"}"#),
        (r#"{"title":"Internal Server Error","status":500,"traceId":"b"}"#, &["`title` was ignored: repeated further behind", "`status` was ignored: repeated further behind", "`traceId` was ignored: repeated further behind"]),
    ),
    (
        ("member names escaped", 404, PROBLEM, br#"{"\u0074\u0069\u0074le":"Not Found","\u0073tatus":404}"#),
        (r#"{"title":"Not Found","status":404}"#, &[]),
    ),
    (
        ("a text that was cut within an emoji", 400, PROBLEM, br#"{"title":"Bad Request","detail":"Dear customer \ud83d"}"#),
        ("{\"title\":\"Bad Request\",\"detail\":\"Dear customer \u{FFFD}\"}", &[]),
    ),
    (("NUL in a text", 400, PROBLEM, br#"{"detail":"C strings end\u0000here"}"#), (r#"{"detail":"C strings end\u0000here"}"#, &[])),
    (("a number beyond every float", 400, PROBLEM, br#"{"limit":1e999,"status":400}"#), (r#"{"status":400,"limit":"1e999"}"#, &[])),
    (("names like standard ones", 400, PROBLEM, br#"{"Title":"a","STATUS":1,"error_code":2,"details":"b"}"#), (r#"{"Title":"a","STATUS":1,"error_code":2,"details":"b"}"#, &[])),
    (("an extension called __proto__", 400, PROBLEM, br#"{"__proto__":{"status":1},"constructor":null}"#), (r#"{"__proto__":{"status":1},"constructor":null}"#, &[])),
    // What is none.
    (("HTML under the media type of problems", 502, PROBLEM, b"<!DOCTYPE html>\n<html><body><h1>502 Bad Gateway</h1></body></html>"), ("HTTP status 502, not a problem document: the text is HTML or XML", &[])),
    (("HTML as HTML", 503, "text/html; charset=iso-8859-1", b"<html>\xE9</html>"), ("HTTP status 503, not a problem document: `Content-Type` is \"text/html; charset=iso-8859-1\"", &[])),
    (("HTML under a JSON type", 502, "application/json", b"<html>"), ("HTTP status 502, not a problem document: `Content-Type` is \"application/json\"", &[])),
    (("an object of another kind", 400, "application/json", br#"{"error":{"code":"E1","message":"no"}}"#), ("HTTP status 400, not a problem document: `Content-Type` is \"application/json\"", &[])),
    (("no body", 504, PROBLEM, b""), ("HTTP status 504, not a problem document: the text is empty", &[])),
    (("a list of problems", 400, PROBLEM, br#"[{"title":"a"},{"title":"b"}]"#), ("HTTP status 400, not a problem document: the text is no JSON object", &[])),
    (("a text", 500, PROBLEM, br#""Internal Server Error""#), ("HTTP status 500, not a problem document: the text is no JSON object", &[])),
    (("a text without quotes", 500, PROBLEM, b"upstream connect error"), ("HTTP status 500, not a problem document: invalid JSON, expected value at line 1, column 1", &[])),
    (("a body that breaks off", 500, PROBLEM, br#"{"title":"Internal Ser"#), ("HTTP status 500, not a problem document: invalid JSON, EOF while parsing a string at line 1, column 22", &[])),
    (("Latin-1", 400, PROBLEM, b"{\"detail\":\"Stra\xDFe\"}"), ("HTTP status 400, not a problem document: invalid UTF-8 at line 1, column 16", &[])),
    (("UTF-16", 400, PROBLEM, b"\xFF\xFE{\0}\0"), ("HTTP status 400, not a problem document: invalid UTF-8 at line 1, column 1", &[])),
    (("single quotes", 400, PROBLEM, b"{'title':'Bad Request'}"), ("HTTP status 400, not a problem document: invalid JSON, key must be a string at line 1, column 2", &[])),
    (("NaN", 400, PROBLEM, br#"{"balance":NaN}"#), ("HTTP status 400, not a problem document: invalid JSON, expected value at line 1, column 12", &[])),
    (("a prefix against script inclusion", 400, PROBLEM, b")]}',\n{\"title\":\"x\"}"), ("HTTP status 400, not a problem document: invalid JSON, expected value at line 1, column 1", &[])),
];

#[test]
fn real_bodies_decode_as_a_client_expects() {
    assert!(RESPONSES.len() >= 40);
    for ((name, status, content_type, body), (expected, notes)) in RESPONSES {
        let decoded = Decoded::from_response(*status, Some(content_type), body, &Limits::default());
        assert_eq!(decoded.http_status(), *status, "{name}");
        let found: Vec<String> = decoded.notes().iter().map(ToString::to_string).collect();
        assert_eq!(found, *notes, "{name}");
        match decoded.into_details() {
            Ok(details) => {
                let value: Value = serde_json::from_str(expected).unwrap();
                assert_eq!(serde_json::to_value(&details).unwrap(), value, "{name}");
                // What was read once is read again as the same.
                let again = ProblemDetails::from_json(expected.as_bytes()).unwrap();
                assert_eq!(again, details, "{name}");
            }
            Err(other) => assert_eq!(other.to_string(), *expected, "{name}"),
        }
    }
}
