//! Notes in a small unit: one facility in Belgrade's time with one patient and everybody who writes or reads about him.

use app::access::keys::InstallationKey;
use app::care::notes;
use app::kit::clock::Clock;
use app::kit::db::{Engine, open_owner};
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, PASSWORD, PASSWORD_HASH, TestApp, TestDatabase, uuid};

mod life;
mod luck;

const FACILITY: u128 = 1;
const PATIENT: u128 = 100;
const USERS: [(u128, &str, &str); 6] = [
    (10, "practitioner", "practitioner"),
    (11, "trainee", "practitioner"),
    (12, "other", "practitioner"),
    (13, "clinician", "clinician"),
    (14, "reviewer", "reviewer"),
    (15, "head", "head"),
];

/// A running server on one facility in Belgrade's time with one patient, whom practitioner, trainee and clinician treat.
pub(super) struct Unit {
    pub(super) app: TestApp,
}

impl Unit {
    pub(super) async fn open(engine: Engine) -> Self {
        Self::open_at(engine, Clock::System.now() - TimeDelta::hours(2)).await
    }

    pub(super) async fn open_at(engine: Engine, now: DateTime<Utc>) -> Self {
        let app = TestApp::start(TestDatabase::empty(engine).await, Clock::fixed(now)).await;
        let unit = Self { app };
        unit.build(now).await;
        unit
    }

    async fn build(&self, now: DateTime<Utc>) {
        let (yes, no) = (self.app.yes(true), self.app.yes(false));
        let (facility, by, at) = (self.app.id(FACILITY), self.app.id(10), format!("'{}'", now.to_rfc3339()));
        let patient = self.app.id(PATIENT);
        let mut sql = format!(
            "insert into custody_facility values ({facility}, 'P', 'Old Prison', 'prison', 'Europe/Belgrade', 'en', {by}, {at}, 1);"
        );
        for (n, name, role) in USERS {
            let (id, grant) = (self.app.id(n), self.app.id(n + 20));
            sql.push_str(&format!(
                "insert into access_user (id, username, display_name, profession, side, language, password_hash, must_change_password, is_demo,
                   active, failed_sign_ins, created_at, version)
                 values ({id}, '{name}', 'Name of {name}', 'Therapist', 'care', 'en', '{PASSWORD_HASH}', {no}, {no}, {yes}, 0, {at}, 1);
                 insert into access_grant (id, user_id, side, role, facility_id, wing_id, approved_at, created_at)
                 values ({grant}, {id}, 'care', '{role}', {facility}, null, {at}, {at});"
            ));
        }
        sql.push_str(&format!(
            "insert into custody_person values ({patient}, {facility}, 'A-20417', 'D''Ëlez-Žarić', 'Чедомир', '1990-01-01', 'male', 'sentenced',
               'present', null, 'C2-1', 'sr', 'd''elez', {by}, {at}, 1);
             insert into care_patient values ({patient}, {facility}, {by}, 'open', '2020-01-01', null, {by}, {at}, 1);"
        ));
        for treating in [10, 11, 13] {
            sql.push_str(&format!(
                "insert into care_team values ({patient}, {}, '2020-01-01');",
                self.app.id(treating)
            ));
        }
        self.app.run(&sql).await;
    }

    pub(super) async fn count(&self, table: &str) -> String {
        self.app.db.text(&format!("select cast(count(*) as text) from {table}")).await.unwrap()
    }

    /// The head puts the trainee under the practitioner's supervision.
    pub(super) async fn supervise(&self) {
        let form = [("user", uuid(11).to_string()), ("supervisor", uuid(10).to_string())];
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let head = self.app.user("head").await;
        assert_eq!(head.post("/supervision", &form).await.location(), "/supervision");
        let again = head.post("/supervision", &form).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&again).contains("supervised already"), "{}", words(&again));
    }

    pub(super) async fn faults(&self) -> Vec<String> {
        let key = InstallationKey::load(&self.app.db.settings().key_file).unwrap().trusted();
        let mut conn = open_owner(&self.app.db.database()).await.unwrap();
        notes::verify(&mut conn, &key).await.unwrap().faults.iter().map(ToString::to_string).collect()
    }
}

pub(super) fn notes_of() -> String {
    format!("/patients/{}/notes", uuid(PATIENT))
}

pub(super) fn draft(n: u128) -> String {
    format!("{}/drafts/{}", notes_of(), uuid(n))
}

pub(super) fn note(n: u128) -> String {
    format!("{}/{}", notes_of(), uuid(n))
}

/// Begins a contact note in one narrative section.
pub(super) async fn begin(browser: &Browser, n: u128) {
    let id = uuid(n).to_string();
    for _ in 0..2 {
        let begun = browser
            .post(&format!("{}/new", notes_of()), &[("draft", &id), ("kind", "contact"), ("begin-as", "narrative")])
            .await;
        assert_eq!(begun.location(), draft(n), "pressed twice, it is one draft: {}", words(&begun));
    }
}

/// Fills in what a draft's page holds and changes some of it.
pub(super) async fn form(browser: &Browser, n: u128, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = browser.get(&draft(n)).await;
    assert_eq!(page.status, StatusCode::OK, "{}", words(&page));
    let mut fields: Vec<(String, String)> = ["version", "date", "time"]
        .map(|name| (name.to_owned(), value_of(&page.body, name)))
        .into_iter()
        .chain([("sensitivity".to_owned(), "normal".to_owned())])
        .collect();
    for (name, value) in changes {
        fields.retain(|(held, _)| held != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

/// The value of an input of a page.
pub(crate) fn value_of(page: &str, name: &str) -> String {
    let input = page
        .split("<input")
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .find(|input| input.contains(&format!("name=\"{name}\"")))
        .unwrap_or_default();
    input.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

pub(super) async fn send(browser: &Browser, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &fields).await
}

/// Writes and signs a contact note; gives the answer to the signature.
pub(super) async fn signed(browser: &Browser, n: u128, text: &str, changes: &[(&str, &str)]) -> Answer {
    begin(browser, n).await;
    let changes = [&[("narrative", text), ("do", "sign")], changes].concat();
    let saved = send(browser, &draft(n), &form(browser, n, &changes).await).await;
    assert_eq!(saved.location(), format!("{}/sign", draft(n)), "{}", words(&saved));
    sign(browser, n).await
}

pub(super) async fn sign(browser: &Browser, n: u128) -> Answer {
    let to = format!("{}/sign", draft(n));
    let page = browser.get(&to).await;
    let version = value_of(&page.body, "version");
    browser.post(&to, &[("version", &version), ("password", PASSWORD)]).await
}

/// What a browser would show, without tags.
pub(crate) fn words(answer: &Answer) -> String {
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
