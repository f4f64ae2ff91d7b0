//! Planning, cancelling and carrying out a move, each in one transaction.

use chrono::NaiveDate;

use super::model::{Destination, Ends, Move, MovePerson, MoveStatus};
use super::rules::{self, PlanRefused};
use super::store::{self, NewMove, NextStay};
use crate::access::{Permission, Subject};
use crate::custody::changes::{ChangeKind, MadeBy, NewChange, note};
use crate::custody::slots::{CustodyReason, turn};
use crate::error::{AppError, Result};
use crate::kit::db::{CustodyTx, Refusal};
use crate::kit::ids::{FacilityId, PersonId, TransferId};
use crate::web::Ctx;

/// Somebody with the places they can be moved to.
#[derive(Debug)]
pub struct Candidate {
    pub person: MovePerson,
    pub destinations: Vec<Destination>,
}

pub async fn candidate(ctx: &Ctx, person: PersonId) -> Result<Candidate> {
    let mut tx = ctx.custody(Permission::MovePerson, Subject::Person(person), "move").await?;
    let person = store::person(&mut tx, person).await?.ok_or(AppError::NotFound)?;
    let destinations = store::destinations(&mut tx, person.facility_id).await?;
    Ok(Candidate { person, destinations })
}

/// What came of planning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planned {
    Done(TransferId),
    /// A move of this person is planned: the form was sent twice, or somebody else was faster.
    Already(TransferId),
    Refused(PlanRefused),
}

pub async fn plan(ctx: &Ctx, person: PersonId, to: FacilityId, on: NaiveDate) -> Result<Planned> {
    let mut tx = ctx.custody_write(Permission::MovePerson, Subject::Person(person), "move").await?;
    let held = store::person(&mut tx, person).await?.ok_or(AppError::NotFound)?;
    if let Some(planned) = held.planned {
        return Ok(Planned::Already(planned));
    }
    if let Err(refused) = rules::may_be_planned(held.presence, (held.facility_id, to), on, ctx.today()) {
        return Ok(Planned::Refused(refused));
    }
    if store::destinations(&mut tx, held.facility_id).await?.iter().all(|place| place.id != to) {
        return Err(AppError::BadRequest);
    }
    let new = NewMove { id: ctx.new_id(), person, to, on, by: ctx.actor.id, at: ctx.now() };
    match store::plan(&mut tx, &new).await {
        Ok(()) => tx.commit().await?,
        // Another request came between our look and our write.
        Err(error) if matches!(error.refusal(), Some(Refusal::Duplicate(_))) => return Err(AppError::Stale),
        Err(error) => return Err(error.into()),
    }
    Ok(Planned::Done(new.id))
}

/// A move with what carrying it out would end.
#[derive(Debug)]
pub struct MoveSheet {
    pub planned: Move,
    pub ends: Ends,
}

pub async fn sheet(ctx: &Ctx, id: TransferId) -> Result<MoveSheet> {
    let mut tx = ctx.custody(Permission::MovePerson, Subject::Move(id), "move").await?;
    let planned = store::find(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let ends = store::ends(&mut tx, planned.person_id, ctx.now(), ctx.today()).await?;
    Ok(MoveSheet { planned, ends })
}

/// What came of deciding about a planned move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    Done,
    /// The same button pressed twice.
    Already,
    /// Somebody else has decided otherwise.
    Changed(MoveStatus),
    /// Somebody at the new facility has that number.
    NumberTaken,
}

pub async fn cancel(ctx: &Ctx, id: TransferId, version: i32) -> Result<Decided> {
    let mut tx = ctx.custody_write(Permission::MovePerson, Subject::Move(id), "move").await?;
    let held = store::find(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    match held.status {
        MoveStatus::Planned => {}
        MoveStatus::Cancelled => return Ok(Decided::Already),
        MoveStatus::Done => return Ok(Decided::Changed(held.status)),
    }
    if !store::cancel(&mut tx, id, version).await? {
        return Ok(Decided::Changed(held.status));
    }
    tx.commit().await?;
    Ok(Decided::Done)
}

/// Both sides of the facility that is left behind are told.
async fn tell(ctx: &Ctx, tx: &mut CustodyTx, held: &Move, bookings: i64) -> Result<()> {
    let change = NewChange {
        id: ctx.new_id(),
        facility: held.from_facility_id,
        person: Some(held.person_id),
        slot: None,
        kind: ChangeKind::Transferred,
        reason: None,
        earlier: String::new(),
        later: String::new(),
        touched: i32::try_from(bookings).unwrap_or(i32::MAX),
        by: MadeBy::Nobody,
        at: ctx.now(),
    };
    Ok(note(tx, change).await?)
}

/// Carries a move out; all of it or nothing.
pub async fn carry_out(ctx: &Ctx, id: TransferId, version: i32, number: Option<String>) -> Result<Decided> {
    let mut tx = ctx.custody_write(Permission::MovePerson, Subject::Move(id), "move").await?;
    let held = store::find(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    match held.status {
        MoveStatus::Planned => {}
        MoveStatus::Done => return Ok(Decided::Already),
        MoveStatus::Cancelled => return Ok(Decided::Changed(held.status)),
    }
    let next_number = number.as_deref().unwrap_or(&held.prison_number);
    if store::number_is_taken(&mut tx, held.to_facility_id, next_number).await? {
        return Ok(Decided::NumberTaken);
    }
    turn::take(&mut tx, held.from_facility_id).await?;
    if !store::set_done(&mut tx, id, version, ctx.now()).await? {
        return Ok(Decided::Changed(held.status));
    }
    let (person, now, today) = (held.person_id, ctx.now(), ctx.today());
    let bookings = store::ends(&mut tx, person, now, today).await?.bookings;
    store::end_bookings(&mut tx, person, CustodyReason::Transferred, now).await?;
    store::close_cautions(&mut tx, person, today, ctx.actor.id).await?;
    let stay = NextStay { person, to: held.to_facility_id, number, on: today, by: ctx.actor.id, at: now };
    match store::move_person(&mut tx, &stay, || ctx.new_id()).await {
        Ok(()) => {
            tell(ctx, &mut tx, &held, bookings).await?;
            tx.commit().await?;
        }
        Err(error) if matches!(error.refusal(), Some(Refusal::Duplicate(_))) => return Ok(Decided::NumberTaken),
        Err(error) => return Err(error.into()),
    }
    Ok(Decided::Done)
}
