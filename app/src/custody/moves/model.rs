//! A session about to be moved, what stands in the way, and the question to health.

use chrono::{DateTime, NaiveDate, Utc};

use crate::custody::slots::{CancelReason, Part, SlotStatus};
use crate::kit::ids::{FacilityId, MoveRequestId, RoomId, SlotId, UserId};
use crate::text_enum;

text_enum! {
    /// What custody asks of health.
    pub enum MoveKind label "move-kind" { Move = "move", Cancel = "cancel" }
}

text_enum! {
    pub enum MoveAnswer label "move-answer" { Yes = "yes", No = "no" }
}

/// A session with what a move needs to know of it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Moving {
    pub id: SlotId,
    pub facility_id: FacilityId,
    pub room_id: RoomId,
    pub room: String,
    pub practitioner_id: UserId,
    pub practitioner: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub part: Part,
    pub label_letter: String,
    pub status: SlotStatus,
    pub cancel_reason: Option<CancelReason>,
    pub escort_officers: i32,
    pub version: i32,
    pub people: i64,
}

impl Moving {
    /// How long it is: a move keeps that.
    #[must_use]
    pub fn minutes(&self) -> i32 {
        i32::try_from((self.ends_at - self.starts_at).num_minutes()).unwrap_or(i32::MAX)
    }

    /// Whether it can still be moved: asked for or confirmed, and not begun.
    #[must_use]
    pub fn is_movable(&self, now: DateTime<Utc>) -> bool {
        matches!(self.status, SlotStatus::Requested | SlotStatus::Confirmed) && self.starts_at > now
    }

    #[must_use]
    pub fn stands_at(&self, place: &NewPlace) -> bool {
        (self.room_id, self.starts_at, self.ends_at) == (place.room, place.starts_at, place.ends_at)
    }
}

/// Where a session is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewPlace {
    pub room: RoomId,
    pub date: NaiveDate,
    pub part: Part,
    /// Minutes after local midnight.
    pub minute: i32,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

/// What stands in the way, in words that both sides may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    Past,
    NoSuchTime,
    NotInRegime,
    TooSmall,
    NotBefore,
    Closed,
    RoomTaken,
    PractitionerTaken,
    PersonTaken,
    KeptApart,
    /// The database refused for a reason that can no longer be seen.
    Other,
}

impl Obstacle {
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Past => "move-past",
            Self::NoSuchTime => "move-no-such-time",
            Self::NotInRegime => "move-not-in-regime",
            Self::TooSmall => "move-too-small",
            Self::NotBefore => "move-too-early",
            Self::Closed => "move-closed",
            Self::RoomTaken => "move-room-taken",
            Self::PractitionerTaken => "move-practitioner-taken",
            Self::PersonTaken => "move-person-taken",
            Self::KeptApart => "move-kept-apart",
            Self::Other => "move-refused",
        }
    }

    /// The field of the form that would have to change.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::TooSmall | Self::RoomTaken | Self::Closed | Self::KeptApart => "room",
            Self::Past => "date",
            _ => "start",
        }
    }
}

/// A room that a session could go to.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct RoomFor {
    pub id: RoomId,
    pub name: String,
    pub capacity: i32,
}

/// A part of a weekday's regime.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct WeekPart {
    pub weekday: i32,
    pub part: Part,
    pub start_minute: i32,
    pub end_minute: i32,
}

/// A time at which something is in the way: in one room, or wherever the session would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy {
    pub room: Option<RoomId>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub what: Obstacle,
}

/// A question to health, open or answered.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Question {
    pub id: MoveRequestId,
    pub kind: MoveKind,
    pub room_id: Option<RoomId>,
    pub room: Option<String>,
    pub part: Option<Part>,
    pub starts_at: Option<DateTime<Utc>>,
    pub ends_at: Option<DateTime<Utc>>,
    pub reason: CancelReason,
    pub asked_at: DateTime<Utc>,
    pub answer: Option<MoveAnswer>,
    pub answered_at: Option<DateTime<Utc>>,
    pub version: i32,
}
