//! What may be done with slots: each operation passes the gate, asks the rules and then the store.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use chrono_tz::Tz;

use super::filter::BoardFilter;
use super::model::{
    BoardRoom, BoardSlot, CancelReason, Escort, OverrideKind, OverrideReason, Part, Slot, SlotPerson, SlotStatus,
};
use super::overrides::{NewOverride, Overridden};
use super::rules::{self, Decision};
use super::{hindrances, overrides, store, turn, words};
use crate::access::{Permission, Subject};
use crate::custody::day;
use crate::custody::escorts::officers::Officers;
use crate::custody::escorts::store as escorts;
use crate::custody::moves::model::{Question, WeekPart};
use crate::custody::moves::store::{self as moves, Closure};
use crate::custody::people::{Cautions, list_name};
use crate::custody::places::model::Claim;
use crate::custody::places::store as places;
use crate::custody::tools::Missing;
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::{CustodyTx, DbError, Refusal};
use crate::kit::ids::{PersonId, RoomId, SlotId};
use crate::kit::local_time::instant;
use crate::web::Ctx;

/// Some days of one facility.
#[derive(Debug)]
pub struct Board {
    pub regime: Vec<WeekPart>,
    pub rooms: Vec<BoardRoom>,
    pub slots: Vec<BoardSlot>,
    /// Tools that are missing now, whatever the day.
    pub missing: Vec<Missing>,
    pub closures: Vec<Closure>,
    /// The parts of the week in which a room is health's first.
    pub claims: Vec<Claim>,
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
    let missing = crate::custody::tools::missing(&mut tx, place.id).await?;
    let closures = moves::closures(&mut tx, place.id, from, to).await?;
    let supply = escorts::supply(&mut tx, place.id, first).await?;
    let needed = rules::officers_needed(&slots, place.zone);
    let claims = places::claims(&mut tx, place.id).await?;
    Ok(Board { regime, rooms, slots, missing, closures, claims, officers: Officers { supply, needed } })
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

    /// The parts of a day in which health has a standing claim on a room.
    pub fn claimed(&self, room: RoomId, date: NaiveDate) -> impl Iterator<Item = Part> {
        let weekday = i32::try_from(date.weekday().number_from_monday()).unwrap_or(1);
        self.claims.iter().filter(move |held| held.room_id == room && held.weekday == weekday).map(|held| held.part)
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
    /// Refusals that were set aside for it.
    pub overrides: Vec<Overridden>,
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
    let overrides = overrides::of_slot(&mut tx, id).await?;
    let question = moves::question(&mut tx, id).await?;
    Ok(SlotSheet { slot, people, cautions, overrides, question, date, open })
}

fn when(ctx: &Ctx, slot: &Slot) -> Result<(NaiveDate, bool)> {
    let zone = day::zone_of(ctx, slot.facility_id)?;
    let date = day::date_of(slot.starts_at, zone);
    Ok((date, rules::is_open(date, ctx.now(), zone)))
}

/// Why a step was not taken: what to tell the coordinator, and whether it is a closure, which he may set aside.
#[derive(Debug)]
pub struct Refused {
    pub said: Vec<Msg>,
    pub closed: bool,
}

impl From<Msg> for Refused {
    fn from(said: Msg) -> Self {
        Self { said: vec![said], closed: false }
    }
}

/// Takes a step on the version of the slot that the coordinator has seen. `Err` within is what to tell him instead. With a reason
/// for it, a session is confirmed at a time at which its place is closed.
pub async fn decide(
    ctx: &Ctx,
    id: SlotId,
    seen: i32,
    decision: Decision,
    although_closed: Option<OverrideReason>,
) -> Result<std::result::Result<Slot, Refused>> {
    let mut tx = ctx.custody_write(Permission::SlotDecide, Subject::Slot(id), "slot").await?;
    let slot = store::slot(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    turn::take(&mut tx, slot.facility_id).await?;
    let escort = Escort::new(slot.escort_officers, slot.escort_mode);
    if decision.is_done_in(slot.status, escort, slot.cancel_reason) {
        return Ok(Ok(slot));
    }
    if slot.version != seen {
        return Ok(Err(changed(ctx, &slot).into()));
    }
    if !when(ctx, &slot)?.1 {
        return Ok(Err(Msg::new("slot-day-closed").into()));
    }
    let Some(status) = decision.leads_to(slot.status) else {
        return Ok(Err(Msg::new("slot-step-not-possible").into()));
    };
    if let (Decision::Confirm(_), Some(reason)) = (decision, although_closed.filter(|reason| reason.is_of_closure())) {
        overrides::add(&mut tx, &although(ctx, &slot, reason)).await?;
    }
    match write(&mut tx, &slot, status, decision).await {
        Ok(true) => {
            tx.commit().await?;
            Ok(Ok(slot))
        }
        Ok(false) => {
            let newest = store::slot(&mut tx, id).await?.ok_or(AppError::NotFound)?;
            Ok(Err(changed(ctx, &newest).into()))
        }
        Err(error) => {
            // A refused statement may leave a transaction that answers nothing more.
            drop(tx);
            Ok(Err(why(ctx, &slot, error).await?))
        }
    }
}

fn although(ctx: &Ctx, slot: &Slot, reason: OverrideReason) -> NewOverride {
    NewOverride {
        id: ctx.new_id(),
        slot: slot.id,
        facility: slot.facility_id,
        kind: OverrideKind::Closure,
        person: None,
        reason,
        room: slot.room_id,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        by: ctx.actor.id,
        at: ctx.now(),
    }
}

/// Who or what is in the way of a slot that the database refused, in words of custody's.
async fn why(ctx: &Ctx, slot: &Slot, error: DbError) -> Result<Refused> {
    let Some(refusal) = error.refusal() else { return Err(error.into()) };
    let (lang, zone) = (ctx.lang, day::zone_of(ctx, slot.facility_id)?);
    let mut tx = ctx.custody(Permission::BoardRead, Subject::Slot(slot.id), "slot").await?;
    let people = store::people(&mut tx, slot.id).await?;
    let ids: Vec<PersonId> = people.iter().map(|person| person.person_id).collect();
    let on = day::date_of(slot.starts_at, zone);
    let name = |id: PersonId| {
        let person = people.iter().find(|person| person.person_id == id);
        person.map(|person| list_name(&person.family_name, &person.given_name)).unwrap_or_default()
    };
    let times = |from, to| lang.times(from, to, zone);
    let mut said: Vec<Msg> = match refusal {
        Refusal::Closed => hindrances::closures(&mut tx, slot.facility_id, slot.starts_at, slot.ends_at)
            .await?
            .into_iter()
            .filter(|closed| closed.covers(slot.room_id, slot.starts_at, slot.ends_at))
            .map(|closed| {
                let time =
                    format!("{} – {}", lang.date_time(closed.starts_at, zone), lang.date_time(closed.ends_at, zone));
                Msg::with("slot-closed", [("kind", closed.words(lang).into()), ("time", time.into())])
            })
            .collect(),
        Refusal::Capacity => {
            vec![Msg::with("slot-too-small", [("room", slot.room.as_str().into()), ("n", slot.capacity.into())])]
        }
        Refusal::KeepApart => hindrances::pairs(&mut tx, &ids, on, on)
            .await?
            .into_iter()
            .map(|pair| {
                Msg::with("slot-kept-apart", [("a", name(pair.person_a).into()), ("b", name(pair.person_b).into())])
            })
            .collect(),
        Refusal::KeepApartPlace => hindrances::near(&mut tx, &ids, slot.id, (slot.starts_at, slot.ends_at), (on, on))
            .await?
            .into_iter()
            .filter(|near| near.is_met(slot.room_id, slot.starts_at, slot.ends_at))
            .map(|near| {
                let time = times(near.starts_at, near.ends_at);
                Msg::with("slot-would-meet", [("name", name(near.person_id).into()), ("time", time.into())])
            })
            .collect(),
        Refusal::Tools | Refusal::GroupSize => hindrances::against(&mut tx, &ids, slot.kit_id, on, on)
            .await?
            .into_iter()
            .filter(|against| against.stands(ids.len(), on))
            .map(|against| {
                let notice = against.terms.words(lang);
                Msg::with("slot-notice-against", [("name", name(against.person_id).into()), ("notice", notice.into())])
            })
            .collect(),
        Refusal::ClaimOnce => vec![Msg::new("slot-taken")],
        _ => return Err(error.into()),
    };
    // What stood in the way has gone since: the same step may succeed now.
    let closed = refusal == Refusal::Closed && !said.is_empty();
    if said.is_empty() {
        said.push(Msg::new("slot-way-free"));
    }
    Ok(Refused { said, closed })
}

/// Somebody else was faster: what the slot is now.
fn changed(ctx: &Ctx, slot: &Slot) -> Msg {
    Msg::with("slot-changed-since", [("state", words::state(ctx.lang, slot.status, slot.cancel_reason).into())])
}

async fn write(
    tx: &mut CustodyTx,
    slot: &Slot,
    status: SlotStatus,
    decision: Decision,
) -> std::result::Result<bool, DbError> {
    let (reason, escort): (Option<CancelReason>, Option<Escort>) = match decision {
        Decision::Confirm(escort) => (None, escort),
        Decision::Decline(reason) | Decision::Cancel(reason) => (Some(reason), None),
        Decision::SetEscort(escort) => (None, Some(escort)),
    };
    store::decide(tx, slot, status, reason, escort).await
}
