//! A disclosure and how far it has come.

use chrono::{DateTime, NaiveDate, Utc};

use crate::care::consents::Scope;
use crate::care::identity::HeldName;
use crate::kit::ids::{ConsentId, DisclosureId, PersonId, UserId};
use crate::text_enum;

text_enum! {
    /// What entitles anybody to pass something on.
    pub enum Basis label "disclosure-basis" {
        Consent = "consent",
        VitalInterest = "vital_interest",
        LegalDuty = "legal_duty",
        PatientRequest = "patient_request",
    }
}

text_enum! {
    pub enum Status label "disclosure-status" {
        Proposed = "proposed",
        Approved = "approved",
        Refused = "refused",
        Sent = "sent",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Disclosure {
    pub id: DisclosureId,
    pub patient_id: PersonId,
    pub recipient: String,
    pub content: String,
    pub basis: Basis,
    pub scope: Option<Scope>,
    pub consent_id: Option<ConsentId>,
    pub reason: String,
    pub status: Status,
    pub proposed_by: UserId,
    pub proposed_name: String,
    pub decided_name: Option<String>,
    pub decided_on: Option<NaiveDate>,
    pub decision_reason: String,
    pub sent_on: Option<NaiveDate>,
    pub created_at: DateTime<Utc>,
    pub version: i32,
}

/// A disclosure that waits for the head, with whom it is about.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Waiting {
    pub patient_id: PersonId,
    #[sqlx(flatten)]
    pub who: HeldName,
    pub recipient: String,
    pub basis: Basis,
    pub proposed_name: String,
    pub created_at: DateTime<Utc>,
}

#[derive(Debug, Clone)]
pub struct NewDisclosure {
    pub id: DisclosureId,
    pub patient: PersonId,
    pub recipient: String,
    pub content: String,
    pub basis: Basis,
    pub consent: Option<ConsentId>,
    pub reason: String,
    pub by: UserId,
    pub at: DateTime<Utc>,
}
