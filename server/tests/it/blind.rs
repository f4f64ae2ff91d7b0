//! What health knows changes nothing of what corrections see: not a word, and neither an order, a number of rows nor a number in
//! a row. Two houses are alike but for what health has written; every page, file and calendar that corrections can reach is the
//! same in both, byte for byte.

use std::collections::{BTreeMap, BTreeSet};

use app::kit::clock::Clock;
use app::kit::db::{Engine, migrations};
use app::routes::routes;
use chrono::{DateTime, Utc};

use crate::canary::{addresses, kind, mark};
use crate::harness::{Browser, TestApp, TestDatabase, on_both_engines};

/// What stays, with every word in it another: the halves of what is booked, from which the job goes on booking.
const HALVES: [&str; 6] =
    ["care_activity", "care_patient", "care_programme", "care_programme_member", "care_series", "care_session"];

/// Empties every other table of health's, past the triggers, as only a test may.
async fn forget(db: &TestDatabase, engine: Engine) {
    let tables: Vec<&str> = migrations(Engine::Sqlite)
        .into_iter()
        .flat_map(|(_, _, sql)| sql.lines())
        .filter_map(|line| line.strip_prefix("create table ")?.split([' ', '(']).next())
        .filter(|table| table.starts_with("care_") && !HALVES.contains(table))
        .collect();
    assert!(tables.len() > 20, "{tables:?}");
    let first = match engine {
        Engine::Postgres => "set session_replication_role = replica;",
        Engine::Sqlite => "pragma foreign_keys = off;",
    };
    let rest = tables.into_iter().map(|table| format!("delete from {table};")).collect::<String>();
    db.as_owner(&format!("{first}{rest}")).await.unwrap();
}

/// A page without the identifiers that were made for its forms: they begin with the moment, which is the same in both houses.
fn still(body: &str, now: DateTime<Utc>) -> String {
    let moment = format!("{:012x}", now.timestamp_millis());
    let made = format!("{}-{}-7", &moment[..8], &moment[8..]);
    let mut parts = body.split(&made);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str("made");
        text.push_str(part.get(21..).unwrap_or_default());
    }
    text
}

/// Everything that somebody can reach from the route table and from each page's own links, as it stands there.
async fn seen(browser: &Browser, now: DateTime<Utc>) -> BTreeMap<String, String> {
    let fixed = routes().1.into_iter().map(|route| route.path).filter(|path| !path.contains('{')).map(str::to_owned);
    let mut waiting: BTreeSet<String> = fixed.collect();
    waiting.extend(server::demo::FEED_TOKENS.map(|token| format!("/feeds/{token}.ics")));
    let (mut found, mut kinds) = (BTreeMap::new(), BTreeMap::new());
    while let Some(path) = waiting.pop_first() {
        let of_kind = kinds.entry(kind(&path)).or_insert(0_usize);
        *of_kind += 1;
        if found.contains_key(&path) || path.starts_with("/sign-out") || *of_kind > 8 {
            continue;
        }
        let answer = browser.get(&path).await;
        waiting.extend(addresses(&answer.body).into_iter().filter(|path| !found.contains_key(path)));
        found.insert(path, format!("{}\n{}", answer.status, still(&answer.body, now)));
    }
    found
}

on_both_engines! {
    async fn corrections_see_the_same_whatever_health_has_written(engine) {
        let now = Clock::System.now();
        let mut houses = Vec::new();
        for other in [false, true] {
            let house = TestApp::start(TestDatabase::demo(engine).await, Clock::fixed(now)).await;
            // Once it has begun: a start brings the library of activities, and with it kits, into a database that has none.
            if other {
                mark(&house.db, engine).await;
                forget(&house.db, engine).await;
            }
            houses.push(house);
        }
        for user in ["coordinator", "officer"] {
            let mut told = Vec::new();
            for house in &houses {
                told.push(seen(&house.user(user).await, now).await);
            }
            let (one, other) = (&told[0], &told[1]);
            assert!(one.len() > 100 && one.values().filter(|page| page.starts_with("200")).count() > 80, "{user} saw {} pages", one.len());
            for (path, page) in one {
                let differs = other.get(path) != Some(page);
                assert!(!differs, "{user} at {path}:\n{page}\n--- and ---\n{}", other.get(path).map_or("nothing", String::as_str));
            }
            assert_eq!(one.len(), other.len(), "{user}");
        }
    }
}
