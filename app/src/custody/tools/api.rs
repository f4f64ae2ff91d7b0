//! Counting and deciding: each operation passes the gate, asks the rules and then the store.

use super::model::{Answer, Colleague, Count, CountRow, ToolDue, ToolSlot, Way};
use super::rules::{Counted, Stage, differing};
use super::store::{self, NewCount};
use crate::access::{Permission, Subject};
use crate::custody::changes::{self, ChangeKind, NewChange};
use crate::custody::day;
use crate::custody::slots::SlotStatus;
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::{CustodyTx, Refusal};
use crate::kit::ids::{SlotId, UserId};
use crate::web::Ctx;

/// A session with its tools and every count so far.
#[derive(Debug)]
pub struct ToolSheet {
    pub slot: ToolSlot,
    /// What the next count is about: the kit's tools on the way out, what went out on the way in.
    pub due: Vec<ToolDue>,
    pub counts: Vec<Count>,
    pub rows: Vec<CountRow>,
    pub colleagues: Vec<Colleague>,
}

impl ToolSheet {
    #[must_use]
    pub fn stage(&self) -> Stage {
        Stage::of_counts(&self.counts)
    }

    /// The number that the next count has.
    #[must_use]
    pub fn next_number(&self) -> i32 {
        self.counts.iter().map(|count| count.number).max().unwrap_or(0) + 1
    }

    #[must_use]
    pub fn last(&self) -> Option<&Count> {
        self.counts.iter().max_by_key(|count| count.number)
    }

    pub fn rows_of<'a>(&'a self, count: &'a Count) -> impl Iterator<Item = &'a CountRow> {
        self.rows.iter().filter(move |row| row.count_id == count.id)
    }

    /// Whether the next count may be made: tools go out to a session that is to be held, and come back whenever they do.
    #[must_use]
    pub fn next(&self, ctx: &Ctx) -> Option<Way> {
        let way = self.stage().next()?;
        let zone = day::zone_of(ctx, self.slot.facility_id).unwrap_or_else(|_| ctx.zone());
        let today = day::is_open(day::date_of(self.slot.starts_at, zone), ctx.now(), zone);
        let held = matches!(self.slot.status, SlotStatus::Confirmed | SlotStatus::InProgress);
        match way {
            Way::Out => (held && today && self.slot.count_tools == Some(true) && !self.due.is_empty()).then_some(way),
            Way::In => Some(way),
        }
    }
}

pub async fn sheet(ctx: &Ctx, id: SlotId) -> Result<ToolSheet> {
    let mut tx = ctx.custody(Permission::ToolCount, Subject::Slot(id), "tools").await?;
    read(ctx, &mut tx, id).await
}

async fn read(ctx: &Ctx, tx: &mut CustodyTx, id: SlotId) -> Result<ToolSheet> {
    let slot = store::slot(tx, id).await?.ok_or(AppError::NotFound)?;
    let counts = store::counts(tx, id).await?;
    let rows = store::count_rows(tx, id).await?;
    let kit = match slot.kit_id {
        Some(kit) => store::due(tx, kit, slot.room_id).await?,
        None => Vec::new(),
    };
    let colleagues = store::colleagues(tx, slot.facility_id, slot.practitioner_id, ctx.actor.id).await?;
    let out = counts.iter().find(|count| count.kind == Way::Out);
    let due = match out {
        None => kit,
        Some(out) => rows
            .iter()
            .filter(|row| row.count_id == out.id)
            .map(|row| ToolDue {
                class: kit
                    .iter()
                    .find(|due| due.code == row.tool_code)
                    .map_or(crate::custody::kits::ToolClass::None, |due| due.class),
                code: row.tool_code.clone(),
                count: row.counted,
                name: row.name.clone(),
            })
            .collect(),
    };
    Ok(ToolSheet { slot, due, counts, rows, colleagues })
}

/// A count as it was typed.
#[derive(Debug)]
pub struct Typed {
    pub way: Way,
    pub number: i32,
    pub initials: String,
    pub second: UserId,
    pub second_initials: String,
    /// By the code of the tool.
    pub counted: Vec<(String, i32)>,
}

/// What a count came to.
#[derive(Debug)]
pub enum Done {
    /// All is as it should be.
    Agrees,
    /// Something is missing, or too many.
    Differs,
    Refused(Msg),
}

pub async fn count(ctx: &Ctx, id: SlotId, typed: &Typed) -> Result<Done> {
    let mut tx = ctx.custody_write(Permission::ToolCount, Subject::Slot(id), "tools").await?;
    let sheet = read(ctx, &mut tx, id).await?;
    if let Some(held) = sheet.counts.iter().find(|count| count.number == typed.number) {
        return Ok(again(ctx, &sheet, held, typed));
    }
    if sheet.next(ctx) != Some(typed.way) || sheet.next_number() != typed.number {
        return Ok(Done::Refused(Msg::new("tools-not-now")));
    }
    if !sheet.colleagues.iter().any(|other| other.id == typed.second) {
        return Ok(Done::Refused(Msg::new("tools-second-unknown")));
    }
    let rows: Vec<Counted<'_>> = sheet
        .due
        .iter()
        .map(|due| Counted {
            tool: &due.code,
            expected: due.count,
            counted: typed.counted.iter().find(|(code, _)| *code == due.code).map_or(0, |(_, counted)| *counted),
        })
        .collect();
    let missing = differing(typed.way, &rows);
    let new = NewCount {
        id: ctx.new_id(),
        number: typed.number,
        way: typed.way,
        at: ctx.now(),
        by: (ctx.actor.id, &typed.initials),
        second: (typed.second, &typed.second_initials),
        differs: !missing.is_empty(),
        rows: &rows,
    };
    match store::add(&mut tx, &sheet.slot, &new).await {
        Ok(()) => {}
        Err(error) if matches!(error.refusal(), Some(Refusal::Duplicate(_))) => {
            return Ok(Done::Refused(Msg::new("tools-not-now")));
        }
        Err(error) => return Err(error.into()),
    }
    for tool in &missing {
        let of = (ctx.new_id(), sheet.slot.facility_id);
        let told = NewChange::of_session(of, (sheet.slot.id, sheet.slot.starts_at), ChangeKind::ToolMissing, ctx.now());
        changes::note(&mut tx, NewChange { earlier: (*tool).to_owned(), touched: 0, ..told }).await?;
    }
    tx.commit().await?;
    Ok(if missing.is_empty() { Done::Agrees } else { Done::Differs })
}

/// The number is taken: by this very form, sent once more, or by somebody who was faster.
fn again(ctx: &Ctx, sheet: &ToolSheet, held: &Count, typed: &Typed) -> Done {
    let same = held.counted_by == ctx.actor.id
        && held.kind == typed.way
        && sheet.rows_of(held).all(|row| typed.counted.contains(&(row.tool_code.clone(), row.counted)));
    match (same, held.differs) {
        (true, false) => Done::Agrees,
        (true, true) => Done::Differs,
        (false, _) => Done::Refused(Msg::new("tools-counted-since")),
    }
}

/// A coordinator answers for the last count of a session. `Some` is what to tell instead.
pub async fn answer(ctx: &Ctx, id: SlotId, number: i32, answer: Answer) -> Result<Option<Msg>> {
    let mut tx = ctx.custody_write(Permission::ToolDecide, Subject::Slot(id), "tools").await?;
    let counts = store::counts(&mut tx, id).await?;
    let last = counts.last().ok_or(AppError::NotFound)?;
    if last.number == number && last.answer == Some(answer) {
        return Ok(None);
    }
    if last.number != number || Stage::of_counts(&counts) != Stage::Differs {
        return Ok(Some(Msg::new("tools-counted-since")));
    }
    if !store::answer(&mut tx, last.id, answer, ctx.actor.id, ctx.now()).await? {
        return Ok(Some(Msg::new("tools-counted-since")));
    }
    tx.commit().await?;
    Ok(None)
}
