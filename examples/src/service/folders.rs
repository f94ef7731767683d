use axum::extract::{Query, State};
use axum::http::Uri;
use axum::routing::get;
use axum::{Json, Router};
use problem_core::{AnyProblem, ResultExt};
use rusqlite::{OptionalExtension, Row};
use serde::{Deserialize, Serialize};

use super::AppState;
use super::auth::Caller;
use super::body::JsonBody;
use super::created::Created;
use super::database::Violation;
use super::page::{Listing, Page};
use super::path::Ids;
use super::validate;
use crate::common::CommonError;
use crate::domains::SequenceFolderError;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/sequence-folders", get(list).post(create))
        .route("/sequence-folders/{id}", get(show))
}

#[derive(Serialize)]
struct Folder {
    id: i64,
    name: String,
}

impl Folder {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Folder {
            id: row.get("id")?,
            name: row.get("name")?,
        })
    }
}

#[derive(Deserialize)]
struct NewFolder {
    name: String,
}

async fn create(
    State(state): State<AppState>,
    caller: Caller,
    body: Result<JsonBody<NewFolder>, CommonError>,
) -> Result<Created<Folder>, AnyProblem> {
    caller.can_write(SequenceFolderError::Forbidden)?;
    let name = validate::name(&body?.0.name)?;

    let insert = "INSERT INTO sequence_folders (name) VALUES (?1)";
    state
        .database
        .call(move |transaction| {
            transaction
                .execute(insert, [&name])
                .map_err(|error| match Violation::of(&error) {
                    Some(Violation::Duplicate) => SequenceFolderError::DuplicateName {
                        cause: error.to_string(),
                    }
                    .into(),
                    _ => AnyProblem::internal(error),
                })?;
            let id = transaction.last_insert_rowid();
            Ok(Created {
                location: format!("/sequence-folders/{id}"),
                value: Folder { id, name },
            })
        })
        .await
}

async fn list(State(state): State<AppState>, uri: Uri) -> Result<Json<Listing<Folder>>, AnyProblem> {
    let page = Page::from_query(&uri).map_err(|invalid| SequenceFolderError::InvalidPagination {
        parameter: invalid.parameter.into(),
        expected: invalid.expected.into(),
    })?;
    let order = order(&uri)?;

    let count = "SELECT count(*) FROM sequence_folders";
    let select = format!("SELECT id, name FROM sequence_folders ORDER BY {order} LIMIT ?1 OFFSET ?2");
    let listing = state
        .database
        .call(move |transaction| {
            let total = transaction.query_row(count, (), |row| row.get(0)).internal()?;
            let mut statement = transaction.prepare_cached(&select).internal()?;
            let rows = statement.query_map([page.limit, page.offset], Folder::from_row);
            let items = rows.and_then(Iterator::collect).internal()?;
            Ok(Listing::new(page, total, items))
        })
        .await?;
    Ok(Json(listing))
}

/// What `?sort=` asks for, as SQL.
fn order(uri: &Uri) -> Result<&'static str, SequenceFolderError> {
    #[derive(Deserialize)]
    struct Parameters {
        sort: Option<String>,
    }

    let Query(Parameters { sort }) = Query::try_from_uri(uri).map_err(|_| SequenceFolderError::InvalidSort)?;
    match sort.as_deref() {
        None | Some("id") => Ok("id"),
        Some("-id") => Ok("id DESC"),
        Some("name") => Ok("name"),
        Some("-name") => Ok("name DESC"),
        Some(_) => Err(SequenceFolderError::InvalidSort),
    }
}

async fn show(State(state): State<AppState>, Ids([id]): Ids<1>) -> Result<Json<Folder>, AnyProblem> {
    let id = id.ok_or(SequenceFolderError::NotFound)?;

    let select = "SELECT id, name FROM sequence_folders WHERE id = ?1";
    let folder = state
        .database
        .call(move |transaction| {
            transaction
                .query_row(select, [id], Folder::from_row)
                .optional()
                .internal()
        })
        .await?;
    Ok(Json(folder.ok_or(SequenceFolderError::NotFound)?))
}
