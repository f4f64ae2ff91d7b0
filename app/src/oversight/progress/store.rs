//! What the progress page asks: a fixed number of questions about one patient.

use chrono::{DateTime, NaiveDate, Utc};

use crate::care::goals::Level;
use crate::care::plans::{Lifecycle, PlanStatus};
use crate::care::reviews::PlanFate;
use crate::care::sessions::{Attendance, Progress};
use crate::custody::slots::{CancelSide, CustodyReason, Movement, SlotStatus};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{GoalThreadId, PersonId, PlanId, SlotId};
use crate::sql_all;

/// A version of the plan that was in force once, or is.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PlanRow {
    pub id: PlanId,
    pub version_no: i32,
    pub status: PlanStatus,
    pub activated_at: Option<DateTime<Utc>>,
    pub next_review_on: Option<NaiveDate>,
}

/// The versions that left the draft, the first first.
pub async fn plans(tx: &mut CareTx, patient: PersonId) -> Result<Vec<PlanRow>, DbError> {
    sql_all!(
        tx,
        PlanRow,
        "select id, version_no, status, activated_at, next_review_on from care_plan
         where patient_id = $1 and status not in ('draft', 'entered_in_error') order by version_no",
        patient
    )
}

/// A goal as one version of the plan states it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct GoalRow {
    pub thread_id: GoalThreadId,
    pub plan_id: PlanId,
    pub description: String,
    pub lifecycle: Lifecycle,
    pub baseline: Level,
    pub importance: i32,
    pub difficulty: i32,
}

/// The goals of those versions, in the order of versions and of the goals in each.
pub async fn goals(tx: &mut CareTx, patient: PersonId) -> Result<Vec<GoalRow>, DbError> {
    sql_all!(
        tx,
        GoalRow,
        "select g.thread_id, g.plan_id, g.description, g.lifecycle, g.baseline, g.importance, g.difficulty
         from care_goal g join care_plan pl on pl.id = g.plan_id
         where g.patient_id = $1 and pl.status not in ('draft', 'entered_in_error') and g.lifecycle <> 'entered_in_error'
         order by pl.version_no, g.position",
        patient
    )
}

/// A review that was signed.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct ReviewRow {
    pub held_on: NaiveDate,
    pub plan_fate: PlanFate,
}

/// The reviews, the first first.
pub async fn reviews(tx: &mut CareTx, patient: PersonId) -> Result<Vec<ReviewRow>, DbError> {
    sql_all!(
        tx,
        ReviewRow,
        "select held_on, plan_fate from care_review where patient_id = $1 and signed_at is not null order by held_on",
        patient
    )
}

/// A session that worked on a goal.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct EvidenceRow {
    pub thread_id: GoalThreadId,
    pub session_id: SlotId,
    pub starts_at: DateTime<Utc>,
    pub progress: Progress,
}

/// What sessions between two moments showed of the patient's goals, the first first.
pub async fn evidence(
    tx: &mut CareTx,
    patient: PersonId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<EvidenceRow>, DbError> {
    sql_all!(
        tx,
        EvidenceRow,
        "select g.thread_id, pg.session_id, sp.starts_at, pg.progress
         from custody_slot_person sp
         join care_participation_goal pg on pg.session_id = sp.slot_id and pg.patient_id = sp.person_id
         join care_goal g on g.id = pg.goal_id
         where sp.person_id = $1 and sp.starts_at >= $2 and sp.starts_at < $3 order by sp.starts_at, pg.session_id",
        patient,
        from,
        to
    )
}

/// One booking of the patient with what became of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct BookingRow {
    pub starts_at: DateTime<Utc>,
    pub planned_minutes: i32,
    pub status: SlotStatus,
    pub cancel_side: Option<CancelSide>,
    pub movement: Movement,
    pub custody_reason: Option<CustodyReason>,
    pub attendance: Option<Attendance>,
    pub minutes: Option<i32>,
}

/// The bookings between two moments, the first first.
pub async fn bookings(
    tx: &mut CareTx,
    patient: PersonId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<BookingRow>, DbError> {
    sql_all!(
        tx,
        BookingRow,
        "select sp.starts_at, sp.planned_minutes, s.status, s.cancel_side, sp.movement, sp.custody_reason, cp.attendance, cp.minutes
         from custody_slot_person sp
         join custody_slot s on s.id = sp.slot_id
         left join care_participation cp on cp.session_id = sp.slot_id and cp.patient_id = sp.person_id
         where sp.person_id = $1 and sp.starts_at >= $2 and sp.starts_at < $3 order by sp.starts_at",
        patient,
        from,
        to
    )
}
