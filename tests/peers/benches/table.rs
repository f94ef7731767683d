//! The fastest samples of divan's output, over several rounds, as a table with ratios.

use std::fmt::Write;

/// What one contender took for one job.
pub struct Measurement {
    pub job: String,
    pub contender: String,
    /// The time of a run in the fastest sample, in nanoseconds. A neighbour on the machine makes the median slower, on some
    /// days by half, and never this one.
    pub nanoseconds: f64,
    /// The allocations of one run.
    pub allocations: Option<f64>,
}

/// The contenders in the order of the table's columns, each with its heading.
const COLUMNS: [(&str, &str); 8] = [
    ("this", "this"),
    ("problems", "`problems`"),
    ("problem_details", "`problem_details`"),
    ("problemdetails", "`problemdetails`"),
    ("http_api_problem", "`http-api-problem`"),
    ("axum_problem", "`axum-problem`"),
    ("by_hand", "serde by hand"),
    ("floor", "floor"),
];

/// Takes the times of another round where they are faster. The allocations are those of the first.
pub fn keep_the_best(best: &mut Vec<Measurement>, round: Vec<Measurement>) {
    for measurement in round {
        let same =
            |other: &&mut Measurement| (&other.job, &other.contender) == (&measurement.job, &measurement.contender);
        match best.iter_mut().find(same) {
            Some(known) => known.nanoseconds = known.nanoseconds.min(measurement.nanoseconds),
            None => best.push(measurement),
        }
    }
}

/// Reads the tree that divan prints: a line for each job, below it one for each contender with its times, and below
/// that its allocations.
pub fn parse(output: &str) -> Vec<Measurement> {
    let mut measurements: Vec<Measurement> = Vec::new();
    let mut job = String::new();
    let mut in_allocations = false;
    for line in output.lines() {
        let columns: Vec<&str> = line.split('│').map(str::trim).collect();
        let name: String = line
            .trim_start_matches([' ', '│', '├', '╰', '─'])
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned();
        let is_node = line.trim_start_matches([' ', '│']).starts_with(['├', '╰']);
        let times: Vec<f64> = line.split('│').filter_map(nanoseconds).collect();
        if is_node && times.is_empty() {
            job.clone_from(&name);
            in_allocations = false;
        } else if is_node {
            in_allocations = false;
            if let Some(&nanoseconds) = times.first() {
                measurements.push(Measurement {
                    job: job.clone(),
                    contender: name,
                    nanoseconds,
                    allocations: None,
                });
            }
        } else if columns.iter().any(|column| *column == "alloc:") {
            in_allocations = true;
        } else if in_allocations {
            in_allocations = false;
            let counts: Vec<f64> = columns.iter().filter_map(|column| column.parse().ok()).collect();
            if let Some(last) = measurements.last_mut() {
                last.allocations = counts.get(2).or(counts.last()).copied();
            }
        }
    }
    measurements
}

/// The first time in a column, in nanoseconds: `… 34.5 ns`.
fn nanoseconds(column: &str) -> Option<f64> {
    let words: Vec<&str> = column.split_whitespace().collect();
    words.windows(2).find_map(|pair| {
        let value: f64 = pair[0].parse().ok()?;
        let scale = match pair[1] {
            "ps" => 0.001,
            "ns" => 1.0,
            "µs" => 1_000.0,
            "ms" => 1_000_000.0,
            _ => return None,
        };
        Some(value * scale)
    })
}

/// A row for each job: the time of each contender, how many times that is of ours, and its allocations.
pub fn markdown(measurements: &[Measurement]) -> String {
    let mut out = String::from("| job |");
    for (_, heading) in COLUMNS {
        _ = write!(out, " {heading} |");
    }
    out.push_str("\n|---|");
    out.push_str(&"---:|".repeat(COLUMNS.len()));
    out.push('\n');

    let mut jobs: Vec<&str> = Vec::new();
    for measurement in measurements {
        if !jobs.contains(&measurement.job.as_str()) {
            jobs.push(&measurement.job);
        }
    }
    for job in jobs {
        let of = |contender: &str| {
            measurements
                .iter()
                .find(|one| one.job == job && one.contender == contender)
        };
        let ours = of("this").map(|measurement| measurement.nanoseconds);
        _ = write!(out, "| {} |", job.replace('_', " "));
        for (contender, _) in COLUMNS {
            match of(contender) {
                Some(one) => {
                    let ratio = ours.map_or(f64::NAN, |ours| one.nanoseconds / ours);
                    let allocations = one.allocations.unwrap_or(0.0);
                    _ = write!(out, " {:.1} ns, ×{ratio:.2}, {allocations} alloc |", one.nanoseconds);
                }
                None => out.push_str(" – |"),
            }
        }
        out.push('\n');
    }
    out
}
