//! Officers that there are, officers that are needed, and the steps of an escort.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::custody::slots::{EscortMode, Part, SlotStatus};
use crate::kit::ids::{FacilityId, PersonId, SlotId, WingId};
use crate::text_enum;

text_enum! {
    /// Of whom an escort must be.
    pub enum Gender label "escort-gender" { Any = "any", Women = "women", Men = "men" }
}

text_enum! {
    /// What became of an escort.
    pub enum Step label "escort-step" {
        Accepted = "accepted",
        Declined = "declined",
        Collected = "collected",
        Arrived = "arrived",
        Returned = "returned",
        /// The step before was a mistake.
        TakenBack = "taken_back",
    }
}

text_enum! {
    /// Why an escort was declined.
    pub enum StepReason label "cancel-reason" {
        NoEscort = "no_escort",
        NoOfficer = "no_officer",
        Operational = "operational",
        Training = "training",
        Security = "security",
        Other = "other",
    }
}

text_enum! {
    /// When somebody is restrained.
    pub enum Restraint label "restraint" { None = "none", OnTheWay = "on_the_way", Throughout = "throughout" }
}

text_enum! {
    /// Why. Security's, and for this side alone.
    pub enum RestraintReason label "restraint-reason" {
        Escape = "escape",
        Violence = "violence",
        SelfProtection = "self_protection",
        OrderOfCourt = "order_of_court",
        Other = "other",
    }
}

text_enum! {
    /// Where officers stood.
    pub enum Presence label "officers-stood" { None = "none", InSight = "in_sight", InRoom = "in_room" }
}

/// Officers for one part: of a weekday, or of one date in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Supply {
    pub id: Uuid,
    pub weekday: Option<i32>,
    pub on_date: Option<NaiveDate>,
    pub part: Part,
    pub officers: i32,
    pub women: i32,
    pub version: i32,
}

/// What a session needs.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Need {
    pub id: SlotId,
    pub facility_id: FacilityId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub part: Part,
    pub label_letter: String,
    pub room: String,
    pub status: SlotStatus,
    pub escort_officers: i32,
    pub escort_mode: EscortMode,
    pub escort_gender: Gender,
    pub people: i64,
    pub version: i32,
}

/// One step as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Event {
    pub slot_id: SlotId,
    pub step_no: i32,
    pub step: Step,
    pub reason: Option<StepReason>,
    pub at: DateTime<Utc>,
    pub by: String,
}

/// What was decided about one person of a session; without a decision nobody is restrained.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Restrained {
    pub person_id: PersonId,
    pub family_name: String,
    pub given_name: String,
    pub prison_number: String,
    pub wing_id: Option<WingId>,
    pub decision: Option<Restraint>,
    pub reason: Option<RestraintReason>,
    pub words: Option<String>,
    pub decided_by: Option<String>,
    pub decided_at: Option<DateTime<Utc>>,
}

/// What was reported about where officers stood.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Reported {
    pub presence: Presence,
    pub by: String,
    pub at: DateTime<Utc>,
}
