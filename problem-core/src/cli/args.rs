//! The arguments. Their doc comments are the help.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::Catalog;

#[derive(Debug, Parser)]
#[command(name = "error-docs")]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the reference as Markdown, HTML, JSON, OpenAPI or TypeScript
    Export {
        /// The form of the reference
        #[arg(long)]
        format: Format,

        /// The file to write, whole or not at all; without it, the reference is printed
        #[arg(long, value_name = "PATH")]
        out: Option<PathBuf>,
    },

    /// Write the published contract, for `check` to compare
    ///
    /// The lock holds what clients rely on: codes, names, statuses, titles, types, extensions and headers. Keep it in
    /// version control, beside the code. A lock that is there already is written over only if no change breaks it.
    Lock {
        /// The file to write, whole or not at all; without it, the lock is printed
        #[arg(long, value_name = "PATH")]
        out: Option<PathBuf>,

        /// Confirm that a problem has a new name and means what it meant; may be given several times
        #[arg(long, value_name = "DOMAIN/CODE=NAME", requires = "out", value_parser = Renamed::parse)]
        renamed: Vec<Renamed>,

        /// Write over a lock that the catalog breaks: for a new version of the API
        #[arg(long, requires = "out")]
        accept_breaking: bool,
    },

    /// Compare the catalog with the published contract
    ///
    /// Each change is named with its class and its remedy. A breaking change makes the exit code 1.
    Check {
        /// The file that `lock` wrote
        #[arg(default_value = "errors.lock.json")]
        lock: PathBuf,

        /// The form of the report
        #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
        format: ReportFormat,

        /// See what the report says once a new name is confirmed; `lock` keeps it so
        #[arg(long, value_name = "DOMAIN/CODE=NAME", value_parser = Renamed::parse)]
        renamed: Vec<Renamed>,
    },

    /// Show the page of one code
    Explain {
        /// The slug of the domain; without it, the domains are listed
        domain: Option<String>,

        /// The code of the problem, or its name; without it, the problems of the domain are listed
        #[arg(value_name = "CODE")]
        problem: Option<String>,
    },
}

/// What `export` writes.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Format {
    /// One file for a code host
    Markdown,
    /// One self-contained page with search
    Html,
    /// The whole catalog, for other tools
    Json,
    /// Schemas and responses to refer to, in `OpenAPI` 3.1
    #[value(name = "openapi", help = "Schemas and responses to refer to, in OpenAPI 3.1")]
    OpenApi,
    /// Codes, unions and type guards for a client
    #[value(name = "typescript")]
    TypeScript,
}

impl Format {
    pub(super) fn render(self, catalog: &Catalog) -> String {
        match self {
            Format::Markdown => catalog.to_markdown(),
            Format::Html => catalog.to_html(),
            Format::Json => catalog.to_json(),
            Format::OpenApi => catalog.to_openapi(),
            Format::TypeScript => catalog.to_typescript(),
        }
    }
}

/// What `check` writes.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ReportFormat {
    /// For people
    Text,
    /// For other tools
    Json,
}

/// A name that is confirmed: `sequences/6=Archived`.
#[derive(Clone, Debug)]
pub(super) struct Renamed {
    pub(super) domain: String,
    pub(super) problem: String,
    pub(super) name: String,
}

impl Renamed {
    fn parse(text: &str) -> Result<Self, &'static str> {
        let parts = text.rsplit_once('=').and_then(|(place, name)| {
            let (domain, problem) = place.rsplit_once('/')?;
            [domain, problem, name]
                .iter()
                .all(|part| !part.is_empty())
                .then_some((domain, problem, name))
        });
        let (domain, problem, name) = parts.ok_or("expected a place and a name, as in `sequences/6=Archived`")?;
        Ok(Renamed {
            domain: domain.to_owned(),
            problem: problem.to_owned(),
            name: name.to_owned(),
        })
    }
}
