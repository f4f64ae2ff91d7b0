//! `cargo xtask bench`: what sessions, policy and the access log cost. The release server answers beside a
//! baseline that has none of them, in one run on one machine and one database, so that the ratio means
//! something where a bare number would only tell of the machine. Never a test: nothing here fails for time.

pub mod client;
mod process;
mod product;
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

pub fn bench(growth: bool, size: Size) -> Outcome {
    release::assemble(BASELINE)?;
    let baseline = if growth { None } else { Some(baseline()?) };
    let workplace = Workplace::new()?;
    let cluster = Cluster::start(Durability::AsInService)?;
    let sizes =
        if growth { vec![size, Size { patients: size.patients.saturating_mul(10), ..size }] } else { vec![size] };

    for engine in ["SQLite", "PostgreSQL"] {
        let mut measured = Vec::new();
        for size in &sizes {
            let name = format!("bench_{}", size.patients);
            let url = if engine == "SQLite" {
                format!("sqlite://{}/{name}.db", workplace.0.display())
            } else {
                cluster.create_database(&name)?;
                cluster.url(&name)
            };
            fill(engine, &url, &workplace.0, *size)?;
            measured.push(measure(engine, &url, baseline.as_deref(), &workplace.0)?);
        }
        // Each engine as soon as it is measured: what comes later may fail.
        println!("\n== {engine}, {} patients, {} weeks", size.patients, size.weeks);
        match measured.as_slice() {
            [small, large] => stats::print_growth(small, large),
            _ => measured.iter().for_each(stats::print_comparison),
        }
    }
    Ok(())
}

fn fill(engine: &str, url: &str, folder: &Path, size: Size) -> Outcome {
    println!("\nFilling {engine} with {} patients and {} weeks …", size.patients, size.weeks);
    let begun = Instant::now();
    let mut ergon = shell::program(paths::server("release"));
    ergon.args(["demo", "--seed", "1", "--patients", &size.patients.to_string(), "--weeks", &size.weeks.to_string()]);
    shell::run(ergon.env("ERGON_DATABASE_URL", url).env("ERGON_KEY_FILE", process::key_file(folder)))?;
    println!("Filled in {} s.", begun.elapsed().as_secs());
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

/// Everything about one engine at one size.
fn measure(engine: &str, url: &str, baseline: Option<&Path>, folder: &Path) -> Outcome<stats::Measured> {
    println!("Measuring {engine} …");
    let product = Server::product(url, folder)?;
    let visit = product::sign_in(&product.address)?;
    let baseline = baseline.map(|program| Server::baseline(program, url, folder)).transpose()?;
    let patient = match &baseline {
        Some(server) => {
            let which = Connection::open(&server.address)?.ask(&client::get(&server.address, "/which", &[]))?;
            product::notes_of(&format!("/patients/{}", String::from_utf8_lossy(&which.body)))
        }
        None => visit.patient.clone(),
    };

    let mut rows = Vec::new();
    for (page, product_path, baseline_path) in
        [("caseload", product::CASELOAD, "/caseload"), ("patient", patient.as_str(), "/patient")]
    {
        let ask_product = visit.request(&product.address, product_path);
        let ask_baseline = baseline.as_ref().map(|server| (server, client::get(&server.address, baseline_path, &[])));
        warm_up("product", page, &product.address, &ask_product)?;
        if let Some((server, request)) = &ask_baseline {
            warm_up("baseline", page, &server.address, request)?;
        }
        for load in LOADS {
            let mut row = Row { page, connections: load.connections, product: Sample::default(), baseline: None };
            for _ in 0..ROUNDS {
                row.product.add(client::load(&product.address, &ask_product, load)?);
                if let Some((server, request)) = &ask_baseline {
                    row.baseline.get_or_insert_default().add(client::load(&server.address, request, load)?);
                }
            }
            rows.push(row);
        }
    }
    let footprint = |server: &Server| -> Outcome<_> {
        Ok(stats::Footprint { resident_kilobytes: server.resident_kilobytes()?, cold_start: server.cold_start })
    };
    let product_footprint = footprint(&product)?;
    Ok(stats::Measured { rows, product: product_footprint, baseline: baseline.as_ref().map(footprint).transpose()? })
}

/// Also says how long the page is: a baseline that answers with an empty page would be no baseline.
fn warm_up(name: &str, page: &str, address: &str, request: &[u8]) -> Outcome {
    let bytes = Connection::open(address)?.ask(request)?.body.len();
    println!("  {page}, {name}: {bytes} bytes of HTML");
    client::load(address, request, WARM_UP).map(drop)
}
