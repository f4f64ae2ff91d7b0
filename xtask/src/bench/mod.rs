//! `cargo xtask bench`: what sessions, policy and the access log cost. The release server answers beside a
//! baseline that has none of them, in one run on one machine and one database, so that the ratio means
//! something where a bare number would only tell of the machine. Never a test: nothing here fails for time.

pub mod client;
mod growth;
mod process;
mod product;
mod queries;
mod soak;
mod stats;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::failure::{Outcome, While};
use crate::postgres::{Cluster, Durability};
use crate::{paths, release, shell};
use client::{Connection, Load};
use process::Server;
use stats::{Row, Sample};

#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub patients: u32,
    pub weeks: u32,
}

/// The program of `server/benches/baseline.rs`.
const BASELINE: &[&str] = &["--bench", "baseline"];
/// How often product and baseline take turns: a machine's mood changes within a minute.
const ROUNDS: usize = 3;
const LOADS: [Load; 2] = [
    Load { connections: 1, requests: 500, at_most: Duration::from_secs(10) },
    Load { connections: 16, requests: 3000, at_most: Duration::from_secs(10) },
];
const WARM_UP: Load = Load { connections: 2, requests: 100, at_most: Duration::from_secs(5) };

/// The folder of one run's databases and logs, removed at the end. In `/var/tmp`, which is never memory.
#[derive(Debug)]
struct Workplace(PathBuf);

impl Workplace {
    fn new() -> Outcome<Self> {
        let folder = PathBuf::from(format!("/var/tmp/ergon-bench-{}", std::process::id()));
        fs::create_dir_all(&folder).during(format_args!("making {}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Workplace {
    fn drop(&mut self) {
        let _removed = fs::remove_dir_all(&self.0);
    }
}

/// What is to be measured.
#[derive(Clone, Copy, Debug)]
pub enum What {
    /// The product beside the baseline.
    Comparison(Size),
    /// The product on records of growing length, from so many participations to so many.
    Growth { least: u64, at_most: u64 },
    /// Many users for so many minutes.
    Soak { minutes: u32, size: Size },
}

/// The program, the folder and the database server of one run.
struct Target<'a> {
    program: PathBuf,
    folder: &'a Path,
    cluster: &'a Cluster,
}

impl Target<'_> {
    fn engines(&self) -> [&'static str; 2] {
        ["SQLite", "PostgreSQL"]
    }

    /// A new database, and its address.
    fn database(&self, engine: &str, name: &str) -> Outcome<String> {
        if engine == "SQLite" {
            return Ok(format!("sqlite://{}/{name}.db", self.folder.display()));
        }
        self.cluster.create_database(name)?;
        Ok(self.cluster.url(name))
    }

    /// The product's command line on a database.
    fn ergon(&self, url: &str) -> std::process::Command {
        let mut ergon = shell::program(&self.program);
        ergon.env("ERGON_DATABASE_URL", url).env("ERGON_KEY_FILE", process::key_file(self.folder));
        ergon
    }

    fn fill(&self, engine: &str, url: &str, size: Size) -> Outcome {
        println!("\nFilling {engine} with {} patients and {} weeks …", size.patients, size.weeks);
        let begun = Instant::now();
        let mut ergon = self.ergon(url);
        ergon.args(["demo", "--seed", "1"]);
        ergon.args(["--patients", &size.patients.to_string(), "--weeks", &size.weeks.to_string()]);
        shell::run(&mut ergon)?;
        println!("Filled in {} s.", begun.elapsed().as_secs());
        Ok(())
    }
}

/// Measures the release program, which is built first, or another one.
pub fn bench(what: What, program: Option<PathBuf>) -> Outcome {
    if program.is_none() {
        release::assemble(BASELINE)?;
    }
    let workplace = Workplace::new()?;
    let cluster = Cluster::start(Durability::AsInService)?;
    let program = program.unwrap_or_else(|| paths::server("release"));
    let target = Target { program, folder: &workplace.0, cluster: &cluster };
    match what {
        What::Comparison(size) => compare(&target, size),
        What::Growth { least, at_most } => growth::growth(&target, least, at_most),
        What::Soak { minutes, size } => soak::soak(&target, minutes, size),
    }
}

fn compare(target: &Target<'_>, size: Size) -> Outcome {
    let baseline = baseline()?;
    for engine in target.engines() {
        let url = target.database(engine, "bench")?;
        target.fill(engine, &url, size)?;
        let measured = measure(engine, &url, &baseline, target)?;
        // Each engine as soon as it is measured: what comes later may fail.
        println!("\n== {engine}, {} patients, {} weeks", size.patients, size.weeks);
        stats::print_comparison(&measured);
    }
    Ok(())
}

/// Where the baseline's program lies. It is built by now: cargo only says its name.
fn baseline() -> Outcome<PathBuf> {
    let messages = shell::output(release::server(BASELINE).args(["--message-format", "json"]))?;
    messages.lines().find_map(executable_of_baseline).ok_or_else(|| "cargo built no baseline program".into())
}

fn executable_of_baseline(message: &str) -> Option<PathBuf> {
    let message: serde_json::Value = serde_json::from_str(message).ok()?;
    let is_baseline = message.get("target")?.get("name")?.as_str()? == "baseline";
    let executable = message.get("executable")?.as_str()?;
    is_baseline.then(|| PathBuf::from(executable))
}

/// Everything about one engine.
fn measure(engine: &str, url: &str, baseline: &Path, target: &Target<'_>) -> Outcome<stats::Measured> {
    println!("Measuring {engine} …");
    let product = Server::product(&target.program, url, target.folder, "warn")?;
    let visit = product::sign_in_as(&product.address, "practitioner")?;
    let baseline = Server::baseline(baseline, url, target.folder)?;
    let which = Connection::open(&baseline.address)?.ask(&client::get(&baseline.address, "/which", &[]))?;
    let patient = product::notes_of(&format!("/patients/{}", String::from_utf8_lossy(&which.body)));

    let mut rows = Vec::new();
    for (page, product_path, baseline_path) in
        [("caseload", product::CASELOAD, "/caseload"), ("patient", patient.as_str(), "/patient")]
    {
        let ask_product = visit.request(&product.address, product_path);
        let ask_baseline = client::get(&baseline.address, baseline_path, &[]);
        warm_up("product", page, &product.address, &ask_product)?;
        warm_up("baseline", page, &baseline.address, &ask_baseline)?;
        for load in LOADS {
            let mut row =
                Row { page, connections: load.connections, product: Sample::default(), baseline: Sample::default() };
            for _ in 0..ROUNDS {
                row.product.add(client::load(&product.address, &ask_product, load)?);
                row.baseline.add(client::load(&baseline.address, &ask_baseline, load)?);
            }
            rows.push(row);
        }
    }
    let footprint = |server: &Server| -> Outcome<_> {
        Ok(stats::Footprint { resident_kilobytes: server.resident_kilobytes()?, cold_start: server.cold_start })
    };
    Ok(stats::Measured { rows, product: footprint(&product)?, baseline: footprint(&baseline)? })
}

/// Also says how long the page is: a baseline that answers with an empty page would be no baseline.
fn warm_up(name: &str, page: &str, address: &str, request: &[u8]) -> Outcome {
    let bytes = Connection::open(address)?.ask(request)?.body.len();
    println!("  {page}, {name}: {bytes} bytes of HTML");
    client::load(address, request, WARM_UP).map(drop)
}
