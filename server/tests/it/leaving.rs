//! Leaving, on the demonstration data: a move with its package from one health unit to the other, the end of a treatment with
//! the patient's copy, and a group of which somebody has gone before it is signed. Each as the roles concerned live it.

use app::access::keys::InstallationKey;
use app::care::notes;
use app::kit::clock::Clock;
use app::kit::db::{Engine, open_owner};
use chrono::{DateTime, Days, TimeDelta, Utc};
use reqwest::StatusCode;
use uuid::Uuid;

use crate::harness::{Answer, Browser, PASSWORD, TestApp, on_both_engines};

/// The demonstration with those who take part.
struct Story {
    app: TestApp,
    engine: Engine,
    /// Practitioner and coordinator of the first facility, practitioner of the second.
    old: Browser,
    custody: Browser,
    new: Browser,
}

impl Story {
    async fn begin(engine: Engine) -> Self {
        let app = TestApp::demo(engine).await;
        let (old, custody, new) =
            (app.user("practitioner").await, app.user("coordinator").await, app.user("practitioner2").await);
        Self { app, engine, old, custody, new }
    }

    fn sql(&self, id: Uuid) -> String {
        match self.engine {
            Engine::Sqlite => format!("x'{}'", id.simple()),
            Engine::Postgres => format!("'{id}'::uuid"),
        }
    }

    /// The first identifier that a question finds; it names its column `id`.
    async fn find(&self, from: &str) -> Uuid {
        let column = match self.engine {
            Engine::Sqlite => "lower(hex(id))",
            Engine::Postgres => "replace(id::text, '-', '')",
        };
        let text = self.app.db.text(&format!("select {column} from (select {from}) found limit 1")).await;
        Uuid::parse_str(&text.unwrap_or_else(|| panic!("nothing found: {from}"))).unwrap()
    }

    async fn number(&self, sql: &str) -> String {
        self.app.db.text(&format!("select cast(({sql}) as text)")).await.unwrap_or_default()
    }

    async fn facility(&self, code: &str) -> Uuid {
        self.find(&format!("id from custody_facility where code = '{code}'")).await
    }

    /// A patient of the practitioner with an active plan, sessions ahead and nothing left to sign.
    async fn patient(&self) -> Uuid {
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
    async fn nothing_unsigned(&self, patient: Uuid) {
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

    async fn run(&self, sql: &str) {
        self.app.db.as_owner(sql).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
    }

    async fn ahead(&self, patient: Uuid) -> String {
        let now = written(Clock::System.now());
        self.number(&format!(
            "select count(*) from custody_claim where resource_id = {} and starts_at > '{now}' and active = {}",
            self.sql(patient),
            if self.engine == Engine::Sqlite { "1" } else { "true" }
        ))
        .await
    }

    async fn note_faults(&self) -> Vec<String> {
        let key = InstallationKey::load(&self.app.db.settings().key_file).unwrap().public();
        let mut conn = open_owner(&self.app.db.database()).await.unwrap();
        notes::verify(&mut conn, &key).await.unwrap().faults.iter().map(ToString::to_string).collect()
    }

    async fn prison_number(&self, person: Uuid) -> String {
        self.app
            .db
            .text(&format!("select prison_number from custody_person where id = {}", self.sql(person)))
            .await
            .unwrap()
    }

    /// Plans a move of the patient to the second facility for today; gives the page of the move.
    async fn plan_move(&self, patient: Uuid) -> String {
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

    async fn carry_out(&self, page: &str) -> Answer {
        let version = value_of(&self.custody.get(page).await.body, "version").to_owned();
        self.custody.post(&format!("{page}/carry-out"), &[("version", &version)]).await
    }

    /// The form of a package as it would be sent now.
    async fn package(&self, patient: Uuid, password: &str) -> Vec<(String, String)> {
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
fn written(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true).replace('Z', "+00:00")
}

/// The value of the first input of a name.
fn value_of<'a>(page: &'a str, name: &str) -> &'a str {
    let at = page.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name} in {page}"));
    page[at..].split('"').nth(3).unwrap()
}

async fn send(browser: &Browser, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &fields).await
}

fn with(mut fields: Vec<(String, String)>, name: &str, value: &str) -> Vec<(String, String)> {
    fields.retain(|(held, _)| held != name);
    fields.push((name.to_owned(), value.to_owned()));
    fields
}

fn has_error(page: &str, field: &str) -> bool {
    page.contains(&format!("id=\"{}_error\"", field.replace('_', "-")))
}

on_both_engines! {
    async fn a_move_and_its_package(engine) {
        let story = Story::begin(engine).await;
        let patient = story.patient().await;
        let (id, number) = (story.sql(patient), story.prison_number(patient).await);
        let path = format!("/patients/{patient}/transfer");
        story
            .run(&format!(
                "update custody_alert set ends_on = null where person_id = {id};
                 update custody_keep_apart set ends_on = null where person_a = {id} or person_b = {id};"
            ))
            .await;
        assert_ne!(story.ahead(patient).await, "0");

        // Custody plans; both health units see what is theirs.
        let found = story.custody.get(&format!("/transfers/new?q={number}")).await;
        assert!(found.body.contains(&format!("person={patient}")), "the person is found by number");
        let page = story.plan_move(patient).await;
        assert!(story.old.get("/transfers/incoming").await.body.contains(&number));
        assert!(!story.new.get("/transfers/incoming").await.body.contains(&number));
        assert_eq!(story.new.get(&format!("/patients/{patient}")).await.status, StatusCode::FORBIDDEN);

        // A number that somebody at the new facility has is refused at its field, and nothing has happened.
        let taken = story
            .app
            .db
            .text("select prison_number from custody_person where facility_id = (select id from custody_facility where code = 'HSP') limit 1")
            .await
            .unwrap();
        let version = value_of(&story.custody.get(&page).await.body, "version").to_owned();
        let carry_out = format!("{page}/carry-out");
        let refused = story.custody.post(&carry_out, &[("version", &version), ("number", &taken)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "number") && refused.body.contains(&taken));
        assert_ne!(story.ahead(patient).await, "0");

        let done = story.custody.post(&carry_out, &[("version", &version)]).await;
        assert_eq!(done.location(), "/transfers", "{}", done.body);
        let twice = story.custody.post(&carry_out, &[("version", &version)]).await;
        assert_eq!(twice.location(), "/transfers", "a double click is answered");
        assert_eq!(story.ahead(patient).await, "0", "nothing is booked ahead");
        let today = format!("'{}'", Clock::System.now().date_naive() + Days::new(1));
        for (what, sql, expected) in [
            ("alerts", format!("select count(*) from custody_alert where person_id = {id} and (ends_on is null or ends_on > {today})"), "0"),
            ("pairs", format!("select count(*) from custody_keep_apart where (person_a = {id} or person_b = {id}) and (ends_on is null or ends_on > {today})"), "0"),
            ("stays", format!("select count(*) from custody_stay where person_id = {id}"), "2"),
            ("open stays", format!("select count(*) from custody_stay where person_id = {id} and ends_on is null"), "1"),
            ("place", format!("select count(*) from custody_person p join custody_facility f on f.id = p.facility_id where p.id = {id} and f.code = 'HSP' and p.wing_id is null"), "1"),
        ] {
            assert_eq!(story.number(&sql).await, expected, "{what}");
        }

        // The record is still the old unit's, which finishes and sends.
        assert_eq!(story.old.get(&format!("/patients/{patient}")).await.status, StatusCode::OK);
        assert_eq!(story.new.get(&format!("/patients/{patient}")).await.status, StatusCode::FORBIDDEN);
        assert!(story.new.get("/transfers/incoming").await.body.contains(&number), "the new unit learns that somebody has come");

        let typed = story.package(patient, PASSWORD).await;
        let gap = with(with(typed.clone(), "informed", "no"), "objection", "");
        let refused = send(&story.old, &format!("{path}/send"), &gap).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "objection") && refused.body.contains("Bakes bread alone"));
        let wrong = send(&story.old, &format!("{path}/send"), &with(typed.clone(), "password", "wrong")).await;
        assert!(has_error(&wrong.body, "password") && wrong.body.contains("Bakes bread alone"));
        let long = send(&story.old, &path, &with(typed.clone(), "summary", &"ë".repeat(100_000))).await;
        assert!(long.status == StatusCode::UNPROCESSABLE_ENTITY && has_error(&long.body, "summary"));
        assert!(long.body.contains(&"ë".repeat(100_000)), "nothing typed is lost");

        // Two people write: the second sees both texts.
        assert_eq!(send(&story.old, &path, &typed).await.status, StatusCode::SEE_OTHER);
        let conflict = send(&story.old, &path, &with(typed.clone(), "summary", "Somebody else's words.")).await;
        assert_eq!(conflict.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(conflict.body.contains("Bakes bread alone") && conflict.body.contains("Somebody else&#x27;s words.")
            || conflict.body.contains("Bakes bread alone") && conflict.body.contains("Somebody else's words."));

        let ready = story.package(patient, PASSWORD).await;
        let sent = send(&story.old, &format!("{path}/send"), &ready).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert_eq!(send(&story.old, &format!("{path}/send"), &ready).await.status, StatusCode::SEE_OTHER);
        assert_eq!(story.number(&format!("select count(*) from care_note where patient_id = {id} and kind = 'transfer'")).await, "1");

        // The new unit sees that a package waits, and reads it once it is received.
        let package = story.find(&format!("id from care_transfer where patient_id = {id} and status = 'sent'")).await;
        let inbox = format!("/transfers/incoming/{package}");
        assert!(story.new.get("/transfers/incoming").await.body.contains(&inbox));
        let waiting = story.new.get(&inbox).await;
        assert!(waiting.status == StatusCode::OK && !waiting.body.contains("Bakes bread alone"));
        assert_eq!(story.old.get(&inbox).await.status, StatusCode::FORBIDDEN, "it is addressed to the other unit");
        let received = story.new.post(&inbox, &[]).await;
        assert_eq!(received.location(), inbox, "{}", received.body);
        assert_eq!(story.new.post(&inbox, &[]).await.location(), inbox);
        let read = story.new.get(&inbox).await;
        assert!(read.body.contains("Bakes bread alone") && read.body.contains("Would rather stay."));
        assert_eq!(story.new.get(&format!("/patients/{patient}")).await.status, StatusCode::OK);
        let notes = story.new.get(&format!("/patients/{patient}/notes")).await;
        assert!(notes.status == StatusCode::OK && notes.body.contains("Bakes bread alone"), "earlier notes stay readable");
        assert_eq!(story.old.get(&format!("/patients/{patient}")).await.status, StatusCode::FORBIDDEN);
        for (what, sql) in [
            ("plans", format!("select count(*) from care_plan p join care_patient c on c.person_id = p.patient_id where p.patient_id = {id} and p.status in ('active', 'draft') and p.facility_id <> c.facility_id")),
            ("goals", format!("select count(*) from care_goal g join care_plan p on p.id = g.plan_id where p.patient_id = {id} and p.status = 'active' and g.facility_id <> p.facility_id")),
            ("team", format!("select count(*) from care_team t join access_user u on u.id = t.user_id where t.patient_id = {id} and u.username <> 'practitioner2'")),
        ] {
            assert_eq!(story.number(&sql).await, "0", "{what}");
        }
        let faults = story.note_faults().await;
        assert!(faults.is_empty(), "{faults:?}");
    }

    async fn a_package_that_is_taken_back(engine) {
        let story = Story::begin(engine).await;
        let patient = story.patient().await;
        let path = format!("/patients/{patient}/transfer");
        let sent = send(&story.old, &format!("{path}/send"), &story.package(patient, PASSWORD).await).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let package = story.find(&format!("id from care_transfer where patient_id = {} and status = 'sent'", story.sql(patient))).await;
        let inbox = format!("/transfers/incoming/{package}");
        let early = story.new.post(&inbox, &[]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "the record comes after the person");
        assert!(!early.body.contains("Bakes bread alone"));

        let discharge = story.old.get(&format!("/patients/{patient}/discharge")).await;
        assert_eq!(discharge.status, StatusCode::OK);
        let version = value_of(&story.old.get(&path).await.body, "version").to_owned();
        let withdraw = format!("{path}/withdraw");
        assert_eq!(story.old.post(&withdraw, &[("version", &version)]).await.location(), path);
        assert_eq!(story.new.get(&inbox).await.status, StatusCode::NOT_FOUND);
        assert_eq!(story.new.post(&inbox, &[]).await.status, StatusCode::NOT_FOUND);
        let again = story.old.get(&path).await;
        assert!(again.body.contains("Bakes bread alone"), "the words stand in the form of the next package");
    }

    async fn a_planned_move_that_does_not_happen(engine) {
        let story = Story::begin(engine).await;
        let patient = story.patient().await;
        let before = story.ahead(patient).await;
        let past = story
            .custody
            .post("/transfers/new", &[("person", &patient.to_string()), ("to", &story.facility("HSP").await.to_string()), ("on", "2020-01-01")])
            .await;
        assert!(past.status == StatusCode::UNPROCESSABLE_ENTITY && has_error(&past.body, "on"));
        let page = story.plan_move(patient).await;
        let version = value_of(&story.custody.get(&page).await.body, "version").to_owned();
        for _ in 0..2 {
            let cancelled = story.custody.post(&format!("{page}/cancel"), &[("version", &version)]).await;
            assert_eq!(cancelled.location(), "/transfers");
        }
        assert_eq!(story.ahead(patient).await, before, "what is booked stays booked");
        let late = story.custody.post(&format!("{page}/carry-out"), &[("version", &version)]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        let elsewhere = story.app.user("coordinator2").await;
        assert_eq!(elsewhere.get(&page).await.status, StatusCode::FORBIDDEN);
    }

    async fn the_end_of_a_treatment(engine) {
        let story = Story::begin(engine).await;
        let patient = story.patient().await;
        let id = story.sql(patient);
        let path = format!("/patients/{patient}/discharge");
        let sign = format!("{path}/sign");
        let today = Clock::System.now().date_naive().to_string();
        let typed: Vec<(String, String)> = [
            ("discharge", ""),
            ("version", ""),
            ("discharged_on", today.as_str()),
            ("reason", "goals_reached"),
            ("course", "From watching to baking alone."),
            ("recommendations", "Kitchen work."),
            ("patient_view", "I liked the bread."),
            ("plain_language", "sr"),
            ("plain_summary", "Sami pečete hleb."),
            ("plain_next", "Pitajte u kuhinji."),
            ("password", PASSWORD),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();

        // While a session waits to be signed, the record stays open, and the page leads to the session.
        let unsigned = story
            .find(&format!("s.id from custody_slot s join custody_slot_person sp on sp.slot_id = s.id where sp.person_id = {id} and s.status in ('requested', 'confirmed') and s.starts_at > '{}' order by s.starts_at", written(Clock::System.now())))
            .await;
        story
            .run(&format!(
                "update custody_slot set starts_at = '2026-01-02T09:00:00+00:00', ends_at = '2026-01-02T10:00:00+00:00' where id = {}",
                story.sql(unsigned)
            ))
            .await;
        let hindered = send(&story.old, &sign, &typed).await;
        assert_eq!(hindered.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(hindered.body.contains(&format!("/sessions/{unsigned}")) && hindered.body.contains("From watching to baking"));
        story.nothing_unsigned(patient).await;

        let gap = with(with(typed.clone(), "course", ""), "plain_summary", &"x".repeat(401));
        let refused = send(&story.old, &sign, &gap).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "plain_summary"));
        assert!(refused.body.contains(&"x".repeat(401)), "nothing typed is lost");
        assert_eq!(send(&story.old, &path, &typed).await.status, StatusCode::SEE_OTHER);
        let conflict = send(&story.old, &path, &with(typed.clone(), "course", "Another's words.")).await;
        assert_eq!(conflict.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(conflict.body.contains("From watching to baking"), "both texts are there");

        let page = story.old.get(&path).await.body;
        let ready = with(with(typed, "discharge", value_of(&page, "discharge")), "version", value_of(&page, "version"));
        let signed = send(&story.old, &sign, &ready).await;
        assert_eq!(signed.location(), path, "{}", signed.body);
        assert_eq!(send(&story.old, &sign, &ready).await.location(), path, "a double click is answered");
        for (what, sql, expected) in [
            ("record", format!("select count(*) from care_patient where person_id = {id} and status = 'closed'"), "1"),
            ("notes", format!("select count(*) from care_note where patient_id = {id} and kind = 'discharge'"), "1"),
            ("plans", format!("select count(*) from care_plan where patient_id = {id} and status in ('active', 'draft')"), "0"),
            ("goals", format!("select count(*) from care_goal where patient_id = {id} and lifecycle = 'active' and plan_id in (select id from care_plan where patient_id = {id} and version_no = (select max(version_no) from care_plan where patient_id = {id}))"), "0"),
        ] {
            assert_eq!(story.number(&sql).await, expected, "{what}");
        }
        assert_eq!(story.ahead(patient).await, "0");
        let note = story.old.get(&format!("/patients/{patient}/notes")).await;
        assert!(note.body.contains("From watching to baking") && note.body.contains("Sami pečete hleb."));

        // The copy is in the language of its words, or in the one asked for, and has no codes in it.
        let copy = story.old.get(&format!("/patients/{patient}/copy")).await;
        assert!(copy.body.contains("class=\"copy") && copy.body.contains("Sami pečete hleb."));
        for (lang, tag) in [("en", "en"), ("sq", "sq"), ("sr", "sr-Latn")] {
            let copy = story.old.get(&format!("/patients/{patient}/copy?in={lang}")).await;
            let sheet = copy.body.split("<article").nth(1).unwrap().split("</article>").next().unwrap();
            assert!(sheet.contains(&format!("lang=\"{tag}\"")), "{lang}");
            assert!(!sheet.contains(&story.prison_number(patient).await) && !sheet.contains('⟦') && !sheet.contains("T 5"), "{sheet}");
        }

        let reopened = story.old.post("/patients/new", &[("person", &patient.to_string())]).await;
        assert_eq!(reopened.location(), format!("/patients/{patient}"));
        assert_eq!(story.number(&format!("select count(*) from care_patient where person_id = {id} and status = 'open'")).await, "1");
        let faults = story.note_faults().await;
        assert!(faults.is_empty(), "{faults:?}");
    }

    async fn somebody_leaves_while_the_group_is_recorded(engine) {
        let story = Story::begin(engine).await;
        // A group that is ahead is brought into the past, so that it is open to be recorded.
        let now = written(Clock::System.now());
        let session = story
            .find(&format!(
                "s.id from custody_slot s join care_session c on c.id = s.id join access_user u on u.id = c.lead_id
                 where u.username = 'practitioner' and s.status in ('requested', 'confirmed') and c.mode = 'group' and s.starts_at > '{now}'
                   and (select count(*) from custody_slot_person p where p.slot_id = s.id) >= 3
                 order by s.starts_at"
            ))
            .await;
        let at = Clock::System.now() - TimeDelta::minutes(90);
        story
            .run(&format!(
                "delete from custody_claim where slot_id = {0};
                 update custody_slot set starts_at = '{1}', ends_at = '{2}' where id = {0};
                 update custody_slot_person set starts_at = '{1}', ends_at = '{2}' where slot_id = {0};",
                story.sql(session),
                written(at),
                written(at + TimeDelta::minutes(60))
            ))
            .await;
        let path = format!("/sessions/{session}");
        let opened = story.old.get(&path).await.body;
        assert!(!opened.contains("Left since the session"));
        let people: Vec<Uuid> = opened
            .split("name=\"code-")
            .skip(1)
            .filter_map(|rest| Uuid::parse_str(rest.split('"').next()?).ok())
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect();
        assert!(people.len() >= 3, "{opened}");

        // One is released, another moved, between opening the form and saving it.
        story.run(&format!("update custody_person set presence = 'released' where id = {}", story.sql(people[0]))).await;
        let page = story.plan_move(people[1]).await;
        assert_eq!(story.carry_out(&page).await.location(), "/transfers");

        let mut typed: Vec<(String, String)> = [
            ("version", value_of(&opened, "version")),
            ("shared", "Bread and soup for the wing."),
            ("all-minutes", "60"),
            ("all-participation", "5"),
            ("all-assistance", "04"),
            ("then", "sign"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
        for (n, person) in people.iter().enumerate() {
            typed.push((format!("attendance-{person}"), "full".to_owned()));
            typed.push((format!("note-{person}"), format!("Own words {n}.")));
        }
        let saved = send(&story.old, &path, &typed).await;
        assert_eq!(saved.location(), format!("{path}/sign"), "{}", saved.body);
        let to_sign = story.old.get(&format!("{path}/sign")).await.body;
        assert!(to_sign.contains("Left since the session") && to_sign.contains("Own words 0.") && to_sign.contains("Own words 1."));
        assert!(story.old.get(&path).await.body.contains("Left since the session"));
        let version = value_of(&to_sign, "version").to_owned();
        let signed = story.old.post(&format!("{path}/sign"), &[("version", &version), ("password", PASSWORD)]).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.body);
        let notes = story.number(&format!("select count(*) from care_note where session_id = {}", story.sql(session))).await;
        assert_eq!(notes, people.len().to_string(), "everybody who was there has a note");
    }
}

/// An import that makes a person begins the stay.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_has_a_stay() {
    let story = Story::begin(Engine::Sqlite).await;
    let without = "select count(*) from custody_person p where not exists (select 1 from custody_stay s where s.person_id = p.id)";
    assert_eq!(story.number(without).await, "0");
    for (what, sql, least) in [
        ("planned", "select count(*) from custody_transfer where status = 'planned'", 1),
        ("sent", "select count(*) from care_transfer where status = 'sent'", 1),
        ("received", "select count(*) from care_transfer where status = 'received'", 1),
    ] {
        assert!(story.number(sql).await.parse::<i32>().unwrap() >= least, "{what}");
    }
}
