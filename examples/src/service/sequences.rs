use axum::extract::State;
use axum::http::Uri;
use axum::routing::get;
use axum::{Json, Router};
use problem_core::{AnyProblem, ResultExt};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};

use super::AppState;
use super::auth::Caller;
use super::body::JsonBody;
use super::created::Created;
use super::page::{Listing, Page};
use super::path::Ids;
use super::status::Status;
use super::validate;
use crate::common::CommonError;
use crate::domains::SequenceError;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/sequences", get(list).post(create))
        .route("/sequences/{id}", get(show))
}

#[derive(Serialize)]
pub(super) struct Sequence {
    pub(super) id: i64,
    pub(super) name: String,
    pub(super) status: Status,
    pub(super) steps: u32,
    pub(super) contacts: u32,
}

impl Sequence {
    const SELECT: &str = "
        SELECT id, name, status,
            (SELECT count(*) FROM steps WHERE sequence_id = sequences.id) AS steps,
            (SELECT count(*) FROM sequence_contacts WHERE sequence_id = sequences.id) AS contacts
        FROM sequences";

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Sequence {
            id: row.get("id")?,
            name: row.get("name")?,
            status: row.get("status")?,
            steps: row.get("steps")?,
            contacts: row.get("contacts")?,
        })
    }

    /// The sequence with this id, if there is one.
    pub(super) fn find(connection: &Connection, id: i64) -> rusqlite::Result<Option<Self>> {
        connection
            .prepare_cached(&format!("{} WHERE id = ?1", Self::SELECT))?
            .query_row([id], Self::from_row)
            .optional()
    }
}

#[derive(Deserialize)]
struct NewSequence {
    name: String,
}

async fn create(
    State(state): State<AppState>,
    caller: Caller,
    body: Result<JsonBody<NewSequence>, CommonError>,
) -> Result<Created<Sequence>, AnyProblem> {
    caller.can_write(SequenceError::Forbidden)?;
    let name = validate::name(&body?.0.name)?;

    let insert = "INSERT INTO sequences (name, status) VALUES (?1, ?2)";
    state
        .database
        .call(move |transaction| {
            let status = Status::New;
            transaction.execute(insert, (&name, status)).internal()?;
            let id = transaction.last_insert_rowid();
            Ok(Created {
                location: format!("/sequences/{id}"),
                value: Sequence {
                    id,
                    name,
                    status,
                    steps: 0,
                    contacts: 0,
                },
            })
        })
        .await
}

async fn list(State(state): State<AppState>, uri: Uri) -> Result<Json<Listing<Sequence>>, AnyProblem> {
    let page = Page::from_query(&uri).map_err(|invalid| SequenceError::InvalidPagination {
        parameter: invalid.parameter.into(),
        expected: invalid.expected.into(),
    })?;

    let count = "SELECT count(*) FROM sequences";
    let select = format!("{} ORDER BY id LIMIT ?1 OFFSET ?2", Sequence::SELECT);
    let listing = state
        .database
        .call(move |transaction| {
            let total = transaction.query_row(count, (), |row| row.get(0)).internal()?;
            let mut statement = transaction.prepare_cached(&select).internal()?;
            let rows = statement.query_map([page.limit, page.offset], Sequence::from_row);
            let items = rows.and_then(Iterator::collect).internal()?;
            Ok(Listing::new(page, total, items))
        })
        .await?;
    Ok(Json(listing))
}

async fn show(State(state): State<AppState>, Ids([id]): Ids<1>) -> Result<Json<Sequence>, AnyProblem> {
    let id = id.ok_or(SequenceError::NotFound)?;
    let sequence = state
        .database
        .call(move |transaction| Sequence::find(transaction, id).internal())
        .await?;
    Ok(Json(sequence.ok_or(SequenceError::NotFound)?))
}
