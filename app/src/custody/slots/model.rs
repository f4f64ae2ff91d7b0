//! The words of a slot: its part of the day, its state, its escort, and why people were not brought; and what the board and
//! the page of one slot read of it.

use chrono::{DateTime, Utc};

use crate::kit::ids::{FacilityId, KitId, PersonId, RoomId, SlotId, UserId};
use crate::text_enum;

text_enum! {
    /// The part of the day in the prison's regime.
    pub enum Part label "part" { Am = "am", Pm = "pm", Eve = "eve" }
}

text_enum! {
    pub enum SlotStatus label "slot-status" {
        Requested = "requested",
        Confirmed = "confirmed",
        Declined = "declined",
        Cancelled = "cancelled",
        InProgress = "in_progress",
        Completed = "completed",
        NotHeld = "not_held",
    }
}

impl SlotStatus {
    /// Whether the slot still takes up its room, its practitioner and its people.
    #[must_use]
    pub const fn is_live(self) -> bool {
        !matches!(self, Self::Declined | Self::Cancelled | Self::NotHeld)
    }
}

text_enum! {
    /// Who ended a slot.
    pub enum CancelSide label "cancel-side" { Custody = "custody", Health = "health" }
}

text_enum! {
    /// Why a slot was declined or cancelled. `Health` is all that custody learns of care's reasons.
    pub enum CancelReason label "cancel-reason" {
        Lockdown = "lockdown",
        NoEscort = "no_escort",
        NoOfficer = "no_officer",
        RoomUnavailable = "room_unavailable",
        Operational = "operational",
        Training = "training",
        Security = "security",
        Clash = "clash",
        Other = "other",
        Health = "health",
    }
}

text_enum! {
    /// Where the officers stand.
    pub enum EscortMode label "escort-mode" {
        None = "none",
        InSight = "in_sight",
        InRoom = "in_room",
        OutOfHearing = "out_of_hearing",
    }
}

text_enum! {
    /// What custody says became of one person on the way to a session.
    pub enum Movement label "movement" {
        Expected = "expected",
        Unlocked = "unlocked",
        Arrived = "arrived",
        ArrivedLate = "arrived_late",
        NotBrought = "not_brought",
        Returned = "returned",
    }
}

text_enum! {
    /// Why custody did not bring a person.
    pub enum CustodyReason label "custody-reason" {
        Lockdown = "lockdown",
        NoEscort = "no_escort",
        NoOfficer = "no_officer",
        Court = "court",
        Visit = "visit",
        Work = "work",
        School = "school",
        Segregation = "segregation",
        Security = "security",
        Transferred = "transferred",
        Released = "released",
        Clash = "clash",
        Other = "other",
    }
}

text_enum! {
    /// What a room is. A session in a cell or on the ward moves nobody off the wing.
    pub enum RoomKind label "room-kind" {
        Activity = "activity",
        Kitchen = "kitchen",
        Workshop = "workshop",
        Garden = "garden",
        Gym = "gym",
        Interview = "interview",
        Ward = "ward",
        Classroom = "classroom",
        Cell = "cell",
    }
}

impl RoomKind {
    /// Whether people stay on their wing for a session held there.
    #[must_use]
    pub const fn is_on_wing(self) -> bool {
        matches!(self, Self::Cell | Self::Ward)
    }
}

text_enum! {
    /// A refusal of the database that somebody may set aside.
    pub enum OverrideKind label "override-kind" { Closure = "closure", Tools = "tools", GroupSize = "group_size" }
}

text_enum! {
    /// Why it was set aside. The first three are given by corrections, the others by health.
    pub enum OverrideReason label "override-reason" {
        StaffOnDuty = "staff_on_duty",
        PartUsable = "part_usable",
        ManagementAgreed = "management_agreed",
        StaffBeside = "staff_beside",
        OtherTools = "other_tools",
        InSmallerGroups = "in_smaller_groups",
    }
}

impl OverrideReason {
    /// Whether it is a reason of corrections for holding a session at a closed time.
    #[must_use]
    pub const fn is_of_closure(self) -> bool {
        matches!(self, Self::StaffOnDuty | Self::PartUsable | Self::ManagementAgreed)
    }

    /// The reasons of one side as the options of a form.
    #[must_use]
    pub fn options(lang: crate::i18n::Lang, of_closure: bool) -> Vec<(String, String)> {
        Self::ALL
            .iter()
            .filter(|reason| reason.is_of_closure() == of_closure)
            .map(|reason| (reason.as_str().to_owned(), reason.label(lang).into_owned()))
            .collect()
    }
}

/// How many officers, and where they stand. No officers and no mode, or both: there is nothing between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Escort {
    officers: i32,
    mode: EscortMode,
}

impl Escort {
    pub const MOST: i32 = 9;

    /// `None` when number and mode do not fit each other.
    #[must_use]
    pub fn new(officers: i32, mode: EscortMode) -> Option<Self> {
        let fits = (0..=Self::MOST).contains(&officers) && (officers == 0) == (mode == EscortMode::None);
        fits.then_some(Self { officers, mode })
    }

    #[must_use]
    pub const fn officers(self) -> i32 {
        self.officers
    }

    #[must_use]
    pub const fn mode(self) -> EscortMode {
        self.mode
    }
}

/// One part of one weekday's regime, in minutes after local midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct RegimePart {
    pub part: Part,
    pub start_minute: i32,
    pub end_minute: i32,
}

/// A row of the board.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct BoardRoom {
    pub id: RoomId,
    pub name: String,
    pub capacity: i32,
    pub usable_by_ot: bool,
}

/// A slot as the board shows it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct BoardSlot {
    pub id: SlotId,
    pub room_id: RoomId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub part: Part,
    pub label_letter: String,
    pub status: SlotStatus,
    pub cancel_reason: Option<CancelReason>,
    pub escort_officers: i32,
    pub escort_mode: EscortMode,
    pub version: i32,
    pub practitioner_id: UserId,
    pub practitioner: String,
    pub people: i64,
}

impl BoardSlot {
    /// Whether it can still be moved: asked for or confirmed, and not begun.
    #[must_use]
    pub fn is_movable(&self, now: DateTime<Utc>) -> bool {
        matches!(self.status, SlotStatus::Requested | SlotStatus::Confirmed) && self.starts_at > now
    }
}

/// A slot with all that custody keeps of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Slot {
    pub id: SlotId,
    pub facility_id: FacilityId,
    pub room_id: RoomId,
    pub room: String,
    pub capacity: i32,
    pub kit_id: Option<KitId>,
    pub practitioner: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub part: Part,
    pub label_letter: String,
    pub status: SlotStatus,
    pub cancel_reason: Option<CancelReason>,
    pub escort_officers: i32,
    pub escort_mode: EscortMode,
    pub created_at: DateTime<Utc>,
    pub version: i32,
}

/// One person expected at a slot.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SlotPerson {
    pub person_id: PersonId,
    pub family_name: String,
    pub given_name: String,
    pub prison_number: String,
    pub wing: Option<String>,
    pub cell: String,
    pub presence: crate::custody::people::Presence,
    pub movement: Movement,
    pub custody_reason: Option<CustodyReason>,
    pub moved_at: Option<DateTime<Utc>>,
}
