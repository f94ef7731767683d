//! One file for each way to say a problem: `fixed`, `formatted` and `extended` make the bytes, `*_response` the whole
//! response of axum, and `read` the document again.

pub mod axum_problem;
pub mod by_hand;
pub mod floor;
pub mod http_api_problem;
pub mod problem_details;
pub mod problemdetails;
pub mod problems;
pub mod this;
