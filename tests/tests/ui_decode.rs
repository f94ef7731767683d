//! Mistakes in `decode` and `default` do not compile, and are explained under their culprit.

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/decode/*.rs");
    cases.compile_fail("tests/ui/rustc/decode*.rs");
}
