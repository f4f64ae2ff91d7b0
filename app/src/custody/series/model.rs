//! The operational half of a series, and how it is said.

use chrono::{DateTime, NaiveDate, Utc};

use crate::custody::slots::{Part, RegimePart, SlotStatus};
use crate::i18n::Lang;
use crate::kit::db::Refusal;
use crate::kit::ids::{FacilityId, KitId, RoomId, SeriesId, SlotId, UserId};
use crate::kit::local_time::clock_text;
use crate::kit::recurrence::{Hours, NoTime, Rule, Timing};
use crate::text_enum;

text_enum! {
    /// What the time of a series follows.
    pub enum Follows label "series-follows" { Part = "part", Clock = "clock" }
}

text_enum! {
    /// Why a day of a series has no session.
    pub enum DayReason label "series-reason" {
        LeftOut = "left_out",
        NoPart = "no_part",
        OutsideRegime = "outside_regime",
        NoSuchTime = "no_such_time",
        Closed = "closed",
        /// The room, the practitioner or one of the people: the database does not say which.
        Taken = "taken",
        RoomTaken = "room_taken",
        PractitionerTaken = "practitioner_taken",
        PersonTaken = "person_taken",
        Capacity = "capacity",
        KeepApart = "keep_apart",
        KeepApartPlace = "keep_apart_place",
        Tools = "tools",
        GroupSize = "group_size",
        Nobody = "nobody",
    }
}

impl From<NoTime> for DayReason {
    fn from(why: NoTime) -> Self {
        match why {
            NoTime::NoPart => Self::NoPart,
            NoTime::OutsideHours => Self::OutsideRegime,
            NoTime::NoSuchTime => Self::NoSuchTime,
        }
    }
}

impl DayReason {
    /// The reason in a refusal of the database.
    #[must_use]
    pub const fn of(refusal: Refusal) -> Option<Self> {
        match refusal {
            Refusal::ClaimOnce => Some(Self::Taken),
            Refusal::Capacity => Some(Self::Capacity),
            Refusal::KeepApart => Some(Self::KeepApart),
            Refusal::KeepApartPlace => Some(Self::KeepApartPlace),
            Refusal::Closed => Some(Self::Closed),
            Refusal::Tools => Some(Self::Tools),
            Refusal::GroupSize => Some(Self::GroupSize),
            _ => None,
        }
    }
}

/// A series with all that custody keeps of it.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Series {
    pub id: SeriesId,
    pub facility_id: FacilityId,
    pub room_id: RoomId,
    pub room: String,
    pub capacity: i32,
    pub practitioner_id: UserId,
    pub practitioner: String,
    pub weekdays: i32,
    pub every_weeks: i32,
    pub follows: Follows,
    pub part: Part,
    pub start_minute: i32,
    pub minutes: i32,
    pub starts_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
    pub most: Option<i32>,
    pub kit_id: Option<KitId>,
    pub people_expected: i32,
    pub ended_at: Option<DateTime<Utc>>,
    /// The series that ended where this one begins.
    pub continues: Option<SeriesId>,
    pub version: i32,
}

impl Series {
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule {
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            most: self.most,
            weekdays: self.weekdays,
            every_weeks: self.every_weeks,
        }
    }

    #[must_use]
    pub const fn timing(&self) -> Timing<Part> {
        match self.follows {
            Follows::Part => Timing::Part { part: self.part, after: self.start_minute },
            Follows::Clock => Timing::Clock { minute: self.start_minute },
        }
    }

    /// Every Monday and Thursday, and when: `Mon, Thu · AM + 30 min · 60 min`.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let time = match (self.follows, self.start_minute) {
            (Follows::Clock, minute) => clock_text(minute),
            (Follows::Part, 0) => lang.t_with("series-part-begin", &[("part", self.part.label(lang).into())]),
            (Follows::Part, after) => {
                lang.t_with("series-part-after", &[("part", self.part.label(lang).into()), ("n", after.into())])
            }
        };
        let length = lang.t_with("series-minutes", &[("n", self.minutes.into())]);
        format!("{} · {time} · {length}", self.days_words(lang))
    }

    fn days_words(&self, lang: Lang) -> String {
        let days: Vec<String> = (1..=7)
            .filter(|day| self.weekdays & (1 << (day - 1)) != 0)
            .map(|day| lang.t(weekday_key(day)).into_owned())
            .collect();
        let days = days.join(", ");
        if self.every_weeks == 1 {
            return days;
        }
        lang.t_with("series-every", &[("days", days.into()), ("n", self.every_weeks.into())])
    }

    /// From when to when, as far as an end is known.
    #[must_use]
    pub fn span(&self, lang: Lang) -> String {
        let from = lang.date(self.starts_on);
        match (self.ends_on, self.most) {
            (Some(end), _) => format!("{from} – {}", lang.date(end)),
            (None, Some(most)) => lang.t_with("series-from-times", &[("date", from.into()), ("n", most.into())]),
            (None, None) => lang.t_with("series-from", &[("date", from.into())]),
        }
    }
}

/// The key of a weekday's short name, from 1 for Monday.
#[must_use]
pub const fn weekday_key(day: i32) -> &'static str {
    match day {
        1 => "series-mon",
        2 => "series-tue",
        3 => "series-wed",
        4 => "series-thu",
        5 => "series-fri",
        6 => "series-sat",
        _ => "series-sun",
    }
}

/// The regime of one weekday of a facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct DayPart {
    pub weekday: i32,
    #[sqlx(flatten)]
    pub hours: RegimePart,
}

impl DayPart {
    #[must_use]
    pub const fn hours(&self) -> Hours<Part> {
        Hours { part: self.hours.part, start: self.hours.start_minute, end: self.hours.end_minute }
    }
}

/// A session of a series, under its neutral label.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct SeriesSlot {
    pub id: SlotId,
    pub series_date: NaiveDate,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub room_id: RoomId,
    pub room: String,
    pub status: SlotStatus,
    pub label_letter: String,
    pub series_moved: bool,
    pub version: i32,
}

/// A day of a series without a session.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SeriesDay {
    pub series_date: NaiveDate,
    pub reason: DayReason,
}
