//! System: users, sessions, the access log and reference data; nothing clinical, and no movement of anybody but that it ends.

use super::{Privilege, Select, Side, Update, append, read, write};

const SIDE: Side = Side::System;

/// What an import must know of bookings to end those of somebody who has left; whom they are with and where stays hidden.
const SLOT_FOR_IMPORT: Select =
    Select::Only(&["id", "facility_id", "starts_at", "ends_at", "part", "status", "version"]);
const SLOT_PERSON_FOR_IMPORT: Select =
    Select::Only(&["slot_id", "person_id", "facility_id", "starts_at", "movement", "version"]);
const STAY_FOR_IMPORT: Select = Select::Only(&["id", "person_id", "facility_id", "starts_on", "ends_on"]);
const ALERT_FOR_IMPORT: Select = Select::Only(&["id", "person_id", "starts_on", "ends_on", "version"]);
const KEEP_APART_FOR_IMPORT: Select = Select::Only(&["id", "person_a", "person_b", "starts_on", "ends_on", "version"]);
const OPENING_UNTIL: Select = Select::Only(&["user_id", "kind", "until_at", "ended_at"]);
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

pub(super) const HELD: &[Privilege] = &[
    write(SIDE, "access_user", Update::All, false),
    write(SIDE, "access_grant", Update::All, false),
    write(SIDE, "access_session", SESSION_BUT_PROOF, true),
    append(SIDE, "access_entry", Select::All),
    append(SIDE, "access_seal", Select::All),
    append(SIDE, "access_seal_batch", Select::All),
    append(SIDE, "access_key", Select::All),
    append(SIDE, "access_backup", Select::All),
    write(SIDE, "access_import", Update::Only(&["applied_at"]), true),
    write(SIDE, "custody_facility", Update::All, false),
    write(SIDE, "custody_wing", Update::All, false),
    write(SIDE, "custody_room", Update::All, false),
    write(SIDE, "custody_regime", Update::All, true),
    write(SIDE, "custody_person", PERSON_BY_IMPORT, false),
    Privilege {
        side: SIDE,
        table: "custody_stay",
        select: STAY_FOR_IMPORT,
        insert: true,
        update: Update::Only(&["ends_on"]),
        delete: false,
    },
    // Who has left by the prison's own list has no bookings any more, and both sides are told.
    Privilege {
        side: SIDE,
        table: "custody_slot",
        select: SLOT_FOR_IMPORT,
        insert: false,
        update: SLOT_BY_IMPORT,
        delete: false,
    },
    Privilege {
        side: SIDE,
        table: "custody_slot_person",
        select: SLOT_PERSON_FOR_IMPORT,
        insert: false,
        update: SLOT_PERSON_BY_IMPORT,
        delete: true,
    },
    read(SIDE, "custody_movement", Select::Only(&["slot_id", "person_id"])),
    append(SIDE, "custody_change", Select::None),
    Privilege {
        side: SIDE,
        table: "custody_alert",
        select: ALERT_FOR_IMPORT,
        insert: false,
        update: ENDED_BY_IMPORT,
        delete: false,
    },
    Privilege {
        side: SIDE,
        table: "custody_keep_apart",
        select: KEEP_APART_FOR_IMPORT,
        insert: false,
        update: ENDED_BY_IMPORT,
        delete: false,
    },
    // Auditors read the register of counts, which names rooms and tools, never people in custody.
    read(SIDE, "custody_tool", Select::All),
    read(SIDE, "custody_tool_count", Select::All),
    read(SIDE, "custody_tool_count_row", Select::All),
    read(SIDE, "custody_tool_decision", Select::All),
    // Reports as they were given out: sums, in which nobody can be found.
    read(SIDE, "oversight_report", Select::All),
    read(SIDE, "training_person", Select::All),
    read(SIDE, "training_course", Select::All),
    read(SIDE, "training_participant", Select::All),
    read(SIDE, "training_attendance", Select::All),
    read(SIDE, "training_certificate", Select::All),
    read(SIDE, "training_need", Select::All),
    // For the banner on every page: until when somebody's glass is broken, and neither whose record it is nor why.
    read(SIDE, "access_opening", OPENING_UNTIL),
    write(SIDE, "access_feed", Update::Only(&["revoked_at", "fetched_at"]), false),
    // Whether somebody has a second factor, and taking it away: neither reading it nor setting one.
    Privilege {
        side: SIDE,
        table: "access_factor",
        select: Select::Only(&["user_id", "confirmed_at"]),
        insert: false,
        update: Update::None,
        delete: true,
    },
    Privilege {
        side: SIDE,
        table: "access_recovery_code",
        select: Select::Only(&["user_id"]),
        insert: false,
        update: Update::None,
        delete: true,
    },
    write(SIDE, "access_factor_removal", Update::Only(&["told_at"]), false),
    append(SIDE, "access_setting", Select::All),
    append(SIDE, "access_role_demand", Select::All),
];
