use problem_core::{Catalog, Domain, ExtensionSpec};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::support::{CATALOG, shown, words};

/// What a file is made of.
#[derive(Debug, Default, PartialEq)]
struct Shape {
    headings: usize,
    rows: usize,
}

fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

fn shape(markdown: &str) -> Shape {
    let mut shape = Shape::default();
    for event in parser(markdown) {
        match event {
            Event::Start(Tag::Heading { .. }) => shape.headings += 1,
            Event::Start(Tag::TableRow) => shape.rows += 1,
            _ => {}
        }
    }
    shape
}

/// The file as it should come back, by what the catalog declares and what its docs hold themselves.
fn expected(catalog: &Catalog) -> Shape {
    // The title, and the contents where there are any.
    let mut all = Shape {
        headings: 1 + usize::from(!catalog.domains().is_empty()),
        rows: 0,
    };
    let mut add = |headings, rows, docs: &str| {
        let own = shape(&shown(docs));
        all.headings += headings + own.headings;
        all.rows += rows + own.rows;
    };
    for domain in catalog.domains() {
        add(1, domain.problems().len(), domain.docs());
        for problem in domain.problems() {
            let mut members: Vec<&str> = problem.extensions().iter().map(ExtensionSpec::name).collect();
            members.sort_unstable();
            members.dedup();
            add(
                1,
                members.len() + problem.headers().len(),
                beyond(problem.docs(), problem.description()),
            );
        }
    }
    all
}

/// The docs without a first paragraph that is the description.
fn beyond<'a>(docs: &'a str, description: &str) -> &'a str {
    let docs = docs.trim();
    let (first, rest) = docs.split_at(docs.find("\n\n").unwrap_or(docs.len()));
    if words(first) == words(description) { rest } else { docs }
}

/// Reads the file back: as many headings and rows as were written, and no HTML but anchors.
pub(crate) fn check(catalog: &Catalog) {
    let text = catalog.to_markdown();
    assert_eq!(shape(&text), expected(catalog), "{text}");

    let mut in_problem_table = false;
    let mut cells: Vec<String> = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for event in parser(&text) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                let html = html.trim();
                let anchor = html.strip_prefix("<a id=\"").and_then(|rest| rest.strip_suffix("\">"));
                let is_anchor = anchor.is_some_and(|id| {
                    !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
                });
                assert!(is_anchor || html == "</a>", "{html}");
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => cells.clear(),
            Event::Start(Tag::TableCell) => cells.push(String::new()),
            Event::Text(part) | Event::Code(part) => {
                if let Some(cell) = cells.last_mut() {
                    cell.push_str(&part);
                }
            }
            Event::End(TagEnd::TableHead) => in_problem_table = cells == ["errorCode", "Name", "HTTP", "Description"],
            Event::End(TagEnd::TableRow) if in_problem_table => rows.push(cells.clone()),
            _ => {}
        }
    }
    let problems: Vec<_> = catalog.domains().iter().flat_map(Domain::problems).collect();
    // A hostile doc comment may hold a table that looks the same.
    if rows.len() == problems.len() {
        for (row, problem) in rows.iter().zip(problems) {
            assert_eq!(words(&row[1]), words(&shown(problem.name())));
            assert_eq!(row[2], problem.status().to_string());
            assert_eq!(words(&row[3]), words(&shown(problem.description())));
        }
    }
}

#[test]
fn the_file_lists_the_catalog() {
    check(&CATALOG);
}

#[test]
fn it_reads_well() {
    let text = CATALOG.to_markdown();
    for expected in [
        "# Shop API error reference\n",
        "- [Order Items](#order-items) (2)\n",
        "<a id=\"orders\"></a>\n\n## Orders\n\nRequests about one order.\n\nEach names it by its `id`.\n",
        "Retired codes, never used again: 3, 4\n",
        "| [6](#orders-6) | `Archived` | 409 | Order is archived |\n",
        "| [–](#common-Unauthorized) | `Unauthorized` | 401 | The API key is missing |\n",
        "<a id=\"orders-6\"></a>\n\n### 6 `Archived`\n\n**409** Conflict\n\nOrder is archived\n\n#### Remedy\n",
        "Restore it, see [the guide](https://example.com/guide).\n\n| Member | JSON type | Sent |\n",
        "| `archivedBy` | string | sometimes |\n",
        "| `WWW-Authenticate` | `Bearer` |\n",
        "**Deprecated.** use code 6\n",
        "type [`https://errors.example.com/order-items/1`](https://errors.example.com/order-items/1)\n",
    ] {
        assert!(text.contains(expected), "{expected} is not in {text}");
    }
}
