//! The server is killed while sessions are signed and people are fetched: twenty times, or two hundred times with
//! `cargo xtask test --long`. Whatever was acknowledged is there, and nothing is there by half.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use app::kit::clock::random_bytes;
use app::kit::db::Engine;

use super::{MARKED, ON_LIST, PERSON, SESSION, SESSIONS, Server, World, mark, sign, verifies};
use crate::harness::{Browser, on_both_engines, uuid};

fn rounds() -> u32 {
    if std::env::var_os("ERGON_TEST_LONG").is_some() { 200 } else { 20 }
}

/// What the clients were told is done.
#[derive(Default)]
struct Told {
    signed: std::sync::Mutex<Vec<u128>>,
    marks: AtomicU64,
}

/// Signs one session after the other, from the first that is not signed.
async fn practitioner(browser: Browser, told: Arc<Told>, next: Arc<AtomicU64>, first: u128) {
    loop {
        let n = u128::from(next.load(Ordering::SeqCst));
        if n >= SESSIONS {
            return;
        }
        let session = first + n;
        match sign(&browser, session).await {
            Some(true) => {
                told.signed.lock().unwrap().push(session);
                next.fetch_add(1, Ordering::SeqCst);
            }
            // Refused: it was signed in the round before, and the answer did not come through any more.
            Some(false) => {
                next.fetch_add(1, Ordering::SeqCst);
            }
            None => return,
        }
    }
}

/// How often each person on the list was marked, as the officer knows it, and about whom the last answer did not come.
struct List {
    versions: Vec<u64>,
    unsure: Option<usize>,
}

/// Fetches people and takes it back, one after the other.
async fn officer(browser: Browser, world: Arc<World>, told: Arc<Told>, list: Arc<tokio::sync::Mutex<List>>) {
    let mut list = list.lock().await;
    if let Some(at) = list.unsure.take() {
        let (slot, person) = (world.id(MARKED), world.id(PERSON + 5 + at as u128));
        let sql = format!("select version from custody_slot_person where slot_id = {slot} and person_id = {person}");
        list.versions[at] = world.number(&sql).await;
    }
    for at in (0..list.versions.len()).cycle() {
        match mark(&browser, &world, 5 + at as u128, list.versions[at]).await {
            Some(true) => {
                told.marks.fetch_add(1, Ordering::SeqCst);
                list.versions[at] += 1;
            }
            Some(false) => panic!("a mark was refused"),
            None => {
                list.unsure = Some(at);
                return;
            }
        }
    }
}

/// Waits for some while. Every second round goes on at least until one more session is signed, however slow the machine is.
async fn wait(round: u32, told: &Told) {
    let count = || told.signed.lock().unwrap().len();
    let before = count();
    for _ in 0..100 {
        if round.is_multiple_of(2) && count() == before {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
    let random = u64::from(u16::from_be_bytes(random_bytes()));
    tokio::time::sleep(Duration::from_millis(50 + random % 600)).await;
}

on_both_engines! {
    async fn what_was_acknowledged_survives(engine) {
        let world = Arc::new(World::open(engine).await);
        let told = Arc::new(Told::default());
        let next: [Arc<AtomicU64>; 2] = Default::default();
        let list = List { versions: vec![1; usize::try_from(ON_LIST).unwrap()], unsure: None };
        let list = Arc::new(tokio::sync::Mutex::new(list));
        let mut server = Server::start(&world.db, &[]);
        let mut browsers = Vec::new();
        for name in ["first", "second", "officer"] {
            browsers.push(Browser::signed_in(&server.url(), name).await);
        }
        for round in 0..rounds() {
            if round > 0 {
                server = Server::start(&world.db, &[]);
            }
            let here: Vec<Browser> = browsers.iter().map(|browser| browser.moved_to(&server.url())).collect();
            let mut clients = vec![tokio::spawn(officer(here[2].clone(), Arc::clone(&world), Arc::clone(&told), Arc::clone(&list)))];
            for (n, next) in next.iter().enumerate() {
                let first = SESSION + n as u128 * SESSIONS;
                clients.push(tokio::spawn(practitioner(here[n].clone(), Arc::clone(&told), Arc::clone(next), first)));
            }
            wait(round, &told).await;
            server.kill();
            for client in clients {
                client.await.unwrap();
            }
            let signed = told.signed.lock().unwrap().clone();
            for session in signed {
                let there = format!("select count(*) from care_note where session_id = {}", world.id(session));
                assert_eq!(world.number(&there).await, 2, "round {round}: {} was acknowledged", uuid(session));
            }
            let kept = world.number("select count(*) from custody_movement").await;
            let acknowledged = told.marks.load(Ordering::SeqCst);
            // Each time one mark at most is written whose answer did not come through any more.
            assert!((acknowledged..=acknowledged + u64::from(round) + 1).contains(&kept), "round {round}: {acknowledged} of {kept}");
            assert_eq!(world.half_written().await, 0, "round {round}");
            assert_eq!(world.marks_that_disagree().await, 0, "round {round}");
        }
        let (signed, marks) = (told.signed.lock().unwrap().len(), told.marks.load(Ordering::SeqCst));
        assert!(signed > 0 && marks > u64::from(rounds()), "{signed} sessions and {marks} marks: nothing was tried");
        eprintln!("{engine:?}: killed {} times over {signed} signed sessions and {marks} marks", rounds());
        // The last rows are sealed by whoever serves next.
        let _server = Server::start(&world.db, &[]);
        tokio::time::sleep(Duration::from_secs(4)).await;
        verifies(&world.db);
    }
}
