//! A line of what has changed.

use chrono::{DateTime, Utc};

use crate::custody::slots::CancelReason;
use crate::kit::ids::{ChangeId, FacilityId, PersonId, SlotId};
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
    }
}

impl ChangeKind {
    /// Whether the person is gone, and with that every booking.
    #[must_use]
    pub const fn is_leaving(self) -> bool {
        matches!(self, Self::Released | Self::Transferred)
    }
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
    /// Wing and cell, two instants as ISO text, or parts of the regime. Never words.
    pub earlier: String,
    pub later: String,
    /// Sessions ahead that it touches.
    pub touched: i32,
    pub at: DateTime<Utc>,
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
}
