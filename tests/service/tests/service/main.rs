//! The example service over real HTTP, on a loopback port of its own for each test.

mod framework;
mod keys;
mod leaks;
mod negotiate;
mod rate_limit;
mod reference;
mod samples;
mod sequences;
mod support;
mod tables;
