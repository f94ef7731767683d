use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use problem_core::{AnyProblem, ResultExt};
use rusqlite::ffi::{SQLITE_CONSTRAINT_FOREIGNKEY, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE};
use rusqlite::{Connection, Transaction};

/// The database. Clones share one connection.
#[derive(Clone)]
pub(super) struct Database(Arc<Mutex<Connection>>);

impl Database {
    /// Opens the database in `file`, or an empty one in memory.
    pub(super) fn open(file: Option<&Path>) -> rusqlite::Result<Self> {
        let connection = match file {
            Some(file) => Connection::open(file)?,
            None => Connection::open_in_memory()?,
        };
        connection.execute_batch(include_str!("schema.sql"))?;
        Ok(Database(Arc::new(Mutex::new(connection))))
    }

    /// Does `work` in a transaction of its own, away from the threads that serve requests. An error undoes all of it.
    pub(super) async fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, AnyProblem> + Send + 'static,
    ) -> Result<T, AnyProblem> {
        let Database(connection) = self.clone();
        let task = tokio::task::spawn_blocking(move || {
            // A panic under the lock has rolled its transaction back, so the connection is as good as before.
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            let transaction = connection.transaction().internal()?;
            let value = work(&transaction)?;
            transaction.commit().internal()?;
            Ok(value)
        });
        match task.await {
            Ok(result) => result,
            Err(error) => match error.try_into_panic() {
                Ok(payload) => std::panic::resume_unwind(payload),
                Err(cancelled) => Err(AnyProblem::internal(cancelled)),
            },
        }
    }
}

/// Which rule of the schema refused a row.
pub(super) enum Violation {
    /// A unique index has the value already.
    Duplicate,
    /// The row refers to another one that is not there.
    Reference,
}

impl Violation {
    /// The rule that caused `error`, if one did.
    pub(super) fn of(error: &rusqlite::Error) -> Option<Self> {
        match error.sqlite_extended_error_code()? {
            SQLITE_CONSTRAINT_UNIQUE | SQLITE_CONSTRAINT_PRIMARYKEY => Some(Violation::Duplicate),
            SQLITE_CONSTRAINT_FOREIGNKEY => Some(Violation::Reference),
            _ => None,
        }
    }
}
