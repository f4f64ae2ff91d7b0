//! Writing what happened, cancelling, and putting the seal of a signature on it.

use chrono::{DateTime, Utc};

use super::sheet::SessionHead;
use crate::care::sessions::model::HealthReason;
use crate::care::sessions::record_form::{PersonRecord, RecordDraft};
use crate::custody::slots::{CancelReason, CancelSide, SlotStatus};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{SlotId, UserId};
use crate::sql_exec;

/// Saves the draft; `false` when somebody saved since `version` or it has been signed.
pub async fn save(
    tx: &mut CareTx,
    head: &SessionHead,
    version: i32,
    draft: &RecordDraft,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_session set shared_narrative = $3, recorded_at = $4, cohesion = $5, group_participation = $6, rule_keeping = $7,
            mutual_help = $8, version = version + 1
         where id = $1 and version = $2 and signed_at is null",
        head.id,
        version,
        &draft.shared,
        now,
        draft.ratings.cohesion,
        draft.ratings.group_participation,
        draft.ratings.rule_keeping,
        draft.ratings.mutual_help
    )?;
    if touched == 0 {
        return Ok(false);
    }
    sql_exec!(tx, "delete from care_participation_goal where session_id = $1", head.id)?;
    for person in &draft.people {
        keep_earlier(tx, head, person, (by, now)).await?;
        sql_exec!(
            tx,
            "insert into care_participation (session_id, patient_id, facility_id, attendance, health_reason, minutes, participation, assistance,
                individual_note, next_step, created_by, created_at, version, mood_before, mood_after)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13, $14)
             on conflict (session_id, patient_id) do update set attendance = excluded.attendance, health_reason = excluded.health_reason,
                minutes = excluded.minutes, participation = excluded.participation, assistance = excluded.assistance,
                individual_note = excluded.individual_note, next_step = excluded.next_step, mood_before = excluded.mood_before,
                mood_after = excluded.mood_after, version = care_participation.version + 1",
            head.id,
            person.patient,
            head.facility_id,
            person.attendance,
            person.health_reason,
            person.minutes,
            person.participation,
            person.assistance,
            &person.individual_note,
            &person.next_step,
            by,
            now,
            person.mood_before,
            person.mood_after
        )?;
        for goal in &person.goals {
            sql_exec!(
                tx,
                "insert into care_participation_goal (session_id, patient_id, goal_id, progress, level) values ($1, $2, $3, $4, $5)",
                head.id,
                person.patient,
                goal.goal,
                goal.progress,
                goal.level
            )?;
        }
    }
    Ok(true)
}

/// Ends a slot from health's side: cancelled before it was due, not held after. Custody reads no more than 'health'.
pub async fn stop(tx: &mut CareTx, id: SlotId, version: i32, status: SlotStatus) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_slot set status = $3, cancel_side = $4, cancel_reason = $5, version = version + 1
         where id = $1 and version = $2 and status in ('requested', 'confirmed', 'in_progress')",
        id,
        version,
        status,
        CancelSide::Health,
        CancelReason::Health
    )?;
    Ok(touched > 0)
}

/// What was recorded of somebody before it is put right: kept when who came, or why not, is no longer what it was.
async fn keep_earlier(
    tx: &mut CareTx,
    head: &SessionHead,
    person: &PersonRecord,
    (by, now): (UserId, DateTime<Utc>),
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_participation_earlier (session_id, patient_id, version, facility_id, attendance, health_reason, minutes, changed_by,
            changed_at)
         select session_id, patient_id, version, facility_id, attendance, health_reason, minutes, $5, $6 from care_participation
         where session_id = $1 and patient_id = $2 and (attendance <> $3 or coalesce(health_reason, '') <> $4)",
        head.id,
        person.patient,
        person.attendance,
        person.health_reason.map_or("", HealthReason::as_str),
        by,
        now
    )?;
    Ok(())
}

/// Tells custody who came. It is all that custody learns of attendance: whoever did not take part did not come, whatever the
/// reason.
async fn tell_who_came(tx: &mut CareTx, session: SlotId) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update custody_slot_person set came = (
            select r.attendance in ('full', 'part', 'late', 'left_early') from care_participation r
            where r.session_id = custody_slot_person.slot_id and r.patient_id = custody_slot_person.person_id)
         where slot_id = $1",
        session
    )?;
    Ok(())
}

/// Marks everything of the session as signed; `false` when it changed since `version` or was signed meanwhile.
pub async fn mark_signed(
    tx: &mut CareTx,
    head: &SessionHead,
    version: i32,
    at: DateTime<Utc>,
) -> Result<bool, DbError> {
    sql_exec!(
        tx,
        "update care_participation set signed_at = $2, version = version + 1 where session_id = $1 and signed_at is null",
        head.id,
        at
    )?;
    let touched = sql_exec!(
        tx,
        "update care_session set signed_at = $3, version = version + 1 where id = $1 and version = $2 and signed_at is null",
        head.id,
        version,
        at
    )?;
    tell_who_came(tx, head.id).await?;
    sql_exec!(
        tx,
        "update custody_slot set status = 'completed', version = version + 1
         where id = $1 and status in ('requested', 'confirmed', 'in_progress')",
        head.id
    )?;
    Ok(touched > 0)
}
