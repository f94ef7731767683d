//! What each command does.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

use clap::FromArgMatches;

use super::args::{Args, Command, Format, Renamed, ReportFormat};
use super::help;
use super::output::Output;
use crate::Catalog;
use crate::reference::{Lock, LockError, Report, file};

/// How a command ended, unless it failed.
enum Verdict {
    Fine,
    Breaking,
}

/// Why a command failed.
enum Failure {
    /// What is wrong, and the remedy.
    Message(String),
    /// The same, and what there is to choose from.
    Choice(String, String),
}

impl From<LockError> for Failure {
    fn from(error: LockError) -> Self {
        Failure::Message(error.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Message(format!("the standard output {}", file::not_written(&error)))
    }
}

/// Runs the tool with these arguments, and gives its exit code.
pub(super) fn run<'a>(catalog: &'a Catalog, args: Vec<OsString>, mut out: Output<'a>, mut err: Output<'a>) -> u8 {
    let program = args
        .first()
        .and_then(|path| Path::new(path).file_stem()?.to_str())
        .unwrap_or("error-docs");
    let program = program.to_owned();
    let command = help::command(catalog, &program, out.terminal.width());
    let matches = command.clone().try_get_matches_from(args);
    let args = match matches.and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(args) => args,
        Err(error) => {
            let output = if error.use_stderr() { &mut err } else { &mut out };
            let text = error.render();
            let text = if output.terminal.is_coloured() {
                text.ansi().to_string()
            } else {
                text.to_string()
            };
            _ = output.text(&text);
            return if error.use_stderr() { 2 } else { 0 };
        }
    };
    let mut tool = Tool {
        catalog,
        program,
        out,
        err,
    };
    match tool.run(args.command) {
        Ok(Verdict::Fine) => 0,
        Ok(Verdict::Breaking) => 1,
        Err(failure) => {
            let (Failure::Message(message) | Failure::Choice(message, _)) = &failure;
            tool.err.error(message);
            if let Failure::Choice(_, choice) = failure {
                _ = tool.err.text(&format!("\n{choice}"));
            }
            2
        }
    }
}

struct Tool<'a> {
    catalog: &'a Catalog,
    /// The name that it was called by.
    program: String,
    out: Output<'a>,
    err: Output<'a>,
}

impl Tool<'_> {
    fn run(&mut self, command: Command) -> Result<Verdict, Failure> {
        match command {
            Command::Export { format, out } => self.export(format, out.as_deref()),
            Command::Lock { out: None, .. } => {
                self.out.text(&Lock::of(self.catalog).to_json())?;
                Ok(Verdict::Fine)
            }
            Command::Lock {
                out: Some(path),
                renamed,
                accept_breaking,
            } => self.lock(&path, &renamed, accept_breaking),
            Command::Check { lock, format, renamed } => self.check(&lock, format, &renamed),
            Command::Explain { domain, problem } => self.explain(domain.as_deref(), problem.as_deref()),
        }
    }

    fn export(&mut self, format: Format, path: Option<&Path>) -> Result<Verdict, Failure> {
        let text = format.render(self.catalog);
        match path {
            None => self.out.text(&text)?,
            Some(path) => file::write(path, text.as_bytes())
                .map_err(|error| Failure::Message(format!("`{}`: {}", path.display(), file::not_written(&error))))?,
        }
        Ok(Verdict::Fine)
    }

    fn lock(&mut self, path: &Path, renamed: &[Renamed], accept_breaking: bool) -> Result<Verdict, Failure> {
        let new = Lock::of(self.catalog);
        // A device or a pipe holds no lock.
        let old = if is_absent_or_no_file(path) {
            None
        } else {
            Some(read(path, renamed)?)
        };
        if old.is_none() && !renamed.is_empty() {
            return Err(Failure::Message(format!(
                "`{}`: there is no lock yet whose names could change; leave out `--renamed`",
                path.display()
            )));
        }
        let report = old.as_ref().unwrap_or(&new).check(self.catalog);
        if report.is_breaking() && !accept_breaking {
            self.out.text(&report.render(self.out.terminal))?;
            self.err.error(&format!(
                "`{}` stays as it is: the catalog breaks it; mend the catalog, or accept the changes with \
                 `--accept-breaking`",
                path.display()
            ));
            return Ok(Verdict::Breaking);
        }
        if old.as_ref() == Some(&new) {
            self.err
                .note(&format!("`{}` is up to date, with {}", path.display(), new.size()));
            return Ok(Verdict::Fine);
        }
        new.save(path)?;
        if !report.changes().is_empty() {
            self.out.text(&report.render(self.out.terminal))?;
        }
        self.err
            .note(&format!("wrote `{}`, with {}", path.display(), new.size()));
        Ok(Verdict::Fine)
    }

    fn check(&mut self, path: &Path, format: ReportFormat, renamed: &[Renamed]) -> Result<Verdict, Failure> {
        let report = read(path, renamed)?.check(self.catalog);
        match format {
            ReportFormat::Json => self.out.text(&report.to_json())?,
            ReportFormat::Text => {
                self.out.text(&report.render(self.out.terminal))?;
                self.say_how_to_accept(&report, path);
            }
        }
        Ok(if report.is_breaking() {
            Verdict::Breaking
        } else {
            Verdict::Fine
        })
    }

    fn say_how_to_accept(&mut self, report: &Report, path: &Path) {
        let command = format!("{} lock --out {}", self.program, path.display());
        if report.is_breaking() {
            self.err
                .note(&format!("for a new version of the API: `{command} --accept-breaking`"));
        } else if !report.changes().is_empty() {
            self.err.note(&format!("to accept the changes: `{command}`"));
        }
    }

    fn explain(&mut self, domain: Option<&str>, problem: Option<&str>) -> Result<Verdict, Failure> {
        let (catalog, terminal) = (self.catalog, self.out.terminal);
        let page = match (domain, problem) {
            (None, _) => Ok(catalog.explain_domains(terminal)),
            (Some(domain), None) => match domain.rsplit_once('/') {
                Some((domain, problem)) => catalog.explain(domain, problem, terminal),
                None => catalog.explain_domain(domain, terminal),
            },
            (Some(domain), Some(problem)) => catalog.explain(domain, problem, terminal),
        };
        let page = page.map_err(|error| {
            let choice = error
                .domain()
                .and_then(|slug| catalog.explain_domain(slug, self.err.terminal).ok());
            let choice = choice.unwrap_or_else(|| catalog.explain_domains(self.err.terminal));
            Failure::Choice(error.to_string(), choice)
        })?;
        self.out.text(&page)?;
        Ok(Verdict::Fine)
    }
}

/// The lock in this file, with these names confirmed.
fn read(path: &Path, renamed: &[Renamed]) -> Result<Lock, LockError> {
    let mut lock = Lock::load(path)?;
    for renamed in renamed {
        lock.confirm_renamed(&renamed.domain, &renamed.problem, &*renamed.name)?;
    }
    Ok(lock)
}

/// Whether there is nothing at this path that could be a lock.
fn is_absent_or_no_file(path: &Path) -> bool {
    match fs::metadata(path) {
        Ok(metadata) => !metadata.is_file() && !metadata.is_dir(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}
