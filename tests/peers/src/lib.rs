//! The same three problems, said with this project, with each peer, and by hand.
//!
//! `cargo bench` in this folder times them side by side, see `benches/side_by_side.rs`.

pub mod contenders;

/// The members that every contender sends for the static problem.
pub const DETAIL: &str = "Sequence is archived";

/// The document of the static problem, finished.
pub const STATIC_BODY: &str = r#"{"title":"Conflict","status":409,"detail":"Sequence is archived","errorCode":6}"#;

/// A document of four members, to read.
pub const FOUR_MEMBERS: &[u8] =
    br#"{"type":"https://errors.example.com/sequences/6","title":"Conflict","status":409,"detail":"Sequence is archived"}"#;

/// A document of 2 KB, most of it extensions.
pub fn two_kilobytes() -> Vec<u8> {
    let errors: Vec<String> = (0..24)
        .map(|i| format!(r##"{{"detail":"must be a positive integer, not {i}","pointer":"#/steps/{i}/delay"}}"##))
        .collect();
    let head = std::str::from_utf8(FOUR_MEMBERS)
        .expect("the document is text")
        .trim_end_matches('}');
    format!("{head},\"balance\":30,\"errors\":[{}]}}", errors.join(",")).into_bytes()
}
