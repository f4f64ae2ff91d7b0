//! `ergon demo`.

use std::io::IsTerminal as _;
use std::process::ExitCode;

use app::access::keys::InstallationKey;
use app::kit::clock::Clock;
use chrono::NaiveDate;
use indicatif::{ProgressBar, ProgressStyle};

use super::Outcome;
use crate::demo::{PASSWORD, Scale, fill};
use crate::settings::Settings;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The same seed and day tell the same story.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Patients in care; there are more people than that.
    #[arg(long, default_value_t = 120, value_parser = clap::value_parser!(u32).range(1..=200_000))]
    patients: u32,
    /// Weeks of history.
    #[arg(long, default_value_t = 26, value_parser = clap::value_parser!(u32).range(1..=1_040))]
    weeks: u32,
    /// The day that the story has come to, as 2026-11-24 (default: today).
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
}

#[expect(clippy::print_stdout, reason = "what was made, and how to sign in, is this command's output")]
pub async fn run(settings: &Settings, args: &Args) -> Outcome {
    let database = settings.database()?;
    app::setup::bring_up_to_date(&database, &Clock::System).await?;
    let key = InstallationKey::load_or_create(&settings.key_file)?;
    let today = args.today.unwrap_or_else(|| Clock::System.now().date_naive());
    let scale = Scale { seed: args.seed, patients: usize::try_from(args.patients)?, weeks: args.weeks, today };
    let bar = if std::io::stderr().is_terminal() { ProgressBar::new(1) } else { ProgressBar::hidden() };
    bar.set_style(
        ProgressStyle::with_template("{bar:40} {pos}/{len} weeks, {elapsed}, {eta} left")
            .unwrap_or_else(|_| ProgressStyle::default_bar()),
    );
    let told = fill(&database, &key, scale, &mut |done, of| {
        bar.set_length(of);
        bar.set_position(done);
    })
    .await?;
    bar.finish_and_clear();
    println!(
        "{} people, {} patients, {} sessions in {} weeks up to {today}, {} users. Every demonstration user's password: {PASSWORD}",
        told.people, told.patients, told.sessions, args.weeks, told.users
    );
    Ok(ExitCode::SUCCESS)
}
