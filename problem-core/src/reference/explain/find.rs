//! From what was typed to the problem that is meant.

use std::error::Error;
use std::fmt;

use crate::{Catalog, Domain, ProblemType};

/// Why there is nothing to explain; the message names what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainError {
    asked: String,
    /// The domain that there is, and whose problem is not found.
    domain: Option<&'static str>,
    /// The slug, or the code and the name, that comes closest.
    meant: Option<String>,
    /// The code is known, and meant another problem once.
    is_reserved: bool,
}

impl ExplainError {
    /// The slug of the domain that has no such problem; `None` where there is no such domain.
    #[cfg(feature = "cli")]
    pub(crate) fn domain(&self) -> Option<&'static str> {
        self.domain
    }
}

impl fmt::Display for ExplainError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let asked = &self.asked;
        match self.domain {
            Some(domain) if self.is_reserved => {
                return write!(
                    f,
                    "the code {asked} of the domain `{domain}` was retired; it is not used any more"
                );
            }
            Some(domain) => write!(f, "the domain `{domain}` has no problem `{asked}`")?,
            None => write!(f, "there is no domain `{asked}`")?,
        }
        match &self.meant {
            Some(meant) => write!(f, "; did you mean `{meant}`?"),
            None => Ok(()),
        }
    }
}

impl Error for ExplainError {}

/// The domain with this slug or name.
pub(super) fn domain(catalog: &Catalog, asked: &str) -> Result<&'static Domain, ExplainError> {
    let folded = folded(asked);
    let domains = catalog.domains();
    let is_it = |domain: &&Domain| self::folded(domain.slug()) == folded || self::folded(domain.name()) == folded;
    if let Some(domain) = catalog.domain(asked).or_else(|| domains.iter().find(is_it)) {
        return Ok(domain);
    }
    let candidates = domains.iter().map(|domain| (domain.slug(), domain.slug().to_owned()));
    Err(ExplainError {
        asked: asked.to_owned(),
        domain: None,
        meant: closest(asked, candidates),
        is_reserved: false,
    })
}

/// The problem with this code or name.
pub(super) fn problem(domain: &'static Domain, asked: &str) -> Result<&'static ProblemType, ExplainError> {
    let code = asked.parse().ok();
    let folded = folded(asked);
    let problems = domain.problems();
    let found = match code {
        Some(code) => domain.problem(code),
        None => problems
            .iter()
            .find(|problem| problem.name() == asked)
            .or_else(|| problems.iter().find(|problem| self::folded(problem.name()) == folded)),
    };
    if let Some(problem) = found {
        return Ok(problem);
    }
    let candidates = problems.iter().map(|problem| {
        let code = problem.code().map(|code| format!("{code} ")).unwrap_or_default();
        (problem.name(), format!("{code}{}", problem.name()))
    });
    Err(ExplainError {
        asked: asked.to_owned(),
        domain: Some(domain.slug()),
        // Another number is another problem.
        meant: if code.is_none() {
            closest(asked, candidates)
        } else {
            None
        },
        is_reserved: code.is_some_and(|code| domain.reserved().contains(&code)),
    })
}

/// The letters and digits of a name, in lower case: `Sequence Actions` and `sequence-actions` are the same.
fn folded(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Of the names, each beside how it is shown, the one that was probably meant: one that is spelt alike, or of which a
/// part was typed.
fn closest(asked: &str, candidates: impl Iterator<Item = (&'static str, String)>) -> Option<String> {
    /// Below this, names have little in common.
    const ALIKE: f64 = 0.6;

    let asked = folded(asked);
    candidates
        .filter_map(|(name, shown)| {
            let name = folded(name);
            let likeness = strsim::normalized_damerau_levenshtein(&asked, &name);
            let is_part = !asked.is_empty() && name.contains(&asked);
            (likeness >= ALIKE || is_part).then_some((likeness, shown))
        })
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, shown)| shown)
}
