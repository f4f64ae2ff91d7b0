//! Where people are: wing, cell, and whether they are in the house at all. Who has left is housed nowhere.

use std::collections::HashMap;

use super::fault::Fault;
use super::file::Sheet;
use super::known::Known;
use super::people::PRESENCES;
use super::plan::{Fate, Made};
use super::row::Row;
use crate::cells;
use crate::custody::changes::housing::{Housed, Moved};
use crate::custody::people::Presence;
use crate::i18n::Msg;
use crate::kit::db::{Changes, DbError, HasConn};
use crate::kit::ids::PersonId;

pub async fn make(
    tx: &mut impl HasConn,
    sheet: &Sheet,
    known: &Known,
    faults: &mut Vec<Fault>,
) -> Result<Made, DbError> {
    let people = known.people(tx, sheet).await?;
    let mut changes = Changes::new(
        "update custody_person set presence = $2, wing_id = $3, cell = $4, version = version + 1 where id = $1",
    );
    let mut lines: HashMap<PersonId, u64> = HashMap::new();
    let mut made = Made::default();
    for held in &sheet.rows {
        let mut row = Row::new(sheet, held, faults);
        let Some(facility) = known.facility(&mut row) else {
            made.fates.push(None);
            continue;
        };
        let there = known.person(&mut row, (facility.id, "prison_number"), &people);
        let wing = if sheet.has("wing") { known.wing(&mut row, facility.id) } else { there.and_then(|p| p.wing_id) };
        let presence = row.optional_code("presence", PRESENCES).and_then(Presence::from_code);
        let cell = if sheet.has("cell") { row.text("cell") } else { there.map(|p| p.cell.clone()).unwrap_or_default() };
        let line = there.filter(|_| row.is_good()).and_then(|there| lines.insert(there.id, held.line));
        if let Some(line) = line {
            row.fault("prison_number", Msg::with("admin-fault-twice", [("n", line.into())]));
        }
        let good = row.is_good();
        made.notes.extend(row.notes());
        let Some(there) = there.filter(|_| good) else {
            made.fates.push(good.then_some(Fate::Skipped));
            continue;
        };
        let before = Housed { presence: there.presence, wing: there.wing_id, cell: there.cell.clone() };
        let after = housed(presence.unwrap_or(there.presence), wing, cell);
        made.fates.push(Some(Fate::of(true, before == after)));
        if before != after {
            let words = |held: &Housed| known.housing(held.wing, &held.cell);
            made.moves.extend(Moved::between((there.id, facility.id), &before, &after, words));
            changes.push(cells![there.id, after.presence.as_str(), after.wing, after.cell]);
        }
    }
    made.changes.push(changes);
    Ok(made)
}

fn housed(presence: Presence, wing: Option<crate::kit::ids::WingId>, cell: String) -> Housed {
    match presence {
        Presence::Released | Presence::Transferred => Housed { presence, wing: None, cell: String::new() },
        _ => Housed { presence, wing, cell },
    }
}
