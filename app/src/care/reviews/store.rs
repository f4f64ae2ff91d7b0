//! Reviews as questions to the database. A patient has one draft at most; what is signed is kept as it was by the triggers.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{Agreed, Attendee, Draft, GoalDecision, Held, Known, Terms};
use crate::care::plans::Achievement;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{GoalId, NoteId, PersonId, PlanId, RegimeActionId, ReviewId, UserId};
use crate::{sql_all, sql_exec, sql_optional};

#[derive(Debug, sqlx::FromRow)]
struct Row {
    id: ReviewId,
    plan_id: PlanId,
    version: i32,
    #[sqlx(flatten)]
    terms: Terms,
}

/// The review of a patient that is being written.
pub async fn draft(tx: &mut CareTx, patient: PersonId) -> Result<Option<Held>, DbError> {
    let row = sql_optional!(
        tx,
        Row,
        "select id, plan_id, version, held_on, plan_fate, summary, patient_view, next_review_on, custody_attended
         from care_review where patient_id = $1 and signed_at is null",
        patient
    )?;
    let Some(Row { id, plan_id, version, terms }) = row else { return Ok(None) };
    let attendees = sql_all!(
        tx,
        Attendee,
        "select name, role, contribution from care_review_attendee where review_id = $1 order by position",
        id
    )?;
    let goals = sql_all!(
        tx,
        GoalDecision,
        "select g.thread_id, r.decision, r.comment from care_review_goal r join care_goal g on g.id = r.goal_id
         where r.review_id = $1 order by g.position",
        id
    )?;
    let actions = sql_all!(
        tx,
        Agreed,
        "select action, due_on from care_review_action where review_id = $1 order by due_on, action",
        id
    )?;
    let known = Known { review: id, version, plan: plan_id };
    Ok(Some(Held { known, draft: Draft { terms, attendees, goals, actions } }))
}

/// Whether a review of this patient has been signed.
pub async fn is_signed(tx: &mut CareTx, patient: PersonId, review: ReviewId) -> Result<bool, DbError> {
    let row = sql_optional!(
        tx,
        (i32,),
        "select version from care_review where id = $1 and patient_id = $2 and signed_at is not null",
        review,
        patient
    )?;
    Ok(row.is_some())
}

/// Begins a review; `false` when the person is not in the caseload.
pub async fn insert(
    tx: &mut CareTx,
    patient: PersonId,
    known: Known,
    terms: &Terms,
    (by, now): (UserId, DateTime<Utc>),
) -> Result<bool, DbError> {
    let made = sql_exec!(
        tx,
        "insert into care_review (id, patient_id, facility_id, plan_id, held_on, plan_fate, summary, patient_view, next_review_on,
           custody_attended, created_by, created_at, version)
         select $1, c.person_id, c.facility_id, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1
         from care_patient c where c.person_id = $2 and c.status = 'open'",
        known.review,
        patient,
        known.plan,
        terms.held_on,
        terms.plan_fate,
        terms.summary.as_str(),
        terms.patient_view.as_str(),
        terms.next_review_on,
        terms.custody_attended,
        by,
        now
    )?;
    Ok(made > 0)
}

/// Writes over the row version it was read at; `false` when that is no longer the row's.
pub async fn update(tx: &mut CareTx, known: Known, terms: &Terms) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_review set plan_id = $3, held_on = $4, plan_fate = $5, summary = $6, patient_view = $7, next_review_on = $8,
           custody_attended = $9, version = version + 1
         where id = $1 and version = $2 and signed_at is null",
        known.review,
        known.version,
        known.plan,
        terms.held_on,
        terms.plan_fate,
        terms.summary.as_str(),
        terms.patient_view.as_str(),
        terms.next_review_on,
        terms.custody_attended
    )?;
    Ok(changed > 0)
}

/// Writes people, decisions and agreements anew. `goals` ties each decision to the plan's own row.
pub async fn write_parts(
    tx: &mut CareTx,
    review: ReviewId,
    draft: &Draft,
    goals: &[(GoalId, &GoalDecision)],
) -> Result<(), DbError> {
    sql_exec!(tx, "delete from care_review_attendee where review_id = $1", review)?;
    sql_exec!(tx, "delete from care_review_goal where review_id = $1", review)?;
    sql_exec!(tx, "delete from care_review_action where review_id = $1", review)?;
    for (position, attendee) in (1_i32..).zip(&draft.attendees) {
        sql_exec!(
            tx,
            "insert into care_review_attendee (review_id, position, name, role, contribution) values ($1, $2, $3, $4, $5)",
            review,
            position,
            attendee.name.as_str(),
            attendee.role,
            attendee.contribution.as_str()
        )?;
    }
    for (goal, decided) in goals {
        sql_exec!(
            tx,
            "insert into care_review_goal (review_id, goal_id, decision, comment) values ($1, $2, $3, $4)",
            review,
            *goal,
            decided.decision,
            decided.comment.as_str()
        )?;
    }
    for agreed in &draft.actions {
        // The same thing chosen twice is told when the review is signed; until then the first holds.
        sql_exec!(
            tx,
            "insert into care_review_action (review_id, action, due_on) values ($1, $2, $3) on conflict (review_id, action) do nothing",
            review,
            agreed.action,
            agreed.due_on
        )?;
    }
    Ok(())
}

/// Ties a review to the note that was signed; from here on nothing of it changes.
pub async fn sign(tx: &mut CareTx, review: ReviewId, note: NoteId, now: DateTime<Utc>) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_review set note_id = $2, signed_at = $3, version = version + 1 where id = $1 and signed_at is null",
        review,
        note,
        now
    )?;
    Ok(changed > 0)
}

pub async fn set_achievement(tx: &mut CareTx, goal: GoalId, achievement: Achievement) -> Result<(), DbError> {
    sql_exec!(tx, "update care_goal set achievement = $2 where id = $1", goal, achievement)?;
    Ok(())
}

/// Sets the day of the next review of the plan that is followed.
pub async fn set_next_review(tx: &mut CareTx, patient: PersonId, day: Option<NaiveDate>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update care_plan set next_review_on = $2, version = version + 1 where patient_id = $1 and status = 'active'",
        patient,
        day
    )?;
    Ok(())
}

/// What was agreed for the regime crosses to custody: the action and its days, and no other word of the review.
pub async fn agree(
    tx: &mut CareTx,
    (id, patient): (RegimeActionId, PersonId),
    agreed: Agreed,
    (agreed_on, due_on): (NaiveDate, NaiveDate),
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_regime_action (id, facility_id, person_id, action, agreed_on, due_on, status, created_at, version)
         select $1, p.facility_id, p.id, $3, $4, $5, 'open', $6, 1 from custody_person p where p.id = $2",
        id,
        patient,
        agreed.action,
        agreed_on,
        due_on,
        now
    )?;
    Ok(())
}
