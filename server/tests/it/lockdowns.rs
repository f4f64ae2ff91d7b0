//! Everything of a wing or of the house cancelled at once: what is touched and what is not, the way back, and that nobody books
//! into it meanwhile.

use app::kit::clock::Clock;
use app::kit::db::Engine;
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, PASSWORD_HASH, TestApp, TestDatabase, on_both_engines, uuid};

pub const FACILITY: u128 = 1;
pub const WING_C: u128 = 2;
const WING_D: u128 = 3;
pub const ROOM: u128 = 4;
pub const PRACTITIONER: u128 = 10;
/// Person n lives in wing C; above 50, in wing D, which is in the building called North.
pub const PERSON: u128 = 100;
pub const SLOT: u128 = 1000;
const LOCKDOWN: u128 = 5000;

/// A house with two wings, today at seven, UTC.
pub struct House {
    pub app: TestApp,
    pub now: DateTime<Utc>,
}

impl House {
    pub async fn open(engine: Engine) -> Self {
        let now = Clock::System.now().date_naive().and_hms_opt(7, 0, 0).unwrap().and_utc();
        let house = Self { app: TestApp::start(TestDatabase::empty(engine).await, Clock::fixed(now)).await, now };
        house.build().await;
        house
    }

    pub fn at(&self, minutes: i64) -> String {
        format!("'{}'", (self.now + TimeDelta::minutes(minutes)).to_rfc3339())
    }

    /// The day so many days from now.
    pub fn day(&self, days: i64) -> String {
        (self.now + TimeDelta::days(days)).date_naive().to_string()
    }

    async fn build(&self) {
        let (facility, by, at) = (self.app.id(FACILITY), self.app.id(PRACTITIONER), self.at(-9000));
        let mut sql = format!(
            "insert into custody_facility (id, code, name, kind, time_zone, language, created_by, created_at, version)
             values ({facility}, 'P', 'Old Prison', 'prison', 'Europe/Belgrade', 'en', {by}, {at}, 1);
             insert into custody_wing (id, facility_id, code, name, building)
             values ({}, {facility}, 'C', 'Wing C', 'South'), ({}, {facility}, 'D', 'Wing D', 'North');",
            self.app.id(WING_C),
            self.app.id(WING_D)
        );
        for room in 0..10 {
            sql.push_str(&format!(
                "insert into custody_room (id, facility_id, code, name, kind, capacity, usable_by_ot, created_by, created_at, version)
                 values ({}, {facility}, 'R{room}', 'Room {room}', 'activity', 20, {}, {by}, {at}, 1);",
                self.app.id(ROOM + 600 + room),
                self.app.yes(true)
            ));
        }
        for weekday in 1..=7 {
            for (part, from, to) in [("am", 480, 705), ("pm", 780, 990), ("eve", 1050, 1170)] {
                sql.push_str(&format!(
                    "insert into custody_regime (facility_id, weekday, part, start_minute, end_minute)
                     values ({facility}, {weekday}, '{part}', {from}, {to});"
                ));
            }
        }
        let staff = (20..30).map(|n| (n, format!("practitioner{n}"), "care", "practitioner"));
        let people = [
            (PRACTITIONER, "practitioner".to_owned(), "care", "practitioner"),
            (11, "coordinator".to_owned(), "custody", "coordinator"),
            (12, "officer".to_owned(), "custody", "officer"),
        ];
        for (n, name, side, role) in people.into_iter().chain(staff) {
            let (id, grant) = (self.app.id(n), self.app.id(n + 40));
            let (yes, no) = (self.app.yes(true), self.app.yes(false));
            sql.push_str(&format!(
                "insert into access_user (id, username, display_name, profession, side, language, password_hash, must_change_password, is_demo,
                   active, failed_sign_ins, created_at, version)
                 values ({id}, '{name}', 'Name of {name}', '', '{side}', 'en', '{PASSWORD_HASH}', {no}, {no}, {yes}, 0, {at}, 1);
                 insert into access_grant (id, user_id, side, role, facility_id, wing_id, approved_at, created_at)
                 values ({grant}, {id}, '{side}', '{role}', {facility}, null, {at}, {at});"
            ));
        }
        for n in (1..=20).chain(51..=60) {
            let (id, wing) = (self.app.id(PERSON + n), self.app.id(if n > 50 { WING_D } else { WING_C }));
            sql.push_str(&format!(
                "insert into custody_person (id, facility_id, prison_number, family_name, given_name, birth_date, sex, legal_status, presence,
                   wing_id, cell, language, sort_name, created_by, created_at, version)
                 values ({id}, {facility}, 'A-{n}', 'Family{n}', 'Given', '1990-01-01', 'male', 'sentenced', 'present',
                   {wing}, 'C2-{n}', 'sq', 'family{n}, given', {by}, {at}, 1);"
            ));
        }
        self.app.run(&sql).await;
    }

    /// A session of an hour: its number gives its room and its practitioner, minutes count from now.
    pub fn booking(&self, n: u128, minutes: i64, status: &str, people: &[u128]) -> String {
        let (slot, facility) = (self.app.id(SLOT + n), self.app.id(FACILITY));
        let (from, to, at) = (self.at(minutes), self.at(minutes + 60), self.at(-3000));
        let practitioner = self.app.id(20 + n % 10);
        let mut sql = format!(
            "insert into custody_slot (id, facility_id, room_id, practitioner_id, starts_at, ends_at, part, label_letter, status,
               escort_officers, escort_mode, created_by, created_at, version)
             values ({slot}, {facility}, {}, {practitioner}, {from}, {to}, 'am', 'B', '{status}', 2, 'in_sight', {practitioner}, {at}, 1);",
            self.app.id(ROOM + 600 + n % 10)
        );
        for person in people {
            sql.push_str(&format!(
                "insert into custody_slot_person (slot_id, person_id, facility_id, starts_at, ends_at, movement, version)
                 values ({slot}, {}, {facility}, {from}, {to}, 'expected', 1);",
                self.app.id(PERSON + person)
            ));
        }
        sql
    }

    /// Opens the record of one of them.
    pub async fn record_of(&self, person: u128) {
        let (patient, facility, by, at) =
            (self.app.id(PERSON + person), self.app.id(FACILITY), self.app.id(PRACTITIONER), self.at(-3000));
        let sql = format!(
            "insert into care_patient (person_id, facility_id, lead_id, status, opened_on, closed_on, created_by, created_at, version)
             values ({patient}, {facility}, {by}, 'open', '{}', null, {by}, {at}, 1);",
            self.day(-10)
        );
        self.app.run(&sql).await;
    }

    pub async fn book(&self, n: u128, minutes: i64, status: &str, people: &[u128]) {
        self.app.run(&self.booking(n, minutes, status, people)).await;
    }

    pub async fn text(&self, sql: &str) -> String {
        self.app.db.text(sql).await.unwrap_or_default()
    }

    async fn slot(&self, n: u128) -> String {
        let id = self.app.id(SLOT + n);
        self.text(&format!("select status || ' ' || coalesce(cancel_side || ' ' || cancel_reason, '-') from custody_slot where id = {id}")).await
    }

    async fn movement(&self, n: u128, person: u128) -> String {
        self.text(&format!(
            "select movement || ' ' || coalesce(custody_reason, '-') from custody_slot_person where slot_id = {} and person_id = {}",
            self.app.id(SLOT + n),
            self.app.id(PERSON + person)
        ))
        .await
    }

    async fn marked(&self, n: u128, person: u128, movement: &str) {
        self.app
            .run(&format!(
                "update custody_slot_person set movement = '{movement}', custody_reason = null, version = version + 1 where slot_id = {} and person_id = {}",
                self.app.id(SLOT + n),
                self.app.id(PERSON + person)
            ))
            .await;
    }

    async fn changes(&self, kind: &str) -> String {
        self.text(&format!("select '' || count(*) from custody_change where kind = '{kind}' and reason = 'lockdown'"))
            .await
    }
}

pub fn address(n: u128) -> String {
    format!("/lockdowns/{}", uuid(LOCKDOWN + n))
}

/// Today from eight until noon, by the clock of the place.
pub fn form(house: &House, n: u128, area: &str) -> Vec<(&'static str, String)> {
    let today = house.day(0);
    let texts = [
        ("area", area),
        ("from_date", today.as_str()),
        ("from_time", "08:00"),
        ("to_date", today.as_str()),
        ("to_time", "12:00"),
        ("reason", "lockdown"),
    ];
    texts
        .map(|(name, text)| (name, text.to_owned()))
        .into_iter()
        .chain([("id", uuid(LOCKDOWN + n).to_string())])
        .collect()
}

pub async fn declare(browser: &Browser, form: &[(&str, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, text)| (*name, text.as_str())).collect();
    browser.post("/lockdowns/new", &fields).await
}

on_both_engines! {
    async fn a_facility_stands_still_and_moves_again(engine) {
        let house = House::open(engine).await;
        house.book(1, 60, "confirmed", &[1, 51]).await;
        house.book(2, 120, "requested", &[2]).await;
        // Under way: two are there, one is not.
        house.book(3, -10, "confirmed", &[3, 4, 5]).await;
        house.marked(3, 3, "arrived").await;
        house.marked(3, 4, "arrived").await;
        // After its end.
        house.book(4, 300, "confirmed", &[6]).await;
        let coordinator = house.app.user("coordinator").await;
        let look = coordinator.get(&format!("/lockdowns/new?area=facility&from_date={0}&from_time=08:00&to_date={0}&to_time=12:00&reason=lockdown", house.day(0))).await;
        assert_eq!(look.status, StatusCode::OK, "{}", look.body);
        assert!(look.body.contains("2 sessions are cancelled, 1 goes on with fewer people; 4 people are not brought."), "{}", look.body);
        assert_eq!(house.slot(1).await, "confirmed -", "looking changes nothing");

        let answer = declare(&coordinator, &form(&house, 1, "facility")).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, address(1).as_str()), "{}", answer.body);
        // The second click makes no second one.
        assert_eq!(declare(&coordinator, &form(&house, 1, "facility")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.slot(1).await, "cancelled custody lockdown");
        assert_eq!(house.slot(2).await, "declined custody lockdown");
        assert_eq!(house.slot(3).await, "confirmed -");
        assert_eq!((house.movement(3, 3).await, house.movement(3, 5).await), ("arrived -".to_owned(), "not_brought lockdown".to_owned()));
        assert_eq!(house.slot(4).await, "confirmed -");
        assert_eq!(house.changes("slot_cancelled").await, "2");
        // Of a session that goes on health hears who does not come, each by name.
        assert_eq!(house.changes("kept_back").await, "1");
        let told = coordinator.get("/changes").await.body;
        assert!(told.contains("Not brought to a session that goes on: lockdown") && told.contains("A-5"), "{told}");
        let refused = house.app.db.as_owner(&house.booking(5, 90, "requested", &[7])).await.unwrap_err().to_string();
        assert!(refused.contains("custody_lockdown_holds"), "{refused}");
        // What really took place is recorded all the same.
        house.book(6, 100, "completed", &[8]).await;

        let answer = coordinator.post(&format!("{}/undo", address(1)), &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        assert_eq!(house.slot(1).await, "confirmed -");
        assert_eq!(house.slot(2).await, "requested -");
        assert_eq!(house.movement(3, 5).await, "expected -");
        assert_eq!(house.changes("slot_restored").await, "2");
        assert_eq!(house.changes("comes_again").await, "1");
        let page = coordinator.get(&address(1)).await.body;
        assert!(page.contains("everything is as it was before") && !page.contains("undo\""), "{page}");
        house.book(5, 90, "requested", &[7]).await;
        let list = coordinator.get("/lockdowns").await.body;
        assert!(list.contains("2 sessions cancelled, 1 person not brought elsewhere") && list.contains("taken back"), "{list}");
    }

    async fn a_wing_stands_still_and_others_go_on(engine) {
        let house = House::open(engine).await;
        house.book(1, 60, "confirmed", &[1, 2]).await;
        house.book(2, 130, "confirmed", &[51, 3]).await;
        house.book(3, 60, "confirmed", &[52]).await;
        let coordinator = house.app.user("coordinator").await;
        assert_eq!(declare(&coordinator, &form(&house, 1, "building:South")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.slot(1).await, "cancelled custody lockdown");
        assert_eq!(house.slot(2).await, "confirmed -");
        assert_eq!((house.movement(2, 51).await, house.movement(2, 3).await), ("expected -".to_owned(), "not_brought lockdown".to_owned()));
        assert_eq!(house.slot(3).await, "confirmed -");
        assert!(house.app.db.as_owner(&house.booking(4, 90, "requested", &[4])).await.is_err());
        house.book(5, 90, "requested", &[53]).await;
        // Since then an officer has put one mark right.
        house.marked(2, 3, "expected").await;
        let answer = coordinator.post(&format!("{}/undo", address(1)), &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let page = coordinator.get(&address(1)).await.body;
        assert!(page.contains("1 session could not be as it was") && page.contains("changed since"), "{page}");
        assert_eq!(house.slot(1).await, "confirmed -");
    }

    async fn what_was_booked_meanwhile_stays(engine) {
        let house = House::open(engine).await;
        house.book(1, 60, "confirmed", &[1]).await;
        house.book(2, 60, "confirmed", &[2]).await;
        let coordinator = house.app.user("coordinator").await;
        let wing = format!("wing:{}", uuid(WING_C));
        assert_eq!(declare(&coordinator, &form(&house, 1, &wing)).await.status, StatusCode::SEE_OTHER);
        // The room of the first goes to somebody of the other wing.
        house.book(11, 70, "confirmed", &[51]).await;
        assert_eq!(coordinator.post(&format!("{}/undo", address(1)), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.slot(1).await, "cancelled custody lockdown");
        assert_eq!(house.slot(2).await, "confirmed -");
        assert_eq!(house.slot(11).await, "confirmed -");
        let page = coordinator.get(&address(1)).await.body;
        assert!(page.contains("booked elsewhere since"), "{page}");
    }

    async fn an_hour_later_it_stays(engine) {
        let house = House::open(engine).await;
        house.book(1, 60, "confirmed", &[1]).await;
        let coordinator = house.app.user("coordinator").await;
        declare(&coordinator, &form(&house, 1, "facility")).await;
        house.app.clock.set(house.now + TimeDelta::minutes(61));
        let coordinator = house.app.user("coordinator").await;
        let answer = coordinator.post(&format!("{}/undo", address(1)), &[]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("can no longer be taken back"), "{}", answer.body);
        assert_eq!(house.slot(1).await, "cancelled custody lockdown");
    }

    async fn the_first_who_arrives_begins_the_session(engine) {
        let house = House::open(engine).await;
        house.book(1, 60, "confirmed", &[1, 2]).await;
        let officer = house.app.user("officer").await;
        let list = format!("/unlock?wing={}&date={}&part=am", uuid(WING_C), house.day(0));
        let mark = async |person: u128, version: i32, mark: &str| {
            let row = format!("{}.{}.{version}", uuid(SLOT + 1).simple(), uuid(PERSON + person).simple());
            let answer = officer.post(&list, &[("row", &row), ("mark", mark)]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{mark}: {}", answer.body);
        };
        mark(1, 1, "unlocked").await;
        assert_eq!(house.slot(1).await, "confirmed -");
        mark(1, 2, "arrived").await;
        mark(2, 1, "arrived").await;
        assert_eq!(house.slot(1).await, "in_progress -");
        mark(1, 3, "back_to_unlocked").await;
        assert_eq!(house.slot(1).await, "in_progress -");
        mark(2, 2, "back_to_unlocked").await;
        assert_eq!(house.slot(1).await, "confirmed -");
        mark(2, 3, "arrived").await;
        mark(2, 4, "returned").await;
        assert_eq!(house.slot(1).await, "in_progress -");
    }

    async fn forms_that_say_nothing_possible_are_refused(engine) {
        let house = House::open(engine).await;
        let coordinator = house.app.user("coordinator").await;
        for (name, text, says) in [
            ("to_time", "07:00", "The end must be after the beginning."),
            ("to_date", house.day(30).as_str(), "Choose at most 14 days."),
            ("from_date", house.day(-4).as_str(), "This day is closed"),
            ("from_time", "eight", "class=\"error\""),
            ("reason", "health", "class=\"error\""),
            ("area", "moon", "class=\"error\""),
        ] {
            let mut sent = form(&house, 1, "facility");
            for field in &mut sent {
                if field.0 == name {
                    text.clone_into(&mut field.1);
                }
            }
            let answer = declare(&coordinator, &sent).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(answer.body.contains(says), "{name}: {}", answer.body);
        }
        let unknown = declare(&coordinator, &form(&house, 1, &format!("wing:{}", uuid(99)))).await;
        assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
        for name in ["officer", "practitioner"] {
            let browser = house.app.user(name).await;
            assert_eq!(declare(&browser, &form(&house, 1, "facility")).await.status, StatusCode::FORBIDDEN, "{name}");
            assert_eq!(browser.get("/lockdowns").await.status, StatusCode::FORBIDDEN, "{name}");
        }
        assert_eq!(house.text("select '' || count(*) from custody_lockdown").await, "0");
    }

    async fn hours_of_a_lockdown_are_lost_to_custody(engine) {
        let house = House::open(engine).await;
        house.record_of(5).await;
        house.book(1, 60, "confirmed", &[5]).await;
        house.book(2, 400, "confirmed", &[5, 51]).await;
        let coordinator = house.app.user("coordinator").await;
        assert_eq!(declare(&coordinator, &form(&house, 1, "facility")).await.status, StatusCode::SEE_OTHER);
        // The afternoon of one wing: the session goes on without him.
        let wing = format!("wing:{}", uuid(WING_C));
        let mut afternoon = form(&house, 2, &wing);
        for (name, text) in [("from_time", "13:00"), ("to_time", "17:00")] {
            afternoon.retain(|field| field.0 != name);
            afternoon.push((name, text.to_owned()));
        }
        assert_eq!(declare(&coordinator, &afternoon).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.movement(2, 5).await, "not_brought lockdown");
        let told = house.app.user("practitioner").await.get("/schedule/changes").await.body;
        assert!(told.contains("Not brought to a session that goes on: lockdown") && told.contains("A-5"), "{told}");

        house.app.clock.set(house.now + TimeDelta::hours(14));
        let progress = house.app.user("practitioner").await.get(&format!("/patients/{}/progress", uuid(PERSON + 5))).await;
        assert_eq!(progress.status, StatusCode::OK, "{}", progress.body);
        assert!(progress.body.contains("lost to custody 2.0 h"), "{}", progress.body);
    }
}
