//! `cargo xtask bench --soak MINUTES`: thirty people at work, who think between one page and the next. Whether memory stays where
//! it was, whether anything fails, and how long the slowest of a hundred waits.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::client::Connection;
use super::process::Server;
use super::product::{self, Visit};
use super::stats::{Round, Sample, milliseconds};
use super::{Size, Target};
use crate::failure::Outcome;
use crate::shell;

const USERS: u64 = 30;
/// How often memory is looked at on the way.
const LOOKS: u32 = 10;
/// The shortest and the longest thought, in milliseconds.
const THOUGHT: (u64, u64) = (500, 4000);

/// Who works how: the pages that each role goes through in a day.
const ROLES: [(&str, &[&str]); 6] = [
    ("practitioner", &["/today", product::CASELOAD, "", "/schedule", "/activities"]),
    ("coordinator", &["/board", "/board/week", "/notices", "/changes"]),
    ("officer", &["/unlock"]),
    ("reviewer", &["/unit", product::CASELOAD, ""]),
    ("clinician", &[product::CASELOAD, ""]),
    ("head", &["/unit"]),
];

/// What all of them together have met.
#[derive(Default)]
struct Met {
    latencies: Mutex<Vec<Duration>>,
    errors: AtomicU64,
    over: AtomicBool,
}

pub fn soak(target: &Target<'_>, minutes: u32, size: Size) -> Outcome {
    for engine in target.engines() {
        let url = target.database(engine, "soak")?;
        target.fill(engine, &url, size)?;
        let server = Server::product(&target.program, &url, target.folder, "warn")?;
        println!("\n== {engine}: {USERS} users for {minutes} minutes");
        let met = Met::default();
        let memory = run(&server, minutes, &met)?;
        let mut sample = Sample::default();
        let latencies = met.latencies.into_inner().unwrap_or_else(PoisonError::into_inner);
        let pages = latencies.len();
        sample.add(Round { latencies, elapsed: Duration::from_secs(u64::from(minutes) * 60) });
        println!(
            "{pages} pages, {} errors, p50 {:.1} ms, p99 {:.1} ms",
            met.errors.load(Ordering::Relaxed),
            milliseconds(sample.percentile(50)),
            milliseconds(sample.percentile(99))
        );
        let shown: Vec<String> = memory.iter().map(|kilobytes| format!("{:.0}", *kilobytes as f64 / 1024.0)).collect();
        println!("resident memory in MB, from the start to the end: {}", shown.join(" "));
    }
    Ok(())
}

/// Lets everybody work, and looks at the server's memory from time to time.
fn run(server: &Server, minutes: u32, met: &Met) -> Outcome<Vec<u64>> {
    let mut visits = Vec::new();
    for (user, pages) in ROLES {
        let visit = product::sign_in_as(&server.address, user)?;
        let patient =
            if pages.contains(&"") { product::first_patient_of(&server.address, &visit)? } else { String::new() };
        visits.push((visit, pages, patient));
    }
    let whole = Duration::from_secs(u64::from(minutes) * 60);
    let mut memory = Vec::new();
    let begun = Instant::now();
    thread::scope(|scope| -> Outcome {
        for (number, (visit, pages, patient)) in (0..USERS).zip(visits.iter().cycle()) {
            scope.spawn(move || work(&server.address, visit, pages, patient, number, met));
        }
        let looked = (0..=LOOKS).try_for_each(|look| -> Outcome {
            while begun.elapsed() < whole * look / LOOKS {
                shell::stop_if_interrupted()?;
                thread::sleep(Duration::from_millis(200));
            }
            memory.push(server.resident_kilobytes()?);
            Ok(())
        });
        met.over.store(true, Ordering::Relaxed);
        looked
    })?;
    Ok(memory)
}

/// One user: a page, a thought, the next page.
fn work(address: &str, visit: &Visit, pages: &[&str], patient: &str, number: u64, met: &Met) {
    let mut thoughts = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut connection = None;
    for page in pages.iter().cycle() {
        if met.over.load(Ordering::Relaxed) {
            return;
        }
        let path = if page.is_empty() { patient } else { page };
        let asked = Instant::now();
        match ask(&mut connection, address, &visit.request(address, path)) {
            Ok(status) if status < 400 => {
                met.latencies.lock().unwrap_or_else(PoisonError::into_inner).push(asked.elapsed());
            }
            Ok(status) => {
                eprintln!("{path}: status {status}");
                met.errors.fetch_add(1, Ordering::Relaxed);
            }
            Err(failure) => {
                eprintln!("{path}: {failure}");
                met.errors.fetch_add(1, Ordering::Relaxed);
                connection = None;
            }
        }
        think(&mut thoughts, met);
    }
}

fn ask(held: &mut Option<Connection>, address: &str, request: &[u8]) -> Outcome<u16> {
    let mut connection = match held.take() {
        Some(connection) => connection,
        None => Connection::open(address)?,
    };
    let answer = connection.ask(request)?;
    let closes = answer.header("connection").is_some_and(|word| word.eq_ignore_ascii_case("close"));
    *held = (!closes).then_some(connection);
    Ok(answer.status)
}

/// Waits for a while that is different each time and the same in every run.
fn think(state: &mut u64, met: &Met) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    let (least, most) = THOUGHT;
    let until = Instant::now() + Duration::from_millis(least + *state % (most - least));
    while Instant::now() < until && !met.over.load(Ordering::Relaxed) {
        thread::sleep(Duration::from_millis(50));
    }
}
