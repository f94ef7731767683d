/// Not valid: {0}
#[problem(crate = "::p::q", uncoded, status = 400, display, type = "urn:a:b", header("Retry-After" = "30"))]
#[error("{0} is not valid")]
struct Invalid<'a, T: std::fmt::Debug, const N: usize>(#[problem(extension = "value")] &'a [T; N]) where T: Clone;
