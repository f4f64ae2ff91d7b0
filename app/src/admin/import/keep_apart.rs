//! Pairs to be kept apart. A pair is the same whichever of the two is named first; what the file says of it replaces what was
//! there, and what it does not say stays.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::fault::Fault;
use super::file::Sheet;
use super::known::Known;
use super::plan::{Fate, Made, Stamp};
use super::row::Row;
use crate::custody::cautions::rules::USUAL_REVIEW;
use crate::i18n::Msg;
use crate::kit::db::{Changes, DbError, HasConn, Rows};
use crate::kit::ids::{FacilityId, KeepApartId, PersonId};
use crate::{cells, sql_all};

#[derive(Debug, sqlx::FromRow)]
struct Existing {
    id: KeepApartId,
    person_a: PersonId,
    person_b: PersonId,
    starts_on: NaiveDate,
    ends_on: Option<NaiveDate>,
    review_on: Option<NaiveDate>,
    reason: String,
}

/// The smaller of the two first.
fn key(a: PersonId, b: PersonId) -> (PersonId, PersonId) {
    if a < b { (a, b) } else { (b, a) }
}

pub async fn make(
    tx: &mut impl HasConn,
    sheet: &Sheet,
    known: &Known,
    stamp: &Stamp,
    faults: &mut Vec<Fault>,
) -> Result<Made, DbError> {
    let today = stamp.clock.now().date_naive();
    let people = known.people(tx, sheet).await?;
    let existing = existing(tx, &known.named(sheet), today).await?;
    let (mut rows, mut changes) = tables();
    let mut lines: HashMap<(PersonId, PersonId), u64> = HashMap::new();
    let mut made = Made::default();
    for held in &sheet.rows {
        let mut row = Row::new(sheet, held, faults);
        let Some(facility) = known.facility(&mut row) else {
            made.fates.push(None);
            continue;
        };
        let a = known.person(&mut row, (facility.id, "person_a"), &people).map(|person| person.id);
        let b = known.person(&mut row, (facility.id, "person_b"), &people).map(|person| person.id);
        let pair = a.zip(b).map(|(a, b)| key(a, b));
        if a.is_some() && a == b {
            row.fault("person_b", Msg::new("cautions-same"));
        }
        let there = pair.and_then(|pair| existing.get(&pair));
        let (starts, ends, review) =
            (row.optional_date("starts_on"), row.optional_date("ends_on"), row.optional_date("review_on"));
        let starts_on = starts.or(there.map(|there| there.starts_on)).unwrap_or(today);
        let ends_on = if sheet.has("ends_on") { ends } else { there.and_then(|there| there.ends_on) };
        if ends_on.is_some_and(|end| end < starts_on) {
            row.fault("ends_on", Msg::new("cautions-ends-before"));
        }
        let review_on = review.or_else(|| there.map_or(today.checked_add_days(USUAL_REVIEW), |there| there.review_on));
        let reason = match (sheet.has("reason"), there) {
            (false, Some(there)) => there.reason.clone(),
            _ => row.text("reason"),
        };
        if let Some(line) = pair.filter(|_| row.is_good()).and_then(|pair| lines.insert(pair, held.line)) {
            row.fault("person_b", Msg::with("admin-fault-twice", [("n", line.into())]));
        }
        let good = row.is_good();
        made.notes.extend(row.notes());
        let Some((a, b)) = pair.filter(|_| good) else {
            made.fates.push(good.then_some(Fate::Skipped));
            continue;
        };
        let same = there.is_some_and(|there| {
            (there.starts_on, there.ends_on, there.review_on, &there.reason) == (starts_on, ends_on, review_on, &reason)
        });
        made.fates.push(Some(Fate::of(there.is_some(), same)));
        match there {
            Some(there) if !same => changes.push(cells![there.id, starts_on, ends_on, review_on, reason]),
            Some(_) => {}
            None => {
                let id: KeepApartId = stamp.clock.new_id();
                let at = stamp.clock.now();
                rows.push(cells![id, facility.id, a, b, starts_on, ends_on, review_on, reason, stamp.author(), at, 1]);
            }
        }
    }
    made.inserts.push(rows);
    made.changes.push(changes);
    Ok(made)
}

fn tables() -> (Rows, Changes) {
    let rows = Rows::new(
        "custody_keep_apart",
        &[
            "id",
            "facility_id",
            "person_a",
            "person_b",
            "starts_on",
            "ends_on",
            "review_on",
            "reason",
            "created_by",
            "created_at",
            "version",
        ],
    );
    let changes = Changes::new(
        "update custody_keep_apart set starts_on = $2, ends_on = $3, review_on = $4, reason = $5, version = version + 1 where id = $1",
    );
    (rows, changes)
}

/// Pairs that have not ended.
async fn existing(
    tx: &mut impl HasConn,
    facilities: &[FacilityId],
    today: NaiveDate,
) -> Result<HashMap<(PersonId, PersonId), Existing>, DbError> {
    let mut found = HashMap::new();
    for facility in facilities {
        let pairs = sql_all!(
            tx,
            Existing,
            "select id, person_a, person_b, starts_on, ends_on, review_on, reason from custody_keep_apart
             where facility_id = $1 and (ends_on is null or ends_on >= $2)",
            *facility,
            today
        )?;
        found.extend(pairs.into_iter().map(|pair| (key(pair.person_a, pair.person_b), pair)));
    }
    Ok(found)
}
