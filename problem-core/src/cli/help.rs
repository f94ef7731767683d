//! What the help says beyond the arguments.

use clap::CommandFactory;

use super::args::Args;
use crate::Catalog;

const EXIT_CODES: &str = "
Exit codes:
  0  all is well
  1  a change breaks the published contract
  2  wrong use, or a file that cannot be read or written";

const RENAMED: &str = "
A new name under a published code may be the same problem or another one. If it
is the same, confirm it: with `--renamed`, or by hand in the problem's line of
the lock, with \"renamed\": \"NewName\".
";

/// The command, with examples that name this program and a problem of this catalog.
pub(super) fn command(catalog: &Catalog, program: &str, columns: usize) -> clap::Command {
    let about = format!(
        "{}: the error reference, and the lock that keeps its published codes",
        catalog.title()
    );
    let examples = |lines: &[&str]| {
        let lines: Vec<String> = lines.iter().map(|line| format!("  {program} {line}\n")).collect();
        format!("Examples:\n{}", lines.concat())
    };
    let (domain, code) = some_problem(catalog);
    let explain = format!("explain {domain} {code}");
    let all = [
        "export --format html --out errors.html",
        "lock --out errors.lock.json",
        "check errors.lock.json",
        &explain,
    ];
    let export = [
        "export --format html --out errors.html",
        "export --format json | jq .title",
    ];
    let renamed = format!("lock --out errors.lock.json --renamed {domain}/{code}=NewName");
    let lock = ["lock --out errors.lock.json", &renamed];
    let check = ["check errors.lock.json", "check errors.lock.json --format json"];
    let explain_domain = format!("explain {domain}");
    let explain = ["explain", &explain_domain, &explain];

    Args::command()
        .bin_name(program)
        .term_width(columns)
        .about(about)
        .after_help(examples(&all) + EXIT_CODES)
        .mut_subcommand("export", |command| command.after_help(examples(&export)))
        .mut_subcommand("lock", |command| {
            command.after_help(examples(&lock) + RENAMED + EXIT_CODES)
        })
        .mut_subcommand("check", |command| command.after_help(examples(&check) + EXIT_CODES))
        .mut_subcommand("explain", |command| command.after_help(examples(&explain)))
}

/// A problem to explain, of this catalog if it has one with a code.
fn some_problem(catalog: &Catalog) -> (&str, u32) {
    let coded = catalog.domains().iter().find_map(|domain| {
        let code = domain.problems().iter().find_map(crate::ProblemType::code)?;
        Some((domain.slug(), code))
    });
    coded.unwrap_or(("sequences", 6))
}
