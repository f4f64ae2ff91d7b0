//! Custody's day, from the request on the board to the person brought back: decided by the coordinator, marked by officers,
//! on a small prison made for each story.

use app::kit::clock::Clock;
use app::kit::db::Engine;
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::StatusCode;

use crate::harness::{Browser, PASSWORD_HASH, TestApp, TestDatabase, on_both_engines, statements_of_page, uuid};

pub const FACILITY: u128 = 1;
pub const WING_C: u128 = 2;
pub const WING_D: u128 = 3;
pub const KITCHEN: u128 = 4;
pub const CELL: u128 = 5;
pub const STORE: u128 = 6;
const PRACTITIONER: u128 = 10;
/// Person n has this id plus n, lives in wing C and has the number `A-n`; above 50, in wing D.
pub const PERSON: u128 = 100;
pub const SLOT: u128 = 1000;

/// A running server on a prison with two wings, three rooms and its regime. It is seven in the morning, UTC.
pub struct Prison {
    pub app: TestApp,
    pub now: DateTime<Utc>,
}

/// One booking: number, room, hours from now, state, people.
pub struct Booking<'a>(pub u128, pub u128, pub i64, pub &'a str, pub &'a [u128]);

impl Prison {
    pub async fn open(engine: Engine) -> Self {
        let now = Clock::System.now().date_naive().and_hms_opt(7, 0, 0).unwrap().and_utc();
        let app = TestApp::start(TestDatabase::empty(engine).await, Clock::fixed(now)).await;
        let prison = Self { app, now };
        prison.build().await;
        prison
    }

    pub fn at(&self, hours: i64) -> String {
        format!("'{}'", (self.now + TimeDelta::hours(hours)).to_rfc3339())
    }

    async fn build(&self) {
        let (facility, by, at) = (self.app.id(FACILITY), self.app.id(PRACTITIONER), self.at(-48));
        let mut sql = format!(
            "insert into custody_facility values ({facility}, 'P', 'Old Prison', 'prison', 'Europe/Belgrade', 'en', {by}, {at}, 1);
             insert into custody_wing (id, facility_id, code, name) values ({}, {facility}, 'C', 'Wing C'), ({}, {facility}, 'D', 'Wing D');",
            self.app.id(WING_C),
            self.app.id(WING_D)
        );
        for (room, name, kind, usable) in [
            (KITCHEN, "Kitchen", "kitchen", true),
            (CELL, "Cell 4", "cell", false),
            (STORE, "Store", "workshop", false),
        ] {
            let (room, usable) = (self.app.id(room), self.app.yes(usable));
            sql.push_str(&format!("insert into custody_room values ({room}, {facility}, '{name}', '{name}', '{kind}', 60, {usable}, {by}, {at}, 1);"));
        }
        for weekday in 1..=7 {
            for (part, from, to) in [("am", 480, 705), ("pm", 780, 990), ("eve", 1050, 1170)] {
                sql.push_str(&format!(
                    "insert into custody_regime values ({facility}, {weekday}, '{part}', {from}, {to});"
                ));
            }
        }
        for (n, name, side, role, wing) in [
            (PRACTITIONER, "practitioner", "care", "practitioner", None),
            (11, "coordinator", "custody", "coordinator", None),
            (12, "officer", "custody", "officer", Some(WING_C)),
        ] {
            let (id, grant) = (self.app.id(n), self.app.id(n + 20));
            let (yes, no) = (self.app.yes(true), self.app.yes(false));
            let wing = wing.map_or("null".to_owned(), |wing| self.app.id(wing));
            sql.push_str(&format!(
                "insert into access_user (id, username, display_name, profession, side, language, password_hash, must_change_password, is_demo,
                   active, failed_sign_ins, created_at, version)
                 values ({id}, '{name}', 'Name of {name}', '', '{side}', 'en', '{PASSWORD_HASH}', {no}, {no}, {yes}, 0, {at}, 1);
                 insert into access_grant (id, user_id, side, role, facility_id, wing_id, approved_at, created_at)
                 values ({grant}, {id}, '{side}', '{role}', {facility}, {wing}, {at}, {at});"
            ));
        }
        for n in (1..=40).chain(51..=55) {
            let (id, wing) = (self.app.id(PERSON + n), self.app.id(if n > 50 { WING_D } else { WING_C }));
            sql.push_str(&format!(
                "insert into custody_person values ({id}, {facility}, 'A-{n}', 'Family{n}', 'Given', '1990-01-01', 'male', 'sentenced', 'present',
                   {wing}, 'C2-{n}', 'sq', 'family{n}, given', {by}, {at}, 1);"
            ));
        }
        self.app.run(&sql).await;
    }

    pub async fn book(&self, Booking(n, room, hours, status, people): Booking<'_>) {
        let (slot, facility, practitioner) = (self.app.id(SLOT + n), self.app.id(FACILITY), self.app.id(PRACTITIONER));
        let (from, to, at) = (self.at(hours), self.at(hours + 1), self.at(-24));
        let (side, reason) = if status == "cancelled" { ("'custody'", "'lockdown'") } else { ("null", "null") };
        let mut sql = format!(
            "insert into custody_slot (id, facility_id, room_id, practitioner_id, starts_at, ends_at, part, label_letter, status, cancel_side,
               cancel_reason, escort_officers, escort_mode, created_by, created_at, version)
             values ({slot}, {facility}, {}, {practitioner}, {from}, {to}, 'am', 'B', '{status}', {side}, {reason},
               2, 'in_sight', {practitioner}, {at}, 1);",
            self.app.id(room)
        );
        for person in people {
            let person = self.app.id(PERSON + person);
            sql.push_str(&format!("insert into custody_slot_person (slot_id, person_id, facility_id, starts_at, ends_at, movement, custody_reason, moved_at, version) values ({slot}, {person}, {facility}, {from}, {to}, 'expected', null, null, 1);"));
        }
        self.app.run(&sql).await;
    }

    pub async fn text(&self, sql: &str) -> String {
        self.app.db.text(sql).await.unwrap_or_default()
    }

    async fn slot(&self, n: u128) -> String {
        let sql = format!(
            "select status || ' ' || escort_officers || ' ' || escort_mode || ' ' || coalesce(cancel_side || ' ' || cancel_reason, '-')
             from custody_slot where id = {}",
            self.app.id(SLOT + n)
        );
        self.text(&sql).await
    }

    /// The person's state in a slot, and how many movements are kept of it.
    pub async fn movement(&self, n: u128, person: u128) -> String {
        let (slot, person) = (self.app.id(SLOT + n), self.app.id(PERSON + person));
        let sql = format!(
            "select movement || ' ' || coalesce(custody_reason, '-') || ' ' || version || ' '
               || (select count(*) from custody_movement m where m.slot_id = sp.slot_id and m.person_id = sp.person_id)
             from custody_slot_person sp where slot_id = {slot} and person_id = {person}"
        );
        self.text(&sql).await
    }

    pub fn list(&self, wing: u128, days: i64) -> String {
        let date = (self.now + TimeDelta::days(days)).date_naive();
        format!("/unlock?wing={}&date={date}&part=am", uuid(wing))
    }

    pub fn row(n: u128, person: u128, version: i32) -> String {
        format!("{}.{}.{version}", uuid(SLOT + n).simple(), uuid(PERSON + person).simple())
    }

    pub async fn mark(&self, browser: &Browser, row: &str, mark: &str, reason: &str) -> crate::harness::Answer {
        browser.post(&self.list(WING_C, 0), &[("row", row), ("mark", mark), ("reason", reason)]).await
    }
}

fn address(n: u128) -> String {
    format!("/slots/{}", uuid(SLOT + n))
}

on_both_engines! {
    async fn a_request_is_confirmed_from_the_board_and_cancelled_on_its_page(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, 1, "requested", &[1, 2])).await;
        let coordinator = prison.app.user("coordinator").await;
        let board = coordinator.get("/board").await.body;
        for expected in ["1 request to confirm.", "Health unit – B", "2 people", "2 officers, in sight", "Name of practitioner", "AM 0", "Confirm"] {
            assert!(board.contains(expected), "{expected}: {board}");
        }
        assert!(!board.contains("Store"), "a room without sessions that OT does not use is not on the board");

        let back = format!("/board?date={}", prison.now.date_naive());
        let confirm = [("step", "confirm"), ("version", "1"), ("back", back.as_str())];
        for _ in 0..2 {
            let answer = coordinator.post(&address(1), &confirm).await;
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, back.as_str()));
            assert_eq!(prison.slot(1).await, "confirmed 2 in_sight -");
        }

        // A page from before the confirmation can no longer decline.
        let late = coordinator.post(&address(1), &[("step", "decline"), ("version", "1"), ("reason", "security")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.body.contains("It is now: Confirmed"), "{}", late.body);

        let wrong = coordinator.post(&address(1), &[("step", "escort"), ("version", "2"), ("officers", "0"), ("mode", "in_room")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        coordinator.post(&address(1), &[("step", "escort"), ("version", "2"), ("officers", "3"), ("mode", "in_room")]).await;
        assert_eq!(prison.slot(1).await, "confirmed 3 in_room -");

        let cancelled = coordinator.post(&address(1), &[("step", "cancel"), ("version", "3"), ("reason", "lockdown")]).await;
        assert_eq!(cancelled.location(), address(1));
        assert_eq!(prison.slot(1).await, "cancelled 3 in_room custody lockdown");
        assert_eq!(prison.movement(1, 1).await, "expected - 1 0");
        // The room, the practitioner and the people are free again.
        prison.book(Booking(2, KITCHEN, 1, "requested", &[1, 2])).await;
        let board = coordinator.get("/board?rooms=used").await.body;
        assert!(board.contains("Cancelled: lockdown") && board.contains("<s>"), "{board}");
    }

    async fn a_decline_asks_for_a_reason_of_custody(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, 1, "requested", &[1])).await;
        prison.book(Booking(2, KITCHEN, -50, "requested", &[1])).await;
        let coordinator = prison.app.user("coordinator").await;
        for reason in ["", "health", "because"] {
            let answer = coordinator.post(&address(1), &[("step", "decline"), ("version", "1"), ("reason", reason)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{reason}");
            assert!(answer.body.contains("Choose one of the options."), "{}", answer.body);
        }
        assert_eq!(coordinator.post(&address(1), &[("step", "hold"), ("version", "1")]).await.status, StatusCode::BAD_REQUEST);
        coordinator.post(&address(1), &[("step", "decline"), ("version", "1"), ("reason", "clash")]).await;
        assert_eq!(prison.slot(1).await, "declined 2 in_sight custody clash");
        let past = coordinator.post(&address(2), &[("step", "confirm"), ("version", "1")]).await;
        assert!(past.body.contains("This day is closed"), "{}", past.body);
        assert_eq!(prison.slot(2).await, "requested 2 in_sight -");
    }

    async fn an_officer_marks_the_people_of_the_own_wing(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, 1, "confirmed", &[1, 2, 51])).await;
        prison.book(Booking(2, CELL, 3, "in_progress", &[3])).await;
        prison.book(Booking(3, KITCHEN, 2, "requested", &[4])).await;
        prison.book(Booking(4, KITCHEN, 3, "cancelled", &[5])).await;
        let officer = prison.app.user("officer").await;
        let home = officer.open("/").await;
        assert!(home.body.contains("Unlock list, Wing C, "), "{}", home.body);
        let list = officer.get(&prison.list(WING_C, 0)).await.body;
        for expected in ["3 people to unlock, 2 leaving the wing, 1 staying", "FAMILY1, Given", "A-3", "Cancelled: lockdown", "2 officers, in sight"] {
            assert!(list.contains(expected), "{expected}: {list}");
        }
        for unexpected in ["FAMILY4", "FAMILY51", "Name of practitioner"] {
            assert!(!list.contains(unexpected), "{unexpected}");
        }

        // Tapped twice, it is said once.
        for _ in 0..2 {
            let answer = prison.mark(&officer, &Prison::row(1, 1, 1), "unlocked", "").await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
            assert!(answer.location().starts_with(&format!("{}#p", prison.list(WING_C, 0))), "{}", answer.location());
            assert_eq!(prison.movement(1, 1).await, "unlocked - 2 1");
        }
        // Another officer's page is older than that.
        let stale = prison.mark(&officer, &Prison::row(1, 1, 1), "not_brought", "visit").await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(stale.body.contains("FAMILY1, Given: somebody has marked this since. It now says: Unlocked 0"), "{}", stale.body);

        prison.mark(&officer, &Prison::row(1, 1, 2), "arrived", "").await;
        prison.mark(&officer, &Prison::row(1, 1, 3), "returned", "").await;
        assert_eq!(prison.movement(1, 1).await, "returned - 4 3");
        prison.mark(&officer, &Prison::row(1, 1, 4), "back_to_arrived", "").await;
        assert_eq!(prison.movement(1, 1).await, "arrived - 5 4");

        let without = prison.mark(&officer, &Prison::row(1, 2, 1), "not_brought", "").await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(without.body.contains("Choose a reason for FAMILY2, Given.") && without.body.contains("<details open"), "{}", without.body);
        prison.mark(&officer, &Prison::row(1, 2, 1), "not_brought", "court").await;
        assert_eq!(prison.movement(1, 2).await, "not_brought court 2 1");

        // Nobody goes to what was cancelled, was never confirmed, or is another wing's.
        for (slot, person, status) in [(4, 5, StatusCode::UNPROCESSABLE_ENTITY), (3, 4, StatusCode::UNPROCESSABLE_ENTITY), (1, 51, StatusCode::FORBIDDEN)] {
            let answer = prison.mark(&officer, &Prison::row(slot, person, 1), "unlocked", "").await;
            assert_eq!(answer.status, status, "{slot} {person}");
            assert_eq!(prison.movement(slot, person).await, "expected - 1 0");
        }
        assert_eq!(prison.mark(&officer, "x", "unlocked", "").await.status, StatusCode::BAD_REQUEST);
        assert_eq!(prison.mark(&officer, &Prison::row(9, 1, 1), "unlocked", "").await.status, StatusCode::NOT_FOUND);
    }

    async fn marks_follow_one_another_though_the_clock_is_set_back(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, 1, "confirmed", &[1])).await;
        let officer = prison.app.user("officer").await;
        prison.mark(&officer, &Prison::row(1, 1, 1), "unlocked", "").await;
        prison.app.clock.set(prison.now - TimeDelta::minutes(20));
        let answer = prison.mark(&officer, &Prison::row(1, 1, 2), "arrived", "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        assert_eq!(prison.movement(1, 1).await, "arrived - 3 2");
        // What was seen before the clock went back is old all the same.
        let stale = prison.mark(&officer, &Prison::row(1, 1, 1), "not_brought", "visit").await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(prison.movement(1, 1).await, "arrived - 3 2");
    }

    async fn a_long_list_asks_for_reasons_in_one_row_at_a_time(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, 1, "confirmed", &(1..=40).collect::<Vec<_>>())).await;
        let officer = prison.app.user("officer").await;
        let list = officer.get(&prison.list(WING_C, 0)).await.body;
        assert_eq!(list.matches("type=\"radio\"").count(), 13, "once, for all rows");
        assert!(list.len() < 80_000, "{}", list.len());
        let link = list.split("href=\"").filter_map(|rest| rest.split('"').next()).find(|href| href.contains("&amp;ask=")).unwrap();
        let (path, anchor) = link.split_once('#').unwrap();
        let path = path.replace("&amp;", "&");
        let asking = officer.get(&path).await.body;
        assert_eq!(asking.matches("value=\"lockdown\"").count(), 2);
        let row = asking.split("<details open").nth(1).unwrap().split("value=\"").nth(1).unwrap().split('"').next().unwrap();
        let answer = officer.post(&path, &[("row", row), ("mark", "not_brought"), ("reason", "work")]).await;
        assert_eq!(answer.location(), format!("{}#{anchor}", prison.list(WING_C, 0)));
    }

    async fn officers_see_their_wings_today_and_tomorrow(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, 25, "confirmed", &[1])).await;
        prison.book(Booking(2, KITCHEN, -20, "confirmed", &[1])).await;
        let (officer, coordinator) = (prison.app.user("officer").await, prison.app.user("coordinator").await);
        for (wing, days, to_officer, to_coordinator) in [
            (WING_C, 0, 200, 200),
            (WING_C, 1, 200, 200),
            (WING_C, 2, 422, 200),
            (WING_C, -1, 422, 200),
            (WING_D, 0, 403, 200),
            (77, 0, 403, 404),
        ] {
            let path = prison.list(wing, days);
            assert_eq!(officer.get(&path).await.status, to_officer, "{path}");
            assert_eq!(coordinator.get(&path).await.status, to_coordinator, "{path}");
        }
        // Tomorrow's list is there to be printed; marks wait for the day.
        let tomorrow = officer.get(&prison.list(WING_C, 1)).await.body;
        assert!(tomorrow.contains("FAMILY1, Given") && !tomorrow.contains("name=\"mark\""), "{tomorrow}");
        let early = prison.mark(&officer, &Prison::row(1, 1, 1), "unlocked", "").await;
        assert!(early.body.contains("this can be marked on the day itself"), "{}", early.body);
        assert_eq!(prison.movement(1, 1).await, "expected - 1 0");
        // What came back from the wing late is written down for a week; what was marked may be changed on the day of the mark.
        prison.mark(&coordinator, &Prison::row(2, 1, 1), "arrived", "").await;
        assert_eq!(prison.movement(2, 1).await, "arrived - 2 1");
        prison.app.clock.set(prison.now + TimeDelta::days(1));
        prison.mark(&prison.app.user("coordinator").await, &Prison::row(2, 1, 2), "returned", "").await;
        assert_eq!(prison.movement(2, 1).await, "arrived - 2 1");
    }

    async fn cautions_stand_where_they_matter_and_reasons_nowhere(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, 1, "confirmed", &[1])).await;
        prison.book(Booking(2, CELL, 5, "requested", &[])).await;
        let (facility, by, at) = (prison.app.id(FACILITY), prison.app.id(PRACTITIONER), prison.at(-48));
        let pair = |n: u128, a: u128, b: u128, ends: &str| {
            format!("({}, {facility}, {}, {}, '2020-01-01', {ends}, 'SECRET', {by}, {at}, 1)", prison.app.id(n), prison.app.id(PERSON + a), prison.app.id(PERSON + b))
        };
        prison
            .app
            .run(&format!(
                "insert into custody_alert (id, person_id, facility_id, kind, starts_on, ends_on, reason, created_by, created_at, version)
                 values ({}, {}, {facility}, 'escape_list', '2020-01-01', null, 'SECRET', {by}, {at}, 1);
                 insert into custody_keep_apart (id, facility_id, person_a, person_b, starts_on, ends_on, reason, created_by, created_at, version) values {}, {}, {};",
                prison.app.id(60),
                prison.app.id(PERSON + 1),
                pair(61, 1, 52, "null"),
                pair(62, 53, 1, "null"),
                pair(63, 1, 54, "'2020-02-01'")
            ))
            .await;
        let (officer, coordinator) = (prison.app.user("officer").await, prison.app.user("coordinator").await);
        // Nobody of the pair but one is called: there is nobody to keep him apart from on the way.
        let list = officer.get(&prison.list(WING_C, 0)).await.body;
        assert!(list.contains("Escape list") && !list.contains("Keep apart:"), "{list}");
        // The page of the slot says whom never to add.
        let page = coordinator.get(&address(1)).await.body;
        assert!(page.contains("Keep apart: A-52, A-53") && !page.contains("A-54") && !page.contains("SECRET"), "{page}");
        prison.book(Booking(3, STORE, 3, "confirmed", &[53])).await;
        let list = officer.get(&prison.list(WING_C, 0)).await.body;
        assert!(list.contains("Keep apart: A-53") && !list.contains("A-52") && !list.contains("SECRET"), "{list}");
    }

    async fn a_longer_day_asks_no_more_statements(engine) {
        let prison = Prison::open(engine).await;
        let coordinator = prison.app.user("coordinator").await;
        prison.book(Booking(1, KITCHEN, 1, "confirmed", &[1])).await;
        let paths = ["/board".to_owned(), prison.list(WING_C, 0), address(1)];
        let few = counts(&coordinator, &paths).await;
        prison.book(Booking(2, CELL, 3, "confirmed", &(2..=39).collect::<Vec<_>>())).await;
        prison.app.run(&format!("insert into custody_slot_person (slot_id, person_id, facility_id, starts_at, ends_at, movement, custody_reason, moved_at, version) select slot_id, {}, facility_id, starts_at, ends_at, movement, custody_reason, moved_at, version from custody_slot_person where slot_id = {}", prison.app.id(PERSON + 40), prison.app.id(SLOT + 1))).await;
        assert_eq!(few, counts(&coordinator, &paths).await);
    }
}

pub async fn counts(browser: &Browser, paths: &[String]) -> Vec<u64> {
    let mut found = Vec::new();
    for path in paths {
        found.push(statements_of_page(browser, path).await);
    }
    found
}
