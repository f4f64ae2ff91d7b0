//! The command line. Each command is a file; all of them read the same settings.

mod backup;
mod demo;
mod export;
mod fhir;
mod import;
mod key;
mod measure;
mod migrate;
mod progress;
mod relocate;
mod restore;
mod serve;
mod user;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use app::i18n::Lang;
use clap::{Parser, Subcommand};

use crate::settings::Settings;

/// Ergon: an occupational therapy record for prison health units.
#[derive(Debug, Parser)]
#[command(name = "ergon", version, about)]
struct Ergon {
    /// Settings file (default: ergon.toml when it is there). The environment overrides it: ERGON_DATABASE_URL, ERGON_LISTEN, …
    #[arg(long, global = true, value_name = "FILE")]
    settings: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the record over HTTP.
    Serve,
    /// Bring the database up to this version, with its roles and grants.
    Migrate,
    /// Prove offline that no access row and no signed note was altered. Exit status 0 when all is well, 1 when not.
    Verify(verify::Args),
    /// Back a database up while it is used, sealed to a public key; look whether a backup is good.
    Backup(backup::Args),
    /// Open a backup in a new place.
    Restore(restore::Args),
    /// Move the whole record between SQLite and PostgreSQL.
    Move(relocate::Args),
    /// Fill a new database with demonstration data: four facilities, their people and staff, months of history.
    Demo(demo::Args),
    /// Import facilities, rooms, the regime, staff and people from CSV files.
    Import(import::Args),
    /// Rotate the signing key, or write its public halves for those who verify.
    Key(key::Args),
    /// Write a patient's chart for somebody who verifies it without this installation.
    Export(export::Args),
    /// Add a measure of one's own by file.
    Measure(measure::Args),
    /// Add users, set passwords, list who there is.
    User(user::Args),
}

/// A language by its code, for the commands that take one.
fn language(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "one of en, sq, sr".to_owned())
}

/// A command's failure, in words for the person at the terminal.
pub type Outcome = Result<ExitCode, Box<dyn std::error::Error + Send + Sync>>;

#[expect(clippy::print_stderr, reason = "the terminal is where a command line tells its errors")]
pub fn main() -> ExitCode {
    let ergon = Ergon::parse();
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("ERGON_LOG").unwrap_or_else(|_| "info,sqlx=warn".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("ergon: {error}");
            return ExitCode::from(2);
        }
    };
    match runtime.block_on(run(ergon)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("ergon: {error}");
            ExitCode::from(2)
        }
    }
}

async fn run(ergon: Ergon) -> Outcome {
    let settings = Settings::load(ergon.settings.as_deref())?;
    match ergon.command {
        Command::Serve => serve::run(settings).await,
        Command::Migrate => migrate::run(&settings).await,
        Command::Verify(args) => verify::run(&settings, &args).await,
        Command::Backup(args) => backup::run(&settings, &args).await,
        Command::Restore(args) => restore::run(&settings, &args).await,
        Command::Move(args) => relocate::run(&settings, &args).await,
        Command::Demo(args) => demo::run(&settings, &args).await,
        Command::Import(args) => import::run(&settings, &args).await,
        Command::Key(args) => key::run(&settings, &args),
        Command::Export(args) => export::run(&settings, args).await,
        Command::Measure(args) => measure::run(&settings, &args).await,
        Command::User(args) => user::run(&settings, args).await,
    }
}
