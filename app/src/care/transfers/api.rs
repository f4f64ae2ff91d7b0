//! Preparing, sending, withdrawing and receiving a package, each in one transaction.

use chrono_tz::Tz;

use super::form::Known;
use super::model::{Contents, OpenMatters, Package, PackageStatus, PackageText, Place, PlannedMove};
use super::rules::{self, ReceiveRefused};
use super::store::{self, NewPackage};
use super::takeover::{TakeOver, take_over};
use crate::access::{Permission, Subject};
use crate::care::discharges::store::{UnsignedSession, unsigned_sessions};
use crate::care::notes::{Document, NoteKind, Signer};
use crate::care::patients::{self, PatientHead};
use crate::error::{AppError, Result};
use crate::kit::db::{CareTx, Refusal};
use crate::kit::ids::{FacilityId, PackageId, PersonId};
use crate::kit::local_time::local_date;
use crate::web::Ctx;

/// Everything that preparing a package needs to see.
#[derive(Debug)]
pub struct Desk {
    pub head: PatientHead,
    pub open: Option<Package>,
    pub past: Vec<Package>,
    pub planned: Option<PlannedMove>,
    pub places: Vec<Place>,
    pub contents: Contents,
    pub matters: OpenMatters,
    pub unsigned: Vec<UnsignedSession>,
}

pub async fn desk(ctx: &Ctx, patient: PersonId) -> Result<Desk> {
    let mut tx = ctx.care(Permission::TransferRead, Subject::Person(patient), "transfer").await?;
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    let open = store::open_of(&mut tx, patient).await?;
    let until = open.as_ref().and_then(|package| package.sent_at).unwrap_or_else(|| ctx.now());
    let with_notes = head.may(&ctx.actor, Permission::NoteRead);
    Ok(Desk {
        past: store::past_of(&mut tx, patient).await?,
        planned: store::planned_move(&mut tx, patient, head.facility_id).await?,
        places: store::places(&mut tx, head.facility_id).await?,
        contents: store::contents(&mut tx, patient, until, ctx.today(), with_notes).await?,
        matters: store::open_matters(&mut tx, patient, ctx.now(), ctx.today()).await?,
        unsigned: unsigned_sessions(&mut tx, patient, ctx.now()).await?,
        head,
        open,
    })
}

/// What came of a save.
#[derive(Debug)]
pub enum Outcome {
    /// Holds the row as it is now.
    Done(Known),
    /// It has been sent already: the same form twice, or somebody else was faster.
    Sent,
    /// Somebody else was faster. Holds the package as it is now; `None` when there is none any more.
    Conflict(Option<Box<Package>>),
}

/// Keeps what was typed as a draft.
pub async fn save(ctx: &Ctx, patient: PersonId, text: &PackageText, known: Option<Known>) -> Result<Outcome> {
    let mut tx = write(ctx, patient).await?;
    let outcome = keep(ctx, &mut tx, patient, text, known).await?;
    if matches!(outcome, Outcome::Done(_)) {
        tx.commit().await?;
    }
    Ok(outcome)
}

/// Sends what was typed, signed: the note and the package leave together. The password has been asked for before.
pub async fn send(ctx: &Ctx, patient: PersonId, text: &PackageText, known: Option<Known>) -> Result<Outcome> {
    let signer = Signer::new(ctx).await?;
    let mut tx = write(ctx, patient).await?;
    let kept = match keep(ctx, &mut tx, patient, text, known).await? {
        Outcome::Done(kept) => kept,
        other => return Ok(other),
    };
    let package = store::find(&mut tx, kept.id).await?.ok_or(AppError::NotFound)?;
    let note = signer.sign(&mut tx, patient, document(ctx, &package)).await?;
    if !store::set_sent(&mut tx, kept.id, note, ctx.now()).await? {
        return Ok(Outcome::Sent);
    }
    tx.commit().await?;
    Ok(Outcome::Done(kept))
}

fn document(ctx: &Ctx, package: &Package) -> Document {
    let informed = if package.patient_informed { "packages-informed-yes" } else { "packages-informed-no" };
    Document::new(NoteKind::Transfer, ctx.now())
        .part("packages-to", package.to_name.as_str())
        .part("packages-summary", package.summary.as_str())
        .part("packages-open-matters", package.open_matters.as_str())
        .part("packages-informed", ctx.lang.t(informed))
        .part("packages-objection", package.objection.as_str())
}

/// Writes the draft over the version that the form was made from, within the caller's transaction.
async fn keep(
    ctx: &Ctx,
    tx: &mut CareTx,
    patient: PersonId,
    text: &PackageText,
    known: Option<Known>,
) -> Result<Outcome> {
    let head = patients::head(tx, ctx.actor.id, patient).await?;
    if !head.is_open() {
        return Err(AppError::Stale);
    }
    if store::places(tx, head.facility_id).await?.iter().all(|place| place.id != text.to) {
        return Err(AppError::BadRequest);
    }
    let held = store::open_of(tx, patient).await?;
    match (known, held) {
        (_, Some(held)) if held.status == PackageStatus::Sent => Ok(Outcome::Sent),
        (Some(known), Some(held)) if known.id == held.id && known.version == held.version => {
            if store::update(tx, held.id, held.version, text).await? {
                Ok(Outcome::Done(Known { id: held.id, version: held.version + 1 }))
            } else {
                Ok(Outcome::Conflict(Some(Box::new(held))))
            }
        }
        // The same form sent twice.
        (_, Some(held)) if held.text() == *text => Ok(Outcome::Done(Known { id: held.id, version: held.version })),
        // A form that began a package has its identifier from the beginning, so that what is saved on the way is the same one.
        (begun, None) if begun.is_none_or(|known| known.version == 0) => {
            let id = begun.map_or_else(|| ctx.new_id(), |known| known.id);
            let new = NewPackage { id, patient, text, by: ctx.actor.id, at: ctx.now() };
            match store::insert(tx, &new).await {
                Ok(true) => Ok(Outcome::Done(Known { id: new.id, version: 1 })),
                Ok(false) => Err(AppError::Stale),
                Err(error) if matches!(error.refusal(), Some(Refusal::Duplicate(_))) => Err(AppError::Stale),
                Err(error) => Err(error.into()),
            }
        }
        (_, held) => Ok(Outcome::Conflict(held.map(Box::new))),
    }
}

/// Takes a package back that nobody has received yet. `false` when it is too late for that.
pub async fn withdraw(ctx: &Ctx, patient: PersonId, version: i32) -> Result<bool> {
    let mut tx = write(ctx, patient).await?;
    let Some(held) = store::open_of(&mut tx, patient).await? else { return Ok(false) };
    if !store::withdraw(&mut tx, held.id, version).await? {
        return Ok(false);
    }
    tx.commit().await?;
    Ok(true)
}

async fn write(ctx: &Ctx, patient: PersonId) -> Result<CareTx> {
    ctx.care_write(Permission::TransferWrite, Subject::Person(patient), "transfer").await
}

/// A package as the unit that it was sent to sees it.
#[derive(Debug)]
pub struct Incoming {
    pub package: Package,
    pub matters: OpenMatters,
    /// What came with it: only once it was received.
    pub contents: Option<Contents>,
}

pub async fn incoming(ctx: &Ctx, id: PackageId) -> Result<Incoming> {
    let mut tx = ctx.care(Permission::TransferRead, Subject::Package(id), "transfer").await?;
    let package = store::find(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let matters = store::open_matters(&mut tx, package.patient_id, ctx.now(), ctx.today()).await?;
    let contents = match (package.status, package.sent_at) {
        (PackageStatus::Received, Some(sent)) => {
            let head = patients::head(&mut tx, ctx.actor.id, package.patient_id).await?;
            let with_notes = head.may(&ctx.actor, Permission::NoteRead);
            Some(store::contents(&mut tx, package.patient_id, sent, ctx.today(), with_notes).await?)
        }
        _ => None,
    };
    Ok(Incoming { package, matters, contents })
}

/// Receives a package, with the user as the patient's new lead.
pub async fn receive(ctx: &Ctx, id: PackageId) -> Result<std::result::Result<(), ReceiveRefused>> {
    let mut tx = ctx.care_write(Permission::TransferWrite, Subject::Package(id), "transfer").await?;
    let package = store::find(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    if let Err(refused) = rules::may_be_received(package.status, package.arrived) {
        return Ok(Err(refused));
    }
    let (at, zone) = (ctx.now(), zone_of(ctx, package.to_facility_id));
    let over = TakeOver {
        package: id,
        patient: package.patient_id,
        from: package.facility_id,
        to: package.to_facility_id,
        by: ctx.actor.id,
        at,
        today: local_date(at, zone),
    };
    if !take_over(&mut tx, &over, || ctx.new_id()).await? {
        return Ok(Err(ReceiveRefused::Already));
    }
    tx.commit().await?;
    Ok(Ok(()))
}

fn zone_of(ctx: &Ctx, facility: FacilityId) -> Tz {
    ctx.actor.places.iter().find(|place| place.id == facility).map_or_else(|| ctx.zone(), |place| place.zone)
}

/// A title that says who goes.
#[must_use]
pub fn title(ctx: &Ctx, head: &PatientHead) -> String {
    ctx.lang.t_with("packages-title-of", &[("patient", head.shown(ctx).short().into())])
}
