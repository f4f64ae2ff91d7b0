//! A line of what has changed.

use chrono::{DateTime, SecondsFormat, Utc};

use crate::custody::slots::CancelReason;
use crate::i18n::Lang;
use crate::kit::ids::{ChangeId, FacilityId, PersonId, SlotId, UserId};
use crate::text_enum;

text_enum! {
    pub enum ChangeKind label "change-kind" {
        WingChanged = "wing_changed",
        CellChanged = "cell_changed",
        Court = "court",
        Hospital = "hospital",
        PresentAgain = "present_again",
        Released = "released",
        Transferred = "transferred",
        SlotMoved = "slot_moved",
        SlotCancelled = "slot_cancelled",
        SlotRestored = "slot_restored",
        RegimeChanged = "regime_changed",
        RoomClosed = "room_closed",
        ToolMissing = "tool_missing",
        /// Somebody does not come to a session that goes on with others.
        KeptBack = "kept_back",
        ComesAgain = "comes_again",
    }
}

impl ChangeKind {
    /// Whether the person is gone, and with that every booking.
    #[must_use]
    pub const fn is_leaving(self) -> bool {
        matches!(self, Self::Released | Self::Transferred)
    }
}

/// Which side made a change: it has seen it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MadeBy {
    /// A rule or a file: both have yet to see it.
    Nobody,
    Custody(UserId),
    Care(UserId),
}

/// A change about to be told.
#[derive(Debug, Clone)]
pub struct NewChange {
    pub id: ChangeId,
    pub facility: FacilityId,
    pub person: Option<PersonId>,
    pub slot: Option<SlotId>,
    pub kind: ChangeKind,
    pub reason: Option<CancelReason>,
    /// Wing and cell, two instants as ISO text, parts of the regime, or the code of a tool. Never words.
    pub earlier: String,
    pub later: String,
    /// Sessions ahead that it touches.
    pub touched: i32,
    pub by: MadeBy,
    pub at: DateTime<Utc>,
}

impl NewChange {
    /// Something about one session, which is to begin then.
    #[must_use]
    pub fn of_session(
        (id, facility): (ChangeId, FacilityId),
        (slot, starts_at): (SlotId, DateTime<Utc>),
        kind: ChangeKind,
        at: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            facility,
            person: None,
            slot: Some(slot),
            kind,
            reason: None,
            earlier: instant_text(starts_at),
            later: String::new(),
            touched: 1,
            by: MadeBy::Nobody,
            at,
        }
    }
}

/// An instant as a change keeps it.
#[must_use]
pub fn instant_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A change as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ChangeLine {
    pub id: ChangeId,
    pub kind: ChangeKind,
    pub reason: Option<CancelReason>,
    pub earlier: String,
    pub later: String,
    pub touched: i32,
    pub happened_at: DateTime<Utc>,
    pub person_id: Option<PersonId>,
    pub family_name: Option<String>,
    pub given_name: Option<String>,
    pub prison_number: Option<String>,
    pub slot_id: Option<SlotId>,
    pub slot_starts_at: Option<DateTime<Utc>>,
    pub label_letter: Option<String>,
    pub custody_seen_by: Option<String>,
    pub custody_seen_at: Option<DateTime<Utc>>,
    pub care_seen_by: Option<String>,
    pub care_seen_at: Option<DateTime<Utc>>,
    /// Of a tool that is missing.
    pub tool_en: Option<String>,
    pub tool_sq: Option<String>,
    pub tool_sr: Option<String>,
}

impl ChangeLine {
    /// The tool in the language of whoever reads.
    #[must_use]
    pub fn tool(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => self.tool_en.as_deref(),
            Lang::Sq => self.tool_sq.as_deref(),
            Lang::Sr => self.tool_sr.as_deref(),
        }
    }
}
