//! A referral from both sides: written down by health staff or sent by custody, triaged, decided, and what custody is told.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, TestApp, id_as_text, on_both_engines, sql_id};

const ZERO: &str = "018f0000-0000-7000-8000-000000000000";

/// The value of the first input of a name.
fn value_of<'a>(page: &'a str, name: &str) -> &'a str {
    let at = page.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name} in {page}"));
    page[at..].split('"').nth(3).unwrap()
}

/// The first person that a search offers.
fn first_person(page: &str) -> String {
    page.split("?person=").nth(1).unwrap_or_else(|| panic!("nobody in {page}")).get(..36).unwrap().to_owned()
}

struct Story {
    app: TestApp,
    engine: Engine,
    user: Browser,
}

impl Story {
    async fn begin(engine: Engine) -> Self {
        let app = TestApp::demo(engine).await;
        // Only what the story makes is in the lists.
        for table in ["care_referral", "custody_referral"] {
            app.db.as_owner(&format!("delete from {table}")).await.unwrap();
        }
        let user = app.user("practitioner").await;
        Self { app, engine, user }
    }

    /// Somebody of the officer's wing who is not a patient.
    async fn person(&self) -> String {
        let page = self.app.user("officer").await.get("/refer/new").await.body;
        for rest in page.split("?person=").skip(1) {
            let person = rest.get(..36).unwrap();
            let open = format!(
                "select cast(count(*) as text) from care_patient where person_id = {}",
                sql_id(self.engine, person)
            );
            if self.app.db.text(&open).await.unwrap() == "0" {
                return person.to_owned();
            }
        }
        panic!("everybody is a patient: {page}");
    }

    async fn custody_refers(&self, person: &str) -> String {
        let officer = self.app.user("officer").await;
        let form = officer.get(&format!("/refer/new?person={person}")).await.body;
        let referral = value_of(&form, "referral").to_owned();
        let fields =
            [("person", person), ("referral", &referral), ("reason", "isolates"), ("words", "Sits alone since Sunday")];
        let sent = officer.post("/refer/new", &fields).await;
        assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/refer"), "{}", sent.body);
        let id = id_as_text(self.engine, "id");
        let newest = format!("select {id} from custody_referral order by created_at desc, id desc limit 1");
        self.app.db.text(&newest).await.unwrap().parse::<uuid::Uuid>().unwrap().to_string()
    }

    async fn care_refers(&self, person: &str) -> String {
        let form = self.user.get(&format!("/referrals/new?person={person}")).await.body;
        let referral = value_of(&form, "referral").to_owned();
        let received = value_of(&form, "received_on").to_owned();
        let fields = [
            ("person", person),
            ("referral", &referral),
            ("source", "nurse"),
            ("reason", "Sleeps all day"),
            ("areas", "rest_sleep"),
            ("urgency", "urgent"),
            ("received_on", &received),
        ];
        let sent = self.user.post("/referrals/new", &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        sent.location().strip_prefix("/referrals/").unwrap().to_owned()
    }

    async fn decide(&self, referral: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.user.get(&format!("/referrals/{referral}")).await.body;
        let mut all = vec![("version", value_of(&page, "version")), ("urgency", "routine")];
        all.extend(fields);
        self.user.post(&format!("/referrals/{referral}/decide"), &all).await
    }

    async fn told_custody(&self, referral: &str) -> String {
        let sql = format!("select status from custody_referral where id = {}", sql_id(self.engine, referral));
        self.app.db.text(&sql).await.unwrap()
    }
}

fn has_error(page: &str, field: &str) -> bool {
    page.contains(&format!("id=\"{field}_error\"")) && page.contains(&format!("href=\"#{field}\""))
}

on_both_engines! {
    async fn a_referral_of_custody_is_accepted_into_the_caseload(engine) {
        let story = Story::begin(engine).await;
        let person = story.person().await;
        let referral = story.custody_refers(&person).await;
        let list = story.user.get("/referrals").await.body;
        assert!(list.contains(&format!("/referrals/{referral}")) && list.contains("correctional staff: keeps away from others"), "{list}");
        let page = story.user.get(&format!("/referrals/{referral}")).await.body;
        assert!(page.contains("Sits alone since Sunday") && page.contains("Accept and take into the caseload"), "{page}");

        let accepted = story.decide(&referral, &[("decision", "accepted")]).await;
        assert_eq!((accepted.status, accepted.location()), (StatusCode::SEE_OTHER, format!("/patients/{person}").as_str()), "{}", accepted.body);
        assert_eq!(story.user.get(&format!("/patients/{person}")).await.status, StatusCode::OK);
        assert_eq!(story.told_custody(&referral).await, "accepted");
        let officer = story.app.user("officer").await.get("/refer").await.body;
        assert!(officer.contains("Accepted") && !officer.contains("Received<"), "{officer}");

        // Accepted, and still waited for until somebody has seen the person.
        assert!(story.user.get("/referrals").await.body.contains(&referral));
        let page = story.user.get(&format!("/referrals/{referral}")).await.body;
        let today = value_of(&page, "first_contact_on").to_owned();
        let seen = [("version", value_of(&page, "version")), ("first_contact_on", today.as_str())];
        let path = format!("/referrals/{referral}/contact");
        let (first, second) = tokio::join!(story.user.post(&path, &seen), story.user.post(&path, &seen));
        assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{} {}", first.body, second.body);
        assert!(!story.user.get("/referrals").await.body.contains(&referral));
        assert!(story.user.get("/referrals?status=accepted").await.body.contains(&referral));
    }

    async fn whoever_has_been_seen_comes_after_those_who_are_waited_for(engine) {
        let story = Story::begin(engine).await;
        let person = story.person().await;
        // Urgent, so that its day comes before the other's; both are of today.
        let seen = story.care_refers(&person).await;
        let unseen = story.custody_refers(&person).await;
        let order = |list: &str| list.find(&seen).unwrap() < list.find(&unseen).unwrap();
        assert!(order(&story.user.get("/referrals").await.body), "the sooner day is first");

        assert_eq!(story.decide(&seen, &[("decision", "waiting_list")]).await.status, StatusCode::SEE_OTHER);
        let page = story.user.get(&format!("/referrals/{seen}")).await.body;
        let fields = [("version", value_of(&page, "version")), ("first_contact_on", value_of(&page, "first_contact_on"))];
        let told = story.user.post(&format!("/referrals/{seen}/contact"), &fields).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.body);
        for list in ["/referrals", "/referrals?status=all"] {
            assert!(!order(&story.user.get(list).await.body), "{list}: who has been seen is first");
        }
    }

    async fn custody_cannot_tell_waiting_from_received_nor_declined_from_redirected(engine) {
        let story = Story::begin(engine).await;
        let person = story.person().await;
        for (decision, told) in [("waiting_list", "received"), ("declined", "closed"), ("redirected", "closed")] {
            let referral = story.custody_refers(&person).await;
            let done = story.decide(&referral, &[("decision", decision), ("decision_reason", "Because of SECRETMATTER")]).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
            assert_eq!(story.told_custody(&referral).await, told, "{decision}");
            assert!(story.user.get(&format!("/referrals/{referral}")).await.body.contains("SECRETMATTER"));
        }
        for user in ["officer", "coordinator"] {
            let page = story.app.user(user).await.get("/refer").await.body;
            assert_eq!(page.matches("Closed").count(), 2, "{user}: {page}");
            for word in ["SECRETMATTER", "waiting", "declined", "redirected", "urgent"] {
                assert!(!page.to_lowercase().contains(&word.to_lowercase()), "{user} reads {word}");
            }
        }
    }

    async fn turning_somebody_away_needs_a_reason(engine) {
        let story = Story::begin(engine).await;
        let referral = story.care_refers(&story.person().await).await;
        for decision in ["declined", "redirected"] {
            let refused = story.decide(&referral, &[("decision", decision), ("decision_reason", "  ")]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(has_error(&refused.body, "decision-reason"), "{}", refused.body);
        }
        let refused = story.decide(&referral, &[("decision_reason", "Typed and kept")]).await;
        assert!(has_error(&refused.body, "decision") && refused.body.contains("Typed and kept"), "{}", refused.body);
        let waits = story.decide(&referral, &[("decision", "waiting_list")]).await;
        assert_eq!(waits.location(), format!("/referrals/{referral}"));
        let done = story.decide(&referral, &[("decision", "declined"), ("decision_reason", "Moved to school")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let accepted = [("version", "3"), ("urgency", "routine"), ("decision", "accepted")];
        let over = story.user.post(&format!("/referrals/{referral}/decide"), &accepted).await;
        assert_eq!(over.status, StatusCode::UNPROCESSABLE_ENTITY, "what was decided stays decided");
    }

    async fn two_decide_and_the_second_sees_the_first(engine) {
        let story = Story::begin(engine).await;
        for referral in [story.care_refers(&story.person().await).await, story.custody_refers(&story.person().await).await] {
            let page = story.user.get(&format!("/referrals/{referral}")).await.body;
            let version = value_of(&page, "version").to_owned();
            let path = format!("/referrals/{referral}/decide");
            let first = [("version", version.as_str()), ("urgency", "routine"), ("decision", "declined"), ("decision_reason", "Seen elsewhere")];
            let (one, two) = tokio::join!(story.user.post(&path, &first), story.user.post(&path, &first));
            assert_eq!((one.status, two.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "pressed twice: {} {}", one.body, two.body);
            let late = [("version", version.as_str()), ("urgency", "routine"), ("decision", "redirected"), ("decision_reason", "My own words")];
            let stale = story.user.post(&path, &late).await;
            assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
            for words in ["My own words", "Seen elsewhere", "declined"] {
                assert!(stale.body.contains(words), "{words}: {}", stale.body);
            }
        }
    }

    async fn a_form_sent_twice_makes_one_referral(engine) {
        let story = Story::begin(engine).await;
        let person = story.person().await;
        let count = async |table: &str| story.app.db.text(&format!("select cast(count(*) as text) from {table}")).await.unwrap();
        let officer = story.app.user("officer").await;
        let fields = [("person", person.as_str()), ("referral", ZERO), ("reason", "sleep"), ("words", "")];
        let (one, two) = tokio::join!(officer.post("/refer/new", &fields), officer.post("/refer/new", &fields));
        assert_eq!((one.status, two.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{} {}", one.body, two.body);
        assert_eq!(count("custody_referral").await, "1");
        // Gone back in the browser and changed: another one, so that nothing typed is lost.
        officer.post("/refer/new", &[("person", person.as_str()), ("referral", ZERO), ("reason", "conflict"), ("words", "")]).await;
        assert_eq!(count("custody_referral").await, "2");
        story.care_refers(&person).await;
        assert_eq!(count("care_referral").await, "1");
    }

    async fn a_patient_is_linked_and_a_person_who_has_left_is_not_accepted(engine) {
        let story = Story::begin(engine).await;
        let patients = story.user.get("/patients").await.body;
        let patient = patients.split("<a href=\"/patients/").filter_map(|rest| rest.get(..36)).find(|id| id.matches('-').count() == 4).unwrap();
        let lead = format!("select cast(version as text) from care_patient where person_id = {}", sql_id(engine, patient));
        let before = story.app.db.text(&lead).await;
        let referral = story.care_refers(patient).await;
        assert!(story.user.get(&format!("/referrals/{referral}")).await.body.contains("in the caseload already"));
        assert_eq!(story.decide(&referral, &[("decision", "accepted")]).await.location(), format!("/patients/{patient}"));
        assert_eq!(story.app.db.text(&lead).await, before, "the record stays as it is");

        let person = story.person().await;
        let referral = story.care_refers(&person).await;
        story.app.db.as_owner(&format!("update custody_person set presence = 'released' where id = {}", sql_id(engine, &person))).await.unwrap();
        let refused = story.decide(&referral, &[("decision", "accepted")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "decision"), "{}", refused.body);
        assert_eq!(story.decide(&referral, &[("decision", "declined"), ("decision_reason", "Released")]).await.status, StatusCode::SEE_OTHER);
        let gone = story.app.user("coordinator").await.post("/refer/new", &[("person", &person), ("reason", "sleep")]).await;
        assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn an_officer_refers_from_his_own_wings_only(engine) {
        let story = Story::begin(engine).await;
        let officer = story.app.user("officer").await;
        let own = story.person().await;
        let elsewhere = format!(
            "select lower({}) from custody_person p where p.wing_id is not null and p.presence = 'present' and p.wing_id <>
               (select wing_id from custody_person where id = {}) and p.facility_id = (select facility_id from custody_person where id = {}) limit 1",
            if engine == Engine::Sqlite { "hex(p.id)" } else { "cast(p.id as text)" },
            sql_id(engine, &own),
            sql_id(engine, &own)
        );
        let raw = story.app.db.text(&elsewhere).await.unwrap().replace('-', "");
        let other = format!("{}-{}-{}-{}-{}", &raw[..8], &raw[8..12], &raw[12..16], &raw[16..20], &raw[20..]);
        for path in [format!("/refer/new?person={other}"), format!("/refer?wing={ZERO}")] {
            assert_eq!(officer.get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        let refused = officer.post("/refer/new", &[("person", &other), ("reason", "sleep")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let coordinator = story.app.user("coordinator").await;
        assert_eq!(coordinator.post("/refer/new", &[("person", &other), ("reason", "sleep")]).await.location(), "/refer");
        assert!(coordinator.get("/refer").await.body.contains("does not sleep"));
        assert!(!officer.get("/refer").await.body.contains("does not sleep"), "another wing's is not his to see");
    }

    async fn bad_input_comes_back_with_every_word(engine) {
        let story = Story::begin(engine).await;
        let person = story.person().await;
        let officer = story.app.user("officer").await;
        let long = "Š".repeat(141);
        let refused = officer.post("/refer/new", &[("person", &person), ("reason", "other"), ("words", &long)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "words") && refused.body.contains(&long), "{}", refused.body);
        let exact = "Š".repeat(140);
        assert_eq!(officer.post("/refer/new", &[("person", &person), ("reason", "other"), ("words", &exact)]).await.location(), "/refer");
        let pasted = "</textarea><script>alert(1)</script> ë ђ \u{202e}\u{0007} O'Neill ".repeat(3000);
        let refused = story.user.post("/referrals/new", &[("person", &person), ("source", "nurse"), ("reason", &pasted), ("urgency", "urgent"), ("received_on", "31.2.2026")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "reason") && has_error(&refused.body, "received-on"));
        assert!(refused.body.contains("31.2.2026") && !refused.body.contains("<script>alert"), "kept, and never markup");
        assert!(refused.body.matches("O'Neill").count() >= 3000 || refused.body.matches("O&#x27;Neill").count() >= 3000);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn others_read_and_do_not_decide() {
    let story = Story::begin(Engine::Sqlite).await;
    let referral = story.care_refers(&story.person().await).await;
    for (user, read, write, decide) in [
        ("clinician", StatusCode::OK, StatusCode::OK, StatusCode::FORBIDDEN),
        ("reviewer", StatusCode::OK, StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
        ("head", StatusCode::OK, StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
        ("coordinator", StatusCode::FORBIDDEN, StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
        ("auditor", StatusCode::FORBIDDEN, StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
    ] {
        let browser = story.app.user(user).await;
        assert_eq!(browser.get(&format!("/referrals/{referral}")).await.status, read, "{user}");
        assert_eq!(browser.get("/referrals/new").await.status, write, "{user}");
        let fields = [("version", "1"), ("urgency", "routine"), ("decision", "accepted")];
        assert_eq!(browser.post(&format!("/referrals/{referral}/decide"), &fields).await.status, decide, "{user}");
    }
    assert_eq!(first_person(&story.user.get("/referrals/new").await.body).len(), 36);
}
