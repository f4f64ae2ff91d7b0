//! Who may touch which table, as data. PostgreSQL grants and SQLite's authorizer are both made from this one list, so the
//! fourth wall is the same on either engine. What is not here is refused. Each side's rows stand in a file of their own.

mod care;
mod custody;
mod proof;
mod system;

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

/// Every privilege that any side holds.
pub fn privileges() -> impl Iterator<Item = &'static Privilege> {
    [care::HELD, custody::HELD, system::HELD, proof::HELD].into_iter().flatten()
}

/// The privilege that `side` holds on `table`, if any.
#[must_use]
pub fn privilege(side: Side, table: &str) -> Option<&'static Privilege> {
    privileges().find(|held| held.side == side && held.table == table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_care_holds_anything_on_care_tables() {
        let strays: Vec<_> = privileges().filter(|p| p.table.starts_with("care_") && p.side != Side::Care).collect();
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
        for (at, held) in privileges().enumerate() {
            assert!(
                !privileges().skip(at + 1).any(|other| other.side == held.side && other.table == held.table),
                "{held:?}"
            );
        }
    }
}
