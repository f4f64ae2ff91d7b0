//! The words of a slot: its part of the day, its state, its escort, and why people were not brought.

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
