//! Health's moves and answers: each passes the gate, asks the rules and then the database, which may still refuse.

use chrono::NaiveDate;

use super::store;
use crate::access::{Denied, Permission, Subject};
use crate::custody::changes::{self, MadeBy};
use crate::custody::moves::api::{Wanted, changed, ground, refused, told};
use crate::custody::moves::model::{Moving, Obstacle, Question};
use crate::custody::moves::rules::Ground;
use crate::custody::moves::store as moves;
use crate::custody::moves::{MoveAnswer, MoveKind};
use crate::custody::slots::{CancelReason, SlotStatus};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::CareTx;
use crate::kit::ids::SlotId;
use crate::kit::local_time::local_date;
use crate::web::Ctx;

#[derive(Debug, Clone, PartialEq)]
pub enum Moved {
    Done,
    InTheWay(Obstacle),
    Refused(Msg),
}

/// One's own session and where it could go.
pub async fn sheet(ctx: &Ctx, id: SlotId, first: Option<NaiveDate>) -> Result<(Moving, Ground)> {
    let mut tx = ctx.care(Permission::SessionRequest, Subject::Slot(id), "session").await?;
    let slot = own(ctx, moves::moving(&mut tx, id).await?)?;
    let first = first.unwrap_or_else(|| local_date(slot.starts_at, ctx.zone())).max(ctx.today());
    let ground = ground(&mut tx, ctx, &slot, first).await?;
    Ok((slot, ground))
}

fn own(ctx: &Ctx, slot: Option<Moving>) -> Result<Moving> {
    let slot = slot.ok_or(AppError::NotFound)?;
    if slot.practitioner_id == ctx.actor.id { Ok(slot) } else { Err(AppError::Denied(Denied::NotYourOwn)) }
}

/// Moves one's own session. It is then asked for anew: custody confirms what it has not seen.
pub async fn shift(ctx: &Ctx, id: SlotId, seen: i32, wanted: Wanted) -> Result<Moved> {
    let mut tx = ctx.care_write(Permission::SessionRequest, Subject::Slot(id), "session").await?;
    let slot = own(ctx, moves::in_turn(&mut tx, id).await?)?;
    let ground = ground(&mut tx, ctx, &slot, wanted.date).await?;
    let place = match wanted.place(&ground) {
        Ok(place) => place,
        Err(obstacle) if slot.version == seen => return Ok(Moved::InTheWay(obstacle)),
        Err(_) => return Ok(Moved::Refused(changed(ctx, &slot))),
    };
    if slot.stands_at(&place) {
        return Ok(Moved::Done);
    }
    if slot.version != seen {
        return Ok(Moved::Refused(changed(ctx, &slot)));
    }
    if !slot.is_movable(ctx.now()) {
        return Ok(Moved::Refused(Msg::new("move-not-possible")));
    }
    match moves::put(&mut tx, &slot, (&place, ground.zone), SlotStatus::Requested).await {
        Ok(true) => {
            let by = MadeBy::Care(ctx.actor.id);
            changes::note(&mut tx, told(ctx, &slot, CancelReason::Health, (Some(&place), by))).await?;
            tx.commit().await?;
            Ok(Moved::Done)
        }
        Ok(false) => Ok(Moved::Refused(changed(ctx, &slot))),
        Err(error) => Ok(Moved::InTheWay(refused(error)?)),
    }
}

/// Answers custody's question. A yes does what was asked, unless something stands in its way by now.
pub async fn answer(ctx: &Ctx, id: SlotId, seen: i32, answer: MoveAnswer) -> Result<Moved> {
    let mut tx = ctx.care_write(Permission::SessionRequest, Subject::Slot(id), "session").await?;
    let slot = moves::in_turn(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let question = moves::question(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    if question.answer == Some(answer) {
        return Ok(Moved::Done);
    }
    if question.answer.is_some() || question.version != seen {
        return Ok(Moved::Refused(Msg::new("move-answered-before")));
    }
    if !slot.is_movable(ctx.now()) {
        return Ok(Moved::Refused(Msg::new("move-not-possible")));
    }
    if answer == MoveAnswer::Yes
        && let Some(stopped) = agree(ctx, &mut tx, &slot, &question).await?
    {
        return Ok(stopped);
    }
    if !store::answer(&mut tx, &question, answer, (ctx.actor.id, ctx.now())).await? {
        return Ok(Moved::Refused(Msg::new("move-answered-before")));
    }
    tx.commit().await?;
    Ok(Moved::Done)
}

/// Does what custody asked; what kept it from being done otherwise.
async fn agree(ctx: &Ctx, tx: &mut CareTx, slot: &Moving, question: &Question) -> Result<Option<Moved>> {
    let place = match (question.kind, question.room_id, question.starts_at) {
        (MoveKind::Move, Some(room), Some(starts_at)) => {
            let date = local_date(starts_at, ctx.zone());
            let ground = ground(tx, ctx, slot, date).await?;
            let minute = crate::kit::local_time::minute_of_day(starts_at, ground.zone);
            match ground.place(date, minute, room) {
                Ok(place) => Some((place, ground.zone)),
                Err(obstacle) => return Ok(Some(Moved::InTheWay(obstacle))),
            }
        }
        _ => None,
    };
    let done = match &place {
        Some((place, zone)) => moves::put(tx, slot, (place, *zone), slot.status).await,
        None => store::cancel(tx, slot, question.reason).await,
    };
    match done {
        Ok(true) => {
            let place = place.as_ref().map(|(place, _)| place);
            changes::note(tx, told(ctx, slot, question.reason, (place, MadeBy::Care(ctx.actor.id)))).await?;
            Ok(None)
        }
        Ok(false) => Ok(Some(Moved::Refused(changed(ctx, slot)))),
        Err(error) => Ok(Some(Moved::InTheWay(refused(error)?))),
    }
}
