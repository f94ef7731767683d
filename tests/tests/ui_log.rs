//! Mistakes in `log = "…"` do not compile, and are explained under their culprit.

#[test]
fn ui() {
    trybuild::TestCases::new().compile_fail("tests/ui/log/*.rs");
}
