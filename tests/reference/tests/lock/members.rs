//! What a problem carries.

use problem_core::__private::{ExtensionSpec, ProblemType, Row};
use problem_core::Domain;
use problem_core::reference::Change;
use problem_core::reference::Severity::{Breaking, Info, Warning};

use super::{assert_changes, check, orders};

const SUBJECT: &str = "orders 11 Throttled";

const THROTTLED: Domain = orders!([]
    /// Too many requests
    #[problem(code = 11, status = 429, header("X-Scope" = "order"))]
    Throttled {
        #[problem(extension)]
        limit: u64,
        #[problem(extension)]
        region: Option<String>,
        #[problem(header = "Retry-After")]
        seconds: u32,
    },
);

#[test]
fn a_problem_keeps_its_status() {
    let after = orders!([]
        /// Too many requests
        #[problem(code = 11, status = 503, title = "Too Many Requests", header("X-Scope" = "order"))]
        Throttled {
            #[problem(extension)]
            limit: u64,
            #[problem(extension)]
            region: Option<String>,
            #[problem(header = "Retry-After")]
            seconds: u32,
        },
    );
    assert_changes(
        &check(THROTTLED, after),
        [(
            Breaking,
            SUBJECT,
            "the status changed from 429 to 503",
            "restore `status = 429`; or declare a new problem, with a code of its own",
        )],
    );
}

#[test]
fn a_title_may_change_and_texts_do_as_they_like() {
    let after = orders!([]
        /// There were too many requests
        ///
        /// Wait.
        #[problem(code = 11, status = 429, title = "Slow down", detail = "{limit}", header("X-Scope" = "order"))]
        Throttled {
            #[problem(extension)]
            limit: u64,
            #[problem(extension)]
            region: Option<String>,
            #[problem(header = "Retry-After")]
            seconds: u32,
        },
    );
    assert_changes(
        &check(THROTTLED, after),
        [(
            Warning,
            SUBJECT,
            "the title changed from “Too Many Requests” to “Slow down”",
            "restore it, or write the lock again to accept it",
        )],
    );
}

#[test]
fn extensions_and_headers_stay() {
    let after = orders!([]
        /// Too many requests
        #[problem(code = 11, status = 429)]
        Throttled {
            #[problem(extension)]
            limit: String,
        },
    );
    assert_changes(
        &check(THROTTLED, after),
        [
            (
                Breaking,
                SUBJECT,
                "the type of the extension `limit` changed from `u64` to `String`",
                "restore `u64`; or add an extension with another name",
            ),
            (
                Breaking,
                SUBJECT,
                "the extension `region` was removed",
                "restore it; clients read it",
            ),
            (
                Breaking,
                SUBJECT,
                "the header `Retry-After` was removed",
                "restore it; clients read it",
            ),
            (
                Breaking,
                SUBJECT,
                "the header `X-Scope` was removed",
                "restore it; clients read it",
            ),
        ],
    );
}

#[test]
fn an_extension_that_is_always_sent_stays_so() {
    let after = orders!([]
        /// Too many requests
        #[problem(code = 11, status = 429, header("x-scope" = "order"))]
        Throttled {
            #[problem(header = "RETRY-AFTER")]
            seconds: u32,
            #[problem(extension)]
            region: String,
            #[problem(extension)]
            limit: Option<u64>,
        },
    );
    assert_changes(
        &check(THROTTLED, after),
        [
            (
                Breaking,
                SUBJECT,
                "the extension `limit` became optional",
                "send it always; clients count on it",
            ),
            (Info, SUBJECT, "the extension `region` is always sent now", ""),
        ],
    );
}

#[test]
fn what_is_added_breaks_nothing() {
    let after = orders!([]
        /// Too many requests
        #[deprecated = "use the queue"]
        #[problem(code = 11, status = 429, header("X-Scope" = "order"), header("X-Queue" = "a"), header("X-Queue" = "b"))]
        Throttled {
            #[problem(extension)]
            limit: u64,
            #[problem(extension)]
            region: Option<String>,
            #[problem(extension)]
            queue: Option<u32>,
            #[problem(header = "Retry-After")]
            seconds: u32,
        },
    );
    let added = [
        (Info, SUBJECT, "the problem was deprecated", ""),
        (Info, SUBJECT, "the extension `queue` was added", ""),
        (Info, SUBJECT, "the header `X-Queue` was added", ""),
        (Info, SUBJECT, "the header `X-Queue` was added", ""),
    ];
    assert_changes(&check(THROTTLED, after), added);
}

#[test]
fn the_value_of_a_header_may_change() {
    let after = orders!([]
        /// Too many requests
        #[problem(code = 11, status = 429, header("X-Scope" = "shop"), header("Retry-After" = "30"))]
        Throttled {
            #[problem(extension)]
            limit: u64,
            #[problem(extension)]
            region: Option<String>,
        },
    );
    let remedy = "restore it, or write the lock again to accept it";
    assert_changes(
        &check(THROTTLED, after),
        [
            (
                Warning,
                SUBJECT,
                "the header `Retry-After` changed from a value of the occurrence to `30`",
                remedy,
            ),
            (
                Warning,
                SUBJECT,
                "the header `X-Scope` changed from `order` to `shop`",
                remedy,
            ),
        ],
    );
}

#[test]
fn another_type_that_is_the_same_in_json_breaks_nothing() {
    let with_type = |name: &'static str| {
        let extensions: &'static [ExtensionSpec] = vec![ExtensionSpec::new("x", name, false)].leak();
        let problem = ProblemType(Row {
            code: Some(1),
            name: "A",
            extensions,
            ..Row::DEFAULT
        });
        Domain::new("Orders", "orders", vec![problem].leak())
    };
    for (from, to, class) in [
        ("String", "&'static str", Info),
        ("Vec<String>", "BTreeSet<Cow<'static, str>>", Info),
        ("HashMap<String, u8>", "std::collections::BTreeMap<Box<str>, u8>", Info),
        ("f32", "f64", Info),
        ("u32", "u64", Breaking),
        ("u64", "usize", Breaking),
        ("usize", "u128", Breaking),
        ("String", "Uuid", Breaking),
        ("Region", "Place", Breaking),
        ("Vec<Region>", "Vec<Place>", Breaking),
        ("[u8; 2]", "[u8; 3]", Breaking),
        ("Vec<u8>", "[u8; 3]", Breaking),
    ] {
        let report = check(with_type(from), with_type(to));
        let classes: Vec<_> = report.changes().iter().map(Change::class).collect();
        assert_eq!(classes, [class], "{report}");
    }
    assert_changes(
        &check(with_type("String"), with_type("&'static str")),
        [(
            Info,
            "orders 1 A",
            "the type of the extension `x` changed from `String` to `&'static str`, which is the same in JSON",
            "",
        )],
    );
}
