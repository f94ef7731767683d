//! `transparent` where the crate denies `unused_qualifications`.

#![deny(warnings, unused_qualifications, unused_results, trivial_casts, single_use_lifetimes)]

use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(uncoded)]
enum StoreError {
    /// Down
    #[problem(status = 503)]
    Down,
}

#[derive(Debug, Problem)]
enum OrderError {
    #[problem(transparent)]
    Store(StoreError),
    #[problem(transparent)]
    Boxed { inner: Box<StoreError> },
}

fn main() {
    assert_eq!(OrderError::Store(StoreError::Down).detail(), "Down");
    assert_eq!(OrderError::Boxed { inner: Box::new(StoreError::Down) }.detail(), "Down");
}
