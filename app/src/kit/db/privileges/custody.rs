//! Custody: the operational record. No line here may ever name a care table.

use super::{Privilege, Select, Side, USER_NAMES, Update, append, change, read, write};

const SIDE: Side = Side::Custody;

const NOTICE_BY_CUSTODY: Update = Update::Only(&["acknowledged_by", "acknowledged_at", "version"]);
const REGIME_ACTION_BY_CUSTODY: Update = Update::Only(&["status", "closed_on", "closed_by", "version"]);
/// Which rooms there are is for the administrator; what they are used for is for the prison.
const ROOM_BY_CUSTODY: Update = Update::Only(&["kind", "capacity", "usable_by_ot", "version"]);
/// A transfer moves a person's housing; who the person is stays with the import.
const PERSON_BY_CUSTODY: Update =
    Update::Only(&["facility_id", "prison_number", "presence", "wing_id", "cell", "version"]);
const CHANGE_SEEN_BY_CUSTODY: Update = Update::Only(&["custody_seen_by", "custody_seen_at", "version"]);
/// Where somebody works, without who granted it.
const GRANT_WHERE: Select =
    Select::Only(&["id", "user_id", "side", "role", "facility_id", "wing_id", "approved_at", "ended_at"]);

pub(super) const HELD: &[Privilege] = &[
    read(SIDE, "custody_facility", Select::All),
    read(SIDE, "custody_wing", Select::All),
    change(SIDE, "custody_room", ROOM_BY_CUSTODY),
    write(SIDE, "custody_regime", Update::Only(&["start_minute", "end_minute"]), true),
    write(SIDE, "custody_standing_claim", Update::None, true),
    write(SIDE, "custody_outing", Update::Only(&["ended_at", "version"]), false),
    write(SIDE, "custody_import", Update::Only(&["applied_at"]), true),
    change(SIDE, "custody_person", PERSON_BY_CUSTODY),
    append(SIDE, "custody_referral", Select::All),
    change(SIDE, "custody_regime_action", REGIME_ACTION_BY_CUSTODY),
    write(SIDE, "custody_tool", Update::All, false),
    read(SIDE, "custody_kit", Select::All),
    read(SIDE, "custody_kit_tool", Select::All),
    write(SIDE, "custody_kit_clearance", Update::All, false),
    change(SIDE, "custody_notice", NOTICE_BY_CUSTODY),
    write(SIDE, "custody_stay", Update::Only(&["ends_on"]), false),
    write(SIDE, "custody_transfer", Update::All, false),
    write(SIDE, "custody_alert", Update::All, false),
    write(SIDE, "custody_keep_apart", Update::All, false),
    write(SIDE, "custody_slot", Update::All, false),
    // Who is moved to another facility is taken off the lists of those that stay.
    write(SIDE, "custody_slot_person", Update::All, true),
    append(SIDE, "custody_override", Select::All),
    read(SIDE, "custody_series", Select::All),
    read(SIDE, "custody_series_day", Select::All),
    append(SIDE, "custody_movement", Select::All),
    append(SIDE, "custody_list", Select::All),
    append(SIDE, "custody_list_seen", Select::All),
    read(SIDE, "custody_claim", Select::All),
    write(SIDE, "custody_closure", Update::All, false),
    write(SIDE, "custody_change", CHANGE_SEEN_BY_CUSTODY, false),
    append(SIDE, "custody_move_request", Select::All),
    write(SIDE, "custody_escort_supply", Update::All, true),
    append(SIDE, "custody_escort_event", Select::All),
    append(SIDE, "custody_restraint", Select::All),
    append(SIDE, "custody_officer_presence", Select::All),
    write(SIDE, "custody_lockdown", Update::Only(&["undone_by", "undone_at", "version"]), false),
    append(SIDE, "custody_lockdown_wing", Select::All),
    write(SIDE, "custody_lockdown_slot", Update::Only(&["outcome"]), false),
    write(SIDE, "custody_lockdown_person", Update::Only(&["outcome"]), false),
    write(SIDE, "custody_kit_room_tool", Update::All, true),
    append(SIDE, "custody_tool_count", Select::All),
    append(SIDE, "custody_tool_count_row", Select::All),
    append(SIDE, "custody_tool_decision", Select::All),
    read(SIDE, "access_user", USER_NAMES),
    // Who else works here and may count with an officer.
    read(SIDE, "access_grant", GRANT_WHERE),
    append(SIDE, "access_entry", Select::None),
    read(SIDE, "training_person", Select::All),
    read(SIDE, "training_course", Select::All),
    read(SIDE, "training_participant", Select::All),
    read(SIDE, "training_attendance", Select::All),
    read(SIDE, "training_certificate", Select::All),
];
