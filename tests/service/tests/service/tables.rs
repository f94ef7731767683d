use problem_examples::CATALOG;

/// A row of `fixtures/error-tables.tsv`: the published error reference.
pub(crate) struct Row {
    pub(crate) domain: &'static str,
    pub(crate) code: u32,
    pub(crate) name: &'static str,
    pub(crate) status: u16,
    pub(crate) description: &'static str,
}

pub(crate) fn rows() -> Vec<Row> {
    let mut lines = include_str!("../../fixtures/error-tables.tsv").lines();
    assert_eq!(lines.next(), Some("domain\tcode\tname\tstatus\tdescription"));
    let row = |line: &'static str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [domain, code, name, status, description] = columns[..] else {
            panic!("five columns: {line}");
        };
        Row {
            domain,
            code: code.parse().unwrap(),
            name,
            status: status.parse().unwrap(),
            description,
        }
    };
    lines.map(row).collect()
}

/// The titles of the API's status table.
pub(crate) fn title(status: u16) -> &'static str {
    match status {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        409 => "Conflict",
        429 => "Too Many Requests",
        other => panic!("{other} is not in the table"),
    }
}

#[test]
fn the_catalog_is_the_published_reference() {
    let mut rows = rows().into_iter();
    for domain in CATALOG.domains() {
        for problem in domain.problems() {
            let row = rows.next().expect("a row for each problem");
            assert_eq!(domain.name(), row.domain);
            assert_eq!(problem.name(), row.name, "{} {}", row.domain, row.code);
            assert_eq!(problem.code(), Some(row.code), "{} {}", row.domain, row.name);
            assert_eq!(problem.status(), row.status, "{} {}", row.domain, row.name);
            assert_eq!(problem.title(), title(row.status), "{} {}", row.domain, row.name);
            assert_eq!(problem.description(), row.description, "{} {}", row.domain, row.name);
            assert_eq!(problem.type_uri(), None, "{} {}", row.domain, row.name);
        }
    }
    assert!(rows.next().is_none(), "a problem for each row");
    assert_eq!(CATALOG.domains().len(), 19);
}
