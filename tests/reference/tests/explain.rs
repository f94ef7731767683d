//! The page of one problem in the terminal.
// The problems are declared, not raised.
#![allow(dead_code)]

use problem_core::reference::Terminal;
use problem_core::{Catalog, Domain, Problem, ProblemDomain, ProblemType};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

/// Why a request about a sequence failed.
#[derive(Debug, Problem)]
#[problem(domain = "Sequence Actions", base = "https://errors.example.com/", reserved(3))]
enum SequenceError {
    /// Too many requests for this sequence
    ///
    /// Each sequence takes a number of requests in a minute, so that a *single* client cannot keep the others from it.
    /// Wait for the seconds of `Retry-After`, then send the request again:
    ///
    /// - in order,
    /// - one at a time.
    ///
    /// ```text
    /// sleep 30 && retry
    /// ```
    #[deprecated = "it is never sent"]
    #[problem(code = 11, status = 429, detail = "Sequence {id} takes {limit:?} requests a minute", header("X-Scope" = "sequence"))]
    Throttled {
        #[problem(extension)]
        id: u64,
        #[problem(extension)]
        limit: Option<u32>,
        #[problem(header = "Retry-After")]
        seconds: u32,
    },

    /// The scheduler is down
    #[problem(code = 12, status = 503, title = "Try later")]
    SchedulerDown,
}

const CATALOG: Catalog = Catalog::new("Sales API", &[SequenceError::DOMAIN, COMMON]);

const COMMON: Domain = Domain::new("Common", "common", {
    const PROBLEMS: &[ProblemType] = &[ProblemType::new(
        "Unauthorized",
        401,
        "Unauthorized",
        "The API key is missing",
    )];
    PROBLEMS
});

#[test]
fn the_page_reads_well_in_80_columns() {
    let expected = r#"sequence-actions 11 Throttled
429 Too Many Requests
deprecated: it is never sent

Too many requests for this sequence

Each sequence takes a number of requests in a minute, so that a single client
cannot keep the others from it. Wait for the seconds of `Retry-After`, then send
the request again:

- in order,
- one at a time.

  sleep 30 && retry

type       https://errors.example.com/sequence-actions/11
detail     Sequence {id} takes {limit:?} requests a minute
extension  id: integer
           limit: integer, not always sent
header     X-Scope: sequence
           Retry-After: depends on the occurrence

sample response

  HTTP/1.1 429 Too Many Requests
  Content-Type: application/problem+json
  X-Scope: sequence
  Retry-After: 30

  {
    "type": "https://errors.example.com/sequence-actions/11",
    "title": "Too Many Requests",
    "status": 429,
    "detail": "Sequence 42 takes 42 requests a minute",
    "errorCode": 11,
    "id": 42,
    "limit": 42
  }
"#;
    let page = CATALOG.explain("sequence-actions", "11", Terminal::default()).unwrap();
    assert_eq!(page, expected);
    assert!(page.lines().all(|line| line.width() <= 80));
    // Narrow screens get narrow text.
    let narrow = CATALOG.explain("sequence-actions", "11", Terminal::new(40)).unwrap();
    let texts = narrow.split("sample response").next().unwrap();
    assert!(texts.lines().all(|line| line.width() <= 40), "{narrow}");
}

#[test]
fn a_problem_is_found_however_it_is_called() {
    let page = |domain, problem| CATALOG.explain(domain, problem, Terminal::default()).unwrap();
    let expected = page("sequence-actions", "12");
    assert!(
        expected.starts_with("sequence-actions 12 SchedulerDown\n503 Try later\n\nThe scheduler is down\n\ntype  ")
    );
    for (domain, problem) in [
        ("Sequence Actions", "012"),
        ("sequence_actions", "SchedulerDown"),
        ("SequenceActions", "scheduler_down"),
    ] {
        assert_eq!(page(domain, problem), expected);
    }
    assert!(page("common", "unauthorized").starts_with("common Unauthorized\n401 Unauthorized\n"));
}

#[test]
fn what_is_not_there_is_told_with_what_is_meant() {
    for (domain, problem, expected) in [
        (
            "sequence-action",
            "11",
            "there is no domain `sequence-action`; did you mean `sequence-actions`?",
        ),
        ("weather", "11", "there is no domain `weather`"),
        ("", "11", "there is no domain ``"),
        (
            "actions",
            "11",
            "there is no domain `actions`; did you mean `sequence-actions`?",
        ),
        (
            "sequence-actions",
            "1",
            "the domain `sequence-actions` has no problem `1`",
        ),
        (
            "sequence-actions",
            "3",
            "the code 3 of the domain `sequence-actions` was retired; it is not used any more",
        ),
        (
            "sequence-actions",
            "Throtled",
            "the domain `sequence-actions` has no problem `Throtled`; did you mean `11 Throttled`?",
        ),
        ("common", "", "the domain `common` has no problem ``"),
    ] {
        let error = CATALOG.explain(domain, problem, Terminal::default()).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn colours_are_only_styles() {
    let plain = CATALOG.explain("sequence-actions", "11", Terminal::default()).unwrap();
    let coloured = CATALOG
        .explain("sequence-actions", "11", Terminal::default().with_colour(true))
        .unwrap();
    assert!(!plain.contains('\u{1b}'));
    assert!(
        coloured.starts_with("\u{1b}[1msequence-actions\u{1b}[0m \u{1b}[1m11\u{1b}[0m "),
        "{coloured:?}"
    );
    let mut stripped = coloured.clone();
    while let Some(start) = stripped.find("\u{1b}[") {
        let end = start + stripped[start..].find('m').unwrap();
        stripped.replace_range(start..=end, "");
    }
    assert_eq!(stripped, plain);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_acts_on_the_terminal(texts in prop::collection::vec(r"(\PC|\p{Cc}|[-*>|`#\n \u{1b}\u{9b}\u{202e}]){0,60}", 4), columns in 0..200_usize) {
        let [name, title, description, docs]: [&'static str; 4] = texts
            .into_iter()
            .map(|text| &*text.leak())
            .collect::<Vec<_>>()
            .try_into()
            .unwrap();
        let row = problem_core::__private::Row {
            name,
            title,
            description,
            docs,
            code: Some(1),
            type_uri: Some(title),
            deprecated: Some(docs),
            ..problem_core::__private::Row::DEFAULT
        };
        let domain = Domain::new(name, "a", vec![ProblemType(row)].leak());
        let catalog = Catalog::new(title, vec![domain].leak());
        let page = catalog.explain("a", "1", Terminal::new(columns)).unwrap();
        for line in page.lines() {
            prop_assert!(!line.contains(|c: char| c.is_control() || c == '\u{202e}'), "{line:?}");
        }
    }
}
