//! `ergon import`.

use std::path::PathBuf;
use std::process::ExitCode;

use app::admin::import::{Fault, Kind, Prepared, Stamp, decode, prepare};
use app::i18n::Lang;
use app::kit::clock::Clock;
use app::kit::db::{DbError, open_owner};

use super::{Outcome, language};
use crate::settings::Settings;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// CSV files in UTF-8, with semicolons or commas: facilities, rooms, the regime, staff, people, where they are, whom to keep
    /// apart, closures, outings. What a file holds is recognised by its first line. Facilities are taken first, whatever the order. All files are applied, or none.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only say what would be done.
    #[arg(long)]
    dry_run: bool,
    /// The language of what is said about bad rows.
    #[arg(long, default_value = "en", value_parser = language)]
    language: Lang,
}

#[expect(clippy::print_stdout, reason = "what was imported is this command's output")]
pub async fn run(settings: &Settings, args: &Args) -> Outcome {
    let database = settings.database()?;
    app::kit::db::migrate(&database).await?;
    let mut texts = Vec::new();
    for path in &args.files {
        let text = decode(&std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?);
        texts.push((path, text));
    }
    // What later files name must be there before them.
    texts.sort_by_key(|(_, text)| text.as_ref().ok().and_then(|text| kind(text)));
    let stamp = Stamp { by: None, clock: Clock::System, kinds: Kind::ALL, only: None };
    let mut tx = open_owner(&database).await?;
    let mut good = true;
    for (path, text) in &texts {
        let mut prepared = match text {
            Ok(text) => prepare(&mut tx, text, &stamp).await?,
            Err(fault) => Prepared::unreadable(fault.clone()),
        };
        let path = path.display();
        for fault in &prepared.faults {
            println!("{path}: {}", fault.say(args.language));
        }
        for note in &prepared.notes {
            println!("{path}: {}", note.say(args.language));
        }
        let (new, changed, unchanged, skipped, bad) =
            (prepared.new, prepared.changed, prepared.unchanged, prepared.skipped, prepared.faults.len());
        println!("{path}: {new} new, {changed} changed, {unchanged} unchanged, {skipped} left out, {bad} faults");
        if prepared.is_good() {
            prepared.write(&mut tx, &stamp.clock).await.map_err(full)?;
        } else {
            good = false;
        }
    }
    if !good {
        println!("nothing was imported");
        return Ok(ExitCode::from(1));
    }
    if args.dry_run {
        println!("nothing was imported: this was a dry run");
    } else {
        tx.commit().await.map_err(full)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A full disk is said in words for whoever must make room on it.
fn full(error: DbError) -> Box<dyn std::error::Error + Send + Sync> {
    if error.is_disk_full() { "the disk is full: nothing was imported".into() } else { error.into() }
}

fn kind(text: &str) -> Option<Kind> {
    app::admin::import::file::read(text, &mut Vec::<Fault>::new()).map(|sheet| sheet.kind)
}
