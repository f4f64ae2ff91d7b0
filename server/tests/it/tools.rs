//! Tools counted out and in by two people, and calendars at secret addresses.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, TestApp, id_as_text, on_both_engines};

/// A session of today in the first facility whose kit has a sharp tool, confirmed; its id as addresses have it, and as SQL does.
struct Session {
    path: String,
    sql: String,
}

async fn session(app: &TestApp) -> Session {
    let as_text = id_as_text(app.engine, "s.id");
    // The last unsigned session of the practitioner, as if it were today's, at a time when nothing else is booked.
    let id = app
        .db
        .text(&format!(
            "select {as_text} from custody_slot s join care_session c on c.id = s.id join access_user u on u.id = s.practitioner_id
             where u.username = 'practitioner' and c.signed_at is null and s.status = 'confirmed' order by s.starts_at desc, s.id limit 1"
        ))
        .await
        .unwrap();
    let sql = if app.db.url.starts_with("sqlite") { format!("x'{id}'") } else { format!("'{id}'::uuid") };
    let midnight = app.clock.now().date_naive().and_time(chrono::NaiveTime::MIN).and_utc();
    let at = |minutes: i64| (midnight + chrono::TimeDelta::minutes(minutes)).to_rfc3339();
    app.run(&format!(
        "update custody_slot set starts_at = '{}', ends_at = '{}',
           kit_id = (select kit_id from care_activity_version where code = 'cooking' and status = 'approved') where id = {sql}",
        at(5),
        at(25)
    ))
    .await;
    let path = uuid::Uuid::parse_str(&id).unwrap().to_string();
    Session { path, sql }
}

/// The names of the number fields of a form.
fn tools(page: &str) -> Vec<String> {
    page.split("name=\"n-").skip(1).filter_map(|rest| rest.split('"').next()).map(|code| format!("n-{code}")).collect()
}

/// How many there should be, as the hint at the field says.
fn there(page: &str, field: &str) -> i32 {
    let at = page.find(&format!("id=\"{}_hint\"", field.replace('_', "-"))).unwrap();
    let digits: String = page[at..]
        .split_once('>')
        .unwrap()
        .1
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap()
}

fn second(page: &str) -> String {
    let select = page.split("name=\"second\"").nth(1).unwrap();
    select
        .split("value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .find(|value| value.len() == 36)
        .unwrap()
        .to_owned()
}

async fn count(browser: &Browser, session: &Session, change: i32) -> Answer {
    let path = format!("/slots/{}/tools", session.path);
    let page = browser.get(&path).await.body;
    let way = if page.contains("name=\"way\" value=\"out\"") { "out" } else { "in" };
    let number = page.split("name=\"number\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let mut fields = vec![
        ("way".to_owned(), way.to_owned()),
        ("number".to_owned(), number),
        ("initials".to_owned(), "ab".to_owned()),
        ("second".to_owned(), second(&page)),
        ("second-initials".to_owned(), "cd".to_owned()),
    ];
    for (n, field) in tools(&page).into_iter().enumerate() {
        let value = there(&page, &field) + if n == 0 { change } else { 0 };
        fields.push((field, value.to_string()));
    }
    let sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = browser.post(&path, &sent).await;
    // The same form once more changes nothing.
    let again = browser.post(&path, &sent).await;
    assert_eq!(answer.status, again.status, "{}", again.body);
    answer
}

async fn completes(app: &TestApp, session: &Session) -> bool {
    let sql = format!("update custody_slot set status = 'completed' where id = {}", session.sql);
    match app.db.as_owner(&sql).await {
        Ok(_) => {
            app.run(&format!("update custody_slot set status = 'confirmed' where id = {}", session.sql)).await;
            true
        }
        Err(error) => {
            assert!(error.to_string().contains("custody_slot_tools_out"), "{error}");
            false
        }
    }
}

on_both_engines! {
    async fn what_went_out_comes_back_or_is_answered_for(engine) {
        let app = TestApp::demo(engine).await;
        let session = session(&app).await;
        let officer = app.user("officer").await;
        let coordinator = app.user("coordinator").await;
        let practitioner = app.user("practitioner").await;
        let path = format!("/slots/{}/tools", session.path);
        assert!(completes(&app, &session).await, "nothing went out");

        // What is wrong stands at its field, and what was typed stays.
        let refused = officer.post(&path, &[("way", "out"), ("number", "1"), ("n-x", "7"), ("initials", "zz"), ("second", ""), ("second-initials", "1")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("value=\"zz\""), "{}", refused.body);

        assert_eq!(count(&officer, &session, 0).await.status, StatusCode::SEE_OTHER);
        assert!(!completes(&app, &session).await, "tools are out");
        let before = practitioner.get("/today").await.body;
        assert_eq!(count(&officer, &session, -1).await.status, StatusCode::SEE_OTHER);
        assert!(!completes(&app, &session).await, "one is missing");
        let page = officer.get(&path).await.body;
        assert!(page.contains("Numbers differ") && !page.contains("name=\"answer\""), "an officer counts and does not decide");
        for (browser, at) in [(&practitioner, "/today"), (&coordinator, "/board"), (&officer, "/tools")] {
            let body = browser.get(at).await.body;
            assert!(body.contains("A tool is missing"), "{at}");
        }
        assert_ne!(before, practitioner.get("/today").await.body);
        let changes = "select cast(count(*) as text) from custody_change where kind = 'tool_missing' and slot_id = ";
        assert_eq!(app.db.text(&format!("{changes}{}", session.sql)).await.unwrap(), "1");
        assert_eq!(officer.post(&format!("{path}/answer"), &[("about", "2"), ("answer", "lost")]).await.status, StatusCode::FORBIDDEN);

        // A recount that still differs, then one answer, which is given once.
        assert_eq!(count(&officer, &session, -1).await.status, StatusCode::SEE_OTHER);
        let stale = coordinator.post(&format!("{path}/answer"), &[("about", "2"), ("answer", "lost")]).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        let none = coordinator.post(&format!("{path}/answer"), &[("about", "3")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        for _ in 0..2 {
            let answered = coordinator.post(&format!("{path}/answer"), &[("about", "3"), ("answer", "broken")]).await;
            assert_eq!(answered.status, StatusCode::SEE_OTHER);
        }
        assert!(completes(&app, &session).await, "it was answered for");
        // It turned up after all.
        assert_eq!(count(&officer, &session, 0).await.status, StatusCode::SEE_OTHER);
        assert!(completes(&app, &session).await);
        assert!(coordinator.get(&path).await.body.contains("All back"));

        for table in ["custody_tool_count", "custody_tool_count_row", "custody_tool_decision"] {
            assert!(app.db.as_owner(&format!("delete from {table}")).await.is_err(), "{table}");
        }
    }

    async fn the_same_person_does_not_count_twice(engine) {
        let app = TestApp::demo(engine).await;
        let session = session(&app).await;
        let officer = app.user("officer").await;
        let path = format!("/slots/{}/tools", session.path);
        let me = {
            let as_text = if app.db.url.starts_with("sqlite") { "lower(hex(id))" } else { "cast(id as text)" };
            app.db.text(&format!("select {as_text} from access_user where username = 'officer'")).await.unwrap()
        };
        let me = uuid::Uuid::parse_str(&me).unwrap().to_string();
        let page = officer.get(&path).await.body;
        let field = tools(&page).remove(0);
        let sent = [("way", "out"), ("number", "1"), (field.as_str(), "1"), ("initials", "ab"), ("second", me.as_str()), ("second-initials", "cd")];
        let answer = officer.post(&path, &sent).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("not yourself"), "{}", answer.body);
    }

    async fn a_room_has_its_own_tools(engine) {
        let app = TestApp::demo(engine).await;
        let session = session(&app).await;
        let coordinator = app.user("coordinator").await;
        let path = format!("/slots/{}/tools", session.path);
        let page = coordinator.get(&path).await.body;
        let field = tools(&page).remove(0);
        let text = if app.db.url.starts_with("sqlite") { ("lower(hex(room_id))", "lower(hex(kit_id))") } else { ("cast(room_id as text)", "cast(kit_id as text)") };
        let of = |column: &str| format!("select {column} from custody_slot where id = {}", session.sql);
        let room = uuid::Uuid::parse_str(&app.db.text(&of(text.0)).await.unwrap()).unwrap().to_string();
        let kit = uuid::Uuid::parse_str(&app.db.text(&of(text.1)).await.unwrap()).unwrap().to_string();
        let tool = field.trim_start_matches("n-");
        let wrong = coordinator.post(&format!("/kits/{kit}/rooms"), &[("room", &room), ("tool", tool), ("count", "100")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        for (count, shown) in [("17", true), ("0", false)] {
            let saved = coordinator.post(&format!("/kits/{kit}/rooms"), &[("room", &room), ("tool", tool), ("count", count)]).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
            let page = coordinator.get(&path).await.body;
            assert_eq!(tools(&page).contains(&field), shown, "{count}");
            if shown {
                assert_eq!(there(&page, &field), 17);
            }
        }
        coordinator.post(&format!("/kits/{kit}/rooms"), &[("room", &room), ("tool", tool), ("step", "back")]).await;
        assert!(tools(&coordinator.get(&path).await.body).contains(&field));
        assert_eq!(app.user("officer").await.post(&format!("/kits/{kit}/rooms"), &[]).await.status, StatusCode::FORBIDDEN);
    }

    async fn the_register_is_read_by_two_sides_and_no_other(engine) {
        let app = TestApp::demo(engine).await;
        for user in ["coordinator", "auditor"] {
            let browser = app.user(user).await;
            let page = browser.get("/tools/register").await;
            assert_eq!(page.status, StatusCode::OK, "{user}");
            assert!(page.body.contains("Under investigation") || page.body.contains("Found"), "{user}: the demonstration has a discrepancy");
            let all = browser.get("/tools/register.csv").await;
            let differing = browser.get("/tools/register.csv?only=differing").await;
            assert!(differing.body.lines().count() < all.body.lines().count() && differing.body.lines().count() > 1, "{user}");
            let nowhere = browser.get("/tools/register?room=018f0000-0000-7000-8000-000000000000").await;
            assert!(nowhere.body.contains("No counts here"), "{user}");
            assert_eq!(browser.get("/tools/register?from=never").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        for user in ["officer", "practitioner", "administrator"] {
            assert_eq!(app.user(user).await.get("/tools/register").await.status, StatusCode::FORBIDDEN, "{user}");
        }
    }

    async fn a_calendar_opens_what_its_owner_may_see_and_nothing_once_revoked(engine) {
        let app = TestApp::demo(engine).await;
        for (user, kind) in [("practitioner", "own"), ("coordinator", "facility")] {
            let owner = app.user(user).await;
            let visitor = app.visitor();
            let address = feed(&owner.post("/account/feeds", &[("kind", kind)]).await.body);
            let fetched = visitor.get(&address).await;
            assert_eq!(fetched.status, StatusCode::OK, "{user}");
            assert_eq!(fetched.headers["content-type"], "text/calendar; charset=utf-8");
            assert!(fetched.body.contains("BEGIN:VEVENT") && fetched.body.contains("SUMMARY:Health unit"), "{}", fetched.body);
            assert!(fetched.body.split("\r\n").all(|line| line.len() <= 75));
            nobody_is_named(&app, &fetched.body).await;
            let entries = "select cast(count(*) as text) from access_entry where object = 'feed' and outcome = 'allowed' and permission <> 'own_account'";
            assert_ne!(app.db.text(entries).await.unwrap(), "0");
            assert!(!owner.get("/account/feeds").await.body.contains(">never<"), "the last fetch is shown");

            // A new address ends the old one, and revoking ends the new one.
            let renewed = feed(&owner.post("/account/feeds", &[("kind", kind)]).await.body);
            assert_eq!(visitor.get(&address).await.status, StatusCode::GONE);
            assert_eq!(visitor.get(&renewed).await.status, StatusCode::OK);
            let page = owner.get("/account/feeds").await.body;
            assert!(!page.contains(renewed.trim_start_matches("/feeds/")), "an address is shown once");
            let revoke = page.split("action=\"").filter_map(|rest| rest.split('"').next()).find(|path| path.ends_with("/revoke")).unwrap().to_owned();
            assert_eq!(app.user("officer").await.post(&revoke, &[]).await.status, StatusCode::SEE_OTHER);
            assert_eq!(visitor.get(&renewed).await.status, StatusCode::OK, "only the owner revokes");
            owner.post(&revoke, &[]).await;
            assert_eq!(visitor.get(&renewed).await.status, StatusCode::GONE);
        }
        assert_eq!(app.visitor().get("/feeds/unknown.ics").await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.visitor().get("/feeds/unknown").await.status, StatusCode::NOT_FOUND);
    }

    async fn a_calendar_ends_with_the_rights_of_its_owner(engine) {
        let app = TestApp::demo(engine).await;
        let coordinator = app.user("coordinator").await;
        for kind in ["own", "room", "nothing"] {
            let refused = coordinator.post("/account/feeds", &[("kind", kind)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
        }
        let address = feed(&coordinator.post("/account/feeds", &[("kind", "facility")]).await.body);
        let visitor = app.visitor();
        let now = app.clock.now().to_rfc3339();
        app.run(&format!("update access_grant set ended_at = '{now}' where user_id = (select id from access_user where username = 'coordinator')")).await;
        assert_eq!(visitor.get(&address).await.status, StatusCode::GONE);
        app.run("update access_grant set ended_at = null where user_id = (select id from access_user where username = 'coordinator')").await;
        assert_eq!(visitor.get(&address).await.status, StatusCode::OK);
        app.run(&format!("update access_user set active = {} where username = 'coordinator'", app.yes(false))).await;
        assert_eq!(visitor.get(&address).await.status, StatusCode::GONE);
    }
}

/// The path of the address that the page shows.
fn feed(page: &str) -> String {
    let at = page.find("/feeds/").unwrap_or_else(|| panic!("no address: {page}"));
    let ends = page[at..].find(".ics").unwrap();
    // The navigation may name the page of calendars first.
    let path = &page[at..at + ends];
    format!("{}.ics", &path[path.rfind("/feeds/").unwrap()..])
}

async fn nobody_is_named(app: &TestApp, calendar: &str) {
    for column in ["family_name", "prison_number"] {
        let names = app
            .db
            .text(&format!(
                "select {} from (select distinct {column} as n from custody_person) x",
                if app.db.url.starts_with("sqlite") { "group_concat(n, '|')" } else { "string_agg(n, '|')" }
            ))
            .await
            .unwrap();
        for name in names.split('|') {
            assert!(!calendar.contains(name), "{name}");
        }
    }
    for column in ["display_name", "username"] {
        let names = app
            .db
            .text(&format!(
                "select {} from access_user",
                if app.db.url.starts_with("sqlite") {
                    format!("group_concat({column}, '|')")
                } else {
                    format!("string_agg({column}, '|')")
                }
            ))
            .await
            .unwrap();
        for name in names.split('|') {
            assert!(!calendar.contains(name), "{name}");
        }
    }
}
