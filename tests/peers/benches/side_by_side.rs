//! Times every contender on every job in one process, counts allocations, and sums the medians up in a table.
//!
//! ```console
//! cargo bench                         # about a minute; writes TABLE.md
//! cargo bench -- fixed                # only the jobs whose name holds `fixed`, as divan does it
//! ```

use std::env;
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use divan::AllocProfiler;

mod jobs;
mod table;

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

/// Set for the process that runs the jobs, whose output the other one reads.
const RUNS_THE_JOBS: &str = "PROBLEM_PEERS_RUN";

/// So long that a neighbour on the machine who is busy for a moment does not decide.
const TIME_PER_JOB: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    if env::var_os(RUNS_THE_JOBS).is_some() {
        divan::Divan::from_args().min_time(TIME_PER_JOB).main();
        return ExitCode::SUCCESS;
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    let run = env::current_exe().and_then(|exe| {
        Command::new(exe)
            .args(&arguments)
            .env(RUNS_THE_JOBS, "1")
            .stderr(Stdio::inherit())
            .output()
    });
    let output = match run {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout).into_owned(),
        Ok(output) => {
            eprintln!("error: the jobs ended with {}", output.status);
            return ExitCode::FAILURE;
        }
        Err(error) => {
            eprintln!("error: the jobs cannot be started: {error}");
            return ExitCode::FAILURE;
        }
    };
    println!("{output}");
    let table = table::markdown(&table::parse(&output));
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
