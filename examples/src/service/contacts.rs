use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use problem_core::{AnyProblem, ResultExt};
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};

use super::AppState;
use super::auth::Caller;
use super::body::JsonBody;
use super::created::Created;
use super::database::Violation;
use super::path::Ids;
use super::validate;
use crate::common::CommonError;
use crate::domains::ContactError;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/contacts", post(create))
        .route("/contacts/{id}", get(show))
}

#[derive(Serialize)]
struct Contact {
    id: i64,
    email: String,
}

#[derive(Deserialize)]
struct NewContact {
    email: String,
}

async fn create(
    State(state): State<AppState>,
    caller: Caller,
    body: Result<JsonBody<NewContact>, CommonError>,
) -> Result<Created<Contact>, AnyProblem> {
    caller.can_write(ContactError::Forbidden)?;
    let JsonBody(NewContact { email }) = body?;
    if !validate::is_email(&email) {
        return Err(ContactError::InvalidInput {
            field: "email",
            expected: "an email address",
        }
        .into());
    }

    let insert = "INSERT INTO contacts (email) VALUES (?1)";
    state
        .database
        .call(move |transaction| {
            if let Err(error) = transaction.execute(insert, [&email]) {
                return Err(match Violation::of(&error) {
                    Some(Violation::Duplicate) => ContactError::Duplicate { email }.into(),
                    _ => AnyProblem::internal(error),
                });
            }
            let id = transaction.last_insert_rowid();
            Ok(Created {
                location: format!("/contacts/{id}"),
                value: Contact { id, email },
            })
        })
        .await
}

async fn show(State(state): State<AppState>, Ids([id]): Ids<1>) -> Result<Json<Contact>, AnyProblem> {
    let id = id.ok_or(ContactError::NotFound)?;

    let select = "SELECT email FROM contacts WHERE id = ?1";
    let email = state
        .database
        .call(move |transaction| {
            transaction
                .query_row(select, [id], |row| row.get(0))
                .optional()
                .internal()
        })
        .await?;
    let email = email.ok_or(ContactError::NotFound)?;
    Ok(Json(Contact { id, email }))
}
