//! Plans as questions to the database. The unique indexes hold a patient to one draft and one active plan; the triggers keep
//! a plan that has left the draft as it was, and refuse to activate one whose ladders have gaps.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{Achievement, DraftGoal, Lifecycle, Plan, Terms, VersionLine};
use crate::i18n::Lang;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{GoalId, GoalThreadId, PersonId, PlanId, UserId};
use crate::{sql_all, sql_exec, sql_optional};

macro_rules! plan_where {
    ($condition:literal) => {
        concat!(
            "select p.id, p.patient_id, p.facility_id, p.version_no, p.status, p.title, p.summary, p.starts_on, p.expected_end,
               p.areas, p.approach, p.intervention_types, p.creative_level, p.agreement_language, p.sessions_per_week, p.minutes_per_session, p.session_mix, p.weekly_target_minutes,
               p.target_reason, p.precautions, p.agreement, p.agreed_on, p.review_interval_days, p.next_review_on,
               l.display_name as lead_name, p.activated_at, a.display_name as activated_by_name, p.created_at, p.version
             from care_plan p join access_user l on l.id = p.lead_id left join access_user a on a.id = p.activated_by
             where ",
            $condition
        )
    };
}

/// The plan that is followed now.
pub async fn active(tx: &mut CareTx, patient: PersonId) -> Result<Option<Plan>, DbError> {
    sql_optional!(tx, Plan, plan_where!("p.patient_id = $1 and p.status = 'active'"), patient)
}

/// The language that the author of the plan works in: of the one that is followed now, else of the last that was.
pub async fn written_in(tx: &mut CareTx, patient: PersonId) -> Result<Option<Lang>, DbError> {
    let row = sql_optional!(
        tx,
        (String,),
        "select u.language from care_plan p join access_user u on u.id = p.created_by
         where p.patient_id = $1 and p.status in ('active', 'on_hold', 'completed') and p.activated_at is not null
         order by case p.status when 'active' then 0 else 1 end, p.version_no desc limit 1",
        patient
    )?;
    Ok(row.and_then(|(code,)| Lang::from_code(&code)))
}

/// The plan that is being written.
pub async fn draft(tx: &mut CareTx, patient: PersonId) -> Result<Option<Plan>, DbError> {
    sql_optional!(tx, Plan, plan_where!("p.patient_id = $1 and p.status = 'draft'"), patient)
}

/// One version by its number.
pub async fn by_number(tx: &mut CareTx, patient: PersonId, version_no: i32) -> Result<Option<Plan>, DbError> {
    sql_optional!(tx, Plan, plan_where!("p.patient_id = $1 and p.version_no = $2"), patient, version_no)
}

/// Every version of a patient's plan, the newest first.
pub async fn versions(tx: &mut CareTx, patient: PersonId) -> Result<Vec<VersionLine>, DbError> {
    sql_all!(
        tx,
        VersionLine,
        "select p.id, p.version_no, p.status, p.title, p.activated_at, a.display_name as activated_by_name, p.version
         from care_plan p left join access_user a on a.id = p.activated_by
         where p.patient_id = $1 order by p.version_no desc",
        patient
    )
}

/// Begins a draft with the next version number; its lead is the patient's. `false` when the person is not in the caseload.
pub async fn insert_draft(
    tx: &mut CareTx,
    id: PlanId,
    patient: PersonId,
    terms: &Terms,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<bool, DbError> {
    let made = sql_exec!(
        tx,
        "insert into care_plan
           (id, patient_id, facility_id, version_no, status, lead_id, version, created_by, created_at,
            title, summary, starts_on, expected_end, areas, approach, sessions_per_week, minutes_per_session, session_mix,
            weekly_target_minutes, target_reason, precautions, agreement, agreed_on, review_interval_days,
            intervention_types, creative_level, agreement_language)
         select $1, c.person_id, c.facility_id,
           (select coalesce(max(v.version_no), 0) + 1 from care_plan v where v.patient_id = c.person_id),
           'draft', c.lead_id, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
           $20, $21, $22
         from care_patient c where c.person_id = $2 and c.status = 'open'",
        id,
        patient,
        by,
        now,
        terms.title.as_str(),
        terms.summary.as_str(),
        terms.starts_on,
        terms.expected_end,
        terms.areas.to_string(),
        terms.approach,
        terms.sessions_per_week,
        terms.minutes_per_session,
        terms.session_mix,
        terms.weekly_target_minutes,
        terms.target_reason.as_str(),
        terms.precautions.as_str(),
        terms.agreement,
        terms.agreed_on,
        terms.review_interval_days,
        terms.intervention_types.to_string(),
        terms.creative_level,
        terms.agreement_language.as_str()
    )?;
    Ok(made > 0)
}

/// Writes a draft over the row version it was read at; `false` when that is no longer the row's.
pub async fn update_draft(tx: &mut CareTx, id: PlanId, version: i32, terms: &Terms) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_plan set title = $3, summary = $4, starts_on = $5, expected_end = $6, areas = $7, approach = $8,
           sessions_per_week = $9, minutes_per_session = $10, session_mix = $11, weekly_target_minutes = $12,
           target_reason = $13, precautions = $14, agreement = $15, agreed_on = $16, review_interval_days = $17,
           intervention_types = $18, creative_level = $19, agreement_language = $20,
           lead_id = (select c.lead_id from care_patient c where c.person_id = care_plan.patient_id), version = version + 1
         where id = $1 and version = $2 and status = 'draft'",
        id,
        version,
        terms.title.as_str(),
        terms.summary.as_str(),
        terms.starts_on,
        terms.expected_end,
        terms.areas.to_string(),
        terms.approach,
        terms.sessions_per_week,
        terms.minutes_per_session,
        terms.session_mix,
        terms.weekly_target_minutes,
        terms.target_reason.as_str(),
        terms.precautions.as_str(),
        terms.agreement,
        terms.agreed_on,
        terms.review_interval_days,
        terms.intervention_types.to_string(),
        terms.creative_level,
        terms.agreement_language.as_str()
    )?;
    Ok(changed > 0)
}

/// Every goal thread that a patient has ever had.
pub async fn threads(tx: &mut CareTx, patient: PersonId) -> Result<Vec<GoalThreadId>, DbError> {
    let rows =
        sql_all!(tx, (GoalThreadId,), "select distinct thread_id from care_goal where patient_id = $1", patient)?;
    Ok(rows.into_iter().map(|(thread,)| thread).collect())
}

pub async fn delete_goals(tx: &mut CareTx, plan: PlanId) -> Result<(), DbError> {
    sql_exec!(tx, "delete from care_goal where plan_id = $1", plan)?;
    Ok(())
}

/// What a goal's row holds beside what the form says.
#[derive(Debug, Clone, Copy)]
pub struct GoalRow {
    pub id: GoalId,
    pub plan: PlanId,
    pub thread: GoalThreadId,
    /// From 1.
    pub position: i32,
    pub achievement: Achievement,
    /// The thread of the long goal that this one leads to.
    pub parent: Option<GoalThreadId>,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

pub async fn insert_goal(tx: &mut CareTx, row: GoalRow, goal: &DraftGoal) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_goal
           (id, plan_id, patient_id, facility_id, position, thread_id, lifecycle, achievement, created_by, created_at, version,
            description, patient_words, area, target_date, step_m2, step_m1, step_0, step_p1, step_p2, baseline, importance,
            difficulty, term, parent_thread_id, expressed_by)
         select $1, p.id, p.patient_id, p.facility_id, $3, $4, 'proposed', $5, $6, $7, 1,
           $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22
         from care_plan p where p.id = $2",
        row.id,
        row.plan,
        row.position,
        row.thread,
        row.achievement,
        row.by,
        row.at,
        goal.description.as_str(),
        goal.patient_words.as_str(),
        goal.area,
        goal.target_date,
        goal.ladder.step_m2.as_str(),
        goal.ladder.step_m1.as_str(),
        goal.ladder.step_0.as_str(),
        goal.ladder.step_p1.as_str(),
        goal.ladder.step_p2.as_str(),
        goal.baseline,
        goal.importance,
        goal.difficulty,
        goal.term,
        row.parent,
        goal.expressed_by
    )?;
    Ok(())
}

/// Ends the plan that was followed until now, if there was one.
pub async fn complete_active(tx: &mut CareTx, patient: PersonId) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update care_plan set status = 'completed', version = version + 1 where patient_id = $1 and status = 'active'",
        patient
    )?;
    Ok(())
}

/// When and by whom a draft becomes the plan that is followed.
#[derive(Debug, Clone, Copy)]
pub struct Activation {
    pub starts_on: NaiveDate,
    pub next_review_on: NaiveDate,
    pub at: DateTime<Utc>,
    pub by: UserId,
}

/// Activates a draft at the row version it was read at; `false` when that is no longer the row's.
pub async fn activate(tx: &mut CareTx, id: PlanId, version: i32, activation: Activation) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_plan set status = 'active', starts_on = $3, next_review_on = $4, activated_at = $5, activated_by = $6,
           version = version + 1
         where id = $1 and version = $2 and status = 'draft'",
        id,
        version,
        activation.starts_on,
        activation.next_review_on,
        activation.at,
        activation.by
    )?;
    Ok(changed > 0)
}

pub async fn set_goals_active(tx: &mut CareTx, plan: PlanId) -> Result<(), DbError> {
    sql_exec!(tx, "update care_goal set lifecycle = 'active', version = version + 1 where plan_id = $1", plan)?;
    Ok(())
}

pub async fn set_lifecycle(tx: &mut CareTx, goal: GoalId, lifecycle: Lifecycle) -> Result<(), DbError> {
    sql_exec!(tx, "update care_goal set lifecycle = $2, version = version + 1 where id = $1", goal, lifecycle)?;
    Ok(())
}

/// Drops a draft that is not wanted; `false` when it has been changed or activated since it was read.
pub async fn discard_draft(tx: &mut CareTx, id: PlanId, version: i32) -> Result<bool, DbError> {
    let dropped = sql_exec!(
        tx,
        "delete from care_plan where id = $1 and version = $2 and status = 'draft' and not exists (select 1 from care_goal g where g.plan_id = $1)",
        id,
        version
    )?;
    Ok(dropped > 0)
}
