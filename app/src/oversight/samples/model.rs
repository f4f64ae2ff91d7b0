//! A sample, its charts, and what was found of each.

use chrono::{DateTime, NaiveDate, Utc};

use super::standards::{Standard, Verdict};
use crate::care::identity::HeldName;
use crate::kit::ids::{FacilityId, PersonId, SampleId, UserId};
use crate::text_enum;

text_enum! {
    pub enum Status label "sample-status" {
        Open = "open",
        Closed = "closed",
        GivenUp = "given_up",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Sample {
    pub id: SampleId,
    pub facility_id: FacilityId,
    pub period: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub seed: String,
    /// Charts that were asked for, and how many there were to draw from.
    pub wanted: i32,
    pub charts: i32,
    pub drawn_by: String,
    pub drawn_at: DateTime<Utc>,
    pub status: Status,
    pub ended_by: Option<String>,
    pub ended_at: Option<DateTime<Utc>>,
    pub reason: String,
    pub version: i32,
    /// Charts that were drawn, and of these how many have been held against every standard.
    pub drawn: i64,
    pub done: i64,
}

/// A chart that was drawn. Who leads the patient is not among it: that is for the head's page alone.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Chart {
    pub position: i32,
    pub patient_id: PersonId,
    #[sqlx(flatten)]
    pub who: HeldName,
    pub remark: String,
    pub saved_by: Option<String>,
    pub saved_at: Option<DateTime<Utc>>,
    pub version: i32,
    /// Standards that it has been held against.
    pub answered: i64,
    /// Whether the record is still in the facility of the sample. One that has moved on can no longer be read there.
    pub is_here: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Finding {
    pub standard: Standard,
    pub verdict: Verdict,
    pub remark: String,
}

/// A sample about to be kept.
#[derive(Debug, Clone)]
pub struct New {
    pub id: SampleId,
    pub facility: FacilityId,
    pub period: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub seed: String,
    pub wanted: i32,
    pub charts: i32,
    pub by: UserId,
    pub at: DateTime<Utc>,
}
