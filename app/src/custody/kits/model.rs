//! The words of a kit and what its pages read of it.

use chrono::{DateTime, Utc};

use crate::custody::slots::RoomKind;
use crate::i18n::Lang;
use crate::kit::ids::KitId;
use crate::text_enum;

text_enum! {
    /// What is done, in words that tell nothing of why.
    pub enum Neutral label "kit-neutral" {
        KitchenWork = "kitchen_work",
        GardenWork = "garden_work",
        PaperWork = "paper_work",
        TextileWork = "textile_work",
        ClayWork = "clay_work",
        WoodWork = "wood_work",
        Painting = "painting",
        Music = "music",
        Movement = "movement",
        BallGames = "ball_games",
        TableGames = "table_games",
        ReadingWriting = "reading_writing",
        TableConversation = "table_conversation",
        LaundryCleaning = "laundry_cleaning",
        PersonalCare = "personal_care",
        QuietExercises = "quiet_exercises",
        PackingAssembly = "packing_assembly",
        ComputerWork = "computer_work",
        InCellMaterial = "in_cell_material",
        OutdoorWalk = "outdoor_walk",
    }
}

text_enum! {
    /// What a tool could be used for against somebody.
    pub enum ToolClass label "tool-class" {
        None = "none",
        Blunt = "blunt",
        Pointed = "pointed",
        Sharp = "sharp",
        Heat = "heat",
        Chemical = "chemical",
        Ligature = "ligature",
        Electronic = "electronic",
    }
}

text_enum! {
    pub enum OfficerPresence label "officer-presence" { None = "none", InSight = "in_sight", InRoom = "in_room" }
}

text_enum! {
    /// What a facility has decided about a kit; nothing decided yet is neither.
    pub enum Clearance label "kit-clearance" { Cleared = "cleared", Refused = "refused" }
}

text_enum! {
    pub enum KitReason label "kit-reason" { Tools = "tools", Room = "room", Staffing = "staffing", Other = "other" }
}

/// The name of a tool, as an officer reads it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ToolName {
    pub name_en: String,
    pub name_sq: String,
    pub name_sr: String,
}

impl ToolName {
    #[must_use]
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.name_en,
            Lang::Sq => &self.name_sq,
            Lang::Sr => &self.name_sr,
        }
    }
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct KitLine {
    pub id: KitId,
    pub number: i32,
    pub neutral: Neutral,
    pub room_kind: RoomKind,
    pub max_participants: i32,
    pub min_staff: i32,
    pub officer_presence: OfficerPresence,
    pub tools: i64,
    pub clearance: Option<Clearance>,
}

/// A kit with what this facility has decided about it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Kit {
    pub id: KitId,
    pub number: i32,
    pub neutral: Neutral,
    pub room_kind: RoomKind,
    pub in_cell: bool,
    pub max_participants: i32,
    pub min_staff: i32,
    pub officer_presence: OfficerPresence,
    pub count_tools: bool,
    pub ended_at: Option<DateTime<Utc>>,
    pub clearance: Option<Clearance>,
    pub reason: Option<KitReason>,
    pub decided_by: Option<String>,
    pub decided_at: Option<DateTime<Utc>>,
    /// The version of the decision; none before the first.
    pub version: Option<i32>,
}

/// One tool of a kit.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct KitTool {
    pub class: ToolClass,
    pub count: i32,
    #[sqlx(flatten)]
    pub name: ToolName,
}
