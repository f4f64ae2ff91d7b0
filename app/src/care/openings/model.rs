//! An opening, what it was for, and what the head found.

use chrono::{DateTime, Utc};

use crate::access::policy::Opening;
use crate::care::identity::HeldName;
use crate::kit::ids::{OpeningId, PersonId, UserId};
use crate::text_enum;

text_enum! {
    /// What somebody opens a record for.
    pub enum Category label "opening-category" {
        Emergency = "emergency",
        StandingIn = "standing_in",
        Complaint = "complaint",
        Incident = "incident",
        Quality = "quality",
        LegalDuty = "legal_duty",
        PatientRequest = "patient_request",
    }
}

text_enum! {
    /// What the head found of an opening.
    pub enum Outcome label "opening-outcome" {
        Justified = "justified",
        Unclear = "unclear",
        NotJustified = "not_justified",
    }
}

#[derive(Debug, Clone)]
pub struct NewOpening {
    pub id: OpeningId,
    pub patient: PersonId,
    pub user: UserId,
    pub kind: Opening,
    pub category: Category,
    pub words: String,
    pub at: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

/// An opening as the head reviews it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Opened {
    pub id: OpeningId,
    pub person_id: PersonId,
    #[sqlx(flatten)]
    pub who: HeldName,
    pub user_id: UserId,
    pub user_name: String,
    pub profession: String,
    pub category: Category,
    pub words: String,
    pub opened_at: DateTime<Utc>,
    /// When it closed or will: ended by hand, or by itself.
    pub closes_at: DateTime<Utc>,
    /// Pages of this patient that the user asked for while it was open.
    pub looks: i64,
    pub seen_at: Option<DateTime<Utc>>,
    pub reviewed_name: Option<String>,
    pub reviewed_at: Option<DateTime<Utc>>,
    pub outcome: Option<Outcome>,
    pub finding: String,
    pub version: i32,
}
