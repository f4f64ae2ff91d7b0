//! One backup of a database that goes on being used. SQLite copies itself as it stands at one moment (`vacuum into`), beside
//! itself and readable by its owner alone; what is counted, hashed, packed and sealed is that copy, which then goes.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

use app::kit::clock::Clock;
use app::kit::db::{Database, OwnerPool, Step};
use chrono::{DateTime, Utc};

use super::manifest::Manifest;
use super::vault::{pack, recipients};
use super::{KeepingError, at};

/// What to make.
#[derive(Debug, Clone)]
pub struct Order {
    pub folder: PathBuf,
    pub recipients: Vec<String>,
    /// The installation's key file, when it is to be in the backup.
    pub key: Option<PathBuf>,
}

/// A backup that lies on the disk.
#[derive(Debug, Clone)]
pub struct Made {
    pub path: PathBuf,
    pub manifest: Manifest,
}

impl Made {
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// The name of a backup: names sort in the order of time.
#[must_use]
pub fn file_name(at: DateTime<Utc>) -> String {
    format!("ergon-{}.age", at.format("%Y%m%dT%H%M%SZ"))
}

/// Makes a backup of a SQLite database.
pub async fn back_up(database: &Database, order: &Order, clock: &Clock, step: Step<'_>) -> Result<Made, KeepingError> {
    let Database::Sqlite { path } = database else { return Err(KeepingError::NotSqlite) };
    let to = recipients(&order.recipients)?;
    let copy = Copy::take(path)?;
    copy.fill(database).await?;
    let pool = OwnerPool::open(&Database::Sqlite { path: copy.path.clone() }).await?;
    let mut conn = pool.snapshot().await?;
    let manifest = Manifest::of(&mut conn, clock, step).await?;
    drop(conn);
    pool.close().await;

    let made = Made { path: order.folder.join(file_name(manifest.taken_at)), manifest };
    let (order, sealed) = (order.clone(), made.clone());
    tokio::task::spawn_blocking(move || {
        let partial = sealed.path.with_extension("partial");
        let packed = pack(&partial, &to, &sealed.manifest, order.key.as_deref(), &copy.path)
            .and_then(|()| std::fs::rename(&partial, &sealed.path).map_err(at(&sealed.path)))
            .and_then(|()| sync_folder(&order.folder));
        if packed.is_err() {
            let _gone = std::fs::remove_file(&partial);
        }
        packed
    })
    .await
    .map_err(|error| KeepingError::Vault(error.to_string()))??;
    Ok(made)
}

/// A new name is only safe once its folder is.
fn sync_folder(folder: &Path) -> Result<(), KeepingError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(at(folder))
}

/// The database's copy beside it, for one backup at a time; gone when this is dropped.
struct Copy {
    path: PathBuf,
    _lock: File,
}

impl Copy {
    fn take(database: &Path) -> Result<Self, KeepingError> {
        let mut path = database.as_os_str().to_owned();
        path.push(".backing-up");
        let path = PathBuf::from(path);
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&path).map_err(at(&path))?;
        // Whoever was killed over a backup has left the file and not the lock.
        file.try_lock().map_err(|_| KeepingError::Busy)?;
        file.set_len(0).map_err(at(&path))?;
        Ok(Self { path, _lock: file })
    }

    async fn fill(&self, database: &Database) -> Result<(), KeepingError> {
        let OwnerPool::Sqlite(pool) = OwnerPool::open(database).await? else { return Err(KeepingError::NotSqlite) };
        let copied = sqlx::query("vacuum into $1").bind(self.path.to_string_lossy().into_owned()).execute(&pool).await;
        pool.close().await;
        copied.map_err(app::kit::db::DbError::from)?;
        Ok(())
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        for ending in ["", "-wal", "-shm"] {
            let mut path = self.path.as_os_str().to_owned();
            path.push(ending);
            let _gone = std::fs::remove_file(path);
        }
    }
}
