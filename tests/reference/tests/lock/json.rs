//! The file.

use problem_core::reference::Lock;

use super::{catalog, check, orders};

fn lock() -> Lock {
    let orders = orders!([base = "https://errors.example.com/", reserved(4, 3)]
        /// Too many requests
        #[deprecated]
        #[problem(code = 11, status = 429, header("X-Scope" = "\"order\""))]
        Throttled {
            #[problem(extension)]
            limit: u64,
            #[problem(extension)]
            after: Option<String>,
            #[problem(header = "Retry-After")]
            seconds: u32,
        },
        /// Order not found
        #[problem(code = 1, status = 404)]
        NotFound,
    );
    let common = problem_core::Domain::new("Common", "common", {
        const PROBLEMS: &[problem_core::ProblemType] = &[problem_core::ProblemType::new(
            "Unauthorized",
            401,
            "Who are you? 🦀",
            "No key",
        )];
        PROBLEMS
    });
    Lock::of(&catalog([
        orders,
        common,
        problem_core::Domain::new("Empty", "empty", &[]),
    ]))
}

#[test]
fn the_file_has_a_line_for_each_fact() {
    let expected = r#"{
  "about": "The published error codes. `error-docs check` compares, `error-docs lock` writes.",
  "format": 1,
  "domains": [
    {"slug": "common", "problems": [
      {"name": "Unauthorized", "status": 401, "title": "Who are you? 🦀"}
    ]},
    {"slug": "empty", "problems": []},
    {"slug": "orders", "reserved": [3, 4], "problems": [
      {"code": 1, "name": "NotFound", "status": 404, "title": "Not Found", "type": "https://errors.example.com/orders/1"},
      {"code": 11, "name": "Throttled", "status": 429, "title": "Too Many Requests", "type": "https://errors.example.com/orders/11", "deprecated": true, "extensions": [
        {"name": "after", "type": "String", "optional": true},
        {"name": "limit", "type": "u64"}
      ], "headers": [
        {"name": "Retry-After"},
        {"name": "X-Scope", "value": "\"order\""}
      ]}
    ]}
  ]
}
"#;
    assert_eq!(lock().to_json(), expected);
    assert_eq!(Lock::from_json(expected).unwrap(), lock());
}

#[test]
fn any_order_and_layout_is_read() {
    let value: serde_json::Value = serde_json::from_str(&lock().to_json()).unwrap();
    assert_eq!(Lock::from_json(&value.to_string()).unwrap(), lock());
    let windows = lock().to_json().replace('\n', "\r\n");
    assert_eq!(Lock::from_json(&format!("\u{feff}{windows}")).unwrap(), lock());

    let json = r#"{"later": {"a": [1]}, "domains": [
        {"slug": "orders", "since": "2026", "problems": [
            {"title": "Conflict", "severity": 3, "status": 409, "name": "Archived", "code": 6, "headers": []},
            {"title": "Not Found", "status": 404, "name": "NotFound", "code": 1, "type": null}
        ]}
    ], "format": 1}"#;
    let orders = orders!([]
        /// Order not found
        #[problem(code = 1, status = 404)]
        NotFound,
        /// Order is archived
        #[problem(code = 6, status = 409)]
        Archived,
    );
    assert_eq!(Lock::from_json(json).unwrap(), Lock::of(&catalog([orders])));
    assert!(check(orders, orders).changes().is_empty());
}

#[test]
fn what_is_no_lock_is_refused_by_place_and_remedy() {
    let problem = |members: &str| format!(r#"{{"format": 1, "domains": [{{"slug": "a", "problems": [{members}]}}]}}"#);
    let one = r#"{"code": 1, "name": "A", "status": 400, "title": "t"}"#;
    for (json, expected) in [
        (
            String::new(),
            "not a lock, EOF while parsing a value at line 1 column 0; restore it from version control",
        ),
        (
            "{\n  \"format\": 1,\n  \"domains\": [,]\n}".to_owned(),
            "not a lock, expected value at line 3 column 15; restore it from version control",
        ),
        (
            "{}".to_owned(),
            "not a lock, it has no member `format`; name another file",
        ),
        (
            "[]".to_owned(),
            "not a lock, invalid length 0, expected a lock at line 1 column 2; restore it from version control",
        ),
        (
            r#"{"format": 2, "contract": {}}"#.to_owned(),
            "of format 2, this program knows up to 1; update `problem-core`",
        ),
        ("{\n<<<<<<< ours\n".to_owned(), "a merge conflict at line 2; resolve it"),
        (
            problem(r#"{"name": "A", "status": "404", "title": "t"}"#),
            "not a lock, invalid type: string \"404\", expected u16 at line 1 column 82; restore it from version control",
        ),
        (
            problem(r#"{"name": "A", "status": 404}"#),
            "not a lock, missing field `title` at line 1 column 81; restore it from version control",
        ),
        (
            problem(&format!("{one},{one}")),
            "the code 1 stands twice in the domain `a`; remove one of the two",
        ),
        (
            problem(r#"{"name": "A", "status": 400, "title": "t"}, {"name": "A", "status": 400, "title": "t"}"#),
            "the name `A` stands twice in the domain `a`; remove one of the two",
        ),
        (
            problem(
                r#"{"name": "A", "status": 400, "title": "t", "extensions": [{"name": "x", "type": "u8"}, {"name": "x", "type": "u8"}]}"#,
            ),
            "the extension `x` of `A` stands twice in the domain `a`; remove one of the two",
        ),
        (
            r#"{"format": 1, "domains": [{"slug": "a", "reserved": [1, 1]}]}"#.to_owned(),
            "the reserved code 1 stands twice in the domain `a`; remove one of the two",
        ),
        (
            r#"{"format": 1, "domains": [{"slug": "a"}, {"slug": "b"}, {"slug": "a"}]}"#.to_owned(),
            "each problem stands twice in the domain `a`; remove one of the two",
        ),
    ] {
        let error = Lock::from_json(&json).unwrap_err();
        assert_eq!(error.to_string(), format!("the lock: {expected}"));
    }
}
