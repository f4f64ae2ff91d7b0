//! What may be done with slots: each operation passes the gate, asks the rules and then the store.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use chrono_tz::Tz;

use super::filter::BoardFilter;
use super::model::{BoardRoom, BoardSlot, CancelReason, Escort, Part, Slot, SlotPerson, SlotStatus};
use super::rules::{self, Decision};
use super::supply::{self, Officers};
use super::{store, words};
use crate::access::{Permission, Subject};
use crate::custody::day;
use crate::custody::moves::model::{Question, WeekPart};
use crate::custody::moves::store::{self as moves, Closure};
use crate::custody::people::Cautions;
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::CustodyTx;
use crate::kit::ids::{RoomId, SlotId};
use crate::kit::local_time::instant;
use crate::web::Ctx;

/// Some days of one facility.
#[derive(Debug)]
pub struct Board {
    pub regime: Vec<WeekPart>,
    pub rooms: Vec<BoardRoom>,
    pub slots: Vec<BoardSlot>,
    pub closures: Vec<Closure>,
    pub officers: Officers,
}

/// Reads the board of the place, with the same few statements for a day and for a week.
pub async fn board(ctx: &Ctx, filter: &BoardFilter) -> Result<Board> {
    let place = ctx.place()?;
    let (first, days) = filter.days();
    let last = first.iter_days().nth(days.saturating_sub(1)).unwrap_or(first);
    let (from, to) = (day::span(first, place.zone).0, day::span(last, place.zone).1);
    let mut tx = ctx.custody(Permission::BoardRead, Subject::Facility(place.id), "board").await?;
    let regime = moves::week(&mut tx, place.id).await?;
    let rooms = store::rooms(&mut tx, place.id).await?;
    let slots = store::slots_between(&mut tx, place.id, from, to).await?;
    let closures = moves::closures(&mut tx, place.id, from, to).await?;
    let supply = supply::supply(&mut tx, place.id, first, day::after(last)).await?;
    let needed = rules::officers_needed(&slots, place.zone);
    Ok(Board { regime, rooms, slots, closures, officers: Officers { supply, needed } })
}

impl Board {
    /// The parts of a day's regime.
    pub fn regime_of(&self, date: NaiveDate) -> impl Iterator<Item = &WeekPart> {
        let weekday = i32::try_from(date.weekday().number_from_monday()).unwrap_or(1);
        self.regime.iter().filter(move |row| row.weekday == weekday)
    }

    /// The instants between which a part of a day lies; nothing where the regime has no such part.
    #[must_use]
    pub fn part_span(&self, date: NaiveDate, part: Part, zone: Tz) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let row = self.regime_of(date).find(|row| row.part == part)?;
        Some((instant(date, row.start_minute, zone).ok()?, instant(date, row.end_minute, zone).ok()?))
    }

    /// Whether a room is closed at some time within the span.
    #[must_use]
    pub fn is_closed(&self, room: RoomId, from: DateTime<Utc>, to: DateTime<Utc>) -> bool {
        let here = |closure: &Closure| closure.room_id.is_none_or(|closed| closed == room);
        self.closures.iter().any(|closure| here(closure) && closure.starts_at < to && closure.ends_at > from)
    }

    /// Rooms that are shown: those that health uses, and those that hold a session that is asked for.
    pub fn shown_rooms<'a>(&'a self, filter: &'a BoardFilter) -> impl Iterator<Item = &'a BoardRoom> {
        self.rooms.iter().filter(move |room| {
            filter.room.is_none_or(|asked| asked == room.id)
                && ((room.usable_by_ot && !filter.is_narrow())
                    || self.slots.iter().any(|slot| slot.room_id == room.id && filter.shows(slot)))
        })
    }

    /// Those who have sessions in these days, each once, by name.
    #[must_use]
    pub fn practitioners(&self) -> Vec<(String, String)> {
        let names: BTreeMap<_, _> = self.slots.iter().map(|slot| (&slot.practitioner, slot.practitioner_id)).collect();
        names.into_iter().map(|(name, id)| (id.to_string(), name.clone())).collect()
    }

    /// What is wrong with a session that is to take place: booked before the room was closed, or before the regime or the room changed.
    #[must_use]
    pub fn trouble(&self, room: &BoardRoom, slot: &BoardSlot, zone: Tz) -> Option<&'static str> {
        if !matches!(slot.status, SlotStatus::Requested | SlotStatus::Confirmed) {
            return None;
        }
        let span = self.part_span(day::date_of(slot.starts_at, zone), slot.part, zone);
        if self.is_closed(room.id, slot.starts_at, slot.ends_at) {
            Some("board-closed")
        } else if slot.people > i64::from(room.capacity) {
            Some("board-too-many")
        } else if span.is_none_or(|(from, to)| slot.starts_at < from || to < slot.ends_at) {
            Some("board-outside")
        } else {
            None
        }
    }
}

/// One slot with its people.
#[derive(Debug)]
pub struct SlotSheet {
    pub slot: Slot,
    pub people: Vec<SlotPerson>,
    pub cautions: Cautions,
    /// What was last asked of health about it.
    pub question: Option<Question>,
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
    let question = moves::question(&mut tx, id).await?;
    Ok(SlotSheet { slot, people, cautions, question, date, open })
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

async fn write(tx: &mut CustodyTx, slot: &Slot, status: SlotStatus, decision: Decision) -> Result<bool> {
    let (reason, escort): (Option<CancelReason>, Option<Escort>) = match decision {
        Decision::Confirm(escort) => (None, escort),
        Decision::Decline(reason) | Decision::Cancel(reason) => (Some(reason), None),
        Decision::SetEscort(escort) => (None, Some(escort)),
    };
    Ok(store::decide(tx, slot, status, reason, escort).await?)
}
