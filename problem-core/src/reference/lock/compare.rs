//! Which problem became which, and what is different about it.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Lock;
use super::change::Change;
use super::contract::{DomainContract, Key, ProblemContract};
use super::finding::Finding;
use super::members::compare_problem;
use crate::Catalog;

/// All differences between two contracts.
pub(super) fn compare(old: &Lock, new: &Lock) -> Vec<Change> {
    let mut changes = Vec::new();
    let old_domains: HashMap<&str, &DomainContract> = by_slug(old);
    let new_domains: HashMap<&str, &DomainContract> = by_slug(new);
    let added: Vec<&DomainContract> = new
        .domains
        .iter()
        .filter(|domain| !old_domains.contains_key(&*domain.slug))
        .collect();
    let moves = Moves::new(&old_domains, new);
    let mut explained = HashSet::new();

    for old in &old.domains {
        match new_domains.get(&*old.slug) {
            Some(new) => compare_domain(old, new, &moves, &mut explained, &mut changes),
            None => changes.push(Change::of_domain(&old.slug, &removed_domain(old, &added))),
        }
    }
    for domain in added {
        let finding = Finding::DomainAdded {
            problems: domain.problems.len(),
        };
        changes.push(Change::of_domain(&domain.slug, &finding));
    }
    reused_types(old, new, &explained, &mut changes);
    changes
}

/// The problems that no client can tell from another one of their domain. The derive lets none through.
pub(super) fn ambiguities(catalog: &Catalog) -> Vec<Change> {
    let mut changes = Vec::new();
    for domain in catalog.domains() {
        let mut seen = HashMap::new();
        for problem in domain.problems() {
            let (code, name) = (problem.code(), problem.name());
            let first = *seen.entry(code.map_or(Key::Name(name), Key::Code)).or_insert(problem);
            if !std::ptr::eq(first, problem) {
                let finding = Finding::Ambiguous {
                    first: first.name(),
                    code,
                };
                changes.push(Change::of_problem(domain.slug(), code, Some(name), &finding));
            }
        }
    }
    changes
}

fn by_slug(lock: &Lock) -> HashMap<&str, &DomainContract> {
    lock.domains.iter().map(|domain| (&*domain.slug, domain)).collect()
}

fn removed_domain<'a>(old: &DomainContract, added: &[&'a DomainContract]) -> Finding<'a> {
    let identities = |domain: &'a DomainContract| -> HashSet<(Key<'a>, &'a str)> {
        domain
            .problems
            .iter()
            .map(|problem| (problem.key(), &*problem.name))
            .collect()
    };
    let has_all = |new: &&&'a DomainContract| {
        let new = identities(new);
        !old.problems.is_empty()
            && old
                .problems
                .iter()
                .all(|problem| new.contains(&(problem.key(), &*problem.name)))
    };
    let codes = old.problems.iter().filter_map(|problem| problem.code);
    let mut codes: Vec<u32> = codes.chain(old.reserved.iter().copied()).collect();
    codes.sort_unstable();
    codes.dedup();
    Finding::DomainRemoved {
        codes,
        problems: old.problems.len(),
        renamed_to: added.iter().find(has_all).map(|domain| &*domain.slug),
    }
}

/// Where the problems of a new lock stand that were not in their domain before, by name.
struct Moves<'a>(HashMap<&'a str, Vec<(&'a str, Key<'a>)>>);

impl<'a> Moves<'a> {
    fn new(old: &HashMap<&str, &DomainContract>, new: &'a Lock) -> Self {
        let mut moves: HashMap<&str, Vec<_>> = HashMap::new();
        for domain in &new.domains {
            let before: HashSet<&str> = old.get(&*domain.slug).map_or_else(HashSet::new, |domain| names(domain));
            for problem in domain
                .problems
                .iter()
                .filter(|problem| !before.contains(&*problem.name))
            {
                moves
                    .entry(&problem.name)
                    .or_default()
                    .push((&*domain.slug, problem.key()));
            }
        }
        Moves(moves)
    }

    /// The one place where a problem of this name is new.
    fn of(&self, name: &str) -> Option<(&'a str, Key<'a>)> {
        match self.0.get(name).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        }
    }
}

fn names(domain: &DomainContract) -> HashSet<&str> {
    domain.problems.iter().map(|problem| &*problem.name).collect()
}

/// The problems of a domain, by each way to find them.
struct Index<'a> {
    keys: HashMap<Key<'a>, &'a ProblemContract>,
    names: HashMap<&'a str, &'a ProblemContract>,
    types: HashMap<&'a str, &'a ProblemContract>,
}

impl<'a> Index<'a> {
    fn new(domain: &'a DomainContract) -> Self {
        let mut index = Index {
            keys: HashMap::new(),
            names: HashMap::new(),
            types: HashMap::new(),
        };
        for problem in &domain.problems {
            index.keys.insert(problem.key(), problem);
            index.names.entry(&problem.name).or_insert(problem);
            if let Some(uri) = &problem.type_uri {
                index.types.entry(uri).or_insert(problem);
            }
        }
        index
    }

    /// Whether there is this problem, by key and name.
    fn contains(&self, problem: &ProblemContract) -> bool {
        self.keys
            .get(&problem.key())
            .is_some_and(|own| own.name == problem.name)
    }
}

fn compare_domain<'a>(
    old_domain: &'a DomainContract,
    new_domain: &'a DomainContract,
    moves: &Moves<'a>,
    explained: &mut HashSet<(&'a str, Key<'a>)>,
    changes: &mut Vec<Change>,
) {
    let slug = &*old_domain.slug;
    let (old, new) = (Index::new(old_domain), Index::new(new_domain));
    let reserved: HashSet<u32> = new_domain.reserved.iter().copied().collect();
    let was_reserved: HashSet<u32> = old_domain.reserved.iter().copied().collect();
    // The keys of the new problems that an old one became.
    let mut known: HashSet<Key> = HashSet::new();

    for problem in &old_domain.problems {
        let mut report = |finding: Finding| {
            changes.push(Change::of_problem(slug, problem.code, Some(&problem.name), &finding));
        };
        let is_reserved = problem.code.is_some_and(|code| reserved.contains(&code));
        let (became, finding) = match successor(slug, problem, &old, &new) {
            Successor::Same(became) => (Some(became), None),
            Successor::Other(became, finding) => {
                explained.insert((slug, became.key()));
                (Some(became), Some(finding))
            }
            Successor::Replaced(finding) => (None, Some(finding)),
            Successor::None => {
                let moved_to = moves.of(&problem.name);
                let finding = match problem.code {
                    Some(_) if is_reserved => Finding::Retired { moved_to },
                    code => Finding::Removed { code, moved_to },
                };
                (None, Some(finding))
            }
        };
        let code_changed = matches!(finding, Some(Finding::CodeChanged { .. }));
        if let Some(finding) = finding {
            report(finding);
        }
        if let Some(became) = became {
            known.insert(became.key());
            compare_problem(problem, became, code_changed, &mut report);
        }
    }

    for code in &old_domain.reserved {
        let used_by = new.keys.get(&Key::Code(*code)).map(|problem| &*problem.name);
        if used_by.is_some() || !reserved.contains(code) {
            let finding = Finding::CodeFreed { code: *code, used_by };
            changes.push(Change::of_problem(slug, Some(*code), used_by, &finding));
        }
    }
    for problem in &new_domain.problems {
        // Under a code that was published, the problem is part of what became of that code.
        let taken =
            problem.code.is_some_and(|code| was_reserved.contains(&code)) || old.keys.contains_key(&problem.key());
        if !taken && !known.contains(&problem.key()) {
            changes.push(Change::of_problem(
                slug,
                problem.code,
                Some(&problem.name),
                &Finding::Added,
            ));
        }
    }
    let is_new = |code: &&u32| !was_reserved.contains(code) && !old.keys.contains_key(&Key::Code(**code));
    let codes: Vec<u32> = new_domain.reserved.iter().filter(is_new).copied().collect();
    if !codes.is_empty() {
        changes.push(Change::of_domain(slug, &Finding::CodesReserved { codes }));
    }
}

/// What became of a problem.
enum Successor<'a> {
    /// It is the same one.
    Same(&'a ProblemContract),
    /// It is that one, if at all.
    Other(&'a ProblemContract, Finding<'a>),
    /// It is gone, and another problem has its code.
    Replaced(Finding<'a>),
    None,
}

fn successor<'a>(slug: &'a str, old: &'a ProblemContract, olds: &Index<'a>, news: &Index<'a>) -> Successor<'a> {
    let in_place = match (news.keys.get(&old.key()), &old.renamed) {
        (Some(new), _) if new.name == old.name => return Successor::Same(new),
        (Some(new), _) => Some(*new),
        // Without a code, the name is the place.
        (None, Some(name)) if old.code.is_none() => news.keys.get(&Key::Name(name)).copied(),
        (None, _) => None,
    };
    if let Some(new) = in_place.filter(|new| Some(&new.name) == old.renamed.as_ref()) {
        return Successor::Other(new, Finding::NameConfirmed { to: &new.name });
    }

    // The same name under another code, unless it was there before.
    if let Some(new) = news.names.get(&*old.name).filter(|new| !olds.contains(new)) {
        let finding = Finding::CodeChanged {
            from: old.code,
            to: new.code,
            taken_by: in_place.map(|problem| &*problem.name),
        };
        return Successor::Other(new, finding);
    }

    let renamed = match in_place {
        Some(new) => Some(new),
        None if old.code.is_none() => old.type_uri.as_deref().and_then(|uri| news.types.get(uri)).copied(),
        None => None,
    };
    match (renamed, old.code) {
        (Some(new), Some(code)) if olds.names.contains_key(&*new.name) => Successor::Replaced(Finding::Replaced {
            code,
            by: &new.name,
            by_code: olds.names.get(&*new.name).and_then(|problem| problem.code),
        }),
        (Some(new), _) if !olds.names.contains_key(&*new.name) => {
            let finding = Finding::NameChanged {
                domain: slug,
                key: old.key(),
                from: &old.name,
                to: &new.name,
            };
            Successor::Other(new, finding)
        }
        _ => Successor::None,
    }
}

/// Type URIs are the same everywhere: one that no problem has kept must not come to mean another problem.
///
/// `explained` are the new problems whose identity is reported already.
fn reused_types<'a>(old: &'a Lock, new: &'a Lock, explained: &HashSet<(&'a str, Key<'a>)>, changes: &mut Vec<Change>) {
    let (owners, users) = (by_type(old), by_type(new));
    for (uri, users) in users {
        let Some(owners) = owners.get(uri) else { continue };
        let kept = |(slug, user): &Place| {
            owners
                .iter()
                .any(|(owned_in, owner)| slug == owned_in && is_name_of(owner, user))
        };
        if users.iter().any(kept) {
            continue;
        }
        for (slug, user) in users {
            let same_meaning = owners.iter().any(|(_, owner)| is_name_of(owner, user));
            let same_code = owners
                .iter()
                .any(|(owned_in, owner)| slug == *owned_in && owner.key() == user.key());
            if same_meaning || same_code || explained.contains(&(slug, user.key())) {
                continue;
            }
            if let Some((domain, owner)) = owners.first() {
                let finding = Finding::TypeReused {
                    uri,
                    domain,
                    key: owner.key(),
                    name: &owner.name,
                };
                changes.push(Change::of_problem(slug, user.code, Some(&user.name), &finding));
            }
        }
    }
}

/// A problem and the slug of its domain.
type Place<'a> = (&'a str, &'a ProblemContract);

fn by_type(lock: &Lock) -> BTreeMap<&str, Vec<Place<'_>>> {
    let mut places: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for domain in &lock.domains {
        for problem in &domain.problems {
            if let Some(uri) = &problem.type_uri {
                places.entry(uri).or_default().push((&domain.slug, problem));
            }
        }
    }
    places
}

/// Whether the new problem is called as the old one was, or as its new name was confirmed.
fn is_name_of(old: &ProblemContract, new: &ProblemContract) -> bool {
    old.name == new.name || old.renamed.as_ref() == Some(&new.name)
}
