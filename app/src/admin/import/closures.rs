//! Closures of a facility or of one of its rooms. One that is there already, with the same room, kind and times, is the same.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::fault::Fault;
use super::file::Sheet;
use super::known::{Known, KnownFacility};
use super::plan::{Fate, Made, Stamp};
use super::row::Row;
use crate::custody::changes::house::Closed;
use crate::custody::places::ClosureKind;
use crate::custody::places::rules::{BadSpan, span};
use crate::i18n::Msg;
use crate::kit::db::{DbError, HasConn, Rows};
use crate::kit::ids::{ClosureId, FacilityId, RoomId};
use crate::{cells, sql_all};

const KINDS: &[&str] = &["holiday", "repairs", "inspection", "operational", "other"];

type Key = (FacilityId, Option<RoomId>, ClosureKind, DateTime<Utc>, DateTime<Utc>);

pub async fn make(
    tx: &mut impl HasConn,
    sheet: &Sheet,
    known: &Known,
    stamp: &Stamp,
    faults: &mut Vec<Fault>,
) -> Result<Made, DbError> {
    let rooms = sql_all!(tx, (RoomId, FacilityId, String), "select id, facility_id, code from custody_room")?;
    let rooms: HashMap<(FacilityId, String), RoomId> =
        rooms.into_iter().map(|(id, facility, code)| ((facility, code.to_lowercase()), id)).collect();
    let existing = sql_all!(
        tx,
        Key,
        "select facility_id, room_id, kind, starts_at, ends_at from custody_closure where ended_at is null"
    )?;
    let mut held_already: HashSet<Key> = existing.into_iter().collect();
    let mut rows = Rows::new(
        "custody_closure",
        &["id", "facility_id", "room_id", "kind", "starts_at", "ends_at", "created_by", "created_at", "version"],
    );
    let mut made = Made::default();
    for held in &sheet.rows {
        let mut row = Row::new(sheet, held, faults);
        let facility = known.facility(&mut row);
        let kind = ClosureKind::from_code(row.code("closure", KINDS)).unwrap_or(ClosureKind::Other);
        let room = row.get("room").to_lowercase();
        let room = match facility {
            Some(facility) if !room.is_empty() => {
                let found = rooms.get(&(facility.id, room)).copied();
                if found.is_none() {
                    row.fault("room", Msg::new("admin-fault-room"));
                }
                found
            }
            _ => None,
        };
        let times = facility.and_then(|facility| times(&mut row, facility));
        let (Some(facility), Some((starts_at, ends_at)), true) = (facility, times, row.is_good()) else {
            made.fates.push(None);
            continue;
        };
        let new = held_already.insert((facility.id, room, kind, starts_at, ends_at));
        made.fates.push(Some(Fate::of(!new, true)));
        if new {
            let (id, at): (ClosureId, _) = (stamp.clock.new_id(), stamp.clock.now());
            rows.push(cells![id, facility.id, room, kind.as_str(), starts_at, ends_at, stamp.author(), at, 1]);
            made.closed.push(Closed { facility: facility.id, room, starts_at, ends_at });
        }
    }
    made.inserts.push(rows);
    Ok(made)
}

/// From when to when by the clock of the facility; a file may also tell of what is past.
pub fn times(row: &mut Row<'_>, facility: &KnownFacility) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let (from, until) = (row.moment("starts"), row.moment("ends"));
    if !row.is_good() {
        return None;
    }
    match span(from, until, facility.zone(), DateTime::<Utc>::MIN_UTC) {
        Ok(times) => Some(times),
        Err(bad) => {
            let (column, key) = match bad {
                BadSpan::NoSuchTime => ("starts", "places-no-such-time"),
                BadSpan::TooLong => ("ends", "places-too-long"),
                BadSpan::Order | BadSpan::Past => ("ends", "admin-fault-order"),
            };
            row.fault(column, Msg::new(key));
            None
        }
    }
}
