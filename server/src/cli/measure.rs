//! `ergon measure`: adds definitions of measures by file, with the same checks that the program's own undergo.

use std::path::PathBuf;
use std::process::ExitCode;

use app::care::measures::definition::Definition;
use app::care::measures::{library, store};
use app::kit::clock::Clock;
use app::kit::db::{Database, DbError, open_owner};

use super::Outcome;
use crate::settings::Settings;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Check a definition and keep it. A measure that is there already needs a higher version number in the file.
    Add {
        /// A TOML file; those in app/library/measures show the form.
        file: PathBuf,
        /// Who adds it, for the record.
        #[arg(long, default_value = "command line")]
        by: String,
    },
}

#[expect(clippy::print_stdout, reason = "what was added is this command's output")]
pub async fn run(settings: &Settings, args: &Args) -> Outcome {
    let Command::Add { file, by } = &args.command;
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let definition = Definition::parse(&text).map_err(|fault| format!("{}: {fault}", file.display()))?;
    let database = settings.database()?;
    app::kit::db::migrate(&database).await?;
    if !add(&database, &definition, &text, by).await? {
        println!("{}: version {} or a later one is there already", definition.code, definition.version);
        return Ok(ExitCode::from(1));
    }
    println!("{}: version {} added", definition.code, definition.version);
    Ok(ExitCode::SUCCESS)
}

/// `false` when this version or a later one is there.
async fn add(database: &Database, definition: &Definition, text: &str, by: &str) -> Result<bool, DbError> {
    let shipped = library::shipped().iter().find(|held| held.code == definition.code);
    if shipped.is_some_and(|held| held.version >= definition.version) {
        return Ok(false);
    }
    let mut tx = open_owner(database).await?;
    if store::is_added(&mut tx, &definition.code, definition.version).await? {
        return Ok(false);
    }
    store::add_definition(&mut tx, (&definition.code, definition.version), text, (by, Clock::System.now())).await?;
    tx.commit().await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = include_str!("../../../app/library/measures/house_group.toml");

    #[tokio::test]
    async fn a_measure_of_ones_own_is_added_once_for_each_version() {
        let dir = tempfile::TempDir::new().unwrap();
        let database = Database::parse(&format!("sqlite://{}", dir.path().join("ergon.db").display())).unwrap();
        app::kit::db::migrate(&database).await.unwrap();
        for (code, version, expected) in [
            ("house_group", 1, false),
            ("house_group", 2, true),
            ("house_group", 2, false),
            ("kitchen_safety", 1, true),
            ("kitchen_safety", 1, false),
        ] {
            let text = OWN.replacen("house_group", code, 1).replacen("version = 1", &format!("version = {version}"), 1);
            let definition = Definition::parse(&text).unwrap();
            assert_eq!(add(&database, &definition, &text, "test").await.unwrap(), expected, "{code} {version}");
        }
        let mut tx = open_owner(&database).await.unwrap();
        let catalogue = store::catalogue(&mut tx).await.unwrap();
        assert_eq!(catalogue.find("house_group").map(|held| held.version), Some(2));
        assert!(catalogue.find("kitchen_safety").is_some());
    }
}
