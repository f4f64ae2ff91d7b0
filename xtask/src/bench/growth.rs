//! `cargo xtask bench --growth`: the same pages on a record that is ten and a hundred times as long. What a page costs should
//! follow from what it shows, and not from all that there ever was; where it does not, the statement that grows is named.

use std::thread;
use std::time::{Duration, Instant};

use super::client::{self, Connection, Load};
use super::process::Server;
use super::product::{self, Visit};
use super::queries::{self, Timings};
use super::stats::{Sample, milliseconds, quotient};
use super::{Size, Target};
use crate::failure::{Failure, Outcome};
use crate::{paths, shell};

/// The house stays as large as it is, four units of 160 patients: what grows is the years behind it. More patients would
/// be more to show, and would say nothing of what the past costs.
const PATIENTS: u32 = 640;
/// Participations of one patient in a week, as the demonstration data tells them.
const A_WEEK: f64 = 2.0;
const LOAD: Load = Load { connections: 1, requests: 400, at_most: Duration::from_secs(20) };
/// A server that has just begun places series ahead and seals what was left: no page's work.
const BEGINNING: Duration = Duration::from_secs(20);
const WARM_UP: Load = Load { connections: 1, requests: 40, at_most: Duration::from_secs(10) };
/// How often a page is asked for while its statements are timed.
const TIMED: usize = 20;
/// The aim: from the smallest to the largest the slowest of a hundred may take this much longer.
const AIM: f64 = 1.5;

/// A page with whoever opens it first thing in the morning.
const PAGES: [(&str, &str, &str); 5] = [
    ("caseload", "practitioner", product::CASELOAD),
    ("patient", "practitioner", ""),
    ("unit overview", "reviewer", "/unit"),
    ("week board", "coordinator", "/board/week"),
    ("unlock list", "officer", "/unlock"),
];

/// One page at one size.
struct Page {
    name: &'static str,
    sample: Sample,
    timings: Timings,
}

struct Measured {
    participations: u64,
    pages: Vec<Page>,
}

/// From the smallest to the largest number of participations, each ten times the one before.
fn steps(least: u64, at_most: u64) -> Vec<u64> {
    std::iter::successors(Some(least), |size| size.checked_mul(10)).take_while(|size| *size <= at_most).collect()
}

/// After so many weeks there are about so many participations.
fn size_for(participations: u64) -> Size {
    let weeks = participations as f64 / (A_WEEK * f64::from(PATIENTS));
    Size { patients: PATIENTS, weeks: (weeks.ceil() as u32).max(4) }
}

pub fn growth(target: &Target<'_>, least: u64, at_most: u64) -> Outcome {
    for engine in target.engines() {
        let mut measured = Vec::new();
        for wanted in steps(least, at_most) {
            let size = size_for(wanted);
            let name = format!("growth_{wanted}");
            let url = target.database(engine, &name)?;
            target.fill(engine, &url, size)?;
            if engine == "PostgreSQL" {
                target.cluster.settle(&name)?;
            }
            let participations = count(target, &url, wanted)?;
            measured.push(measure(target, engine, &url, participations)?);
        }
        print(engine, &measured);
    }
    Ok(())
}

/// What was really filled, from the manifest, whose making is a measure by itself: every row is read and hashed.
fn count(target: &Target<'_>, url: &str, wanted: u64) -> Outcome<u64> {
    let manifest = target.folder.join(format!("manifest-{wanted}.json"));
    let begun = Instant::now();
    let mut ergon = target.ergon(url);
    shell::run(ergon.arg("backup").arg("--manifest").arg(&manifest))?;
    println!("Counted and hashed in {} s.", begun.elapsed().as_secs());
    rows_of(&paths::read(&manifest)?, "care_participation")
        .ok_or_else(|| Failure::from("the manifest counts no participations"))
}

fn rows_of(manifest: &str, table: &str) -> Option<u64> {
    let manifest: serde_json::Value = serde_json::from_str(manifest).ok()?;
    let tables = manifest.get("tables")?.as_array()?;
    tables.iter().find(|counted| counted.get("table").is_some_and(|name| name == table))?.get("rows")?.as_u64()
}

fn measure(target: &Target<'_>, engine: &str, url: &str, participations: u64) -> Outcome<Measured> {
    println!("Measuring {engine} with {participations} participations …");
    let server = Server::product(&target.program, url, target.folder, "warn")?;
    thread::sleep(BEGINNING);
    let mut pages = Vec::new();
    for (name, user, path) in PAGES {
        let (visit, path) = find(&server.address, user, path)?;
        let request = visit.request(&server.address, &path);
        client::load(&server.address, &request, WARM_UP)?;
        let mut sample = Sample::default();
        sample.add(client::load(&server.address, &request, LOAD)?);
        pages.push(Page { name, sample, timings: Timings::default() });
    }
    drop(server);
    time_statements(target, url, &mut pages)?;
    Ok(Measured { participations, pages })
}

/// Asks for each page again from a server that writes down how long each statement takes.
fn time_statements(target: &Target<'_>, url: &str, pages: &mut [Page]) -> Outcome {
    let server = Server::product(&target.program, url, target.folder, "warn,sqlx::query=debug")?;
    thread::sleep(BEGINNING);
    for (page, (_, user, path)) in pages.iter_mut().zip(PAGES) {
        let (visit, path) = find(&server.address, user, path)?;
        let request = visit.request(&server.address, &path);
        let mut connection = Connection::open(&server.address)?;
        connection.ask(&request)?;
        let before = paths::read(&server.log)?.len();
        for _ in 0..TIMED {
            connection.ask(&request)?;
        }
        let log = paths::read(&server.log)?;
        page.timings = queries::read(log.get(before..).unwrap_or_default());
    }
    Ok(())
}

/// Signs in, and follows a page to where it leads; no path is the first patient of the caseload.
fn find(address: &str, user: &str, path: &str) -> Outcome<(Visit, String)> {
    let visit = product::sign_in_as(address, user)?;
    let mut path = if path.is_empty() { product::first_patient_of(address, &visit)? } else { path.to_owned() };
    let mut connection = Connection::open(address)?;
    for _ in 0..3 {
        let answer = connection.ask(&visit.request(address, &path))?;
        match (answer.status, answer.header("location")) {
            (200, _) => return Ok((visit, path)),
            (303 | 307, Some(onward)) => path = onward.to_owned(),
            (status, _) => return Err(format!("{path} was answered to {user} with status {status}").into()),
        }
    }
    Err(format!("{path} leads nowhere").into())
}

fn print(engine: &str, measured: &[Measured]) {
    println!("\n== {engine}: growth, one connection, milliseconds");
    print!("{:<15}", "page");
    for size in measured {
        print!(" | {:>9} {:>8}", size.participations, "p99");
    }
    println!(" | {:>7} {:>7}", "p50 x", "p99 x");
    let (Some(small), Some(large)) = (measured.first(), measured.last()) else { return };
    for (n, (before, after)) in small.pages.iter().zip(&large.pages).enumerate() {
        print!("{:<15}", before.name);
        for page in measured.iter().filter_map(|size| size.pages.get(n)) {
            let at = |percent| milliseconds(page.sample.percentile(percent));
            print!(" | {:>9.2} {:>8.2}", at(50), at(99));
        }
        let ratio = |percent| {
            quotient(milliseconds(after.sample.percentile(percent)), milliseconds(before.sample.percentile(percent)))
        };
        println!(" | {:>7.2} {:>7.2}{}", ratio(50), ratio(99), if ratio(99) > AIM { "  beyond the aim" } else { "" });
    }
    for (before, after) in small.pages.iter().zip(&large.pages) {
        for grown in queries::grown(&before.timings, &after.timings, AIM) {
            println!("{}: {grown}", before.name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{rows_of, size_for, steps};

    #[test]
    fn each_size_is_ten_times_the_one_before() {
        assert_eq!(steps(10_000, 1_000_000), [10_000, 100_000, 1_000_000]);
        assert_eq!(steps(10_000, 100_000), [10_000, 100_000]);
        assert_eq!(size_for(10).weeks, 4);
        assert_eq!(size_for(1_000_000).weeks, 782);
    }

    #[test]
    fn rows_are_found_in_the_manifest() {
        let manifest = r#"{"tables":[{"table":"a","rows":1},{"table":"care_participation","rows":7}]}"#;
        assert_eq!(rows_of(manifest, "care_participation"), Some(7));
        assert_eq!(rows_of(manifest, "b"), None);
    }
}
