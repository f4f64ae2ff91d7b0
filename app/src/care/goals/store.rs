//! Goals and ratings as questions to the database.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::model::{Goal, Level, NewRating, Rating};
use crate::care::notes::NoteKind;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{GoalThreadId, NoteId, PersonId, PlanId, SlotId};
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// The goals of a patient's active plan, in the plan's order.
pub async fn active_goals(tx: &mut CareTx, patient: PersonId) -> Result<Vec<Goal>, DbError> {
    sql_all!(
        tx,
        Goal,
        "select g.id, g.plan_id, g.patient_id, g.thread_id, g.position, g.description, g.patient_words, g.area, g.lifecycle,
           g.achievement, g.target_date, g.step_m2, g.step_m1, g.step_0, g.step_p1, g.step_p2, g.baseline, g.importance, g.difficulty,
           g.term, g.parent_thread_id, g.expressed_by
         from care_plan p join care_goal g on g.plan_id = p.id
         where p.patient_id = $1 and p.status = 'active' and g.lifecycle = 'active' order by g.position",
        patient
    )
}

/// The goals that one plan version states, whatever became of them, in its order.
pub async fn goals_of_plan(tx: &mut CareTx, plan: PlanId) -> Result<Vec<Goal>, DbError> {
    sql_all!(
        tx,
        Goal,
        "select id, plan_id, patient_id, thread_id, position, description, patient_words, area, lifecycle, achievement,
           target_date, step_m2, step_m1, step_0, step_p1, step_p2, baseline, importance, difficulty, term,
           parent_thread_id, expressed_by
         from care_goal where plan_id = $1 order by position",
        plan
    )
}

/// Every rating of a patient's goals, oldest first within each thread.
pub async fn ratings(tx: &mut CareTx, patient: PersonId) -> Result<Vec<Rating>, DbError> {
    sql_all!(
        tx,
        Rating,
        "select id, thread_id, goal_id, rated_on, level, with_patient, session_id, rated_by, created_at
         from care_goal_rating where patient_id = $1 order by thread_id, rated_on, created_at, id",
        patient
    )
}

/// Where each goal of a patient stands by its last rating; a goal that was never rated is not among them. One step down the index for
/// each goal, however many ratings years have brought.
pub async fn latest_levels(tx: &mut CareTx, patient: PersonId) -> Result<HashMap<GoalThreadId, Level>, DbError> {
    let rows = sql_all!(
        tx,
        (GoalThreadId, Option<Level>),
        "select g.thread_id, (select r.level from care_goal_rating r where r.patient_id = $1 and r.thread_id = g.thread_id
           order by r.rated_on desc, r.created_at desc, r.id desc limit 1) as level
         from (select distinct thread_id from care_goal where patient_id = $1) g",
        patient
    )?;
    Ok(rows.into_iter().filter_map(|(thread, level)| Some((thread, level?))).collect())
}

/// Adds a rating to the thread of a patient's goal; `false` when the patient has no such goal.
pub async fn add_rating(tx: &mut CareTx, rating: NewRating) -> Result<bool, DbError> {
    let added = sql_exec!(
        tx,
        "insert into care_goal_rating
           (id, thread_id, goal_id, patient_id, facility_id, rated_on, level, with_patient, session_id, rated_by, created_at,
            evidence, note_id)
         select $1, g.thread_id, g.id, g.patient_id, g.facility_id, $4, $5, $6, $7, $8, $9, $10, $11
         from care_goal g where g.id = $2 and g.patient_id = $3",
        rating.id,
        rating.goal,
        rating.patient,
        rating.rated_on,
        rating.level,
        rating.with_patient,
        rating.session,
        rating.by,
        rating.at,
        rating.evidence,
        rating.note
    )?;
    Ok(added > 0)
}

/// A rating as the history of a goal shows it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct RatedLine {
    pub rated_on: NaiveDate,
    pub level: Level,
    pub with_patient: bool,
    pub evidence: String,
    pub session_id: Option<SlotId>,
    pub note_id: Option<NoteId>,
    pub rated_by_name: String,
}

/// Every rating of one goal, oldest first.
pub async fn rated_lines(tx: &mut CareTx, patient: PersonId, thread: GoalThreadId) -> Result<Vec<RatedLine>, DbError> {
    sql_all!(
        tx,
        RatedLine,
        "select r.rated_on, r.level, r.with_patient, r.evidence, r.session_id, r.note_id, u.display_name as rated_by_name
         from care_goal_rating r join access_user u on u.id = r.rated_by
         where r.patient_id = $1 and r.thread_id = $2 order by r.rated_on, r.created_at, r.id",
        patient,
        thread
    )
}

/// A goal as the plan that is followed states it, else as the last version that stated it.
pub async fn goal_of_thread(tx: &mut CareTx, patient: PersonId, thread: GoalThreadId) -> Result<Option<Goal>, DbError> {
    sql_optional!(
        tx,
        Goal,
        "select g.id, g.plan_id, g.patient_id, g.thread_id, g.position, g.description, g.patient_words, g.area, g.lifecycle,
           g.achievement, g.target_date, g.step_m2, g.step_m1, g.step_0, g.step_p1, g.step_p2, g.baseline, g.importance, g.difficulty,
           g.term, g.parent_thread_id, g.expressed_by
         from care_goal g join care_plan p on p.id = g.plan_id
         where g.patient_id = $1 and g.thread_id = $2
         order by case when p.status = 'active' then 0 else 1 end, p.version_no desc limit 1",
        patient,
        thread
    )
}

/// Whether a rating of this identifier has been added already.
pub async fn is_rated(tx: &mut CareTx, rating: Uuid) -> Result<bool, DbError> {
    Ok(sql_one!(tx, (i64,), "select count(*) from care_goal_rating where id = $1", rating)?.0 > 0)
}

/// The signed notes that a rating may rest on, the newest first.
pub async fn notes_to_name(
    tx: &mut CareTx,
    patient: PersonId,
) -> Result<Vec<(NoteId, NoteKind, DateTime<Utc>)>, DbError> {
    sql_all!(
        tx,
        (NoteId, NoteKind, DateTime<Utc>),
        "select id, kind, occurred_at from care_note
         where patient_id = $1 and sensitivity = 'normal'
           and kind not in ('addendum', 'cosign', 'return', 'error', 'error_withdrawn', 'error_confirmed')
         order by occurred_at desc, id limit 20",
        patient
    )
}
