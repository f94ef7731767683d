use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::FORMAT;
use crate::reference::file;

/// Why a lock could not be read or written; the message names the file, the place in it and the remedy.
#[derive(Debug)]
pub struct LockError {
    path: Option<PathBuf>,
    kind: Kind,
}

#[derive(Debug)]
pub(super) enum Kind {
    Read(io::Error),
    Write(io::Error),
    Json(serde_json::Error),
    /// The first line of the conflict.
    Conflict(usize),
    /// It is JSON, and something else.
    NoLock,
    /// The version of the format, which this crate does not know.
    Newer(u64),
    /// One thing stands twice: which, and in which domain.
    Twice {
        what: String,
        domain: String,
    },
    /// There is no such problem to confirm a name for.
    Unknown {
        domain: String,
        problem: String,
    },
}

impl LockError {
    /// The same error, of this file.
    pub(super) fn in_file(self, path: &Path) -> Self {
        LockError {
            path: Some(path.to_owned()),
            ..self
        }
    }
}

impl From<Kind> for LockError {
    fn from(kind: Kind) -> Self {
        LockError { path: None, kind }
    }
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "`{}`: ", path.display())?,
            None => f.write_str("the lock: ")?,
        }
        match &self.kind {
            Kind::Read(error) => f.write_str(&file::not_read(error)),
            Kind::Write(error) => f.write_str(&file::not_written(error)),
            Kind::Json(error) => write!(f, "not a lock, {error}; restore it from version control"),
            Kind::Conflict(line) => write!(f, "a merge conflict at line {line}; resolve it"),
            Kind::NoLock => f.write_str("not a lock, it has no member `format`; name another file"),
            Kind::Newer(version) => {
                let known = FORMAT;
                write!(
                    f,
                    "of format {version}, this program knows up to {known}; update `problem-core`"
                )
            }
            Kind::Twice { what, domain } => {
                write!(f, "{what} stands twice in the domain `{domain}`; remove one of the two")
            }
            Kind::Unknown { domain, problem } => {
                write!(
                    f,
                    "the domain `{domain}` has no problem `{problem}` to rename; name one as in `sequences/6`"
                )
            }
        }
    }
}

impl Error for LockError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.kind {
            Kind::Read(error) | Kind::Write(error) => Some(error),
            Kind::Json(error) => Some(error),
            _ => None,
        }
    }
}
