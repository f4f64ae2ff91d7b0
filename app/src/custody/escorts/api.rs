//! What may be done about escorts: each operation passes the gate, asks the rules and then the store.

use chrono::{Days, NaiveDate};

use super::model::{
    Event, Gender, Need, Presence, Reported, Restrained, Restraint, RestraintReason, Step, StepReason, Supply,
};
use super::rules;
use super::store::{self, NewRestraint, NewStep, NewSupply};
use crate::access::{Permission, Subject};
use crate::custody::day;
use crate::custody::slots::{Part, SlotStatus};
use crate::error::{AppError, Result};
use crate::kit::db::Refusal;
use crate::kit::ids::{PersonId, SlotId};
use crate::web::Ctx;

/// The coming days: what there is and what is needed.
#[derive(Debug)]
pub struct Plan {
    pub days: Vec<NaiveDate>,
    pub supply: Vec<Supply>,
    pub needs: Vec<Need>,
}

pub async fn plan(ctx: &Ctx) -> Result<Plan> {
    let place = ctx.place()?;
    let today = ctx.today();
    let days: Vec<NaiveDate> = (0..rules::DAYS).filter_map(|n| today.checked_add_days(Days::new(n))).collect();
    let (from, _) = day::span(today, place.zone);
    let (_, to) = day::span(days.last().copied().unwrap_or(today), place.zone);
    let mut tx = ctx.custody(Permission::EscortPlan, Subject::Facility(place.id), "escorts").await?;
    let supply = store::supply(&mut tx, place.id, today).await?;
    let needs = store::needs(&mut tx, place.id, from, to).await?;
    Ok(Plan { days, supply, needs })
}

/// Today's escorts with what became of each.
#[derive(Debug)]
pub struct Day {
    pub needs: Vec<Need>,
    pub events: Vec<Event>,
}

pub async fn today(ctx: &Ctx) -> Result<Day> {
    let place = ctx.place()?;
    let (from, to) = day::span(ctx.today(), place.zone);
    let mut tx = ctx.custody(Permission::EscortMark, Subject::Facility(place.id), "escorts").await?;
    let mut needs = store::needs(&mut tx, place.id, from, to).await?;
    needs.retain(|need| need.status != SlotStatus::Requested);
    let events = store::events_between(&mut tx, place.id, from, to).await?;
    Ok(Day { needs, events })
}

/// The escort of one session. Of the people, those who live where the user works.
#[derive(Debug)]
pub struct Sheet {
    pub need: Need,
    pub events: Vec<Event>,
    pub people: Vec<Restrained>,
    pub reported: Option<Reported>,
}

pub async fn sheet(ctx: &Ctx, slot: SlotId) -> Result<Sheet> {
    let mut tx = ctx.custody(Permission::EscortMark, Subject::Slot(slot), "escort").await?;
    let need = store::need(&mut tx, slot).await?.ok_or(AppError::NotFound)?;
    let events = store::events(&mut tx, slot).await?;
    let mut people = store::restraints(&mut tx, slot).await?;
    if let Some(own) = ctx.actor.wings(need.facility_id) {
        people.retain(|person| person.wing_id.is_some_and(|wing| own.contains(&wing)));
    }
    let reported = store::reported(&mut tx, slot).await?;
    Ok(Sheet { need, events, people, reported })
}

/// What came of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    Done,
    /// Somebody else has taken a step since.
    Changed(Step),
    NotPossible,
    NotOpen,
}

/// Takes a step after the one that was seen; on the way back it is also said where officers stood.
pub async fn step(
    ctx: &Ctx,
    slot: SlotId,
    seen: i32,
    (step, reason): (Step, Option<StepReason>),
    presence: Option<Presence>,
) -> Result<Taken> {
    let mut tx = ctx.custody_write(Permission::EscortMark, Subject::Slot(slot), "escort").await?;
    let need = store::need(&mut tx, slot).await?.ok_or(AppError::NotFound)?;
    let events = store::events(&mut tx, slot).await?;
    let last_no = events.last().map_or(0, |event| event.step_no);
    let last = rules::standing(&events).last().map(|event| event.step);
    if last_no != seen {
        // The same button twice, or two officers who saw the same.
        let said = events.last().is_some_and(|event| event.step == step && event.reason == reason);
        return Ok(if said { Taken::Done } else { Taken::Changed(last.unwrap_or(Step::TakenBack)) });
    }
    let zone = day::zone_of(ctx, need.facility_id)?;
    let date = day::date_of(need.starts_at, zone);
    let ahead =
        matches!(step, Step::Accepted | Step::Declined | Step::TakenBack) && date > day::date_of(ctx.now(), zone);
    if !ahead && !day::is_open(date, ctx.now(), zone) {
        return Ok(Taken::NotOpen);
    }
    let live = need.status.is_live() && need.status != SlotStatus::Requested;
    if !live || !rules::next(last).contains(&step) {
        return Ok(Taken::NotPossible);
    }
    let (by, at) = (ctx.actor.id, ctx.now());
    let facility = need.facility_id;
    let new = NewStep { id: ctx.new_id(), slot, facility, step_no: last_no + 1, step, reason, by, at };
    match store::add_step(&mut tx, &new).await {
        Ok(()) => {}
        Err(error) if matches!(error.refusal(), Some(Refusal::Duplicate(_))) => return Ok(Taken::Changed(step)),
        Err(error) => return Err(error.into()),
    }
    if let Some(presence) = presence {
        store::report(&mut tx, (ctx.new_id(), slot), presence, (by, at)).await?;
    }
    tx.commit().await?;
    Ok(Taken::Done)
}

/// Says where officers stood. What was said before is kept.
pub async fn report(ctx: &Ctx, slot: SlotId, presence: Presence) -> Result<()> {
    let mut tx = ctx.custody_write(Permission::EscortMark, Subject::Slot(slot), "escort").await?;
    if store::reported(&mut tx, slot).await?.is_some_and(|held| held.presence == presence) {
        return Ok(());
    }
    store::report(&mut tx, (ctx.new_id(), slot), presence, (ctx.actor.id, ctx.now())).await?;
    Ok(tx.commit().await?)
}

/// Decides about restraining one person. What was decided before is kept.
pub async fn restrain(
    ctx: &Ctx,
    slot: SlotId,
    person: PersonId,
    (decision, reason, words): (Restraint, Option<RestraintReason>, String),
) -> Result<()> {
    let mut tx = ctx.custody_write(Permission::EscortPlan, Subject::Slot(slot), "restraint").await?;
    let people = store::restraints(&mut tx, slot).await?;
    let held = people.iter().find(|held| held.person_id == person).ok_or(AppError::NotFound)?;
    let same = held.decision.unwrap_or(Restraint::None) == decision
        && held.reason == reason
        && held.words.as_deref().unwrap_or_default() == words;
    if same {
        return Ok(());
    }
    let new = NewRestraint { id: ctx.new_id(), slot, person, decision, reason, words, by: ctx.actor.id, at: ctx.now() };
    store::add_restraint(&mut tx, &new).await?;
    Ok(tx.commit().await?)
}

/// Says of whom the escort must be; `false` when somebody has changed the session since.
pub async fn set_gender(ctx: &Ctx, slot: SlotId, seen: i32, gender: Gender) -> Result<bool> {
    let mut tx = ctx.custody_write(Permission::EscortPlan, Subject::Slot(slot), "escort").await?;
    let need = store::need(&mut tx, slot).await?.ok_or(AppError::NotFound)?;
    if need.escort_gender == gender {
        return Ok(true);
    }
    if !store::set_gender(&mut tx, slot, seen, gender).await? {
        return Ok(false);
    }
    tx.commit().await?;
    Ok(true)
}

/// Officers of one part as the form says them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub weekday: Option<i32>,
    pub on_date: Option<NaiveDate>,
    pub part: Part,
    pub officers: i32,
    pub women: i32,
}

/// The sum of the versions: it rises with every change, and so tells an old form.
#[must_use]
pub fn stamp(supply: &[Supply]) -> i32 {
    supply.iter().filter(|row| row.weekday.is_some()).map(|row| row.version).sum()
}

pub async fn supply(ctx: &Ctx) -> Result<Vec<Supply>> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::EscortPlan, Subject::Facility(facility), "escort_supply").await?;
    Ok(store::supply(&mut tx, facility, ctx.today()).await?)
}

/// Writes what differs; `false` when a form of the whole week is older than what is kept.
pub async fn set_supply(ctx: &Ctx, seen: Option<i32>, entries: &[Entry]) -> Result<bool> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody_write(Permission::EscortPlan, Subject::Facility(facility), "escort_supply").await?;
    let held = store::supply(&mut tx, facility, ctx.today()).await?;
    let differs = |entry: &&Entry| {
        let same = |row: &&Supply| (row.weekday, row.on_date, row.part) == (entry.weekday, entry.on_date, entry.part);
        match held.iter().find(same) {
            Some(row) => (row.officers, row.women) != (entry.officers, entry.women),
            None => entry.on_date.is_some() || entry.officers > 0,
        }
    };
    let changed: Vec<&Entry> = entries.iter().filter(differs).collect();
    if changed.is_empty() {
        return Ok(true);
    }
    if seen.is_some_and(|seen| seen != stamp(&held)) {
        return Ok(false);
    }
    for entry in changed {
        let new = NewSupply {
            id: ctx.new_id(),
            facility,
            weekday: entry.weekday,
            on_date: entry.on_date,
            part: entry.part,
            officers: entry.officers,
            women: entry.women,
            by: ctx.actor.id,
            at: ctx.now(),
        };
        match store::set_supply(&mut tx, &new).await {
            Ok(()) => {}
            Err(error) if matches!(error.refusal(), Some(Refusal::Duplicate(_))) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
    }
    tx.commit().await?;
    Ok(true)
}

pub async fn drop_exception(ctx: &Ctx, id: uuid::Uuid) -> Result<()> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody_write(Permission::EscortPlan, Subject::Facility(facility), "escort_supply").await?;
    store::drop_exception(&mut tx, facility, id).await?;
    Ok(tx.commit().await?)
}
