//! What people and tools read.

use problem_core::{Domain, ProblemType};
use serde_json::{Value, json};

use super::{check, orders};

const BEFORE: Domain = orders!([]
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,
    /// Order is archived
    #[problem(code = 6, status = 409)]
    OrderArchived,
);

const AFTER: Domain = orders!([]
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound { #[problem(extension)] id: u64 },
    /// Order is archived
    #[problem(code = 6, status = 409)]
    Archived,
    /// Order is locked
    #[problem(code = 7, status = 409)]
    Locked,
);

#[test]
fn the_report_reads_well_in_80_columns() {
    let expected = "\
breaking  orders 6 OrderArchived
          the name changed to `Archived`, while the code 6 stays
          remedy: if `Archived` means what `OrderArchived` meant, confirm it
            with `error-docs lock --renamed orders/6=Archived` or with
            `\"renamed\": \"Archived\"` in the lock; else give `Archived` a new
            code, and restore `OrderArchived` or add `reserved(6)`

warning   orders 7 Locked
          a new problem
          remedy: write the lock again, so that it holds this problem too

info      orders 1 NotFound
          the extension `id` was added

1 breaking change, 1 warning, 1 other change";
    assert_eq!(check(BEFORE, AFTER).to_string(), expected);
}

#[test]
fn tools_read_the_report_as_json() {
    let report: Value = serde_json::from_str(&check(BEFORE, AFTER).to_json()).unwrap();
    assert_eq!(report["breaking"], true);
    assert_eq!(
        report["changes"][1],
        json!({
            "class": "warning",
            "domain": "orders",
            "code": 7,
            "name": "Locked",
            "what": "a new problem",
            "remedy": "write the lock again, so that it holds this problem too",
        }),
    );
    assert_eq!(report["changes"][2]["remedy"], Value::Null);
    assert_eq!(report["changes"].as_array().unwrap().len(), 3);

    let report: Value = serde_json::from_str(&check(BEFORE, BEFORE).to_json()).unwrap();
    assert_eq!(report, json!({"breaking": false, "changes": []}));
}

#[test]
fn no_text_acts_on_the_terminal() {
    const BEFORE: &[ProblemType] = &[ProblemType::new("A", 400, "\u{1b}[2J\u{202e}", "a").with_code(1)];
    const AFTER: &[ProblemType] = &[ProblemType::new("A", 400, "\u{7}\n\u{9b}1m", "a").with_code(1)];
    let report = check(Domain::new("A", "a", BEFORE), Domain::new("A", "a", AFTER)).to_string();
    assert!(
        report.contains("the title changed from “\u{fffd}[2J\u{fffd}” to “\u{fffd} \u{fffd}1m”"),
        "{report}"
    );
}
