//! SQLite's authorizer: the fourth wall where there are no database roles. It is asked about every table and column while a
//! statement is prepared, and a refusal there means that the statement never runs. The one place with `unsafe` in Ergon.

use std::ffi::{CStr, c_char, c_int, c_void};

use libsqlite3_sys as ffi;
use sqlx::SqliteConnection;

use super::privileges::{Select, Side, Update, privilege};

/// Puts the authorizer of `side` on a connection that has just been opened, and has it plan each statement once. Otherwise, with the
/// statistics that `analyze` gathers (`sqlite_stat4`), SQLite takes every new value as a reason to plan the statement again.
pub async fn guard(connection: &mut SqliteConnection, side: Side) -> Result<(), sqlx::Error> {
    let mut handle = connection.lock_handle().await?;
    let tag = match side {
        Side::Care => &CARE,
        Side::Custody => &CUSTODY,
        Side::System => &SYSTEM,
        Side::Proof => &PROOF,
    };
    #[expect(
        unsafe_code,
        reason = "sqlx has no safe way to either; the handle is locked and outlives the calls, and the tag is static"
    )]
    let (authorizer, stable) = unsafe {
        let database = handle.as_raw_handle().as_ptr();
        let tag = std::ptr::from_ref::<Side>(tag).cast_mut().cast::<c_void>();
        (
            ffi::sqlite3_set_authorizer(database, Some(authorize), tag),
            ffi::sqlite3_db_config(database, ffi::SQLITE_DBCONFIG_ENABLE_QPSG, 1, std::ptr::null_mut::<c_int>()),
        )
    };
    done("sqlite3_set_authorizer", authorizer)?;
    done("sqlite3_db_config", stable)
}

fn done(call: &str, code: c_int) -> Result<(), sqlx::Error> {
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(sqlx::Error::Protocol(format!("{call}: {code}"))) }
}

static CARE: Side = Side::Care;
static CUSTODY: Side = Side::Custody;
static SYSTEM: Side = Side::System;
static PROOF: Side = Side::Proof;

#[expect(unsafe_code, reason = "the signature that SQLite calls; every pointer is checked before it is read")]
unsafe extern "C" fn authorize(
    tag: *mut c_void,
    action: c_int,
    first: *const c_char,
    second: *const c_char,
    _database: *const c_char,
    trigger: *const c_char,
) -> c_int {
    // SAFETY: the tag is one of the four statics above; the texts are NUL-terminated and live for this call, or null.
    let (side, first, second, in_trigger) =
        unsafe { (*tag.cast::<Side>(), text(first), text(second), !trigger.is_null()) };
    if allows(side, action, first, second, in_trigger) { ffi::SQLITE_OK } else { ffi::SQLITE_DENY }
}

/// # Safety
/// `pointer` is null or a NUL-terminated text that lives as long as the result is used.
#[expect(unsafe_code, reason = "reads the text that SQLite passes")]
unsafe fn text<'a>(pointer: *const c_char) -> &'a str {
    if pointer.is_null() { "" } else { unsafe { CStr::from_ptr(pointer) }.to_str().unwrap_or("?") }
}

/// The decision itself, pure. Triggers may do what they were written to do: they keep claims and guard signed rows.
fn allows(side: Side, action: c_int, first: &str, second: &str, in_trigger: bool) -> bool {
    if in_trigger {
        return true;
    }
    match action {
        ffi::SQLITE_SELECT
        | ffi::SQLITE_TRANSACTION
        | ffi::SQLITE_FUNCTION
        | ffi::SQLITE_RECURSIVE
        | ffi::SQLITE_SAVEPOINT => true,
        // What the pool itself sets when it opens a connection and when it closes one.
        ffi::SQLITE_PRAGMA => matches!(
            first,
            "foreign_keys"
                | "journal_mode"
                | "synchronous"
                | "busy_timeout"
                | "locking_mode"
                | "page_size"
                | "cache_size"
                | "optimize"
                | "temp_store"
                | "query_only"
                | "analysis_limit"
        ),
        ffi::SQLITE_READ => privilege(side, first).is_some_and(|held| match held.select {
            Select::None => false,
            Select::All => true,
            // An empty column name is a read of the row itself, as in `count(*)`.
            Select::Only(columns) => second.is_empty() || columns.contains(&second) || second == "ROWID",
        }),
        ffi::SQLITE_INSERT => privilege(side, first).is_some_and(|held| held.insert),
        ffi::SQLITE_UPDATE => privilege(side, first).is_some_and(|held| match held.update {
            Update::None => false,
            Update::All => true,
            Update::Only(columns) => columns.contains(&second),
        }),
        ffi::SQLITE_DELETE => privilege(side, first).is_some_and(|held| held.delete),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wall_as_a_table() {
        let cases = [
            (Side::Custody, ffi::SQLITE_READ, "care_note", "payload", false),
            (Side::Custody, ffi::SQLITE_READ, "care_note", "", false),
            (Side::Custody, ffi::SQLITE_READ, "custody_keep_apart", "reason", true),
            (Side::Care, ffi::SQLITE_READ, "custody_keep_apart", "reason", false),
            (Side::Care, ffi::SQLITE_READ, "custody_keep_apart", "person_a", true),
            (Side::Care, ffi::SQLITE_UPDATE, "care_note", "payload", false),
            (Side::Care, ffi::SQLITE_UPDATE, "custody_slot", "escort_mode", false),
            (Side::System, ffi::SQLITE_DELETE, "access_entry", "", false),
            (Side::System, ffi::SQLITE_READ, "care_plan", "title", false),
            (Side::System, ffi::SQLITE_READ, "access_factor", "confirmed_at", true),
            (Side::System, ffi::SQLITE_READ, "access_factor", "secret", false),
            (Side::System, ffi::SQLITE_INSERT, "access_factor", "", false),
            (Side::System, ffi::SQLITE_UPDATE, "access_session", "proved_at", false),
            (Side::Proof, ffi::SQLITE_READ, "access_factor", "secret", true),
            (Side::Proof, ffi::SQLITE_READ, "access_user", "password_hash", false),
            (Side::Care, ffi::SQLITE_ATTACH, "other.db", "", false),
            (Side::Care, ffi::SQLITE_PRAGMA, "writable_schema", "1", false),
            (Side::Care, ffi::SQLITE_READ, "sqlite_master", "sql", false),
        ];
        for (side, action, first, second, expected) in cases {
            assert_eq!(allows(side, action, first, second, false), expected, "{side:?} {action} {first}.{second}");
        }
    }
}
