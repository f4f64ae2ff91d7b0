//! Work that goes on beside the requests. Each job is safe to run on several servers at once: it takes a lock in the
//! database, and the others find it taken.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use app::access::Gate;
use app::access::keys::InstallationKey;
use app::access::seal::seal_once;
use app::access::{settings, store};
use app::care::series::place::place_all;
use app::kit::db::DbError;
use app::sql_one;

use crate::intake::Intake;
use crate::keeping::keep::Plan;

/// How often new access rows are chained and signed.
const SEAL_EVERY: Duration = Duration::from_secs(3);

/// How often series are looked at: a change of the regime or of a programme is followed within this time.
const PLACE_EVERY: Duration = Duration::from_secs(600);

/// Keeps every series placed ahead.
async fn place_series(gate: &Gate) {
    let mut ticks = tokio::time::interval(PLACE_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = place_all(gate).await {
            tracing::warn!(%error, "series could not be placed; they will be at the next turn");
        }
    }
}

/// How often accounts are looked through for those that lie unused. Signing in asks by itself; this is for the administrator's list.
const SHUT_EVERY: Duration = Duration::from_secs(3600);

/// Shuts the accounts that nobody uses.
async fn shut_dormant(gate: &Gate) {
    let mut ticks = tokio::time::interval(SHUT_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match shut_once(gate).await {
            Ok(0) => {}
            Ok(accounts) => tracing::info!(accounts, "accounts that nobody used were shut"),
            Err(error) => tracing::warn!(%error, "dormant accounts could not be shut; they will be at the next turn"),
        }
    }
}

async fn shut_once(gate: &Gate) -> Result<u64, DbError> {
    let mut tx = gate.unattended_write().await?;
    let since = gate.clock.now() - settings::dormant_after(&mut tx).await?;
    let shut = store::shut_dormant(&mut tx, since).await?;
    tx.commit().await?;
    Ok(shut)
}

/// How often the watched folder is looked into.
const INTAKE_EVERY: Duration = Duration::from_secs(10);

/// Runs until it is aborted.
pub async fn run(gate: Gate, key: Arc<InstallationKey>, import_folder: Option<PathBuf>, backups: Option<Plan>) {
    let (seal, place, shut) = (seal(&gate, &key), place_series(&gate), shut_dormant(&gate));
    tokio::join!(seal, place, shut, watch(&gate, import_folder), back_up(&gate, backups));
}

/// Takes up the files of the prison's own system, where a folder is watched.
async fn watch(gate: &Gate, folder: Option<PathBuf>) {
    let Some(mut intake) = folder.map(Intake::new) else { return };
    let mut ticks = tokio::time::interval(INTAKE_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = intake.look(gate).await {
            tracing::warn!(%error, "the watched folder could not be read; it will be at the next turn");
        }
    }
}

/// How often it is looked whether a backup is due; one that failed is tried again at the next look.
const BACKUP_EVERY: Duration = Duration::from_secs(300);

/// Makes a backup once a day, where a folder for them is set.
async fn back_up(gate: &Gate, plan: Option<Plan>) {
    let Some(plan) = plan else { return };
    let mut ticks = tokio::time::interval(BACKUP_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match plan.turn(gate).await {
            Ok(Some(name)) => tracing::info!(name, "a backup was made"),
            Ok(None) => {}
            Err(error) => tracing::warn!(%error, "the backup failed; it will be tried again at the next turn"),
        }
    }
}

async fn seal(gate: &Gate, key: &InstallationKey) {
    let mut ticks = tokio::time::interval(SEAL_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = seal_once(gate, key).await {
            tracing::warn!(%error, "the access rows could not be sealed; they will be at the next turn");
        }
    }
}

/// Whether anybody can sign in with the demonstration password.
pub async fn has_demo_users(gate: &Gate) -> Result<bool, DbError> {
    let mut tx = gate.unattended_read().await?;
    Ok(sql_one!(&mut tx, (i64,), "select count(*) from access_user where is_demo = $1 and active = $1", true)?.0 > 0)
}
