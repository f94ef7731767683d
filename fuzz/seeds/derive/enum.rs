/// Why a request failed.
#[problem(domain = "Sequences", base = "https://errors.example.com/", reserved(3, 4), rename_all = "camelCase", decode)]
pub enum SequenceError {
    /// Sequence not found
    #[problem(code = 1, status = 404)]
    NotFound,
    /// Sequence is archived
    #[problem(code = 6, status = 409, title = "Conflict", detail = "Sequence {id:>4} is {0:?} {{archived}}")]
    #[deprecated(note = "use 7")]
    SequenceArchived { #[problem(extension)] id: u64, #[problem(extension = "a-b", header = "X-A", default)] b: Option<String> },
    #[problem(transparent)]
    Other(Other),
}
