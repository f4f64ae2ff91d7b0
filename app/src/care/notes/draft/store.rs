//! Drafts in the database.

use chrono::{DateTime, Utc};

use super::model::Draft;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, NoteId, PersonId, UserId};
use crate::{sql_all, sql_exec, sql_one, sql_optional};

pub async fn find(tx: &mut CareTx, patient: PersonId, id: NoteId) -> Result<Option<Draft>, DbError> {
    sql_optional!(
        tx,
        Draft,
        "select id, patient_id, author_id, kind, format, sensitivity, occurred_at, subjective, objective, assessment, plan, narrative,
           late_reason, about_id, replaces_id, updated_at, version
         from care_note_draft where id = $1 and patient_id = $2",
        id,
        patient
    )
}

/// What somebody is writing about a patient, and what those are writing whom the user supervises.
pub async fn of_patient(tx: &mut CareTx, patient: PersonId, user: UserId) -> Result<Vec<Draft>, DbError> {
    sql_all!(
        tx,
        Draft,
        "select id, patient_id, author_id, kind, format, sensitivity, occurred_at, subjective, objective, assessment, plan, narrative,
           late_reason, about_id, replaces_id, updated_at, version
         from care_note_draft d where patient_id = $1 and (author_id = $2 or exists (select 1 from care_supervision s
           where s.user_id = d.author_id and s.supervisor_id = $2 and s.ended_on is null))
         order by updated_at desc limit 50",
        patient,
        user
    )
}

/// What an author has begun already about a note: an addendum, or the next version of a returned one.
pub async fn begun(
    tx: &mut CareTx,
    patient: PersonId,
    author: UserId,
    about: NoteId,
) -> Result<Option<NoteId>, DbError> {
    Ok(sql_optional!(
        tx,
        (NoteId,),
        "select id from care_note_draft where patient_id = $1 and author_id = $2 and (about_id = $3 or replaces_id = $3)
         order by created_at limit 1",
        patient,
        author,
        about
    )?
    .map(|row| row.0))
}

/// Begins a draft; sent twice, it is begun once.
pub async fn insert(tx: &mut CareTx, draft: &Draft, facility: FacilityId) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_note_draft (id, patient_id, facility_id, author_id, kind, format, sensitivity, occurred_at, subjective, objective,
           assessment, plan, narrative, late_reason, about_id, replaces_id, created_at, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, 1)
         on conflict (id) do nothing",
        draft.id,
        draft.patient_id,
        facility,
        draft.author_id,
        draft.kind,
        draft.format,
        draft.sensitivity,
        draft.occurred_at,
        &draft.texts.subjective,
        &draft.texts.objective,
        &draft.texts.assessment,
        &draft.texts.plan,
        &draft.texts.narrative,
        &draft.late_reason,
        draft.about_id,
        draft.replaces_id,
        draft.updated_at
    )?;
    Ok(())
}

/// `false` when somebody has saved since `version`.
pub async fn update(tx: &mut CareTx, draft: &Draft, version: i32, now: DateTime<Utc>) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_note_draft set sensitivity = $3, occurred_at = $4, subjective = $5, objective = $6, assessment = $7, plan = $8,
           narrative = $9, late_reason = $10, updated_at = $11, version = version + 1
         where id = $1 and version = $2",
        draft.id,
        version,
        draft.sensitivity,
        draft.occurred_at,
        &draft.texts.subjective,
        &draft.texts.objective,
        &draft.texts.assessment,
        &draft.texts.plan,
        &draft.texts.narrative,
        &draft.late_reason,
        now
    )?;
    Ok(touched > 0)
}

pub async fn delete(tx: &mut CareTx, id: NoteId, version: i32) -> Result<bool, DbError> {
    Ok(sql_exec!(tx, "delete from care_note_draft where id = $1 and version = $2", id, version)? > 0)
}

/// Whether `supervisor` may read what `author` is writing.
pub async fn supervises(tx: &mut CareTx, supervisor: UserId, author: UserId) -> Result<bool, DbError> {
    Ok(sql_one!(
        tx,
        (bool,),
        "select exists (select 1 from care_supervision where user_id = $1 and supervisor_id = $2 and ended_on is null)",
        author,
        supervisor
    )?
    .0)
}
