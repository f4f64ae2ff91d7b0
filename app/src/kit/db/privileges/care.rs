//! Care: the clinical record, and custody's without the reasons of security.

use super::{Privilege, Select, Side, USER_NAMES, Update, append, change, read, write};

const SIDE: Side = Side::Care;

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
/// Whether somebody came is the one word about attendance that health gives custody.
const CAME_BY_CARE: Update = Update::Only(&["came"]);
/// Each side says for itself that it has seen a change.
const CHANGE_SEEN_BY_CARE: Update = Update::Only(&["care_seen_by", "care_seen_at", "version"]);
/// What the head found; the words of whoever opened stay as they were.
const OPENING_REVIEWED: Update =
    Update::Only(&["seen_by", "seen_at", "reviewed_by", "reviewed_at", "outcome", "finding", "version"]);
/// Health answers what custody has asked; what was asked stays as it was.
const MOVE_REQUEST_BY_CARE: Update = Update::Only(&["answer", "answered_by", "answered_at", "version"]);

pub(super) const HELD: &[Privilege] = &[
    write(SIDE, "care_patient", Update::All, false),
    write(SIDE, "care_team", Update::None, true),
    write(SIDE, "care_plan", Update::All, true),
    write(SIDE, "care_goal", Update::All, true),
    append(SIDE, "care_goal_rating", Select::All),
    write(SIDE, "care_activity", ACTIVITY_BY_CARE, false),
    write(SIDE, "care_session", Update::All, false),
    write(SIDE, "care_session_goal", Update::None, true),
    write(SIDE, "care_participation", Update::All, false),
    write(SIDE, "care_participation_goal", Update::All, true),
    append(SIDE, "care_participation_earlier", Select::All),
    append(SIDE, "care_note", Select::All),
    write(SIDE, "care_note_draft", Update::All, true),
    write(SIDE, "care_phrase", Update::All, true),
    write(SIDE, "care_saved_filter", Update::All, true),
    write(SIDE, "care_supervision", Update::Only(&["ended_on"]), false),
    write(SIDE, "care_referral", Update::All, false),
    write(SIDE, "care_evaluation", Update::All, true),
    write(SIDE, "care_evaluation_section", Update::All, true),
    write(SIDE, "care_goal_bank", Update::All, false),
    write(SIDE, "care_review", Update::All, true),
    write(SIDE, "care_review_goal", Update::All, true),
    write(SIDE, "care_review_attendee", Update::All, true),
    write(SIDE, "care_review_action", Update::All, true),
    write(SIDE, "care_activity_version", Update::All, true),
    write(SIDE, "care_programme", Update::All, false),
    write(SIDE, "care_programme_member", Update::All, false),
    append(SIDE, "care_measure_definition", Select::All),
    write(SIDE, "care_measure_licence", Update::All, false),
    append(SIDE, "care_measure_result", Select::All),
    write(SIDE, "care_consent", Update::All, false),
    write(SIDE, "care_notice", Update::None, false),
    write(SIDE, "care_disclosure", Update::All, false),
    write(SIDE, "care_transfer", Update::All, false),
    write(SIDE, "care_discharge", Update::All, true),
    append(SIDE, "care_copy_words", Select::All),
    change(SIDE, "custody_referral", REFERRAL_BY_CARE),
    append(SIDE, "custody_regime_action", Select::All),
    read(SIDE, "custody_tool", Select::All),
    write(SIDE, "custody_kit", Update::Only(&["ended_at"]), false),
    append(SIDE, "custody_kit_tool", Select::All),
    read(SIDE, "custody_kit_clearance", Select::All),
    write(SIDE, "custody_notice", NOTICE_BY_CARE, false),
    read(SIDE, "custody_stay", Select::All),
    read(SIDE, "custody_transfer", Select::All),
    read(SIDE, "custody_facility", Select::All),
    read(SIDE, "custody_wing", Select::All),
    read(SIDE, "custody_room", Select::All),
    read(SIDE, "custody_regime", Select::All),
    read(SIDE, "custody_person", Select::All),
    read(SIDE, "custody_alert", ALERT_WITHOUT_REASON),
    read(SIDE, "custody_keep_apart", KEEP_APART_WITHOUT_REASON),
    write(SIDE, "custody_slot", SLOT_BY_CARE, false),
    // Who is discharged is taken off the lists of groups that go on.
    write(SIDE, "custody_slot_person", CAME_BY_CARE, true),
    // Which slots these rows are about, and no more: SQLite looks whether any waits for a slot that is being booked.
    read(SIDE, "custody_lockdown_person", Select::Only(&["slot_id"])),
    read(SIDE, "custody_lockdown_slot", Select::Only(&["slot_id"])),
    read(SIDE, "custody_escort_event", Select::Only(&["slot_id"])),
    append(SIDE, "custody_override", Select::All),
    write(SIDE, "custody_series", Update::All, false),
    write(SIDE, "custody_series_day", Update::All, true),
    write(SIDE, "care_series", Update::All, false),
    write(SIDE, "care_series_member", Update::None, true),
    write(SIDE, "care_series_goal", Update::None, true),
    read(SIDE, "custody_movement", Select::All),
    read(SIDE, "custody_claim", Select::All),
    read(SIDE, "custody_closure", Select::All),
    read(SIDE, "custody_standing_claim", Select::All),
    // When nothing can be booked, so that it is not offered; why is told of the sessions that it ends.
    read(SIDE, "custody_lockdown", LOCKDOWN_WITHOUT_REASON),
    read(SIDE, "custody_lockdown_wing", Select::All),
    read(SIDE, "custody_outing", OUTING_WITHOUT_KIND),
    write(SIDE, "custody_change", CHANGE_SEEN_BY_CARE, false),
    change(SIDE, "custody_move_request", MOVE_REQUEST_BY_CARE),
    read(SIDE, "custody_restraint", RESTRAINT_WITHOUT_REASON),
    read(SIDE, "custody_officer_presence", Select::All),
    // Health reads what was counted and what became of it; counting is corrections' work.
    read(SIDE, "custody_kit_room_tool", Select::All),
    read(SIDE, "custody_tool_count", Select::All),
    read(SIDE, "custody_tool_count_row", Select::All),
    read(SIDE, "custody_tool_decision", Select::All),
    // What reviewers say beside the record is added to; a question and a sample move on and keep what was asked and drawn.
    append(SIDE, "care_comment", Select::All),
    write(SIDE, "care_question", Update::Only(&["status", "due_on", "version"]), false),
    append(SIDE, "care_question_turn", Select::All),
    write(SIDE, "care_sample", Update::Only(&["status", "ended_by", "ended_at", "reason", "version"]), false),
    write(SIDE, "care_sample_chart", Update::Only(&["remark", "saved_by", "saved_at", "version"]), false),
    write(SIDE, "care_sample_finding", Update::Only(&["verdict", "remark"]), true),
    append(SIDE, "oversight_report", Select::All),
    read(SIDE, "access_user", USER_NAMES),
    read(SIDE, "access_grant", Select::All),
    append(SIDE, "access_entry", Select::All),
    read(SIDE, "access_key", Select::All),
    // The training register: the head writes it through care; the others read what their pages ask for.
    write(SIDE, "training_person", Update::All, false),
    write(SIDE, "training_course", Update::All, false),
    write(SIDE, "training_participant", Update::Only(&["assessment"]), true),
    write(SIDE, "training_attendance", Update::None, true),
    write(SIDE, "training_certificate", Update::Only(&["revoked_on"]), false),
    append(SIDE, "training_supervised", Select::All),
    write(SIDE, "training_need", Update::All, false),
    write(SIDE, "training_rule", Update::All, false),
    write(SIDE, "training_role", Update::All, true),
    write(SIDE, "training_exemption", Update::Only(&["ended_on"]), false),
    write(SIDE, "access_opening", Update::Only(&["ended_at"]), false),
    write(SIDE, "care_opening", OPENING_REVIEWED, false),
];
