//! What is read of tools and counts.

use chrono::{DateTime, Utc};

use crate::custody::kits::{Neutral, ToolClass, ToolName};
use crate::custody::slots::SlotStatus;
use crate::kit::ids::{CountId, FacilityId, KitId, RoomId, SlotId, UserId};
use crate::text_enum;

text_enum! {
    /// Which way the tools went.
    pub enum Way label "tools-way" { Out = "out", In = "in" }
}

text_enum! {
    /// What a coordinator says of a tool that did not come back.
    pub enum Answer label "tools-answer" {
        Found = "found",
        Broken = "broken",
        Lost = "lost",
        UnderInvestigation = "under_investigation",
    }
}

/// The session that tools are carried to.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ToolSlot {
    pub id: SlotId,
    pub facility_id: FacilityId,
    pub room_id: RoomId,
    pub room: String,
    pub label_letter: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub status: SlotStatus,
    pub practitioner_id: UserId,
    pub kit_id: Option<KitId>,
    pub neutral: Option<Neutral>,
    pub kit_number: Option<i32>,
    pub count_tools: Option<bool>,
}

/// A tool of the session's kit as this room has it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ToolDue {
    pub code: String,
    pub class: ToolClass,
    pub count: i32,
    #[sqlx(flatten)]
    pub name: ToolName,
}

/// One count, with what was decided about it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Count {
    pub id: CountId,
    pub number: i32,
    pub kind: Way,
    pub differs: bool,
    pub counted_at: DateTime<Utc>,
    pub counted_by: UserId,
    pub counted_initials: String,
    pub second_initials: String,
    pub answer: Option<Answer>,
    pub answered_by: Option<String>,
    pub answered_at: Option<DateTime<Utc>>,
}

/// One tool within a count.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct CountRow {
    pub count_id: CountId,
    pub tool_code: String,
    pub expected: i32,
    pub counted: i32,
    #[sqlx(flatten)]
    pub name: ToolName,
}

/// Somebody who may count with the one who is signed in.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Colleague {
    pub id: UserId,
    pub display_name: String,
    pub profession: String,
}

/// A session of a day whose tools are counted.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct DaySlot {
    pub id: SlotId,
    pub room: String,
    pub label_letter: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub kind: Option<Way>,
    pub differs: Option<bool>,
    pub answer: Option<Answer>,
}

/// A tool that is missing now.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Missing {
    pub slot_id: SlotId,
    #[sqlx(flatten)]
    pub name: ToolName,
}

/// A line of the register.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RegisterLine {
    pub id: CountId,
    pub slot_id: SlotId,
    pub facility: String,
    pub room: String,
    pub label_letter: String,
    pub session_at: DateTime<Utc>,
    pub number: i32,
    pub kind: Way,
    pub differs: bool,
    pub counted_at: DateTime<Utc>,
    pub counted_by: String,
    pub counted_initials: String,
    pub second_by: String,
    pub second_initials: String,
    pub answer: Option<Answer>,
}

/// What a facility keeps otherwise in one room.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RoomTool {
    pub room_id: RoomId,
    pub room: String,
    pub tool_code: String,
    pub count: i32,
    #[sqlx(flatten)]
    pub name: ToolName,
}
