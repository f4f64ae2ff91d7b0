//! Lockdowns as questions to the database. Making one and taking it back are the same few statements for three sessions and for
//! three hundred.

use chrono::{DateTime, TimeDelta, Utc};

use super::model::{Area, Ask, Lockdown, Session, Touched, Waiting, Wing};
use super::rules;
use crate::custody::slots::Movement;
use crate::kit::db::{CustodyTx, DbError, HasConn, Rows};
use crate::kit::ids::{FacilityId, LockdownId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{cells, sql_all, sql_exec, sql_one, sql_optional};

/// No session is longer than a day: the index need not be walked further back.
const LONGEST: TimeDelta = TimeDelta::days(1);

pub async fn wings(tx: &mut impl HasConn, facility: FacilityId) -> Result<Vec<Wing>, DbError> {
    sql_all!(
        tx,
        Wing,
        "select id, name, building from custody_wing where facility_id = $1 order by building, code, id",
        facility
    )
}

/// Every live session that overlaps the time, with how many of its people live where it stands still.
pub async fn sessions(tx: &mut impl HasConn, facility: FacilityId, ask: &Ask) -> Result<Vec<Session>, DbError> {
    sql_all!(
        tx,
        Session,
        "with inside as (
           select p.id from custody_person p left join custody_wing w on w.id = p.wing_id
           where p.facility_id = $1 and ($5 = 'facility' or ($5 = 'wing' and w.id = $6) or ($5 = 'building' and w.building = $7)))
         select s.id, s.starts_at, s.ends_at, s.part, s.label_letter, s.status, s.version, r.name as room,
           count(sp.person_id) as people,
           count(i.id) as inside,
           count(case when i.id is not null and sp.movement in ('expected', 'unlocked') then 1 end) as waiting,
           count(case when sp.movement in ('arrived', 'arrived_late', 'returned') then 1 end) as arrived
         from custody_slot s join custody_room r on r.id = s.room_id left join custody_slot_person sp on sp.slot_id = s.id
           left join inside i on i.id = sp.person_id
         where s.facility_id = $1 and s.starts_at > $2 and s.starts_at < $3 and s.ends_at > $4
           and s.status in ('requested', 'confirmed', 'in_progress')
         group by s.id, s.starts_at, s.ends_at, s.part, s.label_letter, s.status, s.version, r.name
         order by s.starts_at, s.label_letter, s.id",
        facility,
        ask.from - LONGEST,
        ask.to,
        ask.from,
        ask.area.scope(),
        ask.area.wing(),
        ask.area.building()
    )
}

/// Writes down the lockdown and its wings. From here on nothing more is booked into it.
pub async fn insert(
    tx: &mut impl HasConn,
    (id, facility): (LockdownId, FacilityId),
    ask: &Ask,
    wings: &[Wing],
    (by, now): (UserId, DateTime<Utc>),
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_lockdown (id, facility_id, scope, building, starts_at, ends_at, reason, created_by, created_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        id,
        facility,
        ask.area.scope(),
        ask.area.building(),
        ask.from,
        ask.to,
        ask.reason,
        by,
        now
    )?;
    let mut rows = Rows::new("custody_lockdown_wing", &["lockdown_id", "wing_id"]);
    for wing in wings {
        let touched = match &ask.area {
            Area::Facility => false,
            Area::Building(name) => wing.building == *name,
            Area::Wing(id) => wing.id == *id,
        };
        if touched {
            rows.push(cells![id, wing.id]);
        }
    }
    rows.insert_within_walls(tx).await
}

/// Ends these sessions; `false` when one of them was changed in the meantime.
pub async fn cancel(tx: &mut impl HasConn, id: LockdownId, ask: &Ask, sessions: &[&Session]) -> Result<bool, DbError> {
    let mut rows = Rows::new("custody_lockdown_slot", &["lockdown_id", "slot_id", "earlier_status", "left_version"]);
    for session in sessions {
        rows.push(cells![id, session.id, session.status.as_str(), session.version + 1]);
    }
    rows.insert_within_walls(tx).await?;
    let ended = sql_exec!(
        tx,
        "update custody_slot set status = case status when 'requested' then 'declined' else 'cancelled' end,
           cancel_side = 'custody', cancel_reason = $2, version = version + 1
         where id in (select slot_id from custody_lockdown_slot where lockdown_id = $1)
           and status in ('requested', 'confirmed')
           and version = (select t.left_version - 1 from custody_lockdown_slot t where t.lockdown_id = $1 and t.slot_id = custody_slot.id)",
        id,
        ask.reason
    )?;
    Ok(usize::try_from(ended) == Ok(sessions.len()))
}

/// Who waits, in sessions within the time that are still live.
pub async fn waiting(tx: &mut impl HasConn, facility: FacilityId, ask: &Ask) -> Result<Vec<Waiting>, DbError> {
    sql_all!(
        tx,
        Waiting,
        "select sp.slot_id, sp.person_id, s.starts_at, sp.movement, sp.moved_at, sp.version
         from custody_slot s join custody_slot_person sp on sp.slot_id = s.id join custody_person p on p.id = sp.person_id
           left join custody_wing w on w.id = p.wing_id
         where s.facility_id = $1 and s.starts_at > $2 and s.starts_at < $3 and s.ends_at > $4
           and s.status in ('requested', 'confirmed', 'in_progress') and sp.movement in ('expected', 'unlocked')
           and ($5 = 'facility' or ($5 = 'wing' and w.id = $6) or ($5 = 'building' and w.building = $7))
         order by sp.slot_id, sp.person_id",
        facility,
        ask.from - LONGEST,
        ask.to,
        ask.from,
        ask.area.scope(),
        ask.area.wing(),
        ask.area.building()
    )
}

/// Marks these people as not brought; `false` when one of them was marked in the meantime.
pub async fn keep_back(
    tx: &mut impl HasConn,
    id: LockdownId,
    ask: &Ask,
    people: &[Waiting],
    now: DateTime<Utc>,
) -> Result<bool, DbError> {
    let mut rows = Rows::new(
        "custody_lockdown_person",
        &["lockdown_id", "slot_id", "person_id", "earlier_movement", "earlier_moved_at", "left_version"],
    );
    for person in people {
        let movement = person.movement.as_str();
        rows.push(cells![id, person.slot_id, person.person_id, movement, person.moved_at, person.version + 1]);
    }
    rows.insert_within_walls(tx).await?;
    let marked = sql_exec!(
        tx,
        "update custody_slot_person set movement = 'not_brought', custody_reason = $2, moved_at = $3, version = version + 1
         where slot_id in (select slot_id from custody_lockdown_person where lockdown_id = $1)
           and movement in ('expected', 'unlocked')
           and version = (select t.left_version - 1 from custody_lockdown_person t
                          where t.lockdown_id = $1 and t.slot_id = custody_slot_person.slot_id
                            and t.person_id = custody_slot_person.person_id)",
        id,
        rules::of_person(ask.reason),
        now
    )?;
    Ok(usize::try_from(marked) == Ok(people.len()))
}

/// A mark of an officer for each of these people, as the list keeps them.
#[must_use]
pub fn movements() -> Rows {
    Rows::new(
        "custody_movement",
        &["id", "slot_id", "person_id", "movement", "custody_reason", "at", "recorded_by", "recorded_at"],
    )
}

macro_rules! lockdown_where {
    ($($rest:tt)*) => {
        concat!(
            "select l.id, l.facility_id, l.scope, l.building,
               (select min(w.name) from custody_lockdown_wing lw join custody_wing w on w.id = lw.wing_id where lw.lockdown_id = l.id) as wing,
               l.starts_at, l.ends_at, l.reason, b.display_name as created_by, l.created_at, u.display_name as undone_by, l.undone_at,
               l.version, (select count(*) from custody_lockdown_slot t where t.lockdown_id = l.id) as sessions,
               (select count(*) from custody_lockdown_person t where t.lockdown_id = l.id) as people
             from custody_lockdown l join access_user b on b.id = l.created_by left join access_user u on u.id = l.undone_by
             where l.facility_id = $1 and ",
            $($rest)*
        )
    };
}

pub async fn find(tx: &mut CustodyTx, facility: FacilityId, id: LockdownId) -> Result<Option<Lockdown>, DbError> {
    sql_optional!(tx, Lockdown, lockdown_where!("l.id = $2"), facility, id)
}

/// The latest first.
pub async fn list(tx: &mut CustodyTx, facility: FacilityId, offset: i64) -> Result<Vec<Lockdown>, DbError> {
    sql_all!(
        tx,
        Lockdown,
        lockdown_where!("l.ends_at is not null order by l.ends_at desc, l.id desc limit $2 offset $3"),
        facility,
        PAGE_SIZE,
        offset
    )
}

pub async fn count(tx: &mut CustodyTx, facility: FacilityId) -> Result<i64, DbError> {
    Ok(sql_one!(tx, (i64,), "select count(*) from custody_lockdown where facility_id = $1", facility)?.0)
}

/// What it touched, in the order of the day: sessions that it ended, and sessions that some did not come to. Of the people the
/// least lucky outcome is told.
pub async fn touched(tx: &mut CustodyTx, id: LockdownId) -> Result<Vec<Touched>, DbError> {
    sql_all!(
        tx,
        Touched,
        "with hit as (
           select slot_id, $2 as cancelled, (select count(*) from custody_slot_person sp where sp.slot_id = t.slot_id) as people, outcome
           from custody_lockdown_slot t where lockdown_id = $1
           union all
           select slot_id, $3 as cancelled, count(*) as people, min(case outcome when 'restored' then 'z' else outcome end) as outcome
           from custody_lockdown_person where lockdown_id = $1 group by slot_id)
         select s.id as slot_id, s.starts_at, s.ends_at, s.part, s.label_letter, r.name as room, s.status, s.cancel_reason,
           h.cancelled, h.people, case h.outcome when 'z' then 'restored' else h.outcome end as outcome
         from hit h join custody_slot s on s.id = h.slot_id join custody_room r on r.id = s.room_id
         order by s.starts_at, s.label_letter, s.id",
        id,
        true,
        false
    )
}

/// Says that it is taken back; `false` when somebody else was faster.
pub async fn set_undone(
    tx: &mut CustodyTx,
    lockdown: &Lockdown,
    (by, now): (UserId, DateTime<Utc>),
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_lockdown set undone_by = $3, undone_at = $4, version = version + 1
         where id = $1 and version = $2 and undone_at is null",
        lockdown.id,
        lockdown.version,
        by,
        now
    )?;
    Ok(touched == 1)
}

/// Decides of each session and of each person whether they can be as they were, then makes them so.
pub async fn restore(tx: &mut CustodyTx, lockdown: &Lockdown, now: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update custody_lockdown_slot set outcome = coalesce((
           select case
             when s.version <> custody_lockdown_slot.left_version then 'changed'
             when s.ends_at <= $2 and s.ends_at > l.created_at then 'over'
             when exists (
               select 1 from custody_claim mine join custody_claim c on c.resource_id = mine.resource_id and c.slot_id <> mine.slot_id
               where mine.slot_id = s.id and c.active = $3 and c.starts_at > $4 and c.starts_at < s.ends_at and c.ends_at > s.starts_at)
               then 'taken'
             when exists (
               select 1 from custody_lockdown o where o.facility_id = l.facility_id and o.id <> l.id and o.undone_at is null
                 and o.starts_at < s.ends_at and o.ends_at > s.starts_at and (o.scope = 'facility' or exists (
                   select 1 from custody_lockdown_wing w join custody_person p on p.wing_id = w.wing_id
                     join custody_slot_person sp on sp.person_id = p.id
                   where w.lockdown_id = o.id and sp.slot_id = s.id and sp.movement <> 'not_brought'))) then 'held'
             else 'restored' end
           from custody_slot s join custody_lockdown l on l.id = custody_lockdown_slot.lockdown_id
           where s.id = custody_lockdown_slot.slot_id), 'changed')
         where lockdown_id = $1",
        lockdown.id,
        now,
        true,
        lockdown.starts_at - LONGEST - LONGEST
    )?;
    sql_exec!(
        tx,
        "update custody_slot set status = (select t.earlier_status from custody_lockdown_slot t
                                           where t.lockdown_id = $1 and t.slot_id = custody_slot.id),
           cancel_side = null, cancel_reason = null, version = version + 1
         where id in (select slot_id from custody_lockdown_slot where lockdown_id = $1 and outcome = 'restored')",
        lockdown.id
    )?;
    sql_exec!(
        tx,
        "update custody_lockdown_person set outcome = coalesce((
           select case
             when sp.version <> custody_lockdown_person.left_version or s.status not in ('requested', 'confirmed', 'in_progress') then 'changed'
             when s.ends_at <= $2 and s.ends_at > l.created_at then 'over'
             when exists (
               select 1 from custody_lockdown o where o.facility_id = l.facility_id and o.id <> l.id and o.undone_at is null
                 and o.starts_at < s.ends_at and o.ends_at > s.starts_at and (o.scope = 'facility' or exists (
                   select 1 from custody_lockdown_wing w join custody_person p on p.wing_id = w.wing_id
                   where w.lockdown_id = o.id and p.id = sp.person_id))) then 'held'
             else 'restored' end
           from custody_slot_person sp join custody_slot s on s.id = sp.slot_id
             join custody_lockdown l on l.id = custody_lockdown_person.lockdown_id
           where sp.slot_id = custody_lockdown_person.slot_id and sp.person_id = custody_lockdown_person.person_id), 'changed')
         where lockdown_id = $1",
        lockdown.id,
        now
    )?;
    sql_exec!(
        tx,
        "update custody_slot_person set custody_reason = null, version = version + 1,
           movement = (select t.earlier_movement from custody_lockdown_person t where t.lockdown_id = $1
                       and t.slot_id = custody_slot_person.slot_id and t.person_id = custody_slot_person.person_id),
           moved_at = (select t.earlier_moved_at from custody_lockdown_person t where t.lockdown_id = $1
                       and t.slot_id = custody_slot_person.slot_id and t.person_id = custody_slot_person.person_id)
         where exists (select 1 from custody_lockdown_person t where t.lockdown_id = $1 and t.outcome = 'restored'
                       and t.slot_id = custody_slot_person.slot_id and t.person_id = custody_slot_person.person_id)",
        lockdown.id
    )?;
    Ok(())
}

/// Who may be brought again.
pub async fn restored_people(tx: &mut CustodyTx, id: LockdownId) -> Result<Vec<Waiting>, DbError> {
    sql_all!(
        tx,
        Waiting,
        "select t.slot_id, t.person_id, s.starts_at, t.earlier_movement as movement, t.earlier_moved_at as moved_at, t.left_version as version
         from custody_lockdown_person t join custody_slot s on s.id = t.slot_id
         where t.lockdown_id = $1 and t.outcome = 'restored' order by t.slot_id, t.person_id",
        id
    )
}

/// Adds a mark to [`movements`].
pub fn push_movement(
    rows: &mut Rows,
    (id, person): (uuid::Uuid, &Waiting),
    (movement, reason): (Movement, Option<&'static str>),
    (by, now): (UserId, DateTime<Utc>),
) {
    rows.push(cells![id, person.slot_id, person.person_id, movement.as_str(), reason, now, by, now]);
}
