//! Rooms of facilities.

use std::collections::HashMap;

use super::fault::Fault;
use super::file::Sheet;
use super::known::Known;
use super::plan::{Fate, Made, Stamp};
use super::row::Row;
use crate::i18n::Msg;
use crate::kit::db::{Changes, DbError, HasConn, Rows};
use crate::kit::ids::{FacilityId, RoomId};
use crate::{cells, sql_all};

const KINDS: &[&str] = &["activity", "kitchen", "workshop", "garden", "gym", "interview", "ward", "classroom", "cell"];
const LARGEST: i32 = 500;

#[derive(sqlx::FromRow)]
struct Existing {
    id: RoomId,
    facility_id: FacilityId,
    code: String,
    name: String,
    kind: String,
    capacity: i32,
    usable_by_ot: bool,
}

pub async fn make(
    tx: &mut impl HasConn,
    sheet: &Sheet,
    known: &Known,
    stamp: &Stamp,
    faults: &mut Vec<Fault>,
) -> Result<Made, DbError> {
    let existing =
        sql_all!(tx, Existing, "select id, facility_id, code, name, kind, capacity, usable_by_ot from custody_room")?;
    let existing: HashMap<(FacilityId, String), Existing> =
        existing.into_iter().map(|room| ((room.facility_id, room.code.to_lowercase()), room)).collect();
    let mut rooms = Rows::new(
        "custody_room",
        &[
            "id",
            "facility_id",
            "code",
            "name",
            "kind",
            "capacity",
            "usable_by_ot",
            "created_by",
            "created_at",
            "version",
        ],
    );
    let mut changes = Changes::new(
        "update custody_room set name = $2, kind = $3, capacity = $4, usable_by_ot = $5, version = version + 1 where id = $1",
    );
    let mut lines: HashMap<(FacilityId, String), u64> = HashMap::new();
    let mut fates = Vec::new();
    for held in &sheet.rows {
        let mut row = Row::new(sheet, held, faults);
        let facility = known.facility(&mut row).map(|facility| facility.id);
        let code = row.required("code");
        let name = row.required("name");
        let kind = row.code("kind", KINDS);
        let capacity = row.number("capacity", 1, LARGEST);
        let usable = row.yes("usable_by_ot");
        let Some(facility) = facility.filter(|_| row.is_good()) else {
            fates.push(None);
            continue;
        };
        let key = (facility, code.to_lowercase());
        if let Some(line) = lines.insert(key.clone(), held.line) {
            row.fault("code", Msg::with("admin-fault-twice", [("n", line.into())]));
            fates.push(None);
            continue;
        }
        let there = existing.get(&key);
        let same = there.is_some_and(|there| {
            there.name == name && there.kind == kind && there.capacity == capacity && there.usable_by_ot == usable
        });
        fates.push(Some(Fate::of(there.is_some(), same)));
        match there {
            Some(there) if !same => changes.push(cells![there.id, name, kind, capacity, usable]),
            Some(_) => {}
            None => {
                let id: RoomId = stamp.clock.new_id();
                rooms.push(cells![
                    id,
                    facility,
                    code,
                    name,
                    kind,
                    capacity,
                    usable,
                    stamp.author(),
                    stamp.clock.now(),
                    1
                ]);
            }
        }
    }
    Ok(Made { fates, inserts: vec![rooms], changes: vec![changes], ..Made::default() })
}
