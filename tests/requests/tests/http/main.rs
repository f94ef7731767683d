//! Requests over real HTTP, on a loopback port of its own for each test.

mod extract;
mod layer;
mod support;
mod valid;
