//! Opening a backup again: to look whether it is good, or to go on from it in a new place.

use std::path::{Path, PathBuf};

use app::kit::clock::Clock;
use app::kit::db::{Database, OwnerPool, Step, carry, migrate, newest};

use super::manifest::Manifest;
use super::vault::{Unpacked, identities, unpack};
use super::{KeepingError, at};

/// A backup that was opened into a folder of its own, which goes when this is dropped.
#[derive(Debug)]
pub struct Opened {
    pub unpacked: Unpacked,
    folder: PathBuf,
}

impl Opened {
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.join("ergon.db")
    }

    #[must_use]
    pub fn database(&self) -> Database {
        Database::Sqlite { path: self.path() }
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        let _gone = std::fs::remove_dir_all(&self.folder);
    }
}

/// Decrypts a backup into a folder below `beside`, and finds every row of the manifest in it or refuses.
pub async fn open(backup: &Path, identity: &Path, beside: &Path, step: Step<'_>) -> Result<Opened, KeepingError> {
    let held = identities(identity)?;
    let folder = beside.join(format!("ergon-opened-{}", Clock::System.new_id::<uuid::Uuid>().simple()));
    private_folder(&folder)?;
    let (from, into) = (backup.to_owned(), folder.join("ergon.db"));
    let unpacked = tokio::task::spawn_blocking(move || unpack(&from, &held, &into))
        .await
        .map_err(|error| KeepingError::Vault(error.to_string()))
        .flatten();
    let unpacked = match unpacked {
        Ok(unpacked) => unpacked,
        Err(error) => {
            let _gone = std::fs::remove_dir_all(&folder);
            return Err(error);
        }
    };
    let opened = Opened { unpacked, folder };
    let kept = &opened.unpacked.manifest;
    if kept.schema > newest() {
        return Err(KeepingError::Later(kept.schema, newest()));
    }
    agree(kept, &opened.database(), step).await?;
    Ok(opened)
}

fn private_folder(folder: &Path) -> Result<(), KeepingError> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(at(folder))
}

/// Whether a database holds what a manifest says.
pub async fn agree(kept: &Manifest, database: &Database, step: Step<'_>) -> Result<(), KeepingError> {
    let pool = OwnerPool::open(database).await?;
    let mut conn = pool.snapshot().await?;
    let found = Manifest::of(&mut conn, &Clock::System, step).await?;
    drop(conn);
    pool.close().await;
    let wrong = kept.differences(&found);
    if wrong.is_empty() { Ok(()) } else { Err(KeepingError::Differs(wrong)) }
}

/// Puts an opened backup where it is to go on. A file must not be there yet; a database of PostgreSQL must be empty.
pub async fn settle(opened: &Opened, to: &Database, step: Step<'_>) -> Result<(), KeepingError> {
    match to {
        Database::Sqlite { path } => {
            if path.exists() {
                return Err(KeepingError::Occupied(path.display().to_string()));
            }
            std::fs::rename(opened.path(), path).map_err(at(path))
        }
        Database::Postgres { .. } => {
            // What an earlier program has written is brought up to this one before it is carried.
            migrate(&opened.database()).await.map_err(app::kit::db::CarryError::from)?;
            carry(&opened.database(), to, step).await?;
            Ok(())
        }
    }
}
