//! What can be done with a session: each operation goes through the gate, asks the rules, and writes in one transaction.

use chrono_tz::Tz;

use super::record_form::{RecordDraft, is_complete};
use super::rules::{Stage, stage};
use super::signing::{self, Signing};
use super::store::sheet::{SessionHead, Sheet, sheet};
use super::store::{record, request};
use crate::access::{Denied, Permission, Subject};
use crate::care::goals::{Level, NewRating, add_rating};
use crate::care::notes::store::lock_chains;
use crate::care::notes::{Author, NotePlace, Signer};
use crate::custody::slots::hindrances::{self, Against, Closed, Near, Pair};
use crate::custody::slots::overrides::NewOverride;
use crate::custody::slots::{OverrideKind, OverrideReason, SlotStatus};
use crate::error::{AppError, Result};
use crate::kit::db::{CareTx, DbError, Refusal};
use crate::kit::ids::SlotId;
use crate::kit::local_time::local_date;
use crate::training::cosign;
use crate::web::Ctx;

/// The session, when it may be seen with this permission.
pub async fn load(ctx: &Ctx, permission: Permission, id: SlotId) -> Result<Sheet> {
    let mut tx = ctx.care(permission, Subject::Slot(id), "session").await?;
    Ok(sheet(&mut tx, id).await?.ok_or(AppError::NotFound)?.shown_to(ctx))
}

#[must_use]
pub fn is_own(ctx: &Ctx, head: &SessionHead) -> bool {
    head.lead_id == ctx.actor.id
}

/// A session is recorded and signed by the one who leads it.
fn require_own(ctx: &Ctx, head: &SessionHead) -> Result<()> {
    if is_own(ctx, head) { Ok(()) } else { Err(AppError::Denied(Denied::NotYourOwn)) }
}

#[must_use]
pub fn stage_of(ctx: &Ctx, head: &SessionHead) -> Stage {
    stage(head.status, head.starts_at, head.signed_at.is_some(), ctx.now())
}

/// The zone and the name of the facility that a session belongs to.
#[must_use]
pub fn place_of(ctx: &Ctx, head: &SessionHead) -> (Tz, String) {
    let place = ctx.actor.places.iter().find(|place| place.id == head.facility_id).or_else(|| ctx.actor.place());
    place.map_or((chrono_tz::UTC, String::new()), |place| (place.zone, place.name.clone()))
}

/// What became of a booking.
#[derive(Debug, Clone, PartialEq)]
pub enum Booked {
    Done,
    /// The same form had been sent before.
    Already,
    /// The database refused; what stands in the way, as far as it can still be seen.
    Refused(InTheWay),
}

#[derive(Debug, Clone, PartialEq)]
pub enum InTheWay {
    Taken(Vec<request::Taken>),
    KeptApart(Vec<Pair>),
    /// Somebody from whom one of them is kept apart is in the room about then.
    Meeting(Vec<Near>),
    Capacity,
    Closed(Vec<Closed>),
    /// Health's own notices; with a reason they can be set aside.
    Notices(Vec<Against>),
    /// Custody lets nothing be booked then.
    Lockdown,
}

pub async fn book(ctx: &Ctx, new: &request::NewSession) -> Result<Booked> {
    let zone = ctx.zone();
    let mut tx = ctx.care_write(Permission::SessionRequest, Subject::Facility(new.facility), "session").await?;
    match request::requested_by(&mut tx, new.id).await? {
        Some(by) if by == ctx.actor.id => return Ok(Booked::Already),
        Some(_) => return Err(AppError::NotFound),
        None => {}
    }
    let day = (local_date(new.starts_at, zone), zone);
    let set_aside = match new.although {
        Some(reason) => set_aside(ctx, &mut tx, new, reason).await?,
        None => Vec::new(),
    };
    match request::book(&mut tx, new, &set_aside, day, ctx.now()).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(Booked::Done)
        }
        Err(error) => {
            // A refused statement may leave a transaction that answers nothing more: it is undone before asking why.
            drop(tx);
            Ok(Booked::Refused(why(ctx, new, error).await?))
        }
    }
}

/// Notices that stand against the session on its day.
async fn against(ctx: &Ctx, tx: &mut CareTx, new: &request::NewSession) -> Result<Vec<Against>> {
    let on = local_date(new.starts_at, ctx.zone());
    let kit = request::kit_of(tx, &new.activity).await?;
    let mut found = hindrances::against(tx, &new.people, kit, on, on).await?;
    found.retain(|notice| notice.stands(new.people.len(), on));
    Ok(found)
}

/// Each notice that is set aside becomes a row of its own, so that everybody can read whose it was and why.
async fn set_aside(
    ctx: &Ctx,
    tx: &mut CareTx,
    new: &request::NewSession,
    reason: OverrideReason,
) -> Result<Vec<NewOverride>> {
    let made = |notice: Against| NewOverride {
        id: ctx.new_id(),
        slot: new.id,
        facility: new.facility,
        kind: if notice.is_of_tools() { OverrideKind::Tools } else { OverrideKind::GroupSize },
        person: Some(notice.person_id),
        reason,
        room: new.room,
        starts_at: new.starts_at,
        ends_at: new.ends_at,
        by: ctx.actor.id,
        at: ctx.now(),
    };
    Ok(against(ctx, tx, new).await?.into_iter().map(made).collect())
}

async fn why(ctx: &Ctx, new: &request::NewSession, error: DbError) -> Result<InTheWay> {
    let Some(refusal) = error.refusal() else { return Err(error.into()) };
    let mut tx = ctx.care(Permission::SessionRequest, Subject::Facility(new.facility), "session").await?;
    let (from, to, on) = (new.starts_at, new.ends_at, local_date(new.starts_at, ctx.zone()));
    Ok(match refusal {
        Refusal::ClaimOnce => InTheWay::Taken(request::in_the_way(&mut tx, new).await?),
        Refusal::Capacity => InTheWay::Capacity,
        Refusal::Lockdown => InTheWay::Lockdown,
        Refusal::KeepApart => InTheWay::KeptApart(hindrances::pairs(&mut tx, &new.people, on, on).await?),
        Refusal::KeepApartPlace => {
            let mut near = hindrances::near(&mut tx, &new.people, new.id, (from, to), (on, on)).await?;
            near.retain(|near| near.is_met(new.room, from, to));
            InTheWay::Meeting(near)
        }
        Refusal::Closed => {
            let mut closed = hindrances::closures(&mut tx, new.facility, from, to).await?;
            closed.retain(|closed| closed.covers(new.room, from, to));
            InTheWay::Closed(closed)
        }
        Refusal::Tools | Refusal::GroupSize => InTheWay::Notices(against(ctx, &mut tx, new).await?),
        _ => return Err(error.into()),
    })
}

/// Keeps a draft; the new version, or nothing when somebody has saved in the meantime.
pub async fn save(ctx: &Ctx, head: &SessionHead, version: i32, draft: &RecordDraft) -> Result<Option<i32>> {
    require_own(ctx, head)?;
    if stage_of(ctx, head) != Stage::Open {
        return Err(AppError::Stale);
    }
    let mut tx = ctx.care_write(Permission::SessionRecord, Subject::Slot(head.id), "session").await?;
    if !record::save(&mut tx, head, version, draft, ctx.actor.id, ctx.now()).await? {
        return Ok(None);
    }
    tx.commit().await?;
    Ok(Some(version + 1))
}

/// Ends a session from health's side: cancelled while it lies ahead, not held afterwards.
pub async fn stop(ctx: &Ctx, id: SlotId, version: i32) -> Result<SlotStatus> {
    let mut tx = ctx.care_write(Permission::SessionRequest, Subject::Slot(id), "session").await?;
    let sheet = sheet(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    require_own(ctx, &sheet.head)?;
    let status = match stage_of(ctx, &sheet.head) {
        Stage::Ahead => SlotStatus::Cancelled,
        Stage::Open => SlotStatus::NotHeld,
        Stage::Signed | Stage::Stopped => return Err(AppError::Stale),
    };
    if !record::stop(&mut tx, id, version, status).await? {
        return Err(AppError::Stale);
    }
    tx.commit().await?;
    Ok(status)
}

/// What signing came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    Now,
    /// It was signed before: the form was sent twice.
    Already,
    /// What is kept is no longer what was shown.
    Changed,
    /// Tools that went out have not been counted in, or something is missing.
    ToolsOut,
}

/// Who signs, where, and with which key.
#[must_use]
pub fn signing_of(ctx: &Ctx, head: &SessionHead, late_reason: String, rated_with_patient: bool) -> Signing {
    let actor = &ctx.actor;
    Signing {
        author: Author {
            id: actor.id,
            name: actor.name.clone(),
            profession: actor.profession.clone(),
            role: actor.role().map(|role| role.to_string()).unwrap_or_default(),
        },
        place: NotePlace { id: head.facility_id, name: place_of(ctx, head).1 },
        key_id: ctx.app.key.public().id(),
        signed_at: ctx.now(),
        late_reason,
        rated_with_patient,
        needs_cosign: false,
        lang: ctx.lang,
    }
}

/// Signs a session: one transaction in which the participation, the session, the ratings and one note for each patient become
/// what nobody can change. The password has been asked for before.
pub async fn sign(
    ctx: &Ctx,
    id: SlotId,
    version: i32,
    late_reason: String,
    rated_with_patient: bool,
) -> Result<Signed> {
    let signer = Signer::new(ctx).await?;
    let mut tx = ctx.care_write(Permission::NoteSign, Subject::Slot(id), "note").await?;
    lock_chains(&mut tx).await?;
    let sheet = sheet(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    require_own(ctx, &sheet.head)?;
    match stage_of(ctx, &sheet.head) {
        Stage::Signed => return Ok(Signed::Already),
        Stage::Open if sheet.head.version == version && is_complete(&sheet) => {}
        Stage::Open | Stage::Ahead | Stage::Stopped => return Ok(Signed::Changed),
    }
    let needs_cosign = cosign::why(&mut tx, ctx.actor.id, ctx.today()).await?.needs_cosign();
    let signing = Signing { needs_cosign, ..signing_of(ctx, &sheet.head, late_reason, rated_with_patient) };
    for note in signing::notes(&sheet, &signing, || ctx.new_id()) {
        signer.append(&mut tx, note).await?;
    }
    let rated_on = local_date(sheet.head.starts_at, place_of(ctx, &sheet.head).0);
    for goal in &sheet.goals {
        let Some(level) = goal.level.and_then(Level::new) else { continue };
        let rating = NewRating {
            id: ctx.new_id(),
            patient: goal.patient_id,
            goal: goal.goal_id,
            rated_on,
            level,
            with_patient: rated_with_patient,
            note: None,
            evidence: String::new(),
            session: Some(id),
            by: ctx.actor.id,
            at: signing.signed_at,
        };
        add_rating(&mut tx, rating).await?;
    }
    match record::mark_signed(&mut tx, &sheet.head, version, signing.signed_at).await {
        Ok(true) => {}
        Ok(false) => return Ok(Signed::Changed),
        Err(error) if error.refusal() == Some(Refusal::ToolsOut) => return Ok(Signed::ToolsOut),
        Err(error) => return Err(error.into()),
    }
    tx.commit().await?;
    Ok(Signed::Now)
}
