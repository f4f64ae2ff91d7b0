//! Who may touch which table, as data. PostgreSQL grants and SQLite's authorizer are both made from this one list, so the
//! fourth wall is the same on either engine. What is not here is refused.

/// The three sides, and beside them the one to which nobody belongs: second factors. Each has a connection pool, a PostgreSQL role and
/// a transaction type of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    Care,
    Custody,
    System,
    Proof,
}

impl Side {
    pub const ALL: [Self; 4] = [Self::Care, Self::Custody, Self::System, Self::Proof];

    /// The PostgreSQL role that this side's pool takes on.
    #[must_use]
    pub const fn role(self) -> &'static str {
        match self {
            Self::Care => "ergon_care",
            Self::Custody => "ergon_custody",
            Self::System => "ergon_system",
            Self::Proof => "ergon_proof",
        }
    }
}

/// Which columns may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Select {
    None,
    All,
    /// These and no others: the rest do not exist for this side.
    Only(&'static [&'static str]),
}

/// Which columns may be changed in rows that exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Update {
    None,
    All,
    Only(&'static [&'static str]),
}

#[derive(Debug, Clone, Copy)]
pub struct Privilege {
    pub side: Side,
    pub table: &'static str,
    pub select: Select,
    pub insert: bool,
    pub update: Update,
    pub delete: bool,
}

/// What the other sides never see of a table, for the tests that prove it.
pub const COLUMNS_HELD_BACK: &[(Side, &str, &str)] = &[
    (Side::Care, "custody_alert", "reason"),
    (Side::Care, "custody_keep_apart", "reason"),
    (Side::Care, "custody_restraint", "reason"),
    (Side::Care, "custody_restraint", "words"),
    (Side::Care, "custody_lockdown", "reason"),
    (Side::Care, "custody_outing", "kind"),
    (Side::System, "custody_slot", "room_id"),
    (Side::Care, "access_user", "password_hash"),
    (Side::Custody, "access_user", "password_hash"),
    (Side::Proof, "access_user", "password_hash"),
    // Administrators' pages stand on the system side.
    (Side::System, "access_factor", "secret"),
    (Side::System, "access_factor", "offered"),
    (Side::System, "access_recovery_code", "digest"),
];

const USER_NAMES: Select =
    Select::Only(&["id", "username", "display_name", "profession", "side", "language", "active"]);
const ALERT_WITHOUT_REASON: Select = Select::Only(&[
    "id",
    "person_id",
    "facility_id",
    "kind",
    "starts_on",
    "ends_on",
    "review_on",
    "created_by",
    "created_at",
    "version",
]);
const KEEP_APART_WITHOUT_REASON: Select = Select::Only(&[
    "id",
    "facility_id",
    "person_a",
    "person_b",
    "starts_on",
    "ends_on",
    "review_on",
    "created_by",
    "created_at",
    "version",
]);
/// That somebody was restrained matters to whoever treats him; why is security's.
const RESTRAINT_WITHOUT_REASON: Select =
    Select::Only(&["id", "slot_id", "person_id", "decision", "decided_by", "decided_at"]);
/// Care learns that somebody is away, never where.
const LOCKDOWN_WITHOUT_REASON: Select =
    Select::Only(&["id", "facility_id", "scope", "starts_at", "ends_at", "undone_at"]);
const OUTING_WITHOUT_KIND: Select =
    Select::Only(&["id", "facility_id", "person_id", "starts_at", "ends_at", "ended_at", "version"]);
/// What an import must know of bookings to end those of somebody who has left; whom they are with and where stays hidden.
const SLOT_FOR_IMPORT: Select =
    Select::Only(&["id", "facility_id", "starts_at", "ends_at", "part", "status", "version"]);
const SLOT_PERSON_FOR_IMPORT: Select =
    Select::Only(&["slot_id", "person_id", "facility_id", "starts_at", "movement", "version"]);
const STAY_FOR_IMPORT: Select = Select::Only(&["id", "person_id", "facility_id", "starts_on", "ends_on"]);
const ALERT_FOR_IMPORT: Select = Select::Only(&["id", "person_id", "starts_on", "ends_on", "version"]);
const KEEP_APART_FOR_IMPORT: Select = Select::Only(&["id", "person_a", "person_b", "starts_on", "ends_on", "version"]);
/// Care asks for a slot, moves it and says what became of it; escorts and custody's marks are not its to write.
const SLOT_BY_CARE: Update = Update::Only(&[
    "room_id",
    "starts_at",
    "ends_at",
    "held_on",
    "part",
    "label_letter",
    "status",
    "cancel_side",
    "cancel_reason",
    "series_id",
    "series_moved",
    "version",
]);
/// What stands in the library of an activity is what its approved version says; its code stays.
const ACTIVITY_BY_CARE: Update =
    Update::Only(&["kind", "area", "title_en", "title_sq", "title_sr", "purpose_en", "purpose_sq", "purpose_sr"]);
/// Care answers a referral of custody's by how far it has come, and by nothing else.
const REFERRAL_BY_CARE: Update = Update::Only(&["status", "version"]);
/// Care gives a notice and ends it; it cannot acknowledge it in custody's name.
const NOTICE_BY_CARE: Update = Update::Only(&["ended_on", "version"]);
const NOTICE_BY_CUSTODY: Update = Update::Only(&["acknowledged_by", "acknowledged_at", "version"]);
/// Whether somebody came is the one word about attendance that health gives custody.
const CAME_BY_CARE: Update = Update::Only(&["came"]);
const REGIME_ACTION_BY_CUSTODY: Update = Update::Only(&["status", "closed_on", "closed_by", "version"]);
/// Which rooms there are is for the administrator; what they are used for is for the prison.
const ROOM_BY_CUSTODY: Update = Update::Only(&["kind", "capacity", "usable_by_ot", "version"]);
/// A transfer moves a person's housing; who the person is stays with the import.
const PERSON_BY_CUSTODY: Update =
    Update::Only(&["facility_id", "prison_number", "presence", "wing_id", "cell", "version"]);
/// Each side says for itself that it has seen a change.
const CHANGE_SEEN_BY_CARE: Update = Update::Only(&["care_seen_by", "care_seen_at", "version"]);
const CHANGE_SEEN_BY_CUSTODY: Update = Update::Only(&["custody_seen_by", "custody_seen_at", "version"]);
const OPENING_UNTIL: Select = Select::Only(&["user_id", "kind", "until_at", "ended_at"]);
/// What the head found; the words of whoever opened stay as they were.
const OPENING_REVIEWED: Update =
    Update::Only(&["seen_by", "seen_at", "reviewed_by", "reviewed_at", "outcome", "finding", "version"]);
/// Where somebody works, without who granted it.
const GRANT_WHERE: Select =
    Select::Only(&["id", "user_id", "side", "role", "facility_id", "wing_id", "approved_at", "ended_at"]);
/// Health answers what custody has asked; what was asked stays as it was.
const MOVE_REQUEST_BY_CARE: Update = Update::Only(&["answer", "answered_by", "answered_at", "version"]);
/// What an administrator's import may correct of a person.
const PERSON_BY_IMPORT: Update = Update::Only(&[
    "family_name",
    "given_name",
    "birth_date",
    "sex",
    "legal_status",
    "presence",
    "wing_id",
    "cell",
    "language",
    "sort_name",
    "version",
]);

/// Bookings of somebody who has left end, and nothing else about them changes.
const SLOT_BY_IMPORT: Update = Update::Only(&["status", "cancel_side", "cancel_reason", "version"]);
const SLOT_PERSON_BY_IMPORT: Update = Update::Only(&["movement", "custody_reason", "moved_at", "version"]);
const ENDED_BY_IMPORT: Update = Update::Only(&["ends_on", "version"]);

/// What a session is, without the moment at which its user has last given proof: that is said by whoever checked it.
const SESSION_BUT_PROOF: Update = Update::Only(&["user_id", "data", "agent", "seen_at", "expires_at", "ended_at"]);

const fn read(side: Side, table: &'static str, select: Select) -> Privilege {
    Privilege { side, table, select, insert: false, update: Update::None, delete: false }
}
const fn append(side: Side, table: &'static str, select: Select) -> Privilege {
    Privilege { side, table, select, insert: true, update: Update::None, delete: false }
}
/// Reads all and changes some columns of rows that the other side has made.
const fn change(side: Side, table: &'static str, update: Update) -> Privilege {
    Privilege { side, table, select: Select::All, insert: false, update, delete: false }
}
const fn write(side: Side, table: &'static str, update: Update, delete: bool) -> Privilege {
    Privilege { side, table, select: Select::All, insert: true, update, delete }
}

use Select::{All as Everything, None as Nothing};
use Side::{Care, Custody, Proof, System};

pub const PRIVILEGES: &[Privilege] = &[
    // Care: the clinical record, and custody's without the reasons of security.
    write(Care, "care_patient", Update::All, false),
    write(Care, "care_team", Update::None, true),
    write(Care, "care_plan", Update::All, true),
    write(Care, "care_goal", Update::All, true),
    append(Care, "care_goal_rating", Everything),
    write(Care, "care_activity", ACTIVITY_BY_CARE, false),
    write(Care, "care_session", Update::All, false),
    write(Care, "care_session_goal", Update::None, true),
    write(Care, "care_participation", Update::All, false),
    write(Care, "care_participation_goal", Update::All, true),
    append(Care, "care_participation_earlier", Everything),
    append(Care, "care_note", Everything),
    write(Care, "care_note_draft", Update::All, true),
    write(Care, "care_phrase", Update::All, true),
    write(Care, "care_saved_filter", Update::All, true),
    write(Care, "care_supervision", Update::Only(&["ended_on"]), false),
    write(Care, "care_referral", Update::All, false),
    write(Care, "care_evaluation", Update::All, true),
    write(Care, "care_evaluation_section", Update::All, true),
    write(Care, "care_goal_bank", Update::All, false),
    write(Care, "care_review", Update::All, true),
    write(Care, "care_review_goal", Update::All, true),
    write(Care, "care_review_attendee", Update::All, true),
    write(Care, "care_review_action", Update::All, true),
    write(Care, "care_activity_version", Update::All, true),
    write(Care, "care_programme", Update::All, false),
    write(Care, "care_programme_member", Update::All, false),
    append(Care, "care_measure_definition", Everything),
    write(Care, "care_measure_licence", Update::All, false),
    append(Care, "care_measure_result", Everything),
    write(Care, "care_consent", Update::All, false),
    write(Care, "care_notice", Update::None, false),
    write(Care, "care_disclosure", Update::All, false),
    write(Care, "care_transfer", Update::All, false),
    write(Care, "care_discharge", Update::All, true),
    append(Care, "care_copy_words", Everything),
    change(Care, "custody_referral", REFERRAL_BY_CARE),
    append(Care, "custody_regime_action", Everything),
    read(Care, "custody_tool", Everything),
    write(Care, "custody_kit", Update::Only(&["ended_at"]), false),
    append(Care, "custody_kit_tool", Everything),
    read(Care, "custody_kit_clearance", Everything),
    write(Care, "custody_notice", NOTICE_BY_CARE, false),
    read(Care, "custody_stay", Everything),
    read(Care, "custody_transfer", Everything),
    read(Care, "custody_facility", Everything),
    read(Care, "custody_wing", Everything),
    read(Care, "custody_room", Everything),
    read(Care, "custody_regime", Everything),
    read(Care, "custody_person", Everything),
    read(Care, "custody_alert", ALERT_WITHOUT_REASON),
    read(Care, "custody_keep_apart", KEEP_APART_WITHOUT_REASON),
    write(Care, "custody_slot", SLOT_BY_CARE, false),
    // Who is discharged is taken off the lists of groups that go on.
    write(Care, "custody_slot_person", CAME_BY_CARE, true),
    // Which slots these rows are about, and no more: SQLite looks whether any waits for a slot that is being booked.
    read(Care, "custody_lockdown_person", Select::Only(&["slot_id"])),
    read(Care, "custody_lockdown_slot", Select::Only(&["slot_id"])),
    read(Care, "custody_escort_event", Select::Only(&["slot_id"])),
    append(Care, "custody_override", Everything),
    write(Care, "custody_series", Update::All, false),
    write(Care, "custody_series_day", Update::All, true),
    write(Care, "care_series", Update::All, false),
    write(Care, "care_series_member", Update::None, true),
    write(Care, "care_series_goal", Update::None, true),
    read(Care, "custody_movement", Everything),
    read(Care, "custody_claim", Everything),
    read(Care, "custody_closure", Everything),
    read(Care, "custody_standing_claim", Everything),
    // When nothing can be booked, so that it is not offered; why is told of the sessions that it ends.
    read(Care, "custody_lockdown", LOCKDOWN_WITHOUT_REASON),
    read(Care, "custody_lockdown_wing", Everything),
    read(Care, "custody_outing", OUTING_WITHOUT_KIND),
    write(Care, "custody_change", CHANGE_SEEN_BY_CARE, false),
    change(Care, "custody_move_request", MOVE_REQUEST_BY_CARE),
    read(Care, "custody_restraint", RESTRAINT_WITHOUT_REASON),
    read(Care, "custody_officer_presence", Everything),
    // Health reads what was counted and what became of it; counting is corrections' work.
    read(Care, "custody_kit_room_tool", Everything),
    read(Care, "custody_tool_count", Everything),
    read(Care, "custody_tool_count_row", Everything),
    read(Care, "custody_tool_decision", Everything),
    // What reviewers say beside the record is added to; a question and a sample move on and keep what was asked and drawn.
    append(Care, "care_comment", Everything),
    write(Care, "care_question", Update::Only(&["status", "due_on", "version"]), false),
    append(Care, "care_question_turn", Everything),
    write(Care, "care_sample", Update::Only(&["status", "ended_by", "ended_at", "reason", "version"]), false),
    write(Care, "care_sample_chart", Update::Only(&["remark", "saved_by", "saved_at", "version"]), false),
    write(Care, "care_sample_finding", Update::Only(&["verdict", "remark"]), true),
    append(Care, "oversight_report", Everything),
    read(Care, "access_user", USER_NAMES),
    read(Care, "access_grant", Everything),
    append(Care, "access_entry", Everything),
    read(Care, "access_key", Everything),
    // The training register: the head writes it through care; the others read what their pages ask for.
    write(Care, "training_person", Update::All, false),
    write(Care, "training_course", Update::All, false),
    write(Care, "training_participant", Update::Only(&["assessment"]), true),
    write(Care, "training_attendance", Update::None, true),
    write(Care, "training_certificate", Update::Only(&["revoked_on"]), false),
    append(Care, "training_supervised", Everything),
    write(Care, "training_need", Update::All, false),
    write(Care, "training_rule", Update::All, false),
    write(Care, "training_role", Update::All, true),
    write(Care, "training_exemption", Update::Only(&["ended_on"]), false),
    write(Care, "access_opening", Update::Only(&["ended_at"]), false),
    write(Care, "care_opening", OPENING_REVIEWED, false),
    // Custody: the operational record. No line here may ever name a care table.
    read(Custody, "custody_facility", Everything),
    read(Custody, "custody_wing", Everything),
    change(Custody, "custody_room", ROOM_BY_CUSTODY),
    write(Custody, "custody_regime", Update::Only(&["start_minute", "end_minute"]), true),
    write(Custody, "custody_standing_claim", Update::None, true),
    write(Custody, "custody_outing", Update::Only(&["ended_at", "version"]), false),
    write(Custody, "custody_import", Update::Only(&["applied_at"]), true),
    change(Custody, "custody_person", PERSON_BY_CUSTODY),
    append(Custody, "custody_referral", Everything),
    change(Custody, "custody_regime_action", REGIME_ACTION_BY_CUSTODY),
    write(Custody, "custody_tool", Update::All, false),
    read(Custody, "custody_kit", Everything),
    read(Custody, "custody_kit_tool", Everything),
    write(Custody, "custody_kit_clearance", Update::All, false),
    change(Custody, "custody_notice", NOTICE_BY_CUSTODY),
    write(Custody, "custody_stay", Update::Only(&["ends_on"]), false),
    write(Custody, "custody_transfer", Update::All, false),
    write(Custody, "custody_alert", Update::All, false),
    write(Custody, "custody_keep_apart", Update::All, false),
    write(Custody, "custody_slot", Update::All, false),
    // Who is moved to another facility is taken off the lists of those that stay.
    write(Custody, "custody_slot_person", Update::All, true),
    append(Custody, "custody_override", Everything),
    read(Custody, "custody_series", Everything),
    read(Custody, "custody_series_day", Everything),
    append(Custody, "custody_movement", Everything),
    append(Custody, "custody_list", Everything),
    append(Custody, "custody_list_seen", Everything),
    read(Custody, "custody_claim", Everything),
    write(Custody, "custody_closure", Update::All, false),
    write(Custody, "custody_change", CHANGE_SEEN_BY_CUSTODY, false),
    append(Custody, "custody_move_request", Everything),
    write(Custody, "custody_escort_supply", Update::All, true),
    append(Custody, "custody_escort_event", Everything),
    append(Custody, "custody_restraint", Everything),
    append(Custody, "custody_officer_presence", Everything),
    write(Custody, "custody_lockdown", Update::Only(&["undone_by", "undone_at", "version"]), false),
    append(Custody, "custody_lockdown_wing", Everything),
    write(Custody, "custody_lockdown_slot", Update::Only(&["outcome"]), false),
    write(Custody, "custody_lockdown_person", Update::Only(&["outcome"]), false),
    write(Custody, "custody_kit_room_tool", Update::All, true),
    append(Custody, "custody_tool_count", Everything),
    append(Custody, "custody_tool_count_row", Everything),
    append(Custody, "custody_tool_decision", Everything),
    read(Custody, "access_user", USER_NAMES),
    // Who else works here and may count with an officer.
    read(Custody, "access_grant", GRANT_WHERE),
    append(Custody, "access_entry", Nothing),
    read(Custody, "training_person", Everything),
    read(Custody, "training_course", Everything),
    read(Custody, "training_participant", Everything),
    read(Custody, "training_attendance", Everything),
    read(Custody, "training_certificate", Everything),
    // System: users, sessions, the access log and reference data; nothing clinical, and no movement of anybody but that it ends.
    write(System, "access_user", Update::All, false),
    write(System, "access_grant", Update::All, false),
    write(System, "access_session", SESSION_BUT_PROOF, true),
    append(System, "access_entry", Everything),
    append(System, "access_seal", Everything),
    append(System, "access_seal_batch", Everything),
    append(System, "access_key", Everything),
    append(System, "access_backup", Everything),
    write(System, "access_import", Update::Only(&["applied_at"]), true),
    write(System, "custody_facility", Update::All, false),
    write(System, "custody_wing", Update::All, false),
    write(System, "custody_room", Update::All, false),
    write(System, "custody_regime", Update::All, true),
    write(System, "custody_person", PERSON_BY_IMPORT, false),
    Privilege {
        side: System,
        table: "custody_stay",
        select: STAY_FOR_IMPORT,
        insert: true,
        update: Update::Only(&["ends_on"]),
        delete: false,
    },
    // Who has left by the prison's own list has no bookings any more, and both sides are told.
    Privilege {
        side: System,
        table: "custody_slot",
        select: SLOT_FOR_IMPORT,
        insert: false,
        update: SLOT_BY_IMPORT,
        delete: false,
    },
    Privilege {
        side: System,
        table: "custody_slot_person",
        select: SLOT_PERSON_FOR_IMPORT,
        insert: false,
        update: SLOT_PERSON_BY_IMPORT,
        delete: true,
    },
    read(System, "custody_movement", Select::Only(&["slot_id", "person_id"])),
    append(System, "custody_change", Nothing),
    Privilege {
        side: System,
        table: "custody_alert",
        select: ALERT_FOR_IMPORT,
        insert: false,
        update: ENDED_BY_IMPORT,
        delete: false,
    },
    Privilege {
        side: System,
        table: "custody_keep_apart",
        select: KEEP_APART_FOR_IMPORT,
        insert: false,
        update: ENDED_BY_IMPORT,
        delete: false,
    },
    // Auditors read the register of counts, which names rooms and tools, never people in custody.
    read(System, "custody_tool", Everything),
    read(System, "custody_tool_count", Everything),
    read(System, "custody_tool_count_row", Everything),
    read(System, "custody_tool_decision", Everything),
    // Reports as they were given out: sums, in which nobody can be found.
    read(System, "oversight_report", Everything),
    read(System, "training_person", Everything),
    read(System, "training_course", Everything),
    read(System, "training_participant", Everything),
    read(System, "training_attendance", Everything),
    read(System, "training_certificate", Everything),
    read(System, "training_need", Everything),
    // For the banner on every page: until when somebody's glass is broken, and neither whose record it is nor why.
    read(System, "access_opening", OPENING_UNTIL),
    write(System, "access_feed", Update::Only(&["revoked_at", "fetched_at"]), false),
    // Whether somebody has a second factor, and taking it away: neither reading it nor setting one.
    Privilege {
        side: System,
        table: "access_factor",
        select: Select::Only(&["user_id", "confirmed_at"]),
        insert: false,
        update: Update::None,
        delete: true,
    },
    Privilege {
        side: System,
        table: "access_recovery_code",
        select: Select::Only(&["user_id"]),
        insert: false,
        update: Update::None,
        delete: true,
    },
    write(System, "access_factor_removal", Update::Only(&["told_at"]), false),
    append(System, "access_setting", Everything),
    append(System, "access_role_demand", Everything),
    // Proof: what is compared when somebody says who he is. No page is drawn from it but the user's own.
    write(Proof, "access_factor", Update::All, true),
    write(Proof, "access_recovery_code", Update::Only(&["used_at"]), true),
    read(Proof, "access_user", Select::Only(&["id"])),
    append(Proof, "access_entry", Nothing),
    Privilege {
        side: Proof,
        table: "access_session",
        select: Select::Only(&["id_hash", "user_id", "ended_at"]),
        insert: false,
        update: Update::Only(&["agent", "proved_at", "ended_at"]),
        delete: false,
    },
];

/// The privilege that `side` holds on `table`, if any.
#[must_use]
pub fn privilege(side: Side, table: &str) -> Option<&'static Privilege> {
    PRIVILEGES.iter().find(|held| held.side == side && held.table == table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_care_holds_anything_on_care_tables() {
        let strays: Vec<_> = PRIVILEGES.iter().filter(|p| p.table.starts_with("care_") && p.side != Care).collect();
        assert!(strays.is_empty(), "{strays:?}");
    }

    #[test]
    fn recorded_rows_can_be_neither_changed_nor_deleted() {
        for table in [
            "access_entry",
            "access_seal",
            "access_seal_batch",
            "access_key",
            "access_backup",
            "access_setting",
            "access_role_demand",
            "care_note",
            "care_goal_rating",
            "care_copy_words",
            "custody_movement",
            "custody_override",
            "custody_list",
            "custody_list_seen",
            "care_participation_earlier",
            "custody_tool_count",
            "custody_tool_count_row",
            "custody_tool_decision",
            "oversight_report",
            "training_supervised",
            "care_comment",
            "care_question_turn",
        ] {
            for side in Side::ALL {
                if let Some(held) = privilege(side, table) {
                    assert!(held.update == Update::None && !held.delete, "{side:?} may change {table}");
                }
            }
        }
    }

    #[test]
    fn no_table_is_named_twice_for_a_side() {
        for (at, held) in PRIVILEGES.iter().enumerate() {
            assert!(
                !PRIVILEGES[at + 1..].iter().any(|other| other.side == held.side && other.table == held.table),
                "{held:?}"
            );
        }
    }
}
