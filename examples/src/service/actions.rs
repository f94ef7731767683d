use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use problem_core::{AnyProblem, ResultExt};

use super::AppState;
use super::auth::Caller;
use super::path::Ids;
use super::sequences::Sequence;
use super::status::Status;
use crate::domains::SequenceActionError;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/sequences/{id}/start", post(start))
        .route("/sequences/{id}/pause", post(pause))
        .route("/sequences/{id}/archive", post(archive))
}

async fn start(State(state): State<AppState>, caller: Caller, Ids([id]): Ids<1>) -> Result<Json<Sequence>, AnyProblem> {
    change(&state, &caller, id, |sequence| sequence.status.start(sequence.contacts)).await
}

async fn pause(State(state): State<AppState>, caller: Caller, Ids([id]): Ids<1>) -> Result<Json<Sequence>, AnyProblem> {
    change(&state, &caller, id, |sequence| sequence.status.pause()).await
}

async fn archive(
    State(state): State<AppState>,
    caller: Caller,
    Ids([id]): Ids<1>,
) -> Result<Json<Sequence>, AnyProblem> {
    change(&state, &caller, id, |sequence| sequence.status.archive()).await
}

/// Gives a sequence its next status.
async fn change(
    state: &AppState,
    caller: &Caller,
    id: Option<i64>,
    next: fn(&Sequence) -> Result<Status, SequenceActionError>,
) -> Result<Json<Sequence>, AnyProblem> {
    caller.can_write(SequenceActionError::Forbidden)?;
    let id = id.ok_or(SequenceActionError::NotFound)?;

    let update = "UPDATE sequences SET status = ?2 WHERE id = ?1";
    state
        .database
        .call(move |transaction| {
            let sequence = Sequence::find(transaction, id).internal()?;
            let mut sequence = sequence.ok_or(SequenceActionError::NotFound)?;
            sequence.status = next(&sequence)?;
            transaction.execute(update, (id, sequence.status)).internal()?;
            Ok(Json(sequence))
        })
        .await
}
