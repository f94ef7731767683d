//! The lock: the published codes as a file, and the proof that a catalog keeps them.

mod change;
mod compare;
mod contract;
mod error;
mod finding;
mod members;
mod read;
mod report;
mod write;

use std::fs;
use std::path::Path;

pub use self::change::{Change, Severity};
use self::contract::{DomainContract, Key, ProblemContract};
use self::error::Kind;
pub use self::error::LockError;
#[cfg(feature = "cli")]
use self::finding::count;
pub use self::report::Report;
use super::file;
use crate::Catalog;

/// The version of the file format that this crate writes, and the newest that it reads.
const FORMAT: u64 = 1;

/// The published contract of a [`Catalog`]: of each problem its code, name, status, title, type, extension members and
/// headers, and of each domain the codes that are reserved. Texts that clients only show are no part of it.
///
/// A service keeps it as a file beside its code and holds it with one test:
///
/// ```
/// use problem_core::reference::Lock;
/// use problem_core::{Catalog, Problem, ProblemDomain};
///
/// #[derive(Debug, Problem)]
/// #[problem(domain = "Orders")]
/// enum OrderError {
///     /// Order not found
///     #[problem(code = 1, status = 404)]
///     NotFound,
/// }
///
/// const CATALOG: Catalog = Catalog::new("Shop API", &[OrderError::DOMAIN]);
///
/// // In a test: include_str!("../errors.lock.json")
/// let lock = r#"{"format": 1, "domains": [{"slug": "orders", "problems": [
///     {"code": 1, "name": "NotFound", "status": 410, "title": "Gone"}
/// ]}]}"#;
///
/// let report = Lock::from_json(lock).unwrap().check(&CATALOG);
/// assert!(report.is_breaking());
/// assert_eq!(report.changes()[0].what(), "the status changed from 410 to 404");
/// ```
///
/// # The classes of change
///
/// | [`Severity`] | changes |
/// |---|---|
/// | `Breaking` | a problem or a domain removed, a code, name, type or status changed, a type URI used for something else, an extension removed, retyped or made optional, a header removed, a reserved code free again |
/// | `Warning` | a new problem, a problem retired properly (removed, and its code `reserved`), a title or the value of a fixed header changed |
/// | `Info` | a new domain, extension or header, an extension that is always sent now, a code reserved, a problem deprecated, a confirmed new name |
///
/// # Renaming a problem
///
/// Under the same code another name may be the same problem, better named, or another problem that took a published
/// code. Only people know; so a new name is a breaking change until it is confirmed, where reviewers see it: in the
/// problem's line of the lock.
///
/// ```json
/// {"code": 6, "name": "SequenceArchived", "renamed": "Archived", "status": 409, "title": "Conflict"}
/// ```
///
/// [`confirm_renamed`](Self::confirm_renamed) adds that member, and so does the option `--renamed sequences/6=Archived`
/// of the command-line tool. The next lock that is written has the new name and no such member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// In the order of their slugs, each once.
    domains: Vec<DomainContract>,
}

impl Lock {
    /// The contract that the catalog publishes.
    pub fn of(catalog: &Catalog) -> Self {
        Lock {
            domains: contract::domains(catalog),
        }
    }

    /// Reads a lock. Members that this version does not know are ignored.
    ///
    /// # Errors
    ///
    /// If the text is not JSON or not a lock, holds one thing twice, or was written in a newer format. The message names
    /// the place.
    pub fn from_json(json: &str) -> Result<Self, LockError> {
        read::from_json(json).map_err(LockError::from)
    }

    /// The lock as JSON: sorted, a line for each problem, extension and header, so that a change of one of them is a
    /// change of one line.
    pub fn to_json(&self) -> String {
        write::to_json(self)
    }

    /// Reads the lock in this file.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or [`from_json`](Self::from_json) fails; the message names the file.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, LockError> {
        let path = path.as_ref();
        let json = fs::read_to_string(path).map_err(Kind::Read);
        json.and_then(|json| read::from_json(&json))
            .map_err(|kind| LockError::from(kind).in_file(path))
    }

    /// Writes the lock to this file, whole or not at all: an interrupted write leaves the old file.
    ///
    /// # Errors
    ///
    /// If the file cannot be written; the message names the file.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), LockError> {
        let path = path.as_ref();
        file::write(path, self.to_json().as_bytes()).map_err(|error| LockError::from(Kind::Write(error)).in_file(path))
    }

    /// Compares the published contract with what the catalog declares now.
    pub fn check(&self, catalog: &Catalog) -> Report {
        let mut changes = compare::ambiguities(catalog);
        changes.extend(compare::compare(self, &Lock::of(catalog)));
        Report::new(changes)
    }

    /// Confirms that a problem has a new name and means what it meant: `("sequences", "6", "Archived")`.
    ///
    /// `problem` is its code, or its name where it has none.
    ///
    /// # Errors
    ///
    /// If the lock has no such problem.
    pub fn confirm_renamed(&mut self, domain: &str, problem: &str, name: impl Into<String>) -> Result<(), LockError> {
        let is_meant = |contract: &ProblemContract| match contract.key() {
            Key::Code(code) => problem.parse() == Ok(code),
            Key::Name(name) => problem == name,
        };
        let problems = self.domains.iter_mut().filter(|contract| contract.slug == domain);
        match problems
            .flat_map(|contract| &mut contract.problems)
            .find(|contract| is_meant(contract))
        {
            Some(contract) => {
                contract.renamed = Some(name.into());
                Ok(())
            }
            None => Err(LockError::from(Kind::Unknown {
                domain: domain.to_owned(),
                problem: problem.to_owned(),
            })),
        }
    }

    /// How many problems there are, in how many domains.
    #[cfg(feature = "cli")]
    pub(crate) fn size(&self) -> String {
        let problems = self.domains.iter().map(|domain| domain.problems.len()).sum();
        let (problems, domains) = (count(problems, "problem"), count(self.domains.len(), "domain"));
        format!("{problems} in {domains}")
    }
}
