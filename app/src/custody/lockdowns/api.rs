//! Looking at what a lockdown would touch, making it and taking it back, each in one transaction.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::model::{Area, Ask, Lockdown, Outcome, Session, Touched, Wing};
use super::rules::{self, Effect};
use super::store;
use crate::access::{Permission, Subject};
use crate::custody::changes::{self, ChangeKind, NewChange};
use crate::custody::slots::{CancelReason, Movement, turn};
use crate::error::{AppError, Result};
use crate::kit::db::{DbError, HasConn, Refusal, Rows};
use crate::kit::ids::{ChangeId, FacilityId, LockdownId, PersonId, SlotId, UserId};
use crate::web::Ctx;

/// The wings of the place, to choose among.
pub async fn wings(ctx: &Ctx) -> Result<Vec<Wing>> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::Lockdown, Subject::Facility(facility), "wings").await?;
    Ok(store::wings(&mut tx, facility).await?)
}

/// What would be touched.
#[derive(Debug)]
pub struct Preview {
    pub wings: Vec<Wing>,
    pub sessions: Vec<(Session, Effect)>,
}

impl Preview {
    #[must_use]
    pub fn count(&self, effect: Effect) -> usize {
        self.sessions.iter().filter(|(_, held)| *held == effect).count()
    }

    /// People who stay where they are.
    #[must_use]
    pub fn people(&self) -> i64 {
        self.sessions
            .iter()
            .map(|(session, effect)| match effect {
                Effect::Cancel => session.people,
                Effect::Fewer => session.waiting,
                Effect::GoesOn | Effect::Untouched => 0,
            })
            .sum()
    }
}

pub async fn preview(ctx: &Ctx, ask: &Ask) -> Result<Preview> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::Lockdown, Subject::Facility(facility), "lockdown").await?;
    let wings = store::wings(&mut tx, facility).await?;
    check_area(&ask.area, &wings)?;
    let sessions = effects(ctx.now(), ask, store::sessions(&mut tx, facility, ask).await?);
    Ok(Preview { wings, sessions })
}

fn effects(now: DateTime<Utc>, ask: &Ask, sessions: Vec<Session>) -> Vec<(Session, Effect)> {
    let with = |session: Session| {
        let effect = rules::effect(&ask.area, &session, now);
        (session, effect)
    };
    sessions.into_iter().map(with).filter(|(_, effect)| *effect != Effect::Untouched).collect()
}

/// A form's word for a wing or a building is not taken for it.
fn check_area(area: &Area, wings: &[Wing]) -> Result<()> {
    let known = match area {
        Area::Facility => true,
        Area::Building(name) => wings.iter().any(|wing| wing.building == *name),
        Area::Wing(id) => wings.iter().any(|wing| wing.id == *id),
    };
    if known { Ok(()) } else { Err(AppError::BadRequest) }
}

/// Makes a lockdown. The same form sent twice makes one.
pub async fn declare(ctx: &Ctx, id: LockdownId, ask: &Ask) -> Result<()> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody_write(Permission::Lockdown, Subject::Facility(facility), "lockdown").await?;
    if store::find(&mut tx, facility, id).await?.is_some() {
        return Ok(());
    }
    let wings = store::wings(&mut tx, facility).await?;
    check_area(&ask.area, &wings)?;
    let by = (ctx.actor.id, ctx.now());
    // With this row it holds the lock that whoever books waits for; see `slots::turn`.
    match store::insert(&mut tx, (id, facility), ask, &wings, by).await {
        Ok(()) => {}
        // The other of two clicks was a moment earlier.
        Err(error) if matches!(error.refusal(), Some(Refusal::Duplicate(_))) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    if !hold(&mut tx, (id, facility), ask, by, || ctx.new_id()).await? {
        return Err(AppError::Stale);
    }
    Ok(tx.commit().await?)
}

/// What a lockdown does once it is written down: sessions end, people are kept back, and both sides are told; `false` when
/// something of it was changed in the meantime.
pub async fn hold(
    tx: &mut impl HasConn,
    (id, facility): (LockdownId, FacilityId),
    ask: &Ask,
    (by, now): (UserId, DateTime<Utc>),
    mut new_id: impl FnMut() -> Uuid,
) -> std::result::Result<bool, DbError> {
    // Read only now: a booking that was under way has ended, and none comes after.
    let sessions = effects(now, ask, store::sessions(tx, facility, ask).await?);
    let ended: Vec<&Session> =
        sessions.iter().filter(|(_, effect)| *effect == Effect::Cancel).map(|(session, _)| session).collect();
    if !store::cancel(tx, id, ask, &ended).await? {
        return Ok(false);
    }
    let fewer = |slot: SlotId| sessions.iter().any(|(held, effect)| held.id == slot && *effect == Effect::Fewer);
    let mut people = store::waiting(tx, facility, ask).await?;
    people.retain(|person| fewer(person.slot_id));
    if !store::keep_back(tx, id, ask, &people, now).await? {
        return Ok(false);
    }
    let (mut marks, mut told) = (store::movements(), changes::rows());
    let reason = rules::of_person(ask.reason).as_str();
    for person in &people {
        store::push_movement(&mut marks, (new_id(), person), (Movement::NotBrought, Some(reason)), (by, now));
    }
    marks.insert_within_walls(tx).await?;
    let ended = ended.iter().map(|session| (ChangeKind::SlotCancelled, (session.id, session.starts_at), None));
    // Their session goes on, so that health hears of each by name.
    let kept = people.iter().map(|held| (ChangeKind::KeptBack, (held.slot_id, held.starts_at), Some(held.person_id)));
    for about in ended.chain(kept) {
        tell(&mut told, (new_id().into(), facility), (ask.reason, now), about);
    }
    told.insert_within_walls(tx).await?;
    Ok(true)
}

/// A line for both sides about a session, or about somebody within it.
fn tell(
    rows: &mut Rows,
    place: (ChangeId, FacilityId),
    (reason, now): (CancelReason, DateTime<Utc>),
    (kind, session, person): (ChangeKind, (SlotId, DateTime<Utc>), Option<PersonId>),
) {
    let told = NewChange::of_session(place, session, kind, now);
    changes::push(rows, NewChange { person, reason: Some(reason), ..told });
}

/// A lockdown with what it touched.
#[derive(Debug)]
pub struct Sheet {
    pub lockdown: Lockdown,
    pub touched: Vec<Touched>,
}

pub async fn sheet(ctx: &Ctx, id: LockdownId) -> Result<Sheet> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::Lockdown, Subject::Facility(facility), "lockdown").await?;
    let lockdown = store::find(&mut tx, facility, id).await?.ok_or(AppError::NotFound)?;
    let touched = store::touched(&mut tx, id).await?;
    Ok(Sheet { lockdown, touched })
}

/// What came of taking a lockdown back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undone {
    Done,
    /// Done, but not everything could be as it was.
    InPart,
    Already,
    TooLate,
    /// A booking came in between; nothing was done.
    InTheWay,
}

pub async fn undo(ctx: &Ctx, id: LockdownId) -> Result<Undone> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody_write(Permission::Lockdown, Subject::Facility(facility), "lockdown").await?;
    let lockdown = store::find(&mut tx, facility, id).await?.ok_or(AppError::NotFound)?;
    if lockdown.undone_at.is_some() {
        return Ok(Undone::Already);
    }
    if !rules::may_undo(&lockdown, ctx.now()) {
        return Ok(Undone::TooLate);
    }
    turn::take(&mut tx, facility).await?;
    let by = (ctx.actor.id, ctx.now());
    if !store::set_undone(&mut tx, &lockdown, by).await? {
        return Ok(Undone::Already);
    }
    match store::restore(&mut tx, &lockdown, ctx.now()).await {
        Ok(()) => {}
        Err(error) if error.refusal().is_some() => return Ok(Undone::InTheWay),
        Err(error) => return Err(error.into()),
    }
    let mut marks = store::movements();
    let people = store::restored_people(&mut tx, id).await?;
    for person in &people {
        store::push_movement(&mut marks, (ctx.new_id(), person), (person.movement, None), by);
    }
    marks.insert_within_walls(&mut tx).await?;
    let touched = store::touched(&mut tx, id).await?;
    let again = |held: &&Touched| held.cancelled && held.outcome == Some(Outcome::Restored);
    let again =
        touched.iter().filter(again).map(|held| (ChangeKind::SlotRestored, (held.slot_id, held.starts_at), None));
    let come = people.iter().map(|held| (ChangeKind::ComesAgain, (held.slot_id, held.starts_at), Some(held.person_id)));
    let mut told = changes::rows();
    for about in again.chain(come) {
        tell(&mut told, (ctx.new_id(), facility), (lockdown.reason, ctx.now()), about);
    }
    told.insert_within_walls(&mut tx).await?;
    tx.commit().await?;
    let all = touched.iter().all(|held| held.outcome == Some(Outcome::Restored));
    Ok(if all { Undone::Done } else { Undone::InPart })
}
