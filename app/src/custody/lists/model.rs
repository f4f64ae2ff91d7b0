//! A printed list, its rows, and what may have changed since.

use chrono::{DateTime, NaiveDate, Utc};

use crate::custody::kits::ToolName;
use crate::custody::people::Presence;
use crate::custody::slots::{CancelReason, CustodyReason, EscortMode, Movement, Part, RoomKind, SlotStatus};
use crate::i18n::Lang;
use crate::kit::ids::{FacilityId, ListId, PersonId, RoomId, SlotId, UserId, WingId};
use crate::text_enum;

text_enum! {
    pub enum ListKind label "list-kind" { Unlock = "unlock", Movement = "movement", Slips = "slips" }
}

/// Which list: everything but the number. A print of the same is its next version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListKey {
    pub facility: FacilityId,
    pub kind: ListKind,
    /// Only the people of this wing.
    pub wing: Option<WingId>,
    /// Only those who are called to this room.
    pub room: Option<RoomId>,
    pub person: Option<PersonId>,
    pub date: NaiveDate,
    pub part: Part,
}

/// What is written on slips, by custody and for two readers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SlipWords {
    pub person: String,
    pub staff: String,
    pub one_to_a_page: bool,
}

/// One person's way to one session, as it stands now.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CurrentRow {
    pub slot_id: SlotId,
    pub person_id: PersonId,
    pub family_name: String,
    pub given_name: String,
    pub prison_number: String,
    pub wing_id: Option<WingId>,
    pub wing: Option<String>,
    pub cell: String,
    pub presence: Presence,
    /// The person is another facility's by now.
    pub is_elsewhere: bool,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub part: Part,
    pub label_letter: String,
    pub status: SlotStatus,
    pub cancel_reason: Option<CancelReason>,
    pub escort_officers: i32,
    pub escort_mode: EscortMode,
    pub room_id: RoomId,
    pub room: String,
    pub room_kind: RoomKind,
    pub movement: Movement,
    pub custody_reason: Option<CustodyReason>,
    pub moved_at: Option<DateTime<Utc>>,
    pub version: i32,
    /// When the last mark was written down.
    pub marked_at: Option<DateTime<Utc>>,
}

/// A tool that goes to a session, and has to come back.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ToolOf {
    pub slot_id: SlotId,
    pub count: i32,
    #[sqlx(flatten)]
    pub name: ToolName,
}

/// A row as it stands on the paper: what can be compared as values, what an officer reads as words in the language of the print.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct PrintedRow {
    pub slot: SlotId,
    pub person: PersonId,
    pub name: String,
    pub number: String,
    pub wing: Option<String>,
    pub cell: String,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
    pub room: String,
    pub letter: String,
    /// The session takes place; otherwise `state` says what became of it.
    pub live: bool,
    pub state: String,
    /// The person has moved to another facility: nothing more can be opened about him here.
    #[serde(default)]
    pub is_elsewhere: bool,
    pub on_wing: bool,
    pub officers: i32,
    pub mode: EscortMode,
    /// Alerts, whom to keep apart, notices, temporarily absent.
    pub cautions: Vec<String>,
    /// Where else the person is called at that time.
    pub clashes: Vec<String>,
    /// Tools by name and number.
    pub bring: Vec<String>,
}

/// One line of the register of prints.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListHead {
    pub id: ListId,
    pub facility_id: FacilityId,
    pub number: i32,
    pub version: i32,
    pub kind: ListKind,
    pub wing_id: Option<WingId>,
    pub wing: Option<String>,
    pub room_id: Option<RoomId>,
    pub room: Option<String>,
    pub person_id: Option<PersonId>,
    pub held_on: NaiveDate,
    pub part: Part,
    pub printed_by: String,
    pub printed_at: DateTime<Utc>,
    /// The newest version of the same list.
    pub newest: i32,
}

impl ListHead {
    #[must_use]
    pub const fn key(&self) -> ListKey {
        ListKey {
            facility: self.facility_id,
            kind: self.kind,
            wing: self.wing_id,
            room: self.room_id,
            person: self.person_id,
            date: self.held_on,
            part: self.part,
        }
    }

    #[must_use]
    pub const fn is_newest(&self) -> bool {
        self.version == self.newest
    }
}

/// What only the whole print has.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListBody {
    pub person_text: String,
    pub staff_text: String,
    pub one_to_a_page: bool,
    pub language: String,
    pub printed_rows: String,
}

impl ListBody {
    /// The language of the paper, whatever the language of who reads it on the screen.
    #[must_use]
    pub fn lang(&self) -> Lang {
        Lang::from_code(&self.language).unwrap_or_default()
    }
}

/// A print about to be kept.
#[derive(Debug, Clone)]
pub struct NewList {
    pub id: ListId,
    pub key: ListKey,
    pub words: SlipWords,
    pub language: &'static str,
    pub rows: String,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

/// Somebody has seen what changed.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Seen {
    pub list_id: ListId,
    pub digest: String,
    pub name: String,
    pub seen_at: DateTime<Utc>,
}
