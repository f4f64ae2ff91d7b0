//! Good backups, as questions to the database.

use chrono::{DateTime, Utc};

use super::How;
use crate::kit::clock::Clock;
use crate::kit::db::{DbError, HasConn, SystemTx};
use crate::{sql_all, sql_exec, sql_one};

/// Longer names are cut: the beginning tells which file it is.
const LONGEST_NAME: usize = 200;
/// What the page lists; the folder itself has the rest.
const LISTED: i64 = 60;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Backup {
    pub made_at: DateTime<Utc>,
    pub how: How,
    pub name: String,
}

pub async fn last(tx: &mut SystemTx) -> Result<Option<DateTime<Utc>>, DbError> {
    Ok(sql_one!(tx, (Option<DateTime<Utc>>,), "select max(made_at) from access_backup")?.0)
}

/// When the schedule has last made one.
pub async fn last_scheduled(tx: &mut SystemTx) -> Result<Option<DateTime<Utc>>, DbError> {
    Ok(sql_one!(tx, (Option<DateTime<Utc>>,), "select max(made_at) from access_backup where how = 'schedule'")?.0)
}

pub async fn latest(tx: &mut SystemTx) -> Result<Vec<Backup>, DbError> {
    sql_all!(tx, Backup, "select made_at, how, name from access_backup order by made_at desc, id desc limit $1", LISTED)
}

/// Notes that a backup was made and is good.
pub async fn remember(tx: &mut impl HasConn, clock: &Clock, how: How, name: &str) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into access_backup (id, made_at, how, name) values ($1, $2, $3, $4)",
        clock.new_id::<uuid::Uuid>(),
        clock.now(),
        how,
        name.trim().chars().take(LONGEST_NAME).collect::<String>()
    )?;
    Ok(())
}
