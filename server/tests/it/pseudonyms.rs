//! Reviewers read records under pseudonyms: a marker is put into the name, number, cell and birth of everybody, and a reviewer who has
//! stated no reason visits every page, list, file and error in each language. No marker may show anywhere, and nor may the names
//! and numbers that stood there before and have been written into documents.

use std::collections::BTreeSet;

use app::kit::clock::Clock;
use app::kit::db::{Engine, migrations};
use reqwest::StatusCode;

use crate::canary::{MARKER, visit_everything};
use crate::harness::{Answer, Browser, TestApp, TestDatabase, on_both_engines, sql_id, uuid};

/// The birthday that everybody is given, as the languages write its year.
const BORN: &str = "1911-11-11";
const YEAR: &str = "1911";

/// Every value of an expression over a table, apart from the shortest, which are part of other words.
async fn values(db: &TestDatabase, engine: Engine, (what, table): (&str, &str)) -> BTreeSet<String> {
    let all = match engine {
        Engine::Sqlite => format!("select group_concat({what}, '|') from {table}"),
        Engine::Postgres => format!("select string_agg({what}, '|') from {table}"),
    };
    db.text(&all).await.unwrap().split('|').filter(|value| value.chars().count() > 4).map(str::to_owned).collect()
}

/// What must not be shown beside the year of birth: the marker, and what people were called before, unless somebody of the staff is called the same.
async fn mark(db: &TestDatabase, engine: Engine) -> Vec<String> {
    let mut held = vec![MARKER.to_owned()];
    held.extend(values(db, engine, ("prison_number", "custody_person")).await);
    let staff = values(db, engine, ("display_name", "access_user")).await;
    let names = values(db, engine, ("family_name || '/' || given_name", "custody_person")).await;
    for (family, given) in names.iter().filter_map(|name| name.split_once('/')) {
        held.push(format!("{}, {given}", family.to_uppercase()));
        held.extend(Some(format!("{given} {family}")).filter(|name| !staff.contains(name)));
    }
    let mut sql = String::new();
    match engine {
        Engine::Postgres => sql.push_str("set session_replication_role = replica;"),
        Engine::Sqlite => {
            let names = migrations(Engine::Sqlite).into_iter().flat_map(|(_, _, text)| {
                text.split("create trigger ")
                    .skip(1)
                    .filter_map(|rest| rest.split_whitespace().next().map(str::to_owned))
                    .collect::<Vec<_>>()
            });
            for name in names.filter(|name| name.starts_with("care_note") || name.starts_with("custody_person")) {
                sql.push_str(&format!("drop trigger if exists {name};"));
            }
        }
    }
    sql.push_str(&format!(
        "update custody_person set family_name = '{MARKER} ' || family_name, given_name = '{MARKER} ' || given_name,
           prison_number = '{MARKER} ' || prison_number, cell = '{MARKER} ' || cell, birth_date = '{BORN}',
           sort_name = 'kanarinchen ' || sort_name;
         update care_note set payload = replace(replace(replace(payload, '\"family_name\":\"', '\"family_name\":\"{MARKER} '),
           '\"given_name\":\"', '\"given_name\":\"{MARKER} '), '\"number\":\"', '\"number\":\"{MARKER} ');"
    ));
    db.as_owner(&sql).await.unwrap();
    held
}

/// Whether what stands at `at` is part of an identifier, a token or a checksum: longer runs of letters and digits than any date,
/// which hold every four digits sooner or later.
fn in_identifier(text: &str, at: usize) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let before = text[..at].chars().rev().take_while(|&c| part(c)).count();
    let after = text[at..].chars().take_while(|&c| part(c)).count();
    before + after >= "018f0000-0000-7000-8000-000000000000".len()
}

/// Where the first of the words, or the year of birth, stands.
fn first_of(words: &[String], text: &str) -> Option<usize> {
    let year = text.match_indices(YEAR).map(|(at, _)| at).find(|&at| !in_identifier(text, at));
    words.iter().filter_map(|word| text.find(word.as_str())).chain(year).min()
}

async fn leaks(app: &TestApp, user: &str, held: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for lang in ["en", "sq", "sr"] {
        let browser = app.user(user).await;
        browser.post("/language", &[("lang", lang), ("back", "/")]).await;
        let who = format!("{user} ({lang})");
        let visited = visit_everything(&browser, &who, &mut found, &|text| first_of(held, text)).await;
        assert!(visited > 100, "{who} saw {visited} pages");
    }
    found
}

async fn marked(engine: Engine) -> (TestApp, Vec<String>) {
    let db = TestDatabase::demo(engine).await;
    let held = mark(&db, engine).await;
    (TestApp::start(db, Clock::System).await, held)
}

/// Patients as a list links to them.
fn patients(page: &str) -> Vec<String> {
    let ids = page.split("href=\"/patients/").skip(1).filter_map(|rest| rest.split(['"', '/', '?']).next());
    let mut ids: Vec<String> = ids.filter(|id| id.len() == 36).map(str::to_owned).collect();
    ids.dedup();
    ids
}

/// The text of the first heading.
fn heading(page: &str) -> &str {
    page.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next()).unwrap_or_default()
}

async fn state_a_reason(user: &Browser, patient: &str, n: u128) -> Answer {
    let (id, back) = (uuid(n).to_string(), format!("/patients/{patient}"));
    let form = [
        ("opening", id.as_str()),
        ("kind", "reason"),
        ("category", "complaint"),
        ("words", "Complaint of the family about the kitchen group"),
        ("back", &back),
    ];
    user.post(&format!("/patients/{patient}/opening"), &form).await
}

on_both_engines! {
    async fn no_name_reaches_a_reviewer(engine) {
        let (app, held) = marked(engine).await;
        let found = leaks(&app, "reviewer", &held).await;
        assert!(found.is_empty(), "{}", found.join("\n"));
    }

    async fn those_who_treat_and_the_head_keep_names(engine) {
        let (app, _) = marked(engine).await;
        for name in ["practitioner", "clinician", "head"] {
            let user = app.user(name).await;
            let list = user.get("/patients").await.body;
            assert!(list.contains(MARKER), "{name}");
            let one = patients(&list).remove(0);
            let page = user.get(&format!("/patients/{one}")).await.body;
            assert!(heading(&page).contains(MARKER) && page.contains(YEAR), "{name}: {page}");
            assert!(patients(&user.get("/patients?q=kanarin").await.body).contains(&one), "{name}");
        }
    }

    async fn a_reason_shows_the_name_of_one_patient_for_a_while(engine) {
        let (app, _) = marked(engine).await;
        let reviewer = app.user("reviewer").await;
        let list = reviewer.get("/patients").await.body;
        let ids = patients(&list);
        let (one, other) = (ids[0].clone(), ids[1].clone());
        let path = |rest: &str| format!("/patients/{one}{rest}");
        let page = reviewer.get(&path("")).await.body;
        assert!(page.contains(&format!("{}?kind=reason", path("/opening"))), "{page}");

        for rest in ["/fhir.json", "/copy"] {
            let closed = reviewer.get(&path(rest)).await;
            assert_eq!(closed.status, StatusCode::FORBIDDEN, "{rest}");
            assert!(closed.body.contains(&path("/opening")), "{rest} opens to whoever says why");
        }
        assert_eq!(state_a_reason(&reviewer, &one, 1).await.location(), path(""));
        let shown = reviewer.get(&path("")).await.body;
        assert!(heading(&shown).contains(MARKER) && shown.contains(YEAR), "{shown}");
        assert!(shown.contains("/openings/end"), "the banner says until when");
        for rest in ["/plan", "/notes", "/sessions", "/progress", "/fhir.json", "/copy"] {
            assert!(reviewer.get(&path(rest)).await.body.contains(MARKER), "{rest}");
        }
        let others = reviewer.get(&format!("/patients/{other}")).await.body;
        assert!(!others.contains(MARKER) && others.contains("/openings/end"), "{others}");
        let row = app.db.text("select cast(count(*) as text) from access_entry where user_name = 'reviewer' and permission = 'record_open' and outcome = 'allowed'").await;
        assert_eq!(row.as_deref(), Some("1"));

        assert_eq!(reviewer.post("/openings/end", &[]).await.status, StatusCode::SEE_OTHER);
        let closed = reviewer.get(&path("")).await.body;
        assert!(!closed.contains(MARKER) && !closed.contains("/openings/end"), "{closed}");

        state_a_reason(&reviewer, &one, 2).await;
        app.run(&format!("update access_opening set opened_at = '2026-01-01T00:00:00Z', until_at = '2026-01-01T03:00:00Z' where person_id = {}", sql_id(engine, &one))).await;
        assert!(!reviewer.get(&path("")).await.body.contains(MARKER), "three hours later it has closed");
    }

    async fn a_reviewer_searches_by_pseudonym(engine) {
        let (app, _) = marked(engine).await;
        let reviewer = app.user("reviewer").await;
        let list = reviewer.get("/patients").await.body;
        let one = patients(&list).remove(0);
        let page = reviewer.get(&format!("/patients/{one}")).await.body;
        let pseudonym = heading(&page).to_owned();
        assert_eq!(pseudonym.len(), 9, "{pseudonym}");
        assert!(list.contains(&pseudonym), "the same in lists and on pages");
        assert_eq!(heading(&reviewer.get(&format!("/patients/{one}")).await.body), pseudonym, "and the same again");
        for typed in [pseudonym.clone(), pseudonym.to_lowercase().replace('-', ""), pseudonym[..6].to_owned()] {
            let found = patients(&reviewer.get(&format!("/patients?q={typed}")).await.body);
            assert_eq!(found, [one.as_str()], "{typed}");
            assert!(reviewer.get(&format!("/patients.csv?q={typed}")).await.body.contains(&pseudonym), "{typed}");
        }
        for typed in ["kanarin", "KANARINCHEN", "a-100"] {
            assert!(patients(&reviewer.get(&format!("/patients?q={typed}")).await.body).is_empty(), "{typed}");
        }
        // The order of names, numbers and cells would say whose a pseudonym is.
        let orders = ["name", "number", "housing"].map(|order| format!("/patients?sort={order}&dir=desc"));
        for path in orders {
            assert_eq!(patients(&reviewer.get(&path).await.body), patients(&list), "{path}");
        }
        let log = app.user("auditor").await.get("/access-log").await.body;
        assert!(!log.contains(&pseudonym), "the auditor's pseudonyms are others");
    }
}

/// The test of the test: a name that slips into what a reviewer is shown must be found.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_that_leaks_is_found() {
    let db = TestDatabase::demo(Engine::Sqlite).await;
    let held = mark(&db, Engine::Sqlite).await;
    db.as_owner("update custody_room set name = (select family_name from custody_person limit 1)").await.unwrap();
    let app = TestApp::start(db, Clock::System).await;
    assert!(!leaks(&app, "reviewer", &held).await.is_empty());
}

#[test]
fn a_year_is_found_in_a_date_and_not_in_an_identifier() {
    for (text, at) in [
        ("born 1911-11-11", Some(5)),
        ("<td>11. 11. 1911.</td>", Some(12)),
        ("{\"birthDate\":\"1911-11-11\"}", Some(14)),
        ("born1911", Some(4)),
        ("value=\"01a20873-e18e-7a5a-835f-1911788c8183\"", None),
        ("/patients/01a20873-1911-7a5a-835f-0011788c8183/plan", None),
        ("01a20873-1911-7a5a-835f-0011788c8183 1911", Some(37)),
    ] {
        assert_eq!(first_of(&[], text), at, "{text}");
    }
}
