//! Openings: what is closed to a reader opens for a while to whoever says why. The head reads notes, participation and evaluations
//! of one patient for a stated reason; health staff and reviewers break the glass, which the head reviews each time. Nobody of
//! custody can do either.

mod model;
pub mod pages;
pub mod rules;
mod store;
mod view;

pub use view::{ask, banner, name_offer, offer};

use crate::access::policy::Opening;
use crate::error::Result;
use crate::kit::db::CareTx;
use crate::kit::ids::PersonId;
use crate::web::Ctx;

/// What of a patient's record the signed-in user has opened and not closed since. The reason of somebody who reads under pseudonyms
/// opens the name and no part of the record.
pub async fn held(tx: &mut CareTx, ctx: &Ctx, patient: PersonId) -> Result<Option<Opening>> {
    let held = store::held(tx, ctx.actor.id, patient, ctx.now()).await?;
    Ok(held.filter(|kind| *kind == Opening::BreakGlass || ctx.sees_names()))
}
