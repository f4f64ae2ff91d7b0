//! The unlock list and its marks, as questions to the database. A list is the same few statements however long it is.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::model::{Correction, KeptMark, Marked, PersonAt, RowKey, UnlockRow, Wing};
use crate::custody::notices::NoticeOf;
use crate::custody::people::{AlertOf, ApartFrom, Cautions};
use crate::custody::slots::{CustodyReason, Movement, Part};
use crate::kit::db::{CustodyTx, DbError, HasConn};
use crate::kit::ids::{FacilityId, ListId, PersonId, SlotId, UserId, WingId};
use crate::{sql_all, sql_exec, sql_optional};

/// One part of one day of one wing.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    pub facility: FacilityId,
    pub wing: WingId,
    pub date: NaiveDate,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
    pub part: Part,
}

/// Every wing, with the number of people that the part of the day calls from it.
pub async fn wings(tx: &mut CustodyTx, span: &Span) -> Result<Vec<Wing>, DbError> {
    sql_all!(
        tx,
        Wing,
        "select w.id, w.name, count(distinct called.person_id) as people
         from custody_wing w left join (
           select p.wing_id, p.id as person_id
           from custody_slot s join custody_slot_person sp on sp.slot_id = s.id join custody_person p on p.id = sp.person_id
           where s.facility_id = $1 and s.starts_at >= $2 and s.starts_at < $3 and s.part = $4
             and s.status in ('confirmed', 'in_progress', 'completed')) called on called.wing_id = w.id
         where w.facility_id = $1 group by w.id, w.name, w.code order by w.code, w.id",
        span.facility,
        span.from,
        span.to,
        span.part
    )
}

/// The wing that comes first.
pub async fn first_wing(tx: &mut CustodyTx, facility: FacilityId) -> Result<Option<WingId>, DbError> {
    let row = sql_optional!(
        tx,
        (WingId,),
        "select id from custody_wing where facility_id = $1 order by code, id limit 1",
        facility
    )?;
    Ok(row.map(|(id,)| id))
}

/// Who is called, in the order in which an officer walks: by time, then along the cells. Requests and what was declined are on
/// no list; what was cancelled stays, so that a printed list can be compared.
pub async fn rows(tx: &mut CustodyTx, span: &Span) -> Result<Vec<UnlockRow>, DbError> {
    sql_all!(
        tx,
        UnlockRow,
        "select s.id as slot_id, p.id as person_id, p.family_name, p.given_name, p.prison_number, p.cell, p.presence,
           s.starts_at, s.ends_at, s.label_letter, s.status, s.cancel_reason, s.escort_officers, s.escort_mode,
           r.name as room, r.kind as room_kind, sp.movement, sp.custody_reason, sp.moved_at, sp.version
         from custody_slot s join custody_slot_person sp on sp.slot_id = s.id join custody_person p on p.id = sp.person_id
           join custody_room r on r.id = s.room_id
         where s.facility_id = $1 and s.starts_at >= $2 and s.starts_at < $3 and s.part = $4 and p.wing_id = $5
           and s.status in ('confirmed', 'in_progress', 'completed', 'cancelled', 'not_held')
         order by s.starts_at, p.cell, p.sort_name, p.id",
        span.facility,
        span.from,
        span.to,
        span.part,
        span.wing
    )
}

/// Alerts that hold on the day, and numbers of those to keep apart from who are on any wing's list of the same part: only
/// then can the two meet on the way. And what health has told of those who live there.
pub async fn cautions(tx: &mut CustodyTx, span: &Span) -> Result<Cautions, DbError> {
    let alerts = sql_all!(
        tx,
        AlertOf,
        "select a.person_id, a.kind from custody_alert a join custody_person p on p.id = a.person_id
         where p.wing_id = $1 and a.starts_on <= $2 and (a.ends_on is null or a.ends_on >= $2) order by a.person_id, a.kind",
        span.wing,
        span.date
    )?;
    let apart = sql_all!(
        tx,
        ApartFrom,
        "with listed as (
           select sp.person_id from custody_slot s join custody_slot_person sp on sp.slot_id = s.id
           where s.facility_id = $1 and s.starts_at >= $2 and s.starts_at < $3 and s.part = $4
             and s.status in ('confirmed', 'in_progress', 'completed'))
         select k.person_a as person_id, o.prison_number
         from custody_keep_apart k join custody_person me on me.id = k.person_a join custody_person o on o.id = k.person_b
         where me.wing_id = $5 and k.person_a in (select person_id from listed) and k.person_b in (select person_id from listed)
           and k.starts_on <= $6 and (k.ends_on is null or k.ends_on >= $6)
         union
         select k.person_b as person_id, o.prison_number
         from custody_keep_apart k join custody_person me on me.id = k.person_b join custody_person o on o.id = k.person_a
         where me.wing_id = $5 and k.person_b in (select person_id from listed) and k.person_a in (select person_id from listed)
           and k.starts_on <= $6 and (k.ends_on is null or k.ends_on >= $6)
         order by 1, 2",
        span.facility,
        span.from,
        span.to,
        span.part,
        span.wing,
        span.date
    )?;
    let notices = sql_all!(
        tx,
        NoticeOf,
        "select n.person_id, n.kind, n.number, n.tool_class, n.language
         from custody_notice n join custody_person p on p.id = n.person_id
         where n.facility_id = $1 and p.wing_id = $2 and n.starts_on <= $3 and n.expires_on >= $3 and n.ended_on is null
         order by n.person_id, n.kind, n.id",
        span.facility,
        span.wing,
        span.date
    )?;
    Ok(Cautions::new(alerts, apart).with_notices(notices))
}

/// The row as it stands. A person who has moved to another facility is no longer the old one's to mark.
pub async fn marked(tx: &mut CustodyTx, key: RowKey) -> Result<Option<Marked>, DbError> {
    sql_optional!(
        tx,
        Marked,
        "select s.facility_id, s.starts_at, s.part, s.status, sp.movement, sp.custody_reason, sp.moved_at, sp.version,
           (select max(m.recorded_at) from custody_movement m where m.slot_id = sp.slot_id and m.person_id = sp.person_id) as marked_at
         from custody_slot_person sp join custody_slot s on s.id = sp.slot_id
           join custody_person p on p.id = sp.person_id and p.facility_id = s.facility_id
         where sp.slot_id = $1 and sp.person_id = $2",
        key.slot,
        key.person
    )
}

/// When the movement that an undone mark leads back to was made.
pub async fn made_at(tx: &mut CustodyTx, key: RowKey, movement: Movement) -> Result<Option<DateTime<Utc>>, DbError> {
    Ok(sql_optional!(
        tx,
        (DateTime<Utc>,),
        "select at from custody_movement where slot_id = $1 and person_id = $2 and movement = $3
         order by recorded_at desc, id desc limit 1",
        key.slot,
        key.person,
        movement
    )?
    .map(|(at,)| at))
}

/// A movement about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewMovement {
    pub id: Uuid,
    pub movement: Movement,
    pub reason: Option<CustodyReason>,
    pub at: DateTime<Utc>,
    pub recorded_by: UserId,
    pub recorded_at: DateTime<Utc>,
    pub mark_id: Option<Uuid>,
    pub list: Option<ListId>,
    pub correction: Option<Correction>,
}

/// Sets the row's state and keeps the movement; `false` when the row is no longer of the version that was seen.
pub async fn mark(tx: &mut impl HasConn, key: RowKey, new: &NewMovement) -> Result<bool, DbError> {
    let moved_at = (new.movement != Movement::Expected).then_some(new.at);
    let touched = sql_exec!(
        tx,
        "update custody_slot_person set movement = $4, custody_reason = $5, moved_at = $6, version = version + 1
         where slot_id = $1 and person_id = $2 and version = $3",
        key.slot,
        key.person,
        key.version,
        new.movement,
        new.reason,
        moved_at
    )?;
    if touched == 0 {
        return Ok(false);
    }
    sql_exec!(
        tx,
        "insert into custody_movement (id, slot_id, person_id, movement, custody_reason, at, recorded_by, recorded_at, mark_id, row_version,
           list_id, correction)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        new.id,
        key.slot,
        key.person,
        new.movement,
        new.reason,
        new.at,
        new.recorded_by,
        new.recorded_at,
        new.mark_id,
        key.version + 1,
        new.list,
        new.correction
    )?;
    follow(tx, key.slot).await?;
    Ok(true)
}

/// With the first who arrives a session is under way, and no longer once that mark is taken back. Nobody decides that, so the
/// version stays: a form that somebody has open is not made old by it.
async fn follow(tx: &mut impl HasConn, slot: SlotId) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update custody_slot set status = case status when 'confirmed' then 'in_progress' else 'confirmed' end
         where id = $1 and status in ('confirmed', 'in_progress')
           and (status = 'confirmed') = exists (select 1 from custody_slot_person sp where sp.slot_id = custody_slot.id
                                                and sp.movement in ('arrived', 'arrived_late', 'returned'))",
        slot
    )?;
    Ok(())
}

/// The version that a phone's mark made of its row, when the mark is here already.
pub async fn by_phone(tx: &mut CustodyTx, key: RowKey, mark: Uuid) -> Result<Option<i32>, DbError> {
    Ok(sql_optional!(
        tx,
        (i32,),
        "select row_version from custody_movement where mark_id = $1 and slot_id = $2 and person_id = $3",
        mark,
        key.slot,
        key.person
    )?
    .map(|(version,)| version))
}

/// Every mark of one person at one session, the first first.
pub async fn history(tx: &mut CustodyTx, slot: SlotId, person: PersonId) -> Result<Vec<KeptMark>, DbError> {
    sql_all!(
        tx,
        KeptMark,
        "select m.movement, m.custody_reason, m.at, m.recorded_at, u.display_name as recorded_by, (m.mark_id is not null) as by_phone,
           l.number as list_number, m.correction
         from custody_movement m join access_user u on u.id = m.recorded_by left join custody_list l on l.id = m.list_id
         where m.slot_id = $1 and m.person_id = $2 order by m.recorded_at, m.id",
        slot,
        person
    )
}

/// One person at one session of the facility that the person is in.
pub async fn person_at(tx: &mut CustodyTx, slot: SlotId, person: PersonId) -> Result<Option<PersonAt>, DbError> {
    sql_optional!(
        tx,
        PersonAt,
        "select p.family_name, p.given_name, p.prison_number, w.code as wing, p.cell, s.facility_id, r.name as room, s.starts_at, s.ends_at,
           s.label_letter, sp.movement, sp.custody_reason, sp.moved_at, sp.came, sp.version
         from custody_slot_person sp join custody_slot s on s.id = sp.slot_id join custody_room r on r.id = s.room_id
           join custody_person p on p.id = sp.person_id and p.facility_id = s.facility_id left join custody_wing w on w.id = p.wing_id
         where sp.slot_id = $1 and sp.person_id = $2",
        slot,
        person
    )
}
