//! Lists as files: every list of the route table, read by somebody who may, beside its page.

use app::access::policy::holders;
use app::kit::db::Engine;
use app::routes::routes;
use app::web::Needs;
use reqwest::StatusCode;

use crate::harness::{TestApp, on_both_engines};
use crate::routes::USERS;

/// Records of a CSV file, the head among them; a quoted cell may hold line ends.
fn rows(csv: &str) -> usize {
    let mut quoted = false;
    csv.chars()
        .filter(|c| {
            quoted ^= *c == '"';
            *c == '\n' && !quoted
        })
        .count()
}

/// The page of every list, with a user who holds its permission.
fn lists() -> Vec<(&'static str, &'static str)> {
    let pages = routes().1.into_iter().filter_map(|route| {
        let Needs::Permission(needs) = route.needs else { return None };
        Some((route.path.strip_suffix(".csv")?, needs))
    });
    pages
        // A report's table stands on the report; its story asks for its files.
        .filter(|(page, _)| *page != "/reports/{id}/table")
        .map(|(page, needs)| {
            let role = holders(needs).first().expect("somebody may").0;
            (page, USERS.iter().find(|(_, held)| *held == role).expect("each role has its user").0)
        })
        .collect()
}

/// The identifiers that a page links to below an address.
fn linked<'a>(page: &'a str, below: &'a str) -> impl Iterator<Item = &'a str> {
    page.split(below).filter_map(|rest| rest.get(..36).filter(|id| id.matches('-').count() == 4))
}

/// A sample with results, which the head sees of no other.
async fn closed_sample(app: &TestApp) -> String {
    let head = app.user("head").await;
    let page = head.get("/samples").await.body;
    for id in linked(&page, "/samples/") {
        if head.get(&format!("/samples/{id}")).await.body.contains(&format!("/samples/{id}/results")) {
            return id.to_owned();
        }
    }
    panic!("no sample is closed");
}

async fn look(app: &TestApp, user: &str, path: &str) {
    let browser = app.user(user).await;
    let page = browser.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{user} {path}");
    for ending in ["csv", "xlsx"] {
        assert!(page.body.contains(&format!("{path}.{ending}")), "{user} {path} leads to no {ending}");
    }
    let csv = browser.get(&format!("{path}.csv")).await;
    assert_eq!(
        (csv.status, csv.headers["content-type"].to_str().unwrap()),
        (StatusCode::OK, "text/csv; charset=utf-8"),
        "{path}"
    );
    assert!(csv.body.starts_with('\u{feff}') && csv.body.ends_with("\r\n"), "{path}");
    let columns = csv.body.lines().next().unwrap_or_default().split(',').count();
    assert!(columns > 2, "{path}: {}", csv.body.lines().next().unwrap_or_default());
    let xlsx = browser.get(&format!("{path}.xlsx")).await;
    assert_eq!(xlsx.status, StatusCode::OK, "{path}");
    // The harness reads what is in the archive.
    let (sheet, lines) = (xlsx.body.matches("<row>").count(), rows(&csv.body));
    // The access log has grown by the reading of the first file.
    assert!(sheet == lines || (path == "/access-log" && sheet > lines), "{path}: {sheet} and {lines}");
    assert!(!xlsx.body.contains("<f>"), "{path}");
    let named = xlsx.headers["content-disposition"].to_str().unwrap().to_owned();
    assert!(named.starts_with("attachment; filename=\"") && named.ends_with(".xlsx\""), "{named}");
}

on_both_engines! {
    async fn every_list_is_a_file_for_those_who_may_read_it(engine) {
        let app = TestApp::demo(engine).await;
        let caseload = app.user("practitioner").await.get("/patients").await.body;
        let patient = linked(&caseload, "/patients/").next().expect("somebody is treated");
        let sample = closed_sample(&app).await;
        for (page, user) in lists() {
            let of = if page.starts_with("/samples/") { sample.as_str() } else { patient };
            look(&app, user, &page.replace("{id}", of)).await;
        }
        for page in ["/notices", "/unlock", "/movements", "/lists", "/cautions", "/refer", "/escorts/today"] {
            look(&app, "officer", page).await;
        }
        for (user, path) in [
            ("officer", "/board.csv"),
            ("coordinator", "/patients.csv"),
            ("practitioner", "/kits.xlsx"),
            ("practitioner", "/cautions.csv"),
            ("auditor", "/users.csv"),
        ] {
            assert_eq!(app.user(user).await.get(path).await.status, StatusCode::FORBIDDEN, "{user} {path}");
        }
        let foreign = format!("/patients/{patient}/sessions.csv");
        assert_eq!(app.user("coordinator").await.get(&foreign).await.status, StatusCode::FORBIDDEN);
        assert_ne!(app.db.text("select cast(count(*) as text) from access_entry where object = 'export'").await.unwrap(), "0");
    }

    async fn a_file_holds_every_row_and_keeps_to_the_filters(engine) {
        let app = TestApp::demo(engine).await;
        let coordinator = app.user("coordinator").await;
        let (all, open) = (coordinator.get("/changes.csv?show=all").await.body, coordinator.get("/changes.csv").await.body);
        assert!(rows(&all) > rows(&open), "{} and {}", rows(&all), rows(&open));
        // Fifty rows are a page; the file has what the page counts.
        let mut long = 0;
        for (page, user) in lists().into_iter().filter(|(page, _)| !page.contains('{') && *page != "/access-log") {
            let browser = app.user(user).await;
            let counted = browser.get(page).await.body.split("1–50 of ").nth(1).and_then(|rest| {
                rest.split(|c: char| !c.is_ascii_digit()).next()?.parse::<usize>().ok()
            });
            // Two lists on one page are one file: it has at least those that are counted.
            if let Some(total) = counted {
                long += 1;
                let held = rows(&browser.get(&format!("{page}.csv")).await.body) - 1;
                assert!(held >= total, "{page}: {held} of {total}");
            }
        }
        assert!(long > 0, "some list is longer than a page");
        let pm = coordinator.get("/unlock.csv?part=pm").await.headers["content-disposition"].to_str().unwrap().to_owned();
        assert!(pm.contains("-pm.csv"), "{pm}");
        // What an officer is not told on the page does not stand in the file either.
        let officer = app.user("officer").await.get("/cautions.csv").await.body;
        let told = coordinator.get("/cautions.csv").await.body;
        assert!(told.lines().next().unwrap().ends_with(",Reason") && !officer.lines().next().unwrap().contains("Reason"), "{officer}");
        assert_eq!(app.user("officer").await.get("/unlock.csv?date=2031-01-01").await.status, StatusCode::BAD_REQUEST);
    }

    async fn a_file_goes_on_where_its_page_ends(engine) {
        let app = TestApp::demo(engine).await;
        let who = |user: &str| format!("(select id from access_user where username = '{user}')");
        let facility = "(select facility_id from access_grant where role = 'coordinator' and user_id = (select id from access_user where username = 'coordinator'))";
        let (mine, other, at) = (who("practitioner"), who("clinician"), "'2026-01-01T00:00:00Z'");
        let mut sql = String::new();
        for n in 0..230_u128 {
            let (closure, supervision, draft) = (app.id(n), app.id(1000 + n), app.id(2000 + n));
            sql.push_str(&format!(
                "insert into custody_closure (id, facility_id, kind, starts_at, ends_at, created_by, created_at, version)
                 values ({closure}, {facility}, 'other', '2041-01-01T00:00:00Z', '2041-01-01T01:00:00Z', {mine}, {at}, 1);
                 insert into care_supervision (id, user_id, supervisor_id, starts_on, ended_on, created_by, created_at)
                 values ({supervision}, {mine}, {other}, '2025-01-01', '2025-02-01', {other}, {at});
                 insert into care_note_draft (id, patient_id, facility_id, author_id, kind, format, sensitivity, occurred_at, subjective,
                   objective, assessment, plan, narrative, late_reason, created_at, updated_at, version)
                 values ({draft}, (select person_id from care_patient where facility_id = {facility} order by person_id limit 1), {facility}, {mine}, 'contact',
                   'narrative', 'normal', {at}, '', '', '', '', 'x', '', {at}, {at}, 1);"
            ));
        }
        app.run(&sql).await;
        for (user, path) in [("coordinator", "/closures"), ("head", "/supervision"), ("practitioner", "/notes/worklist")] {
            let browser = app.user(user).await;
            let page = browser.get(path).await.body.matches("<tr").count();
            let file = rows(&browser.get(&format!("{path}.csv")).await.body);
            assert!(file > 230 && page < 230 + 40, "{path}: {page} rows on the page and {file} in the file");
        }
    }

    async fn a_cell_is_never_a_formula(engine) {
        let app = TestApp::demo(engine).await;
        app.run("update access_user set display_name = '=HYPERLINK(\"http://x\";\"y\")' where username = 'officer'").await;
        let administrator = app.user("administrator").await;
        let csv = administrator.get("/users.csv?q=officer").await.body;
        assert!(csv.contains("\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\""), "{csv}");
        let xlsx = administrator.get("/users.xlsx?q=officer").await.body;
        assert!(xlsx.contains("<t xml:space=\"preserve\">=HYPERLINK("), "{xlsx}");
    }
}
