//! Patients: the caseload of a facility, taking a person into it, one patient's overview, and the team that treats them.
//!
//! A patient is a person in custody whom somebody has taken into the caseload; both have the same id. [`top`] is the head
//! that every page of one patient begins with.

mod finder;
mod head;
mod model;
pub mod pages;
pub mod rules;
mod store;

pub use crate::custody::people::list_name as person_name;
pub use finder::{Finder, found};
pub use head::{Tab, away_words, housing, review_view, top};
pub use model::{Candidate, Colleague, LegalStatus, PatientHead, Sex};

use crate::error::{AppError, Result};
use crate::kit::db::CareTx;
use crate::kit::ids::{FacilityId, PersonId, UserId};
use crate::web::Ctx;

/// What came of taking a person into the caseload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenIn {
    Now,
    /// The record was open before, and stays with its lead.
    Already,
    /// The person has been released or moved away.
    HasLeft,
}

/// Who may lead therapy in a facility, by name.
pub async fn leads(tx: &mut CareTx, facility: FacilityId) -> Result<Vec<Colleague>> {
    let colleagues = store::colleagues(tx, facility).await?;
    Ok(colleagues.into_iter().filter(|colleague| colleague.may_lead).collect())
}

/// Opens the record with the user as lead and first of the team, in the caller's transaction.
pub async fn take_in(ctx: &Ctx, tx: &mut CareTx, person: PersonId) -> Result<TakenIn> {
    let presence = store::presence(tx, person).await?.ok_or(AppError::NotFound)?;
    if !rules::may_be_taken(presence) {
        return Ok(TakenIn::HasLeft);
    }
    if store::head(tx, ctx.actor.id, person).await?.is_some_and(|head| head.is_open()) {
        return Ok(TakenIn::Already);
    }
    store::open(tx, person, ctx.actor.id, ctx.today(), ctx.now()).await?;
    store::add_to_team(tx, person, ctx.actor.id, ctx.today()).await?;
    Ok(TakenIn::Now)
}

/// Who a patient is, for the head of a page. A person who is not in the caseload has no such page.
pub async fn head(tx: &mut CareTx, user: UserId, patient: PersonId) -> Result<PatientHead> {
    let row = store::head(tx, user, patient).await?.ok_or(AppError::NotFound)?;
    let (alerts, outings) = store::cautions(tx, patient).await?;
    Ok(PatientHead { alerts, outings, ..row })
}
