//! `ergon export chart`: one patient's signed notes as a file that can be verified without this installation; `ergon export fhir`,
//! the records of all for other systems.

use std::path::PathBuf;
use std::process::ExitCode;

use app::access::keys::InstallationKey;
use app::care::notes::chart;
use app::kit::clock::Clock;
use app::kit::db::{Conn, open_owner};
use app::kit::ids::PersonId;
use app::sql_all;
use clap::Subcommand;

use super::{Outcome, fhir};
use crate::settings::Settings;

type Failure = Box<dyn std::error::Error + Send + Sync>;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// A patient's whole chain of signed notes, with texts, hashes and signatures. The file is clinical: guard it.
    Chart {
        #[arg(value_name = "PRISON-NUMBER")]
        number: String,
        /// The facility's code, when several facilities have a person of this number.
        #[arg(long, value_name = "CODE")]
        facility: Option<String>,
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Every patient's record as FHIR R4, one file of lines for each kind of resource. The files are clinical: guard them.
    Fhir(fhir::Args),
}

#[expect(clippy::print_stdout, reason = "how much was exported is this command's output")]
pub async fn run(settings: &Settings, args: Args) -> Outcome {
    let (number, facility, out) = match args.what {
        What::Chart { number, facility, out } => (number, facility, out),
        What::Fhir(args) => return fhir::run(settings, args).await,
    };
    let key = InstallationKey::load(&settings.key_file)?;
    let mut tx = open_owner(&settings.existing_database()?).await?;
    let patient = find(&mut tx, &number, facility.as_deref()).await?;
    let chart = chart::export(&mut tx, patient, &key, Clock::System.now()).await?;
    std::fs::write(&out, serde_json::to_vec_pretty(&chart)?)?;
    println!("{}: {} signed notes", out.display(), chart.notes.len());
    Ok(ExitCode::SUCCESS)
}

async fn find(tx: &mut Conn, number: &str, facility: Option<&str>) -> Result<PersonId, Failure> {
    let found = sql_all!(
        tx,
        (PersonId, String),
        "select p.id, f.code from custody_person p join custody_facility f on f.id = p.facility_id
           join care_patient c on c.person_id = p.id
         where p.prison_number = $1 and ($2 = '' or lower(f.code) = $2) order by f.code",
        number,
        facility.unwrap_or_default().to_lowercase()
    )?;
    match found.as_slice() {
        [(patient, _)] => Ok(*patient),
        [] => Err(format!("there is no patient with the number {number}").into()),
        several => {
            let codes: Vec<&str> = several.iter().map(|(_, code)| code.as_str()).collect();
            Err(format!("several facilities have this number: give --facility, one of {}", codes.join(", ")).into())
        }
    }
}
