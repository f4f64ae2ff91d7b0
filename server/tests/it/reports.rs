//! Hours and reports as each role meets them: who gets what, what is hidden, one number everywhere; and a report that stays as it was
//! given out.

use std::collections::HashMap;

use app::access::Gate;
use app::access::recorder::Recorder;
use app::care::sessions::Attendance;
use app::custody::slots::{CancelSide, CustodyReason, Movement, SlotStatus};
use app::kit::clock::Clock;
use app::kit::db::{CareTx, Engine};
use app::kit::ids::{FacilityId, PersonId, SlotId};
use app::oversight::hours::groups::{By, Whose, grid};
use app::oversight::hours::period::{Length, Period};
use app::oversight::hours::{Booking, Dated, Hours, Week, of_history, weeks_of_facility, weeks_of_patient};
use app::sql_all;
use chrono::{DateTime, Utc};

use crate::harness::{Browser, TestApp, TestDatabase, on_both_engines};

const ZONE: chrono_tz::Tz = chrono_tz::Europe::Belgrade;

fn last_month() -> Period {
    Period::holding(Length::Month, Clock::System.now().with_timezone(&ZONE).date_naive(), ZONE).before(ZONE)
}

async fn care(db: &TestDatabase) -> CareTx {
    let pools = db.pools().await;
    Gate::new(pools.clone(), Recorder::start(pools), Clock::System).unattended_care().await.unwrap()
}

/// A booking as both sides tell it, read without any rule.
#[derive(sqlx::FromRow)]
struct Told {
    slot_id: SlotId,
    person_id: PersonId,
    facility_id: FacilityId,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    planned_minutes: i32,
    status: SlotStatus,
    cancel_side: Option<CancelSide>,
    movement: Movement,
    came_as: Option<Movement>,
    custody_reason: Option<CustodyReason>,
    attendance: Option<Attendance>,
    minutes: Option<i32>,
}

impl Told {
    fn dated(&self) -> Dated {
        let movement = match self.movement {
            Movement::Returned => self.came_as.unwrap_or(Movement::Arrived),
            movement => movement,
        };
        let booking = Booking {
            planned_minutes: i64::from(self.planned_minutes),
            replaced: false,
            status: self.status,
            cancel_side: self.cancel_side,
            movement,
            custody_reason: self.custody_reason,
            attendance: self.attendance,
            attended_minutes: i64::from(self.minutes.unwrap_or(0)),
        };
        Dated { slot: self.slot_id, from: self.starts_at, to: self.ends_at, booking }
    }
}

async fn told(tx: &mut CareTx) -> Vec<Told> {
    sql_all!(
        tx,
        Told,
        "select sp.slot_id, sp.person_id, sp.facility_id, sp.starts_at, sp.ends_at, sp.planned_minutes, s.status, s.cancel_side, sp.movement,
           (select m.movement from custody_movement m where m.slot_id = sp.slot_id and m.person_id = sp.person_id and m.movement <> 'returned'
            order by m.recorded_at desc, m.id desc limit 1) as came_as, sp.custody_reason, cp.attendance, cp.minutes
         from custody_slot_person sp join custody_slot s on s.id = sp.slot_id
         left join care_participation cp on cp.session_id = sp.slot_id and cp.patient_id = sp.person_id"
    )
    .unwrap()
}

fn numbers(page: &str) -> Vec<String> {
    let words = page.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words.filter(|word| word.contains('-')).map(str::to_owned).collect()
}

/// Prison numbers that a page shows.
async fn shown(app: &TestApp, page: &str) -> Vec<String> {
    let all = app
        .db
        .text(match app.engine {
            Engine::Sqlite => "select group_concat(prison_number, ' ') from custody_person",
            Engine::Postgres => "select string_agg(prison_number, ' ') from custody_person",
        })
        .await
        .unwrap();
    let known: Vec<&str> = all.split(' ').collect();
    numbers(page).into_iter().filter(|word| known.contains(&word.as_str())).collect()
}

async fn page(browser: &Browser, path: &str) -> String {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, 200, "{path}");
    answer.body
}

on_both_engines! {
    async fn the_database_says_what_the_rule_says(engine) {
        let db = TestDatabase::demo(engine).await;
        let mut tx = care(&db).await;
        let told = told(&mut tx).await;
        assert!(told.len() > 300, "{}", told.len());
        let first = told.iter().map(|row| row.starts_at).min().unwrap().date_naive();
        let last = told.iter().map(|row| row.starts_at).max().unwrap().date_naive();
        let mut weeks = vec![Week::of(first, ZONE)];
        while weeks.last().unwrap().sunday() < last {
            weeks.push(weeks.last().unwrap().plus(1, ZONE));
        }
        let mut people: HashMap<PersonId, Vec<Dated>> = HashMap::new();
        let mut places: HashMap<FacilityId, HashMap<PersonId, Vec<Dated>>> = HashMap::new();
        for row in &told {
            people.entry(row.person_id).or_default().push(row.dated());
            places.entry(row.facility_id).or_default().entry(row.person_id).or_default().push(row.dated());
        }
        for (person, history) in &people {
            let summed: Hours = weeks_of_patient(&mut tx, *person, &weeks).await.unwrap().iter().map(|held| held.hours).sum();
            assert_eq!(summed, of_history(history), "{person:?}");
        }
        for (place, people) in &places {
            let rule: Hours = people.values().map(|history| of_history(history)).sum();
            let summed: Hours = weeks_of_facility(&mut tx, *place, &weeks).await.unwrap().iter().map(|held| held.hours).sum();
            assert_eq!(summed, rule);
        }
    }

    async fn every_grouping_adds_up_to_the_same(engine) {
        let db = TestDatabase::demo(engine).await;
        let mut tx = care(&db).await;
        let month = last_month();
        let parts = month.parts(ZONE);
        let mut department = Hours::default();
        for (place,) in sql_all!(&mut tx, (FacilityId,), "select id from custody_facility").unwrap() {
            let weeks = weeks_of_facility(&mut tx, place, &month.weeks).await.unwrap();
            let whole: Hours = weeks.iter().map(|held| held.hours).sum();
            department = department + whole;
            for by in [By::Week, By::Patient, By::Programme, By::Wing] {
                let table = grid(&mut tx, Whose::Facility(place, None), by, &parts).await.unwrap();
                assert_eq!(table.total.total().hours, whole, "{by}");
                assert_eq!(table.groups.iter().map(|group| group.total().hours).sum::<Hours>(), whole, "{by}");
                let by_week: Vec<Hours> = table.total.cells.iter().take(parts.len()).map(|cell| cell.hours).collect();
                assert_eq!(by_week, weeks.iter().map(|held| held.hours).collect::<Vec<_>>(), "{by}");
            }
            let lost = grid(&mut tx, Whose::Facility(place, None), By::Reason, &parts).await.unwrap().total.total().hours;
            assert_eq!((lost.lost_custody, lost.lost_health, lost.lost_patient), (whole.lost_custody, whole.lost_health, whole.lost_patient));
        }
        let table = grid(&mut tx, Whose::Department, By::Facility, &parts).await.unwrap();
        assert_eq!(table.total.total().hours, department);
        assert!(department.planned > 0 && department.lost_custody > 0);
    }

    async fn each_role_gets_its_own_view_of_hours(engine) {
        let app = TestApp::demo(engine).await;
        let month = last_month().code;
        let by = |by: &str| format!("/hours?by={by}&period={month}");
        let own = page(&app.user("practitioner").await, &by("patient")).await;
        let led = app.db.text(match engine {
            Engine::Sqlite => "select group_concat(c.prison_number, ' ') from care_patient p join custody_person c on c.id = p.person_id join access_user u on u.id = p.lead_id where u.username = 'practitioner'",
            Engine::Postgres => "select string_agg(c.prison_number, ' ') from care_patient p join custody_person c on c.id = p.person_id join access_user u on u.id = p.lead_id where u.username = 'practitioner'",
        }).await.unwrap();
        let numbers = shown(&app, &own).await;
        assert!(!numbers.is_empty() && numbers.iter().all(|number| led.split(' ').any(|held| held == number)), "{numbers:?}");
        let reviewer = page(&app.user("reviewer").await, &by("patient")).await;
        assert!(shown(&app, &reviewer).await.is_empty() && !reviewer.contains("/patients/"), "a reviewer sees pseudonyms");
        assert!(reviewer.matches("<th scope=\"row\">").count() > 3);
        for role in ["clinician", "head"] {
            let browser = app.user(role).await;
            for grouping in ["patient", "week", "programme", "wing", "reason"] {
                let body = page(&browser, &by(grouping)).await;
                assert!(shown(&app, &body).await.is_empty(), "{role} {grouping}");
                assert!(!body.contains("value=\"patient\""), "{role} is offered patients");
            }
            // Sums are for months: nobody takes two times that differ by a week from one another.
            assert!(!page(&browser, "/hours?by=programme&period=2026-Q3").await.contains("Quarter 3"), "{role}");
        }
        assert!(page(&app.user("head").await, &by("facility")).await.contains("All facilities"));
        assert!(!page(&app.user("clinician").await, &by("facility")).await.contains("All facilities"));
        for role in ["coordinator", "officer", "administrator", "auditor"] {
            assert_eq!(app.user(role).await.get("/hours").await.status, 403, "{role}");
        }
        for odd in ["/hours?by=nothing", "/hours?period=2026-13", "/hours?period=9999-W99&group=x&part=y", "/hours?by=wing&group=none"] {
            assert_eq!(app.user("practitioner").await.get(odd).await.status, 200, "{odd}");
        }
    }

    async fn cells_of_few_are_hidden_on_the_page_and_in_the_file(engine) {
        let app = TestApp::demo(engine).await;
        let head = app.user("head").await;
        let month = last_month().code;
        let table = page(&head, &format!("/hours?by=programme&period={month}")).await;
        assert!(table.contains("∗"), "with so few patients something must be hidden");
        let csv = page(&head, &format!("/hours.csv?by=programme&period={month}")).await;
        for line in csv.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').map(|cell| cell.trim_matches('"')).collect();
            let persons = cells.iter().rev().nth(7).unwrap();
            assert!(*persons == "∗" || *persons == "0" || persons.parse::<i64>().unwrap() >= 5, "{line}");
            if *persons == "∗" {
                assert!(cells.iter().rev().take(7).all(|cell| *cell == "∗"), "{line}");
            }
        }
        assert_eq!(head.get(&format!("/hours.xlsx?by=wing&period={month}")).await.status, 200);
    }

    async fn custody_sees_what_it_lost_and_no_word_of_attendance(engine) {
        let app = TestApp::demo(engine).await;
        let coordinator = app.user("coordinator").await;
        let path = format!("/custody-hours?period={}", last_month().code);
        let body = page(&coordinator, &path).await;
        assert!(body.contains("Lost to custody") && body.contains("Offered"));
        for word in ["Attended", "Declined", "unwell", "Unwell", "Lost to health", "Lost to the patient"] {
            assert!(!body.contains(word), "{word}");
        }
        assert!(shown(&app, &body).await.is_empty());
        let csv = page(&coordinator, &path.replace("/custody-hours", "/custody-hours.csv")).await;
        assert!(csv.lines().count() > 4, "{csv}");
        for role in ["practitioner", "reviewer", "head", "officer", "administrator", "auditor"] {
            assert_eq!(app.user(role).await.get("/custody-hours").await.status, 403, "{role}");
        }
    }

    async fn a_report_stays_as_it_was_given_out(engine) {
        let app = TestApp::demo(engine).await;
        let head = app.user("head").await;
        let month = last_month();
        let place = app.db.text(match engine {
            Engine::Sqlite => "select lower(hex(s.facility_id)) from custody_slot s where s.status = 'completed' group by s.facility_id order by count(*) desc limit 1",
            Engine::Postgres => "select replace(cast(s.facility_id as text), '-', '') from custody_slot s where s.status = 'completed' group by s.facility_id order by count(*) desc limit 1",
        }).await.unwrap();
        let place = format!("{}-{}-{}-{}-{}", &place[..8], &place[8..12], &place[12..16], &place[16..20], &place[20..]);
        let form = [("period", month.code.as_str()), ("place", place.as_str())];
        let first = head.post("/reports", &form).await;
        assert_eq!(first.status, 303, "{}", first.body);
        let path = first.location().to_owned();
        assert_eq!(head.post("/reports", &form).await.location(), path, "asked for twice it is the same");
        let body = page(&head, &path).await;
        for needed in ["3/1", "Provision", "Lost to custody", "Loss by reason", "Sessions, by where officers stood", "How this was counted", "as it was given out"] {
            assert!(body.contains(needed), "{needed}");
        }
        let csv = page(&head, &format!("{path}/table.csv")).await;
        assert!(csv.lines().count() > 10);
        assert_eq!(page(&head, &format!("{path}/table.csv")).await, csv);
        // Nothing has changed: no new version.
        assert!(page(&head, &format!("{path}/compare")).await.contains("The record says what the report says."));
        assert_eq!(head.post(&format!("{path}/compare"), &[]).await.location(), path);

        correct(&app, &month, &place).await;
        assert_eq!(page(&head, &format!("{path}/table.csv")).await, csv, "a correction must not reach what was given out");
        assert!(page(&head, &format!("{path}/compare")).await.contains("Give out the next version"));
        let second = head.post(&format!("{path}/compare"), &[]).await.location().to_owned();
        assert_ne!(second, path);
        let newer = page(&head, &second).await;
        assert!(newer.contains("3/2") && newer.contains("What is not as in version 1"), "{newer}");
        assert_eq!(page(&head, &format!("{path}/table.csv")).await, csv);
        assert!(app.db.as_owner("update oversight_report set body = '{}'").await.is_err());
        assert!(app.db.as_owner("delete from oversight_report").await.is_err());

        let auditor = app.user("auditor").await;
        for path in ["/reports", &path, &second] {
            let body = page(&auditor, path).await;
            assert!(!body.contains("/compare"), "an auditor reads");
        }
        assert_eq!(page(&auditor, &format!("{path}/table.csv")).await, csv);
        assert_eq!(auditor.post("/reports", &form).await.status, 403);
        for role in ["practitioner", "clinician", "coordinator", "officer", "administrator"] {
            let browser = app.user(role).await;
            assert_eq!(browser.get("/reports").await.status, 403, "{role}");
            assert_eq!(browser.get(&path).await.status, 403, "{role}");
        }
    }

    async fn what_runs_still_is_not_kept_and_a_year_is_the_departments(engine) {
        let app = TestApp::demo(engine).await;
        let head = app.user("head").await;
        let now = Clock::System.now().with_timezone(&ZONE).date_naive();
        let this = Period::holding(Length::Month, now, ZONE).code;
        let open = head.post("/reports", &[("period", &this), ("place", "department")]).await;
        assert!(open.location().starts_with("/reports/so-far"), "{}", open.location());
        assert!(page(&head, open.location()).await.contains("This time is not over."));
        let year = Period::holding(Length::Year, now, ZONE);
        let annual = head.post("/reports", &[("period", &year.before(ZONE).code), ("place", "department")]).await;
        let body = page(&head, annual.location()).await;
        assert!(body.contains("Annual report: All facilities") && body.contains("How this was counted"));
        let so_far = page(&head, &format!("/reports/so-far?period={}&place=department", year.code)).await;
        assert!(so_far.contains("Facilities: attended") && so_far.contains("by programme"));
        assert!(shown(&app, &so_far).await.is_empty());
        for (period, place) in [("2026-Q3", "department"), ("nonsense", "department"), ("2200-01", "department"), (this.as_str(), "nowhere")] {
            let refused = head.post("/reports", &[("period", period), ("place", place)]).await;
            assert!(refused.status == 422 && refused.body.contains("Choose a month or a year"), "{period}");
        }
        assert_eq!(head.get("/reports/00000000-0000-7000-8000-000000000000").await.status, 404);
    }
}

/// Custody reports late where officers stood, at every session of the month.
async fn correct(app: &TestApp, month: &Period, place: &str) {
    let plain = place.replace('-', "");
    let (id, place) = match app.engine {
        Engine::Sqlite => ("randomblob(16)", format!("x'{plain}'")),
        Engine::Postgres => ("gen_random_uuid()", format!("'{plain}'::uuid")),
    };
    let (from, to) = (month.from().to_rfc3339(), month.to().to_rfc3339());
    app.run(&format!(
        "insert into custody_officer_presence (id, slot_id, presence, reported_by, reported_at)
         select {id}, s.id, 'in_room', s.practitioner_id, '2099-01-01T00:00:00+00:00' from custody_slot s
         where s.facility_id = {place} and s.status = 'completed' and s.starts_at >= '{from}' and s.starts_at < '{to}'"
    ))
    .await;
}
