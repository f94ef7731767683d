//! Files that are written whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

/// Writes the file: into a new one beside it, which then takes its place. So the old file stays until the new one is
/// whole on the disk, whatever interrupts the write.
///
/// The file keeps its permissions. A symbolic link stays one, and the file that it leads to is written. What is no
/// regular file, a device or a pipe, is written to as it stands.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (path, permissions) = match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a directory"));
        }
        Ok(metadata) if !metadata.is_file() => return OpenOptions::new().write(true).open(path)?.write_all(bytes),
        Ok(metadata) if metadata.permissions().readonly() => {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
        }
        Ok(metadata) => (fs::canonicalize(path)?, Some(metadata.permissions())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => (follow(path)?, None),
        Err(error) => return Err(error),
    };
    let path = &path;
    let mut temporary = Temporary::beside(path)?;
    if let Some(permissions) = permissions {
        temporary.file.set_permissions(permissions)?;
    }
    temporary.file.write_all(bytes)?;
    temporary.file.sync_all()?;
    temporary.take_the_place_of(path)
}

/// Why a file was not written, and the remedy: `cannot be written, …; …`.
pub(crate) fn not_written(error: &io::Error) -> String {
    let remedy = match error.kind() {
        io::ErrorKind::NotFound => "create its directory first",
        io::ErrorKind::IsADirectory => "name a file in it",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "name one that you may write",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room for it",
        _ => "name another file",
    };
    format!("cannot be written, {error}; {remedy}")
}

/// Why a file was not read, and the remedy: `cannot be read, …; …`.
pub(crate) fn not_read(error: &io::Error) -> String {
    let remedy = match error.kind() {
        io::ErrorKind::NotFound => "name one that exists, or write it with `error-docs lock --out`",
        io::ErrorKind::IsADirectory => "name a file in it",
        io::ErrorKind::PermissionDenied => "name one that you may read",
        io::ErrorKind::InvalidData => "name a text file",
        _ => "name another file",
    };
    format!("cannot be read, {error}; {remedy}")
}

/// The file that is not there yet, behind symbolic links.
fn follow(path: &Path) -> io::Result<PathBuf> {
    /// As many links as Linux follows.
    const MAX_LINKS: usize = 40;

    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&path) {
            // A relative target starts from the directory of the link.
            Ok(target) => path = directory(&path).join(target),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

fn directory(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// A new file, which is removed again unless it takes its place.
struct Temporary {
    file: File,
    path: PathBuf,
    done: bool,
}

impl Temporary {
    /// `errors.lock.json` → `.errors.lock.json.4711-0.tmp`
    fn beside(path: &Path) -> io::Result<Self> {
        let Some(name) = path.file_name() else {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "it has no file name"));
        };
        let mut attempt = 0_u32;
        loop {
            let mut hidden = OsString::from(".");
            hidden.push(name);
            hidden.push(format!(".{}-{attempt}.tmp", process::id()));
            let path = directory(path).join(hidden);
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => {
                    let done = false;
                    return Ok(Temporary { file, path, done });
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < 100 => attempt += 1,
                Err(error) => return Err(error),
            }
        }
    }

    fn take_the_place_of(mut self, path: &Path) -> io::Result<()> {
        fs::rename(&self.path, path)?;
        self.done = true;
        // So that the new name survives a power failure, too; not every file system can.
        if cfg!(unix) {
            _ = File::open(directory(path)).and_then(|directory| directory.sync_all());
        }
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.done {
            _ = fs::remove_file(&self.path);
        }
    }
}
