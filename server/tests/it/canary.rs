//! The canary: a marker is put into every clinical text of the database; then each custody and system role visits every page
//! there is, in each language, follows every link, searches, and meets every error. No marker may show anywhere.
//!
//! The columns are found in the schema, not listed: a new text column of a care table is covered without being told.

use std::collections::{BTreeMap, BTreeSet};

use app::kit::db::{Engine, migrations};
use app::routes::routes;
use app::web::Needs;

use crate::harness::{Browser, TestApp, TestDatabase, on_both_engines};

pub const MARKER: &str = "KANARINCHEN";
const OUTSIDERS: [&str; 4] = ["coordinator", "officer", "administrator", "auditor"];

/// Text columns of care tables that hold words of people, as opposed to the codes of closed lists.
fn clinical_columns() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut table = None;
    for line in migrations(Engine::Postgres).into_iter().flat_map(|(_, _, sql)| sql.lines().map(str::trim_end)) {
        if let Some(rest) = line.strip_prefix("create table ") {
            table = rest.split([' ', '(']).next().map(str::to_owned);
        } else if line.starts_with(')') {
            table = None;
        } else if let Some(table) = table.as_ref().filter(|table| table.starts_with("care_")) {
            let words: Vec<_> = line.split_whitespace().map(|word| word.trim_end_matches(',')).collect();
            let is_key = line.contains("primary key") || line.contains("references");
            if words.get(1) == Some(&"text") && words[0] != "key_id" && !line.contains("check (") && !is_key {
                found.push((table.clone(), words[0].to_owned()));
            }
        }
    }
    found
}

/// Puts the marker before every text, past the triggers, as only a test may.
pub async fn mark(db: &TestDatabase, engine: Engine) {
    let columns = clinical_columns();
    assert!(columns.len() > 20, "{columns:?}");
    let mut sql = String::new();
    match engine {
        Engine::Postgres => sql.push_str("set session_replication_role = replica;"),
        Engine::Sqlite => {
            for (_, _, text) in migrations(Engine::Sqlite) {
                for name in text
                    .split("create trigger ")
                    .skip(1)
                    .filter_map(|rest| rest.split_whitespace().next())
                    .filter(|name| name.starts_with("care_"))
                {
                    // A migration may have made a trigger again that an earlier one made first.
                    sql.push_str(&format!("drop trigger if exists {name};"));
                }
            }
        }
    }
    for (table, column) in columns {
        // What is kept as JSON, such as a signed note, must still be readable: the marker goes before each of its words.
        let marked = format!(
            "case when {column} like '{{%' then replace({column}, '\":\"', '\":\"{MARKER} ') else '{MARKER} ' || {column} end"
        );
        sql.push_str(&format!("update {table} set {column} = {marked};"));
    }
    db.as_owner(&sql).await.unwrap();
}

/// Addresses of this server in a page: links, forms and everything they offer.
pub fn addresses(page: &str) -> BTreeSet<String> {
    ["href=\"/", "action=\"/", "src=\"/"]
        .iter()
        .flat_map(|start| page.split(start).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .map(|path| format!("/{}", path.replace("&amp;", "&").split('#').next().unwrap_or_default()))
        .chain(calendars(page))
        .filter(|path| !path.starts_with("/site/"))
        .collect()
}

/// Addresses of calendars, which are shown whole.
fn calendars(page: &str) -> impl Iterator<Item = String> {
    let found = page.split("/feeds/").skip(1).filter_map(|rest| rest.split_once(".ics"));
    found.filter(|(token, _)| !token.contains('"')).map(|(token, _)| format!("/feeds/{token}.ics"))
}

/// A path without what it is about and without its question.
pub fn kind(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let parts = path.split('/').map(|part| if part.len() >= 32 { "…" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// Where in a text something stands that must not.
pub type Marks<'a> = &'a dyn Fn(&str) -> Option<usize>;

fn marker(text: &str) -> Option<usize> {
    text.find(MARKER)
}

fn look(found: &mut Vec<String>, who: &str, path: &str, answer: &crate::harness::Answer, marks: Marks<'_>) {
    let headers = format!("{:?}", answer.headers);
    let in_body = marks(&answer.body);
    if in_body.is_some() || marks(&headers).is_some() {
        let at = in_body.unwrap_or(0);
        let around: String = answer
            .body
            .chars()
            .skip(answer.body.get(..at).map_or(0, |head| head.chars().count()).saturating_sub(80))
            .take(200)
            .collect();
        found.push(format!("{who} at {path}: …{around}…"));
    }
}

/// Visits everything that can be reached from the route table and from each page's own links.
async fn visit_all(browser: &Browser, who: &str, found: &mut Vec<String>) -> usize {
    visit_everything(browser, who, found, &marker).await
}

/// As above, for whatever marks.
pub async fn visit_everything(browser: &Browser, who: &str, found: &mut Vec<String>, marks: Marks<'_>) -> usize {
    let mut waiting: BTreeSet<String> = routes()
        .1
        .into_iter()
        .map(|route| {
            route
                .path
                .split('/')
                .map(|part| if part.starts_with('{') { "018f0000-0000-7000-8000-000000000000" } else { part })
                .collect::<Vec<_>>()
                .join("/")
        })
        .collect();
    for search in ["/users", "/access-log", "/unlock", "/board", "/import", "/patients", "/sessions/new"] {
        // Part of the marker finds it, and is not the marker when the page repeats what was searched for.
        waiting.insert(format!("{search}?q=KANARIN"));
    }
    waiting.extend(server::demo::FEED_TOKENS.map(|token| format!("/feeds/{token}.ics")));
    // A calendar of one's own, if one may have one, whose address the page shows.
    for kind in ["own", "facility"] {
        waiting.extend(addresses(&browser.post("/account/feeds", &[("kind", kind)]).await.body));
    }
    let mut seen = BTreeSet::new();
    let mut kinds = BTreeMap::new();
    while let Some(path) = waiting.pop_first() {
        // A board leads to the day before it, and that to the day before: of each kind of page some are enough.
        let of_kind = kinds.entry(kind(&path)).or_insert(0_usize);
        *of_kind += 1;
        if path.starts_with("/sign-out") || !seen.insert(path.clone()) || *of_kind > 12 {
            continue;
        }
        let answer = browser.get(&path).await;
        look(found, who, &path, &answer, marks);
        waiting.extend(addresses(&answer.body).into_iter().filter(|path| !seen.contains(path)));
    }
    for route in routes().1 {
        if route.method == reqwest::Method::POST && route.path != "/sign-out" && route.needs != Needs::Nobody {
            let path = route
                .path
                .split('/')
                .map(|part| if part.starts_with('{') { "018f0000-0000-7000-8000-000000000000" } else { part })
                .collect::<Vec<_>>()
                .join("/");
            look(found, who, &path, &browser.post(&path, &[]).await, marks);
        }
    }
    seen.len()
}

async fn leaks(app: &TestApp, users: &[&str], languages: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for user in users {
        for lang in languages {
            let browser = app.user(user).await;
            browser.post("/language", &[("lang", lang), ("back", "/")]).await;
            let visited = visit_all(&browser, &format!("{user} ({lang})"), &mut found).await;
            assert!(visited > 10, "{user} saw {visited} pages");
        }
    }
    found
}

on_both_engines! {
    async fn no_clinical_word_reaches_custody_or_system(engine) {
        let db = TestDatabase::demo(engine).await;
        mark(&db, engine).await;
        let app = TestApp::start(db, app::kit::clock::Clock::System).await;
        let found = leaks(&app, &OUTSIDERS, &["en", "sq", "sr"]).await;
        assert!(found.is_empty(), "{}", found.join("\n"));
    }

    async fn the_marker_is_there_for_those_who_may_see_it(engine) {
        let db = TestDatabase::demo(engine).await;
        mark(&db, engine).await;
        let app = TestApp::start(db, app::kit::clock::Clock::System).await;
        let practitioner = app.user("practitioner").await;
        let mut found = Vec::new();
        visit_all(&practitioner, "practitioner", &mut found).await;
        assert!(found.len() > 5, "the practitioner must meet the marker on many pages, or the canary proves nothing: {found:?}");
    }
}

/// The test of the test: a clinical word that slips into what custody is shown must make the canary sing. The leak is made on
/// purpose, by writing a plan's title where the coordinator reads a room's name.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_canary_sings_when_a_clinical_word_leaks() {
    let db = TestDatabase::demo(Engine::Sqlite).await;
    mark(&db, Engine::Sqlite).await;
    db.as_owner("update custody_room set name = (select title from care_plan limit 1)").await.unwrap();
    let app = TestApp::start(db, app::kit::clock::Clock::System).await;
    let found = leaks(&app, &["coordinator"], &["sr"]).await;
    assert!(found.iter().any(|leak| leak.contains("coordinator")), "{found:?}");
}
