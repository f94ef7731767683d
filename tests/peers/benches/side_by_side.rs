//! Times every contender on every job in one process, counts allocations, and sums it up in a table.
//!
//! ```console
//! cargo bench                         # about four minutes; writes TABLE.md
//! cargo bench -- fixed                # only the jobs whose name holds `fixed`, as divan does it
//! ```

use std::env;
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use allocator::Switched;

mod allocator;
mod jobs;
mod table;

#[global_allocator]
static ALLOCATOR: Switched = Switched;

/// Set for a process that runs the jobs, whose output the first one reads: to [`TIMES`] or [`COUNTS`].
const RUNS_THE_JOBS: &str = "PROBLEM_PEERS_RUN";
const TIMES: &str = "times";
const COUNTS: &str = "counts";

/// The contenders take turns, so that a neighbour on the machine who is busy for a while hurts all of them alike; the
/// best round of each counts.
const ROUNDS: usize = 12;

/// The time for each contender at each job in a round.
const TIME: Duration = Duration::from_millis(200);

/// The runs between two looks at the clock, which takes as long as some of the jobs.
const RUNS_PER_SAMPLE: u32 = 1000;

/// The samples of a round, of which the fastest counts; more where they take less than [`TIME`].
const SAMPLES: u32 = 20;

fn main() -> ExitCode {
    if let Some(run) = env::var_os(RUNS_THE_JOBS) {
        if run == COUNTS {
            ALLOCATOR.count();
        }
        let divan = divan::Divan::default().sample_size(RUNS_PER_SAMPLE).sample_count(SAMPLES);
        divan.min_time(TIME).config_with_args().main();
        return ExitCode::SUCCESS;
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    let mut measurements = Vec::new();
    for round in 0..=ROUNDS {
        let run = if round == 0 { COUNTS } else { TIMES };
        eprintln!("{run}: round {round} of {ROUNDS}");
        match run_the_jobs(&arguments, run) {
            Ok(output) => table::keep_the_best(&mut measurements, table::parse(&output)),
            Err(error) => {
                eprintln!("error: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    let table = table::markdown(&measurements);
    println!("{table}");
    // A run of some jobs only is no table for readers.
    if arguments.iter().all(|argument| argument == "--bench") {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/TABLE.md");
        if let Err(error) = std::fs::write(file, table) {
            eprintln!("error: {file} cannot be written: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// What divan prints of one round.
fn run_the_jobs(arguments: &[String], run: &str) -> Result<String, String> {
    let output = env::current_exe().and_then(|exe| {
        Command::new(exe)
            .args(arguments)
            .env(RUNS_THE_JOBS, run)
            .stderr(Stdio::inherit())
            .output()
    });
    match output {
        Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(output) => Err(format!("the jobs ended with {}", output.status)),
        Err(error) => Err(format!("the jobs cannot be started: {error}")),
    }
}
