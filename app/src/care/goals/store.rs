//! Goals and ratings as questions to the database.

use std::collections::HashMap;

use super::model::{Goal, Level, NewRating, Rating};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{GoalThreadId, PersonId, PlanId};
use crate::{sql_all, sql_exec};

/// The goals of a patient's active plan, in the plan's order.
pub async fn active_goals(tx: &mut CareTx, patient: PersonId) -> Result<Vec<Goal>, DbError> {
    sql_all!(
        tx,
        Goal,
        "select g.id, g.plan_id, g.patient_id, g.thread_id, g.position, g.description, g.patient_words, g.area, g.lifecycle,
           g.achievement, g.target_date, g.step_m2, g.step_m1, g.step_0, g.step_p1, g.step_p2, g.baseline, g.importance, g.difficulty
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
           target_date, step_m2, step_m1, step_0, step_p1, step_p2, baseline, importance, difficulty
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

/// Where each goal of a patient stands by its last rating; a goal that was never rated is not among them.
pub async fn latest_levels(tx: &mut CareTx, patient: PersonId) -> Result<HashMap<GoalThreadId, Level>, DbError> {
    let rows = sql_all!(
        tx,
        (GoalThreadId, Level),
        "select thread_id, level from (
           select thread_id, level, row_number() over (partition by thread_id order by rated_on desc, created_at desc, id desc) as place
           from care_goal_rating where patient_id = $1) rated
         where place = 1",
        patient
    )?;
    Ok(rows.into_iter().collect())
}

/// Adds a rating to the thread of a patient's goal; `false` when the patient has no such goal.
pub async fn add_rating(tx: &mut CareTx, rating: NewRating) -> Result<bool, DbError> {
    let added = sql_exec!(
        tx,
        "insert into care_goal_rating
           (id, thread_id, goal_id, patient_id, facility_id, rated_on, level, with_patient, session_id, rated_by, created_at)
         select $1, g.thread_id, g.id, g.patient_id, g.facility_id, $4, $5, $6, $7, $8, $9
         from care_goal g where g.id = $2 and g.patient_id = $3",
        rating.id,
        rating.goal,
        rating.patient,
        rating.rated_on,
        rating.level,
        rating.with_patient,
        rating.session,
        rating.by,
        rating.at
    )?;
    Ok(added > 0)
}
