//! The training register on both engines: a cascade from its first course to a certificate that a stranger checks, who sees what of
//! it, and what follows for whoever signs, is given a role or takes a measure.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, PASSWORD, TestApp, on_both_engines};

fn day(from_today: i64) -> String {
    let today = app::kit::clock::Clock::System.now().with_timezone(&chrono_tz::Europe::Belgrade).date_naive();
    (today + chrono::TimeDelta::days(from_today)).to_string()
}

/// The value of a field that a page's form carries.
fn value_of<'a>(page: &'a str, name: &str) -> &'a str {
    let rest = page.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_else(|| panic!("no {name} in {page}"));
    rest.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

/// The value of the option whose words begin so.
fn option_of<'a>(page: &'a str, words: &str) -> &'a str {
    page.split("<option value=\"")
        .skip(1)
        .find(|rest| rest.split_once('>').is_some_and(|(_, label)| label.starts_with(words)))
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_else(|| panic!("no option {words}"))
}

struct Head {
    user: Browser,
}

impl Head {
    async fn course(&self, level: &str, trainers: [&str; 2], first: i64) -> (Answer, String) {
        let page = self.user.get("/training/courses/new").await.body;
        let id = value_of(&page, "id").to_owned();
        let [a, b] = trainers.map(|name| option_of(&page, name));
        let (from, to) = (day(first), day(first + 1));
        let form = [
            ("id", id.as_str()),
            ("version", "0"),
            ("subject", "vep_programme"),
            ("level", level),
            ("starts_on", &from),
            ("ends_on", &to),
            ("site", "Lipjan"),
            ("trainer_a", a),
            ("trainer_b", b),
            ("mentor", ""),
            ("valid_months", "24"),
        ];
        // However often it is pressed, it is one course.
        self.user.post("/training/courses/new", &form).await;
        let answer = self.user.post("/training/courses/new", &form).await;
        (answer, format!("/training/courses/{id}"))
    }

    async fn enrol(&self, course: &str, names: &str) -> Answer {
        let form = [("institution", ""), ("other", "Institute of Trials"), ("names", names), ("facility", "")];
        self.user.post(&format!("{course}/enrol"), &form).await
    }

    /// Everybody was there on every day and has passed.
    async fn pass_all(&self, course: &str) -> Answer {
        let page = self.user.get(course).await.body;
        let mut form = vec![("version".to_owned(), value_of(&page, "version").to_owned())];
        let days: Vec<&str> = page.split("name=\"day-").skip(1).collect();
        for rest in days {
            let id = rest.split('"').next().unwrap();
            form.push((format!("day-{id}"), value_of(&format!("name=\"x\"{rest}"), "x").to_owned()));
            form.push((format!("result-{id}"), "passed".to_owned()));
        }
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.user.post(&format!("{course}/attendance"), &form).await
    }
}

on_both_engines! {
    async fn a_cascade_is_taught_by_certified_pairs_and_its_papers_hold(engine) {
        let app = TestApp::demo(engine).await;
        let head = Head { user: app.user("head").await };
        head.user.post("/training/people", &[("institution", ""), ("other", "Abroad"), ("names", "Ada Abroad\nBo Abroad")]).await;

        let (refused, _) = head.course("cascade", ["Ada Abroad", "Bo Abroad"], 0).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("holds no certificate as trainer") && refused.body.contains("value=\"Lipjan\""), "{}", refused.body);
        let (refused, _) = head.course("training_of_trainers", ["Ada Abroad", "Ada Abroad"], -10).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("two different people"));

        let (made, trainers) = head.course("training_of_trainers", ["Ada Abroad", "Bo Abroad"], -10).await;
        assert_eq!(made.location(), trainers, "{}", made.body);
        assert_eq!(head.enrol(&trainers, "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for _ in 0..2 {
            assert_eq!(head.enrol(&trainers, "  Cy   Trainer \n\nDi Trainer").await.location(), trainers);
        }
        let page = head.user.get(&trainers).await.body;
        assert_eq!(page.matches("name=\"day-").count(), 4, "two people, once each, two days");
        assert!(!page.contains("Issue certificates"));
        assert_eq!(head.pass_all(&trainers).await.location(), trainers);
        let stale = head.user.post(&format!("{trainers}/attendance"), &[("version", "1")]).await;
        assert!(stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.body.contains("Somebody else has changed this course"));
        for _ in 0..2 {
            assert_eq!(head.user.post(&format!("{trainers}/certify"), &[]).await.location(), trainers);
        }
        assert_eq!(app.db.text("select cast(count(*) as text) from training_certificate where institution = 'Institute of Trials'").await.unwrap(), "2");

        let (made, cascade) = head.course("cascade", ["Cy Trainer", "Di Trainer"], 0).await;
        assert_eq!(made.location(), cascade, "{}", made.body);
        let tree = head.user.get("/training/lineage?subject=vep_programme").await.body;
        assert!(tree.contains("<svg") && tree.contains("Cy Trainer + Di Trainer") && tree.contains("class=\"branch\""), "{tree}");

        // What stands on the paper, for whoever has it.
        let page = head.user.get(&trainers).await.body;
        let revoke = page.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next()).find(|path| path.ends_with("/revoke")).unwrap();
        let paper = revoke.trim_end_matches("/revoke").rsplit('/').next().unwrap();
        let paper = head.user.get(&format!("/training/certificates/{paper}")).await.body;
        let code = paper.split("<b>").skip(1).filter_map(|rest| rest.split("</b>").next()).find(|text| text.len() == 19).unwrap();
        let stranger = app.visitor();
        let typed = code.replace('-', "").to_lowercase();
        let told = stranger.get(&format!("/certificates/check?code={typed}")).await;
        assert!(told.status == StatusCode::OK && told.body.contains("Trainer") && told.body.contains("<h2>Valid</h2>"), "{}", told.body);
        assert!(!told.body.contains("Institute of Trials") && !told.body.contains("Ada"), "only what proves the paper: {}", told.body);
        let unknown = stranger.get("/certificates/check?code=2222-2222-2222-2222").await.body;
        assert!(unknown.contains("No certificate has this code"), "{unknown}");

        for _ in 0..2 {
            assert_eq!(head.user.post(revoke, &[]).await.location(), trainers);
        }
        let told = stranger.get(&format!("/certificates/check?code={code}")).await.body;
        assert!(told.contains("<h2>Not valid</h2>") && told.contains("revoked on"), "{told}");
        assert_eq!(app.db.text("select cast(count(*) as text) from training_certificate where revoked_on is not null").await.unwrap(), "1");
        let fixed = app.db.as_owner("update training_certificate set valid_until = '2099-01-01'").await.unwrap_err().to_string();
        assert!(fixed.contains("immutable"), "{fixed}");
        let pair = app.db.as_owner("update training_course set trainer_b = trainer_a").await;
        assert!(pair.is_err(), "a pair is two people, for everybody");
    }

    async fn each_role_sees_its_part_of_the_register(engine) {
        let app = TestApp::demo(engine).await;
        let name_of = |user: &str| format!("select display_name from access_user where username = '{user}'");
        let [officer_name, officer2_name, practitioner_name] = [
            app.db.text(&name_of("officer")).await.unwrap(),
            app.db.text(&name_of("officer2")).await.unwrap(),
            app.db.text(&name_of("practitioner")).await.unwrap(),
        ];
        for user in ["head", "reviewer", "auditor"] {
            let browser = app.user(user).await;
            for path in ["/training", "/training/people", "/training/competence", "/training/lineage"] {
                let page = browser.get(path).await;
                assert_eq!(page.status, StatusCode::OK, "{user} {path}");
                assert_eq!(page.body.contains("method=\"post\" action=\"/training"), user == "head" && path != "/training" && path != "/training/lineage", "{user} {path}");
            }
            let search = format!("/training/people?q={}", practitioner_name.split(' ').next().unwrap());
            assert!(browser.get(&search).await.body.contains(&practitioner_name), "{user}");
        }
        for user in ["practitioner", "clinician", "officer", "coordinator", "administrator"] {
            let browser = app.user(user).await;
            for path in ["/training", "/training/people", "/training/people.csv", "/training/competence", "/training/lineage", "/training/settings"] {
                assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{user} {path}");
            }
            let own = browser.get("/training/own").await;
            assert_eq!(own.status, if user == "administrator" { StatusCode::FORBIDDEN } else { StatusCode::OK }, "{user}");
        }
        let coordinator = app.user("coordinator").await;
        for path in ["/training/staff", "/training/staff.csv"] {
            let list = coordinator.get(path).await.body;
            assert!(list.contains(&officer_name), "{path}: {list}");
            assert!(!list.contains(&officer2_name) && !list.contains(&practitioner_name), "only one's own staff: {list}");
        }
        assert_eq!(coordinator.get("/training/staff.xlsx").await.status, StatusCode::OK);
        // A certificate opens for whoever holds it.
        let officer = app.user("officer").await;
        let own = officer.get("/training/own").await.body;
        let paper = own.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).find(|href| href.starts_with("/training/own/certificates/")).unwrap().to_owned();
        assert!(officer.get(&paper).await.body.contains(&officer_name));
        assert_eq!(app.user("practitioner").await.get(&paper).await.status, StatusCode::NOT_FOUND);
        assert_eq!(officer.get(&paper.replace("/own", "")).await.status, StatusCode::FORBIDDEN);
    }

    async fn the_register_says_who_is_cosigned_and_the_head_may_say_otherwise(engine) {
        let app = TestApp::demo(engine).await;
        let (head, user) = (app.user("head").await, app.user("practitioner").await);
        let own = user.get("/training/own").await.body;
        assert!(own.contains("You sign alone.") && own.contains("enough supervised sessions"), "{own}");
        assert!(app.user("trainee").await.get("/training/own").await.body.contains("named a supervisor"));

        let settings = head.get("/training/settings").await.body;
        let version = value_of(&settings, "version").to_owned();
        let strict = [("version", version.as_str()), ("certificate", "yes"), ("sessions", "9")];
        assert_eq!(head.post("/training/settings", &strict).await.location(), "/training/settings");
        let stale = head.post("/training/settings", &strict).await;
        assert!(stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.body.contains("value=\"9\""), "{}", stale.body);
        assert!(user.get("/training/own").await.body.contains("3 of 9 supervised sessions"));
        assert_eq!(sign_measure(&user).await, StatusCode::SEE_OTHER);
        assert!(last_needs_cosign(&app).await, "the register asks for more than is there");

        let page = head.get("/supervision").await.body;
        assert!(page.contains("3 of 9 supervised sessions") && page.contains("Nobody is named"), "{page}");
        let id = app.db.text(&id_of(engine, "practitioner")).await.unwrap();
        let until = day(30);
        let exempt = [("exempt-user", id.as_str()), ("exempt-reason", "long_practice"), ("exempt-until", &until)];
        let past = head.post("/supervision/exempt", &[exempt[0], exempt[1], ("exempt-until", "2020-01-01")]).await;
        assert!(past.status == StatusCode::UNPROCESSABLE_ENTITY && past.body.contains("still to come"));
        for _ in 0..2 {
            assert_eq!(head.post("/supervision/exempt", &exempt).await.location(), "/supervision");
        }
        assert!(head.get("/supervision").await.body.contains("Long practice"));
        assert_eq!(sign_measure(&user).await, StatusCode::SEE_OTHER);
        assert!(!last_needs_cosign(&app).await, "the head has allowed it");
        let page = head.get("/supervision").await.body;
        let end = page.split("action=\"/supervision/exempt/").nth(1).unwrap().split('"').next().unwrap();
        head.post(&format!("/supervision/exempt/{end}"), &[]).await;
        assert!(user.get("/training/own").await.body.contains("Your notes are co-signed."));
    }

    async fn a_supervisor_signs_off_and_nobody_else(engine) {
        let app = TestApp::demo(engine).await;
        let supervisor = app.user("practitioner").await;
        let trainee = app.db.text(&id_of(engine, "trainee")).await.unwrap();
        let on = day(-1);
        let form = [("user", trainee.as_str()), ("on", &on), ("outcome", "met")];
        assert_eq!(supervisor.post("/training/own/sign-off", &form).await.location(), "/training/own");
        let again = supervisor.post("/training/own/sign-off", &form).await;
        assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.body.contains("signed off already"), "{}", again.body);
        let ahead = day(2);
        let early = supervisor.post("/training/own/sign-off", &[form[0], ("on", &ahead), form[2]]).await;
        assert!(early.status == StatusCode::UNPROCESSABLE_ENTITY && early.body.contains("still to come"));
        for other in ["practitioner2", "trainee", "head", "officer"] {
            assert_eq!(app.user(other).await.post("/training/own/sign-off", &form).await.status, StatusCode::FORBIDDEN, "{other}");
        }
        assert!(app.user("trainee").await.get("/training/own").await.body.contains("Met what is asked"));
    }

    async fn a_role_and_a_measure_ask_for_a_certificate(engine) {
        let app = TestApp::demo(engine).await;
        let head = app.user("head").await;
        let (no, yes) = (app.yes(false), app.yes(true));
        let id = app.id(77);
        app.run(&format!(
            "insert into access_user (id, username, display_name, profession, side, language, password_hash, must_change_password, is_demo, active,
               failed_sign_ins, created_at, version)
             select {id}, 'newcomer', 'New Comer', 'Therapist', 'care', 'en', password_hash, {no}, {no}, {yes}, 0, created_at, 1
               from access_user where username = 'head';
             insert into access_grant (id, user_id, side, role, facility_id, created_at)
               select {id}, {id}, 'care', 'practitioner', f.id, f.created_at from custody_facility f where f.code = 'DUB';"
        )).await;
        let page = head.get("/approvals").await.body;
        assert!(page.contains("Certificate missing: OT guidelines") && page.contains("although the certificate is missing"), "{page}");
        let path = format!("/approvals/{}", crate::harness::uuid(77));
        let approved = "select cast(count(*) as text) from access_grant g join access_user u on u.id = g.user_id where u.username = 'newcomer' and g.approved_at is not null";
        head.post(&path, &[("decision", "approve")]).await;
        assert_eq!(app.db.text(approved).await.unwrap(), "0", "the warning was not read");
        head.post("/training/settings/role", &[("role", "practitioner"), ("subject", "ot_guidelines"), ("strictness", "refuse")]).await;
        head.post(&path, &[("decision", "approve-warned")]).await;
        assert_eq!(app.db.text(approved).await.unwrap(), "0", "refused is refused");
        assert!(head.get("/approvals").await.body.contains("cannot be given before"));
        head.post("/training/settings/role", &[("role", "practitioner"), ("subject", "ot_guidelines"), ("strictness", "warn")]).await;
        head.post(&path, &[("decision", "approve-warned")]).await;
        assert_eq!(app.db.text(approved).await.unwrap(), "1");

        let text = include_str!("../../../app/library/measures/house_group.toml")
            .replacen("version = 1", "version = 2\ncertificate = \"vep_instruments\"", 1)
            .replace('\'', "''");
        app.run(&format!(
            "insert into care_measure_definition (code, version_no, content, added_by, added_at)
             select 'house_group', 2, '{text}', 'Head', created_at from access_user where username = 'head'"
        )).await;
        let user = app.user("practitioner").await;
        let patient = new_patient(&user).await;
        let path = format!("/patients/{patient}/measures/house_group");
        assert!(user.get(&path).await.body.contains("asks for a valid certificate"));
        let refused = user.post(&path, &[("comment", "Kept words"), ("password", PASSWORD)]).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("asks for a valid certificate") && refused.body.contains("Kept words"), "{}", refused.body);
    }

    async fn the_head_sets_what_units_need(engine) {
        let app = TestApp::demo(engine).await;
        let head = app.user("head").await;
        let page = head.get("/training/competence").await.body;
        assert!(page.contains("is missing") || page.contains("are missing") || page.contains("covered"), "{page}");
        let form = page.split("action=\"/training/competence\"").nth(1).unwrap();
        let (facility, subject, version) = (value_of(form, "facility"), value_of(form, "subject"), value_of(form, "version"));
        let form = [("facility", facility), ("subject", subject), ("version", version), ("needed", "77")];
        assert_eq!(head.post("/training/competence", &form).await.location(), "/training/competence");
        let stale = head.post("/training/competence", &form).await;
        assert!(stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.body.contains("changed this number"), "{}", stale.body);
        let wrong = head.post("/training/competence", &[form[0], form[1], form[2], ("needed", "many")]).await;
        assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("value=\"many\""));
        assert!(head.get("/training/competence").await.body.contains(">77<"));
    }

    async fn the_demonstration_tells_of_the_cascade(engine) {
        let app = TestApp::demo(engine).await;
        let one = |sql: &'static str| { let app = &app; async move { app.db.text(sql).await.unwrap() } };
        assert_eq!(one("select cast(count(*) as text) from training_course where level = 'cascade' and trainer_a <> trainer_b and mentor_id is not null").await, "3");
        assert_eq!(one("select cast(count(*) as text) from training_certificate t join training_course c on c.id = t.course_id where c.level = 'cascade'").await, "50");
        assert_eq!(one("select cast(count(distinct t.institution) as text) from training_certificate t join training_course c on c.id = t.course_id where c.level = 'cascade'").await, "4");
        assert_eq!(one("select cast(count(distinct a.on_date) as text) from training_attendance a join training_participant e on e.id = a.participant_id join training_course c on c.id = e.course_id where c.level = 'cascade'").await, "6");
        let page = app.user("head").await.get("/supervision").await.body;
        assert_eq!(page.matches("</span> signs alone</span>").count(), page.matches("A valid certificate and enough supervised sessions").count());
        assert!(page.contains("The head has named a supervisor."), "the trainee stays co-signed");
    }
}

fn id_of(engine: Engine, user: &str) -> String {
    let id = match engine {
        Engine::Postgres => "cast(id as text)",
        Engine::Sqlite => {
            "lower(substr(hex(id), 1, 8) || '-' || substr(hex(id), 9, 4) || '-' || substr(hex(id), 13, 4) || '-' || substr(hex(id), 17, 4) || '-' || substr(hex(id), 21))"
        }
    };
    format!("select {id} from access_user where username = '{user}'")
}

async fn new_patient(user: &Browser) -> String {
    let person = value_of(&user.get("/patients/new").await.body, "person").to_owned();
    user.post("/patients/new", &[("person", &person)]).await;
    person
}

/// Takes WHO-5 with somebody new and signs it.
async fn sign_measure(user: &Browser) -> StatusCode {
    let patient = new_patient(user).await;
    let path = format!("/patients/{patient}/measures/who5");
    let page = user.get(&path).await.body;
    let mut form: Vec<(String, String)> =
        ["result", "language", "taken_on"].map(|name| (name.to_owned(), value_of(&page, name).to_owned())).to_vec();
    form.extend((1..=5).map(|n| (format!("item-{n}"), "3".to_owned())));
    form.push(("password".to_owned(), PASSWORD.to_owned()));
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    user.post(&path, &form).await.status
}

/// Whether the note that was signed last waits for a co-signature.
async fn last_needs_cosign(app: &TestApp) -> bool {
    let sql = "select case when needs_cosign then 'yes' else 'no' end from care_note order by signed_at desc, chain_no desc limit 1";
    app.db.text(sql).await.unwrap() == "yes"
}
