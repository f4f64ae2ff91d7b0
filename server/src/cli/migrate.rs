//! `ergon migrate`.

use std::process::ExitCode;

use app::access::keys::InstallationKey;

use super::Outcome;
use crate::settings::Settings;

pub async fn run(settings: &Settings) -> Outcome {
    app::kit::db::migrate(&settings.database()?).await?;
    let key = InstallationKey::load_or_create(&settings.key_file)?;
    tracing::info!(key = key.public().id(), file = %settings.key_file.display(), "the database is up to date");
    Ok(ExitCode::SUCCESS)
}
