//! The clinical half of a series, and what can be asked of it.

use chrono::NaiveDate;

use crate::care::activities::ActivityTitle;
use crate::care::sessions::Mode;
use crate::care::sessions::store::request::NewSession;
use crate::custody::series::Follows;
use crate::kit::ids::{ProgrammeId, RoomId, SeriesId};
use crate::text_enum;

/// What health keeps of a series.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct CareSeries {
    pub mode: Mode,
    pub activity_code: String,
    #[sqlx(flatten)]
    pub title: ActivityTitle,
    pub purpose: String,
    pub programme_id: Option<ProgrammeId>,
    pub programme: Option<String>,
}

/// A series to be made: its first session, and how it comes again.
#[derive(Debug, Clone, PartialEq)]
pub struct NewSeries {
    pub id: SeriesId,
    pub session: NewSession,
    pub follows: Follows,
    /// Minutes after the part's beginning or after midnight.
    pub start_minute: i32,
    pub minutes: i32,
    pub weekdays: i32,
    pub every_weeks: i32,
    pub starts_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
    pub most: Option<i32>,
}

text_enum! {
    /// How much of a series is changed.
    pub enum Scope label "series-scope" { This = "this", Following = "following", All = "all" }
}

/// What is done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Cancel,
    /// To another time of day, another length, another room; a series also to other weekdays.
    Move {
        start_minute: i32,
        minutes: i32,
        room: RoomId,
        weekdays: Option<i32>,
    },
}

impl Step {
    /// The weekdays that were asked for, as bits.
    #[must_use]
    pub const fn weekdays(self) -> Option<i32> {
        match self {
            Self::Cancel => None,
            Self::Move { weekdays, .. } => weekdays,
        }
    }
}
