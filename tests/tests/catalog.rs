//! `Domain` and `Catalog`, as constants.

use problem_core::{Catalog, Domain, Problem, ProblemDomain, ProblemType};

/// About orders.
#[derive(Debug, Problem)]
#[problem(domain = "Orders", reserved(2))]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 404)]
    NotFound,
    /// Order is archived
    #[problem(code = 3, status = 409)]
    Archived,
}

/// About parcels.
#[derive(Debug, Problem)]
#[problem(domain = "Parcel Services", uncoded)]
enum ParcelError {
    /// Carrier is down
    #[problem(status = 503)]
    CarrierDown,
}

const CATALOG: Catalog = Catalog::new("Shop API", &[OrderError::DOMAIN, ParcelError::DOMAIN]);

static EMPTY: Catalog = Catalog::new("Nothing", &[]);

#[test]
fn a_catalog_is_a_constant_in_the_order_given() {
    assert_eq!(CATALOG.title(), "Shop API");
    let slugs: Vec<&str> = CATALOG.domains().iter().map(Domain::slug).collect();
    assert_eq!(slugs, ["orders", "parcel-services"]);
    assert_eq!(EMPTY.domains().len(), 0);
}

#[test]
fn a_domain_is_found_by_its_slug() {
    let orders = CATALOG.domain("orders").unwrap();
    assert_eq!(
        (orders.name(), orders.docs(), orders.reserved()),
        ("Orders", "About orders.", [2].as_slice())
    );
    assert!(CATALOG.domain("Orders").is_none());
}

#[test]
fn a_problem_is_found_by_slug_and_code() {
    assert_eq!(CATALOG.find("orders", 3).unwrap().name(), "Archived");
    assert!(CATALOG.find("orders", 2).is_none());
    assert!(CATALOG.find("parcel-services", 1).is_none());
    assert!(CATALOG.find("nothing", 1).is_none());
}

#[test]
fn the_row_of_a_value_is_the_row_of_the_catalog() {
    let row = CATALOG.find("orders", 1).unwrap();
    assert!(std::ptr::eq(row, OrderError::NotFound.problem_type()));
    assert!(!std::ptr::eq(row, OrderError::Archived.problem_type()));
    let uncoded = &CATALOG.domain("parcel-services").unwrap().problems()[0];
    assert!(std::ptr::eq(uncoded, ParcelError::CarrierDown.problem_type()));
}

#[test]
fn p10_every_problem_documents_its_title_and_status() {
    let rows = CATALOG.domains().iter().flat_map(Domain::problems);
    let documented: Vec<(&str, u16, &str)> = rows.map(|row| (row.title(), row.status(), row.description())).collect();
    let expected = [
        ("Not Found", 404, "Order not found"),
        ("Conflict", 409, "Order is archived"),
        ("Service Unavailable", 503, "Carrier is down"),
    ];
    assert_eq!(documented, expected);
}

#[test]
#[should_panic(expected = "two domains of the catalog have the slug `orders`; give one of them another `domain`")]
fn two_equal_slugs_are_refused_at_run_time_too() {
    static SAME: [Domain; 2] = [OrderError::DOMAIN, Domain::new("ORDERS", "orders", &[])];
    let _ = Catalog::new("Shop API", &SAME);
}

#[test]
fn a_domain_by_hand_takes_its_place() {
    static TEAPOT: [ProblemType; 1] = [ProblemType::new("Teapot", 418, "I'm a teapot", "It makes tea")
        .with_code(1)
        .with_type_uri("urn:teapot")];
    const KITCHEN: Domain = Domain::new("Kitchen", "kitchen", &TEAPOT)
        .with_docs("About tea.")
        .with_reserved(&[2]);
    const HAND: Catalog = Catalog::new("By hand", &[KITCHEN]);
    let teapot = HAND.find("kitchen", 1).unwrap();
    assert_eq!(
        (teapot.name(), teapot.status(), teapot.title(), teapot.type_uri()),
        ("Teapot", 418, "I'm a teapot", Some("urn:teapot"))
    );
    assert_eq!((teapot.description(), teapot.docs()), ("It makes tea", "It makes tea"));
    assert_eq!(HAND.domain("kitchen").unwrap().docs(), "About tea.");
    assert_eq!(HAND.domain("kitchen").unwrap().reserved(), [2]);
}
