//! `ergon verify`: reads the database as its owner, needs no running server and prints no text of any row.

use std::path::PathBuf;
use std::process::ExitCode;

use app::access::keys::{InstallationKey, PublicKey};
use app::access::seal;
use app::care::notes;
use app::kit::clock::Clock;
use app::kit::db::open_owner;

use super::Outcome;
use crate::settings::Settings;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// A file with the public key in base64; without it the installation's own key file is read.
    #[arg(long, value_name = "FILE")]
    public_key: Option<PathBuf>,
}

#[expect(clippy::print_stdout, reason = "the result of a verification is this command's output")]
pub async fn run(settings: &Settings, args: &Args) -> Outcome {
    let key = trusted(settings, args)?;
    let mut tx = open_owner(&settings.database()?).await?;
    let found = seal::verify(&mut tx, &key, Clock::System.now()).await?;
    for fault in &found.faults {
        println!("{fault}");
    }
    println!("access rows: {} checked, {} faults", found.rows, found.faults.len());
    let notes = notes::verify(&mut tx, &key).await?;
    for fault in &notes.faults {
        println!("{fault}");
    }
    println!("signed notes: {} checked, {} faults", notes.notes, notes.faults.len());
    Ok(if found.faults.is_empty() && notes.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn trusted(settings: &Settings, args: &Args) -> Result<PublicKey, Box<dyn std::error::Error + Send + Sync>> {
    match &args.public_key {
        None => Ok(InstallationKey::load(&settings.key_file)?.public()),
        Some(path) => {
            use base64::Engine as _;
            let bytes = base64::engine::general_purpose::STANDARD.decode(std::fs::read_to_string(path)?.trim())?;
            PublicKey::from_bytes(&bytes).ok_or_else(|| format!("{} does not hold a public key", path.display()).into())
        }
    }
}
