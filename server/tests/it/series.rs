//! Series: made from a request, placed ahead by a job, followed through changes of the regime and of the programme, changed and
//! ended in three breadths; and what corrections see of them.

use app::access::Gate;
use app::access::recorder::Recorder;
use app::care::series::place::{place, place_all};
use app::kit::db::Engine;
use app::kit::ids::SeriesId;
use chrono::{Datelike as _, NaiveDate, TimeDelta};
use reqwest::StatusCode;

use crate::harness::{Browser, id_as_text, on_both_engines, statements, uuid};
use crate::refusals::{send, with};
use crate::sessions::{FACILITY, KITCHEN, PERSON, PRACTITIONER, STUDIO, Unit};

const SERIES: u128 = 300;

impl Unit {
    async fn gate(&self) -> Gate {
        let pools = self.app.db.pools().await;
        Gate::new(pools.clone(), Recorder::start(pools), self.app.clock.clone())
    }

    fn tomorrow(&self) -> NaiveDate {
        (self.now + TimeDelta::days(1)).date_naive()
    }

    /// A request that comes again with the morning, on every day of the week.
    fn daily(&self, people: &[u128]) -> Vec<(String, String)> {
        (1..=7).fold(with(self.request(SERIES, STUDIO, people), "repeat", "part"), |mut fields, day| {
            fields.push(("weekday".to_owned(), day.to_string()));
            fields
        })
    }

    async fn number(&self, what: &str) -> String {
        self.app.db.text(&format!("select cast(count(*) as text) from {what}")).await.unwrap()
    }

    /// The n-th session of the series: its id, and how many times it was changed.
    async fn nth(&self, series: &str, n: usize) -> String {
        let hex = id_as_text(self.app.engine, "id");
        self.app
            .db
            .text(&format!("select {hex} from custody_slot where {series} order by starts_at limit 1 offset {n}"))
            .await
            .unwrap()
    }

    async fn change(
        &self,
        browser: &Browser,
        path: &str,
        version: &str,
        slot: &str,
        more: &[(&str, &str)],
    ) -> crate::harness::Answer {
        let mut fields = vec![("version", version), ("slot", slot)];
        fields.extend(more);
        browser.post(path, &fields).await
    }
}

on_both_engines! {
    async fn a_series_is_placed_sixty_days_ahead_and_never_twice(engine) {
        let unit = Unit::open(engine).await;
        let browser = unit.app.user("practitioner").await;
        let made = send(&browser, &unit.daily(&[1, 2])).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        let path = format!("/series/{}", uuid(SERIES));
        assert_eq!(made.location(), path);
        assert_eq!(unit.number("custody_slot").await, "60");
        assert_eq!(unit.number("care_session").await, "60");
        assert_eq!(unit.number("custody_slot_person").await, "120");
        // The same form sent twice is the same series.
        assert_eq!(send(&browser, &unit.daily(&[1, 2])).await.status, StatusCode::SEE_OTHER);
        assert_eq!(unit.number("custody_series").await, "1");
        let page = browser.get(&path).await.body;
        for said in ["KRASNIQI, Besart", "Studio", "Taking turns", "120 min after the beginning of AM"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert!(browser.get("/series").await.body.contains(&path));
        // A week later two servers place it at once; then the clock of one is set back.
        let (one, other) = (unit.gate().await, unit.gate().await);
        unit.app.clock.set(unit.now + TimeDelta::days(7));
        let (first, second) = tokio::join!(place_all(&one), place_all(&other));
        first.unwrap();
        second.unwrap();
        assert_eq!(unit.number("custody_slot").await, "67");
        unit.app.clock.set(unit.now + TimeDelta::days(14));
        let id = SeriesId(uuid(SERIES));
        let (a, b, c) = tokio::join!(place(&one, id, chrono_tz::UTC), place(&other, id, chrono_tz::UTC), place(&one, id, chrono_tz::UTC));
        for done in [a, b, c] {
            done.unwrap();
        }
        assert_eq!(unit.number("custody_slot").await, "74");
        unit.app.clock.set(unit.now + TimeDelta::days(3));
        place_all(&one).await.unwrap();
        assert_eq!(unit.number("custody_slot").await, "74");
        assert_eq!(unit.number("custody_series_day").await, "0");
    }

    async fn days_in_the_way_are_told_before_and_listed_after(engine) {
        let unit = Unit::open(engine).await;
        let browser = unit.app.user("practitioner").await;
        assert_eq!(send(&browser, &unit.request(200, KITCHEN, &[1])).await.status, StatusCode::SEE_OTHER);
        let (from, to) = (unit.now + TimeDelta::days(2), unit.now + TimeDelta::days(3));
        unit.app.run(&format!(
            "insert into custody_closure (id, facility_id, kind, starts_at, ends_at, created_by, created_at, version)
             values ({}, {}, 'holiday', '{}', '{}', {}, '{}', 1);",
            unit.app.id(500), unit.app.id(FACILITY), from.to_rfc3339(), to.to_rfc3339(), unit.app.id(PRACTITIONER), unit.now.to_rfc3339()
        )).await;
        let asked = with(unit.daily(&[1, 2]), "count", "10");
        let told = send(&browser, &asked).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        for said in ["2 days cannot be held", "the practitioner has another session", "closed", "Taking turns", "name=\"leave_out\""] {
            assert!(told.body.contains(said), "{said}: {}", told.body);
        }
        assert_eq!(unit.number("custody_series").await, "0");
        let made = send(&browser, &with(asked, "leave_out", "yes")).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        assert_eq!(unit.number("custody_slot where series_id is not null").await, "8");
        let page = browser.get(made.location()).await.body;
        assert!(page.contains("Days without a session") && page.contains("the practitioner has another session"), "{page}");
        // What stood in the way has gone: the day finds its session.
        unit.app.run(&format!("update custody_closure set ended_at = '{}'", unit.now.to_rfc3339())).await;
        place_all(&unit.gate().await).await.unwrap();
        assert_eq!(unit.number("custody_slot where series_id is not null").await, "9");
        assert_eq!(unit.number("custody_series_day").await, "1");
        // A day far ahead is left out before it is placed; a day that the series does not have is refused.
        let page = made.location();
        let far = (unit.now + TimeDelta::days(8)).date_naive().to_string();
        assert_eq!(browser.post(&format!("{page}/leave-out"), &[("leave", &far)]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(unit.number("custody_slot where status = 'cancelled'").await, "1");
        assert!(browser.get(page).await.body.contains("left out on purpose"));
        let none = browser.post(&format!("{page}/leave-out"), &[("leave", "2020-01-01")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(none.body.contains("no session on that day"), "{}", none.body);
        // A date that no session can have is refused at its field.
        let wrong = send(&browser, &with(with(unit.request(201, STUDIO, &[3]), "repeat", "clock"), "until", "2020-01-01")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("No chosen weekday lies before that date"), "{}", wrong.body);
    }

    async fn a_series_by_parts_goes_with_the_regime(engine) {
        let unit = Unit::open(engine).await;
        let browser = unit.app.user("practitioner").await;
        assert_eq!(send(&browser, &with(unit.daily(&[1]), "count", "14")).await.status, StatusCode::SEE_OTHER);
        let weekday = unit.tomorrow().weekday().number_from_monday();
        let next = weekday % 7 + 1;
        unit.app.run(&format!(
            "update custody_regime set start_minute = 510 where weekday = {weekday}; delete from custody_regime where weekday = {next};"
        )).await;
        let gate = unit.gate().await;
        place_all(&gate).await.unwrap();
        let at = (unit.now + TimeDelta::days(1)).date_naive().and_hms_opt(10, 30, 0).unwrap().and_utc();
        assert_eq!(unit.number(&format!("custody_slot where starts_at = '{}'", at.to_rfc3339())).await, "1");
        assert_eq!(unit.number("custody_change where kind = 'slot_moved'").await, "2");
        assert_eq!(unit.number("custody_slot where status = 'cancelled' and cancel_side = 'custody'").await, "2");
        assert_eq!(unit.number("custody_change where kind = 'slot_cancelled' and reason = 'operational'").await, "2");
        assert_eq!(unit.number("custody_series_day where reason = 'no_part'").await, "2");
        assert!(browser.get(&format!("/series/{}", uuid(SERIES))).await.body.contains("the regime has no such part on this day"));
        // Once is enough.
        place_all(&gate).await.unwrap();
        assert_eq!(unit.number("custody_change").await, "4");
    }

    async fn a_clock_that_is_set_back_places_no_day_twice(engine) {
        let unit = Unit::open(engine).await;
        let browser = unit.app.user("practitioner").await;
        assert_eq!(send(&browser, &unit.daily(&[1])).await.status, StatusCode::SEE_OTHER);
        let gate = unit.gate().await;
        let held = unit.number("custody_slot").await;
        for days in [-3, -40, 0] {
            unit.app.clock.set(unit.now + TimeDelta::days(days));
            place_all(&gate).await.unwrap();
            assert_eq!(unit.number("custody_slot").await, held, "{days}");
        }
        assert_eq!(unit.number("custody_change").await, "0");
        assert_eq!(unit.number("custody_slot where status <> 'requested'").await, "0");
    }

    async fn one_session_those_that_follow_or_all(engine) {
        let unit = Unit::open(engine).await;
        let browser = unit.app.user("practitioner").await;
        assert_eq!(send(&browser, &with(unit.daily(&[1]), "count", "10")).await.status, StatusCode::SEE_OTHER);
        let path = format!("/series/{}", uuid(SERIES));
        let mine = format!("series_id = {}", unit.app.id(SERIES));
        let [first, fifth, eighth] = [unit.nth(&mine, 0).await, unit.nth(&mine, 4).await, unit.nth(&mine, 7).await];
        let moved = |scope, start| [("step", "move"), ("scope", scope), ("start", start), ("minutes", "45"), ("room", "")];
        let room = uuid(KITCHEN).to_string();
        let moved = |scope, start| { let mut fields = moved(scope, start); fields[4].1 = &room; fields };
        // One alone.
        let done = unit.change(&browser, &path, "1", &first, &moved("this", "08:30")).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        assert_eq!(unit.number(&format!("custody_slot where series_moved = {}", unit.app.yes(true))).await, "1");
        // A form that was made before says so, and writes nothing.
        let stale = unit.change(&browser, &path, "1", &fifth, &moved("all", "08:30")).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(stale.body.contains("has changed since you opened this page"), "{}", stale.body);
        // A time outside the regime is refused whole.
        let refused = unit.change(&browser, &path, "2", &fifth, &moved("all", "11:30")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("the time lies outside the regime"), "{}", refused.body);
        assert_eq!(unit.number("custody_change where kind = 'slot_moved'").await, "1");
        // The fifth and those that follow become a series of their own.
        let done = unit.change(&browser, &path, "2", &fifth, &moved("following", "09:00")).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        assert_ne!(done.location(), path);
        assert_eq!(unit.number("custody_series").await, "2");
        assert_eq!(unit.number(&format!("custody_slot where {mine}")).await, "4");
        assert_eq!(unit.number("custody_change where kind = 'slot_moved'").await, "7");
        let later = done.location().to_owned();
        // From the eighth on it is cancelled, and stays so when the job comes by.
        let done = unit.change(&browser, &later, "1", &eighth, &[("step", "cancel"), ("scope", "following")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        assert_eq!(unit.number("custody_slot where status = 'cancelled' and cancel_reason = 'health'").await, "3");
        let gate = unit.gate().await;
        place_all(&gate).await.unwrap();
        assert_eq!(unit.number("custody_slot").await, "10");
        // Somebody else does not change it; what has begun stays as it was.
        let other = unit.app.user("other").await;
        let not_own = unit.change(&other, &path, "3", &first, &[("step", "cancel"), ("scope", "all")]).await;
        assert_eq!(not_own.status, StatusCode::FORBIDDEN);
        let now = unit.now + TimeDelta::days(2);
        unit.app.clock.set(now);
        let browser = unit.app.user("practitioner").await;
        let third = unit.nth(&mine, 2).await;
        let done = unit.change(&browser, &path, "3", &third, &[("step", "cancel"), ("scope", "all")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        assert_eq!(unit.number(&format!("custody_slot where {mine} and status = 'requested'")).await, "1");
        assert!(browser.get(&path).await.body.contains("This series has ended"));
    }

    async fn other_weekdays_go_on_as_a_series_of_their_own(engine) {
        let unit = Unit::open(engine).await;
        let browser = unit.app.user("practitioner").await;
        // Three days of the week, for three weeks.
        let days: Vec<u32> = (0..3).map(|n| (unit.tomorrow() + TimeDelta::days(2 * n)).weekday().number_from_monday()).collect();
        let asked = days.iter().fold(with(unit.request(SERIES, STUDIO, &[1]), "repeat", "part"), |mut fields, day| {
            fields.push(("weekday".to_owned(), day.to_string()));
            fields
        });
        assert_eq!(send(&browser, &with(asked, "count", "9")).await.status, StatusCode::SEE_OTHER);
        let path = format!("/series/{}", uuid(SERIES));
        let mine = format!("series_id = {}", unit.app.id(SERIES));
        let fourth = unit.nth(&mine, 3).await;
        let room = uuid(STUDIO).to_string();
        let kept = days[1].to_string();
        let to = |scope| [("step", "move"), ("scope", scope), ("start", "10:00"), ("minutes", "60"), ("room", room.as_str()), ("weekday", kept.as_str())];
        let one = unit.change(&browser, &path, "1", &fourth, &to("this")).await;
        assert_eq!(one.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(one.body.contains("Weekdays are changed for a session and those that follow"), "{}", one.body);
        let done = unit.change(&browser, &path, "1", &fourth, &to("following")).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let later = done.location().to_owned();
        assert_ne!(later, path);
        // Of six that were left two fall on the day that stays; the others are cancelled, and four later weeks are asked for.
        assert_eq!(unit.number(&format!("custody_slot where {mine}")).await, "3");
        assert_eq!(unit.number("custody_slot where status = 'cancelled' and series_id is null").await, "4");
        assert_eq!(unit.number(&format!("custody_slot where series_id <> {} and status = 'requested'", unit.app.id(SERIES))).await, "6");
        assert_eq!(unit.number(&format!("custody_series where continues = {}", unit.app.id(SERIES))).await, "1");
        assert!(browser.get(&path).await.body.contains(&format!("href=\"{later}\"")), "the one leads on to the other");
        assert!(browser.get(&later).await.body.contains(&format!("href=\"{path}\"")), "and back");
        let session = unit.nth("series_id is not null", 0).await;
        let session: uuid::Uuid = session.parse().unwrap();
        assert!(browser.get(&format!("/sessions/{session}")).await.body.contains("To the series"));
        // Sent again, it is told that there is something newer.
        assert_eq!(unit.change(&browser, &path, "1", &fourth, &to("following")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        // The days may come back.
        let first = unit.nth("series_id is not null and status = 'requested'", 3).await;
        let mut back = to("all").to_vec();
        let all: Vec<String> = days.iter().map(ToString::to_string).collect();
        back.retain(|field| field.0 != "weekday");
        back.extend(all.iter().map(|day| ("weekday", day.as_str())));
        let ahead = format!("series_id <> {} and status in ('requested', 'confirmed')", unit.app.id(SERIES));
        unit.app.run(&format!("update custody_slot set status = 'confirmed' where {ahead}")).await;
        let (kept, next) = (unit.nth(&ahead, 0).await, unit.nth(&ahead, 1).await);
        let done = unit.change(&browser, &later, "1", &first, &back).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        // Days that stay at their time are the same bookings as before, and stay confirmed; the others are asked for.
        let confirmed = format!("{ahead} and status = 'confirmed'");
        assert_eq!((unit.nth(&confirmed, 0).await, unit.nth(&confirmed, 1).await), (kept, next));
        assert_eq!(unit.number(&format!("custody_slot where {confirmed}")).await, "2");
        assert_eq!(unit.number("custody_slot where status = 'requested'").await, "7");
    }

    async fn who_joins_or_leaves_the_programme_joins_or_leaves_its_sessions(engine) {
        let unit = Unit::open(engine).await;
        let (id, facility, by, at) = (unit.app.id(800), unit.app.id(FACILITY), unit.app.id(PRACTITIONER), unit.now.to_rfc3339());
        let member = |n: u128, status| format!(
            "insert into care_programme_member (programme_id, patient_id, status, since, position, version)
             values ({id}, {}, '{status}', '{}', {n}, 1);", unit.app.id(PERSON + n), unit.now.date_naive());
        unit.app.run(&format!(
            "insert into care_programme (id, facility_id, title, purpose, activity_code, intake, capacity, lead_id, status, created_by, created_at, version)
             values ({id}, {facility}, 'Table for two', '', 'cooking', 'open', 4, {by}, 'active', {by}, '{at}', 1); {}{}",
            member(1, "active"), member(2, "active"))).await;
        let browser = unit.app.user("practitioner").await;
        let asked = with(with(unit.daily(&[1, 2]), "programme", &uuid(800).to_string()), "count", "5");
        assert_eq!(send(&browser, &asked).await.status, StatusCode::SEE_OTHER);
        assert_eq!(unit.number("custody_slot_person").await, "10");
        let left = browser.post(&format!("/programmes/{}/members/{}", uuid(800), uuid(PERSON + 2)),
            &[("version", "1"), (&format!("status-{}", uuid(PERSON + 2)), "withdrawn_by_patient")]).await;
        assert_eq!(left.status, StatusCode::SEE_OTHER, "{}", left.body);
        assert_eq!(unit.number("custody_slot_person").await, "5");
        unit.app.run(&member(3, "active")).await;
        let gate = unit.gate().await;
        place_all(&gate).await.unwrap();
        place_all(&gate).await.unwrap();
        assert_eq!(unit.number("custody_slot_person").await, "10");
        assert_eq!(unit.number("care_participation").await, "0");
    }

    async fn custody_sees_rooms_and_times_of_a_series(engine) {
        let unit = Unit::open(engine).await;
        let browser = unit.app.user("practitioner").await;
        assert_eq!(send(&browser, &unit.daily(&[1])).await.status, StatusCode::SEE_OTHER);
        let coordinator = unit.coordinator().await;
        let page = coordinator.get("/board/series").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("Studio") && page.body.contains("120 min after the beginning of AM"), "{}", page.body);
        for word in ["ooking", "Cooks", "Taking turns", "BERISHA"] {
            assert!(!page.body.contains(word), "{word}");
        }
        assert_eq!(coordinator.get(&format!("/series/{}", uuid(SERIES))).await.status, StatusCode::FORBIDDEN);
        assert_eq!(coordinator.get("/series").await.status, StatusCode::FORBIDDEN);
        assert_eq!(browser.get("/board/series").await.status, StatusCode::FORBIDDEN);
    }

    async fn a_year_of_a_group_is_checked_in_a_few_statements(engine) {
        let unit = Unit::open(engine).await;
        let more: String = (4..=9).map(|n| unit.patient(n, "Family", "Given")).collect();
        unit.app.run(&more).await;
        unit.app.run(&format!("update custody_room set capacity = 20 where id = {};", unit.app.id(STUDIO))).await;
        let browser = unit.app.user("practitioner").await;
        // Somebody is elsewhere on the first day, so that nothing is written and the check is all there is.
        assert_eq!(send(&browser, &unit.request(200, KITCHEN, &[1])).await.status, StatusCode::SEE_OTHER);
        let mut counted = Vec::new();
        for (people, weeks) in [(vec![1, 2], "2"), ((1..=6).collect::<Vec<u128>>(), "52")] {
            let asked = with(with(unit.request(SERIES, STUDIO, &people), "repeat", "clock"), "count", weeks);
            let refused = async || {
                let told = send(&browser, &asked).await;
                assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.body);
            };
            counted.push(statements(refused).await);
        }
        assert_eq!(counted[0], counted[1], "statements for 2 weeks of 2 people and for 52 weeks of 6");
    }
}
