//! `ergon verify`: reads the database as its owner, or a chart that was exported, needs no running server and prints no text of
//! any row.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::access::keys::InstallationKey;
use app::access::{TrustedKeys, seal};
use app::care::notes::{self, chart};
use app::kit::clock::Clock;
use app::kit::db::{Database, open_owner};

use super::Outcome;
use crate::settings::Settings;

type Failure = Box<dyn std::error::Error + Send + Sync>;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// A file that `ergon key public` wrote, or one public key in base64; without it the installation's own key file is read.
    #[arg(long, value_name = "FILE")]
    public_key: Option<PathBuf>,
    /// A patient's chart that `ergon export chart` wrote: verified alone, without any database.
    #[arg(long, value_name = "FILE", requires = "public_key")]
    chart: Option<PathBuf>,
}

pub async fn run(settings: &Settings, args: &Args) -> Outcome {
    let trusted = trusted(settings, args.public_key.as_deref())?;
    match &args.chart {
        Some(path) => verify_chart(path, &trusted),
        None => verify_database(&settings.existing_database()?, &trusted).await,
    }
}

#[expect(clippy::print_stdout, reason = "the result of a verification is this command's output")]
pub(super) async fn verify_database(database: &Database, trusted: &TrustedKeys) -> Outcome {
    let mut tx = open_owner(database).await?;
    let found = seal::verify(&mut tx, trusted, Clock::System.now()).await?;
    for fault in &found.faults {
        println!("{fault}");
    }
    println!("access rows: {} checked, {} faults", found.rows, found.faults.len());
    let notes = notes::verify(&mut tx, trusted).await?;
    for fault in &notes.faults {
        println!("{fault}");
    }
    println!("signed notes: {} checked, {} faults", notes.notes, notes.faults.len());
    Ok(status(found.faults.is_empty() && notes.faults.is_empty()))
}

#[expect(clippy::print_stdout, reason = "the result of a verification is this command's output")]
fn verify_chart(path: &Path, trusted: &TrustedKeys) -> Outcome {
    // What stands in a file that cannot be read may be clinical: the reason names a place and no word.
    let chart: chart::Chart = serde_json::from_slice(&std::fs::read(path)?)
        .map_err(|error| format!("{}, line {}: this is no chart", path.display(), error.line()))?;
    let faults = chart::verify(&chart, trusted);
    for fault in &faults {
        println!("{fault}");
    }
    println!("signed notes: {} checked, {} faults", chart.notes.len(), faults.len());
    Ok(status(faults.is_empty()))
}

pub(super) fn status(well: bool) -> ExitCode {
    if well { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

pub(super) fn trusted(settings: &Settings, public_key: Option<&Path>) -> Result<TrustedKeys, Failure> {
    match public_key {
        None => Ok(InstallationKey::load(&settings.key_file)?.trusted()),
        Some(path) => TrustedKeys::parse(&std::fs::read_to_string(path)?)
            .ok_or_else(|| format!("{} holds no public key", path.display()).into()),
    }
}
