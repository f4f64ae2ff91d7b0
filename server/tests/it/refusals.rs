//! What the database refuses to book, on either engine: many who want the same, closures, rooms that are too small, people who are
//! kept apart, and health's notices; and what may be set aside, by whom and why.

use app::kit::db::{DbError, Engine, Refusal};
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::StatusCode;
use tokio::task::JoinSet;

use crate::harness::{Answer, Browser, PASSWORD_HASH, on_both_engines, run_as_owner, uuid};
use crate::sessions::{FACILITY, KITCHEN, PERSON, PRACTITIONER, STUDIO, Unit};

const COORDINATOR: u128 = 13;
/// How many want the same at once.
const RACERS: u128 = 12;

impl Unit {
    fn at(&self, hour: i64) -> DateTime<Utc> {
        self.now + TimeDelta::days(1) + TimeDelta::hours(hour - 7)
    }

    /// A booking as SQL of the owner, whom nothing but the database itself stops.
    fn booking(&self, slot: u128, room: u128, practitioner: u128, person: u128, minutes: (i64, i64)) -> String {
        let id = |n| self.app.id(n);
        let [from, to] = [minutes.0, minutes.1].map(|n| (self.at(0) + TimeDelta::minutes(n)).to_rfc3339());
        format!(
            "insert into custody_slot (id, facility_id, room_id, practitioner_id, starts_at, ends_at, part, label_letter, status, escort_officers,
               escort_mode, created_by, created_at, version)
             values ({0}, {1}, {2}, {3}, '{from}', '{to}', 'am', 'A', 'requested', 0, 'none', {3}, '{from}', 1);
             insert into custody_slot_person (slot_id, person_id, facility_id, starts_at, ends_at, movement, version)
             values ({0}, {4}, {1}, '{from}', '{to}', 'expected', 1);",
            id(slot),
            id(FACILITY),
            id(room),
            id(practitioner),
            id(person)
        )
    }

    async fn book(&self, engine: Engine, booking: String) -> Result<u64, Option<Refusal>> {
        book(engine, self.app.db.url.clone(), booking).await
    }

    /// Rooms, practitioners and people in numbers.
    async fn crowd(&self) {
        let (facility, by) = (self.app.id(FACILITY), self.app.id(PRACTITIONER));
        let (yes, no, at) = (self.app.yes(true), self.app.yes(false), self.now.to_rfc3339());
        let mut sql = String::new();
        for n in 0..RACERS {
            let (room, user, person) = (self.app.id(1000 + n), self.app.id(2000 + n), self.app.id(3000 + n));
            sql.push_str(&format!(
                "insert into custody_room values ({room}, {facility}, 'R{n}', 'Room {n}', 'activity', 8, {yes}, {by}, '{at}', 1);
                 insert into access_user (id, username, display_name, profession, side, language, password_hash, must_change_password, is_demo,
                   active, failed_sign_ins, created_at, version)
                 values ({user}, 'user-{n}', 'User', '', 'care', 'en', '', {no}, {no}, {yes}, 0, '{at}', 1);
                 insert into custody_person values ({person}, {facility}, 'B-{n}', 'Family', 'Given', '1990-01-01', 'male', 'sentenced', 'present',
                   null, '1', 'sq', 'family, given', {by}, '{at}', 1);"
            ));
        }
        self.app.run(&sql).await;
    }

    async fn keep_apart(&self, a: u128, b: u128) {
        let id = |n| self.app.id(n);
        let (from, at) = (self.now.date_naive(), self.now.to_rfc3339());
        let pair = format!(
            "insert into custody_keep_apart (id, facility_id, person_a, person_b, starts_on, reason, created_by, created_at, version)
             values ({}, {}, {}, {}, '{from}', 'an old quarrel', {}, '{at}', 1);",
            id(600),
            id(FACILITY),
            id(a),
            id(b),
            id(PRACTITIONER)
        );
        self.app.run(&pair).await;
    }

    async fn notice(&self, person: u128, kind: &str, number: &str, class: &str) {
        let id = |n| self.app.id(n);
        let (from, to) = (self.now.date_naive(), self.at(30 * 24).date_naive());
        let sql = format!(
            "insert into custody_notice (id, facility_id, person_id, kind, number, tool_class, starts_on, expires_on, sharing_agreed, created_at, version)
             values ({}, {}, {}, '{kind}', {number}, {class}, '{from}', '{to}', {}, '{}', 1);",
            id(700 + u128::try_from(kind.len()).unwrap()),
            id(FACILITY),
            id(person),
            self.app.yes(true),
            (self.now - TimeDelta::days(1)).to_rfc3339()
        );
        self.app.run(&sql).await;
    }

    async fn close(&self, n: u128, room: Option<u128>, hours: (i64, i64)) {
        let sql = format!(
            "insert into custody_closure (id, facility_id, room_id, kind, starts_at, ends_at, created_by, created_at, version)
             values ({}, {}, {}, 'repairs', '{}', '{}', {}, '{}', 1);",
            self.app.id(n),
            self.app.id(FACILITY),
            room.map_or("null".to_owned(), |room| self.app.id(room)),
            self.at(hours.0).to_rfc3339(),
            self.at(hours.1).to_rfc3339(),
            self.app.id(PRACTITIONER),
            self.now.to_rfc3339()
        );
        self.app.run(&sql).await;
    }

    /// A coordinator of the facility who can sign in.
    pub async fn coordinator(&self) -> Browser {
        let (id, at) = (self.app.id(COORDINATOR), self.now.to_rfc3339());
        let (yes, no) = (self.app.yes(true), self.app.yes(false));
        let sql = format!(
            "insert into access_user (id, username, display_name, profession, side, language, password_hash, must_change_password, is_demo, active,
               failed_sign_ins, created_at, version)
             values ({id}, 'coordinator', 'Name of coordinator', '', 'custody', 'en', '{PASSWORD_HASH}', {no}, {no}, {yes}, 0, '{at}', 1);
             insert into access_grant (id, user_id, side, role, facility_id, wing_id, approved_at, created_at)
             values ({}, {id}, 'custody', 'coordinator', {}, null, '{at}', '{at}');",
            self.app.id(40),
            self.app.id(FACILITY)
        );
        self.app.run(&sql).await;
        self.app.user("coordinator").await
    }

    async fn ask(&self, browser: &Browser, fields: &[(String, String)]) -> Answer {
        send(browser, fields).await
    }
}

pub async fn send(browser: &Browser, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post("/sessions/new", &fields).await
}

pub fn with(mut fields: Vec<(String, String)>, name: &str, value: &str) -> Vec<(String, String)> {
    fields.retain(|(held, _)| held != name);
    fields.push((name.to_owned(), value.to_owned()));
    fields
}

/// What the database makes of a booking that is all or nothing.
async fn book(engine: Engine, url: String, booking: String) -> Result<u64, Option<Refusal>> {
    let begin = if engine == Engine::Sqlite { "begin immediate" } else { "begin" };
    let done = run_as_owner(&url, &format!("{begin}; {booking} commit;")).await;
    done.map_err(|error| DbError::from(error).refusal())
}

/// Runs all bookings at once; how many won, and what each loser was told.
async fn race(unit: &Unit, engine: Engine, bookings: Vec<String>) -> (usize, Vec<Option<Refusal>>) {
    let url = &unit.app.db.url;
    let tasks: JoinSet<_> = bookings.into_iter().map(|booking| book(engine, url.clone(), booking)).collect();
    let results = tasks.join_all().await;
    let won = results.iter().filter(|result| result.is_ok()).count();
    (won, results.into_iter().filter_map(Result::err).collect())
}

on_both_engines! {
    async fn of_many_who_want_the_same_one_wins_and_each_other_is_told_why(engine) {
        let unit = Unit::open(engine).await;
        unit.crowd().await;
        let losers = usize::try_from(RACERS).unwrap() - 1;
        let hour = (600, 660);
        let room = (0..RACERS).map(|n| unit.booking(4000 + n, KITCHEN, 2000 + n, 3000 + n, hour)).collect();
        assert_eq!(race(&unit, engine, room).await, (1, vec![Some(Refusal::ClaimOnce); losers]));
        let hour = (480, 540);
        let practitioner = (0..RACERS).map(|n| unit.booking(5000 + n, 1000 + n, PRACTITIONER, 3000 + n, hour)).collect();
        assert_eq!(race(&unit, engine, practitioner).await, (1, vec![Some(Refusal::ClaimOnce); losers]));
        let hour = (720, 780);
        let person = (0..RACERS).map(|n| unit.booking(6000 + n, 1000 + n, 2000 + n, PERSON + 1, hour)).collect();
        assert_eq!(race(&unit, engine, person).await, (1, vec![Some(Refusal::ClaimOnce); losers]));
        // The last place of a small room: one slot, many who join it.
        unit.app.run(&unit.booking(7000, KITCHEN, PRACTITIONER, PERSON + 1, (840, 900))).await;
        let from = (unit.at(14)).to_rfc3339();
        let joins = (0..RACERS).map(|n| format!(
            "insert into custody_slot_person (slot_id, person_id, facility_id, starts_at, ends_at, movement, version)
             values ({}, {}, {}, '{from}', '{}', 'expected', 1);", unit.app.id(7000), unit.app.id(3000 + n), unit.app.id(FACILITY), unit.at(15).to_rfc3339()
        )).collect();
        assert_eq!(race(&unit, engine, joins).await, (1, vec![Some(Refusal::Capacity); losers]));
        // Two who are kept apart, in one room after one another with ten minutes between.
        unit.keep_apart(3000, 3001).await;
        for round in 0..4 {
            let start = 1000 + i64::try_from(round).unwrap() * 1440;
            let two = vec![
                unit.booking(8000 + round, STUDIO, 2000, 3000, (start, start + 60)),
                unit.booking(8100 + round, STUDIO, 2001, 3001, (start + 70, start + 100)),
            ];
            assert_eq!(race(&unit, engine, two).await, (1, vec![Some(Refusal::KeepApartPlace)]), "{round}");
        }
    }

    async fn the_form_tells_each_loser_who_is_in_the_way(engine) {
        let unit = Unit::open(engine).await;
        let browser = unit.app.user("practitioner").await;
        let requests = (0..6).map(|n| unit.request(300 + n, STUDIO, &[1]));
        let tasks: JoinSet<_> = requests.map(|fields| {
            let browser = browser.clone();
            async move { send(&browser, &fields).await }
        }).collect();
        let answers = tasks.join_all().await;
        let won = answers.iter().filter(|answer| answer.status == StatusCode::SEE_OTHER).count();
        assert_eq!(won, 1);
        for answer in answers.iter().filter(|answer| answer.status != StatusCode::SEE_OTHER) {
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            for said in ["Studio is taken", "You have another session", "BERISHA, Agron is booked elsewhere"] {
                assert!(answer.body.contains(said), "{said}: {}", answer.body);
            }
        }
    }

    async fn a_closed_place_is_not_booked(engine) {
        let unit = Unit::open(engine).await;
        let browser = unit.app.user("practitioner").await;
        unit.close(501, Some(KITCHEN), (9, 11)).await;
        let refused = unit.ask(&browser, &unit.request(300, KITCHEN, &[1])).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("This room is closed (repairs)"), "{}", refused.body);
        assert!(refused.body.contains("Taking turns"), "what was typed is gone");
        assert_eq!(unit.ask(&browser, &unit.request(301, STUDIO, &[1])).await.status, StatusCode::SEE_OTHER);
        unit.close(502, None, (8, 12)).await;
        let refused = unit.ask(&browser, &with(unit.request(302, STUDIO, &[2]), "start", "08:15")).await;
        assert!(refused.body.contains("The facility is closed (repairs)"), "{}", refused.body);
        // What was booked before stays; to confirm it needs a reason, which stands on it for both sides.
        let coordinator = unit.coordinator().await;
        let slot = format!("/slots/{}", uuid(301));
        let confirm = [("step", "confirm"), ("version", "1"), ("officers", "0"), ("mode", "none")];
        let refused = coordinator.post(&slot, &confirm).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("The place is closed at that time (repairs)"), "{}", refused.body);
        assert!(refused.body.contains("name=\"override\"") && !refused.body.contains("staff_beside"), "{}", refused.body);
        let confirmed = coordinator.post(&slot, &[confirm.as_slice(), &[("override", "staff_on_duty")]].concat()).await;
        assert_eq!(confirmed.status, StatusCode::SEE_OTHER, "{}", confirmed.body);
        for (browser, path) in [(&coordinator, slot.clone()), (&browser, format!("/sessions/{}", uuid(301)))] {
            let page = browser.get(&path).await.body;
            assert!(page.contains("staff is on duty all the same") && page.contains("Name of coordinator"), "{page}");
        }
        // It was given for that time: who moves the slot asks again.
        let moved = format!("update custody_slot set starts_at = '{}' where id = {};", unit.at(9).to_rfc3339(), unit.app.id(301));
        assert_eq!(unit.book(engine, moved).await, Err(Some(Refusal::Closed)));
        // Reopened, the place is booked as any other.
        unit.app.run(&format!("update custody_closure set ended_at = '{}'", unit.now.to_rfc3339())).await;
        assert_eq!(unit.ask(&browser, &with(unit.request(302, KITCHEN, &[2]), "start", "08:15")).await.status, StatusCode::SEE_OTHER);
    }

    async fn what_comes_back_or_moves_is_checked_again(engine) {
        let unit = Unit::open(engine).await;
        unit.crowd().await;
        unit.app.run(&unit.booking(300, STUDIO, PRACTITIONER, 3000, (600, 660))).await;
        for n in 1..4 {
            let (from, to) = (unit.at(10).to_rfc3339(), unit.at(11).to_rfc3339());
            unit.app.run(&format!(
                "insert into custody_slot_person (slot_id, person_id, facility_id, starts_at, ends_at, movement, version)
                 values ({}, {}, {}, '{from}', '{to}', 'expected', 1);", unit.app.id(300), unit.app.id(3000 + n), unit.app.id(FACILITY))).await;
        }
        let to_kitchen = format!("update custody_slot set room_id = {} where id = {};", unit.app.id(KITCHEN), unit.app.id(300));
        assert_eq!(unit.book(engine, to_kitchen).await, Err(Some(Refusal::Capacity)));
        let cancel = format!("update custody_slot set status = 'cancelled', cancel_side = 'custody', cancel_reason = 'lockdown' where id = {};", unit.app.id(300));
        let back = format!("update custody_slot set status = 'requested', cancel_side = null, cancel_reason = null where id = {};", unit.app.id(300));
        unit.app.run(&cancel).await;
        unit.keep_apart(3000, 3002).await;
        assert_eq!(unit.book(engine, back.clone()).await, Err(Some(Refusal::KeepApart)));
        unit.app.run("delete from custody_keep_apart").await;
        unit.notice(3001, "small_group", "3", "null").await;
        assert_eq!(unit.book(engine, back.clone()).await, Err(Some(Refusal::GroupSize)));
        unit.app.run("delete from custody_notice").await;
        unit.close(501, None, (10, 11)).await;
        assert_eq!(unit.book(engine, back.clone()).await, Err(Some(Refusal::Closed)));
        unit.app.run("delete from custody_closure").await;
        unit.app.run(&unit.booking(301, STUDIO, 2005, 3005, (630, 690))).await;
        assert_eq!(unit.book(engine, back.clone()).await, Err(Some(Refusal::ClaimOnce)));
        unit.app.run(&cancel.replace(&unit.app.id(300), &unit.app.id(301))).await;
        assert!(unit.book(engine, back).await.is_ok());
        // Room and time at once: the new room is taken at the old time only.
        unit.app.run(&unit.booking(302, 1003, 2006, 3006, (600, 660))).await;
        let both = format!("update custody_slot set room_id = {}, starts_at = '{}', ends_at = '{}' where id = {};",
            unit.app.id(1003), unit.at(12).to_rfc3339(), unit.at(13).to_rfc3339(), unit.app.id(300));
        assert_eq!(unit.book(engine, both).await.err(), None);
    }

    async fn a_notice_is_set_aside_by_health_alone_and_with_a_reason(engine) {
        let unit = Unit::open(engine).await;
        let browser = unit.app.user("practitioner").await;
        let class = unit.app.db.text(
            "select t.class from custody_kit_tool kt join custody_tool t on t.code = kt.tool_code
             join care_activity_version v on v.kit_id = kt.kit_id where v.code = 'cooking' and t.class = 'sharp'").await;
        assert_eq!(class.as_deref(), Some("sharp"), "cooking brings a knife");
        unit.notice(PERSON + 1, "no_tools_of_class", "null", "'sharp'").await;
        let refused = unit.ask(&browser, &unit.request(300, STUDIO, &[1, 2])).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("A notice speaks against it: BERISHA, Agron – No tools of this class: sharp"), "{}", refused.body);
        assert!(refused.body.contains("name=\"override\"") && !refused.body.contains("staff_on_duty"), "{}", refused.body);
        // A reason of custody's is none of health's.
        let wrong = unit.ask(&browser, &with(unit.request(300, STUDIO, &[1, 2]), "override", "staff_on_duty")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let asked = unit.ask(&browser, &with(unit.request(300, STUDIO, &[1, 2]), "override", "staff_beside")).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
        assert_eq!(unit.count("custody_override").await, "1");
        // Custody reads the reason; a notice that comes later asks anew, and custody cannot set it aside.
        let coordinator = unit.coordinator().await;
        let slot = format!("/slots/{}", uuid(300));
        assert!(coordinator.get(&slot).await.body.contains("a member of staff stays beside the person"));
        unit.notice(PERSON + 2, "small_group", "1", "null").await;
        let confirm = [("step", "confirm"), ("version", "1"), ("officers", "0"), ("mode", "none"), ("override", "in_smaller_groups")];
        let refused = coordinator.post(&slot, &confirm).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("A notice of health speaks against it: KRASNIQI, Besart – In a group of at most 1"), "{}", refused.body);
        for word in ["cooking", "Cooks", "Taking turns"] {
            assert!(!refused.body.contains(word), "{word}");
        }
    }

    async fn days_are_those_of_the_place(engine) {
        let unit = Unit::open(engine).await;
        // Where tomorrow at ten is still today in UTC.
        unit.app.run("update custody_facility set time_zone = 'Pacific/Auckland'").await;
        let browser = unit.app.user("practitioner").await;
        let (today, tomorrow) = (unit.now.date_naive(), unit.at(0).date_naive());
        let bounds = |from, until| format!("update custody_keep_apart set starts_on = '{from}', ends_on = '{until}'");
        unit.keep_apart(PERSON + 1, PERSON + 2).await;
        unit.app.run(&bounds(tomorrow, tomorrow)).await;
        let both = unit.ask(&browser, &unit.request(300, STUDIO, &[1, 2])).await;
        assert_eq!(both.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(both.body.contains("cannot be booked together"), "{}", both.body);
        unit.app.run(&bounds(today, today)).await;
        let both = unit.ask(&browser, &unit.request(300, STUDIO, &[1, 2])).await;
        assert_eq!(both.status, StatusCode::SEE_OTHER, "{}", both.body);
        // A notice that begins with the day of the place stands against the group, too.
        unit.notice(PERSON + 3, "small_group", "1", "null").await;
        unit.app.run(&format!("update custody_notice set starts_on = '{tomorrow}', expires_on = '{tomorrow}'")).await;
        let later = with(with(unit.request(301, KITCHEN, &[1, 3]), "start", "11:05"), "minutes", "30");
        assert_eq!(unit.ask(&browser, &later).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        unit.app.run(&format!("update custody_notice set starts_on = '{today}', expires_on = '{today}'")).await;
        assert_eq!(unit.ask(&browser, &later).await.status, StatusCode::SEE_OTHER);
        // Confirmed, it is looked at again by the same day.
        unit.app.run(&bounds(tomorrow, tomorrow)).await;
        let coordinator = unit.coordinator().await;
        let confirmed = coordinator.post(&format!("/slots/{}", uuid(300)), &[("step", "confirm"), ("version", "1")]).await;
        assert_eq!(confirmed.status, StatusCode::UNPROCESSABLE_ENTITY);
        unit.app.run(&bounds(today, today)).await;
        let confirmed = coordinator.post(&format!("/slots/{}", uuid(300)), &[("step", "confirm"), ("version", "1")]).await;
        assert_eq!(confirmed.status, StatusCode::SEE_OTHER, "{}", confirmed.body);
    }

    async fn people_kept_apart_do_not_meet_at_the_door(engine) {
        let unit = Unit::open(engine).await;
        let browser = unit.app.user("practitioner").await;
        unit.keep_apart(PERSON + 1, PERSON + 2).await;
        assert_eq!(unit.ask(&browser, &unit.request(300, STUDIO, &[1])).await.status, StatusCode::SEE_OTHER);
        let next = |slot, room, start| with(with(unit.request(slot, room, &[2]), "start", start), "minutes", "30");
        let refused = unit.ask(&browser, &next(301, STUDIO, "11:05")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("KRASNIQI, Besart would meet somebody"), "{}", refused.body);
        assert!(!refused.body.contains("quarrel"), "the reason is custody's");
        assert_eq!(unit.ask(&browser, &next(302, KITCHEN, "11:05")).await.status, StatusCode::SEE_OTHER, "another room");
        let group = unit.ask(&browser, &with(unit.request(303, STUDIO, &[1, 2]), "start", "08:00")).await;
        assert!(group.body.contains("cannot be booked together"), "{}", group.body);
    }
}
