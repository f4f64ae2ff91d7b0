//! Facilities with their wings, and the building in which each is. A wing that is not in the file stays: people may be housed there.

use std::collections::HashMap;

use super::fault::Fault;
use super::file::Sheet;
use super::known::Known;
use super::plan::{Fate, Made, Stamp};
use super::row::Row;
use crate::cells;
use crate::i18n::{Lang, Msg};
use crate::kit::db::{Changes, Rows};
use crate::kit::ids::{FacilityId, WingId};

const KINDS: &[&str] = &["prison", "high_security", "forensic_institute", "special_institute"];
pub const LANGUAGES: &[&str] = &["en", "sq", "sr"];
/// A facility's code stands in cookies and file names.
const LONGEST_CODE: usize = 12;

pub fn make(sheet: &Sheet, known: &Known, stamp: &Stamp, faults: &mut Vec<Fault>) -> Made {
    let mut facilities = Rows::new(
        "custody_facility",
        &["id", "code", "name", "kind", "time_zone", "language", "created_by", "created_at", "version"],
    );
    let mut changes = Changes::new(
        "update custody_facility set name = $2, kind = $3, time_zone = $4, language = $5, version = version + 1 where id = $1",
    );
    let mut wings = Rows::new("custody_wing", &["id", "facility_id", "code", "name", "building"]);
    let mut moved = Changes::new("update custody_wing set building = $2 where id = $1");
    let mut lines: HashMap<String, u64> = HashMap::new();
    let mut fates = Vec::new();
    for held in &sheet.rows {
        let mut row = Row::new(sheet, held, faults);
        let code = row.required("code").to_uppercase();
        if code.len() > LONGEST_CODE || !code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            row.fault("code", Msg::with("admin-fault-short-code", [("n", LONGEST_CODE.into())]));
        }
        if let Some(line) = lines.insert(code.clone(), held.line) {
            row.fault("code", Msg::with("admin-fault-twice", [("n", line.into())]));
        }
        let name = row.required("name");
        let kind = row.code("kind", KINDS);
        let zone = row.required("time_zone");
        if !zone.is_empty() && zone.parse::<chrono_tz::Tz>().is_err() {
            row.fault("time_zone", Msg::new("admin-fault-zone"));
        }
        let language = row.code("language", LANGUAGES);
        let named = named_wings(&mut row);
        if !row.is_good() {
            fates.push(None);
            continue;
        }
        let there = known.by_code(&code);
        let id: FacilityId = there.map_or_else(|| stamp.clock.new_id(), |there| there.id);
        let same = there.is_some_and(|there| {
            there.name == name
                && there.kind == kind
                && there.time_zone == zone
                && Lang::from_code(&there.language) == Lang::from_code(language)
        });
        let mut same_wings = true;
        for (wing, building) in named {
            let held = there.and_then(|_| known.wing_named(id, &wing));
            match (held, building) {
                (Some((held, was)), Some(building)) if was != building => {
                    moved.push(cells![held, building]);
                    same_wings = false;
                }
                (Some(_), _) => {}
                (None, building) => {
                    same_wings = false;
                    let building = building.unwrap_or_default();
                    wings.push(cells![stamp.clock.new_id::<WingId>(), id, wing.clone(), wing, building]);
                }
            }
        }
        fates.push(Some(Fate::of(there.is_some(), same && same_wings)));
        if there.is_some() && !same {
            changes.push(cells![id, name, kind, zone, language]);
        } else if !same {
            facilities.push(cells![id, code, name, kind, zone, language, stamp.author(), stamp.clock.now(), 1]);
        }
    }
    Made { fates, inserts: vec![facilities, wings], changes: vec![changes, moved], ..Made::default() }
}

/// `A|B|C`, each named once, with its building where the file names as many.
fn named_wings(row: &mut Row<'_>) -> Vec<(String, Option<String>)> {
    let mut wings: Vec<String> = Vec::new();
    for wing in row.text("wings").split('|').map(str::trim).filter(|wing| !wing.is_empty()) {
        if wings.iter().any(|held| held.to_lowercase() == wing.to_lowercase()) {
            row.fault("wings", Msg::new("admin-fault-wing-twice"));
        }
        wings.push(wing.to_owned());
    }
    let buildings = row.text("buildings");
    if buildings.is_empty() {
        return wings.into_iter().map(|wing| (wing, None)).collect();
    }
    let buildings: Vec<&str> = buildings.split('|').map(str::trim).collect();
    if buildings.len() != wings.len() {
        row.fault("buildings", Msg::new("admin-fault-buildings"));
    }
    wings.into_iter().zip(buildings).map(|(wing, building)| (wing, Some(building.to_owned()))).collect()
}
