//! The exported files in the programs that they are made for: the page in Chromium, the TypeScript module under
//! `tsc --strict` and node, the `OpenAPI` document under a validator. The scripts are in `tests/browser`.
//!
//! Without these programs a test says so and is skipped; where `CI=true` that is a failure. To have them:
//!
//! ```console
//! apt-get install chromium nodejs npm && npm ci --prefix tests/browser
//! ```

#[path = "formats/support.rs"]
#[expect(dead_code, reason = "the other half of it reads the formats back")]
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use problem_examples::{CATALOG, domains};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// The scripts and what they depend on.
fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../browser")
}

/// A directory for the exports of one test.
fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    match fs::remove_dir_all(&directory) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => panic!("{}: {error}", directory.display()),
        _ => {}
    }
    fs::create_dir_all(&directory).unwrap();
    directory
}

fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let usual = [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ]
    .map(PathBuf::from);
    named.into_iter().chain(usual).find(|path| path.exists())
}

/// What is missing to run the scripts.
fn missing(needs_browser: bool) -> Option<&'static str> {
    if Command::new("node").arg("--version").output().is_err() {
        Some("node is not installed")
    } else if !scripts().join("node_modules").exists() {
        Some("the packages are not installed; npm ci --prefix tests/browser")
    } else if needs_browser && chromium().is_none() {
        Some("chromium is not installed; apt-get install chromium, or set CHROMIUM")
    } else {
        None
    }
}

/// Runs a script, unless something is missing.
fn run(script: &str, needs_browser: bool, arguments: &[PathBuf]) {
    if let Some(missing) = missing(needs_browser) {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "{missing}");
        println!("skipped: {missing}");
        return;
    }
    let mut node = Command::new("node");
    node.arg(scripts().join(script)).args(arguments);
    if let Some(chromium) = chromium() {
        node.env("CHROMIUM", chromium);
    }
    let output = node.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    println!("{}{}", text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{script} failed; its output is above");
}

/// Catalogs full of markup, always the same ones.
fn hostile_catalogs() -> impl Iterator<Item = problem_core::Catalog> {
    let mut runner = TestRunner::deterministic();
    let random = (0..12).map(move |_| support::catalog().new_tree(&mut runner).unwrap().current());
    random.chain([support::long_catalog()])
}

#[test]
fn the_page_works_in_a_browser() {
    let directory = directory("page");
    let (html, json) = (directory.join("errors.html"), directory.join("errors.json"));
    fs::write(&html, CATALOG.to_html()).unwrap();
    fs::write(&json, CATALOG.to_json()).unwrap();
    // UPDATE_SCREENSHOT=1 renews the picture that README shows.
    let picture = match std::env::var_os("UPDATE_SCREENSHOT") {
        Some(_) => scripts().join("error-reference.png"),
        None => directory.join("error-reference.png"),
    };
    let mut files = vec![html, json, picture];
    for (number, catalog) in hostile_catalogs().enumerate() {
        let file = directory.join(format!("hostile{number}.html"));
        fs::write(&file, catalog.to_html()).unwrap();
        files.push(file);
    }
    run("page.mjs", true, &files);
}

#[test]
fn the_typescript_compiles_and_narrows() {
    let directory = directory("typescript");
    fs::write(directory.join("errors.ts"), CATALOG.to_typescript()).unwrap();
    let body = |slug, code| {
        let problem = domains::sample(slug, code).unwrap();
        serde_json::from_str::<serde_json::Value>(&problem.to_json()).unwrap()
    };
    let responses = serde_json::json!({
        "archived": body("sequences", 6),
        "scheduler": body("sequences", 3),
        "notFound": body("sequences", 1),
    });
    fs::write(directory.join("responses.json"), responses.to_string()).unwrap();
    fs::create_dir(directory.join("hostile")).unwrap();
    for (number, catalog) in hostile_catalogs().enumerate() {
        fs::write(
            directory.join(format!("hostile/errors{number}.ts")),
            catalog.to_typescript(),
        )
        .unwrap();
    }
    run("typescript.mjs", false, &[directory]);
}

#[test]
fn the_openapi_document_is_valid() {
    let directory = directory("openapi");
    let mut files = vec![directory.join("openapi.json")];
    fs::write(&files[0], CATALOG.to_openapi()).unwrap();
    for (number, catalog) in hostile_catalogs().enumerate() {
        let file = directory.join(format!("hostile{number}.json"));
        fs::write(&file, catalog.to_openapi()).unwrap();
        files.push(file);
    }
    run("openapi.mjs", false, &files);
}
