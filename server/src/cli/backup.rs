//! `ergon backup`: makes one, looks whether one is good, and compares a database with the manifest of another.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::access::TrustedKeys;
use app::access::keys::InstallationKey;
use app::admin::backups::{How, remember};
use app::kit::clock::Clock;
use app::kit::db::{Conn, Database, OwnerPool};
use app::sql_one;

use super::{Outcome, verify};
use crate::keeping::backup::{Order, back_up};
use crate::keeping::manifest::Manifest;
use crate::keeping::restore;
use crate::settings::Settings;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Without --verify, --check, --manifest or --report-good: a backup of a SQLite database, while it is used, into a new file of
/// the folder. PostgreSQL is backed up by its own tools, and judged by the same figures:
/// `ergon backup --manifest m.json --run 'pg_dump -Fc --snapshot="$ERGON_SNAPSHOT" -f ergon.dump ergon'`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder for the new file; without it `backup_folder` of the settings.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// A public key that may open the backup, age1…; several may be given. Without it `backup_recipients` of the settings.
    #[arg(long = "recipient", value_name = "KEY")]
    recipients: Vec<String>,
    /// Put the installation's signing key into the backup as well. Whoever opens it can then write a new history.
    #[arg(long)]
    with_key: bool,
    /// Open a backup, find every row of its manifest in it, and verify seals and signatures. Nothing is left behind.
    #[arg(long, value_name = "BACKUP", requires = "identity", group = "what")]
    verify: Option<PathBuf>,
    /// The file with the identity that opens the backup.
    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
    /// With --verify: trust these public keys, as `ergon key public` writes them, and not the key file.
    #[arg(long, value_name = "FILE")]
    public_key: Option<PathBuf>,
    /// Compare the database of the settings with a manifest: counts and hashes of every table.
    #[arg(long, value_name = "MANIFEST", group = "what")]
    check: Option<PathBuf>,
    /// Write the manifest of the database as it stands.
    #[arg(long, value_name = "FILE", group = "what")]
    manifest: Option<PathBuf>,
    /// With --manifest on PostgreSQL: run this by the shell while the moment is held that the manifest is about. Its name stands in
    /// ERGON_SNAPSHOT, for `pg_dump --snapshot`.
    #[arg(long, value_name = "COMMAND", requires = "manifest")]
    run: Option<String>,
    /// Tell the record that a backup of this name was made by other means and found good; the administrator's page shows it.
    #[arg(long, value_name = "NAME", group = "what")]
    report_good: Option<String>,
}

pub async fn run(settings: &Settings, args: &Args) -> Outcome {
    if let (Some(backup), Some(identity)) = (&args.verify, &args.identity) {
        return look(settings, args, backup, identity).await;
    }
    let database = settings.existing_database()?;
    if let Some(manifest) = &args.check {
        return check(&database, manifest).await;
    }
    if let Some(out) = &args.manifest {
        return manifest(&database, out, args.run.as_deref()).await;
    }
    match &args.report_good {
        Some(name) => report(&database, name).await,
        None => make(settings, &database, args).await,
    }
}

#[expect(clippy::print_stdout, reason = "what was kept is this command's output")]
async fn make(settings: &Settings, database: &Database, args: &Args) -> Outcome {
    let folder = args.out.clone().or_else(|| settings.backup_folder.clone()).ok_or("give --out, or backup_folder")?;
    let recipients =
        if args.recipients.is_empty() { settings.backup_recipients.clone() } else { args.recipients.clone() };
    if recipients.is_empty() {
        return Err("give --recipient, or backup_recipients: `ergon key recipient` makes one".into());
    }
    let key = args.with_key.then(|| settings.key_file.clone());
    let bar = super::progress::Tables::new();
    let made = back_up(database, &Order { folder, recipients, key }, &Clock::System, &mut bar.step()).await?;
    bar.close();
    remember_good(database, How::Command, &made.name()).await?;
    println!("{}: {} rows in {} tables", made.path.display(), made.manifest.rows(), made.manifest.tables.len());
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::print_stdout, reason = "whether the backup is good is this command's output")]
async fn look(settings: &Settings, args: &Args, backup: &Path, identity: &Path) -> Outcome {
    let bar = super::progress::Tables::new();
    let opened = restore::open(backup, identity, &std::env::temp_dir(), &mut bar.step()).await?;
    bar.close();
    let manifest = &opened.unpacked.manifest;
    println!(
        "{}: {} rows in {} tables, as the manifest says",
        backup.display(),
        manifest.rows(),
        manifest.tables.len()
    );
    let trusted = trusted(settings, args.public_key.as_deref(), opened.unpacked.key.as_deref())?;
    verify::verify_database(&opened.database(), &trusted).await
}

/// The keys that a backup is verified with: those that were named, those in it, or the installation's own.
pub(super) fn trusted(settings: &Settings, named: Option<&Path>, inside: Option<&str>) -> Result<TrustedKeys, Failure> {
    match (named, inside.and_then(InstallationKey::from_text)) {
        (None, Some(key)) => Ok(key.trusted()),
        (named, _) => verify::trusted(settings, named),
    }
}

#[expect(clippy::print_stdout, reason = "what differs is this command's output")]
async fn check(database: &Database, manifest: &Path) -> Outcome {
    let kept = Manifest::read(manifest)?;
    let pool = OwnerPool::open(database).await?;
    let mut conn = pool.snapshot().await?;
    let bar = super::progress::Tables::new();
    let found = Manifest::of(&mut conn, &Clock::System, &mut bar.step()).await?;
    bar.close();
    let wrong = kept.differences(&found);
    for line in &wrong {
        println!("{line}");
    }
    println!("{} rows in {} tables, {} differences", found.rows(), found.tables.len(), wrong.len());
    Ok(verify::status(wrong.is_empty()))
}

#[expect(clippy::print_stdout, reason = "what was counted is this command's output")]
async fn manifest(database: &Database, out: &Path, command: Option<&str>) -> Outcome {
    let pool = OwnerPool::open(database).await?;
    let mut conn = pool.snapshot().await?;
    if let Some(command) = command {
        run_beside(&mut conn, command).await?;
    }
    let bar = super::progress::Tables::new();
    let manifest = Manifest::of(&mut conn, &Clock::System, &mut bar.step()).await?;
    bar.close();
    std::fs::write(out, manifest.text()).map_err(|error| format!("{}: {error}", out.display()))?;
    println!("{}: {} rows in {} tables", out.display(), manifest.rows(), manifest.tables.len());
    Ok(ExitCode::SUCCESS)
}

/// Runs a command while the moment of this transaction is held open for others to see.
async fn run_beside(conn: &mut Conn, command: &str) -> Result<(), Failure> {
    if !matches!(conn, Conn::Postgres(_)) {
        return Err("--run is for PostgreSQL".into());
    }
    let (snapshot,) = sql_one!(conn, (String,), "select pg_export_snapshot()")?;
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", command]).env("ERGON_SNAPSHOT", snapshot);
    let status = tokio::task::spawn_blocking(move || shell.status()).await??;
    if status.success() { Ok(()) } else { Err(format!("`{command}` ended with {status}").into()) }
}

#[expect(clippy::print_stdout, reason = "what was noted is this command's output")]
async fn report(database: &Database, name: &str) -> Outcome {
    remember_good(database, How::Reported, name).await?;
    println!("{name}: noted as the last good backup");
    Ok(ExitCode::SUCCESS)
}

async fn remember_good(database: &Database, how: How, name: &str) -> Result<(), Failure> {
    let pool = OwnerPool::open(database).await?;
    let mut tx = pool.begin().await?;
    remember(&mut tx, &Clock::System, how, name).await?;
    tx.commit().await?;
    pool.close().await;
    Ok(())
}
