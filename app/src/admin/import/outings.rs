//! Court days, visits and other ways out of the house. One that is there already, with the same person and times, is the same.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::closures::times;
use super::fault::Fault;
use super::file::Sheet;
use super::known::Known;
use super::plan::{Fate, Made, Stamp};
use super::row::Row;
use crate::kit::db::{DbError, HasConn, Rows};
use crate::kit::ids::{OutingId, PersonId};
use crate::{cells, sql_all};

const KINDS: &[&str] = &["court", "transfer", "hospital", "visit"];

pub async fn make(
    tx: &mut impl HasConn,
    sheet: &Sheet,
    known: &Known,
    stamp: &Stamp,
    faults: &mut Vec<Fault>,
) -> Result<Made, DbError> {
    let people = known.people(tx, sheet).await?;
    let existing = sql_all!(
        tx,
        (PersonId, DateTime<Utc>, DateTime<Utc>),
        "select person_id, starts_at, ends_at from custody_outing where ended_at is null"
    )?;
    let mut there: HashSet<_> = existing.into_iter().collect();
    let mut rows = Rows::new(
        "custody_outing",
        &["id", "facility_id", "person_id", "kind", "starts_at", "ends_at", "created_by", "created_at", "version"],
    );
    let mut made = Made::default();
    for held in &sheet.rows {
        let mut row = Row::new(sheet, held, faults);
        let Some(facility) = known.facility(&mut row) else {
            made.fates.push(None);
            continue;
        };
        let person = known.person(&mut row, (facility.id, "prison_number"), &people).map(|person| person.id);
        let kind = row.code("outing", KINDS);
        let times = times(&mut row, facility);
        let good = row.is_good();
        made.notes.extend(row.notes());
        let (Some(person), Some((starts_at, ends_at)), true) = (person, times, good) else {
            made.fates.push(good.then_some(Fate::Skipped));
            continue;
        };
        let new = there.insert((person, starts_at, ends_at));
        made.fates.push(Some(Fate::of(!new, true)));
        if new {
            let (id, at): (OutingId, _) = (stamp.clock.new_id(), stamp.clock.now());
            rows.push(cells![id, facility.id, person, kind, starts_at, ends_at, stamp.author(), at, 1]);
        }
    }
    made.inserts.push(rows);
    Ok(made)
}
