//! Patients: the caseload of a facility, taking a person into it, one patient's overview, and the team that treats them.
//!
//! A patient is a person in custody whom somebody has taken into the caseload; both have the same id. [`top`] is the head
//! that every page of one patient begins with.

mod head;
mod model;
pub mod pages;
pub mod rules;
mod store;

pub use crate::custody::people::list_name as person_name;
pub use head::{Tab, review_view, top};
pub use model::{LegalStatus, PatientHead, Sex};

use crate::error::{AppError, Result};
use crate::kit::db::CareTx;
use crate::kit::ids::{PersonId, UserId};

/// Who a patient is, for the head of a page. A person who is not in the caseload has no such page.
pub async fn head(tx: &mut CareTx, user: UserId, patient: PersonId) -> Result<PatientHead> {
    let row = store::head(tx, user, patient).await?.ok_or(AppError::NotFound)?;
    let alerts = store::alerts(tx, patient).await?;
    Ok(PatientHead { alerts, ..row })
}
