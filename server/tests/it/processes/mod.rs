//! The program itself, as a process that can be killed, and a small prison that is written into from outside while that happens.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use app::kit::clock::Clock;
use app::kit::db::Engine;
use chrono::{TimeDelta, Timelike as _};

use crate::harness::{Browser, PASSWORD, PASSWORD_HASH, TestDatabase, uuid};

mod killed;
mod several;

/// `ergon serve` on a port of its own.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(db: &TestDatabase, settings: &[(&str, PathBuf)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ergon"));
        command.arg("serve").current_dir(db.dir.path()).env("ERGON_DATABASE_URL", &db.url);
        command.env("ERGON_KEY_FILE", db.dir.path().join("ergon.key")).env("ERGON_LISTEN", "127.0.0.1:0");
        command.envs(settings.iter().map(|(name, value)| (*name, value)));
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        let address = loop {
            line.clear();
            assert!(log.read_line(&mut line).unwrap() > 0, "the server ended before it listened");
            if let Some((_, address)) = line.split_once("listening on http://") {
                break address.trim().trim_end_matches("\u{1b}[0m").to_owned();
            }
        };
        // What it says further is read, so that it never waits for a reader.
        std::thread::spawn(move || {
            for line in log.lines().map_while(Result::ok).filter(|line| line.contains("WARN") || line.contains("ERROR"))
            {
                eprintln!("{line}");
            }
        });
        Self { child, address }
    }

    fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// SIGKILL: nothing is finished, nothing is closed.
    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}

/// Whether what signs and what seals agree with everything that is there.
fn verifies(db: &TestDatabase) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ergon"));
    command.arg("verify").env("ERGON_DATABASE_URL", &db.url).env("ERGON_KEY_FILE", db.dir.path().join("ergon.key"));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

const FACILITY: u128 = 1;
const WING: u128 = 2;
const PERSON: u128 = 100;
const SESSION: u128 = 10_000;
const MARKED: u128 = 9_000;
/// Sessions of each practitioner, five minutes each, all within the last day: signed later they would need a reason.
const SESSIONS: u128 = 230;
/// People on today's list of the wing.
const ON_LIST: u128 = 40;

/// A prison in which it is about noon, with two practitioners who have sessions to record, and a wing with people to fetch.
struct World {
    db: TestDatabase,
    engine: Engine,
    date: String,
}

impl World {
    async fn open(engine: Engine) -> Self {
        let db = TestDatabase::empty(engine).await;
        let now = Clock::System.now().with_nanosecond(0).unwrap();
        let ahead = 12 - i64::from(now.hour());
        let zone = match ahead {
            0 => "UTC".to_owned(),
            1.. => format!("Etc/GMT-{ahead}"),
            _ => format!("Etc/GMT+{}", -ahead),
        };
        let date = (now + TimeDelta::hours(ahead)).date_naive().to_string();
        let world = Self { db, engine, date };
        let at = |minutes: i64| format!("'{}'", (now + TimeDelta::minutes(minutes)).to_rfc3339());
        world.people(&zone, &at(-3000)).await;
        world.bookings(&at).await;
        world
    }

    fn id(&self, n: u128) -> String {
        match self.engine {
            Engine::Sqlite => format!("x'{}'", uuid(n).simple()),
            Engine::Postgres => format!("'{}'::uuid", uuid(n)),
        }
    }

    async fn people(&self, zone: &str, at: &str) {
        let (yes, no) = if self.engine == Engine::Sqlite { ("1", "0") } else { ("true", "false") };
        let (facility, by, wing) = (self.id(FACILITY), self.id(10), self.id(WING));
        let mut sql = format!(
            "insert into custody_facility values ({facility}, 'P', 'Old Prison', 'prison', '{zone}', 'en', {by}, {at}, 1);
             insert into custody_wing (id, facility_id, code, name) values ({wing}, {facility}, 'C', 'Wing C');"
        );
        for room in 4..=6 {
            let id = self.id(room);
            sql.push_str(&format!(
                "insert into custody_room values ({id}, {facility}, 'R{room}', 'Room {room}', 'activity', 60, {yes}, {by}, {at}, 1);"
            ));
        }
        for (n, name, side, role, wing) in [
            (10, "first", "care", "practitioner", "null"),
            (11, "second", "care", "practitioner", "null"),
            (12, "third", "care", "practitioner", "null"),
            (13, "officer", "custody", "officer", wing.as_str()),
        ] {
            let (id, grant) = (self.id(n), self.id(n + 20));
            sql.push_str(&format!(
                "insert into access_user (id, username, display_name, profession, side, language, password_hash, must_change_password, is_demo,
                   active, failed_sign_ins, created_at, version)
                 values ({id}, '{name}', 'Name of {name}', 'Therapist', '{side}', 'en', '{PASSWORD_HASH}', {no}, {no}, {yes}, 0, {at}, 1);
                 insert into access_grant (id, user_id, side, role, facility_id, wing_id, approved_at, created_at)
                 values ({grant}, {id}, '{side}', '{role}', {facility}, {wing}, {at}, {at});"
            ));
        }
        for n in 1..=ON_LIST + 4 {
            let id = self.id(PERSON + n);
            sql.push_str(&format!(
                "insert into custody_person values ({id}, {facility}, 'A-{n}', 'Family{n}', 'Given', '1990-01-01', 'male', 'sentenced', 'present',
                   {wing}, 'C2-{n}', 'sq', 'family{n}, given', {by}, {at}, 1);"
            ));
        }
        for n in 1..=4 {
            let id = self.id(PERSON + n);
            sql.push_str(&format!(
                "insert into care_patient values ({id}, {facility}, {by}, 'open', '2020-01-01', null, {by}, {at}, 1);"
            ));
        }
        self.db.as_owner(&sql).await.unwrap();
    }

    /// Two people with the first practitioner, two with the second, and forty with the third, who are fetched just now.
    async fn bookings(&self, at: &impl Fn(i64) -> String) {
        let facility = self.id(FACILITY);
        let slot = |n: u128, room: u128, by: u128, from: i64, minutes: i64, people: std::ops::RangeInclusive<u128>| {
            let (slot, room, by, from, to) = (self.id(n), self.id(room), self.id(by), at(from), at(from + minutes));
            let mut sql = format!(
                "insert into custody_slot (id, facility_id, room_id, practitioner_id, starts_at, ends_at, part, label_letter, status,
                   escort_officers, escort_mode, created_by, created_at, version)
                 values ({slot}, {facility}, {room}, {by}, {from}, {to}, 'am', 'B', 'confirmed', 2, 'in_sight', {by}, {from}, 1);"
            );
            for person in people {
                let person = self.id(PERSON + person);
                sql.push_str(&format!(
                    "insert into custody_slot_person (slot_id, person_id, facility_id, starts_at, ends_at, movement, version)
                     values ({slot}, {person}, {facility}, {from}, {to}, 'expected', 1);"
                ));
            }
            sql
        };
        let mut sql = slot(MARKED, 6, 12, -30, 60, 5..=ON_LIST + 4);
        for n in 0..SESSIONS {
            for (lead, people) in [(10, 1..=2), (11, 3..=4)] {
                let id = SESSION + n + (lead - 10) * SESSIONS;
                let from = -1260 + 5 * i64::try_from(n).unwrap();
                sql.push_str(&slot(id, lead - 6, lead, from, 5, people));
                let (id, by, at) = (self.id(id), self.id(lead), at(from));
                sql.push_str(&format!(
                    "insert into care_session (id, facility_id, mode, activity_code, lead_id, purpose, shared_narrative, created_by, created_at, version)
                     values ({id}, {facility}, 'group', 'cooking', {by}, 'Taking turns', '', {by}, {at}, 1);"
                ));
            }
        }
        self.db.as_owner(&sql).await.unwrap();
    }

    async fn number(&self, sql: &str) -> u64 {
        self.db.text(&format!("select cast(({sql}) as text)")).await.unwrap().parse().unwrap()
    }

    /// Sessions of which a part was written and a part was not.
    async fn half_written(&self) -> u64 {
        self.number(
            "select count(*) from care_session s where
               (select count(*) from care_note n where n.session_id = s.id) <> (case when s.signed_at is null then 0 else 2 end)
               or (select count(*) from care_participation r where r.session_id = s.id and r.signed_at is not null)
                 <> (case when s.signed_at is null then 0 else 2 end)
               or (s.signed_at is not null) <> (exists (select 1 from custody_slot k where k.id = s.id and k.status = 'completed'))",
        )
        .await
    }

    /// Movements that are not what the list says, or were marked more often than they are kept.
    async fn marks_that_disagree(&self) -> u64 {
        self.number(
            "select count(*) from custody_slot_person p where p.version - 1 <>
               (select count(*) from custody_movement m where m.slot_id = p.slot_id and m.person_id = p.person_id)",
        )
        .await
    }
}

/// Records and signs a session of two; whether the signature was acknowledged, or had been given before. `None` when the server went
/// away on the way.
async fn sign(browser: &Browser, session: u128) -> Option<bool> {
    let path = format!("/sessions/{}", uuid(session));
    let first = if session < SESSION + SESSIONS { 1 } else { 3 };
    let present = [first, first + 1].map(|n| format!("attendance-{}", uuid(PERSON + n)));
    let fields = [
        ("version", "1"),
        ("shared", "We made soup."),
        (&present[0], "full"),
        (&present[1], "full"),
        ("all-minutes", "5"),
        ("all-participation", "5"),
        ("all-assistance", "04"),
        ("then", "sign"),
    ];
    let recorded = browser.try_post(&path, &fields).await?;
    // What was recorded before the server went is only signed now.
    let words = crate::notes::words(&recorded);
    assert!(recorded.status != 422 || words.contains("Somebody has saved this session"), "{words}");
    let sign = format!("{path}/sign");
    let page = browser.try_get(&sign).await?;
    if page.status != 200 {
        return Some(false);
    }
    let version = crate::notes::value_of(&page.body, "version");
    let signed = browser.try_post(&sign, &[("version", &version), ("password", PASSWORD)]).await?;
    assert_eq!((signed.status.as_u16(), signed.location()), (303, path.as_str()), "{}", crate::notes::words(&signed));
    Some(true)
}

/// Marks one person, whose row has this version; whether that was acknowledged.
async fn mark(browser: &Browser, world: &World, person: u128, version: u64) -> Option<bool> {
    let row = format!("{}.{}.{version}", uuid(MARKED).simple(), uuid(PERSON + person).simple());
    let mark = if version % 2 == 1 { "unlocked" } else { "back_to_expected" };
    let path = format!("/unlock?wing={}&date={}&part=am", uuid(WING), world.date);
    let answer = browser.try_post(&path, &[("row", &row), ("mark", mark), ("reason", "")]).await?;
    Some(answer.status == 303)
}
