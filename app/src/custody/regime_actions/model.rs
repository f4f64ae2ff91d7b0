//! An agreed action and its state.

use chrono::NaiveDate;

use crate::kit::ids::RegimeActionId;
use crate::text_enum;

text_enum! {
    /// What can be agreed for somebody's regime. No word of it says why.
    pub enum RegimeAction label "regime-action" {
        WorkPlace = "work_place",
        SchoolPlace = "school_place",
        SportsTime = "sports_time",
        LibraryTime = "library_time",
        MoreTimeOutOfCell = "more_time_out_of_cell",
        SingleCell = "single_cell",
        SharedCell = "shared_cell",
        KitchenDuty = "kitchen_duty",
        GardenDuty = "garden_duty",
        CleaningDuty = "cleaning_duty",
        PhoneCallTime = "phone_call_time",
        VisitArrangement = "visit_arrangement",
        QuietWing = "quiet_wing",
        EarlierUnlock = "earlier_unlock",
        ContactOfficer = "contact_officer",
    }
}

text_enum! {
    pub enum ActionStatus label "regime-status" { Open = "open", Done = "done", NotPossible = "not_possible" }
}

/// An agreed action as the coordinator's list shows it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ActionLine {
    pub id: RegimeActionId,
    pub action: RegimeAction,
    pub agreed_on: NaiveDate,
    pub due_on: NaiveDate,
    pub status: ActionStatus,
    pub closed_on: Option<NaiveDate>,
    pub version: i32,
    pub family_name: String,
    pub given_name: String,
    pub prison_number: String,
    pub wing: Option<String>,
    pub cell: String,
}
