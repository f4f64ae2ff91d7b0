//! What the unit's page asks. Each question is one statement for the whole facility.

use chrono::{DateTime, NaiveDate, Utc};

use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, PersonId, UserId};
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
    today: NaiveDate,
    soon: NaiveDate,
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
         where p.facility_id = $1 and p.status = 'open'
         group by u.id, u.display_name order by u.display_name",
        facility,
        today,
        soon
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

/// By practitioner; late is what ended before `late_before`.
pub async fn unsigned(
    tx: &mut CareTx,
    facility: FacilityId,
    now: DateTime<Utc>,
    late_before: DateTime<Utc>,
) -> Result<Vec<UnsignedRow>, DbError> {
    sql_all!(
        tx,
        UnsignedRow,
        "select s.lead_id, u.display_name as lead, count(*) as sessions,
           cast(sum(case when sl.ends_at < $3 then 1 else 0 end) as bigint) as late, min(sl.ends_at) as oldest
         from care_session s
         join custody_slot sl on sl.id = s.id
         join access_user u on u.id = s.lead_id
         where s.facility_id = $1 and s.signed_at is null and sl.status in ('confirmed', 'in_progress', 'completed') and sl.ends_at <= $2
         group by s.lead_id, u.display_name order by u.display_name",
        facility,
        now,
        late_before
    )
}

/// A plan whose review is due.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ReviewRow {
    pub person_id: PersonId,
    pub prison_number: String,
    pub lead: String,
    pub next_review_on: NaiveDate,
}

/// The reviews due up to `soon`, the longest overdue first.
pub async fn reviews(
    tx: &mut CareTx,
    facility: FacilityId,
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
         where p.facility_id = $1 and p.status = 'open' and pl.next_review_on <= $2
         order by pl.next_review_on, c.prison_number limit $3 offset $4",
        facility,
        soon,
        limit,
        offset
    )
}

/// How many goals stand at a level; `level` is `None` for those never rated.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct LevelRow {
    pub level: Option<i32>,
    pub goals: i64,
}

/// The goals of active plans by the last rating of each.
pub async fn goals_by_level(tx: &mut CareTx, facility: FacilityId) -> Result<Vec<LevelRow>, DbError> {
    sql_all!(
        tx,
        LevelRow,
        "select level, count(*) as goals from (
           select (select r.level from care_goal_rating r where r.patient_id = g.patient_id and r.thread_id = g.thread_id
                   order by r.rated_on desc, r.created_at desc limit 1) as level
           from care_patient p
           join care_plan pl on pl.patient_id = p.person_id and pl.status = 'active'
           join care_goal g on g.plan_id = pl.id
           where p.facility_id = $1 and p.status = 'open' and g.lifecycle not in ('cancelled', 'rejected', 'entered_in_error')
         ) rated group by level",
        facility
    )
}

/// A goal whose last rating is lower than the one before it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SlippingRow {
    pub person_id: PersonId,
    pub prison_number: String,
    pub description: String,
    pub rated_on: NaiveDate,
    pub level: i32,
    pub previous: i32,
}

/// Goals that slipped at their last rating since `since`, the latest first.
pub async fn slipping(
    tx: &mut CareTx,
    facility: FacilityId,
    since: NaiveDate,
    limit: i64,
) -> Result<Vec<SlippingRow>, DbError> {
    sql_all!(
        tx,
        SlippingRow,
        "select person_id, prison_number, description, rated_on, level, previous from (
           select r.patient_id as person_id, c.prison_number, g.description, r.rated_on, r.level,
             (select q.level from care_goal_rating q where q.patient_id = r.patient_id and q.thread_id = r.thread_id
                and (q.rated_on < r.rated_on or (q.rated_on = r.rated_on and q.created_at < r.created_at))
              order by q.rated_on desc, q.created_at desc limit 1) as previous
           from care_goal_rating r
           join care_goal g on g.id = r.goal_id
           join care_patient p on p.person_id = r.patient_id
           join custody_person c on c.id = r.patient_id
           where r.facility_id = $1 and r.rated_on >= $2 and p.status = 'open' and not exists (
             select 1 from care_goal_rating later where later.patient_id = r.patient_id and later.thread_id = r.thread_id
               and (later.rated_on > r.rated_on or (later.rated_on = r.rated_on and later.created_at > r.created_at)))
         ) rated where level < previous order by rated_on desc, prison_number limit $3",
        facility,
        since,
        limit
    )
}
