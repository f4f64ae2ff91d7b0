//! Ways out of the house as questions to the database.

use chrono::{DateTime, Utc};

use super::model::{Away, Outing, OutingKind};
use crate::kit::db::{CustodyTx, DbError, HasConn};
use crate::kit::ids::{FacilityId, OutingId, PersonId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one};

/// Those under way and to come, the nearest first.
pub async fn list(
    tx: &mut CustodyTx,
    facility: FacilityId,
    now: DateTime<Utc>,
    offset: i64,
) -> Result<Vec<Outing>, DbError> {
    sql_all!(
        tx,
        Outing,
        "select o.id, o.kind, o.starts_at, o.ends_at, p.family_name, p.given_name, p.prison_number, w.code as wing,
           case when p.facility_id = o.facility_id then p.cell else '' end as cell,
           (select count(*) from custody_slot_person sp join custody_slot s on s.id = sp.slot_id
            where sp.person_id = o.person_id and sp.starts_at < o.ends_at and sp.ends_at > o.starts_at
              and s.status in ('requested', 'confirmed', 'in_progress')) as sessions
         from custody_outing o join custody_person p on p.id = o.person_id
           left join custody_wing w on w.id = p.wing_id and w.facility_id = o.facility_id
         where o.facility_id = $1 and o.ends_at > $2 and o.ended_at is null order by o.starts_at, p.sort_name, o.id
         limit $3 offset $4",
        facility,
        now,
        PAGE_SIZE,
        offset
    )
}

pub async fn size(tx: &mut CustodyTx, facility: FacilityId, now: DateTime<Utc>) -> Result<i64, DbError> {
    let (count,) = sql_one!(
        tx,
        (i64,),
        "select count(*) from custody_outing where facility_id = $1 and ends_at > $2 and ended_at is null",
        facility,
        now
    )?;
    Ok(count)
}

/// Who is away within a span, without the kind: for lists, which ask on the day only.
pub async fn away(
    tx: &mut impl HasConn,
    facility: FacilityId,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Away>, DbError> {
    sql_all!(
        tx,
        Away,
        "select person_id, starts_at, ends_at from custody_outing
         where facility_id = $1 and ends_at > $2 and starts_at < $3 and ended_at is null",
        facility,
        from,
        to
    )
}

/// A way about to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewOuting {
    pub id: OutingId,
    pub facility: FacilityId,
    pub person: PersonId,
    pub kind: OutingKind,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

/// Sent twice, it is there once.
pub async fn add(tx: &mut CustodyTx, new: &NewOuting) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_outing (id, facility_id, person_id, kind, starts_at, ends_at, created_by, created_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1) on conflict (id) do nothing",
        new.id,
        new.facility,
        new.person,
        new.kind,
        new.starts_at,
        new.ends_at,
        new.by,
        new.at
    )?;
    Ok(())
}

/// It does not take place, or is over early.
pub async fn end(tx: &mut CustodyTx, facility: FacilityId, id: OutingId, now: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update custody_outing set ended_at = $3, version = version + 1 where id = $1 and facility_id = $2 and ended_at is null",
        id,
        facility,
        now
    )?;
    Ok(())
}
