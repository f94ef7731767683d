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
use super::path::Ids;
use super::sequences::Sequence;
use super::status::Status;
use crate::common::CommonError;
use crate::domains::{SequenceError, SequenceStepError};

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/sequences/{id}/steps", post(create))
        .route("/sequences/{id}/steps/{step}", get(show))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Step {
    id: i64,
    r#type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    delay_days: i64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewStep {
    r#type: String,
    subject: Option<String>,
    #[serde(default)]
    delay_days: i64,
}

impl NewStep {
    /// A step is an email, which has a subject, or a task, which has none.
    fn validate(&self) -> Result<(), SequenceStepError> {
        if !(0..=365).contains(&self.delay_days) {
            return Err(SequenceStepError::InvalidInput {
                field: "delayDays".into(),
                expected: "a number from 0 to 365".into(),
            });
        }
        let subject = self.subject.as_deref().unwrap_or_default().trim();
        let reason = match self.r#type.as_str() {
            "email" if subject.is_empty() => "an email needs a subject",
            "task" if self.subject.is_some() => "a task has no subject",
            "email" | "task" => return Ok(()),
            _ => "the type of a step is `email` or `task`",
        };
        Err(SequenceStepError::InvalidStep { reason: reason.into() })
    }
}

async fn create(
    State(state): State<AppState>,
    caller: Caller,
    Ids([sequence]): Ids<1>,
    body: Result<JsonBody<NewStep>, CommonError>,
) -> Result<Created<Step>, AnyProblem> {
    caller.can_write(SequenceError::Forbidden)?;
    let sequence_id = sequence.ok_or(SequenceError::NotFound)?;
    let JsonBody(step) = body?;
    step.validate()?;

    let insert = "INSERT INTO steps (sequence_id, type, subject, delay_days) VALUES (?1, ?2, ?3, ?4)";
    state
        .database
        .call(move |transaction| {
            let sequence = Sequence::find(transaction, sequence_id).internal()?;
            if sequence.ok_or(SequenceError::NotFound)?.status == Status::Archived {
                return Err(SequenceError::SequenceArchived.into());
            }
            let NewStep {
                r#type,
                subject,
                delay_days,
            } = step;
            transaction
                .execute(insert, (sequence_id, &r#type, &subject, delay_days))
                .internal()?;
            let id = transaction.last_insert_rowid();
            Ok(Created {
                location: format!("/sequences/{sequence_id}/steps/{id}"),
                value: Step {
                    id,
                    r#type,
                    subject,
                    delay_days,
                },
            })
        })
        .await
}

async fn show(State(state): State<AppState>, Ids([sequence, step]): Ids<2>) -> Result<Json<Step>, AnyProblem> {
    let sequence_id = sequence.ok_or(SequenceError::NotFound)?;
    let step_id = step.ok_or(SequenceStepError::NotFound)?;

    let select = "SELECT id, type, subject, delay_days FROM steps WHERE sequence_id = ?1 AND id = ?2";
    let step = state
        .database
        .call(move |transaction| {
            let sequence = Sequence::find(transaction, sequence_id).internal()?;
            sequence.ok_or(SequenceError::NotFound)?;
            transaction
                .query_row(select, [sequence_id, step_id], |row| {
                    Ok(Step {
                        id: row.get("id")?,
                        r#type: row.get("type")?,
                        subject: row.get("subject")?,
                        delay_days: row.get("delay_days")?,
                    })
                })
                .optional()
                .internal()
        })
        .await?;
    Ok(Json(step.ok_or(SequenceStepError::NotFound)?))
}

#[cfg(test)]
mod tests {
    use super::NewStep;
    use crate::domains::SequenceStepError;

    fn validate(json: &str) -> Result<(), SequenceStepError> {
        serde_json::from_str::<NewStep>(json).unwrap().validate()
    }

    #[test]
    fn steps() {
        assert!(validate(r#"{"type":"email","subject":"Hello","delayDays":2}"#).is_ok());
        assert!(validate(r#"{"type":"task"}"#).is_ok());
        for json in [
            r#"{"type":"email"}"#,
            r#"{"type":"email","subject":" "}"#,
            r#"{"type":"task","subject":"Hello"}"#,
            r#"{"type":"fax"}"#,
        ] {
            assert!(
                matches!(validate(json), Err(SequenceStepError::InvalidStep { .. })),
                "{json}"
            );
        }
        for json in [
            r#"{"type":"task","delayDays":-1}"#,
            r#"{"type":"task","delayDays":366}"#,
        ] {
            assert!(
                matches!(validate(json), Err(SequenceStepError::InvalidInput { .. })),
                "{json}"
            );
        }
    }
}
