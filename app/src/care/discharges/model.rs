//! A discharge summary.

use chrono::{DateTime, NaiveDate, Utc};

use crate::kit::ids::{DischargeId, NoteId};
use crate::text_enum;

text_enum! {
    pub enum DischargeReason label "discharge-reason" {
        GoalsReached = "goals_reached",
        Released = "released",
        TransferredOut = "transferred_out",
        PatientStopped = "patient_stopped",
        NoLongerSuitable = "no_longer_suitable",
        Deceased = "deceased",
        Other = "other",
    }
}

/// What is written in a summary.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct DischargeText {
    pub discharged_on: NaiveDate,
    /// A draft may not know it yet.
    pub reason: Option<DischargeReason>,
    pub course: String,
    pub recommendations: String,
    pub patient_view: String,
    /// In the patient's language, for the copy that the patient keeps.
    pub plain_summary: String,
    pub plain_next: String,
    pub plain_language: String,
}

/// A summary as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Discharge {
    pub id: DischargeId,
    #[sqlx(flatten)]
    pub text: DischargeText,
    pub note_id: Option<NoteId>,
    pub signed_at: Option<DateTime<Utc>>,
    pub version: i32,
}
