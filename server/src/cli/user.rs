//! `ergon user`.

use super::Outcome;
use crate::settings::Settings;

#[derive(Debug, clap::Args)]
pub struct Args {}

pub async fn run(_settings: &Settings, _args: Args) -> Outcome {
    Ok(std::process::ExitCode::SUCCESS)
}
