//! What stands still, when and why; what of the schedule that touches; and what became of it.

use std::str::FromStr;

use chrono::{DateTime, Utc};

use crate::custody::slots::{CancelReason, Movement, Part, SlotStatus};
use crate::kit::ids::{FacilityId, LockdownId, PersonId, SlotId, WingId};
use crate::text_enum;

text_enum! {
    pub enum Scope label "lockdown-scope" { Wing = "wing", Building = "building", Facility = "facility" }
}

text_enum! {
    /// What taking a lockdown back did to one session, or to one person's place in it.
    pub enum Outcome label "lockdown-outcome" {
        Restored = "restored",
        /// Somebody has changed it since.
        Changed = "changed",
        /// Its room, its practitioner or somebody in it was booked elsewhere.
        Taken = "taken",
        /// Its time has passed meanwhile.
        Over = "over",
        /// Another lockdown holds.
        Held = "held",
    }
}

/// What stands still, as the form says it in one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Area {
    Facility,
    Building(String),
    Wing(WingId),
}

impl Area {
    #[must_use]
    pub const fn scope(&self) -> Scope {
        match self {
            Self::Facility => Scope::Facility,
            Self::Building(_) => Scope::Building,
            Self::Wing(_) => Scope::Wing,
        }
    }

    #[must_use]
    pub const fn wing(&self) -> Option<WingId> {
        match self {
            Self::Wing(wing) => Some(*wing),
            _ => None,
        }
    }

    #[must_use]
    pub fn building(&self) -> &str {
        match self {
            Self::Building(name) => name,
            _ => "",
        }
    }
}

impl std::fmt::Display for Area {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Facility => f.write_str("facility"),
            Self::Building(name) => write!(f, "building:{name}"),
            Self::Wing(wing) => write!(f, "wing:{wing}"),
        }
    }
}

/// A form that names no part of a facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a part of a facility")]
pub struct NotAnArea;

impl FromStr for Area {
    type Err = NotAnArea;

    fn from_str(text: &str) -> Result<Self, NotAnArea> {
        match text.split_once(':') {
            None if text == "facility" => Ok(Self::Facility),
            Some(("building", name)) if !name.is_empty() => Ok(Self::Building(name.to_owned())),
            Some(("wing", wing)) => wing.parse().map(Self::Wing).map_err(|_| NotAnArea),
            _ => Err(NotAnArea),
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    pub area: Area,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
    pub reason: CancelReason,
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Wing {
    pub id: WingId,
    pub name: String,
    pub building: String,
}

/// A session within the time of a lockdown.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Session {
    pub id: SlotId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub part: Part,
    pub label_letter: String,
    pub status: SlotStatus,
    pub version: i32,
    pub room: String,
    pub people: i64,
    /// Of these, who live where it stands still.
    pub inside: i64,
    /// Of these, who have not got there yet.
    pub waiting: i64,
    /// Of all people, who have got there.
    pub arrived: i64,
}

/// Somebody who is not brought to a session that goes on with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Waiting {
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub starts_at: DateTime<Utc>,
    pub movement: Movement,
    pub moved_at: Option<DateTime<Utc>>,
    pub version: i32,
}

/// A lockdown as it was made.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Lockdown {
    pub id: LockdownId,
    pub facility_id: FacilityId,
    pub scope: Scope,
    pub building: String,
    /// The wing, where it is one.
    pub wing: Option<String>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub reason: CancelReason,
    pub created_by: String,
    pub created_at: DateTime<Utc>,
    pub undone_by: Option<String>,
    pub undone_at: Option<DateTime<Utc>>,
    pub version: i32,
    pub sessions: i64,
    pub people: i64,
}

/// A session that a lockdown touched, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Touched {
    pub slot_id: SlotId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub part: Part,
    pub label_letter: String,
    pub room: String,
    pub status: SlotStatus,
    pub cancel_reason: Option<CancelReason>,
    /// It was cancelled; else only some of its people stayed away.
    pub cancelled: bool,
    pub people: i64,
    pub outcome: Option<Outcome>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_facility_comes_back_from_its_text() {
        let wing = Area::Wing(WingId(uuid::Uuid::from_u128(7)));
        for area in [Area::Facility, Area::Building("North: old".to_owned()), wing] {
            assert_eq!(area.to_string().parse(), Ok(area));
        }
        for text in ["", "wing", "wing:", "building:", "prison"] {
            assert_eq!(text.parse::<Area>(), Err(NotAnArea), "{text}");
        }
    }
}
