//! The test that every service can have: no change of the enums breaks a published code.
//!
//! `cargo run --bin error-docs -- lock --out examples/errors.lock.json` writes the lock, once a new code is published.

use problem_core::reference::Lock;
use problem_examples::CATALOG;

#[test]
fn the_published_codes_are_kept() {
    let lock = Lock::from_json(include_str!("../errors.lock.json")).unwrap();
    let report = lock.check(&CATALOG);
    assert!(!report.is_breaking(), "{report}");
}
