//! Leaving, on the demonstration data: a move with its package from one health unit to the other, the end of a treatment with
//! the patient's copy, and a group of which somebody has gone before it is signed. Each as the roles concerned live it.

use app::access::keys::InstallationKey;
use app::care::notes;
use app::kit::clock::Clock;
use app::kit::db::{Engine, open_owner};
use chrono::{DateTime, Days, Utc};
use reqwest::StatusCode;
use uuid::Uuid;

use crate::harness::{Answer, Browser, TestApp, id_as_text, sql_id};

mod discharge;
mod group;
mod moves;

/// The demonstration with those who take part.
pub(super) struct Story {
    pub(super) app: TestApp,
    engine: Engine,
    /// Practitioner and coordinator of the first facility, practitioner of the second.
    pub(super) old: Browser,
    pub(super) custody: Browser,
    pub(super) new: Browser,
}

impl Story {
    pub(super) async fn begin(engine: Engine) -> Self {
        let app = TestApp::demo(engine).await;
        let (old, custody, new) =
            (app.user("practitioner").await, app.user("coordinator").await, app.user("practitioner2").await);
        Self { app, engine, old, custody, new }
    }

    pub(super) fn sql(&self, id: Uuid) -> String {
        sql_id(self.engine, &id.to_string())
    }

    /// The first identifier that a question finds; it names its column `id`.
    pub(super) async fn find(&self, from: &str) -> Uuid {
        let column = id_as_text(self.engine, "id");
        let text = self.app.db.text(&format!("select {column} from (select {from}) found limit 1")).await;
        Uuid::parse_str(&text.unwrap_or_else(|| panic!("nothing found: {from}"))).unwrap()
    }

    pub(super) async fn number(&self, sql: &str) -> String {
        self.app.db.text(&format!("select cast(({sql}) as text)")).await.unwrap_or_default()
    }

    pub(super) async fn facility(&self, code: &str) -> Uuid {
        self.find(&format!("id from custody_facility where code = '{code}'")).await
    }

    /// A patient of the practitioner with an active plan, sessions ahead and nothing left to sign.
    pub(super) async fn patient(&self) -> Uuid {
        let now = written(Clock::System.now());
        self.find(&format!(
            "c.person_id as id from care_patient c join access_user u on u.id = c.lead_id join custody_person p on p.id = c.person_id
             where u.username = 'practitioner' and c.status = 'open' and p.facility_id = c.facility_id
               and exists (select 1 from care_plan l where l.patient_id = c.person_id and l.status = 'active')
               and not exists (select 1 from custody_transfer t where t.person_id = c.person_id)
               and exists (select 1 from custody_slot_person sp where sp.person_id = c.person_id and sp.starts_at > '{now}')
             order by p.prison_number desc"
        ))
        .await
    }

    /// Signs nothing, but leaves nothing behind that would have to be.
    pub(super) async fn nothing_unsigned(&self, patient: Uuid) {
        let now = written(Clock::System.now());
        self.run(&format!(
            "update custody_slot set status = 'not_held', cancel_side = 'health', cancel_reason = 'health'
             where starts_at <= '{now}' and status in ('requested', 'confirmed', 'in_progress', 'completed')
               and id in (select c.id from care_session c join custody_slot_person sp on sp.slot_id = c.id
                          where sp.person_id = {} and c.signed_at is null)",
            self.sql(patient)
        ))
        .await;
    }

    pub(super) async fn run(&self, sql: &str) {
        self.app.db.as_owner(sql).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
    }

    /// Puts the patient into a group of the facility, beside those that there are already.
    pub(super) async fn joins_a_group(&self, patient: Uuid) {
        let id = self.sql(patient);
        self.run(&format!(
            "insert into care_programme_member (programme_id, patient_id, status, since, position, version)
             select g.id, {id}, 'active', '2026-01-05', 99, 1 from care_programme g join care_patient c on c.facility_id = g.facility_id
             where c.person_id = {id} and not exists (select 1 from care_programme_member m where m.programme_id = g.id and m.patient_id = {id})
             order by g.id limit 1"
        ))
        .await;
        assert_ne!(self.memberships(patient, "'active'").await, "0");
    }

    /// How many groups the patient is in with one of these states.
    pub(super) async fn memberships(&self, patient: Uuid, states: &str) -> String {
        let id = self.sql(patient);
        self.number(&format!(
            "select count(*) from care_programme_member where patient_id = {id} and status in ({states})"
        ))
        .await
    }

    pub(super) async fn ahead(&self, patient: Uuid) -> String {
        let now = written(Clock::System.now());
        self.number(&format!(
            "select count(*) from custody_claim where resource_id = {} and starts_at > '{now}' and active = {}",
            self.sql(patient),
            if self.engine == Engine::Sqlite { "1" } else { "true" }
        ))
        .await
    }

    pub(super) async fn note_faults(&self) -> Vec<String> {
        let key = InstallationKey::load(&self.app.db.settings().key_file).unwrap().public();
        let mut conn = open_owner(&self.app.db.database()).await.unwrap();
        notes::verify(&mut conn, &key).await.unwrap().faults.iter().map(ToString::to_string).collect()
    }

    pub(super) async fn prison_number(&self, person: Uuid) -> String {
        self.app
            .db
            .text(&format!("select prison_number from custody_person where id = {}", self.sql(person)))
            .await
            .unwrap()
    }

    /// Plans a move of the patient to the second facility for today; gives the page of the move.
    pub(super) async fn plan_move(&self, patient: Uuid) -> String {
        let (person, to) = (patient.to_string(), self.facility("HSP").await.to_string());
        let today = Clock::System.now().date_naive().checked_add_days(Days::new(1)).unwrap().to_string();
        let fields = [("person", person.as_str()), ("to", to.as_str()), ("on", today.as_str())];
        let planned = self.custody.post("/transfers/new", &fields).await;
        assert_eq!(planned.status, StatusCode::SEE_OTHER, "{}", planned.body);
        let page = planned.location().to_owned();
        let again = self.custody.post("/transfers/new", &fields).await;
        assert_eq!(again.location(), page, "the form sent twice plans one move");
        page
    }

    pub(super) async fn carry_out(&self, page: &str) -> Answer {
        let version = value_of(&self.custody.get(page).await.body, "version").to_owned();
        self.custody.post(&format!("{page}/carry-out"), &[("version", &version)]).await
    }

    /// The form of a package as it would be sent now.
    pub(super) async fn package(&self, patient: Uuid, password: &str) -> Vec<(String, String)> {
        let page = self.old.get(&format!("/patients/{patient}/transfer")).await;
        assert_eq!(page.status, StatusCode::OK);
        let to = self.facility("HSP").await.to_string();
        [
            ("package", value_of(&page.body, "package")),
            ("version", value_of(&page.body, "version")),
            ("to", to.as_str()),
            ("summary", "Bakes bread alone since October."),
            ("open_matters", "The oven is next."),
            ("informed", "yes"),
            ("objection", "Would rather stay."),
            ("password", password),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into()
    }
}

/// A moment as both engines compare it.
pub(super) fn written(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true).replace('Z', "+00:00")
}

/// The value of the first input of a name.
pub(super) fn value_of<'a>(page: &'a str, name: &str) -> &'a str {
    let at = page.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name} in {page}"));
    page[at..].split('"').nth(3).unwrap()
}

pub(super) async fn send(browser: &Browser, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &fields).await
}

pub(super) fn with(mut fields: Vec<(String, String)>, name: &str, value: &str) -> Vec<(String, String)> {
    fields.retain(|(held, _)| held != name);
    fields.push((name.to_owned(), value.to_owned()));
    fields
}

pub(super) fn has_error(page: &str, field: &str) -> bool {
    page.contains(&format!("id=\"{}_error\"", field.replace('_', "-")))
}
