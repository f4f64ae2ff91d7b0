//! Lists as the wings have them: yesterday's and today's unlock lists, printed the evening before. In each facility's first wing today's
//! was printed twice and no longer holds, in the second the officer has seen so, and some of yesterday came back on paper.

use app::custody::lists::model::{CurrentRow, ListKey, ListKind, NewList, PrintedRow, SlipWords};
use app::custody::lists::rules::{changes, digest, is_on};
use app::custody::lists::store::{self, Day};
use app::custody::lists::words::Wording;
use app::custody::people::Cautions;
use app::custody::slots::{Movement, Part};
use app::custody::unlock::model::RowKey;
use app::custody::unlock::store::{NewMovement, mark};
use app::i18n::Lang;
use app::kit::db::{Conn, DbError};
use app::kit::ids::{ListId, WingId};
use app::sql_exec;
use chrono::{Days, NaiveDate};

use super::calendar::{Calendar, instant};
use super::chance::Chance;
use super::places::{Facility, ZONE};
use super::users::{Staff, User, Users};

/// Minutes from the midnight with which the day begins to a print, to the second one, and to the officer's look at what changed: they
/// lie on the evening before, so that none is still ahead whenever somebody looks.
const PRINTED: i64 = -6 * 60 - 20;
const AGAIN: i64 = -5 * 60 - 20;
const SEEN: i64 = -5 * 60 - 5;
/// So many of yesterday's people were marked on paper only when they came back.
const ON_PAPER: usize = 3;

struct Press<'a> {
    tx: &'a mut Conn,
    chance: &'a mut Chance,
    facility: &'a Facility,
    date: NaiveDate,
    rows: Vec<CurrentRow>,
}

pub async fn build(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    facilities: &[Facility],
    users: &Users,
) -> Result<(), DbError> {
    let yesterday = calendar.today.checked_sub_days(Days::new(1)).unwrap_or(calendar.today);
    for (facility, staff) in facilities.iter().zip(&users.staff) {
        for date in [yesterday, calendar.today] {
            let (from, to) = (instant(date, 0), instant(date, 24 * 60 - 1));
            let rows = store::day(tx, &Day { facility: facility.id, date, from, to }).await?;
            let mut press = Press { tx, chance, facility, date, rows };
            press.lists(staff, date == calendar.today).await?;
        }
    }
    // What health signed has told custody who came, and nothing else.
    sql_exec!(
        tx,
        "update custody_slot_person set came = (
            select r.attendance in ('full', 'part', 'late', 'left_early') from care_participation r
            where r.session_id = custody_slot_person.slot_id and r.patient_id = custody_slot_person.person_id)
         where slot_id in (select id from care_session where signed_at is not null)"
    )?;
    Ok(())
}

impl Press<'_> {
    async fn lists(&mut self, staff: &Staff, today: bool) -> Result<(), DbError> {
        let wings: Vec<WingId> = self.facility.wings.iter().filter_map(|wing| wing.id).collect();
        for (index, wing) in wings.into_iter().enumerate() {
            let officer = staff.officers.get(index % staff.officers.len().max(1)).unwrap_or(&staff.coordinator);
            let rows = self.printed(wing, officer);
            if rows.is_empty() {
                continue;
            }
            let (old, first) = (self.older(&rows), (wing, officer, PRINTED));
            match (index, today) {
                (0, true) => {
                    self.print(first, &rows).await?;
                    self.print((wing, officer, AGAIN), &old).await?;
                }
                (1, true) => {
                    let list = self.print(first, &old).await?;
                    self.seen(list, (wing, officer), &old, &rows).await?;
                }
                (0, false) => {
                    let list = self.print(first, &rows).await?;
                    self.enter_from_paper(list, wing, officer).await?;
                }
                _ => {
                    self.print(first, &rows).await?;
                }
            }
        }
        Ok(())
    }

    fn key(&self, wing: WingId) -> ListKey {
        ListKey {
            facility: self.facility.id,
            kind: ListKind::Unlock,
            wing: Some(wing),
            room: None,
            person: None,
            date: self.date,
            part: Part::Am,
        }
    }

    /// The rows in the language of whoever prints.
    fn printed(&self, wing: WingId, by: &User) -> Vec<PrintedRow> {
        let key = self.key(wing);
        let on: Vec<&CurrentRow> = self.rows.iter().filter(|row| is_on(&key, row)).collect();
        let cautions = Cautions::default();
        Wording::new(Lang::from_code(by.language).unwrap_or_default(), ZONE, &cautions, &[]).rows(&on)
    }

    /// As it was before the last change: somebody was not called yet, and somebody else lived in another cell.
    fn older(&self, rows: &[PrintedRow]) -> Vec<PrintedRow> {
        let mut older = rows.to_vec();
        if older.len() > 1 {
            older.pop();
        }
        if let Some(first) = older.first_mut() {
            first.cell = format!("{}0", first.cell);
        }
        older
    }

    async fn print(
        &mut self,
        (wing, by, minute): (WingId, &User, i64),
        rows: &[PrintedRow],
    ) -> Result<ListId, DbError> {
        let key = self.key(wing);
        let at = instant(self.date, minute);
        let new = NewList {
            id: self.chance.id(at),
            key,
            words: SlipWords::default(),
            language: by.language,
            rows: serde_json::to_string(rows).unwrap_or_default(),
            by: by.id,
            at,
        };
        let place = store::next(self.tx, &key).await?;
        store::keep(self.tx, &new, place).await?;
        Ok(new.id)
    }

    async fn seen(
        &mut self,
        list: ListId,
        (wing, by): (WingId, &User),
        old: &[PrintedRow],
        now: &[PrintedRow],
    ) -> Result<(), DbError> {
        let found = changes(&self.key(wing), old, now, &self.rows);
        let (Ok(count @ 1..), at) = (i32::try_from(found.len()), instant(self.date, SEEN)) else { return Ok(()) };
        let id = self.chance.id(at);
        store::see(self.tx, id, list, (&digest(&found), count), by.id, at).await
    }

    /// The way back was written on the list, and entered in the afternoon.
    async fn enter_from_paper(&mut self, list: ListId, wing: WingId, by: &User) -> Result<(), DbError> {
        let key = self.key(wing);
        let came: Vec<&CurrentRow> = self
            .rows
            .iter()
            .filter(|row| is_on(&key, row) && row.movement == Movement::Arrived)
            .take(ON_PAPER)
            .collect();
        for row in came {
            let recorded_at = instant(self.date, 15 * 60);
            let new = NewMovement {
                id: self.chance.id(recorded_at),
                movement: Movement::Returned,
                reason: None,
                at: row.ends_at,
                recorded_by: by.id,
                recorded_at,
                mark_id: None,
                list: Some(list),
                correction: None,
            };
            let at = RowKey { slot: row.slot_id, person: row.person_id, version: row.version };
            mark(self.tx, at, &new).await?;
        }
        Ok(())
    }
}
