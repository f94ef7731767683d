//! The headers of a response that is one of several problems.

use std::collections::{HashMap, HashSet};

use super::sample;
use crate::ProblemType;

/// A header that comes with some of the problems.
pub(crate) struct Header {
    pub(crate) name: &'static str,
    /// The problems that declare it.
    pub(crate) senders: Vec<&'static ProblemType>,
    /// The values it can have, each once; `None` where an occurrence decides.
    pub(crate) values: Option<Vec<&'static str>>,
    /// A value it could have.
    pub(crate) example: &'static str,
}

impl Header {
    /// Whether each of so many problems is known to send it. A value that comes from an occurrence may be `None`.
    pub(crate) fn is_required(&self, problems: usize) -> bool {
        self.values.is_some() && self.senders.len() == problems
    }
}

/// Each header of these problems once, whatever the case of its name (RFC 9110 §5.1), in the order in which they come.
///
/// `Content-Type` is none of them: `OpenAPI` has another place for it.
pub(crate) fn headers(problems: &[&'static ProblemType]) -> Vec<Header> {
    let mut headers: Vec<Header> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for problem in problems {
        for (spec, (_, example)) in problem.headers().iter().zip(sample::headers(problem)) {
            let key = spec.name().to_ascii_lowercase();
            if key == "content-type" {
                continue;
            }
            let at = *known.entry(key).or_insert_with(|| {
                headers.push(Header {
                    name: spec.name(),
                    senders: Vec::new(),
                    values: Some(Vec::new()),
                    example,
                });
                headers.len() - 1
            });
            let header = &mut headers[at];
            if !header.senders.last().is_some_and(|last| std::ptr::eq(*last, *problem)) {
                header.senders.push(problem);
            }
            match (spec.value(), &mut header.values) {
                (Some(value), Some(values)) => values.push(value),
                (_, values) => *values = None,
            }
        }
    }
    for values in headers.iter_mut().filter_map(|header| header.values.as_mut()) {
        let mut seen = HashSet::new();
        values.retain(|value| seen.insert(*value));
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::HeaderSpec;
    use crate::problem_type::Row;

    #[test]
    fn a_header_has_each_of_its_values() {
        const fn problem(headers: &'static [HeaderSpec]) -> ProblemType {
            ProblemType(Row {
                headers,
                ..Row::DEFAULT
            })
        }
        static TWICE: ProblemType = problem(&[
            HeaderSpec::new("X-Queue", Some("a")),
            HeaderSpec::new("X-Queue", Some("b")),
            HeaderSpec::new("Content-Type", Some("text/plain")),
        ]);
        static LOWER: ProblemType = problem(&[
            HeaderSpec::new("x-queue", Some("a")),
            HeaderSpec::new("Retry-After", None),
        ]);
        static VARIES: ProblemType = problem(&[HeaderSpec::new("retry-after", None)]);

        let found = headers(&[&TWICE, &LOWER]);
        let names: Vec<&str> = found.iter().map(|header| header.name).collect();
        assert_eq!(names, ["X-Queue", "Retry-After"]);
        assert_eq!(found[0].values.as_deref(), Some(&["a", "b"][..]));
        assert_eq!(found[0].senders.len(), 2);
        assert!(found[0].is_required(2) && !found[0].is_required(3));

        let found = headers(&[&LOWER, &VARIES]);
        assert_eq!((found[1].values.as_ref(), found[1].senders.len()), (None, 2));
        assert!(!found[1].is_required(2), "its value may be `None`");
    }
}
