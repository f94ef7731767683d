use problem_core::{Catalog, ProblemDomain};

#[derive(Debug)]
struct NotFound;

const CATALOG: Catalog = Catalog::new("Shop", &[NotFound::DOMAIN, domain::<NotFound>()]);

const fn domain<P: ProblemDomain>() -> problem_core::Domain {
    P::DOMAIN
}

fn main() {
    let _ = CATALOG;
}
