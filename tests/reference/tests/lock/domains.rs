//! Domains as a whole.

use problem_core::reference::Severity::{Breaking, Info, Warning};
use problem_core::reference::{Change, Lock};
use problem_core::{Domain, Problem, ProblemDomain, ProblemType};

use super::{assert_changes, catalog, check, orders};

const ORDERS: Domain = orders!([reserved(3)]
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,
    /// Order is archived
    #[problem(code = 6, status = 409)]
    Archived,
);

/// Why a request about an item failed.
#[derive(Debug, Problem)]
#[problem(domain = "Items")]
enum ItemError {
    /// Item not found
    #[problem(code = 1, status = 404)]
    ItemNotFound,
}

#[test]
fn a_new_domain_is_fine() {
    let report = Lock::of(&catalog([ORDERS])).check(&catalog([ItemError::DOMAIN, ORDERS]));
    assert_changes(&report, [(Info, "items", "a new domain with 1 problem", "")]);
}

#[test]
fn a_domain_stays() {
    let report = Lock::of(&catalog([ItemError::DOMAIN, ORDERS])).check(&catalog([ItemError::DOMAIN]));
    assert_changes(
        &report,
        [(
            Breaking,
            "orders",
            "the domain was removed, with 2 problems",
            "keep the domain; retire its problems with `reserved(1, 3, 6)`",
        )],
    );
}

#[test]
fn a_domain_is_retired_by_keeping_its_codes() {
    let retired = Domain::new("Orders", "orders", &[]).with_reserved(&[1, 3, 6]);
    let classes: Vec<_> = check(ORDERS, retired).changes().iter().map(Change::class).collect();
    assert_eq!(classes, [Warning, Warning]);
}

#[test]
fn a_domain_without_codes_was_nothing_to_rely_on() {
    let empty = Domain::new("Empty", "empty", &[]);
    let report = Lock::of(&catalog([empty, ORDERS])).check(&catalog([ORDERS]));
    assert_changes(
        &report,
        [(Info, "empty", "the domain was removed, with 0 problems", "")],
    );
}

#[test]
fn another_slug_is_seen_as_such() {
    let renamed = Domain::new("Purchases", "purchases", ORDERS.problems()).with_reserved(&[3]);
    assert_changes(
        &check(ORDERS, renamed),
        [
            (
                Breaking,
                "orders",
                "the domain was removed, with 2 problems; the new domain `purchases` has the same",
                "name the domain as before; its slug is in the codes' addresses",
            ),
            (Info, "purchases", "a new domain with 2 problems", ""),
        ],
    );
    // Its name for people may change.
    let reworded = Domain::new("Your orders", "orders", ORDERS.problems()).with_reserved(&[3]);
    assert_changes(&check(ORDERS, reworded), []);
}

/// The same, and a problem of the orders.
#[derive(Debug, Problem)]
#[problem(domain = "Items")]
enum ItemErrors {
    /// Item not found
    #[problem(code = 1, status = 404)]
    ItemNotFound,
    /// Order is archived
    #[problem(code = 2, status = 409)]
    Archived,
}

#[test]
fn a_problem_that_moved_is_told_where() {
    let orders = orders!([reserved(3)]
        /// Order not found
        #[problem(code = 1, status = 404)]
        NotFound,
    );
    let report = Lock::of(&catalog([ORDERS, ItemError::DOMAIN])).check(&catalog([orders, ItemErrors::DOMAIN]));
    assert_changes(
        &report,
        [
            (
                Breaking,
                "orders 6 Archived",
                "the problem was removed; its name moved to `items 2`",
                "add `reserved(6)`, so that no other problem can take the code",
            ),
            (
                Warning,
                "items 2 Archived",
                "a new problem",
                "write the lock again, so that it holds this problem too",
            ),
        ],
    );
}

#[test]
fn a_code_that_two_problems_have_is_told() {
    // The derive refuses this; by hand it can be written.
    const PROBLEMS: &[ProblemType] = &[
        ProblemType::new("NotFound", 404, "Not Found", "Order not found").with_code(1),
        ProblemType::new("Archived", 409, "Conflict", "Order is archived").with_code(1),
        ProblemType::new("Throttled", 429, "Too Many Requests", "Too many requests"),
        ProblemType::new("Throttled", 429, "Too Many Requests", "Too many requests"),
    ];
    let domain = Domain::new("Orders", "orders", PROBLEMS);
    assert_changes(
        &check(domain, domain),
        [
            (
                Breaking,
                "orders Throttled",
                "another problem without a code has this name too",
                "give each problem a name of its own",
            ),
            (
                Breaking,
                "orders 1 Archived",
                "its code 1 is that of `NotFound` too",
                "give each problem a code of its own",
            ),
        ],
    );
}
