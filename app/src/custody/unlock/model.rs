//! What an unlock list holds of each person, and what an officer says became of them.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::custody::people::Presence;
use crate::custody::slots::{CancelReason, CustodyReason, EscortMode, Movement, Part, RoomKind, SlotStatus};
use crate::kit::ids::{FacilityId, ListId, PersonId, SlotId, WingId};
use crate::text_enum;

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Wing {
    pub id: WingId,
    pub name: String,
    /// How many of its people the part of the day calls.
    pub people: i64,
}

/// One person's way to one session.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct UnlockRow {
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub family_name: String,
    pub given_name: String,
    pub prison_number: String,
    pub cell: String,
    pub presence: Presence,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub label_letter: String,
    pub status: SlotStatus,
    pub cancel_reason: Option<CancelReason>,
    pub escort_officers: i32,
    pub escort_mode: EscortMode,
    pub room: String,
    pub room_kind: RoomKind,
    pub movement: Movement,
    pub custody_reason: Option<CustodyReason>,
    pub moved_at: Option<DateTime<Utc>>,
    pub version: i32,
    /// Taken somewhere while the session is held, as the plan of the day says.
    #[sqlx(skip)]
    pub is_away: bool,
}

impl UnlockRow {
    #[must_use]
    pub const fn key(&self) -> RowKey {
        RowKey { slot: self.slot_id, person: self.person_id, version: self.version }
    }
}

/// Which row of a list a mark is about, and the version of it that the officer had before his eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowKey {
    pub slot: SlotId,
    pub person: PersonId,
    pub version: i32,
}

impl RowKey {
    /// The place of the row in the page, to come back to after a mark. The ends of the two ids are random enough to tell the
    /// rows of one page apart.
    #[must_use]
    pub fn anchor(&self) -> String {
        let end = |id: Uuid| id.as_u128() & 0xffff_ffff;
        format!("p{:08x}{:08x}", end(self.slot.0), end(self.person.0))
    }
}

impl std::fmt::Display for RowKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.slot.0.simple(), self.person.0.simple(), self.version)
    }
}

/// A form that does not say which row it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a row of an unlock list")]
pub struct NotARow;

impl FromStr for RowKey {
    type Err = NotARow;

    fn from_str(text: &str) -> Result<Self, NotARow> {
        let mut pieces = text.splitn(3, '.');
        let mut next = || pieces.next().ok_or(NotARow);
        Ok(Self {
            slot: next()?.parse().map_err(|_| NotARow)?,
            person: next()?.parse().map_err(|_| NotARow)?,
            version: next()?.parse().map_err(|_| NotARow)?,
        })
    }
}

/// What an officer says with one tap. `NotBrought` cannot be said without its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Unlocked,
    Arrived,
    ArrivedLate,
    NotBrought(CustodyReason),
    Returned,
    /// The last mark was a mistake: one step back, to this.
    BackTo(Movement),
}

/// The row that a mark is about, as it stands now.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct Marked {
    pub facility_id: FacilityId,
    pub starts_at: DateTime<Utc>,
    pub part: Part,
    pub status: SlotStatus,
    pub movement: Movement,
    pub custody_reason: Option<CustodyReason>,
    pub moved_at: Option<DateTime<Utc>>,
    pub version: i32,
    /// When the last mark was written down, which may be later than it was made.
    pub marked_at: Option<DateTime<Utc>>,
}

/// How a mark came here: by a page at once, or later from a phone that was without network or from a printed list.
#[derive(Debug, Clone, Copy, Default)]
pub struct Made {
    /// The phone's own name for it: the same mark sent twice is one.
    pub mark_id: Option<Uuid>,
    /// When it was made; at once, if nothing is said.
    pub at: Option<DateTime<Utc>>,
    /// The list that it was written on by hand.
    pub list: Option<ListId>,
}

text_enum! {
    /// Why a mark is put right after its day.
    pub enum Correction label "movement-correction" {
        Mistake = "mistake",
        WrongPerson = "wrong_person",
        LateReport = "late_report",
        Other = "other",
    }
}

/// One kept mark: what was said, when it happened, who wrote it down and how.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct KeptMark {
    pub movement: Movement,
    pub custody_reason: Option<CustodyReason>,
    pub at: DateTime<Utc>,
    pub recorded_at: DateTime<Utc>,
    pub recorded_by: String,
    pub by_phone: bool,
    pub list_number: Option<i32>,
    pub correction: Option<Correction>,
}

/// One person at one session, with what both sides say of it. Of health's account custody has this word and no other.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PersonAt {
    pub family_name: String,
    pub given_name: String,
    pub prison_number: String,
    pub wing: Option<String>,
    pub cell: String,
    pub facility_id: FacilityId,
    pub room: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub label_letter: String,
    pub movement: Movement,
    pub custody_reason: Option<CustodyReason>,
    pub moved_at: Option<DateTime<Utc>>,
    pub came: Option<bool>,
    pub version: i32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_key_comes_back_from_its_text() {
        let key =
            RowKey { slot: Uuid::from_u128(7 << 64 | 0xabcd).into(), person: Uuid::from_u128(9).into(), version: 3 };
        assert_eq!(key.to_string().parse(), Ok(key));
        assert_eq!(key.anchor(), "p0000abcd00000009");
        for text in ["", "x.y.1", "00000000000000000000000000000001.2"] {
            assert_eq!(text.parse::<RowKey>(), Err(NotARow), "{text}");
        }
    }
}
