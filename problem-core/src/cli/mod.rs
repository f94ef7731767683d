//! The command-line tool of an error reference: `export`, `lock`, `check` and `explain`.
//!
//! A service gives itself one in three lines:
//!
//! ```no_run
//! # use problem_core::Catalog;
//! # const CATALOG: Catalog = Catalog::new("Shop API", &[]);
//! fn main() -> std::process::ExitCode {
//!     problem_core::cli::main(&CATALOG)
//! }
//! ```
//!
//! ```text
//! error-docs export --format html --out errors.html    the reference, in one of five formats
//! error-docs lock --out errors.lock.json               write the published contract
//! error-docs check errors.lock.json                    compare; exit 1 on a breaking change
//! error-docs explain sequences 6                       the page of one code
//! ```
//!
//! `lock` writes over an older lock only if no change breaks it, so that nobody accepts a breaking change unseen;
//! `--renamed sequences/6=Archived` confirms a new name, and `--accept-breaking` is for a new version of the API.
//!
//! | exit code | meaning |
//! |---|---|
//! | 0 | all is well |
//! | 1 | a change breaks the published contract |
//! | 2 | wrong use, or a file that cannot be read or written |

mod args;
mod command;
mod help;
mod output;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use terminal_size::Width;

use self::output::Output;
use crate::Catalog;
use crate::reference::Terminal;

/// Runs the tool with the arguments of the process, and gives its exit code.
///
/// Colours are used on a terminal only, unless `NO_COLOR`, `CLICOLOR` or `CLICOLOR_FORCE` say otherwise.
pub fn main(catalog: &Catalog) -> ExitCode {
    /// Longer lines are hard to read.
    const MAX_WIDTH: usize = 100;

    let (stdout, stderr) = (io::stdout().lock(), io::stderr().lock());
    let size = if stdout.is_terminal() {
        terminal_size::terminal_size_of(&stdout)
    } else {
        None
    };
    let terminal = size.map_or_else(Terminal::default, |(Width(columns), _)| {
        Terminal::new(usize::from(columns).min(MAX_WIDTH))
    });
    let (mut stdout, is_coloured) = stream(stdout);
    let out = Output::new(&mut *stdout, terminal.with_colour(is_coloured));
    let (mut stderr, is_coloured) = stream(stderr);
    let err = Output::new(&mut *stderr, terminal.with_colour(is_coloured));
    ExitCode::from(command::run(catalog, std::env::args_os().collect(), out, err))
}

/// The stream as it is, or one that shows colours wherever they can be shown, and which of the two it is.
fn stream<'a, S: RawStream + anstream::stream::AsLockedWrite + 'a>(raw: S) -> (Box<dyn Write + 'a>, bool) {
    match AutoStream::choice(&raw) {
        ColorChoice::Never => (Box::new(raw), false),
        choice => (Box::new(AutoStream::new(raw, choice)), true),
    }
}

/// Runs the tool with these arguments, the first of which is the name of the program, and gives its exit code: for tests,
/// and for tools that have this one inside. The text has 80 columns and no colours.
///
/// ```
/// # use problem_core::{Catalog, Domain, ProblemType};
/// static PROBLEMS: [ProblemType; 1] =
///     [ProblemType::new("NotFound", 404, "Not Found", "Order not found").with_code(1)];
/// static CATALOG: Catalog = Catalog::new("Shop API", &[Domain::new("Orders", "orders", &PROBLEMS)]);
///
/// let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
/// let code = problem_core::cli::run(&CATALOG, ["error-docs", "explain", "orders", "1"], &mut stdout, &mut stderr);
/// assert_eq!(code, 0);
/// assert!(stdout.starts_with(b"orders 1 NotFound\n"));
/// ```
pub fn run(
    catalog: &Catalog,
    args: impl IntoIterator<Item = impl Into<OsString>>,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> u8 {
    let args = args.into_iter().map(Into::into).collect();
    let out = Output::new(stdout, Terminal::default());
    let err = Output::new(stderr, Terminal::default());
    command::run(catalog, args, out, err)
}
