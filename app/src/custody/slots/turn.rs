//! Bookings of one facility come one after the other, and locks are always taken in the same order, so that no two transactions
//! wait for each other:
//!
//! 1. the facility's turn: lock 20, shared by bookings and held alone by a lockdown, then lock 18, held alone by a booking;
//! 2. rows of sessions, then of their people and claims.
//!
//! Whatever books, moves, confirms, restores or ends several sessions takes its turn before it touches a row. The triggers of the
//! database ask for the same two locks, and by then find them held. A lockdown takes lock 20 with its own row, before it reads
//! which sessions it ends. `SQLite` has one writer, who needs no locks.

use chrono::{DateTime, Utc};

use super::rules;
use crate::kit::db::{Conn, DbError, HasConn};
use crate::kit::ids::{FacilityId, SlotId};
use crate::{sql_all, sql_exec};

pub async fn take(tx: &mut impl HasConn, facility: FacilityId) -> Result<(), DbError> {
    if matches!(tx.conn(), Conn::Postgres(_)) {
        for lock in [
            "select pg_advisory_xact_lock_shared(hashtextextended($1::uuid::text, 20))",
            "select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 18))",
        ] {
            sql_exec!(tx, lock, facility)?;
        }
    }
    Ok(())
}

/// The letter of a session on the day that lies between two instants: its own where nobody else has that, else the next one.
pub async fn letter(
    tx: &mut impl HasConn,
    (facility, slot): (FacilityId, SlotId),
    own: Option<&str>,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<String, DbError> {
    let taken = sql_all!(
        tx,
        (String,),
        "select label_letter from custody_slot where facility_id = $1 and starts_at >= $2 and starts_at < $3 and id <> $4",
        facility,
        from,
        to,
        slot
    )?;
    let taken: Vec<String> = taken.into_iter().map(|(letter,)| letter).collect();
    Ok(rules::free_letter(&taken, own))
}
