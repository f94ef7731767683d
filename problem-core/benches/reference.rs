//! How long the error reference takes to render, for 1,000 and 10,000 problems: ten times the problems, ten times the
//! time.
//!
//! ```console
//! cargo bench --features reference --bench reference
//! ```

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use problem_core::{Catalog, Domain, ExtensionSpec, HeaderSpec, ProblemType};

const SIZES: [usize; 2] = [1_000, 10_000];

const PER_DOMAIN: usize = 50;

fn main() {
    divan::main();
}

/// A catalog of so many problems, with documentation, members and headers here and there.
fn catalog(size: usize) -> Catalog {
    let domains: Vec<Domain> = (0..size / PER_DOMAIN)
        .map(|domain| {
            let problems: Vec<ProblemType> = (0..PER_DOMAIN).map(|code| problem(domain, code)).collect();
            let name = leak(format!("Domain number {domain}"));
            let slug = leak(format!("domain-number-{domain}"));
            Domain::new(name, slug, Box::leak(problems.into_boxed_slice()))
        })
        .collect();
    Catalog::new("Benchmark API", Box::leak(domains.into_boxed_slice()))
}

fn problem(domain: usize, code: usize) -> ProblemType {
    use problem_core::__private::{DetailSource, Row};
    let status = [400, 404, 409, 429][code % 4];
    let mut row = Row {
        name: leak(format!("ThingNumber{code}")),
        code: u32::try_from(code).ok(),
        status,
        title: "Conflict",
        description: leak(format!("Thing {code} of domain {domain} is not as it should be")),
        ..Row::DEFAULT
    };
    if code % 3 == 0 {
        row.docs = leak(format!(
            "{}\n\nAsk for it **again**, with [the guide](https://example.com/):\n\n```http\nPOST /things/{code}\n```\n",
            row.description
        ));
    }
    if code % 5 == 0 {
        row.detail = DetailSource::Template("Thing {id} is not as it should be");
        row.extensions = const {
            &[
                ExtensionSpec::new("id", "u64", false),
                ExtensionSpec::new("reasons", "Vec<String>", true),
            ]
        };
        row.headers = const { &[HeaderSpec::new("Retry-After", None)] };
    }
    ProblemType(row)
}

fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn bench(bencher: Bencher, size: usize, render: fn(&Catalog) -> String) {
    let catalog = catalog(size);
    let bytes = render(&catalog).len();
    bencher
        .counter(ItemsCount::new(size))
        .counter(BytesCount::new(bytes))
        .bench_local(|| render(&catalog));
}

#[divan::bench(args = SIZES)]
fn markdown(bencher: Bencher, size: usize) {
    bench(bencher, size, Catalog::to_markdown);
}

#[divan::bench(args = SIZES)]
fn html(bencher: Bencher, size: usize) {
    bench(bencher, size, Catalog::to_html);
}

#[divan::bench(args = SIZES)]
fn json(bencher: Bencher, size: usize) {
    bench(bencher, size, Catalog::to_json);
}

#[divan::bench(args = SIZES)]
fn openapi(bencher: Bencher, size: usize) {
    bench(bencher, size, Catalog::to_openapi);
}

#[divan::bench(args = SIZES)]
fn typescript(bencher: Bencher, size: usize) {
    bench(bencher, size, Catalog::to_typescript);
}
