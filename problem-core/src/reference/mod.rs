//! The error reference of a [`Catalog`](crate::Catalog), and the lock that holds its published codes.

mod file;
mod lock;
mod screen;

pub use self::lock::{Change, Lock, LockError, Report, Severity};
