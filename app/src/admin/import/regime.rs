//! The day's regime: when each part begins and ends, by facility and weekday.

use std::collections::HashMap;

use super::fault::Fault;
use super::file::Sheet;
use super::known::Known;
use super::plan::{Fate, Made};
use super::row::Row;
use crate::i18n::Msg;
use crate::kit::db::{Changes, DbError, HasConn, Rows};
use crate::kit::ids::FacilityId;
use crate::{cells, sql_all};

const PARTS: &[&str] = &["am", "pm", "eve"];

type Key = (FacilityId, i32, String);

pub async fn make(
    tx: &mut impl HasConn,
    sheet: &Sheet,
    known: &Known,
    faults: &mut Vec<Fault>,
) -> Result<Made, DbError> {
    let existing = sql_all!(
        tx,
        (FacilityId, i32, String, i32, i32),
        "select facility_id, weekday, part, start_minute, end_minute from custody_regime"
    )?;
    let existing: HashMap<Key, (i32, i32)> = existing
        .into_iter()
        .map(|(facility, weekday, part, start, end)| ((facility, weekday, part), (start, end)))
        .collect();
    let mut regime = Rows::new("custody_regime", &["facility_id", "weekday", "part", "start_minute", "end_minute"]);
    let mut changes = Changes::new(
        "update custody_regime set start_minute = $4, end_minute = $5 where facility_id = $1 and weekday = $2 and part = $3",
    );
    let mut lines: HashMap<Key, u64> = HashMap::new();
    let mut fates = Vec::new();
    for held in &sheet.rows {
        let mut row = Row::new(sheet, held, faults);
        let facility = known.facility(&mut row).map(|facility| facility.id);
        let weekday = row.number("weekday", 1, 7);
        let part = row.code("part", PARTS);
        let (start, end) = (row.minute("start"), row.minute("end"));
        if row.is_good() && start >= end {
            row.fault("end", Msg::new("admin-fault-order"));
        }
        let Some(facility) = facility.filter(|_| row.is_good()) else {
            fates.push(None);
            continue;
        };
        let key = (facility, weekday, part.to_owned());
        if let Some(line) = lines.insert(key.clone(), held.line) {
            row.fault("part", Msg::with("admin-fault-twice", [("n", line.into())]));
            fates.push(None);
            continue;
        }
        let there = existing.get(&key);
        let same = there == Some(&(start, end));
        fates.push(Some(Fate::of(there.is_some(), same)));
        let row = cells![facility, weekday, part, start, end];
        match there {
            Some(_) if !same => changes.push(row),
            Some(_) => {}
            None => regime.push(row),
        }
    }
    let regimes =
        known.named(sheet).into_iter().filter_map(|id| known.by_id(id)).map(|held| (held.id, held.zone())).collect();
    Ok(Made { fates, inserts: vec![regime], changes: vec![changes], regimes, ..Made::default() })
}
