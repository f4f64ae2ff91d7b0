//! What the unit's page asks. Each question is one statement for the whole facility.

use chrono::{DateTime, NaiveDate, Utc};

use crate::care::identity::HeldNumber;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, PersonId, SlotId, UserId};
use crate::sql_all;

/// One practitioner's caseload.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CaseloadRow {
    pub lead_id: UserId,
    pub lead: String,
    pub patients: i64,
    pub with_plan: i64,
    pub reviews_late: i64,
    pub reviews_due: i64,
}

/// Open patients by lead practitioner; reviews late before `today`, due up to `soon`.
pub async fn caseloads(
    tx: &mut CareTx,
    facility: FacilityId,
    lead: Option<UserId>,
    (today, soon): (NaiveDate, NaiveDate),
) -> Result<Vec<CaseloadRow>, DbError> {
    sql_all!(
        tx,
        CaseloadRow,
        "select u.id as lead_id, u.display_name as lead, count(*) as patients, count(pl.id) as with_plan,
           cast(sum(case when pl.next_review_on < $2 then 1 else 0 end) as bigint) as reviews_late,
           cast(sum(case when pl.next_review_on >= $2 and pl.next_review_on <= $3 then 1 else 0 end) as bigint) as reviews_due
         from care_patient p
         join access_user u on u.id = p.lead_id
         left join care_plan pl on pl.patient_id = p.person_id and pl.status = 'active'
         where p.facility_id = $1 and p.status = 'open' and ($4 is null or p.lead_id = $4)
         group by u.id, u.display_name order by u.display_name",
        facility,
        today,
        soon,
        lead
    )
}

/// Sessions that were held and wait for their notes to be signed.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct UnsignedRow {
    pub lead_id: UserId,
    pub lead: String,
    pub sessions: i64,
    pub late: i64,
    pub oldest: DateTime<Utc>,
}

/// By practitioner; late is what ended before `late_before`. Signing completes the slot, so what is still live waits.
pub async fn unsigned(
    tx: &mut CareTx,
    facility: FacilityId,
    lead: Option<UserId>,
    (now, late_before): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<UnsignedRow>, DbError> {
    sql_all!(
        tx,
        UnsignedRow,
        "select s.lead_id, u.display_name as lead, count(*) as sessions,
           cast(sum(case when sl.ends_at < $3 then 1 else 0 end) as bigint) as late, min(sl.ends_at) as oldest
         from custody_slot sl
         join care_session s on s.id = sl.id
         join access_user u on u.id = s.lead_id
         where sl.facility_id = $1 and sl.status in ('confirmed', 'in_progress') and sl.ends_at <= $2 and s.signed_at is null
           and ($4 is null or s.lead_id = $4)
         group by s.lead_id, u.display_name order by u.display_name",
        facility,
        now,
        late_before,
        lead
    )
}

/// One session whose notes wait.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct WaitingRow {
    pub id: SlotId,
    pub lead: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub people: i64,
}

/// The sessions of [`unsigned`] one by one, the oldest first.
pub async fn waiting(
    tx: &mut CareTx,
    facility: FacilityId,
    lead: Option<UserId>,
    now: DateTime<Utc>,
    (limit, offset): (i64, i64),
) -> Result<Vec<WaitingRow>, DbError> {
    sql_all!(
        tx,
        WaitingRow,
        "select s.id, u.display_name as lead, sl.starts_at, sl.ends_at,
           (select count(*) from custody_slot_person sp where sp.slot_id = s.id) as people
         from custody_slot sl
         join care_session s on s.id = sl.id
         join access_user u on u.id = s.lead_id
         where sl.facility_id = $1 and sl.status in ('confirmed', 'in_progress') and sl.ends_at <= $2 and s.signed_at is null
           and ($3 is null or s.lead_id = $3)
         order by sl.ends_at, s.id limit $4 offset $5",
        facility,
        now,
        lead,
        limit,
        offset
    )
}

/// Signed notes of one author that a supervisor has not looked at yet.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CosignRow {
    pub lead_id: UserId,
    pub lead: String,
    pub notes: i64,
}

/// By author; one that was returned waits for its author again, and is not counted.
pub async fn to_cosign(tx: &mut CareTx, facility: FacilityId, lead: Option<UserId>) -> Result<Vec<CosignRow>, DbError> {
    sql_all!(
        tx,
        CosignRow,
        "select n.author_id as lead_id, u.display_name as lead, count(*) as notes
         from care_note n join access_user u on u.id = n.author_id
         where n.facility_id = $1 and n.needs_cosign and ($2 is null or n.author_id = $2)
           and not exists (select 1 from care_note d where d.about_id = n.id and d.kind in ('cosign', 'return', 'error'))
         group by n.author_id, u.display_name order by u.display_name",
        facility,
        lead
    )
}

/// A plan whose review is due.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ReviewRow {
    pub person_id: PersonId,
    #[sqlx(flatten)]
    pub number: HeldNumber,
    pub lead: String,
    pub next_review_on: NaiveDate,
}

/// The reviews due up to `soon`, the longest overdue first.
pub async fn reviews(
    tx: &mut CareTx,
    facility: FacilityId,
    lead: Option<UserId>,
    soon: NaiveDate,
    (limit, offset): (i64, i64),
) -> Result<Vec<ReviewRow>, DbError> {
    sql_all!(
        tx,
        ReviewRow,
        "select p.person_id, c.prison_number, u.display_name as lead, pl.next_review_on
         from care_patient p
         join care_plan pl on pl.patient_id = p.person_id and pl.status = 'active'
         join custody_person c on c.id = p.person_id
         join access_user u on u.id = p.lead_id
         where p.facility_id = $1 and p.status = 'open' and pl.next_review_on <= $2 and ($5 is null or p.lead_id = $5)
         order by pl.next_review_on, c.prison_number limit $3 offset $4",
        facility,
        soon,
        limit,
        offset,
        lead
    )
}

/// A goal of an active plan, and its last three ratings as far as there are so many.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct GoalStand {
    pub person_id: PersonId,
    #[sqlx(flatten)]
    pub number: HeldNumber,
    pub lead: String,
    pub description: String,
    pub baseline: i32,
    pub rated_on: Option<NaiveDate>,
    pub level: Option<i32>,
    pub previous: Option<i32>,
    pub earlier: Option<i32>,
}

/// One of the last ratings of a goal, by index: the last, the one before, the one before that.
macro_rules! rating {
    ($what:literal, $back:literal) => {
        concat!(
            "(select r.",
            $what,
            " from care_goal_rating r where r.patient_id = g.patient_id and r.thread_id = g.thread_id
              order by r.rated_on desc, r.created_at desc limit 1 offset ",
            $back,
            ")"
        )
    };
}

/// The goals of active plans of open patients.
pub async fn goals(tx: &mut CareTx, facility: FacilityId, lead: Option<UserId>) -> Result<Vec<GoalStand>, DbError> {
    sql_all!(
        tx,
        GoalStand,
        concat!(
            "select p.person_id, c.prison_number, u.display_name as lead, g.description, g.baseline, ",
            rating!("rated_on", "0"),
            " as rated_on, ",
            rating!("level", "0"),
            " as level, ",
            rating!("level", "1"),
            " as previous, ",
            rating!("level", "2"),
            " as earlier
             from care_patient p
             join care_plan pl on pl.patient_id = p.person_id and pl.status = 'active'
             join care_goal g on g.plan_id = pl.id
             join custody_person c on c.id = p.person_id
             join access_user u on u.id = p.lead_id
             where p.facility_id = $1 and p.status = 'open' and g.lifecycle not in ('cancelled', 'rejected', 'entered_in_error')
               and ($2 is null or p.lead_id = $2)
             order by c.prison_number, g.position"
        ),
        facility,
        lead
    )
}
