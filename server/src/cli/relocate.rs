//! `ergon move`: from SQLite to PostgreSQL or back, whole or not at all.

use app::kit::db::{Database, carry};

use super::{Outcome, verify};
use crate::settings::Settings;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The database that holds the record. Stop the server first: what is written meanwhile does not come along.
    #[arg(long, value_name = "URL")]
    from: String,
    /// An empty database of the owner, or a SQLite file that is not there.
    #[arg(long, value_name = "URL")]
    to: String,
    /// Trust these public keys, as `ergon key public` writes them, and not the key file.
    #[arg(long, value_name = "FILE")]
    public_key: Option<std::path::PathBuf>,
}

#[expect(clippy::print_stdout, reason = "what was moved is this command's output")]
pub async fn run(settings: &Settings, args: &Args) -> Outcome {
    let (from, to) = (Database::parse(&args.from)?, Database::parse(&args.to)?);
    if let Database::Sqlite { path } = &from
        && !path.exists()
    {
        return Err(format!("there is no database at {}: --from says where the record is", path.display()).into());
    }
    // Before anything is moved: without keys nobody could say afterwards whether it arrived well.
    let trusted = verify::trusted(settings, args.public_key.as_deref())?;
    let bar = super::progress::Tables::new();
    let carried = carry(&from, &to, &mut bar.step()).await?;
    bar.close();
    for table in carried.iter().filter(|table| table.rows > 0) {
        println!("{:>10}  {}  {}", table.rows, table.sha256.get(..16).unwrap_or_default(), table.table);
    }
    let rows: u64 = carried.iter().map(|table| table.rows).sum();
    println!("{rows} rows in {} tables, the same counts and hashes on both sides", carried.len());
    verify::verify_database(&to, &trusted).await
}
