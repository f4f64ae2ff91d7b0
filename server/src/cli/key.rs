//! `ergon key`: the installation's signing key, and what others need to verify with it.

use std::path::PathBuf;
use std::process::ExitCode;

use app::access::keys::InstallationKey;
use app::kit::clock::Clock;
use clap::Subcommand;

use super::Outcome;
use crate::keeping::vault;
use crate::settings::Settings;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make a new signing key. The former one signs no more; what it signed until now stays valid. Stop the server first.
    Rotate,
    /// Write the public halves of the keys, current and former: with this file anybody can verify, and nobody can sign.
    Public {
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Make an identity that opens backups, and print the public key that seals them. Keep the file away from the server.
    Recipient {
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

#[expect(clippy::print_stdout, reason = "which key signs from now on is this command's output")]
pub fn run(settings: &Settings, args: &Args) -> Outcome {
    match &args.action {
        Action::Rotate => {
            let key = InstallationKey::load(&settings.key_file)?;
            let next = key.rotate(&settings.key_file, Clock::System.now())?;
            println!("{} signed until now, {} signs from now on", key.public().id(), next.public().id());
            println!("copy {} to its safe place, and start the server", settings.key_file.display());
        }
        Action::Public { out } => {
            let key = InstallationKey::load(&settings.key_file)?;
            std::fs::write(out, key.trusted().to_string())?;
            println!("{}: {}", out.display(), key.public().id());
        }
        Action::Recipient { out } => println!("{}", vault::new_identity(out)?),
    }
    Ok(ExitCode::SUCCESS)
}
