//! Errors of the database, and the refusals among them: constraints that have the last word and come back as messages.

/// A rule that the database itself upholds. The names are those of the constraints and triggers in `migrations/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A room, a practitioner or a person is already taken at that time.
    ClaimOnce,
    Capacity,
    KeepApart,
    /// Two people who are kept apart would be in one room at once, or shortly after one another.
    KeepApartPlace,
    /// The facility or the room is closed at that time.
    Closed,
    /// A person's notice forbids a tool that the session brings.
    Tools,
    /// A person's notice asks for a smaller group.
    GroupSize,
    /// Nothing may be booked into a lockdown.
    Lockdown,
    LadderIncomplete,
    /// Tools that went out have not come back, and nobody has answered for them.
    ToolsOut,
    /// Somebody who is to teach a cascade course holds no certificate as a trainer on that day.
    Trainers,
    /// A signed or recorded row that nobody may change.
    Immutable,
    /// A row with the same key is there already; holds which key.
    Duplicate(&'static str),
}

const REFUSALS: &[(&str, Refusal)] = &[
    ("custody_claim_once", Refusal::ClaimOnce),
    ("custody_slot_capacity", Refusal::Capacity),
    ("custody_slot_keep_apart_place", Refusal::KeepApartPlace),
    ("custody_slot_keep_apart", Refusal::KeepApart),
    ("custody_slot_closed", Refusal::Closed),
    ("custody_slot_tools_out", Refusal::ToolsOut),
    ("custody_slot_tools", Refusal::Tools),
    ("custody_slot_group_size", Refusal::GroupSize),
    ("custody_slot_person.slot_id", Refusal::Duplicate("custody_slot_person_pk")),
    ("custody_slot_person_pk", Refusal::Duplicate("custody_slot_person_pk")),
    ("custody_slot.series_id", Refusal::Duplicate("custody_slot_series_once")),
    ("custody_slot_series_once", Refusal::Duplicate("custody_slot_series_once")),
    ("custody_lockdown_holds", Refusal::Lockdown),
    ("care_plan_ladder_complete", Refusal::LadderIncomplete),
    ("training_course_trainers", Refusal::Trainers),
    ("training_supervised.user_id", Refusal::Duplicate("training_supervised_once")),
    ("training_supervised_once", Refusal::Duplicate("training_supervised_once")),
    ("training_exemption.user_id", Refusal::Duplicate("training_exemption_one")),
    ("training_exemption_one", Refusal::Duplicate("training_exemption_one")),
    ("_immutable", Refusal::Immutable),
    // SQLite names the columns of a broken unique constraint, PostgreSQL its name.
    ("access_user.username", Refusal::Duplicate("access_user_username_key")),
    ("access_user_username_key", Refusal::Duplicate("access_user_username_key")),
    ("care_note.session_id", Refusal::Duplicate("care_note_session_key")),
    ("care_note_session_key", Refusal::Duplicate("care_note_session_key")),
    ("care_note.patient_id", Refusal::Duplicate("care_note_chain_key")),
    ("care_note_chain_key", Refusal::Duplicate("care_note_chain_key")),
    ("care_plan_one_draft", Refusal::Duplicate("care_plan_one_draft")),
    ("care_review.patient_id", Refusal::Duplicate("care_review_one_draft")),
    ("care_review_one_draft", Refusal::Duplicate("care_review_one_draft")),
    ("care_review.id", Refusal::Duplicate("care_review_pkey")),
    ("care_review_pkey", Refusal::Duplicate("care_review_pkey")),
    ("care_plan_one_active", Refusal::Duplicate("care_plan_one_active")),
    ("custody_person.facility_id", Refusal::Duplicate("custody_person_number_key")),
    ("custody_person_number_key", Refusal::Duplicate("custody_person_number_key")),
    ("custody_lockdown.id", Refusal::Duplicate("custody_lockdown_pkey")),
    ("custody_lockdown_pkey", Refusal::Duplicate("custody_lockdown_pkey")),
    ("custody_move_request.slot_id", Refusal::Duplicate("custody_move_request_one_open")),
    ("custody_move_request_one_open", Refusal::Duplicate("custody_move_request_one_open")),
    ("custody_escort_event.slot_id", Refusal::Duplicate("custody_escort_event_once")),
    ("custody_escort_event_once", Refusal::Duplicate("custody_escort_event_once")),
    ("custody_escort_supply.facility_id", Refusal::Duplicate("custody_escort_supply")),
    ("custody_escort_supply_", Refusal::Duplicate("custody_escort_supply")),
    ("custody_transfer.person_id", Refusal::Duplicate("custody_transfer_one_planned")),
    ("custody_transfer_one_planned", Refusal::Duplicate("custody_transfer_one_planned")),
    ("care_transfer.patient_id", Refusal::Duplicate("care_transfer_one_open")),
    ("care_transfer_one_open", Refusal::Duplicate("care_transfer_one_open")),
    ("care_discharge.patient_id", Refusal::Duplicate("care_discharge_one_draft")),
    ("care_discharge_one_draft", Refusal::Duplicate("care_discharge_one_draft")),
    ("custody_list.id", Refusal::Duplicate("custody_list_pkey")),
    ("custody_list_pkey", Refusal::Duplicate("custody_list_pkey")),
    ("custody_list.facility_id", Refusal::Duplicate("custody_list_version_key")),
    ("custody_list_version_key", Refusal::Duplicate("custody_list_version_key")),
    ("custody_list_once", Refusal::Duplicate("custody_list_version_key")),
    ("custody_movement.mark_id", Refusal::Duplicate("custody_movement_mark")),
    ("custody_movement_mark", Refusal::Duplicate("custody_movement_mark")),
    ("care_plan.patient_id", Refusal::Duplicate("care_plan_version_key")),
    ("custody_tool_count.slot_id", Refusal::Duplicate("custody_tool_count_key")),
    ("custody_tool_count_key", Refusal::Duplicate("custody_tool_count_key")),
    ("care_plan_version_key", Refusal::Duplicate("care_plan_version_key")),
    ("custody_regime.facility_id", Refusal::Duplicate("custody_regime_pk")),
    ("custody_regime_pk", Refusal::Duplicate("custody_regime_pk")),
];

/// A failure of the database. What it says is for the log; people are shown a [`Refusal`] or a plain apology.
#[derive(Debug, thiserror::Error)]
#[error("database: {0}")]
pub struct DbError(#[from] sqlx::Error);

impl DbError {
    /// The rule that refused, when a rule did.
    #[must_use]
    pub fn refusal(&self) -> Option<Refusal> {
        let sqlx::Error::Database(error) = &self.0 else { return None };
        let named = error.constraint().unwrap_or_default();
        let message = error.message();
        REFUSALS.iter().find(|(key, _)| named.contains(key) || message.contains(key)).map(|(_, refusal)| *refusal)
    }

    /// The database refused because this side holds no privilege there: the fourth wall did its work, and code is wrong.
    #[must_use]
    pub fn is_privilege(&self) -> bool {
        let sqlx::Error::Database(error) = &self.0 else { return false };
        error.code().as_deref() == Some("42501")
            || error.message().contains("prohibited")
            || error.message().contains("not authorized")
    }

    /// There is no room left on the disk on which the database lies. Nothing of the transaction was kept.
    #[must_use]
    pub fn is_disk_full(&self) -> bool {
        let sqlx::Error::Database(error) = &self.0 else { return false };
        matches!(error.code().as_deref(), Some("13" | "53100"))
    }

    /// Another writer was in the way, and trying again may succeed.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match &self.0 {
            sqlx::Error::PoolTimedOut => true,
            sqlx::Error::Database(error) => matches!(error.code().as_deref(), Some("40001" | "40P01" | "5" | "517")),
            _ => false,
        }
    }
}
