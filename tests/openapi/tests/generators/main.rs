//! Each generator of OpenAPI documents describes the same two operations: one with declared problems, transparent ones
//! among them, one that can answer with any.

mod aide;
mod document;
mod errors;
mod poem_openapi;
mod schemars;
#[allow(
    dead_code,
    reason = "utoipa reads what it documents from attributes; nothing calls the functions"
)]
mod utoipa;
mod validator;
