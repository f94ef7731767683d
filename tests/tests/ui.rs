//! What does not compile, and what rustc then says. A folder per class of mistake, a file per case.
//!
//! After a change of a message: `TRYBUILD=overwrite cargo test -p problem-tests --test ui`, then read what changed.

use std::env;
use std::process::Command;

use trybuild::TestCases;

/// The compiler whose own words stand in `ui/rustc/*.stderr`.
const RUSTC: &str = "1.95";

#[test]
fn wrong_declarations_do_not_compile() {
    let cases = TestCases::new();
    cases.compile_fail("tests/ui/base/*.rs");
    cases.compile_fail("tests/ui/code/*.rs");
    cases.compile_fail("tests/ui/decode/*.rs");
    cases.compile_fail("tests/ui/display/*.rs");
    cases.compile_fail("tests/ui/duplicate-key/*.rs");
    cases.compile_fail("tests/ui/extension/*.rs");
    cases.compile_fail("tests/ui/header/*.rs");
    cases.compile_fail("tests/ui/log/*.rs");
    cases.compile_fail("tests/ui/missing-attribute/*.rs");
    cases.compile_fail("tests/ui/missing-code/*.rs");
    cases.compile_fail("tests/ui/missing-description/*.rs");
    cases.compile_fail("tests/ui/missing-status/*.rs");
    cases.compile_fail("tests/ui/placeholder/*.rs");
    cases.compile_fail("tests/ui/several/*.rs");
    cases.compile_fail("tests/ui/status/*.rs");
    cases.compile_fail("tests/ui/syntax/*.rs");
    cases.compile_fail("tests/ui/text/*.rs");
    cases.compile_fail("tests/ui/transparent/*.rs");
    cases.compile_fail("tests/ui/type-uri/*.rs");
    cases.compile_fail("tests/ui/union/*.rs");
    cases.compile_fail("tests/ui/unknown-key/*.rs");
    cases.compile_fail("tests/ui/wrong-level/*.rs");
    cases.compile_fail("tests/ui/wrong-type/*.rs");
}

#[test]
fn unusual_declarations_compile() {
    TestCases::new().pass("tests/ui/pass/*.rs");
}

/// The wording of these is rustc's, so that another release may say it differently: they are not compared there.
#[test]
fn rustc_underlines_the_culprit() {
    let version = rustc_version();
    if !version.starts_with(&format!("rustc {RUSTC}.")) {
        println!("skipped: the expected texts are those of rustc {RUSTC}, and this is {version}");
        return;
    }
    TestCases::new().compile_fail("tests/ui/rustc/*.rs");
}

/// What `rustc --version` prints.
fn rustc_version() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .arg("--version")
        .output()
        .expect("rustc runs, it has just compiled this");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
