//! What may be done with slots: each operation passes the gate, asks the rules and then the store.

use chrono::{Datelike as _, NaiveDate};

use super::model::{BoardRoom, BoardSlot, CancelReason, Escort, RegimePart, Slot, SlotPerson};
use super::rules::{self, Decision};
use super::{store, words};
use crate::access::{Permission, Subject};
use crate::custody::day;
use crate::custody::people::Cautions;
use crate::custody::tools::Missing;
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::CustodyTx;
use crate::kit::ids::SlotId;
use crate::web::Ctx;

/// One day of one facility.
#[derive(Debug)]
pub struct Board {
    pub regime: Vec<RegimePart>,
    pub rooms: Vec<BoardRoom>,
    pub slots: Vec<BoardSlot>,
    /// Tools that are missing now, whatever the day.
    pub missing: Vec<Missing>,
}

/// Reads the board of the place; rooms that OT does not use stand there only when they hold a slot.
pub async fn board(ctx: &Ctx, date: NaiveDate, only_with_sessions: bool) -> Result<Board> {
    let place = ctx.place()?;
    let (from, to) = day::span(date, place.zone);
    let mut tx = ctx.custody(Permission::BoardRead, Subject::Facility(place.id), "board").await?;
    let weekday = i32::try_from(date.weekday().number_from_monday()).unwrap_or(1);
    let regime = store::regime(&mut tx, place.id, weekday).await?;
    let mut rooms = store::rooms(&mut tx, place.id).await?;
    let slots = store::slots_between(&mut tx, place.id, from, to).await?;
    let missing = crate::custody::tools::missing(&mut tx, place.id).await?;
    rooms.retain(|room| (room.usable_by_ot && !only_with_sessions) || slots.iter().any(|slot| slot.room_id == room.id));
    Ok(Board { regime, rooms, slots, missing })
}

/// One slot with its people.
#[derive(Debug)]
pub struct SlotSheet {
    pub slot: Slot,
    pub people: Vec<SlotPerson>,
    pub cautions: Cautions,
    pub date: NaiveDate,
    /// Whether custody may still decide about it.
    pub open: bool,
}

pub async fn slot(ctx: &Ctx, id: SlotId) -> Result<SlotSheet> {
    let mut tx = ctx.custody(Permission::BoardRead, Subject::Slot(id), "slot").await?;
    let slot = store::slot(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let (date, open) = when(ctx, &slot)?;
    let people = store::people(&mut tx, id).await?;
    let cautions = store::cautions(&mut tx, &slot, date).await?;
    Ok(SlotSheet { slot, people, cautions, date, open })
}

fn when(ctx: &Ctx, slot: &Slot) -> Result<(NaiveDate, bool)> {
    let zone = day::zone_of(ctx, slot.facility_id)?;
    let date = day::date_of(slot.starts_at, zone);
    Ok((date, rules::is_open(date, ctx.now(), zone)))
}

/// Takes a step on the version of the slot that the coordinator has seen. `Err` within is what to tell him instead.
pub async fn decide(ctx: &Ctx, id: SlotId, seen: i32, decision: Decision) -> Result<std::result::Result<Slot, Msg>> {
    let mut tx = ctx.custody_write(Permission::SlotDecide, Subject::Slot(id), "slot").await?;
    let slot = store::slot(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let escort = Escort::new(slot.escort_officers, slot.escort_mode);
    if decision.is_done_in(slot.status, escort, slot.cancel_reason) {
        return Ok(Ok(slot));
    }
    if slot.version != seen {
        return Ok(Err(changed(ctx, &slot)));
    }
    if !when(ctx, &slot)?.1 {
        return Ok(Err(Msg::new("slot-day-closed")));
    }
    let Some(status) = decision.leads_to(slot.status) else { return Ok(Err(Msg::new("slot-step-not-possible"))) };
    if write(&mut tx, &slot, status, decision).await? {
        tx.commit().await?;
        return Ok(Ok(slot));
    }
    let newest = store::slot(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    Ok(Err(changed(ctx, &newest)))
}

/// Somebody else was faster: what the slot is now.
fn changed(ctx: &Ctx, slot: &Slot) -> Msg {
    Msg::with("slot-changed-since", [("state", words::state(ctx.lang, slot.status, slot.cancel_reason).into())])
}

async fn write(tx: &mut CustodyTx, slot: &Slot, status: super::SlotStatus, decision: Decision) -> Result<bool> {
    let (reason, escort): (Option<CancelReason>, Option<Escort>) = match decision {
        Decision::Confirm(escort) => (None, escort),
        Decision::Decline(reason) | Decision::Cancel(reason) => (Some(reason), None),
        Decision::SetEscort(escort) => (None, Some(escort)),
    };
    Ok(store::decide(tx, slot, status, reason, escort).await?)
}
