//! What can be done with a referral, each in one transaction: writing one down, deciding, recording the first contact.

use chrono::NaiveDate;

use super::model::{Decision, NewReferral, Referable, Referral, ReferralStatus, Show};
use super::{rules, store};
use crate::access::{Permission, Subject};
use crate::care::patients::{self, TakenIn};
use crate::error::{AppError, Result};
use crate::kit::db::CareTx;
use crate::kit::ids::{PersonId, ReferralId};
use crate::web::Ctx;

pub async fn list(ctx: &Ctx, show: Show, offset: i64) -> Result<(i64, Vec<Referral>)> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care(Permission::ReferralRead, Subject::Facility(place), "referrals").await?;
    Ok((store::count(&mut tx, place, show).await?, store::list(&mut tx, place, show, offset).await?))
}

pub async fn people(ctx: &Ctx, words: &[String; 3], offset: i64) -> Result<(i64, Vec<Referable>)> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care(Permission::ReferralWrite, Subject::Facility(place), "people").await?;
    Ok((store::people_count(&mut tx, place, words).await?, store::people(&mut tx, place, words, offset).await?))
}

pub async fn person(ctx: &Ctx, person: PersonId) -> Result<Referable> {
    let mut tx = ctx.care(Permission::ReferralWrite, Subject::Person(person), "person").await?;
    store::person(&mut tx, person).await?.ok_or(AppError::NotFound)
}

pub async fn referral(ctx: &Ctx, id: ReferralId) -> Result<Referral> {
    let mut tx = ctx.care(Permission::ReferralRead, Subject::Referral(id), "referral").await?;
    store::referral(&mut tx, id).await?.ok_or(AppError::NotFound)
}

/// Writes a referral down, once for each id. `false` when the person has left.
pub async fn refer(ctx: &Ctx, id: ReferralId, new: &NewReferral) -> Result<bool> {
    let mut tx = ctx.care_write(Permission::ReferralWrite, Subject::Person(new.person), "referral").await?;
    let found = store::person(&mut tx, new.person).await?.ok_or(AppError::NotFound)?;
    if !patients::rules::may_be_taken(found.person.presence) {
        return Ok(false);
    }
    let due = rules::first_contact_due(new.urgency, new.received_on);
    store::insert(&mut tx, id, new, due, (ctx.actor.id, ctx.now())).await?;
    tx.commit().await?;
    Ok(true)
}

/// What came of a step.
#[derive(Debug)]
pub enum Outcome {
    /// Holds the person, for going on to the record.
    Done(PersonId),
    /// Somebody else was faster, or the step is no longer possible: what the referral is now.
    Changed(Box<Referral>),
    /// The person has been released or moved away and cannot be accepted.
    HasLeft(Box<Referral>),
}

/// Decides on the version of the referral that was seen. Accepting takes the person into the caseload, unless they are in it.
pub async fn decide(ctx: &Ctx, id: ReferralId, seen: i32, decision: &Decision) -> Result<Outcome> {
    let (mut tx, held) = open(ctx, id).await?;
    if says_so(&held, decision) {
        return Ok(Outcome::Done(held.person_id));
    }
    if held.version != seen || !rules::may_follow(held.status).contains(&decision.status) {
        return Ok(Outcome::Changed(Box::new(held)));
    }
    if decision.status == ReferralStatus::Accepted
        && (!held.is_here || patients::take_in(ctx, &mut tx, held.person_id).await? == TakenIn::HasLeft)
    {
        return Ok(Outcome::HasLeft(Box::new(held)));
    }
    let due = rules::first_contact_due(decision.urgency, held.received_on);
    let row = own_row(ctx, &mut tx, &held).await?;
    let written = match row {
        Some(version) => store::decide(&mut tx, (id, version), decision, due, (ctx.actor.id, ctx.today())).await?,
        None => false,
    };
    if !written {
        return changed(tx, id, |now| says_so(now, decision)).await;
    }
    if held.code.is_some() {
        store::tell_custody(&mut tx, id, rules::as_custody_sees(decision.status)).await?;
    }
    tx.commit().await?;
    Ok(Outcome::Done(held.person_id))
}

/// Writes down on which day the person was first seen.
pub async fn record_contact(ctx: &Ctx, id: ReferralId, seen: i32, on: NaiveDate) -> Result<Outcome> {
    let (mut tx, held) = open(ctx, id).await?;
    if held.first_contact_on == Some(on) {
        return Ok(Outcome::Done(held.person_id));
    }
    if held.version != seen || !rules::may_be_contacted(held.status) {
        return Ok(Outcome::Changed(Box::new(held)));
    }
    let row = own_row(ctx, &mut tx, &held).await?;
    let written = match row {
        Some(version) => store::set_first_contact(&mut tx, (id, version), on).await?,
        None => false,
    };
    if !written {
        return changed(tx, id, |now| now.first_contact_on == Some(on)).await;
    }
    tx.commit().await?;
    Ok(Outcome::Done(held.person_id))
}

async fn open(ctx: &Ctx, id: ReferralId) -> Result<(CareTx, Referral)> {
    let mut tx = ctx.care_write(Permission::ReferralDecide, Subject::Referral(id), "referral").await?;
    let held = store::referral(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    Ok((tx, held))
}

/// The version of care's row, which one of custody's referrals gets now; `None` when somebody else has just made it.
async fn own_row(ctx: &Ctx, tx: &mut CareTx, held: &Referral) -> Result<Option<i32>> {
    if held.version > 0 {
        return Ok(Some(held.version));
    }
    Ok(store::pick_up(tx, held.id, ctx.actor.id, ctx.now()).await?.then_some(1))
}

/// Whether this decision has been taken already, as when a button was pressed twice.
fn says_so(held: &Referral, decision: &Decision) -> bool {
    held.status == decision.status && held.decision_reason == decision.reason
}

/// Somebody was faster by a moment: what they left behind, which may be the very thing.
async fn changed(mut tx: CareTx, id: ReferralId, is_it: impl FnOnce(&Referral) -> bool) -> Result<Outcome> {
    let now = store::referral(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    Ok(if is_it(&now) { Outcome::Done(now.person_id) } else { Outcome::Changed(Box::new(now)) })
}
