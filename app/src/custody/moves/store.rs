//! Moves as questions to the database. What decides where a session can go is read by both sides with the same few statements.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::model::{Busy, MoveKind, Moving, NewPlace, Obstacle, Question, RoomFor, WeekPart};
use crate::custody::day::{self, date_of};
use crate::custody::notices::NoticeKind;
use crate::custody::slots::{CancelReason, SlotStatus, turn};
use crate::kit::db::{CustodyTx, DbError, HasConn, places};
use crate::kit::ids::{FacilityId, MoveRequestId, PersonId, RoomId, SlotId, UserId};
use crate::{sql_all, sql_all_in, sql_exec, sql_optional};

/// People who are kept apart do not meet at the door either.
const APART_MINUTES: i64 = 30;

pub async fn moving(tx: &mut impl HasConn, id: SlotId) -> Result<Option<Moving>, DbError> {
    sql_optional!(
        tx,
        Moving,
        "select s.id, s.facility_id, s.room_id, r.name as room, s.practitioner_id, u.display_name as practitioner, s.starts_at, s.ends_at,
           s.part, s.label_letter, s.status, s.cancel_reason, s.escort_officers, s.version,
           (select count(*) from custody_slot_person p where p.slot_id = s.id) as people
         from custody_slot s join custody_room r on r.id = s.room_id join access_user u on u.id = s.practitioner_id
         where s.id = $1",
        id
    )
}

/// As [`moving`], once it is this transaction's turn to change what is booked at its facility.
pub async fn in_turn(tx: &mut impl HasConn, id: SlotId) -> Result<Option<Moving>, DbError> {
    let Some(seen) = moving(tx, id).await? else { return Ok(None) };
    turn::take(tx, seen.facility_id).await?;
    moving(tx, id).await
}

/// The rooms that health may use, and the one where the session is now.
pub async fn rooms(tx: &mut impl HasConn, slot: &Moving) -> Result<Vec<RoomFor>, DbError> {
    sql_all!(
        tx,
        RoomFor,
        "select id, name, capacity from custody_room where facility_id = $1 and (usable_by_ot = $2 or id = $3) order by name, id",
        slot.facility_id,
        true,
        slot.room_id
    )
}

/// The regime of all weekdays.
pub async fn week(tx: &mut impl HasConn, facility: FacilityId) -> Result<Vec<WeekPart>, DbError> {
    sql_all!(
        tx,
        WeekPart,
        "select weekday, part, start_minute, end_minute from custody_regime where facility_id = $1 order by weekday, start_minute",
        facility
    )
}

/// Times within some days at which the session could not be somewhere: closures and lockdowns, what its room, its practitioner and its people
/// are taken by, and where people are from whom they are kept apart.
pub async fn busy(
    tx: &mut impl HasConn,
    slot: &Moving,
    (first, last): (NaiveDate, NaiveDate),
    zone: Tz,
) -> Result<Vec<Busy>, DbError> {
    let (from, to) = (day::span(first, zone).0, day::span(last, zone).1);
    let closed = closures(tx, slot.facility_id, from, to).await?.into_iter().map(|closure| Busy {
        room: closure.room_id,
        starts_at: closure.starts_at,
        ends_at: closure.ends_at,
        what: Obstacle::Closed,
    });
    let claims = sql_all!(
        tx,
        (String, Uuid, DateTime<Utc>, DateTime<Utc>),
        "select c.kind, c.resource_id, c.starts_at, c.ends_at from custody_claim c
         where c.active = $1 and c.slot_id <> $2 and c.starts_at >= $3 and c.starts_at < $5 and c.ends_at > $4
           and (c.resource_id = $6 or c.resource_id in (select r.id from custody_room r where r.facility_id = $7)
             or c.resource_id in (select p.person_id from custody_slot_person p where p.slot_id = $2))
         order by c.starts_at",
        true,
        slot.id,
        from - TimeDelta::days(1),
        from,
        to,
        slot.practitioner_id,
        slot.facility_id
    )?;
    let taken = claims.into_iter().map(|(kind, of, starts_at, ends_at)| match kind.as_str() {
        "room" => Busy { room: Some(of.into()), starts_at, ends_at, what: Obstacle::RoomTaken },
        "practitioner" => Busy { room: None, starts_at, ends_at, what: Obstacle::PractitionerTaken },
        _ => Busy { room: None, starts_at, ends_at, what: Obstacle::PersonTaken },
    });
    let people = expected(tx, slot.id).await?;
    let still = standing_still(tx, slot.facility_id, &people, (from, to)).await?;
    let apart = apart(tx, slot, (from, to), first).await?;
    Ok(closed.chain(still).chain(taken).chain(apart).collect())
}

/// Whom the session waits for.
async fn expected(tx: &mut impl HasConn, slot: SlotId) -> Result<Vec<PersonId>, DbError> {
    let rows = sql_all!(
        tx,
        (PersonId,),
        "select person_id from custody_slot_person where slot_id = $1 and movement <> 'not_brought' order by person_id",
        slot
    )?;
    Ok(rows.into_iter().map(|(person,)| person).collect())
}

/// When the facility, or a wing where one of these people lives, stands still. The database refuses by the same rule
/// (`migrations/*/0020_escorts.sql`).
pub async fn standing_still(
    tx: &mut impl HasConn,
    facility: FacilityId,
    people: &[PersonId],
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Busy>, DbError> {
    let sql = format!(
        "select l.starts_at, l.ends_at from custody_lockdown l
         where l.facility_id = $1 and l.ends_at > $2 and l.starts_at < $3 and l.undone_at is null
           and (l.scope = 'facility' or exists (
             select 1 from custody_lockdown_wing w join custody_person p on p.wing_id = w.wing_id
             where w.lockdown_id = l.id and p.id in ({})))
         order by l.starts_at, l.id",
        places(4, people.len())
    );
    let rows = sql_all_in!(tx, (DateTime<Utc>, DateTime<Utc>), sql, people, facility, from, to)?;
    let busy = |(starts_at, ends_at)| Busy { room: None, starts_at, ends_at, what: Obstacle::Closed };
    Ok(rows.into_iter().map(busy).collect())
}

/// A time at which the facility, or one of its rooms, is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Closure {
    pub room_id: Option<RoomId>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

pub async fn closures(
    tx: &mut impl HasConn,
    facility: FacilityId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Closure>, DbError> {
    sql_all!(
        tx,
        Closure,
        "select room_id, starts_at, ends_at from custody_closure
         where facility_id = $1 and ends_at > $2 and starts_at < $3 and ended_at is null order by starts_at, id",
        facility,
        from,
        to
    )
}

async fn apart(
    tx: &mut impl HasConn,
    slot: &Moving,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    first: NaiveDate,
) -> Result<Vec<Busy>, DbError> {
    let rows = sql_all!(
        tx,
        (RoomId, DateTime<Utc>, DateTime<Utc>),
        "select o.room_id, c.starts_at, c.ends_at
         from custody_slot_person sp join custody_keep_apart k on k.person_a = sp.person_id or k.person_b = sp.person_id
           join custody_claim c on c.resource_id = case when k.person_a = sp.person_id then k.person_b else k.person_a end
           join custody_slot o on o.id = c.slot_id
         where sp.slot_id = $1 and (k.ends_on is null or k.ends_on >= $5) and c.active = $2 and c.slot_id <> $1
           and c.starts_at >= $3 and c.starts_at < $4",
        slot.id,
        true,
        from,
        to,
        first
    )?;
    let door = TimeDelta::minutes(APART_MINUTES);
    let busy = |(room, starts_at, ends_at): (RoomId, DateTime<Utc>, DateTime<Utc>)| Busy {
        room: Some(room),
        starts_at: starts_at - door,
        ends_at: ends_at + door,
        what: Obstacle::KeptApart,
    };
    Ok(rows.into_iter().map(busy).collect())
}

/// The latest 'not before' among its people's notices that hold at some time from that day on.
pub async fn not_before(tx: &mut impl HasConn, slot: SlotId, from: NaiveDate) -> Result<Option<i32>, DbError> {
    let row = sql_optional!(
        tx,
        (Option<i32>,),
        "select max(n.number) from custody_slot_person sp join custody_notice n on n.person_id = sp.person_id
         where sp.slot_id = $1 and n.kind = $2 and n.expires_on >= $3 and n.ended_on is null",
        slot,
        NoticeKind::NotBefore,
        from
    )?;
    Ok(row.and_then(|row| row.0))
}

/// As [`not_before`], of people who have no session yet.
pub async fn not_before_of(
    tx: &mut impl HasConn,
    people: &[PersonId],
    from: NaiveDate,
) -> Result<Option<i32>, DbError> {
    let sql = format!(
        "select max(number) from custody_notice where kind = $1 and expires_on >= $2 and ended_on is null and person_id in ({})",
        places(3, people.len())
    );
    let rows = sql_all_in!(tx, (Option<i32>,), sql, people, NoticeKind::NotBefore, from)?;
    Ok(rows.into_iter().find_map(|(latest,)| latest))
}

/// Whether one of those expected has a notice that health is to be asked before the session is moved or cancelled.
pub async fn asks_first(tx: &mut CustodyTx, slot: SlotId, on: NaiveDate) -> Result<bool, DbError> {
    let row = sql_optional!(
        tx,
        (i32,),
        "select 1 from custody_slot_person sp join custody_notice n on n.person_id = sp.person_id
         where sp.slot_id = $1 and sp.movement <> 'not_brought' and n.kind = $2 and n.starts_on <= $3 and n.expires_on >= $3
           and n.ended_on is null limit 1",
        slot,
        NoticeKind::AskBeforeMoving,
        on
    )?;
    Ok(row.is_some())
}

/// Puts a session in its new place; `false` when it has changed or ended meanwhile. What is asked for by health is asked anew.
pub async fn put(
    tx: &mut impl HasConn,
    slot: &Moving,
    (place, zone): (&NewPlace, Tz),
    status: SlotStatus,
) -> Result<bool, DbError> {
    let letter = if date_of(slot.starts_at, zone) == place.date {
        slot.label_letter.clone()
    } else {
        turn::letter(tx, (slot.facility_id, slot.id), Some(&slot.label_letter), day::span(place.date, zone)).await?
    };
    let touched = sql_exec!(
        tx,
        // What was moved by itself stays where it is when its series changes.
        "update custody_slot set room_id = $3, starts_at = $4, ends_at = $5, part = $6, status = $7, series_moved = $8, held_on = $9,
           label_letter = $10, version = version + 1
         where id = $1 and version = $2 and status in ('requested', 'confirmed')",
        slot.id,
        slot.version,
        place.room,
        place.starts_at,
        place.ends_at,
        place.part,
        status,
        true,
        place.date,
        letter.as_str()
    )?;
    Ok(touched == 1)
}

/// Asks health. One question at a time: the database refuses a second one while the first is open.
pub async fn ask(
    tx: &mut CustodyTx,
    slot: &Moving,
    id: MoveRequestId,
    (place, reason): (Option<&NewPlace>, CancelReason),
    (by, now): (UserId, DateTime<Utc>),
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_move_request (id, slot_id, facility_id, kind, room_id, part, starts_at, ends_at, reason, asked_by, asked_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)",
        id,
        slot.id,
        slot.facility_id,
        if place.is_some() { MoveKind::Move } else { MoveKind::Cancel },
        place.map(|place| place.room),
        place.map(|place| place.part),
        place.map(|place| place.starts_at),
        place.map(|place| place.ends_at),
        reason,
        by,
        now
    )?;
    Ok(())
}

/// The last question about a session.
pub async fn question(tx: &mut impl HasConn, slot: SlotId) -> Result<Option<Question>, DbError> {
    sql_optional!(
        tx,
        Question,
        "select q.id, q.kind, q.room_id, r.name as room, q.part, q.starts_at, q.ends_at, q.reason, q.asked_at, q.answer, q.answered_at, q.version
         from custody_move_request q left join custody_room r on r.id = q.room_id
         where q.slot_id = $1 order by case when q.answer is null then 0 else 1 end, q.asked_at desc, q.id limit 1",
        slot
    )
}
