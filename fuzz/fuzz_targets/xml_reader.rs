//! Any bytes as XML.
#![no_main]

use libfuzzer_sys::fuzz_target;
use problem_core::{Decoded, Limits, ProblemDetails};

fuzz_target!(|xml: &[u8]| {
    let read = ProblemDetails::from_xml(xml);
    let decoded = Decoded::from_response(409, Some("application/problem+xml"), xml, &Limits::new());
    match read {
        Ok(details) => {
            // What came from XML has nothing that XML cannot tell.
            let written = details.to_xml();
            let again = ProblemDetails::from_xml(written.as_bytes());
            assert_eq!(again.as_ref(), Ok(&details), "{written}");
            let written = details.to_json();
            let again = ProblemDetails::from_json(written.as_bytes());
            assert_eq!(again.as_ref(), Ok(&details), "{written}");
            if let Some(decoded) = decoded.details() {
                assert_eq!(decoded, &details);
            }
        }
        Err(error) => {
            assert!(decoded.details().is_none());
            assert!(error.to_string().starts_with("not a problem document: "));
        }
    }
});
