//! What may be done with unlock lists: each operation passes the gate, asks the rules and then the store.

use chrono::{Datelike as _, NaiveDate};

use super::model::{Mark, Marked, RowKey, UnlockRow, Wing};
use super::rules;
use super::store::{self, NewMovement, Span};
use crate::access::{Permission, Subject};
use crate::custody::day;
use crate::custody::outings;
use crate::custody::people::{Cautions, Presence};
use crate::custody::slots::{Part, rules::part_at, store::regime};
use crate::error::{AppError, Result};
use crate::kit::db::CustodyTx;
use crate::kit::ids::WingId;
use crate::web::Ctx;

/// A list with what its page needs.
#[derive(Debug)]
pub struct UnlockList {
    /// The wings that the user may choose among.
    pub wings: Vec<Wing>,
    pub wing: Wing,
    pub date: NaiveDate,
    pub part: Part,
    pub rows: Vec<UnlockRow>,
    pub cautions: Cautions,
}

/// Those who plan the whole day open any day's lists; the rest those they unlock for.
#[must_use]
pub fn plans_the_day(ctx: &Ctx) -> bool {
    ctx.may(Permission::BoardRead)
}

/// The wing that a list opens at when none is asked for: the first of one's own. `None` where there is no wing.
pub async fn first_wing(ctx: &Ctx) -> Result<Option<WingId>> {
    let place = ctx.place()?;
    if let Some(own) = ctx.actor.wings(place.id) {
        return Ok(own.first().copied());
    }
    let mut tx = ctx.custody(Permission::UnlockListRead, Subject::Facility(place.id), "wings").await?;
    Ok(store::first_wing(&mut tx, place.id).await?)
}

/// Reads the list of a wing; without a part, the one under way or next.
pub async fn list(ctx: &Ctx, wing: WingId, date: NaiveDate, part: Option<Part>) -> Result<UnlockList> {
    let place = ctx.place()?;
    let mut tx = ctx.custody(Permission::UnlockListRead, Subject::Wing(place.id, wing), "unlock_list").await?;
    let part = match part {
        Some(part) => part,
        None => {
            let weekday = i32::try_from(date.weekday().number_from_monday()).unwrap_or(1);
            let minute = (date == ctx.today()).then(|| day::minute_of(ctx.now(), place.zone));
            part_at(&regime(&mut tx, place.id, weekday).await?, minute)
        }
    };
    let (from, to) = day::span(date, place.zone);
    let span = Span { facility: place.id, wing, date, from, to, part };
    let mut wings = store::wings(&mut tx, &span).await?;
    // The gate takes the caller's word that the wing is the facility's; this does not.
    let here = wings.iter().find(|held| held.id == wing).cloned().ok_or(AppError::NotFound)?;
    if let Some(own) = ctx.actor.wings(place.id) {
        wings.retain(|held| own.contains(&held.id));
    }
    let mut rows = store::rows(&mut tx, &span).await?;
    // Who is away is told on the day and not before, and where to is not told at all.
    if outings::rules::may_be_told(date, ctx.today()) {
        let away = outings::store::away(&mut tx, place.id, (from, to)).await?;
        for row in rows.iter_mut().filter(|row| row.presence == Presence::Present) {
            row.is_away = outings::rules::is_away(&away, row.person_id, row.starts_at, row.ends_at);
        }
    }
    let cautions = store::cautions(&mut tx, &span).await?;
    Ok(UnlockList { wings, wing: here, date, part, rows, cautions })
}

/// What became of a mark.
#[derive(Debug, Clone, Copy)]
pub enum Outcome {
    /// The row says it now, whether it was written just now or already said so.
    Said,
    /// Somebody else has marked the row since: this is what it says now.
    Changed(Marked),
    /// Not from this state, or not for a session in its state.
    NotPossible(Marked),
    /// The session's day has not come, or is closed.
    NotOpen,
}

/// Marks one person. The row's state and the movement that is kept of it are written together or not at all.
pub async fn mark(ctx: &Ctx, key: RowKey, mark: Mark) -> Result<Outcome> {
    let mut tx = ctx.custody_write(Permission::MovementMark, Subject::Person(key.person), "movement").await?;
    let held = store::marked(&mut tx, key).await?.ok_or(AppError::NotFound)?;
    let zone = day::zone_of(ctx, held.facility_id)?;
    if mark.is_said_by(held.movement, held.custody_reason) {
        return Ok(Outcome::Said);
    }
    if !day::is_open(day::date_of(held.starts_at, zone), ctx.now(), zone) {
        return Ok(Outcome::NotOpen);
    }
    if held.version != key.version {
        return Ok(Outcome::Changed(held));
    }
    let Some((movement, reason)) = mark.leads_to(held.movement).filter(|_| mark.fits(held.status)) else {
        return Ok(Outcome::NotPossible(held));
    };
    let earlier = if matches!(mark, Mark::BackTo(_)) { store::made_at(&mut tx, key, movement).await? } else { None };
    let new = NewMovement {
        id: ctx.new_id(),
        movement,
        reason,
        at: earlier.unwrap_or_else(|| ctx.now()),
        recorded_by: ctx.actor.id,
        recorded_at: ctx.now(),
    };
    if store::mark(&mut tx, key, &new).await? {
        tx.commit().await?;
        return Ok(Outcome::Said);
    }
    settle(&mut tx, key, mark).await
}

/// Another mark came between reading and writing: if it said the same, all is well.
async fn settle(tx: &mut CustodyTx, key: RowKey, mark: Mark) -> Result<Outcome> {
    let held = store::marked(tx, key).await?.ok_or(AppError::NotFound)?;
    Ok(if mark.is_said_by(held.movement, held.custody_reason) { Outcome::Said } else { Outcome::Changed(held) })
}

/// Whether the marks of a day may be made or changed now.
pub fn is_markable(ctx: &Ctx, date: NaiveDate) -> bool {
    day::is_open(date, ctx.now(), ctx.zone())
}

/// Checks an officer's day; those who plan the day have any.
#[must_use]
pub fn may_open(ctx: &Ctx, date: NaiveDate) -> bool {
    rules::may_open(date, ctx.today(), plans_the_day(ctx))
}
