//! `ergon migrate`.

use std::process::ExitCode;

use app::access::keys::InstallationKey;
use app::kit::clock::Clock;

use super::Outcome;
use crate::settings::Settings;

pub async fn run(settings: &Settings) -> Outcome {
    app::setup::bring_up_to_date(&settings.database()?, &Clock::System).await?;
    let key = InstallationKey::load_or_create(&settings.key_file)?;
    tracing::info!(key = key.public().id(), file = %settings.key_file.display(), "the database is up to date");
    Ok(ExitCode::SUCCESS)
}
