use axum::response::IntoResponse;
use problem_core::{AnyProblem, Catalog, Problem, ProblemDomain};

#[derive(Debug, Problem)]
#[problem(domain = "Orders")]
enum OrderError {
    /// Order not found
    #[problem(code = 1, status = 200)]
    NotFound,
}

#[derive(Debug, Problem)]
#[problem(domain = "Parcels")]
enum ParcelError {
    /// Parcel not found
    #[problem(code = 1, status = 200)]
    NotFound,
}

const CATALOG: Catalog = Catalog::new("Shop", &[OrderError::DOMAIN, ParcelError::DOMAIN]);

fn handle() -> Result<(), AnyProblem> {
    Err(OrderError::NotFound)?;
    Err(ParcelError::NotFound.into())
}

fn main() {
    let _ = CATALOG.title();
    let _ = handle().map_err(|error| error.into_response());
    println!("{}", OrderError::NotFound);
}
