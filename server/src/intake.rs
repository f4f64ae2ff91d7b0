//! The watched folder: files that the prison's own system puts there are taken up, and go to `done/` or `refused/`, each with a
//! report of line, column and reason where there is something to report. A file is taken up once it has stopped growing.
//!
//! Several servers may watch one folder. On PostgreSQL the one that holds the lock takes up, and the others find it taken; on
//! SQLite each file holds the write lock while it is applied, and a file that is met twice changes nothing the second time.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use app::access::Gate;
use app::admin::import::{Fault, Kind, Prepared, Stamp, decode, file, prepare};
use app::i18n::{Lang, Msg};
use app::kit::db::{DbError, Engine, HasConn, SystemTx};
use app::sql_one;
use chrono::SecondsFormat;
use tokio::fs;

/// A larger file is refused unread, as an upload would be.
const LARGEST: u64 = 16 * 1024 * 1024;
/// The advisory lock of the intake on PostgreSQL: "ergonimp".
const LOCK: i64 = 0x6572_676f_6e69_6d70;

#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    #[error(transparent)]
    Database(#[from] DbError),
    #[error("{0}: {1}")]
    File(String, std::io::Error),
}

/// How a file looked the last time; when it looks the same again, nobody is writing to it.
type Look = (u64, Option<SystemTime>);

#[derive(Debug)]
pub struct Intake {
    folder: PathBuf,
    seen: HashMap<String, Look>,
}

impl Intake {
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, seen: HashMap::new() }
    }

    /// Takes up every file that has not changed since the last look, by name; gives how many. What a database that is busy or full
    /// keeps from being taken up stays where it is until the next look.
    pub async fn look(&mut self, gate: &Gate) -> Result<usize, IntakeError> {
        let found = files(&self.folder).await?;
        let ready: Vec<String> = found
            .iter()
            .filter(|(name, look)| self.seen.get(*name) == Some(*look))
            .map(|(name, _)| name.clone())
            .collect();
        self.seen = found;
        if ready.is_empty() {
            return Ok(0);
        }
        let Some(_lock) = take_lock(gate).await? else { return Ok(0) };
        let mut names = ready;
        names.sort_unstable();
        for name in &names {
            self.seen.remove(name);
            let Some(report) = take_up(gate, &self.folder.join(name)).await? else { continue };
            put_away(&self.folder, name, &report, gate).await?;
            let (good, faults, left_out) = (report.is_good(), report.faults.len(), report.notes.len());
            tracing::info!(name, good, faults, left_out, "a file was taken up");
        }
        Ok(names.len())
    }
}

/// What holds the lock until it is dropped.
enum Lock {
    Transaction {
        _held: SystemTx,
    },
    /// SQLite's write lock is each file's own.
    OfEachFile,
}

/// Takes the lock of the intake; nothing when another server holds it.
async fn take_lock(gate: &Gate) -> Result<Option<Lock>, DbError> {
    if gate.engine() == Engine::Sqlite {
        return Ok(Some(Lock::OfEachFile));
    }
    let mut tx = gate.unattended_write().await?;
    let (taken,) = sql_one!(&mut tx, (bool,), "select pg_try_advisory_xact_lock($1)", LOCK)?;
    Ok(taken.then_some(Lock::Transaction { _held: tx }))
}

async fn files(folder: &Path) -> Result<HashMap<String, Look>, IntakeError> {
    let failed = |error| IntakeError::File(folder.display().to_string(), error);
    let mut found = HashMap::new();
    let mut entries = fs::read_dir(folder).await.map_err(failed)?;
    while let Some(entry) = entries.next_entry().await.map_err(failed)? {
        let Ok(name) = entry.file_name().into_string() else { continue };
        let is_csv = name.to_lowercase().ends_with(".csv") && !name.starts_with('.');
        // What has gone meanwhile was taken up by somebody else.
        let Ok(about) = entry.metadata().await else { continue };
        if is_csv && about.is_file() {
            found.insert(name, (about.len(), about.modified().ok()));
        }
    }
    Ok(found)
}

/// The text of a file, or what keeps it from being read.
async fn text_of(path: &Path) -> std::io::Result<Result<String, Fault>> {
    if fs::metadata(path).await?.len() > LARGEST {
        return Ok(Err(Fault::of_line(1, Msg::new("admin-fault-too-large"))));
    }
    Ok(decode(&fs::read(path).await?))
}

/// Applies one file, all of it or nothing, and gives what there is to report; nothing when the file is no longer there.
async fn take_up(gate: &Gate, path: &Path) -> Result<Option<Prepared>, IntakeError> {
    let text = match text_of(path).await {
        Ok(Ok(text)) => text,
        Ok(Err(fault)) => return Ok(Some(Prepared::unreadable(fault))),
        // Another server has put the file away meanwhile.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(IntakeError::File(path.display().to_string(), error)),
    };
    let stamp = Stamp { by: None, clock: gate.clock.clone(), kinds: Kind::OF_FOLDER, only: None };
    // Who is new is entered on the system's side; everything else is custody's.
    let is_people = file::read(&text, &mut Vec::new()).is_some_and(|sheet| sheet.kind == Kind::People);
    if is_people {
        let mut tx = gate.unattended_write().await?;
        let prepared = apply(&mut tx, &text, &stamp).await?;
        tx.commit().await?;
        return Ok(Some(prepared));
    }
    let mut tx = gate.unattended_custody_write().await?;
    let prepared = apply(&mut tx, &text, &stamp).await?;
    tx.commit().await?;
    Ok(Some(prepared))
}

async fn apply(tx: &mut impl HasConn, text: &str, stamp: &Stamp) -> Result<Prepared, DbError> {
    let mut prepared = prepare(tx, text, stamp).await?;
    if prepared.is_good() {
        prepared.write(tx, &stamp.clock).await?;
    }
    Ok(prepared)
}

/// Moves a file out of the way under the time at which it was taken up, with its report beside it.
async fn put_away(folder: &Path, name: &str, report: &Prepared, gate: &Gate) -> Result<(), IntakeError> {
    let to = folder.join(if report.is_good() { "done" } else { "refused" });
    let failed = |error| IntakeError::File(to.display().to_string(), error);
    fs::create_dir_all(&to).await.map_err(failed)?;
    let at = gate.clock.now().to_rfc3339_opts(SecondsFormat::Millis, true).replace(':', "");
    let kept = to.join(format!("{at}-{name}"));
    let said: Vec<&Fault> = report.faults.iter().chain(&report.notes).collect();
    if !said.is_empty() {
        fs::write(kept.with_extension("report.csv"), lines(&said)).await.map_err(failed)?;
    }
    match fs::rename(folder.join(name), &kept).await {
        // Another server has put it away.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        moved => moved.map_err(failed),
    }
}

/// Line, column and reason of each, in English; what stands in a file of security's is not written a second time.
fn lines(said: &[&Fault]) -> String {
    let mut text = String::from("line;column;reason\n");
    for fault in said {
        let reason = fault.reason.say(Lang::En).replace('"', "\"\"");
        text.push_str(&format!("{};{};\"{reason}\"\n", fault.line, fault.column));
    }
    text
}
