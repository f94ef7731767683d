use std::collections::HashSet;

use problem_core::reference::content_security_policy;
use problem_core::{Catalog, Domain};
use scraper::{ElementRef, Html, Selector};

use crate::support::{CATALOG, shown, words};

fn select(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

fn text(element: ElementRef) -> String {
    element.text().collect()
}

/// The words of an element, each part of it set apart.
fn parts(element: ElementRef) -> String {
    words(&element.text().collect::<Vec<_>>().join(" ")).join(" ")
}

/// Reads the page back: nothing in it runs, loads or leads elsewhere, and everything of the catalog is there.
pub(crate) fn check(catalog: &Catalog) {
    let source = catalog.to_html();
    let page = Html::parse_document(&source);
    assert_eq!(page.errors, Vec::<String>::new());

    let mut ids = HashSet::new();
    let mut links = Vec::new();
    for element in page.select(&select("*")) {
        let name = element.value().name();
        assert!(ALLOWED.contains(&name), "<{name}>");
        for (attribute, value) in element.value().attrs() {
            assert!(
                !attribute.starts_with("on") && attribute != "style",
                "{attribute}={value}"
            );
            match attribute {
                "id" => assert!(ids.insert(value.to_owned()), "{value} is there twice"),
                "href" if name == "a" => links.push(value.to_owned()),
                "src" | "srcset" | "action" => panic!("{attribute}={value}"),
                _ => {}
            }
        }
    }
    for link in &links {
        match link.strip_prefix('#') {
            Some(id) => assert!(ids.contains(id), "{link} leads nowhere"),
            None => assert!(
                ["http:", "https:", "mailto:"]
                    .iter()
                    .any(|scheme| link.to_ascii_lowercase().starts_with(scheme)),
                "{link}"
            ),
        }
    }
    for element in ["script", "style", "title", "h1", "main"] {
        assert_eq!(page.select(&select(element)).count(), 1, "{element}");
    }

    let domains: Vec<ElementRef> = page.select(&select(".domain")).collect();
    assert_eq!(domains.len(), catalog.domains().len());
    assert_eq!(page.select(&select(".contents li")).count(), catalog.domains().len());
    for (section, domain) in domains.into_iter().zip(catalog.domains()) {
        let heading = section.select(&select("h2")).next().unwrap();
        assert_eq!(words(&text(heading)), words(&shown(domain.name())));
        let problems: Vec<ElementRef> = section.select(&select(".problem")).collect();
        assert_eq!(problems.len(), domain.problems().len());
        for (element, problem) in problems.into_iter().zip(domain.problems()) {
            let part = |selector: &str| words(&text(element.select(&select(selector)).next().unwrap()));
            assert_eq!(part(".name"), words(&shown(problem.name())));
            assert_eq!(part(".description"), words(&shown(problem.description())));
            assert_eq!(part(".badge span"), words(&shown(problem.title())));
            let sample = text(element.select(&select(".json")).next().unwrap());
            let sample: serde_json::Value = serde_json::from_str(&sample).unwrap();
            assert_eq!(sample["status"], problem.status());
            assert_eq!(sample["errorCode"].as_u64(), problem.code().map(u64::from));
        }
    }
}

/// Every element that the templates and rendered Markdown use.
const ALLOWED: &[&str] = &[
    "html",
    "head",
    "meta",
    "title",
    "link",
    "style",
    "script",
    "body",
    "header",
    "nav",
    "main",
    "section",
    "footer",
    "search",
    "details",
    "summary",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "div",
    "span",
    "a",
    "b",
    "strong",
    "em",
    "del",
    "br",
    "hr",
    "ol",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "code",
    "kbd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    "button",
    "input",
    "label",
    "output",
    "svg",
    "rect",
    "circle",
    "path",
];

#[test]
fn the_page_shows_the_catalog() {
    check(&CATALOG);
}

#[test]
fn no_domain_takes_the_place_of_a_part_of_the_page() {
    let names = ["top", "contents", "problems", "q", "found", "clear", "expand"];
    let domains: Vec<Domain> = names.iter().map(|name| Domain::new(name, name, &[])).collect();
    let catalog = Catalog::new("Shop API", domains.leak());
    check(&catalog);
    let page = Html::parse_document(&catalog.to_html());
    for name in names {
        assert!(
            page.select(&select(&format!("section#{name}"))).next().is_some(),
            "{name}"
        );
    }
}

#[test]
fn a_problem_is_shown_with_all_that_is_declared() {
    let page = Html::parse_document(&CATALOG.to_html());
    let archived = page.select(&select("#orders-6")).next().unwrap();
    let all = parts(archived);
    for expected in [
        "6 Archived 409 Conflict Order is archived",
        "Remedy Restore it, see the guide",
        "Detail Order {id} was archived by {archived_by}",
        "id integer always",
        "archivedBy string sometimes",
        "HTTP/1.1 409 Conflict Content-Type: application/problem+json",
        "\"detail\" : \"Order 42 was archived by text\" ,",
        "\"id\" : 42 , \"archivedBy\" : \"text\" }",
    ] {
        assert!(all.contains(expected), "{expected} is not in {all}");
    }
    let throttled = page.select(&select("#orders-11")).next().unwrap();
    assert!(parts(throttled).contains("Retry-After: 30"));
    assert!(page.select(&select("#common-Unauthorized")).next().is_some());
    let typed = page.select(&select("#order-items-1 .facts a")).next().unwrap();
    assert_eq!(typed.attr("href"), Some("https://errors.example.com/order-items/1"));
}

#[test]
fn the_charts_count_by_status_and_by_domain() {
    let page = Html::parse_document(&CATALOG.to_html());
    let chips: Vec<String> = page.select(&select(".chip")).map(parts).collect();
    assert_eq!(
        chips,
        [
            "401 Unauthorized 1",
            "404 Not Found 2",
            "409 Conflict 3",
            "429 Too Many Requests 1",
            "500 Internal Server Error 1",
        ]
    );
    let chart = page.select(&select(".statuses svg")).next().unwrap();
    assert_eq!(
        chart.attr("aria-label"),
        Some("Problems by status: 1 of 401, 2 of 404, 3 of 409, 1 of 429, 1 of 500")
    );
    let counts: Vec<String> = page.select(&select(".contents .count")).map(text).collect();
    assert_eq!(counts, ["4", "2", "2"]);
    assert_eq!(page.select(&select(".contents svg")).count(), 3);
}

#[test]
fn the_policy_allows_the_scripts_and_styles_of_the_page_alone() {
    let source = CATALOG.to_html();
    let page = Html::parse_document(&source);
    let meta = page.select(&select("meta[http-equiv]")).next().unwrap();
    let of_page = meta.attr("content").unwrap();
    assert!(content_security_policy().starts_with(of_page));
    assert!(of_page.starts_with("default-src 'none'; style-src 'sha256-"));
    assert!(!of_page.contains("unsafe"));
}
