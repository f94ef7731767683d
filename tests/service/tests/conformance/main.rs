//! RFC 9457 as tests, each named after its number in the list of statements: `p…` is what is sent, `c…` what is read.

mod bodies;
mod reading;
mod refusing;
mod robustness;
mod schema;
mod sending;

#[path = "../service/support.rs"]
#[allow(dead_code, reason = "the tests of the service need more of it")]
mod support;
