//! Runs one of the main paths a number of times, for `.ci/instructions` to count its instructions:
//!
//! ```console
//! cargo bench --features axum --bench instructions -- static_to_json 1000
//! ```

use std::hint::black_box;
use std::process::ExitCode;

use axum::response::IntoResponse;
use problem_core::{AnyProblem, Problem, ProblemDetails};

#[derive(Debug, Problem)]
#[problem(domain = "Sequences", base = "https://errors.example.com/")]
enum SequenceError {
    /// Sequence is archived
    #[problem(code = 6, status = 409)]
    Archived,

    /// Sequence is locked
    #[problem(code = 7, status = 409, detail = "Sequence {id} is locked by {owner}")]
    Locked { id: u64, owner: &'static str },

    /// Too many contacts
    #[problem(code = 8, status = 429)]
    TooMany {
        #[problem(extension)]
        limit: u32,
        #[problem(extension)]
        count: u32,
        #[problem(extension)]
        list: &'static str,
        #[problem(header = "Retry-After")]
        seconds: u32,
    },
}

const LOCKED: SequenceError = SequenceError::Locked { id: 4711, owner: "ada" };

const TOO_MANY: SequenceError = SequenceError::TooMany {
    limit: 50,
    count: 51,
    list: "VIP",
    seconds: 30,
};

/// The paths that are counted, each with one run of it.
const PATHS: [(&str, fn()); 9] = [
    ("static_to_json", || {
        drop(black_box(black_box(SequenceError::Archived).to_json()));
    }),
    ("formatted_to_json", || drop(black_box(black_box(LOCKED).to_json()))),
    ("extended_to_json", || drop(black_box(black_box(TOO_MANY).to_json()))),
    ("formatted_to_details", || {
        drop(black_box(black_box(LOCKED).to_details()));
    }),
    ("static_axum_response", || {
        drop(black_box(black_box(SequenceError::Archived).into_response()));
    }),
    ("extended_axum_response", || {
        drop(black_box(black_box(TOO_MANY).into_response()));
    }),
    ("any_problem_axum_response", || {
        drop(black_box(
            AnyProblem::from(black_box(SequenceError::Archived)).into_response(),
        ));
    }),
    ("read_four_members", || {
        drop(black_box(ProblemDetails::from_json(black_box(FOUR_MEMBERS))));
    }),
    ("read_extensions", || {
        drop(black_box(ProblemDetails::from_json(black_box(EXTENSIONS))));
    }),
];

const FOUR_MEMBERS: &[u8] =
    br#"{"type":"https://errors.example.com/sequences/6","title":"Conflict","status":409,"detail":"Sequence is archived"}"#;

const EXTENSIONS: &[u8] =
    br##"{"title":"Unprocessable Content","status":422,"detail":"The body is invalid","errorCode":4,
    "errors":[{"detail":"must be positive","pointer":"#/steps/0/delay"},{"detail":"must be text","pointer":"#/name"}],
    "traceId":"9f86d081884c7d65","retry":false}"##;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let path = arguments.next().unwrap_or_default();
    let runs = arguments.next().and_then(|runs| runs.parse::<u32>().ok());
    match (PATHS.iter().find(|(name, _)| *name == path), runs) {
        (Some((_, run)), Some(runs)) => {
            for _ in 0..runs {
                run();
            }
            ExitCode::SUCCESS
        }
        _ => {
            for (name, _) in PATHS {
                println!("{name}");
            }
            ExitCode::SUCCESS
        }
    }
}
