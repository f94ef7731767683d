use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use problem_core::{AnyProblem, ResultExt};
use serde::{Deserialize, Serialize};

use super::AppState;
use super::auth::Caller;
use super::body::JsonBody;
use super::created::Created;
use super::database::Violation;
use super::path::Ids;
use super::sequences::Sequence;
use super::status::Status;
use crate::common::CommonError;
use crate::domains::SequenceContactError;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/sequences/{id}/contacts", post(add))
        .route("/sequences/{id}/contacts/{contact}", get(show))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Membership {
    sequence_id: i64,
    contact_id: i64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewMembership {
    contact_id: i64,
}

async fn add(
    State(state): State<AppState>,
    caller: Caller,
    Ids([sequence]): Ids<1>,
    body: Result<JsonBody<NewMembership>, CommonError>,
) -> Result<Created<Membership>, AnyProblem> {
    caller.can_write(SequenceContactError::Forbidden)?;
    let sequence_id = sequence.ok_or(SequenceContactError::SequenceNotFound)?;
    let JsonBody(NewMembership { contact_id }) = body?;

    let limit = state.contacts_per_sequence;
    let insert = "INSERT INTO sequence_contacts (sequence_id, contact_id) VALUES (?1, ?2)";
    state
        .database
        .call(move |transaction| {
            let sequence = Sequence::find(transaction, sequence_id).internal()?;
            let sequence = sequence.ok_or(SequenceContactError::SequenceNotFound)?;
            if sequence.status == Status::Archived {
                return Err(SequenceContactError::SequenceArchived.into());
            }
            transaction
                .execute(insert, [sequence_id, contact_id])
                .map_err(|error| match Violation::of(&error) {
                    Some(Violation::Duplicate) => SequenceContactError::ContactAlreadyInSequence { contact_id }.into(),
                    Some(Violation::Reference) => SequenceContactError::ContactNotFound { contact_id }.into(),
                    None => AnyProblem::internal(error),
                })?;
            if sequence.contacts >= limit {
                return Err(SequenceContactError::ContactLimitExceeded { limit }.into());
            }
            Ok(Created {
                location: format!("/sequences/{sequence_id}/contacts/{contact_id}"),
                value: Membership {
                    sequence_id,
                    contact_id,
                },
            })
        })
        .await
}

async fn show(State(state): State<AppState>, Ids([sequence, contact]): Ids<2>) -> Result<Json<Membership>, AnyProblem> {
    let sequence_id = sequence.ok_or(SequenceContactError::SequenceNotFound)?;
    let contact_id = contact.ok_or(SequenceContactError::NotInSequence)?;

    let select = "SELECT EXISTS (SELECT 1 FROM sequence_contacts WHERE sequence_id = ?1 AND contact_id = ?2)";
    let is_member: bool = state
        .database
        .call(move |transaction| {
            let sequence = Sequence::find(transaction, sequence_id).internal()?;
            sequence.ok_or(SequenceContactError::SequenceNotFound)?;
            transaction
                .query_row(select, [sequence_id, contact_id], |row| row.get(0))
                .internal()
        })
        .await?;
    if !is_member {
        return Err(SequenceContactError::NotInSequence.into());
    }
    Ok(Json(Membership {
        sequence_id,
        contact_id,
    }))
}
