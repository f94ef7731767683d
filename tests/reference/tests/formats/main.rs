//! The error reference in each of its formats: what it says, and that no text breaks it.

mod hostile;
mod html;
mod json;
mod markdown;
mod openapi;
mod support;
mod typescript;
