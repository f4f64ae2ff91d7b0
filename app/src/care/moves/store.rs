//! Custody's questions, as health reads and answers them.

use chrono::{DateTime, Utc};

use crate::care::activities::ActivityTitle;
use crate::custody::moves::MoveAnswer;
use crate::custody::moves::model::{Moving, Question};
use crate::custody::slots::{CancelReason, CancelSide};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, SlotId, UserId};
use crate::kit::page::Cut;
use crate::{sql_all, sql_exec, sql_one};

/// An open question with its session.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OpenQuestion {
    pub slot_id: SlotId,
    pub now_starts_at: DateTime<Utc>,
    pub now_ends_at: DateTime<Utc>,
    pub now_room: String,
    pub practitioner: String,
    pub practitioner_id: UserId,
    #[sqlx(flatten)]
    pub title: ActivityTitle,
    #[sqlx(flatten)]
    pub question: Question,
}

macro_rules! open {
    ($select:literal, $rest:literal) => {
        concat!(
            "select ",
            $select,
            " from custody_move_request q join custody_slot s on s.id = q.slot_id
             join custody_room n on n.id = s.room_id join access_user u on u.id = s.practitioner_id join care_session c on c.id = s.id
             join care_activity a on a.code = c.activity_code left join custody_room r on r.id = q.room_id
             where q.facility_id = $1 and q.answer is null and s.status in ('requested', 'confirmed') and s.starts_at > $2 ",
            $rest
        )
    };
}

/// What waits for an answer, the next session first.
pub async fn open(
    tx: &mut CareTx,
    facility: FacilityId,
    now: DateTime<Utc>,
    cut: Cut,
) -> Result<Vec<OpenQuestion>, DbError> {
    sql_all!(
        tx,
        OpenQuestion,
        open!(
            "s.id as slot_id, s.starts_at as now_starts_at, s.ends_at as now_ends_at, n.name as now_room, u.display_name as practitioner,
             s.practitioner_id, a.title_en, a.title_sq, a.title_sr, q.id, q.kind, q.room_id, r.name as room, q.part, q.starts_at, q.ends_at,
             q.reason, q.asked_at, q.answer, q.answered_at, q.version",
            "order by s.starts_at, q.id limit $3 offset $4"
        ),
        facility,
        now,
        cut.limit,
        cut.offset
    )
}

/// How many wait for one practitioner.
pub async fn waiting(tx: &mut CareTx, facility: FacilityId, now: DateTime<Utc>, user: UserId) -> Result<i64, DbError> {
    let row = sql_one!(tx, (i64,), open!("count(*)", "and s.practitioner_id = $3"), facility, now, user)?;
    Ok(row.0)
}

/// Answers a question that is open; `false` when it no longer is.
pub async fn answer(
    tx: &mut CareTx,
    question: &Question,
    answer: MoveAnswer,
    (by, now): (UserId, DateTime<Utc>),
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_move_request set answer = $3, answered_by = $4, answered_at = $5, version = version + 1
         where id = $1 and version = $2 and answer is null",
        question.id,
        question.version,
        answer,
        by,
        now
    )?;
    Ok(touched == 1)
}

/// Cancels a session for custody's reason, as custody asked.
pub async fn cancel(tx: &mut CareTx, slot: &Moving, reason: CancelReason) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_slot set status = 'cancelled', cancel_side = $3, cancel_reason = $4, version = version + 1
         where id = $1 and version = $2 and status in ('requested', 'confirmed')",
        slot.id,
        slot.version,
        CancelSide::Custody,
        reason
    )?;
    Ok(touched == 1)
}
