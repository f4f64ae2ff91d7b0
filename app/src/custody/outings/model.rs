//! One way out of the house.

use chrono::{DateTime, Utc};

use crate::kit::ids::{OutingId, PersonId};
use crate::text_enum;

text_enum! {
    pub enum OutingKind label "outing-kind" {
        Court = "court",
        Transfer = "transfer",
        Hospital = "hospital",
        Visit = "visit",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Outing {
    pub id: OutingId,
    pub kind: OutingKind,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub family_name: String,
    pub given_name: String,
    pub prison_number: String,
    pub wing: Option<String>,
    pub cell: String,
    /// Live sessions that call the person meanwhile.
    pub sessions: i64,
}

/// That somebody is away, and when; where is not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Away {
    pub person_id: PersonId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}
