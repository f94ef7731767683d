//! What of a catalog is published: the parts that clients rely on, and no text that they only read.

use serde::Deserialize;

use crate::{Catalog, Domain, ExtensionSpec, HeaderSpec, ProblemType};

/// What is published of one domain.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct DomainContract {
    pub(super) slug: String,
    /// In ascending order, each once.
    #[serde(default)]
    pub(super) reserved: Vec<u32>,
    /// In the order of their [keys](ProblemContract::key), each once.
    #[serde(default)]
    pub(super) problems: Vec<ProblemContract>,
}

/// What is published of one problem.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct ProblemContract {
    #[serde(default)]
    pub(super) code: Option<u32>,
    pub(super) name: String,
    /// The confirmation that the problem is called this from now on and means what it meant.
    #[serde(default)]
    pub(super) renamed: Option<String>,
    pub(super) status: u16,
    pub(super) title: String,
    #[serde(default, rename = "type")]
    pub(super) type_uri: Option<String>,
    #[serde(default)]
    pub(super) deprecated: bool,
    /// By name, each once.
    #[serde(default)]
    pub(super) extensions: Vec<ExtensionContract>,
    /// By name and value; a name may occur several times.
    #[serde(default)]
    pub(super) headers: Vec<HeaderContract>,
}

/// What is published of an extension member.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct ExtensionContract {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) type_name: String,
    #[serde(default)]
    pub(super) optional: bool,
}

/// What is published of a response header.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct HeaderContract {
    pub(super) name: String,
    #[serde(default)]
    pub(super) value: Option<String>,
}

/// What tells a problem from the others of its domain: its code, or its name where it has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Key<'a> {
    Code(u32),
    Name(&'a str),
}

impl ProblemContract {
    pub(super) fn key(&self) -> Key<'_> {
        self.code.map_or(Key::Name(&self.name), Key::Code)
    }

    fn of(problem: &ProblemType) -> Self {
        ProblemContract {
            code: problem.code(),
            name: problem.name().to_owned(),
            renamed: None,
            status: problem.status(),
            title: problem.title().to_owned(),
            type_uri: problem.type_uri().map(str::to_owned),
            deprecated: problem.deprecated().is_some(),
            extensions: problem.extensions().iter().map(ExtensionContract::of).collect(),
            headers: problem.headers().iter().map(HeaderContract::of).collect(),
        }
    }

    /// Brings what was declared in any order into that of the lock.
    pub(super) fn sort(&mut self) {
        self.extensions.sort_by(|a, b| a.name.cmp(&b.name));
        self.headers
            .sort_by_cached_key(|header| (header.folded_name(), header.value.clone()));
    }
}

impl ExtensionContract {
    fn of(extension: &ExtensionSpec) -> Self {
        ExtensionContract {
            name: extension.name().to_owned(),
            type_name: extension.type_name().to_owned(),
            optional: extension.optional(),
        }
    }
}

impl HeaderContract {
    fn of(header: &HeaderSpec) -> Self {
        HeaderContract {
            name: header.name().to_owned(),
            value: header.value().map(str::to_owned),
        }
    }

    /// The name as it is compared: header names are the same in any case (RFC 9110 §5.1).
    pub(super) fn folded_name(&self) -> String {
        self.name.to_ascii_lowercase()
    }
}

impl DomainContract {
    fn of(domain: &Domain) -> Self {
        let mut contract = DomainContract {
            slug: domain.slug().to_owned(),
            reserved: domain.reserved().to_vec(),
            problems: domain.problems().iter().map(ProblemContract::of).collect(),
        };
        contract.sort();
        // A declaration by hand may name a thing twice; the first one counts.
        contract.reserved.dedup();
        contract.problems.dedup_by(|b, a| a.key() == b.key());
        for problem in &mut contract.problems {
            problem.extensions.dedup_by(|b, a| a.name == b.name);
        }
        contract
    }

    /// Brings what was declared in any order into that of the lock.
    pub(super) fn sort(&mut self) {
        self.reserved.sort_unstable();
        self.problems.sort_by(|a, b| a.key().cmp(&b.key()));
        for problem in &mut self.problems {
            problem.sort();
        }
    }
}

/// The contracts of all domains, by slug.
pub(super) fn domains(catalog: &Catalog) -> Vec<DomainContract> {
    let mut domains: Vec<DomainContract> = catalog.domains().iter().map(DomainContract::of).collect();
    domains.sort_by(|a, b| a.slug.cmp(&b.slug));
    domains
}
