//! A move and what it is about.

use chrono::{DateTime, NaiveDate, Utc};

use crate::custody::people::{Presence, list_name};
use crate::kit::ids::{FacilityId, PersonId, TransferId};
use crate::text_enum;

text_enum! {
    pub enum MoveStatus label "move-status" { Planned = "planned", Done = "done", Cancelled = "cancelled" }
}

/// A move with the names that a page needs.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Move {
    pub id: TransferId,
    pub person_id: PersonId,
    pub family_name: String,
    pub given_name: String,
    /// Of the facility where the person is now.
    pub prison_number: String,
    pub from_facility_id: FacilityId,
    pub from_name: String,
    pub to_facility_id: FacilityId,
    pub to_name: String,
    pub planned_on: NaiveDate,
    pub status: MoveStatus,
    pub done_at: Option<DateTime<Utc>>,
    pub version: i32,
}

impl Move {
    #[must_use]
    pub fn name(&self) -> String {
        list_name(&self.family_name, &self.given_name)
    }
}

/// Somebody who might be moved.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct MovePerson {
    pub id: PersonId,
    pub facility_id: FacilityId,
    pub prison_number: String,
    pub family_name: String,
    pub given_name: String,
    pub presence: Presence,
    pub wing: Option<String>,
    pub cell: String,
    /// The move that is planned already.
    pub planned: Option<TransferId>,
}

impl MovePerson {
    #[must_use]
    pub fn name(&self) -> String {
        list_name(&self.family_name, &self.given_name)
    }
}

/// Where a person can be moved to.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Destination {
    pub id: FacilityId,
    pub name: String,
}

/// What carrying a move out would end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Ends {
    pub bookings: i64,
    pub alerts: i64,
    pub pairs: i64,
    pub actions: i64,
}
