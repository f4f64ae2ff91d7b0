//! The week's regime, rooms, claims and closures, as pages of both sides read them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::custody::slots::{Part, RoomKind, SlotStatus};
use crate::kit::ids::{ClosureId, RoomId, SlotId};
use crate::text_enum;

text_enum! {
    /// Why something is closed, in a word that may be read by everybody.
    pub enum ClosureKind label "closure-kind" {
        Holiday = "holiday",
        Repairs = "repairs",
        Inspection = "inspection",
        Operational = "operational",
        Other = "other",
    }
}

/// First and last minute after local midnight.
pub type Hours = (i32, i32);

/// The regime of a facility: which parts each ISO weekday has, and when. A part that is not there is not open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Week(pub BTreeMap<(i32, Part), Hours>);

impl Week {
    #[must_use]
    pub fn hours(&self, weekday: i32, part: Part) -> Option<Hours> {
        self.0.get(&(weekday, part)).copied()
    }

    /// The whole week as one text: what a form was made from, to notice that it has changed since.
    #[must_use]
    pub fn code(&self) -> String {
        self.0.iter().map(|(at, hours)| entry_code(*at, *hours)).collect::<Vec<_>>().join(" ")
    }
}

/// One part of one day as `1.am.480.705`.
#[must_use]
pub fn entry_code((weekday, part): (i32, Part), (start, end): Hours) -> String {
    format!("{weekday}.{part}.{start}.{end}")
}

/// Reads what [`entry_code`] wrote.
#[must_use]
pub fn read_entry(code: &str) -> Option<((i32, Part), Hours)> {
    let mut pieces = code.split('.');
    let weekday = pieces.next()?.parse().ok()?;
    let part = pieces.next()?.parse().ok()?;
    Some(((weekday, part), (pieces.next()?.parse().ok()?, pieces.next()?.parse().ok()?)))
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Room {
    pub id: RoomId,
    pub code: String,
    pub name: String,
    pub kind: RoomKind,
    pub capacity: i32,
    pub usable_by_ot: bool,
    pub version: i32,
}

/// A part of the week in which a room is health's first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Claim {
    pub room_id: RoomId,
    pub weekday: i32,
    pub part: Part,
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Closure {
    pub id: ClosureId,
    pub room_id: Option<RoomId>,
    /// The room's name; the whole facility when there is none.
    pub room: Option<String>,
    pub kind: ClosureKind,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// Nobody's when the prison's own system said it.
    pub by: Option<String>,
    pub created_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
    pub version: i32,
}

impl Closure {
    /// Whether it holds now or will hold.
    #[must_use]
    pub fn is_live(&self, now: DateTime<Utc>) -> bool {
        self.ended_at.is_none() && self.ends_at > now
    }
}

/// A live session that lies where something has changed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct TouchedSlot {
    pub id: SlotId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub part: Part,
    pub label_letter: String,
    pub status: SlotStatus,
    pub room: String,
    pub people: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_week_comes_back_from_its_code() {
        let at = ((3, Part::Pm), (780, 990));
        assert_eq!(read_entry(&entry_code(at.0, at.1)), Some(at));
        for code in ["", "3.pm", "x.pm.1.2", "3.noon.1.2"] {
            assert_eq!(read_entry(code), None, "{code}");
        }
    }
}
