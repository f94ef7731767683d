use std::fmt;

use super::finding::Finding;

/// How much a change of the catalog matters to clients; the greater, the worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing that a client relies on is different.
    Info,
    /// Clients go on working, and their authors will want to know.
    Warning,
    /// A client that relies on the published contract can fail.
    Breaking,
}

impl Severity {
    /// The name in lower case: `breaking`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Breaking => "breaking",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// One difference between the published contract and a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    class: Severity,
    domain: String,
    code: Option<u32>,
    name: Option<String>,
    what: String,
    remedy: Option<String>,
}

impl Change {
    /// A change of the domain as a whole.
    pub(super) fn of_domain(domain: &str, finding: &Finding) -> Self {
        Self::of_problem(domain, None, None, finding)
    }

    /// A change of the problem that has, or had, this code and this name.
    pub(super) fn of_problem(domain: &str, code: Option<u32>, name: Option<&str>, finding: &Finding) -> Self {
        Change {
            class: finding.class(),
            domain: domain.to_owned(),
            code,
            name: name.map(str::to_owned),
            what: finding.what(),
            remedy: finding.remedy(),
        }
    }

    /// How much it matters.
    pub fn class(&self) -> Severity {
        self.class
    }

    /// The slug of the domain.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// The code; `None` where the problem has none, or where the domain as a whole changed.
    pub fn code(&self) -> Option<u32> {
        self.code
    }

    /// The name of the problem as it was published; that of the new problem where it is new.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// What changed: `the status changed from 409 to 410`.
    pub fn what(&self) -> &str {
        &self.what
    }

    /// What to do about it; `None` where nothing needs to be done.
    pub fn remedy(&self) -> Option<&str> {
        self.remedy.as_deref()
    }

    /// What changed by its place: `sequences 6 SequenceArchived`.
    pub(super) fn subject(&self) -> String {
        let mut subject = self.domain.clone();
        if let Some(code) = self.code {
            subject.push(' ');
            subject.push_str(&code.to_string());
        }
        if let Some(name) = &self.name {
            subject.push(' ');
            subject.push_str(name);
        }
        subject
    }
}
