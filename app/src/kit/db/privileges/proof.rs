//! Proof: what is compared when somebody says who he is. No page is drawn from it but the user's own.

use super::{Privilege, Select, Side, Update, append, read, write};

const SIDE: Side = Side::Proof;

pub(super) const HELD: &[Privilege] = &[
    write(SIDE, "access_factor", Update::All, true),
    write(SIDE, "access_recovery_code", Update::Only(&["used_at"]), true),
    read(SIDE, "access_user", Select::Only(&["id"])),
    append(SIDE, "access_entry", Select::None),
    Privilege {
        side: SIDE,
        table: "access_session",
        select: Select::Only(&["id_hash", "user_id", "ended_at"]),
        insert: false,
        update: Update::Only(&["agent", "proved_at", "ended_at"]),
        delete: false,
    },
];
