//! Which problem a type URI means.

use problem_core::reference::Severity::{Breaking, Warning};
use problem_core::{Domain, Problem, ProblemDomain};

use super::{assert_changes, check, orders};

const ARCHIVED: Domain = orders!([]
    /// Order is archived
    #[problem(code = 6, status = 409, type = "urn:shop:archived")]
    Archived,
);

#[test]
fn a_problem_keeps_its_type() {
    let another = orders!([]
        /// Order is archived
        #[problem(code = 6, status = 409, type = "urn:shop:order-archived")]
        Archived,
    );
    let none = orders!([]
        /// Order is archived
        #[problem(code = 6, status = 409)]
        Archived,
    );
    let based = orders!([base = "https://errors.example.com/"]
        /// Order is archived
        #[problem(code = 6, status = 409)]
        Archived,
    );
    let subject = "orders 6 Archived";
    assert_changes(
        &check(ARCHIVED, another),
        [(
            Breaking,
            subject,
            "the type changed from `urn:shop:archived` to `urn:shop:order-archived`",
            "restore the type `urn:shop:archived`",
        )],
    );
    assert_changes(
        &check(ARCHIVED, none),
        [(
            Breaking,
            subject,
            "the type changed from `urn:shop:archived` to none",
            "restore the type `urn:shop:archived`",
        )],
    );
    assert_changes(
        &check(none, based),
        [(
            Breaking,
            subject,
            "the type changed from none to `https://errors.example.com/orders/6`",
            "remove `base` or `type`; to a client a new type is another problem",
        )],
    );
}

#[test]
fn a_type_never_means_another_problem() {
    let after = orders!([reserved(6)]
        /// Order is locked
        #[problem(code = 7, status = 409, type = "urn:shop:archived")]
        Locked,
    );
    assert_changes(
        &check(ARCHIVED, after),
        [
            (
                Breaking,
                "orders 7 Locked",
                "its type `urn:shop:archived` meant `orders 6 Archived`",
                "give it a type URI that was never used",
            ),
            (
                Warning,
                "orders 6 Archived",
                "the problem was retired: removed, and its code reserved",
                "tell the clients' authors, then write the lock again",
            ),
            (
                Warning,
                "orders 7 Locked",
                "a new problem",
                "write the lock again, so that it holds this problem too",
            ),
        ],
    );
}

#[test]
fn a_type_may_come_to_cover_another_problem() {
    let after = orders!([]
        /// Order is archived
        #[problem(code = 6, status = 409, type = "urn:shop:archived")]
        Archived,
        /// Order is archived for good
        #[problem(code = 7, status = 409, type = "urn:shop:archived")]
        ArchivedForGood,
    );
    assert_changes(
        &check(ARCHIVED, after),
        [(
            Warning,
            "orders 7 ArchivedForGood",
            "a new problem",
            "write the lock again, so that it holds this problem too",
        )],
    );
}

#[test]
fn a_type_that_stays_tells_a_new_name_of_a_problem_without_a_code() {
    let before = orders!([uncoded]
        /// Order is archived
        #[problem(status = 409, type = "urn:shop:archived")]
        OrderArchived,
    );
    let after = orders!([uncoded]
        /// Order is archived
        #[problem(status = 409, type = "urn:shop:archived")]
        Archived,
    );
    assert_changes(
        &check(before, after),
        [(
            Breaking,
            "orders OrderArchived",
            "the name changed to `Archived`, while the type URI stays",
            "if `Archived` means what `OrderArchived` meant, confirm it with `error-docs lock --renamed \
             orders/OrderArchived=Archived` or with `\"renamed\": \"Archived\"` in the lock; else give `Archived` a new \
             type URI",
        )],
    );
}

#[test]
fn a_type_that_moves_with_its_problem_means_the_same() {
    /// Order is archived
    #[derive(Debug, Problem)]
    #[problem(domain = "Archive", code = 1, status = 409, type = "urn:shop:archived")]
    struct Archived;

    let report = check(ARCHIVED, <Archived as ProblemDomain>::DOMAIN);
    let whats: Vec<&str> = report
        .changes()
        .iter()
        .map(problem_core::reference::Change::what)
        .collect();
    assert_eq!(
        whats,
        ["the domain was removed, with 1 problem", "a new domain with 1 problem"]
    );
}
