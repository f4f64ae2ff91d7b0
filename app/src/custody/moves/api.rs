//! Custody's moves: each passes the gate, asks the rules and then the database, which may still refuse.

use chrono::{Days, NaiveDate};

use super::model::{Moving, NewPlace, Obstacle, Question};
use super::rules::Ground;
use super::store;
use crate::access::{Permission, Subject};
use crate::custody::changes::{self, ChangeKind, MadeBy, NewChange, instant_text};
use crate::custody::day;
use crate::custody::escorts::officers::{self, Officers};
use crate::custody::slots::{CancelReason, Part, words};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::{CustodyTx, DbError, HasConn, Refusal};
use crate::kit::ids::{RoomId, SlotId};
use crate::web::Ctx;

/// Days that suggestions look ahead.
pub const AHEAD: usize = 10;

/// Where a session is to go, as a form says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    pub date: NaiveDate,
    /// The minute, or the part within which the first free time will do.
    pub when: When,
    pub room: RoomId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    At(i32),
    Within(Part),
}

impl Wanted {
    pub fn place(&self, ground: &Ground) -> std::result::Result<NewPlace, Obstacle> {
        match self.when {
            When::At(minute) => ground.place(self.date, minute, self.room),
            When::Within(part) => ground.first_in(self.date, part, self.room),
        }
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Done,
    /// Health is asked, and nothing has moved.
    Asked,
    /// Another question about it is open.
    AlreadyAsked,
    InTheWay(Obstacle),
    Refused(Msg),
}

/// What decides where a session can go, between `first` and some days later. Officers are custody's, and come with its own form.
pub async fn ground(
    tx: &mut impl HasConn,
    ctx: &Ctx,
    slot: &Moving,
    first: NaiveDate,
) -> std::result::Result<Ground, DbError> {
    let zone = day::zone_of(ctx, slot.facility_id).unwrap_or_else(|_| ctx.zone());
    Ok(Ground {
        zone,
        now: ctx.now(),
        minutes: slot.minutes(),
        people: slot.people,
        rooms: store::rooms(tx, slot).await?,
        regime: store::week(tx, slot.facility_id).await?,
        busy: store::busy(tx, slot, (first, last(first)), zone).await?,
        not_before: store::not_before(tx, slot.id, first).await?,
        escort: slot.escort_officers,
        officers: Officers::default(),
    })
}

fn last(first: NaiveDate) -> NaiveDate {
    first.checked_add_days(Days::new(AHEAD as u64)).unwrap_or(first)
}

/// What the form of a move shows.
#[derive(Debug)]
pub struct Sheet {
    pub slot: Moving,
    pub ground: Ground,
    pub asks_first: bool,
    pub question: Option<Question>,
}

/// `first` is the day from which places are suggested; the session's own where nothing is said.
pub async fn sheet(ctx: &Ctx, id: SlotId, first: Option<NaiveDate>) -> Result<Sheet> {
    let mut tx = ctx.custody(Permission::SlotDecide, Subject::Slot(id), "slot").await?;
    let slot = store::moving(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let own = day::date_of(slot.starts_at, day::zone_of(ctx, slot.facility_id)?);
    let first = first.unwrap_or(own).max(ctx.today());
    let mut ground = ground(&mut tx, ctx, &slot, first).await?;
    let place = (slot.facility_id, ground.zone);
    ground.officers = officers::but_for(&mut tx, place, (first, last(first)), slot.id).await?;
    let asks_first = store::asks_first(&mut tx, id, own).await?;
    let question = store::question(&mut tx, id).await?;
    Ok(Sheet { slot, ground, asks_first, question })
}

/// What keeps a session from being moved or cancelled in the version that was seen.
fn unfit(ctx: &Ctx, slot: &Moving, seen: i32) -> Option<Outcome> {
    if slot.version != seen {
        return Some(Outcome::Refused(changed(ctx, slot)));
    }
    (!slot.is_movable(ctx.now())).then(|| Outcome::Refused(Msg::new("move-not-possible")))
}

/// Somebody was faster: what the session is now, and where.
#[must_use]
pub fn changed(ctx: &Ctx, slot: &Moving) -> Msg {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let when =
        format!("{} {}", lang.date(day::date_of(slot.starts_at, zone)), lang.times(slot.starts_at, slot.ends_at, zone));
    Msg::with(
        "move-changed-since",
        [
            ("state", words::state(lang, slot.status, slot.cancel_reason).into()),
            ("when", when.into()),
            ("room", slot.room.clone().into()),
        ],
    )
}

/// Moves a session, or asks health where a notice says so.
pub async fn shift(ctx: &Ctx, id: SlotId, seen: i32, wanted: Wanted, reason: CancelReason) -> Result<Outcome> {
    let mut tx = ctx.custody_write(Permission::SlotDecide, Subject::Slot(id), "slot").await?;
    let slot = store::in_turn(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let ground = ground(&mut tx, ctx, &slot, wanted.date).await?;
    let place = match wanted.place(&ground) {
        Ok(place) => place,
        Err(obstacle) if slot.version == seen => return Ok(Outcome::InTheWay(obstacle)),
        Err(_) => return Ok(Outcome::Refused(changed(ctx, &slot))),
    };
    // The same form sent twice.
    if slot.stands_at(&place) {
        return Ok(Outcome::Done);
    }
    if let Some(outcome) = unfit(ctx, &slot, seen) {
        return Ok(outcome);
    }
    if store::asks_first(&mut tx, id, day::date_of(slot.starts_at, ground.zone)).await? {
        return ask(ctx, tx, &slot, (Some(&place), reason)).await;
    }
    match store::put(&mut tx, &slot, (&place, ground.zone), slot.status).await {
        Ok(true) => {
            changes::note(&mut tx, told(ctx, &slot, reason, (Some(&place), MadeBy::Custody(ctx.actor.id)))).await?;
            tx.commit().await?;
            Ok(Outcome::Done)
        }
        Ok(false) => Ok(Outcome::Refused(changed(ctx, &slot))),
        Err(error) => Ok(Outcome::InTheWay(refused(error)?)),
    }
}

/// What is told of a session that one side has moved or, where it goes nowhere, cancelled.
#[must_use]
pub fn told(ctx: &Ctx, slot: &Moving, reason: CancelReason, (place, by): (Option<&NewPlace>, MadeBy)) -> NewChange {
    let kind = if place.is_some() { ChangeKind::SlotMoved } else { ChangeKind::SlotCancelled };
    let later = place.map(|place| instant_text(place.starts_at)).unwrap_or_default();
    let of = NewChange::of_session((ctx.new_id(), slot.facility_id), (slot.id, slot.starts_at), kind, ctx.now());
    NewChange { reason: Some(reason), later, by, ..of }
}

/// What the database saw that the page did not: somebody was faster.
pub fn refused(error: DbError) -> Result<Obstacle> {
    match error.refusal() {
        Some(Refusal::Lockdown | Refusal::Closed) => Ok(Obstacle::Closed),
        Some(Refusal::Capacity) => Ok(Obstacle::TooSmall),
        Some(Refusal::KeepApart | Refusal::KeepApartPlace) => Ok(Obstacle::KeptApart),
        Some(_) => Ok(Obstacle::Other),
        None => Err(error.into()),
    }
}

async fn ask(
    ctx: &Ctx,
    mut tx: CustodyTx,
    slot: &Moving,
    (place, reason): (Option<&NewPlace>, CancelReason),
) -> Result<Outcome> {
    match store::ask(&mut tx, slot, ctx.new_id(), (place, reason), (ctx.actor.id, ctx.now())).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(Outcome::Asked)
        }
        Err(error) if matches!(error.refusal(), Some(Refusal::Duplicate("custody_move_request_one_open"))) => {
            Ok(Outcome::AlreadyAsked)
        }
        Err(error) => Err(error.into()),
    }
}

/// Asks health before a session is cancelled; `None` where nobody's notice says so.
pub async fn ask_to_cancel(ctx: &Ctx, id: SlotId, seen: i32, reason: CancelReason) -> Result<Option<Outcome>> {
    let mut tx = ctx.custody_write(Permission::SlotDecide, Subject::Slot(id), "slot").await?;
    let slot = store::moving(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let date = day::date_of(slot.starts_at, day::zone_of(ctx, slot.facility_id)?);
    if !slot.is_movable(ctx.now()) || !store::asks_first(&mut tx, id, date).await? {
        return Ok(None);
    }
    match unfit(ctx, &slot, seen) {
        Some(outcome) => Ok(Some(outcome)),
        None => ask(ctx, tx, &slot, (None, reason)).await.map(Some),
    }
}
