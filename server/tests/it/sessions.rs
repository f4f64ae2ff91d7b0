//! A session from the request to the signed notes, on a small unit made for each story.

use app::access::keys::InstallationKey;
use app::care::notes;
use app::kit::clock::Clock;
use app::kit::db::{Engine, open_owner};
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, PASSWORD, PASSWORD_HASH, TestApp, TestDatabase, on_both_engines, uuid};

mod luck;

pub const FACILITY: u128 = 1;
pub const KITCHEN: u128 = 4;
pub const STUDIO: u128 = 5;
pub const PRACTITIONER: u128 = 10;
/// Person n has this id plus n and the number `A-100n`.
pub const PERSON: u128 = 100;
pub const GOAL: u128 = 200;
const NAMES: [(&str, &str); 3] = [("Berisha", "Agron"), ("Krasniqi", "Besart"), ("Gashi", "Liridon")];

/// A running server on a unit with two rooms, two practitioners, a clinician and three patients, each with one goal. It is seven
/// in the morning, UTC.
pub struct Unit {
    pub app: TestApp,
    pub now: DateTime<Utc>,
}

impl Unit {
    pub async fn open(engine: Engine) -> Self {
        // Some days ago: a sign-in's cookie keeps the real time, and the story goes on into the following days.
        let today = Clock::System.now().date_naive() - TimeDelta::days(5);
        let now = today.and_hms_opt(7, 0, 0).unwrap().and_utc();
        let app = TestApp::start(TestDatabase::empty(engine).await, Clock::fixed(now)).await;
        let unit = Self { app, now };
        unit.build().await;
        unit
    }

    async fn build(&self) {
        let (facility, by, at) =
            (self.app.id(FACILITY), self.app.id(PRACTITIONER), format!("'{}'", self.now.to_rfc3339()));
        let (yes, no) = (self.app.yes(true), self.app.yes(false));
        let mut sql = format!(
            "insert into custody_facility values ({facility}, 'P', 'Old Prison', 'prison', 'UTC', 'en', {by}, {at}, 1);"
        );
        for (room, name, capacity) in [(KITCHEN, "Kitchen", 2), (STUDIO, "Studio", 8)] {
            let room = self.app.id(room);
            sql.push_str(&format!(
                "insert into custody_room values ({room}, {facility}, '{name}', '{name}', 'activity', {capacity}, {yes}, {by}, {at}, 1);"
            ));
        }
        for weekday in 1..=7 {
            sql.push_str(&format!("insert into custody_regime values ({facility}, {weekday}, 'am', 480, 705);"));
        }
        for (n, name, role) in [
            (PRACTITIONER, "practitioner", "practitioner"),
            (11, "other", "practitioner"),
            (12, "clinician", "clinician"),
        ] {
            let (id, grant) = (self.app.id(n), self.app.id(n + 20));
            sql.push_str(&format!(
                "insert into access_user (id, username, display_name, profession, side, language, password_hash, must_change_password, is_demo,
                   active, failed_sign_ins, created_at, version)
                 values ({id}, '{name}', 'Name of {name}', 'Therapist', 'care', 'en', '{PASSWORD_HASH}', {no}, {no}, {yes}, 0, {at}, 1);
                 insert into access_grant (id, user_id, side, role, facility_id, wing_id, approved_at, created_at)
                 values ({grant}, {id}, 'care', '{role}', {facility}, null, {at}, {at});"
            ));
        }
        for (n, (family, given)) in (1..).zip(NAMES) {
            sql.push_str(&self.patient(n, family, given));
        }
        sql.push_str(&format!(
            "insert into custody_kit_clearance select kit_id, {facility}, 'cleared', null, {by}, {at}, 1 from care_activity_version
             where code = 'cooking';"
        ));
        self.app.run(&sql).await;
    }

    /// A person in the caseload with an active plan of one goal.
    pub fn patient(&self, n: u128, family: &str, given: &str) -> String {
        let (facility, by, at) =
            (self.app.id(FACILITY), self.app.id(PRACTITIONER), format!("'{}'", self.now.to_rfc3339()));
        let (person, plan, goal) = (self.app.id(PERSON + n), self.app.id(PERSON + 50 + n), self.app.id(GOAL + n));
        let today = self.now.date_naive();
        format!(
            "insert into custody_person values ({person}, {facility}, 'A-100{n}', '{family}', '{given}', '1990-01-01', 'male', 'sentenced', 'present',
               null, 'C2-{n}', 'sq', lower('{family}, {given}'), {by}, {at}, 1);
             insert into care_patient values ({person}, {facility}, {by}, 'open', '{today}', null, {by}, {at}, 1);
             insert into care_plan (id, patient_id, facility_id, version_no, status, title, summary, areas, approach, sessions_per_week,
               minutes_per_session, session_mix, weekly_target_minutes, target_reason, precautions, agreement, review_interval_days, lead_id,
               created_by, created_at, version)
             values ({plan}, {person}, {facility}, 1, 'draft', 'Plan', '', 'adl', 'maintain', 2, 60, 'mixed', 300, '', '', 'agreed', 28, {by}, {by},
               {at}, 1);
             insert into care_goal (id, plan_id, patient_id, facility_id, position, thread_id, description, patient_words, area, lifecycle,
               achievement, step_m2, step_m1, step_0, step_p1, step_p2, baseline, importance, difficulty, created_by, created_at, version)
             values ({goal}, {plan}, {person}, {facility}, 1, {goal}, 'Cooks a meal', '', 'iadl', 'active', 'in_progress', 'a', 'b', 'c',
               'one prompt', 'e', -1, 1, 1, {by}, {at}, 1);
             update care_plan set status = 'active' where id = {plan};"
        )
    }

    pub async fn count(&self, table: &str) -> String {
        self.app.db.text(&format!("select cast(count(*) as text) from {table}")).await.unwrap()
    }

    /// The fields of a request for tomorrow at ten, for an hour.
    pub fn request(&self, session: u128, room: u128, people: &[u128]) -> Vec<(String, String)> {
        let tomorrow = (self.now + TimeDelta::days(1)).date_naive();
        let mode = if people.len() > 1 { "group" } else { "individual" };
        let mut fields: Vec<(String, String)> = [
            ("slot", uuid(session).to_string()),
            ("activity", "cooking".to_owned()),
            ("mode", mode.to_owned()),
            ("date", tomorrow.to_string()),
            ("part", "am".to_owned()),
            ("start", "10:00".to_owned()),
            ("minutes", "60".to_owned()),
            ("room", uuid(room).to_string()),
            ("purpose", "Taking turns".to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        for n in people {
            fields.push(("people".to_owned(), uuid(PERSON + n).to_string()));
            fields.push(("goal".to_owned(), uuid(GOAL + n).to_string()));
        }
        fields
    }

    /// Moves the clock to after the session and signs in again, since a sign-in does not last that long.
    async fn after(&self, hours: i64, user: &str) -> Browser {
        self.app.clock.set(self.now + TimeDelta::days(1) + TimeDelta::hours(4 + hours));
        self.app.user(user).await
    }

    async fn faults(&self) -> Vec<String> {
        let key = InstallationKey::load(&self.app.db.settings().key_file).unwrap().public();
        let mut conn = open_owner(&self.app.db.database()).await.unwrap();
        notes::verify(&mut conn, &key).await.unwrap().faults.iter().map(ToString::to_string).collect()
    }
}

async fn send(browser: &Browser, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &fields).await
}

fn session_path(session: u128) -> String {
    format!("/sessions/{}", uuid(session))
}

/// 'Present for all, then the exceptions' for the first two people: the first with progress, the second declined.
fn record(version: &str, shared: &str, then: &str) -> Vec<(String, String)> {
    let own = |what: &str, n: u128| format!("{what}-{}", uuid(PERSON + n));
    let goal = |what: &str, n: u128| format!("{what}-{}", uuid(GOAL + n));
    [
        ("version".to_owned(), version),
        ("shared".to_owned(), shared),
        ("all-minutes".to_owned(), "60"),
        ("all-participation".to_owned(), "5"),
        ("all-assistance".to_owned(), "04"),
        (own("attendance", 1), "full"),
        (own("note", 1), "Asked for the recipe."),
        (goal("progress", 1), "progressing"),
        (goal("level", 1), "1"),
        (own("attendance", 2), "declined"),
        (own("reason", 2), "tired"),
        ("then".to_owned(), then),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .into()
}

/// What a browser would show, without tags.
fn words(answer: &Answer) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in answer.body.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(c),
            _ => {}
        }
    }
    text.replace("&#x27;", "'").replace("&amp;", "&")
}

const SIGN: [(&str, &str); 3] = [("version", "2"), ("password", PASSWORD), ("with-patient", "yes")];

/// Asks for a session with the first two people and records it after it was held.
async fn recorded(unit: &Unit, session: u128, hours: i64) -> Browser {
    let user = unit.app.user("practitioner").await;
    let asked = send(&user, "/sessions/new", &unit.request(session, STUDIO, &[1, 2])).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", words(&asked));
    let user = unit.after(hours, "practitioner").await;
    let saved = send(&user, &session_path(session), &record("1", "We made soup.", "sign")).await;
    assert_eq!(saved.location(), format!("{}/sign", session_path(session)), "{}", words(&saved));
    user
}

on_both_engines! {
    async fn from_the_request_to_the_signed_notes(engine) {
        let unit = Unit::open(engine).await;
        let user = unit.app.user("practitioner").await;
        let form = unit.request(500, STUDIO, &[1, 2]);
        for _ in 0..2 {
            let sent = send(&user, "/sessions/new", &form).await;
            assert_eq!(sent.location(), session_path(500), "sent twice, it is one session: {}", words(&sent));
        }
        assert_eq!(unit.count("custody_slot").await, "1");
        assert_eq!(unit.app.db.text("select status || label_letter from custody_slot").await.as_deref(), Some("requestedA"));
        assert_eq!(unit.count("care_session_goal").await, "2");

        // Still ahead: it can be neither recorded nor signed.
        assert_eq!(send(&user, &session_path(500), &record("1", "Soup.", "draft")).await.status, StatusCode::CONFLICT);
        assert_eq!(user.post(&format!("{}/sign", session_path(500)), &SIGN).await.location(), session_path(500));

        let user = unit.after(0, "practitioner").await;
        let named = send(&user, &session_path(500), &record("1", "Soup.\nBesart was tired.", "draft")).await;
        assert_eq!(named.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&named).contains("Line 2 names 'Besart'"), "{}", words(&named));
        send(&user, &session_path(500), &record("1", "We made soup.", "draft")).await;
        let sign = format!("{}/sign", session_path(500));
        assert!(words(&user.get(&sign).await).contains("We made soup."));

        let wrong = user.post(&sign, &[("version", "2"), ("password", "guess")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(unit.count("care_note").await, "0");
        for _ in 0..2 {
            assert_eq!(user.post(&sign, &SIGN).await.location(), session_path(500));
        }
        assert_eq!(unit.count("care_note").await, "2");
        assert_eq!(unit.count("care_participation where signed_at is not null").await, "2");
        assert_eq!(unit.app.db.text("select status from custody_slot").await.as_deref(), Some("completed"));
        assert_eq!(unit.app.db.text("select cast(level as text) from care_goal_rating").await.as_deref(), Some("1"));
        assert_eq!(unit.faults().await, Vec::<String>::new());

        let notes = words(&user.get(&format!("/patients/{}/notes", uuid(PERSON + 1))).await);
        for text in ["We made soup.", "Asked for the recipe.", "one prompt", "Signed by Name of practitioner, Therapist"] {
            assert!(notes.contains(text), "{text}: {notes}");
        }
        let declined = words(&user.get(&format!("/patients/{}/notes", uuid(PERSON + 2))).await);
        assert!(declined.contains("Declined: Tired") && !declined.contains("We made soup."), "{declined}");
        let saved = send(&user, &session_path(500), &record("3", "Something else.", "draft")).await;
        assert_eq!(saved.location(), session_path(500), "what is signed stays");
        assert_eq!(unit.count("care_session where shared_narrative = 'We made soup.'").await, "1");
    }

    async fn a_group_is_recorded_by_lines_of_codes(engine) {
        let unit = Unit::open(engine).await;
        let user = unit.app.user("practitioner").await;
        send(&user, "/sessions/new", &unit.request(500, STUDIO, &[1, 2, 3])).await;
        let user = unit.after(0, "practitioner").await;
        let form = |shared: &str, lines: [&str; 3]| -> Vec<(String, String)> {
            let mut form: Vec<(String, String)> = [
                ("version", "1"), ("shared", shared), ("all-minutes", "60"), ("all-participation", "4"), ("all-assistance", "05"),
                ("group-cohesion", "4"), ("group-mutual-help", "2"), ("then", "sign"),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
            form.extend((1..).zip(lines).map(|(n, line)| (format!("code-{}", uuid(PERSON + n)), line.to_owned())));
            form
        };
        let page = user.get(&session_path(500)).await;
        assert!(page.body.contains("What the codes mean") && page.body.contains("2 Tired"), "{}", page.body);
        for (shared, lines, said) in [
            ("We made soup.", ["", "q", "n"], "'q' is not a code"),
            ("We made soup.", ["", "d", "n"], "Choose why"),
            ("We made soup.", ["p n", "", "n"], "'n' says again"),
            ("We made soup.\nBK stirred.", ["", "", "n"], "Line 2 names 'BK'"),
            ("We made soup. A1001 stirred.", ["", "", "n"], "Line 1 names 'A1001'"),
        ] {
            let refused = send(&user, &session_path(500), &form(shared, lines)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
            assert!(words(&refused).contains(said), "{said}: {}", words(&refused));
            assert!(refused.body.contains("We made soup."), "what was typed stays");
        }
        let more = form("We made soup.", ["6", "", ""]).into_iter().filter(|(name, _)| name != "then");
        let more: Vec<_> = more.chain([("then".to_owned(), "goals".to_owned())]).collect();
        let shown = send(&user, &session_path(500), &more).await;
        assert!(shown.status == StatusCode::OK && shown.body.contains("We made soup.") && shown.body.contains("one prompt"));

        let saved = send(&user, &session_path(500), &form("We made soup.", ["6 m3/7 45", "d2", "n"])).await;
        assert_eq!(saved.location(), format!("{}/sign", session_path(500)), "{}", words(&saved));
        let again = user.get(&session_path(500)).await.body;
        assert!(again.contains("value=\"d2\"") && again.contains("value=\"m3/7\""), "the lines come back: {again}");
        assert_eq!(user.post(&format!("{}/sign", session_path(500)), &SIGN).await.status, StatusCode::SEE_OTHER);
        assert_eq!(unit.count("care_participation where signed_at is not null and mood_after = 7 and participation = 6").await, "1");
        assert_eq!(unit.count("care_session where cohesion = 4 and mutual_help = 2 and rule_keeping is null").await, "1");
        assert_eq!(unit.count("care_note where payload like '%\"group\":{\"cohesion\":4%'").await, "1", "of those who were there");
        assert_eq!(unit.count("care_note").await, "3");
        assert_eq!(unit.faults().await, Vec::<String>::new());
        let note = words(&user.get(&format!("/patients/{}/notes", uuid(PERSON + 1))).await);
        assert!(note.contains("3 → 7") && note.contains("4 / 5"), "{note}");
    }

    async fn a_refusal_says_who_and_what_is_in_the_way(engine) {
        let unit = Unit::open(engine).await;
        let other = unit.app.user("other").await;
        assert_eq!(send(&other, "/sessions/new", &unit.request(500, KITCHEN, &[1])).await.status, StatusCode::SEE_OTHER);
        let user = unit.app.user("practitioner").await;
        let refused = send(&user, "/sessions/new", &unit.request(501, KITCHEN, &[1, 2])).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let said = words(&refused);
        for text in ["Kitchen is taken 10:00–11:00.", "BERISHA, Agron is booked elsewhere 10:00–11:00."] {
            assert!(said.contains(text), "{text}: {said}");
        }
        assert!(!said.contains("You have another session"), "{said}");
        assert!(refused.body.contains("Taking turns"), "what was typed is still there");

        assert_eq!(send(&user, "/sessions/new", &unit.request(502, STUDIO, &[2])).await.status, StatusCode::SEE_OTHER);
        let said = words(&send(&user, "/sessions/new", &unit.request(503, KITCHEN, &[3])).await);
        assert!(said.contains("You have another session 10:00–11:00."), "{said}");
        assert_eq!(unit.count("custody_slot").await, "2");
        assert_eq!(unit.count("care_session").await, "2", "nothing is half booked");
    }

    async fn kept_apart_is_said_without_why(engine) {
        let unit = Unit::open(engine).await;
        let (facility, a, b, by) = (unit.app.id(FACILITY), unit.app.id(PERSON + 1), unit.app.id(PERSON + 3), unit.app.id(PRACTITIONER));
        let at = unit.now.to_rfc3339();
        unit.app.run(&format!(
            "insert into custody_keep_apart (id, facility_id, person_a, person_b, starts_on, ends_on, reason, created_by, created_at, version)
             values ({}, {facility}, {b}, {a}, '2020-01-01', null, 'Threatened him', {by}, '{at}', 1)",
            unit.app.id(900)
        ))
        .await;
        let user = unit.app.user("practitioner").await;
        let said = words(&send(&user, "/sessions/new", &unit.request(500, STUDIO, &[1, 2, 3])).await);
        assert!(said.contains("GASHI, Liridon and BERISHA, Agron cannot be booked together."), "{said}");
        assert!(!said.contains("Threatened"));
        let small = words(&send(&user, "/sessions/new", &unit.request(501, KITCHEN, &[1, 2, 3])).await);
        assert!(small.contains("Kitchen has places for 2."), "{small}");
        assert_eq!(unit.count("custody_slot").await, "0");
    }

    async fn of_two_at_once_one_gets_the_room(engine) {
        let unit = Unit::open(engine).await;
        let (one, two) = (unit.app.user("practitioner").await, unit.app.user("other").await);
        let (first, second) = (unit.request(500, KITCHEN, &[1]), unit.request(501, KITCHEN, &[2]));
        let (first, second) = tokio::join!(send(&one, "/sessions/new", &first), send(&two, "/sessions/new", &second));
        let mut answers = [first.status, second.status];
        answers.sort();
        assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
        assert_eq!(unit.count("custody_slot").await, "1");
    }

    async fn signed_twice_at_once_it_is_signed_once(engine) {
        let unit = Unit::open(engine).await;
        let user = recorded(&unit, 500, 0).await;
        let sign = format!("{}/sign", session_path(500));
        let (first, second) = tokio::join!(user.post(&sign, &SIGN), user.post(&sign, &SIGN));
        for answer in [first, second] {
            assert_eq!(answer.location(), session_path(500), "{}", words(&answer));
        }
        assert_eq!(unit.count("care_note").await, "2");
        assert_eq!(unit.count("care_goal_rating").await, "1");
    }

    async fn a_stale_save_keeps_what_was_typed(engine) {
        let unit = Unit::open(engine).await;
        let user = recorded(&unit, 500, 0).await;
        let stale = send(&user, &session_path(500), &record("1", "My own account.", "draft")).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&stale).contains("Somebody has saved this session") && stale.body.contains("My own account."));
        assert!(stale.body.contains("name=\"version\" value=\"2\"") || stale.body.contains("value=\"2\" name=\"version\""));
        // What was shown for signing is no longer what is kept.
        send(&user, &session_path(500), &record("2", "My own account.", "draft")).await;
        let changed = user.post(&format!("{}/sign", session_path(500)), &SIGN).await;
        assert_eq!(changed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&changed).contains("has changed since you saw it") && words(&changed).contains("My own account."));
        assert_eq!(unit.count("care_note").await, "0");
    }

    async fn a_draft_is_its_authors_alone(engine) {
        let unit = Unit::open(engine).await;
        recorded(&unit, 500, 0).await;
        for name in ["other", "clinician"] {
            let user = unit.app.user(name).await;
            let page = user.get(&session_path(500)).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(words(&page).contains("BERISHA, Agron") && !page.body.contains("soup") && !page.body.contains("recipe"), "{name}");
            assert_eq!(send(&user, &session_path(500), &record("2", "Mine.", "draft")).await.status, StatusCode::FORBIDDEN, "{name}");
            assert_eq!(user.post(&format!("{}/sign", session_path(500)), &SIGN).await.status, StatusCode::FORBIDDEN, "{name}");
            assert_eq!(user.post(&format!("{}/stop", session_path(500)), &[("version", "1")]).await.status, StatusCode::FORBIDDEN, "{name}");
        }
    }

    async fn a_late_entry_says_why(engine) {
        let unit = Unit::open(engine).await;
        let user = recorded(&unit, 500, 25).await;
        let sign = format!("{}/sign", session_path(500));
        assert!(words(&user.get(&sign).await).contains("more than 24 hours ago"));
        assert_eq!(user.post(&sign, &SIGN).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let late = [SIGN.as_slice(), &[("late-reason", "Was called away")]].concat();
        assert_eq!(user.post(&sign, &late).await.status, StatusCode::SEE_OTHER);
        let notes = words(&user.get(&format!("/patients/{}/notes", uuid(PERSON + 1))).await);
        assert!(notes.contains("Late entry Was called away"), "{notes}");
    }

    async fn health_cancels_and_custody_reads_no_reason(engine) {
        let unit = Unit::open(engine).await;
        let user = unit.app.user("practitioner").await;
        send(&user, "/sessions/new", &unit.request(500, KITCHEN, &[1])).await;
        assert_eq!(user.post(&format!("{}/stop", session_path(500)), &[("version", "1")]).await.status, StatusCode::SEE_OTHER);
        let kept = unit.app.db.text("select status || ' ' || cancel_side || ' ' || cancel_reason from custody_slot").await;
        assert_eq!(kept.as_deref(), Some("cancelled health health"));
        assert_eq!(send(&user, "/sessions/new", &unit.request(501, KITCHEN, &[1])).await.status, StatusCode::SEE_OTHER, "all is free again");
        let letters = unit.app.db.text("select max(label_letter) from custody_slot").await;
        assert_eq!(letters.as_deref(), Some("B"), "the letter of a cancelled session is not given again");
    }

    async fn one_changed_byte_of_a_note_names_its_row(engine) {
        let unit = Unit::open(engine).await;
        let user = recorded(&unit, 500, 0).await;
        user.post(&format!("{}/sign", session_path(500)), &SIGN).await;
        let first = format!("patient_id = {}", unit.app.id(PERSON + 1));
        for change in ["update care_note set payload = ''", "delete from care_note", "update care_participation set minutes = 1",
                       "update care_session set shared_narrative = ''", "delete from care_participation_goal"] {
            assert!(unit.app.db.as_owner(change).await.is_err(), "{change}");
        }
        let open = |trigger: &str, table: &str| match engine {
            Engine::Sqlite => format!("drop trigger {trigger}"),
            Engine::Postgres => format!("alter table {table} disable trigger {trigger}"),
        };
        unit.app.run(&open("care_note_no_update", "care_note")).await;
        unit.app.run(&format!("update care_note set payload = replace(payload, 'soup', 'soap') where {first}")).await;
        let found = unit.faults().await;
        assert!(matches!(found.as_slice(), [fault] if fault.contains("changed after it was signed")), "{found:?}");
        unit.app.run(&format!("update care_note set payload = replace(payload, 'soap', 'soup') where {first}")).await;
        unit.app.run(&open("care_participation_no_update", "care_participation")).await;
        unit.app.run(&format!("update care_participation set minutes = 59 where {first}")).await;
        let found = unit.faults().await;
        assert!(matches!(found.as_slice(), [fault] if fault.contains("participation signed with it was changed")), "{found:?}");
        unit.app.run(&open("care_note_no_delete", "care_note")).await;
        unit.app.run(&format!("delete from care_note where {first}")).await;
        let found = unit.faults().await;
        assert!(matches!(found.as_slice(), [fault] if fault.contains("its note is missing")), "{found:?}");
    }
}
