//! Calendars and the sessions in them, as questions to the database.

use chrono::{DateTime, Utc};

use super::FeedKind;
use crate::custody::slots::SlotStatus;
use crate::kit::db::{DbError, HasConn, SystemTx};
use crate::kit::ids::{FacilityId, FeedId, RoomId, SlotId, UserId};
use crate::{sql_all, sql_exec, sql_optional};

/// A calendar as its owner lists it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Feed {
    pub id: FeedId,
    pub kind: FeedKind,
    pub facility: String,
    pub room: Option<String>,
    pub created_at: DateTime<Utc>,
    pub fetched_at: Option<DateTime<Utc>>,
}

pub async fn of_user(tx: &mut SystemTx, user: UserId) -> Result<Vec<Feed>, DbError> {
    sql_all!(
        tx,
        Feed,
        "select a.id, a.kind, f.name as facility, r.name as room, a.created_at, a.fetched_at
         from access_feed a join custody_facility f on f.id = a.facility_id left join custody_room r on r.id = a.room_id
         where a.user_id = $1 and a.revoked_at is null order by a.created_at, a.id",
        user
    )
}

/// What an address opens.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Opened {
    pub id: FeedId,
    pub user_id: UserId,
    pub kind: FeedKind,
    pub facility_id: FacilityId,
    pub room_id: Option<RoomId>,
    pub room: Option<String>,
    pub revoked_at: Option<DateTime<Utc>>,
}

pub async fn by_token(tx: &mut SystemTx, hash: &[u8]) -> Result<Option<Opened>, DbError> {
    sql_optional!(
        tx,
        Opened,
        "select a.id, a.user_id, a.kind, a.facility_id, a.room_id, r.name as room, a.revoked_at
         from access_feed a left join custody_room r on r.id = a.room_id where a.token_hash = $1",
        hash
    )
}

pub async fn mark_fetched(tx: &mut SystemTx, id: FeedId, at: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(tx, "update access_feed set fetched_at = $2 where id = $1", id, at)?;
    Ok(())
}

/// A calendar that is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub kind: FeedKind,
    pub facility: FacilityId,
    pub room: Option<RoomId>,
}

/// A new address; the one that the same calendar had before stops.
pub async fn make(
    tx: &mut SystemTx,
    (id, user): (FeedId, UserId),
    wanted: Wanted,
    hash: &[u8],
    at: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update access_feed set revoked_at = $5
         where user_id = $1 and kind = $2 and facility_id = $3 and (room_id = $4 or kind <> 'room') and revoked_at is null",
        user,
        wanted.kind,
        wanted.facility,
        wanted.room,
        at
    )?;
    sql_exec!(
        tx,
        "insert into access_feed (id, user_id, kind, facility_id, room_id, token_hash, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
        id,
        user,
        wanted.kind,
        wanted.facility,
        wanted.room,
        hash,
        at
    )?;
    Ok(())
}

pub async fn revoke(tx: &mut SystemTx, user: UserId, id: FeedId, at: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update access_feed set revoked_at = $3 where id = $1 and user_id = $2 and revoked_at is null",
        id,
        user,
        at
    )?;
    Ok(())
}

/// The rooms of a facility that sessions are held in.
pub async fn rooms(tx: &mut SystemTx, facility: FacilityId) -> Result<Vec<(RoomId, String)>, DbError> {
    sql_all!(
        tx,
        (RoomId, String),
        "select id, name from custody_room where facility_id = $1 and usable_by_ot = $2 order by name, id",
        facility,
        true
    )
}

/// A session as a calendar shows it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct FeedSlot {
    pub id: SlotId,
    pub room: String,
    pub label_letter: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub status: SlotStatus,
    pub created_at: DateTime<Utc>,
    pub version: i32,
}

/// Of a facility, or of one room or one practitioner of it.
pub async fn slots(
    tx: &mut impl HasConn,
    facility: FacilityId,
    (room, practitioner): (Option<RoomId>, Option<UserId>),
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<FeedSlot>, DbError> {
    sql_all!(
        tx,
        FeedSlot,
        "select s.id, r.name as room, s.label_letter, s.starts_at, s.ends_at, s.status, s.created_at, s.version
         from custody_slot s join custody_room r on r.id = s.room_id
         where s.facility_id = $1 and s.starts_at >= $2 and s.starts_at < $3 and ($4 is null or s.room_id = $4)
           and ($5 is null or s.practitioner_id = $5)
         order by s.starts_at, s.id",
        facility,
        from,
        to,
        room,
        practitioner
    )
}
