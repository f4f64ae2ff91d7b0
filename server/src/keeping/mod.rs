//! Keeping the record: backups that only the holder of an identity can read, restoring them to a new place, and moving from one
//! engine to the other.
//!
//! [`manifest`] says what a database holds, table by table; [`vault`] is the file that a backup is; [`backup`] makes one of a
//! running database, [`restore`] opens one again; [`keep`] is the schedule's part: which files stay, and when the next is due.

pub mod backup;
pub mod keep;
pub mod manifest;
pub mod restore;
pub mod vault;

use app::kit::db::{BadAddress, CarryError, DbError};

#[derive(Debug, thiserror::Error)]
pub enum KeepingError {
    #[error(transparent)]
    Database(#[from] DbError),
    #[error(transparent)]
    Carry(#[from] CarryError),
    #[error(transparent)]
    Address(#[from] BadAddress),
    #[error("{0}: {1}")]
    File(String, std::io::Error),
    #[error("{0}")]
    Vault(String),
    #[error("{0} is not a public key: one begins with age1")]
    Recipient(String),
    #[error("{0} holds no identity: a line of one begins with AGE-SECRET-KEY-1")]
    Identity(String),
    #[error("{0} is no manifest")]
    Manifest(String),
    #[error(
        "the backup is of schema {0}, and this program knows none after {1}: use the program that it was made with, or a later one"
    )]
    Later(i64, i64),
    #[error("another backup of this database is being made")]
    Busy,
    #[error("PostgreSQL is backed up by pg_dump: see `ergon backup --help`, --manifest and --run")]
    NotSqlite,
    #[error("{0} is there already: a backup is restored to a new place only")]
    Occupied(String),
    #[error("what came out does not agree with the manifest: {}", .0.join(", "))]
    Differs(Vec<String>),
}

/// An error of a file, with its name.
fn at(path: &std::path::Path) -> impl Fn(std::io::Error) -> KeepingError + '_ {
    move |error| KeepingError::File(path.display().to_string(), error)
}
