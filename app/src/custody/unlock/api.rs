//! What may be done with unlock lists: each operation passes the gate, asks the rules and then the store.

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};

use super::model::{Correction, KeptMark, Made, Mark, Marked, PersonAt, RowKey, UnlockRow, Wing};
use super::rules::{self, Window};
use super::store::{self, NewMovement, Span};
use crate::access::{Permission, Subject};
use crate::custody::day;
use crate::custody::outings;
use crate::custody::people::{Cautions, Presence};
use crate::custody::slots::{CustodyReason, Movement, Part, rules::part_at, store::regime};
use crate::error::{AppError, Result};
use crate::kit::db::CustodyTx;
use crate::kit::ids::{ListId, PersonId, SlotId, WingId};
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
    /// The row says it now and has this version, whether it was written just now or already said so.
    Said(i32),
    /// Somebody else has marked the row since: this is what it says now.
    Changed(Marked),
    /// Not from this state, or not for a session in its state.
    NotPossible(Marked),
    /// The session's day has not come, or only a correction can change it now.
    NotOpen,
}

/// Marks one person. The row's state and the movement that is kept of it are written together or not at all.
pub async fn mark(ctx: &Ctx, key: RowKey, mark: Mark, made: Made) -> Result<Outcome> {
    let mut tx = ctx.custody_write(Permission::MovementMark, Subject::Person(key.person), "movement").await?;
    let outcome = write(&mut tx, ctx, key, mark, made).await?;
    if matches!(outcome, Outcome::Said(_)) {
        tx.commit().await?;
    }
    Ok(outcome)
}

/// Marks what stands on a printed list by hand: all of it, or nothing when one mark is not possible. Whoever has moved to another
/// wing since is still on this paper.
pub async fn mark_from_paper(
    ctx: &Ctx,
    list: ListId,
    marks: &[(RowKey, Mark, DateTime<Utc>)],
) -> Result<Vec<(RowKey, Outcome)>> {
    let mut tx = ctx.custody_write(Permission::MovementMark, Subject::List(list), "movement").await?;
    let mut refused = Vec::new();
    for (key, mark, at) in marks {
        let made = Made { at: Some(*at), list: Some(list), ..Made::default() };
        let outcome = match write(&mut tx, ctx, *key, *mark, made).await {
            // Moved to another facility: no longer this one's to mark.
            Err(AppError::NotFound) => Outcome::NotOpen,
            outcome => outcome?,
        };
        if !matches!(outcome, Outcome::Said(_)) {
            refused.push((*key, outcome));
        }
    }
    if refused.is_empty() {
        tx.commit().await?;
    }
    Ok(refused)
}

async fn write(tx: &mut CustodyTx, ctx: &Ctx, key: RowKey, mark: Mark, made: Made) -> Result<Outcome> {
    if let Some(id) = made.mark_id
        && let Some(version) = store::by_phone(tx, key, id).await?
    {
        return Ok(Outcome::Said(version));
    }
    let held = store::marked(tx, key).await?.ok_or(AppError::NotFound)?;
    if mark.is_said_by(held.movement, held.custody_reason) {
        return Ok(Outcome::Said(held.version));
    }
    // A phone's clock may be ahead; nothing has happened later than now.
    let at = made.at.map_or_else(|| ctx.now(), |at| at.min(ctx.now()));
    if !is_open(ctx, &held, at)? {
        return Ok(Outcome::NotOpen);
    }
    if held.version != key.version {
        return Ok(Outcome::Changed(held));
    }
    let Some((movement, reason)) = mark.leads_to(held.movement).filter(|_| mark.fits(held.status)) else {
        return Ok(Outcome::NotPossible(held));
    };
    let earlier = if matches!(mark, Mark::BackTo(_)) { store::made_at(tx, key, movement).await? } else { None };
    let new = NewMovement {
        id: ctx.new_id(),
        movement,
        reason,
        at: earlier.unwrap_or(at),
        recorded_by: ctx.actor.id,
        recorded_at: ctx.now(),
        mark_id: made.mark_id,
        list: made.list,
        correction: None,
    };
    if store::mark(tx, key, &new).await? {
        return Ok(Outcome::Said(key.version + 1));
    }
    // Another mark came between reading and writing: if it said the same, all is well.
    let held = store::marked(tx, key).await?.ok_or(AppError::NotFound)?;
    Ok(if mark.is_said_by(held.movement, held.custody_reason) {
        Outcome::Said(held.version)
    } else {
        Outcome::Changed(held)
    })
}

/// Whether a mark made at that moment is still taken today.
fn is_open(ctx: &Ctx, held: &Marked, at: DateTime<Utc>) -> Result<bool> {
    let zone = day::zone_of(ctx, held.facility_id)?;
    let session = day::date_of(held.starts_at, zone);
    let marked_on = held.marked_at.map(|at| day::date_of(at, zone));
    let window = rules::window(session, held.movement, marked_on, day::date_of(at, zone));
    Ok(window == Window::Open && rules::is_recent(session, day::date_of(ctx.now(), zone)))
}

/// One person at one session, with every mark that was ever made.
#[derive(Debug)]
pub struct History {
    pub person: PersonAt,
    pub marks: Vec<KeptMark>,
    pub date: NaiveDate,
}

pub async fn history(ctx: &Ctx, slot: SlotId, person: PersonId) -> Result<History> {
    let mut tx = ctx.custody(Permission::UnlockListRead, Subject::Person(person), "movements").await?;
    let held = store::person_at(&mut tx, slot, person).await?.ok_or(AppError::NotFound)?;
    let date = day::date_of(held.starts_at, day::zone_of(ctx, held.facility_id)?);
    if !plans_the_day(ctx) && !rules::is_recent(date, ctx.today()) {
        return Err(AppError::NotFound);
    }
    let marks = store::history(&mut tx, slot, person).await?;
    Ok(History { person: held, marks, date })
}

/// What a correction says instead.
#[derive(Debug, Clone, Copy)]
pub struct Corrected {
    pub movement: Movement,
    pub reason: Option<CustodyReason>,
    pub at: DateTime<Utc>,
    pub why: Correction,
}

/// Puts a mark right, whatever its day; what was said before stays in the history. `false` when somebody has marked since.
pub async fn correct(ctx: &Ctx, key: RowKey, to: Corrected) -> Result<bool> {
    let mut tx = ctx.custody_write(Permission::MovementCorrect, Subject::Person(key.person), "movement").await?;
    let held = store::marked(&mut tx, key).await?.ok_or(AppError::NotFound)?;
    if held.movement == to.movement && held.custody_reason == to.reason && held.moved_at == Some(to.at) {
        return Ok(true);
    }
    let new = NewMovement {
        id: ctx.new_id(),
        movement: to.movement,
        reason: to.reason,
        at: to.at.min(ctx.now()),
        recorded_by: ctx.actor.id,
        recorded_at: ctx.now(),
        mark_id: None,
        list: None,
        correction: Some(to.why),
    };
    if !store::mark(&mut tx, key, &new).await? {
        return Ok(false);
    }
    tx.commit().await?;
    Ok(true)
}

/// Whether anybody of a day's list may still be marked; each mark asks again for its own row.
pub fn is_markable(ctx: &Ctx, date: NaiveDate) -> bool {
    date <= ctx.today() && rules::is_recent(date, ctx.today())
}

/// Checks an officer's day; those who plan the day have any.
#[must_use]
pub fn may_open(ctx: &Ctx, date: NaiveDate) -> bool {
    rules::may_open(date, ctx.today(), plans_the_day(ctx))
}
