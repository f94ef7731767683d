//! Two validators: the `OpenAPI` Initiative's own schemas, which are always there, and openapi-spec-validator from
//! `PyPI`, which also follows what a schema cannot say.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

/// Asserts that the document is valid, that each schema in it is one, and that each example is an instance of its schema.
pub(crate) fn assert_valid(document: &Value) {
    let v3_0 = document["openapi"].as_str().expect("a version").starts_with("3.0.");
    let schema = if v3_0 {
        include_str!("../../schemas/openapi-3.0.json")
    } else {
        include_str!("../../schemas/openapi-3.1.json")
    };
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let errors: Vec<String> = validator
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}\n{document:#}");

    assert_examples(document, v3_0);
    spec_validator(document);
}

/// Goes through the document and holds each example against the schema beside it.
fn assert_examples(value: &Value, v3_0: bool) {
    if let Some(schema) = value.get("schema").filter(|schema| schema.get("$ref").is_none()) {
        let validator = if v3_0 {
            jsonschema::draft4::new(schema)
        } else {
            jsonschema::draft202012::new(schema)
        };
        let validator = validator.unwrap_or_else(|error| panic!("{error}: {schema:#}"));
        let named = value["examples"]
            .as_object()
            .into_iter()
            .flat_map(|examples| examples.values());
        let values = named.map(|example| &example["value"]);
        for example in values.chain(value.get("example")).chain(schema.get("example")) {
            let errors: Vec<String> = validator.iter_errors(example).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:#?}\n{example:#}\n{schema:#}");
        }
    }
    match value {
        Value::Object(members) => members.values().for_each(|value| assert_examples(value, v3_0)),
        Value::Array(items) => items.iter().for_each(|value| assert_examples(value, v3_0)),
        _ => {}
    }
}

/// Hands the document to openapi-spec-validator. Where that cannot be had the reason is printed, and CI fails.
fn spec_validator(document: &Value) {
    static PYTHON: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    const SCRIPT: &str =
        "import json, sys; from openapi_spec_validator import validate; validate(json.load(sys.stdin))";
    let python = match PYTHON.get_or_init(python) {
        Ok(python) => python,
        Err(reason) => {
            assert_ne!(
                std::env::var("CI").as_deref(),
                Ok("true"),
                "no openapi-spec-validator: {reason}"
            );
            // Not `eprintln!`, which the test harness keeps to itself.
            writeln!(io::stderr(), "skipped: openapi-spec-validator: {reason}").expect("stderr");
            return;
        }
    };
    let mut command = Command::new(python);
    command
        .args(["-c", SCRIPT])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("python starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(document.to_string().as_bytes()).expect("python reads");
    drop(stdin);
    let output = child.wait_with_output().expect("python ends");
    assert!(
        output.status.success(),
        "{}\n{document:#}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// A Python that has openapi-spec-validator: the one there is, or a virtual environment below the target directory.
fn python() -> Result<PathBuf, String> {
    const REQUIREMENTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/requirements.txt");
    let has_validator = |python: &Path| run(python, &["-c", "import openapi_spec_validator"]).is_ok();
    let venv = Path::new(env!("CARGO_TARGET_TMPDIR")).join("openapi-spec-validator");
    let bin = if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    };
    let python = venv.join(bin);
    for python in [Path::new("python3"), &python] {
        if has_validator(python) {
            return Ok(python.to_owned());
        }
    }
    run(
        Path::new("python3"),
        &["-m", "venv", "--clear", &venv.to_string_lossy()],
    )?;
    let install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--retries",
        "1",
        "-r",
        REQUIREMENTS,
    ];
    run(&python, &install)?;
    Ok(python)
}

fn run(program: &Path, arguments: &[&str]) -> Result<(), String> {
    let output = Command::new(program).args(arguments).output();
    let output = output.map_err(|error| format!("{}: {error}", program.display()))?;
    if output.status.success() {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
}
