//! Any bytes as JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;
use problem_core::{Decoded, Limits, ProblemDetails};
use serde_json::Value;

fuzz_target!(|json: &[u8]| {
    let read = ProblemDetails::from_json(json);
    if let Ok(Value::Object(_)) = serde_json::from_slice(json) {
        assert!(read.is_ok(), "an object was refused: {read:?}");
    }
    let decoded = Decoded::from_response(409, Some("application/problem+json"), json, &Limits::new());
    for note in decoded.notes() {
        assert!(!note.to_string().is_empty());
    }
    match read {
        Ok(details) => {
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
