//! Writing a summary and signing it, each in one transaction.

use chrono::NaiveDate;

use super::account::{self, Account};
use super::form::Known;
use super::model::{Discharge, DischargeReason, DischargeText};
use super::rules::{Hindrance, hindrances, membership_after};
use super::store::{self, NewDischarge, UnsignedSession};
use crate::access::{Permission, Subject};
use crate::care::goals::rules::level_now;
use crate::care::goals::{active_goals, latest_levels};
use crate::care::notes::{Document, NoteKind, Signer};
use crate::care::patients::{self, PatientHead};
use crate::care::plans::rules::lifecycle_when_dropped;
use crate::care::plans::store::{complete_active, set_lifecycle};
use crate::care::transfers;
use crate::custody::slots::turn;
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::db::{CareTx, DbError, Refusal};
use crate::kit::ids::PersonId;
use crate::web::Ctx;

/// Everything that writing a summary needs to see.
#[derive(Debug)]
pub struct Desk {
    pub head: PatientHead,
    pub draft: Option<Discharge>,
    pub signed: Option<Discharge>,
    pub account: Account,
    pub unsigned: Vec<UnsignedSession>,
    pub package_sent: bool,
}

impl Desk {
    #[must_use]
    pub fn hindrances(&self) -> Vec<Hindrance> {
        hindrances(self.unsigned.len(), self.package_sent)
    }
}

pub async fn desk(ctx: &Ctx, patient: PersonId) -> Result<Desk> {
    let mut tx = ctx.care(Permission::DischargeRead, Subject::Person(patient), "discharge").await?;
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    let signed = store::last_signed(&mut tx, patient).await?;
    let until = signed.as_ref().filter(|_| !head.is_open()).map_or_else(|| ctx.today(), |held| held.text.discharged_on);
    let with_hours = head.may(&ctx.actor, Permission::SessionRead);
    Ok(Desk {
        draft: store::draft(&mut tx, patient).await?,
        account: account::load(&mut tx, patient, (head.opened_on, until), ctx.zone(), with_hours).await?,
        unsigned: store::unsigned_sessions(&mut tx, patient, ctx.now()).await?,
        package_sent: store::package_is_sent(&mut tx, patient).await?,
        signed,
        head,
    })
}

/// What came of a save.
#[derive(Debug)]
pub enum Outcome {
    /// Holds the row as it is now.
    Done(Known),
    /// The record is closed: the same form was signed twice, or somebody else was faster.
    Closed,
    /// Somebody else was faster. Holds the draft as it is now; `None` when there is none any more.
    Conflict(Option<Box<Discharge>>),
    /// Something keeps the record open; nothing was written.
    Hindered,
}

/// Keeps what was typed as a draft.
pub async fn save(ctx: &Ctx, patient: PersonId, text: &DischargeText, known: Option<Known>) -> Result<Outcome> {
    let mut tx = write(ctx, patient).await?;
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    if !head.is_open() {
        return Ok(Outcome::Closed);
    }
    let outcome = keep(ctx, &mut tx, patient, text, known).await?;
    if matches!(outcome, Outcome::Done(_)) {
        tx.commit().await?;
    }
    Ok(outcome)
}

/// Throws the draft away. `false` when it is no longer the one that was seen, and is still there; pressed twice, it is gone once.
pub async fn discard(ctx: &Ctx, patient: PersonId, known: Known) -> Result<bool> {
    let mut tx = write(ctx, patient).await?;
    let gone = store::discard(&mut tx, patient, known.id, known.version).await?;
    let left = store::draft(&mut tx, patient).await?.is_some_and(|held| held.id == known.id);
    if gone {
        tx.commit().await?;
    }
    Ok(!left)
}

/// Signs what was typed and closes the record: the note, the plan, bookings and memberships change together or not at all. The
/// password has been asked for before.
pub async fn sign(ctx: &Ctx, patient: PersonId, text: &DischargeText, known: Option<Known>) -> Result<Outcome> {
    let reason = text.reason.ok_or(AppError::BadRequest)?;
    let signer = Signer::new(ctx).await?;
    let mut tx = write(ctx, patient).await?;
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    if !head.is_open() {
        return Ok(Outcome::Closed);
    }
    let unsigned = store::unsigned_sessions(&mut tx, patient, ctx.now()).await?;
    if !hindrances(unsigned.len(), store::package_is_sent(&mut tx, patient).await?).is_empty() {
        return Ok(Outcome::Hindered);
    }
    let kept = match keep(ctx, &mut tx, patient, text, known).await? {
        Outcome::Done(kept) => kept,
        other => return Ok(other),
    };
    let account = account::load(&mut tx, patient, (head.opened_on, text.discharged_on), ctx.zone(), true).await?;
    let note = signer.sign(&mut tx, patient, document(ctx, text, reason, &account)).await?;
    if !store::set_signed(&mut tx, kept.id, note, ctx.now()).await? {
        return Ok(Outcome::Closed);
    }
    turn::take(&mut tx, ctx.place()?.id).await?;
    if !end(ctx, &mut tx, patient, text.discharged_on, reason).await? {
        return Ok(Outcome::Closed);
    }
    tx.commit().await?;
    Ok(Outcome::Done(kept))
}

/// What the treatment had going: the plan with its goals, what lies ahead, groups, and the record itself.
async fn end(
    ctx: &Ctx,
    tx: &mut CareTx,
    patient: PersonId,
    on: NaiveDate,
    reason: DischargeReason,
) -> Result<bool, DbError> {
    let levels = latest_levels(tx, patient).await?;
    for goal in active_goals(tx, patient).await? {
        set_lifecycle(tx, goal.id, lifecycle_when_dropped(level_now(&goal, &levels))).await?;
    }
    complete_active(tx, patient).await?;
    store::revoke_draft_plan(tx, patient).await?;
    store::end_bookings(tx, patient, None, ctx.now()).await?;
    store::end_memberships(tx, patient, membership_after(reason), ctx.today()).await?;
    transfers::store::drop_prepared(tx, patient).await?;
    store::close(tx, patient, on).await
}

fn document(ctx: &Ctx, text: &DischargeText, reason: DischargeReason, account: &Account) -> Document {
    let lang = ctx.lang;
    let language = Lang::from_code(&text.plain_language).unwrap_or_default();
    Document::new(NoteKind::Discharge, ctx.now())
        .part("discharge-on", lang.date(text.discharged_on))
        .part("discharge-reason", reason.label(lang))
        .part("discharge-course", text.course.as_str())
        .part("discharge-goals", account::goals_text(lang, account))
        .part("discharge-measures", account::measures_text(lang, account))
        .part("discharge-hours", account::hours_text(lang, account))
        .part("discharge-recommendations", text.recommendations.as_str())
        .part("discharge-patient-view", text.patient_view.as_str())
        .part("discharge-plain-summary", text.plain_summary.as_str())
        .part("discharge-plain-next", text.plain_next.as_str())
        .part("discharge-plain-language", language.own_name())
}

/// Writes the draft over the version that the form was made from, within the caller's transaction.
async fn keep(
    ctx: &Ctx,
    tx: &mut CareTx,
    patient: PersonId,
    text: &DischargeText,
    known: Option<Known>,
) -> Result<Outcome> {
    let held = store::draft(tx, patient).await?;
    match (known, held) {
        (Some(known), Some(held)) if known.id == held.id && known.version == held.version => {
            if store::update(tx, held.id, held.version, text).await? {
                Ok(Outcome::Done(Known { id: held.id, version: held.version + 1 }))
            } else {
                Ok(Outcome::Conflict(Some(Box::new(held))))
            }
        }
        // The same form sent twice.
        (_, Some(held)) if held.text == *text => Ok(Outcome::Done(Known { id: held.id, version: held.version })),
        // A form that began a draft has its identifier from the beginning, so that what is saved on the way is the same one.
        (begun, None) if begun.is_none_or(|known| known.version == 0) => {
            let id = begun.map_or_else(|| ctx.new_id(), |known| known.id);
            let new = NewDischarge { id, patient, text, by: ctx.actor.id, at: ctx.now() };
            match store::insert(tx, &new).await {
                Ok(true) => Ok(Outcome::Done(Known { id: new.id, version: 1 })),
                Ok(false) => Ok(Outcome::Closed),
                Err(error) if matches!(error.refusal(), Some(Refusal::Duplicate(_))) => Err(AppError::Stale),
                Err(error) => Err(error.into()),
            }
        }
        (_, held) => Ok(Outcome::Conflict(held.map(Box::new))),
    }
}

async fn write(ctx: &Ctx, patient: PersonId) -> Result<CareTx> {
    ctx.care_write(Permission::DischargeWrite, Subject::Person(patient), "discharge").await
}
