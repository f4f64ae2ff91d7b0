//! A referral as custody has it.

use chrono::NaiveDate;

use crate::custody::people::Presence;
use crate::kit::ids::{FacilityId, PersonId, ReferralId, WingId};
use crate::text_enum;

text_enum! {
    /// What an officer has noticed. It names no illness, for that is not custody's to say.
    pub enum ReferralReason label "referral-reason" {
        Isolates = "isolates",
        DoesNotLeaveCell = "does_not_leave_cell",
        SelfCare = "self_care",
        Sleep = "sleep",
        WorkProblem = "work_problem",
        Conflict = "conflict",
        Other = "other",
    }
}

text_enum! {
    /// How far a referral has come, as custody is told.
    pub enum ReferralState label "referral-state" { Received = "received", Accepted = "accepted", Closed = "closed" }
}

/// One line of the list of referrals.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ReferralLine {
    pub id: ReferralId,
    pub reason: ReferralReason,
    pub status: ReferralState,
    pub received_on: NaiveDate,
    pub referred_by: String,
    pub prison_number: String,
    pub family_name: String,
    pub given_name: String,
    pub wing: Option<String>,
    pub cell: String,
}

/// Somebody who can be referred.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Referable {
    pub id: PersonId,
    pub facility_id: FacilityId,
    pub prison_number: String,
    pub family_name: String,
    pub given_name: String,
    pub presence: Presence,
    pub wing: Option<String>,
    pub cell: String,
}

/// A wing that the user may choose.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct WingName {
    pub id: WingId,
    pub name: String,
}

/// What an officer says of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub person: PersonId,
    pub reason: ReferralReason,
    pub words: String,
}
