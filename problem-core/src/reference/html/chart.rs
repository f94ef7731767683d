//! How many problems there are by status and by domain, as bars.

use std::collections::BTreeMap;

use super::super::sections::Section;
use crate::status::reason_phrase;

/// A part of a bar. Lengths are parts of 100.
pub(super) struct Part {
    /// The class that gives it its colour.
    pub(super) tone: &'static str,
    pub(super) start: String,
    pub(super) width: String,
}

/// One status of the whole catalog.
pub(super) struct StatusCount {
    pub(super) status: u16,
    pub(super) phrase: &'static str,
    pub(super) count: usize,
    pub(super) part: Part,
}

/// The class of a status: close ones look alike.
pub(super) fn tone(status: u16) -> &'static str {
    match status {
        404 | 410 => "blue",
        400 | 413 | 415 | 422 => "amber",
        409 | 412 | 423 | 428 => "orange",
        401 | 403 | 407 | 451 => "violet",
        402 | 408 | 425 | 429 => "teal",
        500.. => "red",
        _ => "grey",
    }
}

/// The statuses of the whole catalog, ascending.
pub(super) fn by_status(sections: &[Section]) -> Vec<StatusCount> {
    let counts = count(sections);
    let total = counts.iter().map(|(_, count)| count).sum();
    let parts = parts(&counts, total);
    (counts.into_iter().zip(parts))
        .map(|((status, count), part)| StatusCount {
            status,
            phrase: reason_phrase(status).unwrap_or_default(),
            count,
            part,
        })
        .collect()
}

/// The chart by status in words: `Problems by status: 47 of 404, 12 of 409`.
pub(super) fn label(statuses: &[StatusCount]) -> String {
    let each: Vec<String> = (statuses.iter())
        .map(|status| format!("{} of {}", status.count, status.status))
        .collect();
    format!("Problems by status: {}", each.join(", "))
}

/// The bar of a domain, as long as its share of the largest domain's problems.
pub(super) fn of_domain(section: &Section, most: usize) -> Vec<Part> {
    parts(&count(std::slice::from_ref(section)), most)
}

fn count(sections: &[Section]) -> Vec<(u16, usize)> {
    let mut counts = BTreeMap::new();
    for entry in sections.iter().flat_map(|section| &section.entries) {
        *counts.entry(entry.problem.status()).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

fn parts(counts: &[(u16, usize)], whole: usize) -> Vec<Part> {
    let mut before = 0;
    (counts.iter())
        .map(|&(status, count)| {
            let start = hundredths(before, whole);
            before += count;
            let end = hundredths(before, whole);
            Part {
                tone: tone(status),
                start: decimal(start),
                width: decimal(end - start),
            }
        })
        .collect()
}

/// `part` of `whole`, in ten thousandths.
fn hundredths(part: usize, whole: usize) -> usize {
    part.saturating_mul(10_000) / whole.max(1)
}

/// Ten thousandths as a part of 100: `33.33`.
fn decimal(hundredths: usize) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_bar_touch_and_fill_it() {
        let parts = parts(&[(400, 1), (404, 1), (409, 1)], 3);
        let spans: Vec<_> = parts.iter().map(|part| (&*part.start, &*part.width)).collect();
        assert_eq!(spans, [("0.00", "33.33"), ("33.33", "33.33"), ("66.66", "33.34")]);
    }

    #[test]
    fn no_problems_make_no_bar() {
        assert!(by_status(&[]).is_empty());
        assert_eq!(hundredths(0, 0), 0);
    }
}
