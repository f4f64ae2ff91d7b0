//! Sessions that are moved: by custody with a reason, by health, and after a question where a notice asks for it; and the week board.

use std::collections::BTreeMap;

use app::kit::clock::Clock;
use app::kit::db::Engine;
use chrono::{DateTime, Days, TimeDelta, Utc};
use reqwest::StatusCode;

use crate::harness::{Browser, PASSWORD, TestApp, TestDatabase, on_both_engines, statements_of_page, uuid};
use crate::lockdowns::{FACILITY, House, PERSON, PRACTITIONER, ROOM, SLOT, WING_C, address, declare, form};

/// What stands between two texts, each time.
fn between<'a>(body: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    body.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

/// A form that the page holds: its version and what the first suggestion fills in.
struct Form {
    path: String,
    version: String,
    places: Vec<BTreeMap<String, String>>,
}

impl Form {
    async fn open(browser: &Browser, path: &str) -> Self {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let version =
            between(&answer.body, "name=\"version\" value=\"", "\"").first().map_or(String::new(), |v| (*v).to_owned());
        let places = between(&answer.body, &format!("href=\"{path}?"), "\"")
            .into_iter()
            .map(|query| {
                let pairs =
                    query.split("&amp;").flat_map(|part| part.split('&')).filter_map(|pair| pair.split_once('='));
                pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
            })
            .collect();
        Self { path: path.to_owned(), version, places }
    }

    async fn send(&self, browser: &Browser, place: usize, reason: &str) -> crate::harness::Answer {
        let mut fields: Vec<(&str, &str)> =
            self.places[place].iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.extend([("version", self.version.as_str()), ("reason", reason)]);
        browser.post(&self.path, &fields).await
    }
}

/// Sessions of the coming week that may be moved without asking health first, as the board links to them.
async fn movable(coordinator: &Browser) -> Vec<String> {
    let date = Clock::System.now().date_naive() + Days::new(7);
    let board = coordinator.get(&format!("/board/week?date={date}")).await;
    assert_eq!(board.status, StatusCode::OK);
    let mut found = Vec::new();
    for item in between(&board.body, "data-move=\"\"", "</li>") {
        let slot = between(item, "href=\"", "\"")[0];
        let form = coordinator.get(&format!("{slot}/move")).await;
        if form.status == StatusCode::OK && !form.body.contains("health must be asked") {
            found.push(slot.to_owned());
        }
    }
    found
}

/// The session about which custody's question waits, as the page of questions links to its answer.
async fn asked(practitioner: &Browser) -> (String, String) {
    let page = practitioner.get("/move-requests").await.body;
    let form = between(&page, "action=\"/sessions/", "/move-request\"")[0].to_owned();
    (format!("/sessions/{form}/move-request"), format!("/slots/{form}"))
}

on_both_engines! {
    async fn custody_moves_a_session_with_a_reason(engine) {
        let app = TestApp::demo(engine).await;
        let coordinator = app.user("coordinator").await;
        let slots = movable(&coordinator).await;
        let path = format!("{}/move", slots[0]);
        let form = Form::open(&coordinator, &path).await;
        assert!(form.places.len() >= 2, "{:?}", form.places);

        for reason in ["", "health"] {
            let refused = form.send(&coordinator, 0, reason).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{reason}");
            assert!(refused.body.contains("Choose one of the options."), "{}", refused.body);
        }
        for _ in 0..2 {
            let moved = form.send(&coordinator, 0, "no_escort").await;
            assert_eq!((moved.status, moved.location()), (StatusCode::SEE_OTHER, slots[0].as_str()), "{}", moved.body);
        }
        let told = "select count(*) || ' ' || max(reason) from custody_change where kind = 'slot_moved' and reason = 'no_escort' and care_seen_at is null
            and slot_id in (select id from custody_slot where version > 1)";
        assert!(app.db.text(told).await.unwrap().ends_with(" no_escort"));

        // A colleague who opened the form before is told where it is now.
        let late = form.send(&coordinator, 1, "no_escort").await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.body.contains("Somebody has changed this since you opened it. It is now:"), "{}", late.body);

        // Where one session is, another cannot go; what is wrong stands at the field, and what was typed stays.
        let other = Form { path: format!("{}/move", slots[1]), ..Form::open(&coordinator, &format!("{}/move", slots[1])).await };
        let taken = Form { places: form.places.clone(), ..other };
        let refused = taken.send(&coordinator, 0, "operational").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for (field, value, expected) in [("start", "03:00", "does not fit into a part"), ("start", "late", "Write a time such as 09:30"), ("date", "2020-01-06", "This time is past")] {
            let mut wrong = taken.places[0].clone();
            wrong.insert(field.to_owned(), value.to_owned());
            let wrong = Form { places: vec![wrong], path: taken.path.clone(), version: taken.version.clone() };
            let refused = wrong.send(&coordinator, 0, "operational").await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.body.contains(expected), "{expected}: {}", refused.body);
        }
        // An officer has no such form, and neither has health.
        for user in ["officer", "practitioner"] {
            assert_eq!(app.user(user).await.get(&path).await.status, StatusCode::FORBIDDEN, "{user}");
        }
    }

    async fn health_is_asked_where_a_notice_says_so(engine) {
        let app = TestApp::demo(engine).await;
        let (coordinator, practitioner) = (app.user("coordinator").await, app.user("practitioner").await);
        let (answer, slot) = asked(&practitioner).await;
        assert!(coordinator.get(&slot).await.body.contains("Asked of health, no answer yet."));
        // One question at a time; the session stays where it is.
        let version = between(&coordinator.get(&slot).await.body, "name=\"version\" value=\"", "\"")[0].to_owned();
        let cancel = [("step", "cancel"), ("version", version.as_str()), ("reason", "lockdown")];
        assert_eq!(coordinator.post(&slot, &cancel).await.status, StatusCode::SEE_OTHER);
        assert!(coordinator.get(&slot).await.body.contains("no answer yet"));

        assert_eq!(coordinator.get("/move-requests").await.status, StatusCode::FORBIDDEN);
        for _ in 0..2 {
            let no = practitioner.post(&answer, &[("answer", "no"), ("version", "1")]).await;
            assert_eq!(no.status, StatusCode::SEE_OTHER, "{}", no.body);
        }
        let late = practitioner.post(&answer, &[("answer", "yes"), ("version", "1")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(coordinator.get(&slot).await.body.contains("Health said no."));

        // Asked anew, to cancel it: a yes does it, for custody's reason.
        assert_eq!(coordinator.post(&slot, &cancel).await.status, StatusCode::SEE_OTHER);
        let page = coordinator.get(&slot).await.body;
        assert!(page.contains("no answer yet") && !page.contains("Cancelled:"), "{page}");
        let yes = practitioner.post(&answer, &[("answer", "yes"), ("version", "1")]).await;
        assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.body);
        let page = coordinator.get(&slot).await.body;
        assert!(page.contains("Cancelled: lockdown"), "{page}");
    }

    async fn a_practitioner_moves_a_session_of_her_own(engine) {
        let app = TestApp::demo(engine).await;
        let practitioner = app.user("practitioner").await;
        let date = Clock::System.now().date_naive() + Days::new(7);
        let schedule = practitioner.get(&format!("/schedule?date={date}")).await.body;
        let mut own = None;
        for id in between(&schedule, "href=\"/sessions/", "\"").into_iter().filter(|id| id.len() == 36) {
            if practitioner.get(&format!("/sessions/{id}")).await.body.contains("/move\"") {
                own = Some(id.to_owned());
                break;
            }
        }
        let own = own.unwrap();
        let form = Form::open(&practitioner, &format!("/sessions/{own}/move")).await;
        let moved = form.send(&practitioner, 0, "").await;
        assert_eq!(moved.location(), format!("/sessions/{own}"), "{}", moved.body);
        let board = app.user("coordinator").await.get(&format!("/slots/{own}")).await.body;
        assert!(board.contains("Requested"), "{board}");
    }
}

/// The days that are suggested, each once, in their order.
fn days(values: &[&str]) -> Vec<String> {
    let mut days: Vec<String> = values.iter().filter_map(|value| value.get(..10)).map(str::to_owned).collect();
    days.dedup();
    days
}

on_both_engines! {
    async fn what_stands_still_or_is_closed_is_not_suggested(engine) {
        let house = House::open(engine).await;
        house.record_of(1).await;
        house.record_of(51).await;
        house.book(1, 24 * 60 + 120, "confirmed", &[1]).await;
        let coordinator = house.app.user("coordinator").await;
        let practitioner = house.app.user("practitioner").await;
        let (first, path) = (house.day(2), format!("/slots/{}/move", uuid(SLOT + 1)));
        let moved = async || {
            let page = coordinator.get(&format!("{path}?date={first}")).await.body;
            days(&between(&page, &format!("href=\"{path}?date="), "&"))
        };
        let asked = async |person: u128| {
            let person = uuid(PERSON + person).to_string();
            let fields = [("step", "free"), ("date", first.as_str()), ("people", person.as_str())];
            let page = practitioner.post("/sessions/new", &fields).await.body;
            days(&between(&page, "name=\"pick\" value=\"", "\""))
        };
        let free = vec![house.day(2), house.day(3)];
        assert_eq!((moved().await, asked(1).await), (free.clone(), free.clone()));

        // A wing stands still for one of the days; the other wing does not.
        let mut ask = form(&house, 1, &format!("wing:{}", uuid(WING_C)));
        ask.retain(|(name, _)| !name.contains('_'));
        for (name, text) in [("from_date", first.as_str()), ("from_time", "06:00"), ("to_date", first.as_str()), ("to_time", "22:00")] {
            ask.push((name, text.to_owned()));
        }
        assert_eq!(declare(&coordinator, &ask).await.status, StatusCode::SEE_OTHER);
        let later = vec![house.day(3), house.day(4)];
        assert_eq!((moved().await, asked(1).await, asked(51).await), (later.clone(), later.clone(), free.clone()));
        let place = [("date", first.as_str()), ("start", "09:00"), ("room", &uuid(ROOM + 600).to_string()), ("reason", "operational"), ("version", "1")];
        let refused = coordinator.post(&path, &place).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("closed at that time, or stands still"), "{}", refused.body);

        // And the house is closed on another.
        let (facility, by) = (house.app.id(FACILITY), house.app.id(PRACTITIONER));
        house.app.run(&format!(
            "insert into custody_closure (id, facility_id, kind, starts_at, ends_at, created_by, created_at, version)
             values ({}, {facility}, 'holiday', {}, {}, {by}, {}, 1)", house.app.id(77), house.at(3 * 1440 - 600), house.at(4 * 1440 - 600), house.at(0)
        )).await;
        let closed = vec![house.day(4), house.day(5)];
        assert_eq!((moved().await, asked(1).await, asked(51).await), (closed.clone(), closed, vec![house.day(2), house.day(4)]));

        // Taken back, it is free again.
        assert_eq!(coordinator.post(&format!("{}/undo", address(1)), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!((moved().await, asked(1).await), (vec![house.day(2), house.day(4)], vec![house.day(2), house.day(4)]));
    }
}

/// Forty rooms and six hundred sessions in one week, besides those of the demonstration.
async fn large(app: &TestApp, monday: DateTime<Utc>) {
    let facility = "(select facility_id from access_grant g join access_user u on u.id = g.user_id where u.username = 'coordinator')";
    let mut sql = String::new();
    for n in 1..=40_u128 {
        let (room, user) = (app.id(n), app.id(100 + n));
        let (yes, no) = (app.yes(true), app.yes(false));
        sql.push_str(&format!(
            "insert into custody_room (id, facility_id, code, name, kind, capacity, usable_by_ot, created_by, created_at, version)
             values ({room}, {facility}, 'W{n}', 'Workshop {n}', 'workshop', 10, {yes}, {room}, '2026-01-01T00:00:00Z', 1);
             insert into access_user (id, username, display_name, profession, side, language, password_hash, must_change_password, is_demo,
               active, failed_sign_ins, created_at, version)
             values ({user}, 'w{n}', 'Practitioner {n}', '', 'care', 'en', 'x', {no}, {no}, {no}, 0, '2026-01-01T00:00:00Z', 1);"
        ));
        for k in 0..15_u128 {
            let at = |hours: i64| (monday + TimeDelta::hours(hours)).to_rfc3339();
            let hours = i64::try_from((k / 3) * 24 + (k % 3) * 2).unwrap();
            let status = if k % 4 == 0 { "requested" } else { "confirmed" };
            // Real identifiers share nothing: they are what does not get smaller.
            let id = app.id(1000 + n * 0x9e37_79b9_7f4a + k * 0x0001_6a09_e667);
            sql.push_str(&format!(
                "insert into custody_slot (id, facility_id, room_id, practitioner_id, starts_at, ends_at, part, label_letter, status,
                   escort_officers, escort_mode, created_by, created_at, version)
                 values ({id}, {facility}, {room}, {user}, '{}', '{}', 'am', 'B', '{status}', 1, 'in_sight', {user}, '2026-01-01T00:00:00Z', 1);",
                at(hours),
                at(hours + 1)
            ));
        }
    }
    app.run(&sql).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_week_board_of_a_large_facility_is_small() {
    let app = TestApp::start(TestDatabase::demo(Engine::Sqlite).await, Clock::System).await;
    let coordinator = app.user("coordinator").await;
    let monday = (Clock::System.now() + TimeDelta::days(70)).date_naive().week(chrono::Weekday::Mon).first_day();
    let path = format!("/board/week?date={monday}");
    let few = statements_of_page(&coordinator, &path).await;
    large(&app, monday.and_hms_opt(8, 0, 0).unwrap().and_utc()).await;
    assert_eq!(
        statements_of_page(&coordinator, &path).await,
        few,
        "as many statements for six hundred sessions as for none"
    );

    let plain = reqwest::Client::builder()
        .cookie_store(true)
        .no_gzip()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let sign_in = plain.post(format!("{}/sign-in", app.address())).header("sec-fetch-site", "same-origin");
    sign_in.form(&[("username", "coordinator"), ("password", PASSWORD)]).send().await.unwrap();
    for encoding in ["gzip", "br"] {
        let answer =
            plain.get(format!("{}{path}", app.address())).header("accept-encoding", encoding).send().await.unwrap();
        assert_eq!(answer.headers()["content-encoding"], encoding);
        let size = answer.bytes().await.unwrap().len();
        assert!(size < 60_000, "{encoding}: {size}");
    }
    let body = coordinator.get(&path).await.body;
    assert_eq!(body.matches("<b class=\"time\">").count(), 600);
    let waiting = coordinator.get(&format!("{path}&waits=yes&practitioner={}", uuid(101))).await.body;
    assert_eq!(waiting.matches("<b class=\"time\">").count(), 4);
    assert!(waiting.contains("Without: Practitioner 1"), "{waiting}");
}
