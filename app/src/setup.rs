//! Bringing a database up to this program: its tables, roles and grants, and the reference data that the program comes with.

use crate::care::activities::loading::{LoadError, load};
use crate::care::goals::bank;
use crate::kit::clock::Clock;
use crate::kit::db::{Database, DbError, OwnerPool};

#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    #[error("database: {0}")]
    Migration(#[from] sqlx::Error),
    #[error(transparent)]
    Database(#[from] DbError),
    #[error(transparent)]
    Library(#[from] LoadError),
}

/// Migrates, and loads the library of activities and the bank of goals. Safe to run again.
pub async fn bring_up_to_date(database: &Database, clock: &Clock) -> Result<(), SetupError> {
    crate::kit::db::migrate(database).await?;
    let pool = OwnerPool::open(database).await?;
    let mut tx = pool.begin().await?;
    load(&mut tx, clock).await?;
    bank::ship(&mut tx, clock.now()).await?;
    tx.commit().await?;
    pool.close().await;
    Ok(())
}
