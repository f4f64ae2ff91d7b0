//! Regime, rooms, claims and closures as questions to the database. Reading is the same for both sides; writing is custody's.

use chrono::{DateTime, TimeDelta, Utc};

use super::model::{Claim, Closure, ClosureKind, Hours, Room, TouchedSlot, Week};
use crate::custody::slots::{Part, RoomKind};
use crate::kit::db::{CustodyTx, DbError, HasConn, places};
use crate::kit::ids::{ClosureId, FacilityId, RoomId, UserId};
use crate::kit::page::{Cut, PAGE_SIZE};
use crate::{sql_all, sql_all_in, sql_exec, sql_one, sql_optional};

pub async fn week(tx: &mut impl HasConn, facility: FacilityId) -> Result<Week, DbError> {
    let rows = sql_all!(
        tx,
        (i32, Part, i32, i32),
        "select weekday, part, start_minute, end_minute from custody_regime where facility_id = $1",
        facility
    )?;
    Ok(Week(rows.into_iter().map(|(weekday, part, start, end)| ((weekday, part), (start, end))).collect()))
}

/// Holds the week against other writers until the transaction ends, and gives it as it is.
pub async fn hold_week(tx: &mut CustodyTx, facility: FacilityId) -> Result<Week, DbError> {
    sql_exec!(tx, "update custody_regime set start_minute = start_minute where facility_id = $1", facility)?;
    week(tx, facility).await
}

/// Writes what differs. The part of a week that two have added at once breaks the key of the second.
pub async fn save_week(tx: &mut CustodyTx, facility: FacilityId, before: &Week, after: &Week) -> Result<(), DbError> {
    for ((weekday, part), _) in before.0.iter().filter(|(at, _)| !after.0.contains_key(at)) {
        sql_exec!(
            tx,
            "delete from custody_regime where facility_id = $1 and weekday = $2 and part = $3",
            facility,
            *weekday,
            *part
        )?;
    }
    for ((weekday, part), hours) in after.0.iter().filter(|(at, hours)| before.0.get(at) != Some(hours)) {
        let there = before.0.contains_key(&(*weekday, *part));
        save_hours(tx, facility, (*weekday, *part), *hours, there).await?;
    }
    Ok(())
}

async fn save_hours(
    tx: &mut CustodyTx,
    facility: FacilityId,
    (weekday, part): (i32, Part),
    (start, end): Hours,
    there: bool,
) -> Result<(), DbError> {
    let sql = if there {
        "update custody_regime set start_minute = $4, end_minute = $5 where facility_id = $1 and weekday = $2 and part = $3"
    } else {
        "insert into custody_regime (facility_id, weekday, part, start_minute, end_minute) values ($1, $2, $3, $4, $5)"
    };
    sql_exec!(tx, sql, facility, weekday, part, start, end)?;
    Ok(())
}

macro_rules! touched {
    ($($condition:tt)*) => {
        concat!(
            "select s.id, s.starts_at, s.ends_at, s.part, s.label_letter, s.status, r.name as room,
               (select count(*) from custody_slot_person p where p.slot_id = s.id) as people
             from custody_slot s join custody_room r on r.id = s.room_id
             where s.facility_id = $1 and s.status in ('requested', 'confirmed', 'in_progress') and ",
            $($condition)*,
            " order by s.starts_at, s.id"
        )
    };
}

/// Live sessions still to come.
pub async fn coming(tx: &mut CustodyTx, facility: FacilityId, now: DateTime<Utc>) -> Result<Vec<TouchedSlot>, DbError> {
    sql_all!(tx, TouchedSlot, touched!("s.starts_at > $2"), facility, now)
}

/// From when to when a session is, and in which part of the day.
pub type Times = (DateTime<Utc>, DateTime<Utc>, Part);

/// The times of live sessions still to come, with their parts of the day.
pub async fn coming_times(
    tx: &mut impl HasConn,
    facility: FacilityId,
    now: DateTime<Utc>,
) -> Result<Vec<Times>, DbError> {
    sql_all!(
        tx,
        Times,
        "select starts_at, ends_at, part from custody_slot
         where facility_id = $1 and starts_at > $2 and status in ('requested', 'confirmed', 'in_progress')",
        facility,
        now
    )
}

/// Live sessions within a span, of one room or of all. No session is longer than a day.
pub async fn touched(
    tx: &mut impl HasConn,
    (facility, room): (FacilityId, Option<RoomId>),
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<TouchedSlot>, DbError> {
    sql_all!(
        tx,
        TouchedSlot,
        touched!("s.starts_at > $2 and s.starts_at < $3 and s.ends_at > $4 and (s.room_id = $5 or $5 is null)"),
        facility,
        from - TimeDelta::days(1),
        to,
        from,
        room
    )
}

macro_rules! closures {
    ($($rest:tt)*) => {
        concat!(
            "select c.id, c.room_id, r.name as room, c.kind, c.starts_at, c.ends_at, u.display_name as by, c.created_at, c.ended_at, c.version
             from custody_closure c left join custody_room r on r.id = c.room_id left join access_user u on u.id = c.created_by
             where c.facility_id = $1 and ",
            $($rest)*
        )
    };
}

/// What is or will be closed, the nearest first.
pub async fn closures_from(
    tx: &mut impl HasConn,
    facility: FacilityId,
    now: DateTime<Utc>,
    cut: Cut,
) -> Result<Vec<Closure>, DbError> {
    sql_all!(
        tx,
        Closure,
        closures!("c.ends_at > $2 and c.ended_at is null order by c.starts_at, c.id limit $3 offset $4"),
        facility,
        now,
        cut.limit,
        cut.offset
    )
}

/// What is closed within a span.
pub async fn closures_within(
    tx: &mut impl HasConn,
    facility: FacilityId,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Closure>, DbError> {
    sql_all!(
        tx,
        Closure,
        closures!("c.ends_at > $2 and c.starts_at < $3 and c.ended_at is null order by c.starts_at, c.id"),
        facility,
        from,
        to
    )
}

/// What was closed and is open again, the latest first.
pub async fn past_closures(
    tx: &mut CustodyTx,
    facility: FacilityId,
    now: DateTime<Utc>,
    offset: i64,
) -> Result<Vec<Closure>, DbError> {
    sql_all!(
        tx,
        Closure,
        closures!("(c.ends_at <= $2 or c.ended_at is not null) order by c.ends_at desc, c.id limit $3 offset $4"),
        facility,
        now,
        PAGE_SIZE,
        offset
    )
}

pub async fn past_closures_size(tx: &mut CustodyTx, facility: FacilityId, now: DateTime<Utc>) -> Result<i64, DbError> {
    let (count,) = sql_one!(
        tx,
        (i64,),
        "select count(*) from custody_closure where facility_id = $1 and (ends_at <= $2 or ended_at is not null)",
        facility,
        now
    )?;
    Ok(count)
}

pub async fn closure(tx: &mut CustodyTx, facility: FacilityId, id: ClosureId) -> Result<Option<Closure>, DbError> {
    sql_optional!(tx, Closure, closures!("c.id = $2"), facility, id)
}

/// A closure about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewClosure {
    pub id: ClosureId,
    pub facility: FacilityId,
    pub room: Option<RoomId>,
    pub kind: ClosureKind,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

/// `false` when this very form has been taken before.
pub async fn close(tx: &mut CustodyTx, new: &NewClosure) -> Result<bool, DbError> {
    let added = sql_exec!(
        tx,
        "insert into custody_closure (id, facility_id, room_id, kind, starts_at, ends_at, created_by, created_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1) on conflict (id) do nothing",
        new.id,
        new.facility,
        new.room,
        new.kind,
        new.starts_at,
        new.ends_at,
        new.by,
        new.at
    )?;
    Ok(added > 0)
}

/// Opens again; `false` when it is open already.
pub async fn reopen(
    tx: &mut CustodyTx,
    facility: FacilityId,
    id: ClosureId,
    now: DateTime<Utc>,
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_closure set ended_at = $3, version = version + 1 where id = $1 and facility_id = $2 and ended_at is null",
        id,
        facility,
        now
    )?;
    Ok(touched > 0)
}

pub async fn rooms(tx: &mut impl HasConn, facility: FacilityId) -> Result<Vec<Room>, DbError> {
    sql_all!(
        tx,
        Room,
        "select id, code, name, kind, capacity, usable_by_ot, version from custody_room where facility_id = $1 order by name, id",
        facility
    )
}

pub async fn room(tx: &mut CustodyTx, facility: FacilityId, id: RoomId) -> Result<Option<Room>, DbError> {
    sql_optional!(
        tx,
        Room,
        "select id, code, name, kind, capacity, usable_by_ot, version from custody_room where facility_id = $1 and id = $2",
        facility,
        id
    )
}

/// The most people that a coming session has in a room.
pub async fn largest_session(tx: &mut CustodyTx, id: RoomId, now: DateTime<Utc>) -> Result<i64, DbError> {
    let (most,) = sql_one!(
        tx,
        (i64,),
        "select coalesce(max(held.people), 0) from (
           select count(*) as people from custody_slot s join custody_slot_person p on p.slot_id = s.id
           where s.room_id = $1 and s.starts_at > $2 and s.status in ('requested', 'confirmed', 'in_progress') group by s.id) held",
        id,
        now
    )?;
    Ok(most)
}

/// What custody says of a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoomUse {
    pub kind: RoomKind,
    pub capacity: i32,
    pub usable_by_ot: bool,
}

/// Writes over the version that was seen; `false` when there is a newer one.
pub async fn save_room(
    tx: &mut CustodyTx,
    (facility, id): (FacilityId, RoomId),
    seen: i32,
    used: RoomUse,
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_room set kind = $4, capacity = $5, usable_by_ot = $6, version = version + 1
         where id = $1 and facility_id = $2 and version = $3",
        id,
        facility,
        seen,
        used.kind,
        used.capacity,
        used.usable_by_ot
    )?;
    Ok(touched > 0)
}

/// Standing claims of a facility, in the order of the week.
pub async fn claims(tx: &mut impl HasConn, facility: FacilityId) -> Result<Vec<Claim>, DbError> {
    sql_all!(
        tx,
        Claim,
        "select room_id, weekday, part from custody_standing_claim where facility_id = $1 order by weekday, part, room_id",
        facility
    )
}

/// Of some rooms, those that health claims in one part of a weekday.
pub async fn claimed(
    tx: &mut impl HasConn,
    rooms: &[RoomId],
    weekday: i32,
    part: Part,
) -> Result<Vec<RoomId>, DbError> {
    let sql = format!(
        "select room_id from custody_standing_claim where weekday = $1 and part = $2 and room_id in ({})",
        places(3, rooms.len())
    );
    let rows = sql_all_in!(tx, (RoomId,), sql, rooms, weekday, part)?;
    Ok(rows.into_iter().map(|(room,)| room).collect())
}

/// Replaces the claims on a room.
pub async fn set_claims(
    tx: &mut CustodyTx,
    (facility, room): (FacilityId, RoomId),
    wanted: &[(i32, Part)],
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(tx, "delete from custody_standing_claim where room_id = $1 and facility_id = $2", room, facility)?;
    for (weekday, part) in wanted {
        sql_exec!(
            tx,
            "insert into custody_standing_claim (room_id, weekday, part, facility_id, created_by, created_at)
             values ($1, $2, $3, $4, $5, $6)",
            room,
            *weekday,
            *part,
            facility,
            by,
            now
        )?;
    }
    Ok(())
}
