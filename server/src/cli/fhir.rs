//! `ergon export fhir`: every patient's record as FHIR R4, one file of lines for each kind of resource. One patient is read at a
//! time, so that it takes no more memory for a country than for a ward; each patient's access is recorded before the record is
//! read. The files get their names when the last line is written: half an export must not pass for one.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::access::recorder::{AccessEntry, insert_entries};
use app::access::{Permission, Side};
use app::care::measures::library::Catalogue;
use app::exchange::fhir::{self, About, Resource};
use app::i18n::Lang;
use app::kit::clock::Clock;
use app::kit::db::OwnerPool;
use app::kit::ids::{FacilityId, PersonId, UserId};
use app::{sql_all, sql_optional};
use uuid::Uuid;

use super::Outcome;
use crate::settings::Settings;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Whose name the access rows of this command bear.
const WHO: &str = "ergon export";

#[derive(Debug, clap::Args)]
pub struct Args {
    /// A folder, made when it is not there.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Only the patients of this facility.
    #[arg(long, value_name = "CODE")]
    facility: Option<String>,
    /// The language of headings and labels: en, sq or sr.
    #[arg(long, value_name = "CODE", default_value = "en")]
    lang: String,
}

#[expect(clippy::print_stdout, reason = "how much was exported is this command's output")]
pub async fn run(settings: &Settings, args: Args) -> Outcome {
    let lang = Lang::from_code(&args.lang).ok_or_else(|| format!("there is no language {}", args.lang))?;
    let pool = OwnerPool::open(&settings.existing_database()?).await?;
    let facility = match &args.facility {
        Some(code) => Some(facility(&pool, code).await?),
        None => None,
    };
    let mut files = Files::create(&args.out)?;
    let patients = export(&pool, facility, lang, &mut files).await?;
    pool.close().await;
    let resources = files.close()?;
    println!("{}: {patients} patients, {resources} resources", args.out.display());
    Ok(ExitCode::SUCCESS)
}

async fn facility(pool: &OwnerPool, code: &str) -> Result<FacilityId, Failure> {
    let mut tx = pool.begin().await?;
    let found = sql_optional!(
        &mut tx,
        (FacilityId,),
        "select id from custody_facility where lower(code) = $1",
        code.to_lowercase()
    )?;
    found.map(|row| row.0).ok_or_else(|| format!("there is no facility {code}").into())
}

async fn export(
    pool: &OwnerPool,
    facility: Option<FacilityId>,
    lang: Lang,
    files: &mut Files,
) -> Result<usize, Failure> {
    let clock = Clock::System;
    let mut tx = pool.begin().await?;
    let added = sql_all!(&mut tx, (String,), "select content from care_measure_definition order by code, version_no")?;
    drop(tx);
    let catalogue = Catalogue::with(&added.into_iter().map(|row| row.0).collect::<Vec<_>>());
    let (mut after, mut count) = (PersonId(Uuid::nil()), 0);
    loop {
        let mut tx = pool.begin().await?;
        let page = fhir::patients(&mut tx, facility, after).await?;
        let entries: Vec<AccessEntry> = page.iter().map(|(patient, place)| entry(&clock, *patient, *place)).collect();
        insert_entries(&mut tx, &entries).await?;
        tx.commit().await?;
        let Some((last, _)) = page.last() else { return Ok(count) };
        after = *last;
        let mut tx = pool.begin().await?;
        for (patient, _) in &page {
            let Some(record) = fhir::load(&mut tx, *patient).await? else { continue };
            let about = About { patient: *patient, lang };
            for resource in fhir::resources(about, &record, &catalogue, clock.now().date_naive(), &|_| true) {
                files.write(&resource)?;
            }
            count += 1;
        }
    }
}

fn entry(clock: &Clock, patient: PersonId, facility: FacilityId) -> AccessEntry {
    AccessEntry {
        id: clock.new_id(),
        at: clock.now(),
        user_id: UserId(Uuid::nil()),
        user_name: WHO.to_owned(),
        role: String::new(),
        side: Side::Care.as_str().to_owned(),
        facility_id: Some(facility),
        permission: Permission::RecordExport.as_str().to_owned(),
        outcome: "allowed".to_owned(),
        reason: String::new(),
        person_id: Some(patient),
        object: "fhir".to_owned(),
        object_id: None,
    }
}

/// A file for each kind of resource, under a name of its own until all are whole.
struct Files {
    folder: PathBuf,
    open: BTreeMap<&'static str, BufWriter<File>>,
    written: u64,
}

impl Files {
    fn create(folder: &Path) -> Result<Self, Failure> {
        fs::create_dir_all(folder)?;
        let mut open = BTreeMap::new();
        for kind in Resource::KINDS {
            open.insert(*kind, BufWriter::new(own_file(&unfinished(folder, kind))?));
        }
        Ok(Self { folder: folder.to_owned(), open, written: 0 })
    }

    fn write(&mut self, resource: &Resource) -> Result<(), Failure> {
        let Some(file) = self.open.get_mut(resource.kind()) else { return Ok(()) };
        serde_json::to_writer(&mut *file, resource)?;
        file.write_all(b"\n")?;
        self.written += 1;
        Ok(())
    }

    fn close(self) -> Result<u64, Failure> {
        for (kind, file) in self.open {
            file.into_inner()?.sync_all()?;
            fs::rename(unfinished(&self.folder, kind), self.folder.join(format!("{kind}.ndjson")))?;
        }
        Ok(self.written)
    }
}

fn unfinished(folder: &Path, kind: &str) -> PathBuf {
    folder.join(format!("{kind}.ndjson.unfinished"))
}

/// What is in it is clinical: nobody but the owner reads it.
fn own_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
