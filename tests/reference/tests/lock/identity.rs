//! Which problem a code means.

use problem_core::reference::Lock;
use problem_core::reference::Severity::{Breaking, Info, Warning};

use super::{assert_changes, catalog, check, orders};

#[test]
fn an_unchanged_domain_has_no_changes() {
    let orders = orders!([reserved(3)]
        /// Order not found
        #[problem(code = 1, status = 404)]
        NotFound,
    );
    let report = check(orders, orders);
    assert_changes(&report, []);
    assert_eq!(report.to_string(), "no change: the published contract is kept");
}

#[test]
fn another_name_under_a_code_needs_a_confirmation() {
    let before = orders!([]
        /// Order is archived
        #[problem(code = 6, status = 409)]
        OrderArchived,
    );
    let after = orders!([]
        /// Order is archived
        #[problem(code = 6, status = 409)]
        Archived,
    );
    let report = check(before, after);
    assert_changes(
        &report,
        [(
            Breaking,
            "orders 6 OrderArchived",
            "the name changed to `Archived`, while the code 6 stays",
            "if `Archived` means what `OrderArchived` meant, confirm it with `error-docs lock --renamed \
             orders/6=Archived` or with `\"renamed\": \"Archived\"` in the lock; else give `Archived` a new code, and \
             restore `OrderArchived` or add `reserved(6)`",
        )],
    );

    let mut lock = Lock::of(&catalog([before]));
    lock.confirm_renamed("orders", "6", "Archived").unwrap();
    let confirmed = [(
        Info,
        "orders 6 OrderArchived",
        "the name changed to `Archived`, as confirmed",
        "",
    )];
    assert_changes(&lock.check(&catalog([after])), confirmed);
    // As written by hand.
    let by_hand = Lock::from_json(&Lock::of(&catalog([before])).to_json().replace(
        r#""name": "OrderArchived", "#,
        r#""name": "OrderArchived", "renamed": "Archived", "#,
    ));
    assert_eq!(by_hand.unwrap(), lock);
    // Until the name really changes, the confirmation changes nothing.
    assert_changes(&lock.check(&catalog([before])), []);
}

#[test]
fn a_confirmation_is_of_one_name() {
    let before = orders!([]
        /// Order is archived
        #[problem(code = 6, status = 409)]
        OrderArchived,
    );
    let after = orders!([]
        /// Order is locked
        #[problem(code = 6, status = 409)]
        Locked,
    );
    let mut lock = Lock::of(&catalog([before]));
    lock.confirm_renamed("orders", "6", "Archived").unwrap();
    assert!(lock.check(&catalog([after])).is_breaking());

    for (domain, problem) in [("orders", "7"), ("orders", "OrderArchived"), ("order", "6")] {
        let error = lock.confirm_renamed(domain, problem, "Locked").unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "the lock: the domain `{domain}` has no problem `{problem}` to rename; name one as in `sequences/6`"
            ),
        );
    }
}

#[test]
fn a_reused_code_is_told_with_all_that_differs() {
    let before = orders!([]
        /// Order is archived
        #[problem(code = 6, status = 409)]
        Archived { #[problem(extension)] id: u64 },
    );
    let after = orders!([]
        /// Card declined
        #[problem(code = 6, status = 402)]
        Declined,
    );
    let changes = check(before, after);
    let whats: Vec<&str> = changes
        .changes()
        .iter()
        .map(problem_core::reference::Change::what)
        .collect();
    assert_eq!(
        whats,
        [
            "the name changed to `Declined`, while the code 6 stays",
            "the status changed from 409 to 402",
            "the extension `id` was removed",
            "the title changed from “Conflict” to “Payment Required”",
        ],
    );
}

#[test]
fn a_removed_problem_leaves_a_reserved_code() {
    let before = orders!([]
        /// Order not found
        #[problem(code = 1, status = 404)]
        NotFound,
        /// Order is archived
        #[problem(code = 6, status = 409)]
        Archived,
    );
    let removed = orders!([]
        /// Order not found
        #[problem(code = 1, status = 404)]
        NotFound,
    );
    let retired = orders!([reserved(6)]
        /// Order not found
        #[problem(code = 1, status = 404)]
        NotFound,
    );
    assert_changes(
        &check(before, removed),
        [(
            Breaking,
            "orders 6 Archived",
            "the problem was removed",
            "add `reserved(6)`, so that no other problem can take the code",
        )],
    );
    assert_changes(
        &check(before, retired),
        [(
            Warning,
            "orders 6 Archived",
            "the problem was retired: removed, and its code reserved",
            "tell the clients' authors, then write the lock again",
        )],
    );
}

#[test]
fn a_reserved_code_stays_reserved() {
    let before = orders!([reserved(3, 4)]
        /// Order not found
        #[problem(code = 1, status = 404)]
        NotFound,
    );
    let after = orders!([]
        /// Order not found
        #[problem(code = 1, status = 404)]
        NotFound,
        /// Order is archived
        #[problem(code = 4, status = 409)]
        Archived,
    );
    assert_changes(
        &check(before, after),
        [
            (
                Breaking,
                "orders 3",
                "the code 3 is no longer reserved",
                "add `reserved(3)` again",
            ),
            (
                Breaking,
                "orders 4 Archived",
                "the reserved code 4 is used again, by `Archived`",
                "give `Archived` a code that was never used, and keep `reserved(4)`",
            ),
        ],
    );
}

#[test]
fn a_problem_keeps_its_code() {
    let before = orders!([]
        /// Order is archived
        #[problem(code = 6, status = 409)]
        Archived,
    );
    let after = orders!([reserved(6)]
        /// Order is archived
        #[problem(code = 7, status = 409)]
        Archived,
    );
    assert_changes(
        &check(before, after),
        [(
            Breaking,
            "orders 6 Archived",
            "the code changed from 6 to 7",
            "restore `code = 6`",
        )],
    );
    let uncoded = orders!([uncoded]
        /// Order is archived
        #[problem(status = 409)]
        Archived,
    );
    assert_changes(
        &check(before, uncoded),
        [(
            Breaking,
            "orders 6 Archived",
            "the code 6 was taken away",
            "restore `code = 6`",
        )],
    );
    assert_changes(
        &check(uncoded, before),
        [(
            Breaking,
            "orders Archived",
            "it has the code 6, and had none",
            "remove the code; or declare a new problem that has it",
        )],
    );
}

#[test]
fn swapped_codes_are_told_once_a_problem() {
    let before = orders!([base = "https://errors.example.com/"]
        /// Order is archived
        #[problem(code = 6, status = 409)]
        Archived,
        /// Order is locked
        #[problem(code = 7, status = 409)]
        Locked,
    );
    let after = orders!([base = "https://errors.example.com/"]
        /// Order is archived
        #[problem(code = 7, status = 409)]
        Archived,
        /// Order is locked
        #[problem(code = 6, status = 409)]
        Locked,
    );
    assert_changes(
        &check(before, after),
        [
            (
                Breaking,
                "orders 6 Archived",
                "the code changed from 6 to 7, and 6 means `Locked` now",
                "restore `code = 6`",
            ),
            (
                Breaking,
                "orders 7 Locked",
                "the code changed from 7 to 6, and 7 means `Archived` now",
                "restore `code = 7`",
            ),
        ],
    );
}

#[test]
fn a_code_taken_by_a_problem_that_had_another_is_no_rename() {
    let before = orders!([]
        /// Order is archived
        #[problem(code = 6, status = 409)]
        Archived,
        /// Order is locked
        #[problem(code = 7, status = 409)]
        Locked,
    );
    let after = orders!([]
        /// Order is locked
        #[problem(code = 6, status = 409)]
        Locked,
    );
    assert_changes(
        &check(before, after),
        [
            (
                Breaking,
                "orders 6 Archived",
                "the problem was removed, and its code 6 means `Locked` now",
                "give `Locked` back its code 7, and add `reserved(6)`",
            ),
            (
                Breaking,
                "orders 7 Locked",
                "the code changed from 7 to 6",
                "restore `code = 7`",
            ),
        ],
    );
}

#[test]
fn a_new_problem_is_worth_a_warning() {
    let before = orders!([]
        /// Order not found
        #[problem(code = 1, status = 404)]
        NotFound,
    );
    let after = orders!([reserved(8, 9)]
        /// Order not found
        #[problem(code = 1, status = 404)]
        NotFound,
        /// Order is archived
        #[problem(code = 6, status = 409)]
        Archived,
    );
    assert_changes(
        &check(before, after),
        [
            (
                Warning,
                "orders 6 Archived",
                "a new problem",
                "write the lock again, so that it holds this problem too",
            ),
            (Info, "orders", "the codes 8, 9 were reserved", ""),
        ],
    );
}

#[test]
fn a_problem_without_a_code_is_known_by_its_name() {
    let before = orders!([uncoded]
        /// Too many requests
        #[problem(status = 429)]
        Throttled,
    );
    let after = orders!([uncoded]
        /// Too many requests
        #[problem(status = 429)]
        TooManyRequests,
    );
    assert_changes(
        &check(before, after),
        [
            (
                Breaking,
                "orders Throttled",
                "the problem was removed",
                "restore it; without a code it cannot be reserved",
            ),
            (
                Warning,
                "orders TooManyRequests",
                "a new problem",
                "write the lock again, so that it holds this problem too",
            ),
        ],
    );
    let mut lock = Lock::of(&catalog([before]));
    lock.confirm_renamed("orders", "Throttled", "TooManyRequests").unwrap();
    assert_changes(
        &lock.check(&catalog([after])),
        [(
            Info,
            "orders Throttled",
            "the name changed to `TooManyRequests`, as confirmed",
            "",
        )],
    );
}
