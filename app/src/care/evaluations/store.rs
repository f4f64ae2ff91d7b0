//! Evaluations as questions to the database. A patient has one draft at most, by a unique index; what is signed is held by
//! triggers.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{Evaluation, Section, Written};
use crate::kit::db::{CareTx, DbError, places};
use crate::kit::ids::{EvaluationId, NoteId, PersonId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_all_in, sql_exec, sql_one, sql_optional};

macro_rules! evaluation_where {
    ($condition:literal) => {
        concat!(
            "select e.id, e.occurred_on, u.display_name as author_name, e.note_id, e.signed_at, e.version
             from care_evaluation e join access_user u on u.id = e.author_id where ",
            $condition
        )
    };
}

/// The one that is being written.
pub async fn draft(tx: &mut CareTx, patient: PersonId) -> Result<Option<Evaluation>, DbError> {
    sql_optional!(tx, Evaluation, evaluation_where!("e.patient_id = $1 and e.signed_at is null"), patient)
}

pub async fn by_id(tx: &mut CareTx, patient: PersonId, id: EvaluationId) -> Result<Option<Evaluation>, DbError> {
    sql_optional!(tx, Evaluation, evaluation_where!("e.patient_id = $1 and e.id = $2"), patient, id)
}

/// The signed ones, the newest first, one page of them.
pub async fn signed(tx: &mut CareTx, patient: PersonId, offset: i64) -> Result<Vec<Evaluation>, DbError> {
    sql_all!(
        tx,
        Evaluation,
        evaluation_where!(
            "e.patient_id = $1 and e.signed_at is not null order by e.occurred_on desc, e.signed_at desc limit $2 offset $3"
        ),
        patient,
        PAGE_SIZE,
        offset
    )
}

pub async fn signed_count(tx: &mut CareTx, patient: PersonId) -> Result<i64, DbError> {
    let (count,) = sql_one!(
        tx,
        (i64,),
        "select count(*) from care_evaluation where patient_id = $1 and signed_at is not null",
        patient
    )?;
    Ok(count)
}

pub async fn last_signed(tx: &mut CareTx, patient: PersonId) -> Result<Option<Evaluation>, DbError> {
    sql_optional!(
        tx,
        Evaluation,
        evaluation_where!(
            "e.patient_id = $1 and e.signed_at is not null order by e.occurred_on desc, e.signed_at desc limit 1"
        ),
        patient
    )
}

/// The signed one before a signed one.
pub async fn signed_before(
    tx: &mut CareTx,
    patient: PersonId,
    (day, at): (NaiveDate, DateTime<Utc>),
) -> Result<Option<Evaluation>, DbError> {
    sql_optional!(
        tx,
        Evaluation,
        evaluation_where!(
            "e.patient_id = $1 and e.signed_at is not null and (e.occurred_on < $2 or (e.occurred_on = $2 and e.signed_at < $3))
             order by e.occurred_on desc, e.signed_at desc limit 1"
        ),
        patient,
        day,
        at
    )
}

pub async fn sections(tx: &mut CareTx, evaluation: EvaluationId) -> Result<Vec<Written>, DbError> {
    sql_all!(
        tx,
        Written,
        "select s.section, s.content, u.display_name as updated_by, s.updated_at, s.version
         from care_evaluation_section s join access_user u on u.id = s.updated_by where s.evaluation_id = $1",
        evaluation
    )
}

#[derive(sqlx::FromRow)]
struct WrittenIn {
    evaluation_id: EvaluationId,
    #[sqlx(flatten)]
    written: Written,
}

/// The sections of several evaluations, each with which it stands in.
pub async fn sections_of(
    tx: &mut CareTx,
    evaluations: &[EvaluationId],
) -> Result<Vec<(EvaluationId, Written)>, DbError> {
    let sql = format!(
        "select s.evaluation_id, s.section, s.content, u.display_name as updated_by, s.updated_at, s.version
         from care_evaluation_section s join access_user u on u.id = s.updated_by where s.evaluation_id in ({})",
        places(1, evaluations.len())
    );
    let rows = sql_all_in!(tx, WrittenIn, sql, evaluations)?;
    Ok(rows.into_iter().map(|row| (row.evaluation_id, row.written)).collect())
}

/// Begins a draft. `false` when there is one already, or no open record to put it into.
pub async fn insert(
    tx: &mut CareTx,
    id: EvaluationId,
    patient: PersonId,
    on: NaiveDate,
    (by, at): (UserId, DateTime<Utc>),
) -> Result<bool, DbError> {
    let made = sql_exec!(
        tx,
        "insert into care_evaluation (id, patient_id, facility_id, occurred_on, author_id, created_by, created_at, version)
         select $1, c.person_id, c.facility_id, $3, $4, $4, $5, 1 from care_patient c where c.person_id = $2 and c.status = 'open'
         on conflict do nothing",
        id,
        patient,
        on,
        by,
        at
    )?;
    Ok(made > 0)
}

/// Begins a draft's sections with the texts of an earlier evaluation.
pub async fn copy_sections(
    tx: &mut CareTx,
    from: EvaluationId,
    to: EvaluationId,
    (by, at): (UserId, DateTime<Utc>),
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_evaluation_section (evaluation_id, section, content, updated_by, updated_at, version)
         select $2, s.section, s.content, $3, $4, 1 from care_evaluation_section s where s.evaluation_id = $1",
        from,
        to,
        by,
        at
    )?;
    Ok(())
}

/// Says that something in a draft changes, so that whoever is about to sign it notices. Whoever comes second waits here for the
/// first. `false` when it is no draft any more.
pub async fn touch(tx: &mut CareTx, patient: PersonId, id: EvaluationId) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_evaluation set version = version + 1 where id = $1 and patient_id = $2 and signed_at is null",
        id,
        patient
    )?;
    Ok(touched > 0)
}

pub async fn section(
    tx: &mut CareTx,
    evaluation: EvaluationId,
    section: Section,
) -> Result<Option<(String, i32)>, DbError> {
    sql_optional!(
        tx,
        (String, i32),
        "select content, version from care_evaluation_section where evaluation_id = $1 and section = $2",
        evaluation,
        section
    )
}

/// Writes a section over whatever it said.
pub async fn write_section(
    tx: &mut CareTx,
    (evaluation, section, version): (EvaluationId, Section, i32),
    content: &str,
    (by, at): (UserId, DateTime<Utc>),
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_evaluation_section (evaluation_id, section, content, updated_by, updated_at, version)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (evaluation_id, section) do update
           set content = excluded.content, updated_by = excluded.updated_by, updated_at = excluded.updated_at,
             version = excluded.version",
        evaluation,
        section,
        content,
        by,
        at,
        version
    )?;
    Ok(())
}

/// Makes a draft the signed note that it has become; `false` when it is no longer as it was read.
pub async fn sign(
    tx: &mut CareTx,
    (id, version): (EvaluationId, i32),
    note: NoteId,
    occurred_on: NaiveDate,
    (by, at): (UserId, DateTime<Utc>),
) -> Result<bool, DbError> {
    let signed = sql_exec!(
        tx,
        "update care_evaluation set note_id = $3, signed_at = $4, author_id = $5, occurred_on = $6, version = version + 1
         where id = $1 and version = $2 and signed_at is null",
        id,
        version,
        note,
        at,
        by,
        occurred_on
    )?;
    Ok(signed > 0)
}

/// Drops a draft with its sections; `false` when it is no longer as it was seen.
pub async fn discard(tx: &mut CareTx, patient: PersonId, id: EvaluationId, version: i32) -> Result<bool, DbError> {
    let held = by_id(tx, patient, id).await?;
    if held.is_none_or(|held| held.signed_at.is_some() || held.version != version) {
        return Ok(false);
    }
    sql_exec!(tx, "delete from care_evaluation_section where evaluation_id = $1", id)?;
    let dropped =
        sql_exec!(tx, "delete from care_evaluation where id = $1 and version = $2 and signed_at is null", id, version)?;
    Ok(dropped > 0)
}
