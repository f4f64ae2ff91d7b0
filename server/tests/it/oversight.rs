//! Oversight as a reviewer, a practitioner and an auditor meet it: from the unit to a patient in two clicks, who opened what
//! under pseudonyms, and the verification that names what was altered.

use app::access::Gate;
use app::access::keys::InstallationKey;
use app::access::recorder::Recorder;
use app::access::seal::seal_once;
use app::kit::clock::Clock;
use app::kit::db::Engine;

use crate::harness::{TestApp, TestDatabase, on_both_engines};

async fn seal(db: &TestDatabase) {
    let pools = db.pools().await;
    let gate = Gate::new(pools.clone(), Recorder::start(pools), Clock::System);
    let key = InstallationKey::load(&db.settings().key_file).unwrap();
    while seal_once(&gate, &key).await.unwrap() > 0 {}
}

/// The addresses of a page's links that begin so.
fn links(page: &str, start: &str) -> Vec<String> {
    let quoted = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    quoted.map(|href| href.replace("&amp;", "&")).filter(|href| href.starts_with(start)).collect()
}

on_both_engines! {
    async fn from_the_unit_to_a_patients_progress_in_two_clicks(engine) {
        let app = TestApp::demo(engine).await;
        let reviewer = app.user("reviewer").await;
        let unit = reviewer.open("/").await;
        assert_eq!(unit.status, 200);
        assert!(unit.body.contains("Unit: ") && unit.body.contains("Lost to custody") && unit.body.contains("Goals by attainment"));
        let patients: Vec<String> = links(&unit.body, "/patients/").into_iter().filter(|href| href.ends_with("/progress")).collect();
        assert!(patients.len() > 3, "{patients:?}");
        let progress = reviewer.get(&patients[0]).await;
        assert_eq!(progress.status, 200);
        for needed in ["<svg", "<table", "Hours each week", "Attendance"] {
            assert!(progress.body.contains(needed), "{needed}");
        }
        let record = patients[0].trim_end_matches("/progress");
        for tab in ["plan", "notes"] {
            let path = format!("{record}/{tab}");
            assert!(links(&progress.body, &path).contains(&path), "{path}");
            assert_eq!(reviewer.get(&path).await.status, 200, "{path}");
        }
    }

    async fn the_head_sees_sums_and_no_patients_hours(engine) {
        let app = TestApp::demo(engine).await;
        let (reviewer, head) = (app.user("reviewer").await, app.user("head").await);
        let unit = head.get("/unit").await.body;
        assert!(unit.contains("Hours of the last eight weeks") && !unit.contains("Hours of each patient"));
        assert!(reviewer.get("/unit").await.body.contains("Hours of each patient"));
        let progress = links(&unit, "/patients/").into_iter().find(|href| href.ends_with("/progress")).unwrap();
        let page = head.get(&progress).await;
        assert!(page.status == 200 && !page.body.contains("Hours each week") && !page.body.contains("Attendance"));
        for closed in ["notes", "sessions"] {
            let path = progress.replace("progress", closed);
            assert!(page.body.contains(&format!("href=\"{path}\"")), "{path} is offered");
            let asked = head.get(&path).await;
            assert!(asked.status == 403 && asked.body.contains("State a reason"), "{path} asks why first");
        }
    }

    async fn the_unit_shows_numbers_and_no_names(engine) {
        let app = TestApp::demo(engine).await;
        let body = app.user("head").await.get("/unit").await.body;
        let first = links(&body, "/patients/").into_iter().find(|href| href.ends_with("/progress")).unwrap();
        let shown = body.split(&format!("{first}\"")).nth(1).and_then(|rest| rest.split('>').nth(1)).unwrap().split('<').next().unwrap().to_owned();
        let name = app.db.text(&format!("select upper(family_name) || ', ' || given_name from custody_person where prison_number = '{shown}'")).await;
        assert!(!body.contains(&name.unwrap()), "{shown}");
        let reviewed = app.user("reviewer").await.get("/unit").await.body;
        assert!(reviewed.contains(&first) && !reviewed.contains(&shown), "a reviewer sees pseudonyms in the place of numbers");
    }

    async fn another_week_and_another_order_stand_in_the_address(engine) {
        let app = TestApp::demo(engine).await;
        let reviewer = app.user("reviewer").await;
        let before = reviewer.get("/unit?week=2026-W20&sort=custody&dir=desc").await;
        assert!(before.body.contains("Week 20, ") && before.body.contains("aria-sort=\"descending\""));
        assert!(links(&before.body, "/unit?week=2026-W21").len() == 1);
        for odd in ["/unit?week=2026-W99", "/unit?sort=nothing", "/unit?page=400", "/unit?show=reviews&page=9"] {
            assert_eq!(reviewer.get(odd).await.status, 200, "{odd}");
        }
    }

    async fn a_filter_is_kept_and_opens_first(engine) {
        let app = TestApp::demo(engine).await;
        let reviewer = app.user("reviewer").await;
        let slipping = reviewer.get("/unit?show=slipping").await.body;
        assert!(slipping.contains("Patients slipping") && links(&slipping, "/patients/").len() > 1);
        let few = reviewer.get("/unit?show=slipping&reason=hours").await.body;
        assert!(few.contains("Few hours") && few.contains("h in four weeks"));
        assert!(few.len() < 60_000 && reviewer.get("/unit?show=").await.body.len() < 60_000);

        // Without a name it is refused, and what it asks for is still there.
        let typed = [("query", "show=slipping&reason=hours&week=2026-W01"), ("name", " ")];
        let refused = reviewer.post("/unit/filters", &typed).await;
        assert!(refused.status == 422 && refused.body.contains("Fill this in.") && refused.body.contains("value=\"show=slipping&amp;reason=hours\""));
        for _ in 0..2 {
            let typed = [("query", "show=slipping&reason=hours&week=2026-W01"), ("name", "Mornings")];
            assert_eq!(reviewer.post("/unit/filters", &typed).await.status, 303);
        }
        let kept = "select cast(count(*) as text) from care_saved_filter where name = 'Mornings' and query = 'show=slipping&reason=hours'";
        assert_eq!(app.db.text(kept).await.unwrap(), "1");

        let page = reviewer.get("/unit?show=").await.body;
        let mine = page.split("Mornings").nth(1).and_then(|rest| rest.split("action=\"").nth(1)).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        assert!(mine.ends_with("/default"), "{mine}");
        assert_eq!(reviewer.post(&mine, &[("on", "1")]).await.status, 303);
        assert!(reviewer.get("/unit").await.body.contains("<h1>Patients slipping"));
        assert!(reviewer.get("/unit?show=").await.body.contains("<h1>Unit: "));

        // Nobody else sees it, opens with it or takes it away.
        let head = app.user("head").await;
        assert!(!head.get("/unit").await.body.contains("Mornings"));
        let discard = mine.replace("/default", "/discard");
        assert_eq!(head.post(&discard, &[]).await.status, 303);
        assert_eq!(app.db.text(kept).await.unwrap(), "1");
        assert_eq!(app.user("practitioner").await.post("/unit/filters", &typed).await.status, 403);
        for _ in 0..2 {
            assert_eq!(reviewer.post(&discard, &[]).await.status, 303);
        }
        assert_eq!(app.db.text(kept).await.unwrap(), "0");
        assert!(reviewer.get("/unit").await.body.contains("<h1>Unit: "));
    }

    async fn one_practitioners_part_of_the_unit(engine) {
        let app = TestApp::demo(engine).await;
        let reviewer = app.user("reviewer").await;
        let unit = reviewer.get("/unit?show=").await.body;
        let lead = links(&unit, "/unit?lead=").into_iter().next().unwrap();
        let own = reviewer.get(&lead).await;
        assert_eq!(own.status, 200);
        assert!(links(&own.body, "/patients/").len() < links(&unit, "/patients/").len());
        let lead = lead.trim_start_matches("/unit?");
        for show in ["reviews", "notes", "slipping"] {
            let list = reviewer.get(&format!("/unit?show={show}&{lead}")).await;
            assert!(list.status == 200 && list.body.contains(lead), "{show}");
        }
        // The head learns of goals that do not move, never of one patient's hours.
        let head = app.user("head").await;
        let few = head.get("/unit?show=slipping&reason=hours").await;
        assert!(few.status == 200 && few.body.contains("Nobody is slipping by these rules."));
    }

    async fn a_report_tells_of_a_period_in_a_language(engine) {
        let app = TestApp::demo(engine).await;
        let reviewer = app.user("reviewer").await;
        let unit = reviewer.get("/unit?show=").await.body;
        let progress = links(&unit, "/patients/").into_iter().find(|href| href.ends_with("/progress")).unwrap();
        let page = reviewer.get(&progress).await.body;
        // Ladders, hours and attendance lie on one axis: their months stand at the same places.
        let months: Vec<Vec<&str>> = page
            .split("class=\"timeline\"")
            .skip(1)
            .map(|picture| {
                let shapes = picture.split("</svg>").next().unwrap_or_default().split('<');
                let lines = shapes.filter(|shape| shape.contains("class=\"month\""));
                lines.filter_map(|line| line.split("x1=\"").nth(1)?.split('"').next()).collect()
            })
            .collect();
        assert!(months.len() > 3 && !months[0].is_empty() && months.iter().all(|picture| *picture == months[0]), "{months:?}");
        for (lang, says) in [("sq", "Arritja e qëllimeve T, tani"), ("sr", "Postizanje ciljeva T, sada"), ("en", "Goal attainment T, now")] {
            let report = reviewer.get(&format!("{progress}/report?from=2026-09-07&to=2026-10-18&lang={lang}")).await;
            assert!(report.status == 200 && report.body.contains(says) && report.body.contains(&format!("lang=\"{lang}")), "{lang}");
        }
        for (asked, says) in [("from=2026-10-18&to=2026-09-07", "ends before it begins"), ("from=2020-01-01", "At most a year"), ("from=x", "Enter a date")] {
            let answer = reviewer.get(&format!("{progress}?{asked}")).await;
            assert!(answer.status == 422 && answer.body.contains(says), "{asked}");
        }
        let head = app.user("head").await;
        let report = head.get(&format!("{progress}/report")).await;
        assert!(report.status == 200 && !report.body.contains("Hours each week") && !report.body.contains("/sessions/"));
        assert_eq!(app.user("officer").await.get(&format!("{progress}/report")).await.status, 403);
    }

    async fn an_auditor_sees_pseudonyms_and_no_numbers(engine) {
        let app = TestApp::demo(engine).await;
        let reviewer = app.user("reviewer").await;
        let unit = reviewer.get("/unit").await.body;
        let patients: Vec<String> = links(&unit, "/patients/").into_iter().filter(|href| href.ends_with("/progress")).take(2).collect();
        for path in [&patients[0], &patients[1], &patients[0]] {
            reviewer.get(path).await;
        }
        let auditor = app.user("auditor").await;
        let log = auditor.get("/access-log?user=reviewer&permission=progress_read").await;
        assert_eq!(log.status, 200);
        let people = links(&log.body, "/access-log?user=reviewer&permission=progress_read");
        let people: Vec<String> = people.into_iter().filter(|href| href.contains("person=")).collect();
        // Latest first: the same person has the same pseudonym, another person another.
        assert!(people[0] == people[2] && people[0] != people[1], "{people:?}");
        let number = app.db.text("select substr(prison_number, 1, 4) from custody_person order by prison_number limit 1").await.unwrap();
        assert!(!log.body.contains(&number) && !log.body.contains(patients[0].trim_end_matches("/progress")));
        let own = auditor.get(&people[0]).await;
        assert_eq!(own.status, 200);
        assert!(links(&own.body, "/access-log").iter().filter(|href| href.contains("person=")).all(|href| href.contains(people[0].split("person=").nth(1).unwrap())));
    }

    async fn what_the_auditor_asks_for_must_exist(engine) {
        let app = TestApp::demo(engine).await;
        let auditor = app.user("auditor").await;
        for (path, says) in [
            ("/access-log?user=nobody", "There is no user of this name."),
            ("/access-log?person=0000-0000", "Nobody has this pseudonym."),
            ("/access-log?from=31.2.2026", "There is no such day"),
            ("/access-log?from=soon", "Enter a date"),
        ] {
            let answer = auditor.get(path).await;
            assert_eq!(answer.status, 422, "{path}");
            assert!(answer.body.contains(says), "{path}");
        }
        assert_eq!(auditor.get("/access-log?after=nonsense&outcome=denied").await.status, 200);
    }

    async fn the_log_goes_on_page_by_page(engine) {
        let app = TestApp::demo(engine).await;
        let auditor = app.user("auditor").await;
        let mut path = "/access-log?from=2020-01-01".to_owned();
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..4 {
            let page = auditor.get(&path).await;
            let numbers: Vec<String> = page.body.split("sealed, no. ").skip(1).filter_map(|rest| rest.split('<').next()).map(str::to_owned).collect();
            assert!(numbers.iter().all(|number| seen.insert(number.clone())), "a row was shown twice");
            let Some(older) = links(&page.body, "/access-log").into_iter().find(|href| href.contains("after=")) else { break };
            path = older;
        }
        assert!(seen.len() > 60, "{}", seen.len());
    }

    async fn an_auditor_verifies_and_a_changed_row_is_named(engine) {
        let app = TestApp::demo(engine).await;
        let auditor = app.user("auditor").await;
        seal(&app.db).await;
        let well = auditor.post("/verification", &[]).await;
        assert_eq!(well.status, 200);
        assert!(well.body.contains("Nothing was altered."), "{}", well.body);
        let open = match engine {
            Engine::Sqlite => "drop trigger access_entry_no_update",
            Engine::Postgres => "alter table access_entry disable trigger access_entry_no_update",
        };
        app.db.as_owner(open).await.unwrap();
        app.db.as_owner("update access_entry set reason = 'x' where id = (select entry_id from access_seal where seq = 7)").await.unwrap();
        let ill = auditor.post("/verification", &[]).await.body;
        assert!(ill.contains("1 fault in") && ill.contains("changed after it was sealed"), "{ill}");
    }

    async fn health_staff_verify_the_signed_notes(engine) {
        let app = TestApp::demo(engine).await;
        for user in ["practitioner", "reviewer", "head"] {
            let browser = app.user(user).await;
            let page = browser.get("/verification").await;
            assert!(page.status == 200 && page.body.contains("Signed notes") && !page.body.contains("Access rows"), "{user}");
            assert_eq!(browser.post("/verification", &[]).await.status, 200, "{user}");
        }
        for user in ["coordinator", "officer", "administrator"] {
            assert_eq!(app.user(user).await.get("/verification").await.status, 403, "{user}");
        }
    }
}
