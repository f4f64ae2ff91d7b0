//! Lists of sessions: a practitioner's day and week, what waits to be signed, what custody stopped, one patient's sessions.
//! Each is one statement, whatever its length.

use chrono::{DateTime, NaiveDate, Utc};

use crate::care::activities::ActivityTitle;
use crate::care::sessions::model::{Attendance, HealthReason, Mode};
use crate::custody::slots::{CancelReason, CancelSide, CustodyReason, Movement, SlotStatus};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, PersonId, SlotId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_one};

/// What waits is shown up to this number; more than that is a matter for the supervisor, not for a list.
pub const LONGEST_TODO: i64 = 30;

/// A session in a list.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct ListedSession {
    pub id: SlotId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub status: SlotStatus,
    pub cancel_side: Option<CancelSide>,
    pub cancel_reason: Option<CancelReason>,
    pub room_name: String,
    pub mode: Mode,
    #[sqlx(flatten)]
    pub title: ActivityTitle,
    pub recorded_at: Option<DateTime<Utc>>,
    pub signed_at: Option<DateTime<Utc>>,
    pub people: i64,
    pub arrived: i64,
    pub goals: i64,
}

macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "select s.id, s.starts_at, s.ends_at, s.status, s.cancel_side, s.cancel_reason, r.name as room_name, c.mode, a.title_en, a.title_sq,
                a.title_sr, c.recorded_at, c.signed_at,
                (select count(*) from custody_slot_person p where p.slot_id = s.id) as people,
                (select count(*) from custody_slot_person p where p.slot_id = s.id
                   and p.movement in ('arrived', 'arrived_late', 'returned')) as arrived,
                (select count(*) from care_session_goal g where g.session_id = s.id) as goals
             from custody_slot s
             join care_session c on c.id = s.id
             join custody_room r on r.id = s.room_id
             join care_activity a on a.code = c.activity_code ",
            $rest
        )
    };
}

/// A practitioner's sessions of some days, in order.
pub async fn of_practitioner(
    tx: &mut CareTx,
    facility: FacilityId,
    user: UserId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<ListedSession>, DbError> {
    sql_all!(
        tx,
        ListedSession,
        listed!(
            "where s.practitioner_id = $1 and s.facility_id = $2 and s.starts_at >= $3 and s.starts_at < $4 order by s.starts_at, s.id"
        ),
        user,
        facility,
        from,
        to
    )
}

/// Held, and not signed yet: the oldest first.
pub async fn unsigned(
    tx: &mut CareTx,
    facility: FacilityId,
    user: UserId,
    now: DateTime<Utc>,
) -> Result<Vec<ListedSession>, DbError> {
    sql_all!(
        tx,
        ListedSession,
        listed!(
            "where c.facility_id = $1 and c.lead_id = $2 and c.signed_at is null and s.ends_at <= $3
               and s.status not in ('declined', 'cancelled', 'not_held')
             order by s.starts_at, s.id limit $4"
        ),
        facility,
        user,
        now,
        LONGEST_TODO
    )
}

/// Stopped by custody, from some moment on.
pub async fn stopped_by_custody(
    tx: &mut CareTx,
    facility: FacilityId,
    user: UserId,
    from: DateTime<Utc>,
) -> Result<Vec<ListedSession>, DbError> {
    sql_all!(
        tx,
        ListedSession,
        listed!(
            "where s.practitioner_id = $1 and s.facility_id = $2 and s.starts_at >= $3 and s.cancel_side = 'custody'
             order by s.starts_at, s.id limit $4"
        ),
        user,
        facility,
        from,
        LONGEST_TODO
    )
}

/// Who is expected in a practitioner's sessions of some days, with custody's mark.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Expected {
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub family_name: String,
    pub given_name: String,
    pub prison_number: String,
    pub movement: Movement,
    pub custody_reason: Option<CustodyReason>,
}

impl Expected {
    #[must_use]
    pub fn name(&self) -> String {
        crate::care::patients::person_name(&self.family_name, &self.given_name)
    }
}

pub async fn expected(
    tx: &mut CareTx,
    facility: FacilityId,
    user: UserId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Expected>, DbError> {
    sql_all!(
        tx,
        Expected,
        "select sp.slot_id, sp.person_id, p.family_name, p.given_name, p.prison_number, sp.movement, sp.custody_reason
         from custody_slot s
         join custody_slot_person sp on sp.slot_id = s.id
         join custody_person p on p.id = sp.person_id
         where s.practitioner_id = $1 and s.facility_id = $2 and s.starts_at >= $3 and s.starts_at < $4
         order by s.starts_at, s.id, p.sort_name, p.id",
        user,
        facility,
        from,
        to
    )
}

/// A plan that asks for its practitioner: a draft to finish, or a review that is due.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct PlanToDo {
    pub patient_id: PersonId,
    pub family_name: String,
    pub given_name: String,
    pub prison_number: String,
    pub draft: bool,
    pub next_review_on: Option<NaiveDate>,
}

impl PlanToDo {
    #[must_use]
    pub fn name(&self) -> String {
        crate::care::patients::person_name(&self.family_name, &self.given_name)
    }
}

/// Drafts of plans, and active plans whose review is due up to a day; reviews first, the earliest at the top.
pub async fn plans_to_do(
    tx: &mut CareTx,
    facility: FacilityId,
    user: UserId,
    until: NaiveDate,
) -> Result<Vec<PlanToDo>, DbError> {
    sql_all!(
        tx,
        PlanToDo,
        "select pl.patient_id, p.family_name, p.given_name, p.prison_number, (pl.status = 'draft') as draft, pl.next_review_on
         from care_plan pl
         join care_patient c on c.person_id = pl.patient_id
         join custody_person p on p.id = pl.patient_id
         where pl.facility_id = $1 and pl.lead_id = $2 and c.status = 'open'
           and (pl.status = 'draft' or (pl.status = 'active' and pl.next_review_on <= $3))
         order by case when pl.status = 'draft' then 1 else 0 end, pl.next_review_on, p.sort_name, p.id limit $4",
        facility,
        user,
        until,
        LONGEST_TODO
    )
}

/// One session as one patient had it, told from both sides.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct PatientSession {
    pub id: SlotId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub status: SlotStatus,
    pub cancel_side: Option<CancelSide>,
    pub cancel_reason: Option<CancelReason>,
    pub mode: Mode,
    #[sqlx(flatten)]
    pub title: ActivityTitle,
    pub movement: Movement,
    pub custody_reason: Option<CustodyReason>,
    pub attendance: Option<Attendance>,
    pub health_reason: Option<HealthReason>,
    pub minutes: Option<i32>,
    pub participation: Option<i32>,
    pub signed_at: Option<DateTime<Utc>>,
}

/// A page of a patient's sessions, the latest first. What is recorded but not signed is a draft, and nobody's to read here.
pub async fn of_patient(tx: &mut CareTx, patient: PersonId, offset: i64) -> Result<Vec<PatientSession>, DbError> {
    sql_all!(
        tx,
        PatientSession,
        "select s.id, s.starts_at, s.ends_at, s.status, s.cancel_side, s.cancel_reason, c.mode, a.title_en, a.title_sq, a.title_sr,
                sp.movement, sp.custody_reason, r.attendance, r.health_reason, r.minutes, r.participation, r.signed_at
         from custody_slot_person sp
         join custody_slot s on s.id = sp.slot_id
         join care_session c on c.id = s.id
         join care_activity a on a.code = c.activity_code
         left join care_participation r on r.session_id = sp.slot_id and r.patient_id = sp.person_id and r.signed_at is not null
         where sp.person_id = $1 order by sp.starts_at desc, sp.slot_id limit $2 offset $3",
        patient,
        PAGE_SIZE,
        offset
    )
}

pub async fn count_of_patient(tx: &mut CareTx, patient: PersonId) -> Result<i64, DbError> {
    Ok(sql_one!(
        tx,
        (i64,),
        "select count(*) from custody_slot_person sp join care_session c on c.id = sp.slot_id where sp.person_id = $1",
        patient
    )?
    .0)
}
