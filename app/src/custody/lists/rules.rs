//! What changed between a print and now, what clashes, and what may be entered from paper. Pure.

use std::collections::{BTreeMap, HashMap};

use chrono::TimeDelta;
use sha2::{Digest as _, Sha256};

use super::model::{CurrentRow, ListKey, PrintedRow};
use crate::kit::ids::{PersonId, SlotId};

/// Between two calls of one person there must be so much time for the way: less is a clash.
const WAY: TimeDelta = TimeDelta::minutes(10);

/// Why a row that was printed no longer holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gone {
    /// The session does not take place: its state in words.
    Stopped(String),
    /// The person lives in another wing by now.
    OtherWing(Option<String>),
    /// The session is in another room or another part of the day.
    Elsewhere,
    /// The person is not called any more.
    NotCalled,
}

/// What is different about a row that still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    Time,
    Room,
    Escort,
    Housing,
}

impl Facet {
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Time => "lists-facet-time",
            Self::Room => "lists-facet-room",
            Self::Escort => "lists-facet-escort",
            Self::Housing => "lists-facet-housing",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Added,
    Gone(Gone),
    Changed(Vec<Facet>),
}

/// One line of the sheet of differences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub what: What,
    /// As it was printed; nothing where the row was added.
    pub earlier: Option<PrintedRow>,
    /// As it is now; nothing where the row has gone.
    pub now: Option<PrintedRow>,
}

impl Change {
    /// The row that says who it is about.
    #[must_use]
    pub fn row(&self) -> Option<&PrintedRow> {
        self.now.as_ref().or(self.earlier.as_ref())
    }
}

/// Whether a row belongs on a list.
#[must_use]
pub fn is_on(key: &ListKey, row: &CurrentRow) -> bool {
    row.part == key.part
        && key.wing.is_none_or(|wing| row.wing_id == Some(wing))
        && key.room.is_none_or(|room| row.room_id == room)
        && key.person.is_none_or(|person| row.person_id == person)
}

/// `now` are the rows that the list would have if it were printed at this moment; `day` all of the facility's day, to say where
/// somebody has gone.
#[must_use]
pub fn changes(key: &ListKey, printed: &[PrintedRow], now: &[PrintedRow], day: &[CurrentRow]) -> Vec<Change> {
    let held: HashMap<(SlotId, PersonId), &PrintedRow> = now.iter().map(|row| ((row.slot, row.person), row)).collect();
    let known: HashMap<(SlotId, PersonId), &CurrentRow> =
        day.iter().map(|row| ((row.slot_id, row.person_id), row)).collect();
    let mut found: Vec<Change> = Vec::new();
    for row in printed.iter().filter(|row| row.live) {
        let at = (row.slot, row.person);
        let what = match held.get(&at) {
            Some(current) if !current.live => What::Gone(Gone::Stopped(current.state.clone())),
            Some(current) => match differences(row, current) {
                facets if facets.is_empty() => continue,
                facets => What::Changed(facets),
            },
            None => What::Gone(why(key, known.get(&at).copied())),
        };
        let now = held.get(&at).filter(|current| current.live).map(|current| (*current).clone());
        found.push(Change { what, earlier: Some(row.clone()), now });
    }
    let before: BTreeMap<(SlotId, PersonId), bool> =
        printed.iter().map(|row| ((row.slot, row.person), row.live)).collect();
    found.extend(
        now.iter().filter(|row| row.live && before.get(&(row.slot, row.person)) != Some(&true)).map(|row| Change {
            what: What::Added,
            earlier: None,
            now: Some(row.clone()),
        }),
    );
    found
}

fn differences(printed: &PrintedRow, now: &PrintedRow) -> Vec<Facet> {
    [
        (Facet::Time, (printed.from, printed.to) != (now.from, now.to)),
        (Facet::Room, printed.room != now.room),
        (Facet::Escort, (printed.officers, printed.mode) != (now.officers, now.mode)),
        (Facet::Housing, (&printed.wing, &printed.cell) != (&now.wing, &now.cell)),
    ]
    .into_iter()
    .filter_map(|(facet, differs)| differs.then_some(facet))
    .collect()
}

fn why(key: &ListKey, known: Option<&CurrentRow>) -> Gone {
    match known {
        None => Gone::NotCalled,
        Some(row) if key.wing.is_some_and(|wing| row.wing_id != Some(wing)) => Gone::OtherWing(row.wing.clone()),
        Some(_) => Gone::Elsewhere,
    }
}

/// A short name for a set of changes: the wing acknowledges these and no later ones. Nothing when nothing changed.
#[must_use]
pub fn digest(changes: &[Change]) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let mut hash = Sha256::new();
    for change in changes {
        let Some(row) = change.row() else { continue };
        let kind = match &change.what {
            What::Added => "added",
            What::Gone(_) => "gone",
            What::Changed(_) => "changed",
        };
        let values = (kind, row.slot, row.person, row.from, row.to, &row.room, &row.cell, row.officers, row.mode);
        hash.update(serde_json::to_vec(&values).unwrap_or_default());
    }
    hex::encode(hash.finalize())
}

/// The other calls of the same person that overlap or leave no time for the way, by the row's place in the list.
#[must_use]
pub fn clashes<'a>(rows: &'a [&CurrentRow]) -> Vec<Vec<&'a CurrentRow>> {
    let mut calls: HashMap<PersonId, Vec<&CurrentRow>> = HashMap::new();
    for row in rows.iter().filter(|row| row.status.is_live()) {
        calls.entry(row.person_id).or_default().push(row);
    }
    rows.iter()
        .map(|row| {
            let others = calls.get(&row.person_id).map_or(&[][..], Vec::as_slice);
            let clash = |other: &&&CurrentRow| {
                other.slot_id != row.slot_id
                    && other.starts_at < row.ends_at + WAY
                    && row.starts_at < other.ends_at + WAY
                    && row.status.is_live()
            };
            others.iter().filter(clash).copied().collect()
        })
        .collect()
}

#[cfg(test)]
mod tests;
