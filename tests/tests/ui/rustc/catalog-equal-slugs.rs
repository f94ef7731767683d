use problem_core::{Catalog, Problem, ProblemDomain};

/// Order not found
#[derive(Debug, Problem)]
#[problem(domain = "Orders", code = 1, status = 404)]
struct NotFound;

/// Order is gone
#[derive(Debug, Problem)]
#[problem(domain = "ORDERS!", code = 1, status = 410)]
struct Gone;

const CATALOG: Catalog = Catalog::new("Shop", &[NotFound::DOMAIN, Gone::DOMAIN]);

fn main() {
    let _ = CATALOG.title();
}
