//! `ergon restore`: a backup goes on in a new place. Nothing that is there is ever written over.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::kit::db::Database;

use super::{Outcome, backup, verify};
use crate::keeping::{restore, vault};
use crate::settings::Settings;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "BACKUP")]
    backup: PathBuf,
    /// The file with the identity that opens the backup.
    #[arg(long, value_name = "FILE")]
    identity: PathBuf,
    /// Where it goes on: `sqlite://PATH` of a file that is not there, or an empty database of PostgreSQL.
    #[arg(long, value_name = "URL")]
    to: String,
    /// Write the signing key here, where the backup holds it. The file must not be there yet.
    #[arg(long, value_name = "FILE")]
    key_out: Option<PathBuf>,
    /// Trust these public keys, as `ergon key public` writes them, and not the key file.
    #[arg(long, value_name = "FILE")]
    public_key: Option<PathBuf>,
}

#[expect(clippy::print_stdout, reason = "what was restored is this command's output")]
pub async fn run(settings: &Settings, args: &Args) -> Outcome {
    let to = Database::parse(&args.to)?;
    let beside = match &to {
        Database::Sqlite { path } => {
            if path.exists() {
                return Err(
                    format!("{} is there already: a backup is restored to a new place only", path.display()).into()
                );
            }
            path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
        }
        Database::Postgres { .. } => std::env::temp_dir(),
    };
    let bar = super::progress::Tables::new();
    let opened = restore::open(&args.backup, &args.identity, &beside, &mut bar.step()).await?;
    let trusted = backup::trusted(settings, args.public_key.as_deref(), opened.unpacked.key.as_deref())?;
    restore::settle(&opened, &to, &mut bar.step()).await?;
    bar.close();
    if let Some(out) = &args.key_out {
        let key = opened.unpacked.key.as_deref().ok_or("the backup holds no signing key")?;
        vault::private(out)?.write_all(key.as_bytes())?;
        println!("{}: the signing key", out.display());
    }
    let manifest = &opened.unpacked.manifest;
    println!(
        "{} rows in {} tables of {}, as the manifest says",
        manifest.rows(),
        manifest.tables.len(),
        manifest.taken_at
    );
    let verified = verify::verify_database(&to, &trusted).await?;
    println!("`ergon serve`, or `ergon migrate`, brings it up to this program");
    Ok(if verified == ExitCode::SUCCESS { verified } else { ExitCode::from(1) })
}
