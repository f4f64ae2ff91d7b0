//! A referral as care has it.

use chrono::NaiveDate;

use crate::care::identity::{HeldBirth, HeldHousing, HeldName, ShownName};
use crate::care::patients::Candidate;
use crate::care::plans::Areas;
use crate::custody::people::Presence;
use crate::custody::referrals::ReferralReason;
use crate::kit::ids::{FacilityId, PersonId, ReferralId};
use crate::text_enum;
use crate::web::Ctx;

text_enum! {
    pub enum ReferralSource label "referral-source" {
        SelfReferred = "self",
        Doctor = "doctor",
        Psychiatrist = "psychiatrist",
        Nurse = "nurse",
        Psychologist = "psychologist",
        SocialWorker = "social_worker",
        CorrectionalStaff = "correctional_staff",
        Family = "family",
        Court = "court",
        TransferIn = "transfer_in",
    }
}

text_enum! {
    pub enum Urgency label "referral-urgency" { Routine = "routine", Urgent = "urgent", Asap = "asap" }
}

text_enum! {
    /// What was decided; `received` until somebody has.
    pub enum ReferralStatus label "referral-status" {
        Received = "received",
        Accepted = "accepted",
        WaitingList = "waiting_list",
        Declined = "declined",
        Redirected = "redirected",
    }
}

/// One referral with the person it is about.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Referral {
    pub id: ReferralId,
    pub facility_id: FacilityId,
    pub person_id: PersonId,
    pub source: ReferralSource,
    /// What custody chose, of a referral that custody made itself.
    pub code: Option<ReferralReason>,
    pub reason: String,
    #[sqlx(try_from = "String")]
    pub areas: Areas,
    pub urgency: Urgency,
    pub received_on: NaiveDate,
    pub first_contact_due: NaiveDate,
    pub status: ReferralStatus,
    pub decision_reason: String,
    pub decided_on: Option<NaiveDate>,
    pub decided_by: Option<String>,
    pub first_contact_on: Option<NaiveDate>,
    pub referred_by: String,
    /// 0 while custody has made it and nobody in care has touched it.
    pub version: i32,
    #[sqlx(flatten)]
    pub who: HeldName,
    #[sqlx(flatten)]
    pub born: HeldBirth,
    #[sqlx(flatten)]
    pub home: HeldHousing,
    pub presence: Presence,
    /// In the caseload, with an open record.
    pub is_patient: bool,
    /// Still housed where the referral was made.
    pub is_here: bool,
}

impl Referral {
    /// Who it is, as far as the reader is told.
    #[must_use]
    pub fn shown(&self, ctx: &Ctx) -> ShownName {
        self.who.shown(ctx, self.person_id)
    }
}

/// Which part of the triage list is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Show {
    /// Whatever still waits for somebody: a decision, a place, or the first contact.
    #[default]
    Open,
    All,
    Status(ReferralStatus),
}

impl Show {
    #[must_use]
    pub fn from_code(code: Option<&str>) -> Self {
        match code {
            Some("all") => Self::All,
            Some(code) => ReferralStatus::from_code(code).map_or(Self::Open, Self::Status),
            None => Self::Open,
        }
    }

    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::All => "all",
            Self::Status(status) => status.as_str(),
        }
    }
}

/// A person who can be referred, in the caseload or not.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Referable {
    #[sqlx(flatten)]
    pub person: Candidate,
    pub is_patient: bool,
}

/// What health staff write down of a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReferral {
    pub person: PersonId,
    pub source: ReferralSource,
    pub reason: String,
    pub areas: Areas,
    pub urgency: Urgency,
    pub received_on: NaiveDate,
}

/// What was decided about a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub status: ReferralStatus,
    pub urgency: Urgency,
    pub reason: String,
}
