use crate::{ProblemDetails, ProblemType, uri};

/// The scope of a set of error codes: what one derived type declares.
#[derive(Clone, Copy, Debug)]
pub struct Domain {
    name: &'static str,
    slug: &'static str,
    docs: &'static str,
    problems: &'static [ProblemType],
    reserved: &'static [u32],
}

impl Domain {
    /// Describes a domain: its name for people, its slug for pages and URIs, and its problem types.
    pub const fn new(name: &'static str, slug: &'static str, problems: &'static [ProblemType]) -> Self {
        Domain {
            name,
            slug,
            docs: "",
            problems,
            reserved: &[],
        }
    }

    /// Sets the documentation, in Markdown.
    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    /// Sets the retired codes, which no problem may use again.
    pub const fn with_reserved(mut self, codes: &'static [u32]) -> Self {
        self.reserved = codes;
        self
    }

    /// The name for people: `Sequence Actions`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The name in pages and URIs: `sequence-actions`.
    pub const fn slug(&self) -> &'static str {
        self.slug
    }

    /// The doc comment of the type, in Markdown.
    pub const fn docs(&self) -> &'static str {
        self.docs
    }

    /// The problem types, in the order of declaration. Transparent variants are listed where they are declared.
    pub const fn problems(&self) -> &'static [ProblemType] {
        self.problems
    }

    /// The retired codes.
    pub const fn reserved(&self) -> &'static [u32] {
        self.reserved
    }

    /// The problem type with this code.
    pub fn problem(&self, code: u32) -> Option<&'static ProblemType> {
        self.problems.iter().find(|problem| problem.code() == Some(code))
    }

    /// The problem type that a document is an occurrence of.
    ///
    /// The `type` URI decides (RFC 9457 §3.1.1). Where the document has none, or a relative one that is unknown here, the
    /// `errorCode` does. A document with another absolute `type` is none of this domain, whatever its code.
    pub fn recognize(&self, details: &ProblemDetails) -> Option<&'static ProblemType> {
        self.problems.get(recognize(self.problems, details)?)
    }
}

/// Where the problem type of a document stands in a table.
pub(crate) fn recognize(problems: &[ProblemType], details: &ProblemDetails) -> Option<usize> {
    let has_code = |problem: &ProblemType| problem.code().is_some() && problem.code() == details.error_code();
    if let Some(uri) = details.type_member() {
        let has_type = |problem: &ProblemType| problem.type_uri() == Some(uri);
        if let Some(first) = problems.iter().position(has_type) {
            // Of several with one URI the code tells which.
            let exact = problems
                .iter()
                .position(|problem| has_type(problem) && has_code(problem));
            return Some(exact.unwrap_or(first));
        }
        if uri::is_absolute(uri) && !uri.eq_ignore_ascii_case("about:blank") {
            return None;
        }
    }
    problems.iter().position(has_code)
}
