//! Moves as questions to the database.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::model::{Destination, Ends, Move, MovePerson};
use crate::custody::slots::CustodyReason;
use crate::kit::db::{CustodyTx, DbError, HasConn};
use crate::kit::ids::{FacilityId, PersonId, TransferId, UserId};
use crate::kit::page::{Cut, PAGE_SIZE};
use crate::{sql_all, sql_exec, sql_one, sql_optional};

macro_rules! move_where {
    ($($condition:tt)*) => {
        concat!(
            "select t.id, t.person_id, p.family_name, p.given_name, p.prison_number, t.from_facility_id, f.name as from_name,
               t.to_facility_id, g.name as to_name, t.planned_on, t.status, t.done_at, t.version
             from custody_transfer t join custody_person p on p.id = t.person_id
             join custody_facility f on f.id = t.from_facility_id join custody_facility g on g.id = t.to_facility_id
             where ",
            $($condition)*
        )
    };
}

pub async fn find(tx: &mut CustodyTx, id: TransferId) -> Result<Option<Move>, DbError> {
    sql_optional!(tx, Move, move_where!("t.id = $1"), id)
}

/// Planned moves out of a facility, the nearest first.
pub async fn planned_from(tx: &mut CustodyTx, facility: FacilityId, cut: Cut) -> Result<Vec<Move>, DbError> {
    sql_all!(
        tx,
        Move,
        move_where!(
            "t.from_facility_id = $1 and t.status = 'planned' order by t.planned_on, p.sort_name, t.id limit $2 offset $3"
        ),
        facility,
        cut.limit,
        cut.offset
    )
}

/// Planned moves into a facility.
pub async fn planned_to(tx: &mut CustodyTx, facility: FacilityId, cut: Cut) -> Result<Vec<Move>, DbError> {
    sql_all!(
        tx,
        Move,
        move_where!(
            "t.to_facility_id = $1 and t.status = 'planned' order by t.planned_on, p.sort_name, t.id limit $2 offset $3"
        ),
        facility,
        cut.limit,
        cut.offset
    )
}

/// Moves out of a facility that are over, the latest first.
pub async fn past_from(tx: &mut CustodyTx, facility: FacilityId, offset: i64) -> Result<Vec<Move>, DbError> {
    sql_all!(
        tx,
        Move,
        move_where!(
            "t.from_facility_id = $1 and t.status <> 'planned' order by t.planned_on desc, t.id desc limit $2 offset $3"
        ),
        facility,
        PAGE_SIZE,
        offset
    )
}

pub async fn past_from_size(tx: &mut CustodyTx, facility: FacilityId) -> Result<i64, DbError> {
    let (count,) = sql_one!(
        tx,
        (i64,),
        "select count(*) from custody_transfer where from_facility_id = $1 and status <> 'planned'",
        facility
    )?;
    Ok(count)
}

/// Every facility but one.
pub async fn destinations(tx: &mut CustodyTx, from: FacilityId) -> Result<Vec<Destination>, DbError> {
    sql_all!(tx, Destination, "select id, name from custody_facility where id <> $1 order by name, id", from)
}

pub async fn person(tx: &mut CustodyTx, id: PersonId) -> Result<Option<MovePerson>, DbError> {
    sql_optional!(
        tx,
        MovePerson,
        "select p.id, p.facility_id, p.prison_number, p.family_name, p.given_name, p.presence, w.code as wing, p.cell,
           (select t.id from custody_transfer t where t.person_id = p.id and t.status = 'planned') as planned
         from custody_person p left join custody_wing w on w.id = p.wing_id where p.id = $1",
        id
    )
}

/// The people of a facility whose name or number fits, one page by name.
pub async fn people(
    tx: &mut CustodyTx,
    facility: FacilityId,
    words: &[String; 3],
    offset: i64,
) -> Result<Vec<MovePerson>, DbError> {
    let [first, second, third] = words;
    sql_all!(
        tx,
        MovePerson,
        "select p.id, p.facility_id, p.prison_number, p.family_name, p.given_name, p.presence, w.code as wing, p.cell,
           (select t.id from custody_transfer t where t.person_id = p.id and t.status = 'planned') as planned
         from custody_person p left join custody_wing w on w.id = p.wing_id
         where p.facility_id = $1 and p.presence not in ('transferred', 'released')
           and (p.sort_name like $2 escape '\\' or lower(p.prison_number) like $2 escape '\\')
           and (p.sort_name like $3 escape '\\' or lower(p.prison_number) like $3 escape '\\')
           and (p.sort_name like $4 escape '\\' or lower(p.prison_number) like $4 escape '\\')
         order by p.sort_name, p.id limit $5 offset $6",
        facility,
        first.as_str(),
        second.as_str(),
        third.as_str(),
        PAGE_SIZE,
        offset
    )
}

pub async fn people_size(tx: &mut CustodyTx, facility: FacilityId, words: &[String; 3]) -> Result<i64, DbError> {
    let [first, second, third] = words;
    let (count,) = sql_one!(
        tx,
        (i64,),
        "select count(*) from custody_person p
         where p.facility_id = $1 and p.presence not in ('transferred', 'released')
           and (p.sort_name like $2 escape '\\' or lower(p.prison_number) like $2 escape '\\')
           and (p.sort_name like $3 escape '\\' or lower(p.prison_number) like $3 escape '\\')
           and (p.sort_name like $4 escape '\\' or lower(p.prison_number) like $4 escape '\\')",
        facility,
        first.as_str(),
        second.as_str(),
        third.as_str()
    )?;
    Ok(count)
}

/// A move to be planned.
#[derive(Debug, Clone, Copy)]
pub struct NewMove {
    pub id: TransferId,
    pub person: PersonId,
    pub to: FacilityId,
    pub on: NaiveDate,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

/// Plans a move from wherever the person is now.
pub async fn plan(tx: &mut impl HasConn, new: &NewMove) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_transfer
           (id, person_id, from_facility_id, to_facility_id, planned_on, status, done_at, created_by, created_at, version)
         select $1, p.id, p.facility_id, $3, $4, 'planned', null, $5, $6, 1 from custody_person p where p.id = $2",
        new.id,
        new.person,
        new.to,
        new.on,
        new.by,
        new.at
    )?;
    Ok(())
}

/// `false` when the move is no longer planned, or somebody has changed it.
pub async fn cancel(tx: &mut CustodyTx, id: TransferId, version: i32) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_transfer set status = 'cancelled', version = version + 1
         where id = $1 and version = $2 and status = 'planned'",
        id,
        version
    )?;
    Ok(touched == 1)
}

/// `false` when the move is no longer planned, or somebody has changed it.
pub async fn set_done(tx: &mut impl HasConn, id: TransferId, version: i32, at: DateTime<Utc>) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_transfer set status = 'done', done_at = $3, version = version + 1
         where id = $1 and version = $2 and status = 'planned'",
        id,
        version,
        at
    )?;
    Ok(touched == 1)
}

/// What carrying a move out would end, for the page that asks whether to.
pub async fn ends(tx: &mut CustodyTx, person: PersonId, now: DateTime<Utc>, today: NaiveDate) -> Result<Ends, DbError> {
    sql_one!(
        tx,
        Ends,
        "select
           (select count(*) from custody_slot_person sp join custody_slot s on s.id = sp.slot_id
            where sp.person_id = $1 and sp.starts_at > $2 and s.status in ('requested', 'confirmed', 'in_progress')) as bookings,
           (select count(*) from custody_alert a where a.person_id = $1 and (a.ends_on is null or a.ends_on > $3)) as alerts,
           (select count(*) from custody_keep_apart k
            where (k.person_a = $1 or k.person_b = $1) and (k.ends_on is null or k.ends_on > $3)) as pairs,
           (select count(*) from custody_regime_action r where r.person_id = $1 and r.status = 'open') as actions",
        person,
        now,
        today
    )
}

pub async fn number_is_taken(tx: &mut CustodyTx, facility: FacilityId, number: &str) -> Result<bool, DbError> {
    Ok(sql_one!(
        tx,
        (bool,),
        "select exists (select 1 from custody_person where facility_id = $1 and lower(prison_number) = lower($2))",
        facility,
        number
    )?
    .0)
}

/// Ends what a person is still expected at: a session of this person alone is cancelled, from a group the person is taken off
/// the list. Whom an officer has marked already is marked as gone, since a mark is never undone.
pub async fn end_bookings(
    tx: &mut impl HasConn,
    person: PersonId,
    reason: CustodyReason,
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update custody_slot set status = 'cancelled', cancel_side = 'custody', cancel_reason = 'operational', version = version + 1
         where starts_at > $2 and status in ('requested', 'confirmed', 'in_progress')
           and id in (select sp.slot_id from custody_slot_person sp where sp.person_id = $1 and sp.starts_at > $2)
           and not exists (select 1 from custody_slot_person o where o.slot_id = custody_slot.id and o.person_id <> $1)",
        person,
        now
    )?;
    sql_exec!(
        tx,
        "delete from custody_slot_person where person_id = $1 and starts_at > $2
           and slot_id in (select s.id from custody_slot s where s.starts_at > $2 and s.status in ('requested', 'confirmed', 'in_progress'))
           and not exists (select 1 from custody_movement m
                           where m.slot_id = custody_slot_person.slot_id and m.person_id = custody_slot_person.person_id)",
        person,
        now
    )?;
    sql_exec!(
        tx,
        "update custody_slot_person set movement = 'not_brought', custody_reason = $3, moved_at = $2, version = version + 1
         where person_id = $1 and starts_at > $2
           and slot_id in (select s.id from custody_slot s where s.starts_at > $2 and s.status in ('requested', 'confirmed', 'in_progress'))",
        person,
        now,
        reason
    )?;
    Ok(())
}

/// Closes what the old facility watched for and had agreed to do.
pub async fn close_cautions(
    tx: &mut impl HasConn,
    person: PersonId,
    today: NaiveDate,
    by: UserId,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update custody_alert set ends_on = $2, version = version + 1 where person_id = $1 and (ends_on is null or ends_on > $2)",
        person,
        today
    )?;
    sql_exec!(
        tx,
        "update custody_keep_apart set ends_on = $2, version = version + 1
         where (person_a = $1 or person_b = $1) and (ends_on is null or ends_on > $2)",
        person,
        today
    )?;
    sql_exec!(
        tx,
        "update custody_regime_action set status = 'not_possible', closed_on = $2, closed_by = $3, version = version + 1
         where person_id = $1 and status = 'open'",
        person,
        today,
        by
    )?;
    Ok(())
}

/// The next stay of a person who is moved.
#[derive(Debug, Clone)]
pub struct NextStay {
    pub person: PersonId,
    pub to: FacilityId,
    /// As the new facility counts; the old number stays when there is none.
    pub number: Option<String>,
    pub on: NaiveDate,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

/// Ends the stay, begins the next and houses the person there; which wing is for the new facility to say.
pub async fn move_person(
    tx: &mut impl HasConn,
    stay: &NextStay,
    mut new_id: impl FnMut() -> Uuid,
) -> Result<(), DbError> {
    let ended = sql_exec!(
        tx,
        "update custody_stay set ends_on = $2 where person_id = $1 and ends_on is null and starts_on <= $2",
        stay.person,
        stay.on
    )?;
    if ended == 0 {
        // Known from before stays were written down: the stay that ends began when the person was entered, or later.
        sql_exec!(
            tx,
            "insert into custody_stay (id, person_id, facility_id, starts_on, ends_on, created_by, created_at)
             select $2, p.id, p.facility_id, $3, $3, $4, $5 from custody_person p where p.id = $1",
            stay.person,
            new_id(),
            stay.on,
            stay.by,
            stay.at
        )?;
    }
    sql_exec!(
        tx,
        "insert into custody_stay (id, person_id, facility_id, starts_on, ends_on, created_by, created_at)
         values ($1, $2, $3, $4, null, $5, $6)",
        new_id(),
        stay.person,
        stay.to,
        stay.on,
        stay.by,
        stay.at
    )?;
    sql_exec!(
        tx,
        "update custody_person set facility_id = $2, prison_number = coalesce($3, prison_number), wing_id = null, cell = '',
           presence = 'present', version = version + 1
         where id = $1",
        stay.person,
        stay.to,
        stay.number.as_deref()
    )?;
    Ok(())
}
