//! Escorts as questions to the database.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::model::{
    Event, Gender, Need, Presence, Reported, Restrained, Restraint, RestraintReason, Step, StepReason, Supply,
};
use crate::custody::slots::Part;
use crate::kit::db::{CustodyTx, DbError};
use crate::kit::ids::{FacilityId, PersonId, SlotId, UserId};
use crate::{sql_all, sql_exec, sql_optional};

/// Officers of every weekday, and of the dates from one on.
pub async fn supply(tx: &mut CustodyTx, facility: FacilityId, from: NaiveDate) -> Result<Vec<Supply>, DbError> {
    sql_all!(
        tx,
        Supply,
        "select id, weekday, on_date, part, officers, women, version from custody_escort_supply
         where facility_id = $1 and (weekday is not null or on_date >= $2) order by on_date, weekday, part",
        facility,
        from
    )
}

macro_rules! needs_where {
    ($($rest:tt)*) => {
        concat!(
            "select s.id, s.facility_id, s.starts_at, s.ends_at, s.part, s.label_letter, r.name as room, s.status, s.escort_officers,
               s.escort_mode, s.escort_gender, (select count(*) from custody_slot_person sp where sp.slot_id = s.id) as people, s.version
             from custody_slot s join custody_room r on r.id = s.room_id where ",
            $($rest)*
        )
    };
}

/// Every session of the span that needs somebody.
pub async fn needs(
    tx: &mut CustodyTx,
    facility: FacilityId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Need>, DbError> {
    sql_all!(
        tx,
        Need,
        needs_where!(
            "s.facility_id = $1 and s.starts_at >= $2 and s.starts_at < $3 and s.escort_officers > 0
             and s.status in ('requested', 'confirmed', 'in_progress', 'completed') order by s.starts_at, s.label_letter, s.id"
        ),
        facility,
        from,
        to
    )
}

pub async fn need(tx: &mut CustodyTx, slot: SlotId) -> Result<Option<Need>, DbError> {
    sql_optional!(tx, Need, needs_where!("s.id = $1"), slot)
}

/// Steps of the sessions of a span, in the order in which they were taken.
pub async fn events_between(
    tx: &mut CustodyTx,
    facility: FacilityId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Event>, DbError> {
    sql_all!(
        tx,
        Event,
        "select e.slot_id, e.step_no, e.step, e.reason, e.at, u.display_name as by
         from custody_slot s join custody_escort_event e on e.slot_id = s.id join access_user u on u.id = e.recorded_by
         where s.facility_id = $1 and s.starts_at >= $2 and s.starts_at < $3 order by e.slot_id, e.step_no",
        facility,
        from,
        to
    )
}

pub async fn events(tx: &mut CustodyTx, slot: SlotId) -> Result<Vec<Event>, DbError> {
    sql_all!(
        tx,
        Event,
        "select e.slot_id, e.step_no, e.step, e.reason, e.at, u.display_name as by
         from custody_escort_event e join access_user u on u.id = e.recorded_by where e.slot_id = $1 order by e.step_no",
        slot
    )
}

/// A step about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewStep {
    pub id: Uuid,
    pub slot: SlotId,
    pub facility: FacilityId,
    pub step_no: i32,
    pub step: Step,
    pub reason: Option<StepReason>,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

pub async fn add_step(tx: &mut CustodyTx, new: &NewStep) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_escort_event (id, slot_id, facility_id, step_no, step, reason, at, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $7)",
        new.id,
        new.slot,
        new.facility,
        new.step_no,
        new.step,
        new.reason,
        new.at,
        new.by
    )?;
    Ok(())
}

/// Everybody of the session with the last decision about each.
pub async fn restraints(tx: &mut CustodyTx, slot: SlotId) -> Result<Vec<Restrained>, DbError> {
    sql_all!(
        tx,
        Restrained,
        "with last as (
           select person_id, max(decided_at) as decided_at from custody_restraint where slot_id = $1 group by person_id)
         select p.id as person_id, p.family_name, p.given_name, p.prison_number, p.wing_id, d.decision, d.reason, d.words,
           u.display_name as decided_by, d.decided_at
         from custody_slot_person sp join custody_person p on p.id = sp.person_id left join last l on l.person_id = p.id
           left join custody_restraint d on d.slot_id = sp.slot_id and d.person_id = p.id and d.decided_at = l.decided_at
           left join access_user u on u.id = d.decided_by
         where sp.slot_id = $1 order by p.sort_name, p.id",
        slot
    )
}

/// A decision about to be written.
#[derive(Debug, Clone)]
pub struct NewRestraint {
    pub id: Uuid,
    pub slot: SlotId,
    pub person: PersonId,
    pub decision: Restraint,
    pub reason: Option<RestraintReason>,
    pub words: String,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

pub async fn add_restraint(tx: &mut CustodyTx, new: &NewRestraint) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_restraint (id, slot_id, person_id, decision, reason, words, decided_by, decided_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        new.id,
        new.slot,
        new.person,
        new.decision,
        new.reason,
        new.words.as_str(),
        new.by,
        new.at
    )?;
    Ok(())
}

/// What was reported last.
pub async fn reported(tx: &mut CustodyTx, slot: SlotId) -> Result<Option<Reported>, DbError> {
    sql_optional!(
        tx,
        Reported,
        "select o.presence, u.display_name as by, o.reported_at as at
         from custody_officer_presence o join access_user u on u.id = o.reported_by
         where o.slot_id = $1 order by o.reported_at desc, o.id desc limit 1",
        slot
    )
}

pub async fn report(
    tx: &mut CustodyTx,
    (id, slot): (Uuid, SlotId),
    presence: Presence,
    (by, at): (UserId, DateTime<Utc>),
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_officer_presence (id, slot_id, presence, reported_by, reported_at) values ($1, $2, $3, $4, $5)",
        id,
        slot,
        presence,
        by,
        at
    )?;
    Ok(())
}

/// `false` when the session is no longer of the version that was seen.
pub async fn set_gender(tx: &mut CustodyTx, slot: SlotId, version: i32, gender: Gender) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_slot set escort_gender = $3, version = version + 1 where id = $1 and version = $2",
        slot,
        version,
        gender
    )?;
    Ok(touched == 1)
}

/// Officers of one part, about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewSupply {
    pub id: Uuid,
    pub facility: FacilityId,
    pub weekday: Option<i32>,
    pub on_date: Option<NaiveDate>,
    pub part: Part,
    pub officers: i32,
    pub women: i32,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

pub async fn set_supply(tx: &mut CustodyTx, new: &NewSupply) -> Result<(), DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_escort_supply set officers = $5, women = $6, set_by = $7, set_at = $8, version = version + 1
         where facility_id = $1 and part = $2 and ((weekday is not null and weekday = $3) or (on_date is not null and on_date = $4))",
        new.facility,
        new.part,
        new.weekday,
        new.on_date,
        new.officers,
        new.women,
        new.by,
        new.at
    )?;
    if touched > 0 {
        return Ok(());
    }
    sql_exec!(
        tx,
        "insert into custody_escort_supply (id, facility_id, weekday, on_date, part, officers, women, set_by, set_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        new.id,
        new.facility,
        new.weekday,
        new.on_date,
        new.part,
        new.officers,
        new.women,
        new.by,
        new.at
    )?;
    Ok(())
}

/// The weekday's number holds again.
pub async fn drop_exception(tx: &mut CustodyTx, facility: FacilityId, id: Uuid) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "delete from custody_escort_supply where id = $1 and facility_id = $2 and on_date is not null",
        id,
        facility
    )?;
    Ok(())
}
