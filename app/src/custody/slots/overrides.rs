//! Refusals that somebody has set aside for one slot, with a reason out of a closed list: corrections for a closure of theirs,
//! health for a notice of its own. Everything else that the database refuses nobody sets aside.

use chrono::{DateTime, Utc};

use super::model::{OverrideKind, OverrideReason};
use crate::kit::db::{DbError, HasConn};
use crate::kit::ids::{FacilityId, OverrideId, PersonId, RoomId, SlotId, UserId};
use crate::{sql_all, sql_exec};

/// One refusal set aside. It holds for the room and the time it was given for.
#[derive(Debug, Clone, Copy)]
pub struct NewOverride {
    pub id: OverrideId,
    pub slot: SlotId,
    pub facility: FacilityId,
    pub kind: OverrideKind,
    pub person: Option<PersonId>,
    pub reason: OverrideReason,
    pub room: RoomId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

pub async fn add(tx: &mut impl HasConn, new: &NewOverride) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_override (id, slot_id, facility_id, kind, person_id, reason, room_id, starts_at, ends_at, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        new.id,
        new.slot,
        new.facility,
        new.kind,
        new.person,
        new.reason,
        new.room,
        new.starts_at,
        new.ends_at,
        new.by,
        new.at
    )?;
    Ok(())
}

/// What was set aside for a slot, by whom and why.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Overridden {
    pub kind: OverrideKind,
    pub reason: OverrideReason,
    pub family_name: Option<String>,
    pub given_name: Option<String>,
    pub by_name: String,
    pub created_at: DateTime<Utc>,
}

pub async fn of_slot(tx: &mut impl HasConn, slot: SlotId) -> Result<Vec<Overridden>, DbError> {
    sql_all!(
        tx,
        Overridden,
        "select o.kind, o.reason, p.family_name, p.given_name, u.display_name as by_name, o.created_at
         from custody_override o join access_user u on u.id = o.created_by left join custody_person p on p.id = o.person_id
         where o.slot_id = $1 order by o.created_at, o.id",
        slot
    )
}
