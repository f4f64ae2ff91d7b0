//! Printed lists, as questions to the database. A day of a facility is read in the same few statements however many are called.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{CurrentRow, ListBody, ListHead, ListKey, NewList, Seen, ToolOf};
use crate::custody::notices::NoticeOf;
use crate::custody::people::{AlertOf, ApartFrom, Cautions};
use crate::kit::db::{CustodyTx, DbError, HasConn};
use crate::kit::ids::{FacilityId, ListId, UserId};
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// Everybody whom a facility's day calls, in the order in which an officer walks. Requests and what was declined are on no list;
/// what was cancelled stays, so that a printed list can be compared. Of somebody who has moved to another facility it is told that
/// he is gone, and nothing of where and how he lives there.
pub const DAY: &str = "select s.id as slot_id, p.id as person_id, p.family_name, p.given_name, p.prison_number, w.id as wing_id, w.code as wing,
       case when p.facility_id = s.facility_id then p.cell else '' end as cell,
       case when p.facility_id = s.facility_id then p.presence else 'transferred' end as presence,
       (p.facility_id <> s.facility_id) as is_elsewhere, s.starts_at, s.ends_at, s.part, s.label_letter, s.status, s.cancel_reason, s.escort_officers, s.escort_mode, s.room_id,
       r.name as room, r.kind as room_kind, sp.movement, sp.custody_reason, sp.moved_at, sp.version,
       (select max(m.recorded_at) from custody_movement m where m.slot_id = sp.slot_id and m.person_id = sp.person_id) as marked_at
     from custody_slot s join custody_slot_person sp on sp.slot_id = s.id join custody_person p on p.id = sp.person_id
       join custody_room r on r.id = s.room_id left join custody_wing w on w.id = p.wing_id and w.facility_id = s.facility_id
     where s.facility_id = $1 and s.starts_at >= $2 and s.starts_at < $3
       and s.status in ('confirmed', 'in_progress', 'completed', 'cancelled', 'not_held')
     order by s.starts_at, p.cell, p.sort_name, p.id";

/// One day of one facility.
#[derive(Debug, Clone, Copy)]
pub struct Day {
    pub facility: FacilityId,
    pub date: NaiveDate,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
}

pub async fn day(tx: &mut impl HasConn, day: &Day) -> Result<Vec<CurrentRow>, DbError> {
    sql_all!(tx, CurrentRow, DAY, day.facility, day.from, day.to)
}

/// What goes to the day's sessions and must come back, by its name and number.
pub async fn tools(tx: &mut CustodyTx, day: &Day) -> Result<Vec<ToolOf>, DbError> {
    sql_all!(
        tx,
        ToolOf,
        "select s.id as slot_id, k.count, t.name_en, t.name_sq, t.name_sr
         from custody_slot s join custody_kit_tool k on k.kit_id = s.kit_id join custody_tool t on t.code = k.tool_code
         where s.facility_id = $1 and s.starts_at >= $2 and s.starts_at < $3 order by s.id, t.code",
        day.facility,
        day.from,
        day.to
    )
}

/// What an officer must know of those who are called on the day: alerts, whom to keep apart among them, notices.
pub async fn cautions(tx: &mut CustodyTx, day: &Day) -> Result<Cautions, DbError> {
    let alerts = sql_all!(
        tx,
        AlertOf,
        "select a.person_id, a.kind from custody_alert a
         where a.facility_id = $1 and a.starts_on <= $2 and (a.ends_on is null or a.ends_on >= $2) order by a.person_id, a.kind",
        day.facility,
        day.date
    )?;
    let apart = sql_all!(
        tx,
        ApartFrom,
        "with listed as (
           select sp.person_id from custody_slot_person sp join custody_slot s on s.id = sp.slot_id
           where sp.facility_id = $1 and sp.starts_at >= $2 and sp.starts_at < $3 and s.status in ('confirmed', 'in_progress', 'completed'))
         select k.person_a as person_id, o.prison_number from custody_keep_apart k join custody_person o on o.id = k.person_b
         where k.facility_id = $1 and k.starts_on <= $4 and (k.ends_on is null or k.ends_on >= $4)
           and k.person_a in (select person_id from listed) and k.person_b in (select person_id from listed)
         union
         select k.person_b as person_id, o.prison_number from custody_keep_apart k join custody_person o on o.id = k.person_a
         where k.facility_id = $1 and k.starts_on <= $4 and (k.ends_on is null or k.ends_on >= $4)
           and k.person_a in (select person_id from listed) and k.person_b in (select person_id from listed)
         order by 1, 2",
        day.facility,
        day.from,
        day.to,
        day.date
    )?;
    let notices = sql_all!(
        tx,
        NoticeOf,
        "select n.person_id, n.kind, n.number, n.tool_class, n.language from custody_notice n
         where n.facility_id = $1 and n.starts_on <= $2 and n.expires_on >= $2 and n.ended_on is null
         order by n.person_id, n.kind, n.id",
        day.facility,
        day.date
    )?;
    Ok(Cautions::new(alerts, apart).with_notices(notices))
}

/// The head of a print, with the newest version of its list.
macro_rules! heads {
    ($rest:literal) => {
        concat!(
            "select l.id, l.facility_id, l.number, l.version, l.kind, l.wing_id, w.name as wing, l.room_id, r.name as room, l.person_id,
               l.held_on, l.part, u.display_name as printed_by, l.printed_at,
               (select max(n.version) from custody_list n where n.facility_id = l.facility_id and n.number = l.number) as newest
             from custody_list l join access_user u on u.id = l.printed_by
               left join custody_wing w on w.id = l.wing_id left join custody_room r on r.id = l.room_id ",
            $rest
        )
    };
}

pub async fn head(tx: &mut CustodyTx, id: ListId) -> Result<Option<ListHead>, DbError> {
    sql_optional!(tx, ListHead, heads!("where l.id = $1"), id)
}

/// The newest print of each list of a day.
pub async fn heads(tx: &mut CustodyTx, facility: FacilityId, date: NaiveDate) -> Result<Vec<ListHead>, DbError> {
    sql_all!(
        tx,
        ListHead,
        heads!(
            "where l.facility_id = $1 and l.held_on = $2
               and l.version = (select max(n.version) from custody_list n where n.facility_id = l.facility_id and n.number = l.number)
             order by l.number desc"
        ),
        facility,
        date
    )
}

/// The newest print of the list with that number.
pub async fn by_number(tx: &mut CustodyTx, facility: FacilityId, number: i32) -> Result<Option<ListHead>, DbError> {
    sql_optional!(
        tx,
        ListHead,
        heads!("where l.facility_id = $1 and l.number = $2 order by l.version desc limit 1"),
        facility,
        number
    )
}

/// The other prints of the same list, the newest first.
pub async fn versions(tx: &mut CustodyTx, facility: FacilityId, number: i32) -> Result<Vec<ListHead>, DbError> {
    sql_all!(
        tx,
        ListHead,
        heads!("where l.facility_id = $1 and l.number = $2 order by l.version desc"),
        facility,
        number
    )
}

pub async fn body(tx: &mut CustodyTx, id: ListId) -> Result<Option<ListBody>, DbError> {
    sql_optional!(
        tx,
        ListBody,
        "select person_text, staff_text, one_to_a_page, language, printed_rows from custody_list where id = $1",
        id
    )
}

/// The rows of the newest print of each list of a day, for those who look after all of them.
pub async fn printed_rows(
    tx: &mut CustodyTx,
    facility: FacilityId,
    date: NaiveDate,
) -> Result<Vec<(ListId, String)>, DbError> {
    sql_all!(
        tx,
        (ListId, String),
        "select l.id, l.printed_rows from custody_list l where l.facility_id = $1 and l.held_on = $2
           and l.version = (select max(n.version) from custody_list n where n.facility_id = l.facility_id and n.number = l.number)",
        facility,
        date
    )
}

/// Number and version of the next print of a list.
pub async fn next(tx: &mut impl HasConn, key: &ListKey) -> Result<(i32, i32), DbError> {
    let held = sql_optional!(
        tx,
        (i32, i32),
        "select number, version from custody_list
         where facility_id = $1 and held_on = $2 and part = $3 and kind = $4 and coalesce(wing_id, facility_id) = $5
           and coalesce(room_id, facility_id) = $6 and coalesce(person_id, facility_id) = $7
         order by version desc limit 1",
        key.facility,
        key.date,
        key.part,
        key.kind,
        key.wing.map_or(key.facility.0, |wing| wing.0),
        key.room.map_or(key.facility.0, |room| room.0),
        key.person.map_or(key.facility.0, |person| person.0)
    )?;
    if let Some((number, version)) = held {
        return Ok((number, version + 1));
    }
    let (most,) =
        sql_one!(tx, (i32,), "select coalesce(max(number), 0) from custody_list where facility_id = $1", key.facility)?;
    Ok((most + 1, 1))
}

pub async fn keep(tx: &mut impl HasConn, new: &NewList, (number, version): (i32, i32)) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_list (id, facility_id, number, version, kind, wing_id, room_id, person_id, held_on, part, language, person_text,
           staff_text, one_to_a_page, printed_rows, printed_by, printed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        new.id,
        new.key.facility,
        number,
        version,
        new.key.kind,
        new.key.wing,
        new.key.room,
        new.key.person,
        new.key.date,
        new.key.part,
        new.language,
        &new.words.person,
        &new.words.staff,
        new.words.one_to_a_page,
        &new.rows,
        new.by,
        new.at
    )?;
    Ok(())
}

/// Who has seen changes of the day's lists, the latest first.
pub async fn seen(tx: &mut CustodyTx, facility: FacilityId, date: NaiveDate) -> Result<Vec<Seen>, DbError> {
    sql_all!(
        tx,
        Seen,
        "select s.list_id, s.digest, u.display_name as name, s.seen_at
         from custody_list l join custody_list_seen s on s.list_id = l.id join access_user u on u.id = s.seen_by
         where l.facility_id = $1 and l.held_on = $2 order by s.seen_at desc, s.id",
        facility,
        date
    )
}

/// The same changes seen twice by one user are one row.
pub async fn see(
    tx: &mut impl HasConn,
    id: uuid::Uuid,
    list: ListId,
    (digest, changes): (&str, i32),
    by: UserId,
    at: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_list_seen (id, list_id, digest, changes, seen_by, seen_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (list_id, seen_by, digest) do nothing",
        id,
        list,
        digest,
        changes,
        by,
        at
    )?;
    Ok(())
}
