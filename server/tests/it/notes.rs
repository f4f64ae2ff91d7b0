//! The life of a note in a small unit: written, interrupted, signed, returned, co-signed, added to, declared an error; and what
//! others see of it.

use app::access::keys::InstallationKey;
use app::access::password::hash_now;
use app::care::notes;
use app::kit::clock::Clock;
use app::kit::db::{Engine, open_owner};
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::StatusCode;
use uuid::Uuid;

use crate::harness::{Answer, Browser, PASSWORD, TestApp, TestDatabase, on_both_engines};

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

fn uuid(n: u128) -> Uuid {
    Uuid::from_u128(0x018f_0000_0000_7000_8000_0000_0000_0000 + n)
}

/// A running server on one facility in Belgrade's time with one patient, whom practitioner, trainee and clinician treat.
struct Unit {
    app: TestApp,
    engine: Engine,
}

impl Unit {
    async fn open(engine: Engine) -> Self {
        Self::open_at(engine, Clock::System.now() - TimeDelta::hours(2)).await
    }

    async fn open_at(engine: Engine, now: DateTime<Utc>) -> Self {
        let app = TestApp::start(TestDatabase::empty(engine).await, Clock::fixed(now)).await;
        let unit = Self { app, engine };
        unit.build(now).await;
        unit
    }

    fn id(&self, n: u128) -> String {
        match self.engine {
            Engine::Sqlite => format!("x'{}'", uuid(n).simple()),
            Engine::Postgres => format!("'{}'::uuid", uuid(n)),
        }
    }

    async fn build(&self, now: DateTime<Utc>) {
        let (yes, no) = match self.engine {
            Engine::Sqlite => ("1", "0"),
            Engine::Postgres => ("true", "false"),
        };
        let (facility, by, at) = (self.id(FACILITY), self.id(10), format!("'{}'", now.to_rfc3339()));
        let patient = self.id(PATIENT);
        let mut sql = format!(
            "insert into custody_facility values ({facility}, 'P', 'Old Prison', 'prison', 'Europe/Belgrade', 'en', {by}, {at}, 1);"
        );
        let hash = hash_now(PASSWORD).unwrap();
        for (n, name, role) in USERS {
            let (id, grant) = (self.id(n), self.id(n + 20));
            sql.push_str(&format!(
                "insert into access_user (id, username, display_name, profession, side, language, password_hash, must_change_password, is_demo,
                   active, failed_sign_ins, created_at, version)
                 values ({id}, '{name}', 'Name of {name}', 'Therapist', 'care', 'en', '{hash}', {no}, {no}, {yes}, 0, {at}, 1);
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
            sql.push_str(&format!("insert into care_team values ({patient}, {}, '2020-01-01');", self.id(treating)));
        }
        self.app.db.as_owner(&sql).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
    }

    async fn count(&self, table: &str) -> String {
        self.app.db.text(&format!("select cast(count(*) as text) from {table}")).await.unwrap()
    }

    /// The head puts the trainee under the practitioner's supervision.
    async fn supervise(&self) {
        let form = [("user", uuid(11).to_string()), ("supervisor", uuid(10).to_string())];
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let head = self.app.user("head").await;
        assert_eq!(head.post("/supervision", &form).await.location(), "/supervision");
        let again = head.post("/supervision", &form).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&again).contains("supervised already"), "{}", words(&again));
    }

    async fn faults(&self) -> Vec<String> {
        let key = InstallationKey::load(&self.app.db.settings().key_file).unwrap().trusted();
        let mut conn = open_owner(&self.app.db.database()).await.unwrap();
        notes::verify(&mut conn, &key).await.unwrap().faults.iter().map(ToString::to_string).collect()
    }
}

fn notes_of() -> String {
    format!("/patients/{}/notes", uuid(PATIENT))
}

fn draft(n: u128) -> String {
    format!("{}/drafts/{}", notes_of(), uuid(n))
}

fn note(n: u128) -> String {
    format!("{}/{}", notes_of(), uuid(n))
}

/// Begins a contact note in one narrative section.
async fn begin(browser: &Browser, n: u128) {
    let id = uuid(n).to_string();
    for _ in 0..2 {
        let begun = browser
            .post(&format!("{}/new", notes_of()), &[("draft", &id), ("kind", "contact"), ("begin-as", "narrative")])
            .await;
        assert_eq!(begun.location(), draft(n), "pressed twice, it is one draft: {}", words(&begun));
    }
}

/// Fills in what a draft's page holds and changes some of it.
async fn form(browser: &Browser, n: u128, changes: &[(&str, &str)]) -> Vec<(String, String)> {
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
fn value_of(page: &str, name: &str) -> String {
    let input = page
        .split("<input")
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .find(|input| input.contains(&format!("name=\"{name}\"")))
        .unwrap_or_default();
    input.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

async fn send(browser: &Browser, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &fields).await
}

/// Writes and signs a contact note; gives the answer to the signature.
async fn signed(browser: &Browser, n: u128, text: &str, changes: &[(&str, &str)]) -> Answer {
    begin(browser, n).await;
    let changes = [&[("narrative", text), ("do", "sign")], changes].concat();
    let saved = send(browser, &draft(n), &form(browser, n, &changes).await).await;
    assert_eq!(saved.location(), format!("{}/sign", draft(n)), "{}", words(&saved));
    sign(browser, n).await
}

async fn sign(browser: &Browser, n: u128) -> Answer {
    let to = format!("{}/sign", draft(n));
    let page = browser.get(&to).await;
    let version = value_of(&page.body, "version");
    browser.post(&to, &[("version", &version), ("password", PASSWORD)]).await
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

on_both_engines! {
    async fn a_note_is_written_signed_and_added_to(engine) {
        let unit = Unit::open(engine).await;
        let user = unit.app.user("practitioner").await;
        begin(&user, 500).await;
        assert_eq!(unit.count("care_note_draft").await, "1");
        let empty = send(&user, &draft(500), &form(&user, 500, &[("narrative", " "), ("do", "sign")]).await).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&empty).contains("Write something before you sign."));
        let text = "Rang the workshop.\nČedomir begins on Monday.";
        send(&user, &draft(500), &form(&user, 500, &[("narrative", text), ("do", "sign")]).await).await;

        let to = format!("{}/sign", draft(500));
        let shown = user.get(&to).await;
        assert!(words(&shown).contains("Čedomir begins on Monday."));
        let version = value_of(&shown.body, "version");
        let wrong = user.post(&to, &[("version", &version), ("password", "guess")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&wrong).contains("Rang the workshop.") && unit.count("care_note").await == "0");
        let form = [("version", version.as_str()), ("password", PASSWORD)];
        let (first, second) = tokio::join!(user.post(&to, &form), user.post(&to, &form));
        for answer in [first, second, user.post(&to, &form).await] {
            assert_eq!(answer.location(), note(500), "{}", words(&answer));
        }
        assert_eq!((unit.count("care_note").await, unit.count("care_note_draft").await), ("1".into(), "0".into()));

        // A colleague adds to it; the addendum stands with the note, on the list and on its own page.
        let other = unit.app.user("other").await;
        let begun = other.post(&format!("{}/addendum", note(500)), &[]).await;
        let addendum = begun.location().to_owned();
        let version = value_of(&other.get(&addendum).await.body, "version");
        let fields = [("version", version.as_str()), ("narrative", "The workshop confirmed."), ("do", "sign")];
        assert_eq!(other.post(&addendum, &fields).await.location(), format!("{addendum}/sign"));
        let version = value_of(&other.get(&format!("{addendum}/sign")).await.body, "version");
        let added = other.post(&format!("{addendum}/sign"), &[("version", &version), ("password", PASSWORD)]).await;
        assert_eq!(added.location(), note(500), "{}", words(&added));
        for page in [notes_of(), note(500)] {
            let shown = words(&user.get(&page).await);
            for text in ["Rang the workshop.", "Addendum", "The workshop confirmed.", "Signed by Name of other"] {
                assert!(shown.contains(text), "{page}: {text}: {shown}");
            }
        }
        assert_eq!(unit.faults().await, Vec::<String>::new());
    }

    async fn a_supervised_note_is_returned_written_anew_and_cosigned(engine) {
        let unit = Unit::open(engine).await;
        unit.supervise().await;
        let (trainee, supervisor) = (unit.app.user("trainee").await, unit.app.user("practitioner").await);
        begin(&trainee, 500).await;
        assert!(words(&supervisor.get("/notes/worklist").await).contains("Drafts of those you supervise"));
        assert!(words(&supervisor.get(&draft(500)).await).contains("You may read it"));
        assert_eq!(unit.app.user("other").await.get(&draft(500)).await.status, StatusCode::FORBIDDEN);
        assert_eq!(supervisor.post(&draft(500), &[("version", "1"), ("narrative", "Mine.")]).await.status, StatusCode::FORBIDDEN);

        signed(&trainee, 500, "He seemed fine.", &[]).await;
        let cosign = format!("{}/cosign", note(500));
        let return_it = [("act", "return"), ("comment", "What did you see?"), ("password", PASSWORD)];
        assert!(words(&trainee.get(&note(500)).await).contains("Awaiting co-signature"));
        assert_eq!(trainee.post(&cosign, &return_it).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not one's own");
        assert_eq!(unit.app.user("other").await.post(&cosign, &return_it).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let silent = supervisor.post(&cosign, &[("act", "return"), ("comment", ""), ("password", PASSWORD)]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "a return says why");
        for _ in 0..2 {
            assert_eq!(supervisor.post(&cosign, &return_it).await.location(), note(500));
        }
        assert_eq!(unit.count("care_note where kind = 'return'").await, "1");

        let list = words(&trainee.get("/notes/worklist").await);
        assert!(list.contains("Returned to you"), "{list}");
        let next = trainee.post(&format!("{}/next", note(500)), &[]).await.location().to_owned();
        assert_eq!(trainee.post(&format!("{}/next", note(500)), &[]).await.location(), next, "pressed twice, one draft");
        let page = trainee.get(&next).await;
        assert!(words(&page).contains("What did you see?") && words(&page).contains("He seemed fine."));
        let field = |name: &str| value_of(&page.body, name);
        let (version, date, time) = (field("version"), field("date"), field("time"));
        let fields = [
            ("version", version.as_str()), ("date", &date), ("time", &time), ("sensitivity", "normal"),
            ("narrative", "He smiled twice."), ("do", "sign"),
        ];
        let saved = trainee.post(&next, &fields).await;
        assert_eq!(saved.location(), format!("{next}/sign"), "{}", words(&saved));
        let version = value_of(&trainee.get(&format!("{next}/sign")).await.body, "version");
        let signed = trainee.post(&format!("{next}/sign"), &[("version", &version), ("password", PASSWORD)]).await;
        let second = signed.location().to_owned();
        let cosigned = supervisor.post(&format!("{second}/cosign"), &[("act", "cosign"), ("password", PASSWORD)]).await;
        assert_eq!(cosigned.location(), second, "{}", words(&cosigned));

        let list = supervisor.get(&notes_of()).await;
        let shown = words(&list);
        for text in ["Replaced by the next version", "He seemed fine.", "He smiled twice.", "Co-signature", "Signed by Name of practitioner"] {
            assert!(shown.contains(text), "{text}: {shown}");
        }
        assert!(list.body.contains("<details><summary>Show the text"), "what was returned is folded");
        assert_eq!(unit.faults().await, Vec::<String>::new());
    }

    async fn an_error_takes_two_people(engine) {
        let unit = Unit::open(engine).await;
        let author = unit.app.user("practitioner").await;
        signed(&author, 500, "Wrong patient.", &[]).await;
        let (ask, confirm) = (format!("{}/error", note(500)), format!("{}/error/confirm", note(500)));
        let reason = [("act", "error"), ("reason", "This was somebody else."), ("password", PASSWORD)];
        let other = unit.app.user("other").await;
        assert_eq!(other.post(&ask, &reason).await.status, StatusCode::UNPROCESSABLE_ENTITY, "a colleague does not ask");
        assert_eq!(author.post(&ask, &reason).await.location(), note(500));
        let own = author.post(&confirm, &[("password", PASSWORD)]).await;
        assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody confirms what they asked for");
        assert!(words(&other.get("/notes/worklist").await).contains("Errors to confirm"));
        assert_eq!(other.post(&confirm, &[("password", PASSWORD)]).await.location(), note(500));
        let list = author.get(&notes_of()).await;
        assert!(words(&list).contains("Entered in error") && words(&list).contains("This was somebody else."));
        assert!(list.body.contains("signed wrongly") && list.body.contains("<details><summary>Show the text"));
        assert_eq!(author.post(&format!("{}/addendum", note(500)), &[]).await.status, StatusCode::CONFLICT);
        assert_eq!(unit.faults().await, Vec::<String>::new());
    }

    async fn a_restricted_text_stays_with_the_team(engine) {
        let unit = Unit::open(engine).await;
        let author = unit.app.user("practitioner").await;
        signed(&author, 500, "Told me about his brother.", &[("sensitivity", "restricted")]).await;
        for (name, reads) in [("trainee", true), ("other", false), ("clinician", false), ("reviewer", false)] {
            for page in [notes_of(), note(500)] {
                let shown = words(&unit.app.user(name).await.get(&page).await);
                assert_eq!(shown.contains("his brother"), reads, "{name} {page}: {shown}");
                assert!(shown.contains("Restricted"), "{name} {page}: {shown}");
            }
        }
        let other = unit.app.user("other").await;
        assert_eq!(other.post(&format!("{}/addendum", note(500)), &[]).await.status, StatusCode::FORBIDDEN);
        for name in ["clinician", "reviewer", "head"] {
            let user = unit.app.user(name).await;
            assert_eq!(user.get(&format!("{}/new", notes_of())).await.status, StatusCode::FORBIDDEN, "{name}");
            assert_eq!(user.get("/notes/worklist").await.status, StatusCode::FORBIDDEN, "{name}");
        }
    }

    async fn what_was_kept_survives_a_restart_and_an_ended_session(engine) {
        let unit = Unit::open(engine).await;
        let user = unit.app.user("practitioner").await;
        begin(&user, 500).await;
        let fields = form(&user, 500, &[("narrative", "Half a sen")]).await;
        let kept: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let saved = user.autosave(&draft(500), &kept).await;
        assert_eq!((saved.status, saved.headers.get("x-version").unwrap().to_str().unwrap()), (StatusCode::NO_CONTENT, "2"));
        // A date half typed does not keep the words from being saved.
        let half: Vec<(&str, &str)> = [("version", "2"), ("date", "2026-1"), ("time", "x"), ("sensitivity", "normal"), ("narrative", "Half a sentence")].into();
        assert_eq!(user.autosave(&draft(500), &half).await.status, StatusCode::NO_CONTENT);
        let clock = unit.app.clock.clone();
        let unit = Unit { engine, app: TestApp::start(unit.app.stop().await, clock).await };

        let user = unit.app.user("practitioner").await;
        assert!(user.get(&draft(500)).await.body.contains("Half a sentence"), "the draft is there after a restart");
        let fields = form(&user, 500, &[("narrative", "Half a sentence, and more."), ("do", "save")]).await;
        let lapsed = unit.app.visitor();
        let asked = send(&lapsed, &draft(500), &fields).await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
        assert!(asked.body.contains("Half a sentence, and more."), "the sign-in page carries the form along");
        let mut back: Vec<(String, String)> =
            fields.iter().map(|(name, value)| (format!("kept.{name}"), value.clone())).collect();
        back.extend([("kept_path", draft(500).as_str()), ("username", "practitioner"), ("password", PASSWORD)].map(|(name, value)| (name.to_owned(), value.to_owned())));
        let resumed = send(&lapsed, "/sign-in", &back).await;
        assert!(resumed.body.contains("Half a sentence, and more."), "{}", resumed.body);
        assert_eq!(send(&lapsed, &draft(500), &fields).await.location(), draft(500));
        assert!(lapsed.get(&draft(500)).await.body.contains("Half a sentence, and more."));
    }

    async fn two_writers_of_one_draft_lose_nothing(engine) {
        let unit = Unit::open(engine).await;
        let (here, there) = (unit.app.user("practitioner").await, unit.app.user("practitioner").await);
        begin(&here, 500).await;
        let stale = form(&there, 500, &[("narrative", "Written there."), ("do", "save")]).await;
        send(&here, &draft(500), &form(&here, 500, &[("narrative", "Written here."), ("do", "save")]).await).await;
        let quiet: Vec<(&str, &str)> = stale.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(there.autosave(&draft(500), &quiet).await.status, StatusCode::CONFLICT);
        let refused = send(&there, &draft(500), &stale).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for text in ["Written there.", "Written here.", "saved elsewhere since you opened it"] {
            assert!(words(&refused).contains(text), "{text}");
        }
        // Signed at one place while it is written at the other.
        let again = form(&there, 500, &[("narrative", "Written too late."), ("do", "save")]).await;
        assert_eq!(sign(&here, 500).await.location(), note(500));
        let late = send(&there, &draft(500), &again).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&late).contains("has been signed meanwhile") && words(&late).contains("Written too late."));
        assert_eq!(there.get(&draft(500)).await.location(), note(500));
        begin(&here, 501).await;
        assert_eq!(here.post(&format!("{}/discard", draft(501)), &[("version", "1")]).await.location(), notes_of());
        assert_eq!(unit.count("care_note_draft").await, "0");
    }

    async fn bad_input_is_told_and_kept(engine) {
        let unit = Unit::open(engine).await;
        let user = unit.app.user("practitioner").await;
        begin(&user, 500).await;
        let pasted = "ë".repeat(100_000);
        let refused = send(&user, &draft(500), &form(&user, 500, &[("narrative", &pasted), ("do", "save")]).await).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&refused).contains("Write at most") && refused.body.contains(&pasted), "200 kB come back whole");
        let odd = "A\u{0}B\u{7}C \u{202e}right to left\u{202c} \u{200f}<script>alert('ž')</script></textarea> ‘Чедомир’";
        let tomorrow = (unit.app.clock.now() + TimeDelta::days(2)).date_naive().to_string();
        let ahead = send(&user, &draft(500), &form(&user, 500, &[("narrative", odd), ("date", &tomorrow), ("do", "save")]).await).await;
        assert!(words(&ahead).contains("still ahead"), "{}", words(&ahead));
        send(&user, &draft(500), &form(&user, 500, &[("narrative", odd), ("do", "sign")]).await).await;
        assert_eq!(sign(&user, 500).await.location(), note(500));
        let shown = user.get(&note(500)).await;
        assert!(!shown.body.contains("<script>alert") && shown.body.contains("ABC \u{202e}right to left\u{202c}"), "{}", shown.body);
        assert!(words(&shown).contains("D'Ëlez-Žarić") || words(&shown).contains("D'ËLEZ-ŽARIĆ"), "{}", words(&shown));
        assert!(words(&shown).contains("Чедомир"));
        assert_eq!(unit.faults().await, Vec::<String>::new());
    }

    async fn a_note_keeps_its_hour_over_midnight_and_daylight_saving(engine) {
        // Half past two came twice in Belgrade that night; it is an hour later now.
        let unit = Unit::open_at(engine, "2025-10-26T02:00:00Z".parse().unwrap()).await;
        unit.app.clock.set(Clock::System.now());
        let user = unit.app.user("practitioner").await;
        unit.app.clock.set("2025-10-26T02:00:00Z".parse().unwrap());
        begin(&user, 500).await;
        let twice = [("date", "2025-10-26"), ("time", "02:30"), ("narrative", "Night ward."), ("do", "save")];
        assert_eq!(send(&user, &draft(500), &form(&user, 500, &twice).await).await.location(), draft(500));
        let kept = || async { unit.app.db.text("select cast(occurred_at as text) from care_note_draft").await.unwrap() };
        assert!(kept().await.contains("00:30:00"), "of an hour that comes twice, the first: {}", kept().await);
        let never = [("date", "2025-03-30"), ("time", "02:30"), ("narrative", "Night ward."), ("do", "save")];
        let refused = send(&user, &draft(500), &form(&user, 500, &never).await).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&refused).contains("The clock skips this time") && refused.body.contains("Night ward."));
        let late = [("date", "2025-10-24"), ("time", "23:59"), ("narrative", "Before midnight."), ("do", "sign")];
        let asked = send(&user, &draft(500), &form(&user, 500, &late).await).await;
        assert!(words(&asked).contains("Say why this note is late."), "{}", words(&asked));
        let reason = [late.as_slice(), &[("late-reason", "Night shift")]].concat();
        send(&user, &draft(500), &form(&user, 500, &reason).await).await;
        assert_eq!(sign(&user, 500).await.location(), note(500));
        let shown = words(&user.get(&note(500)).await);
        assert!(shown.contains("23:59") && shown.contains("Late entry Night shift"), "{shown}");
    }

    async fn templates_and_phrases_are_ones_own(engine) {
        let unit = Unit::open(engine).await;
        let user = unit.app.user("practitioner").await;
        let (template, phrase) = (uuid(700).to_string(), uuid(701).to_string());
        for (id, kind, title, field, text) in
            [(&template, "template", "First visit", "plan", "See weekly."), (&phrase, "phrase", "Prompt", "narrative", "With one prompt.")]
        {
            let made = user.post("/notes/phrases", &[("id", id), ("kind", kind), ("title", title), ("format", "soap")]).await;
            assert_eq!(made.location(), format!("/notes/phrases/{id}"), "{}", words(&made));
            let saved = user.post(made.location(), &[("version", "1"), ("title", title), (field, text)]).await;
            assert_eq!(saved.location(), "/notes/phrases", "{}", words(&saved));
        }
        let other = unit.app.user("other").await;
        assert_eq!(other.get(&format!("/notes/phrases/{phrase}")).await.status, StatusCode::NOT_FOUND);
        let id = uuid(500).to_string();
        let begun = user.post(&format!("{}/new", notes_of()), &[("draft", &id), ("kind", "contact"), ("begin-as", &template)]).await;
        assert_eq!(begun.location(), draft(500));
        let insert = [("plan", "See weekly."), ("phrase", phrase.as_str()), ("into", "plan"), ("do", "insert")];
        send(&user, &draft(500), &form(&user, 500, &insert).await).await;
        assert!(user.get(&draft(500)).await.body.contains("See weekly.\nWith one prompt."));
        user.post(&format!("/notes/phrases/{phrase}/delete"), &[]).await;
        assert_eq!(unit.count("care_phrase").await, "1");
    }
}
