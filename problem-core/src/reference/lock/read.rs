//! From the file to the contract.

use serde::Deserialize;

use super::contract::{DomainContract, Key};
use super::error::Kind;
use super::{FORMAT, Lock};

/// The part of the file that every version of the format has.
#[derive(Deserialize)]
#[serde(expecting = "a lock")]
struct Head {
    format: Option<u64>,
}

#[derive(Deserialize)]
struct Body {
    domains: Vec<DomainContract>,
}

pub(super) fn from_json(json: &str) -> Result<Lock, Kind> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    if let Some(line) = json.lines().position(|line| line.starts_with("<<<<<<< ")) {
        return Err(Kind::Conflict(line + 1));
    }
    // The version alone, first: the rest of a newer format may look different.
    let head: Head = serde_json::from_str(json).map_err(Kind::Json)?;
    match head.format {
        None => return Err(Kind::NoLock),
        Some(format) if format > FORMAT => return Err(Kind::Newer(format)),
        Some(_) => {}
    }
    let Body { mut domains } = serde_json::from_str(json).map_err(Kind::Json)?;
    for domain in &mut domains {
        domain.sort();
        refuse_twice(domain)?;
    }
    domains.sort_by(|a, b| a.slug.cmp(&b.slug));
    match domains.windows(2).find(|pair| pair[0].slug == pair[1].slug) {
        Some(pair) => Err(Kind::Twice {
            what: "each problem".to_owned(),
            domain: pair[0].slug.clone(),
        }),
        None => Ok(Lock { domains }),
    }
}

/// Refuses what only a merge that went wrong leaves behind. The domain is sorted.
fn refuse_twice(domain: &DomainContract) -> Result<(), Kind> {
    let twice = |what: String| {
        Err(Kind::Twice {
            what,
            domain: domain.slug.clone(),
        })
    };
    if let Some([code, ..]) = domain.reserved.windows(2).find(|pair| pair[0] == pair[1]) {
        return twice(format!("the reserved code {code}"));
    }
    if let Some(pair) = domain.problems.windows(2).find(|pair| pair[0].key() == pair[1].key()) {
        return twice(match pair[0].key() {
            Key::Code(code) => format!("the code {code}"),
            Key::Name(name) => format!("the name `{name}`"),
        });
    }
    for problem in &domain.problems {
        if let Some(pair) = problem.extensions.windows(2).find(|pair| pair[0].name == pair[1].name) {
            return twice(format!("the extension `{}` of `{}`", pair[0].name, problem.name));
        }
    }
    Ok(())
}
