//! What has been since last time: beside the editor, so that nobody has to leave a half-written note to look it up.

use chrono::{DateTime, NaiveDate, Utc};

use super::super::model::SignedNote;
use crate::care::activities::ActivityTitle;
use crate::care::goals::{self, Goal, Level};
use crate::care::plans;
use crate::care::sessions::Attendance;
use crate::error::Result;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{PersonId, SlotId};
use crate::{sql_all, sql_optional};

/// Sessions shown; the list of sessions has the others.
const MOST: i64 = 8;

/// A session since the last note.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Attended {
    pub id: SlotId,
    pub starts_at: DateTime<Utc>,
    #[sqlx(flatten)]
    pub title: ActivityTitle,
    pub attendance: Attendance,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Since {
    pub last: Option<SignedNote>,
    pub attended: Vec<Attended>,
    /// Active goals, each with the level it was last rated at.
    pub goals: Vec<(Goal, Option<Level>)>,
    /// When the plan is to be reviewed.
    pub review_on: Option<NaiveDate>,
}

/// Five statements.
pub async fn since(tx: &mut CareTx, patient: PersonId) -> Result<Since> {
    let last = last_note(tx, patient).await?;
    let attended = attended(tx, patient, last.as_ref().map(|note| note.occurred_at).unwrap_or_default()).await?;
    let levels = goals::latest_levels(tx, patient).await?;
    let goals = goals::active_goals(tx, patient).await?;
    let review_on = plans::active(tx, patient).await?.and_then(|plan| plan.next_review_on);
    let goals = goals.into_iter().map(|goal| (levels.get(&goal.thread_id).copied(), goal));
    Ok(Since { last, attended, goals: goals.map(|(level, goal)| (goal, level)).collect(), review_on })
}

/// The latest note that still counts.
async fn last_note(tx: &mut CareTx, patient: PersonId) -> Result<Option<SignedNote>, DbError> {
    let found = sql_optional!(
        tx,
        (String,),
        "select n.payload from care_note n where n.patient_id = $1 and n.about_id is null
           and not exists (select 1 from care_note e where e.about_id = n.id and e.kind = 'error_confirmed')
           and not exists (select 1 from care_note r where r.replaces_id = n.id)
         order by n.occurred_at desc, n.chain_no desc limit 1",
        patient
    )?;
    Ok(found.and_then(|(payload,)| SignedNote::parse(&payload)))
}

async fn attended(tx: &mut CareTx, patient: PersonId, after: DateTime<Utc>) -> Result<Vec<Attended>, DbError> {
    sql_all!(
        tx,
        Attended,
        "select s.id, s.starts_at, a.title_en, a.title_sq, a.title_sr, p.attendance
         from care_participation p join custody_slot s on s.id = p.session_id join care_session c on c.id = p.session_id
           join care_activity a on a.code = c.activity_code
         where p.patient_id = $1 and p.signed_at is not null and s.starts_at >= $2 order by s.starts_at desc limit $3",
        patient,
        after,
        MOST
    )
}
