//! The record of a patient as FHIR R4: fourteen kinds of resource, one file for each part of the record, made from rows by pure
//! functions. [`store`] reads everything of one patient at a time, so that an export of a country holds no more than one chart.
//!
//! People who work are named by their identifier, since no Practitioner is exported; so is what a reference would lead out of
//! the export to. What two patients have in common, such as a session, is told to each under an identifier of its own, so that
//! the bundle of one says nothing of the other.

pub mod appointment;
pub mod audit;
pub mod composition;
pub mod consent;
pub mod goal;
pub mod impression;
pub mod observation;
pub mod pages;
pub mod patient;
pub mod plan;
pub mod provenance;
pub mod questionnaire;
pub mod record;
pub mod referral;
pub mod resource;
pub mod session;
mod store;
pub mod types;

pub use record::{Record, resources};
pub use resource::Resource;
pub use store::{load, patients};

use crate::i18n::Lang;
use crate::kit::ids::PersonId;

/// Names of systems, sets of codes and instruments that are Ergon's own begin with this. It names and does not open.
pub const BASE: &str = "https://ergon.invalid/fhir";

/// Who is told about, and in which language headings and labels stand.
#[derive(Debug, Clone, Copy)]
pub struct About {
    pub patient: PersonId,
    pub lang: Lang,
}

#[cfg(test)]
mod tests;
