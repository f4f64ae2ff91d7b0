//! The board and its slots, as questions to the database. Every list is one statement, however long it is.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{BoardRoom, BoardSlot, CancelReason, CancelSide, Escort, RegimePart, Slot, SlotPerson, SlotStatus};
use crate::custody::notices::NoticeOf;
use crate::custody::people::{AlertOf, ApartFrom, Cautions};
use crate::kit::db::{CustodyTx, DbError};
use crate::kit::ids::{FacilityId, SlotId};
use crate::{sql_all, sql_exec, sql_optional};

/// The regime of one ISO weekday, in the order of the day.
pub async fn regime(tx: &mut CustodyTx, facility: FacilityId, weekday: i32) -> Result<Vec<RegimePart>, DbError> {
    sql_all!(
        tx,
        RegimePart,
        "select part, start_minute, end_minute from custody_regime where facility_id = $1 and weekday = $2 order by start_minute",
        facility,
        weekday
    )
}

pub async fn rooms(tx: &mut CustodyTx, facility: FacilityId) -> Result<Vec<BoardRoom>, DbError> {
    sql_all!(
        tx,
        BoardRoom,
        "select id, name, capacity, usable_by_ot from custody_room where facility_id = $1 order by name, id",
        facility
    )
}

/// Every slot that begins within the span, ended ones included.
pub async fn slots_between(
    tx: &mut CustodyTx,
    facility: FacilityId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<BoardSlot>, DbError> {
    sql_all!(
        tx,
        BoardSlot,
        "select s.id, s.room_id, s.starts_at, s.ends_at, s.part, s.label_letter, s.status, s.cancel_reason, s.escort_officers,
           s.escort_mode, s.version, s.practitioner_id,
           u.display_name as practitioner, (select count(*) from custody_slot_person p where p.slot_id = s.id) as people
         from custody_slot s join access_user u on u.id = s.practitioner_id
         where s.facility_id = $1 and s.starts_at >= $2 and s.starts_at < $3 order by s.starts_at, s.label_letter, s.id",
        facility,
        from,
        to
    )
}

pub async fn slot(tx: &mut CustodyTx, id: SlotId) -> Result<Option<Slot>, DbError> {
    sql_optional!(
        tx,
        Slot,
        "select s.id, s.facility_id, s.room_id, r.name as room, r.capacity, s.kit_id, u.display_name as practitioner, s.starts_at, s.ends_at, s.part,
           s.label_letter, s.status, s.cancel_reason, s.escort_officers, s.escort_mode, s.created_at, s.version
         from custody_slot s join custody_room r on r.id = s.room_id join access_user u on u.id = s.practitioner_id
         where s.id = $1",
        id
    )
}

/// Whom a session calls. Of somebody who has moved to another facility it is told that he is gone, and not where he lives there.
pub async fn people(tx: &mut CustodyTx, slot: SlotId) -> Result<Vec<SlotPerson>, DbError> {
    sql_all!(
        tx,
        SlotPerson,
        "select p.id as person_id, p.family_name, p.given_name, p.prison_number, w.code as wing,
           case when p.facility_id = sp.facility_id then p.cell else '' end as cell,
           case when p.facility_id = sp.facility_id then p.presence else 'transferred' end as presence, sp.movement,
           sp.custody_reason, sp.moved_at
         from custody_slot_person sp join custody_person p on p.id = sp.person_id
           left join custody_wing w on w.id = p.wing_id and w.facility_id = sp.facility_id
         where sp.slot_id = $1 order by p.sort_name, p.id",
        slot
    )
}

/// Alerts and notices that hold on the day, and whom each person must not meet in the same facility.
pub async fn cautions(tx: &mut CustodyTx, slot: &Slot, date: NaiveDate) -> Result<Cautions, DbError> {
    let alerts = sql_all!(
        tx,
        AlertOf,
        "select a.person_id, a.kind from custody_alert a join custody_slot_person sp on sp.person_id = a.person_id
         where sp.slot_id = $1 and a.starts_on <= $2 and (a.ends_on is null or a.ends_on >= $2) order by a.person_id, a.kind",
        slot.id,
        date
    )?;
    let apart = sql_all!(
        tx,
        ApartFrom,
        "select k.person_a as person_id, o.prison_number
         from custody_slot_person sp join custody_keep_apart k on k.person_a = sp.person_id join custody_person o on o.id = k.person_b
         where sp.slot_id = $1 and o.facility_id = $3 and k.starts_on <= $2 and (k.ends_on is null or k.ends_on >= $2)
         union
         select k.person_b as person_id, o.prison_number
         from custody_slot_person sp join custody_keep_apart k on k.person_b = sp.person_id join custody_person o on o.id = k.person_a
         where sp.slot_id = $1 and o.facility_id = $3 and k.starts_on <= $2 and (k.ends_on is null or k.ends_on >= $2)
         order by 1, 2",
        slot.id,
        date,
        slot.facility_id
    )?;
    let notices = sql_all!(
        tx,
        NoticeOf,
        "select n.person_id, n.kind, n.number, n.tool_class, n.language
         from custody_slot_person sp join custody_notice n on n.person_id = sp.person_id
         where sp.slot_id = $1 and n.facility_id = $3 and n.starts_on <= $2 and n.expires_on >= $2 and n.ended_on is null
         order by n.person_id, n.kind, n.id",
        slot.id,
        date,
        slot.facility_id
    )?;
    Ok(Cautions::new(alerts, apart).with_notices(notices))
}

/// Writes a decision onto the version it was made about; `false` when that is no longer the newest.
pub async fn decide(
    tx: &mut CustodyTx,
    slot: &Slot,
    status: SlotStatus,
    reason: Option<CancelReason>,
    escort: Option<Escort>,
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_slot set status = $3, cancel_side = $4, cancel_reason = $5, escort_officers = $6, escort_mode = $7,
           version = version + 1
         where id = $1 and version = $2",
        slot.id,
        slot.version,
        status,
        reason.map(|_| CancelSide::Custody),
        reason,
        escort.map_or(slot.escort_officers, Escort::officers),
        escort.map_or(slot.escort_mode, Escort::mode)
    )?;
    Ok(touched == 1)
}
