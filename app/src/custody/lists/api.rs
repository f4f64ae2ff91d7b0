//! What may be done with printed lists: each operation passes the gate, asks the rules and then the store.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::model::{CurrentRow, ListBody, ListHead, ListKey, ListKind, NewList, PrintedRow, Seen, SlipWords};
use super::rules::{self, Change};
use super::store::{self, Day};
use super::words::Wording;
use crate::access::{Permission, Subject};
use crate::custody::day;
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::db::{CustodyTx, Refusal};
use crate::kit::ids::{FacilityId, ListId, PersonId, RoomId, SlotId};
use crate::web::Ctx;

/// Two prints at the same moment want the same version: one has to count again.
const TRIES: usize = 4;

/// Lists of so many days before today are open to officers: paper comes back late.
pub const DAYS_BACK: u64 = 7;

/// Whom a list is about, for the gate: one wing's people or everybody's.
const fn subject(key: &ListKey) -> Subject {
    match key.wing {
        Some(wing) => Subject::Wing(key.facility, wing),
        None => Subject::Facility(key.facility),
    }
}

fn day_of(ctx: &Ctx, facility: FacilityId, date: NaiveDate) -> Result<Day> {
    let (from, to) = day::span(date, day::zone_of(ctx, facility)?);
    Ok(Day { facility, date, from, to })
}

/// The rows that a list has at this moment, in a language.
async fn rows_now(
    tx: &mut CustodyTx,
    ctx: &Ctx,
    lang: Lang,
    key: &ListKey,
) -> Result<(Vec<PrintedRow>, Vec<CurrentRow>)> {
    let day = day_of(ctx, key.facility, key.date)?;
    let all = store::day(tx, &day).await?;
    let tools = store::tools(tx, &day).await?;
    let cautions = store::cautions(tx, &day).await?;
    let wording = Wording::new(lang, day::zone_of(ctx, key.facility)?, &cautions, &tools);
    let on: Vec<&CurrentRow> = all.iter().filter(|row| rules::is_on(key, row)).collect();
    let rows = in_order(key.kind, wording.rows(&on));
    Ok((rows, all))
}

/// An unlock list goes along the times and cells, a movement list along the destinations.
fn in_order(kind: ListKind, mut rows: Vec<PrintedRow>) -> Vec<PrintedRow> {
    if kind == ListKind::Movement {
        rows.sort_by(|a, b| (&a.room, a.from, a.slot).cmp(&(&b.room, b.from, b.slot)));
    }
    rows
}

/// Prints a list: it gets the next version of its number and is kept as it stands. The same form sent twice prints once.
pub async fn print(ctx: &Ctx, id: ListId, key: ListKey, words: SlipWords) -> Result<ListId> {
    for _ in 0..TRIES {
        let mut tx = ctx.custody_write(Permission::ListPrint, subject(&key), "list").await?;
        if store::head(&mut tx, id).await?.is_some() {
            return Ok(id);
        }
        let (rows, _) = rows_now(&mut tx, ctx, ctx.lang, &key).await?;
        let new = NewList {
            id,
            key,
            words: words.clone(),
            language: ctx.lang.code(),
            rows: serde_json::to_string(&rows).map_err(|_| AppError::Internal)?,
            by: ctx.actor.id,
            at: ctx.now(),
        };
        let place = store::next(&mut tx, &key).await?;
        match store::keep(&mut tx, &new, place).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(id);
            }
            Err(error) if matches!(error.refusal(), Some(Refusal::Duplicate(_))) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AppError::Busy)
}

/// A print with what it says.
#[derive(Debug)]
pub struct Print {
    pub head: ListHead,
    pub body: ListBody,
    pub rows: Vec<PrintedRow>,
}

/// A print with what changed since, and who has seen it.
#[derive(Debug)]
pub struct Compared {
    pub print: Print,
    pub changes: Vec<Change>,
    pub digest: String,
    pub seen: Vec<Seen>,
    pub versions: Vec<ListHead>,
}

impl Compared {
    /// Those who have seen the changes as they are now.
    pub fn seen_by(&self) -> impl Iterator<Item = &Seen> {
        self.seen.iter().filter(|seen| seen.list_id == self.print.head.id && seen.digest == self.digest)
    }
}

fn read(text: &str) -> Result<Vec<PrintedRow>> {
    serde_json::from_str(text).map_err(|_| AppError::Internal)
}

/// Officers open the lists of the last days and of what is ahead of them; those who plan the day any.
fn check_day(ctx: &Ctx, date: NaiveDate) -> Result<()> {
    let back = ctx.today().checked_sub_days(chrono::Days::new(DAYS_BACK)).unwrap_or(date);
    if ctx.may(Permission::BoardRead) || (back..=day::after(ctx.today())).contains(&date) {
        return Ok(());
    }
    Err(AppError::NotFound)
}

pub async fn load(tx: &mut CustodyTx, ctx: &Ctx, id: ListId) -> Result<Print> {
    let head = store::head(tx, id).await?.ok_or(AppError::NotFound)?;
    check_day(ctx, head.held_on)?;
    let body = store::body(tx, id).await?.ok_or(AppError::NotFound)?;
    let rows = read(&body.printed_rows)?;
    Ok(Print { head, body, rows })
}

/// A print, compared with what its list would say now. The words of now are in the reader's language, the print's in its own.
pub async fn compared(ctx: &Ctx, id: ListId) -> Result<Compared> {
    let mut tx = ctx.custody(Permission::UnlockListRead, Subject::List(id), "list").await?;
    compare(&mut tx, ctx, id).await
}

async fn compare(tx: &mut CustodyTx, ctx: &Ctx, id: ListId) -> Result<Compared> {
    let print = load(tx, ctx, id).await?;
    let key = print.head.key();
    let (now, all) = rows_now(tx, ctx, ctx.lang, &key).await?;
    let changes = rules::changes(&key, &print.rows, &now, &all);
    let seen = store::seen(tx, key.facility, key.date).await?;
    let versions = store::versions(tx, key.facility, print.head.number).await?;
    Ok(Compared { digest: rules::digest(&changes), print, changes, seen, versions })
}

/// The wing has seen the changes that its page showed. `false` when there are others by now.
pub async fn see(ctx: &Ctx, id: ListId, digest: &str) -> Result<bool> {
    let mut tx = ctx.custody_write(Permission::ListAcknowledge, Subject::List(id), "list").await?;
    let held = compare(&mut tx, ctx, id).await?;
    if held.digest != digest || held.changes.is_empty() {
        return Ok(held.changes.is_empty());
    }
    let count = i32::try_from(held.changes.len()).unwrap_or(i32::MAX);
    store::see(&mut tx, ctx.new_id(), id, (digest, count), ctx.actor.id, ctx.now()).await?;
    tx.commit().await?;
    Ok(true)
}

/// The newest print of a list on the register of a day.
#[derive(Debug)]
pub struct Registered {
    pub head: ListHead,
    pub people: usize,
    pub changes: usize,
    /// Who has seen the changes as they are now.
    pub seen: Vec<Seen>,
}

/// The lists of a day that the user may open, the latest first. However many there are, the day is read once.
pub async fn register(ctx: &Ctx, date: NaiveDate) -> Result<Vec<Registered>> {
    let place = ctx.place()?.id;
    let own = ctx.actor.wings(place);
    // An officer's wings are read one by one elsewhere; here the first stands for the permission, and only own ones are shown.
    let subject = match own.as_ref().and_then(|wings| wings.first()) {
        Some(wing) => Subject::Wing(place, *wing),
        None => Subject::Facility(place),
    };
    let mut tx = ctx.custody(Permission::UnlockListRead, subject, "lists").await?;
    if check_day(ctx, date).is_err() {
        return Ok(Vec::new());
    }
    let mut heads = store::heads(&mut tx, place, date).await?;
    if let Some(own) = &own {
        heads.retain(|head| head.wing_id.is_some_and(|wing| own.contains(&wing)));
    }
    let rows = store::printed_rows(&mut tx, place, date).await?;
    let day = day_of(ctx, place, date)?;
    let all = store::day(&mut tx, &day).await?;
    let seen = store::seen(&mut tx, place, date).await?;
    let cautions = crate::custody::people::Cautions::default();
    let wording = Wording::new(ctx.lang, ctx.zone(), &cautions, &[]);
    let mut found = Vec::new();
    for head in heads {
        let key = head.key();
        let printed = match rows.iter().find(|(id, _)| *id == head.id) {
            Some((_, text)) => read(text)?,
            None => Vec::new(),
        };
        let on: Vec<&CurrentRow> = all.iter().filter(|row| rules::is_on(&key, row)).collect();
        let changes = rules::changes(&key, &printed, &wording.rows(&on), &all);
        let digest = rules::digest(&changes);
        let seen = seen.iter().filter(|seen| seen.list_id == head.id && seen.digest == digest).cloned().collect();
        found.push(Registered { people: printed.len(), changes: changes.len(), seen, head });
    }
    Ok(found)
}

/// The newest print of a list, if it was printed at all, with whether it still holds.
pub async fn newest(ctx: &Ctx, key: &ListKey) -> Result<Option<Registered>> {
    Ok(register(ctx, key.date).await?.into_iter().find(|held| held.head.key() == *key))
}

/// The newest print with a number.
pub async fn by_number(ctx: &Ctx, number: i32) -> Result<Option<ListId>> {
    let place = ctx.place()?.id;
    let own = ctx.actor.wings(place);
    let subject = match own.as_ref().and_then(|wings| wings.first()) {
        Some(wing) => Subject::Wing(place, *wing),
        None => Subject::Facility(place),
    };
    let mut tx = ctx.custody(Permission::UnlockListRead, subject, "lists").await?;
    Ok(store::by_number(&mut tx, place, number).await?.map(|head| head.id))
}

/// The rooms that a list may be narrowed to, in the order of names.
#[must_use]
pub fn rooms_of(rows: &[CurrentRow]) -> Vec<(RoomId, String)> {
    let mut rooms: Vec<(RoomId, String)> = rows.iter().map(|row| (row.room_id, row.room.clone())).collect();
    rooms.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    rooms.dedup();
    rooms
}

/// A movement list with the rooms and wings that it may be narrowed to.
pub async fn movements(ctx: &Ctx, key: &ListKey) -> Result<(Vec<PrintedRow>, Vec<(RoomId, String)>)> {
    let mut tx = ctx.custody(Permission::UnlockListRead, subject(key), "movement_list").await?;
    let (rows, all) = rows_now(&mut tx, ctx, ctx.lang, key).await?;
    let wide = ListKey { room: None, ..*key };
    let on: Vec<CurrentRow> = all.into_iter().filter(|row| rules::is_on(&wide, row)).collect();
    Ok((rows, rooms_of(&on)))
}

/// A print with what its people's rows say now: for what came back in handwriting.
#[derive(Debug)]
pub struct Paper {
    pub print: Print,
    pub now: HashMap<(SlotId, PersonId), CurrentRow>,
}

pub async fn paper(ctx: &Ctx, id: ListId) -> Result<Paper> {
    let mut tx = ctx.custody(Permission::MovementMark, Subject::List(id), "list").await?;
    let print = load(&mut tx, ctx, id).await?;
    let day = day_of(ctx, print.head.facility_id, print.head.held_on)?;
    let rows = store::day(&mut tx, &day).await?;
    Ok(Paper { print, now: rows.into_iter().map(|row| ((row.slot_id, row.person_id), row)).collect() })
}
