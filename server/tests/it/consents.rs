//! Consent and what hangs on it: notices that custody reads, and disclosures that a second person approves, on both engines.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, TestApp, on_both_engines};

const WHY: &str = "Fell twice on the stairs in March";

/// A practitioner with a person whom she has just taken into the caseload.
struct Story {
    app: TestApp,
    user: Browser,
    patient: String,
}

impl Story {
    async fn begin(engine: Engine) -> Self {
        let app = TestApp::demo(engine).await;
        let user = app.user("practitioner").await;
        let patient = value_of(&user.get("/patients/new").await.body, "person").to_owned();
        user.post("/patients/new", &[("person", &patient)]).await;
        Self { app, user, patient }
    }

    fn path(&self, rest: &str) -> String {
        format!("/patients/{}/{rest}", self.patient).trim_end_matches('/').to_owned()
    }

    async fn page(&self, rest: &str) -> String {
        let answer = self.user.get(&self.path(rest)).await;
        assert_eq!(answer.status, StatusCode::OK, "{rest}");
        answer.body
    }

    async fn decide(&self, scope: &str, decision: &str) -> Answer {
        let page = self.page("consents").await;
        let form = [
            ("consent", value_of(&page, "consent")),
            ("scope", scope),
            ("decision", decision),
            ("given_on", value_of(&page, "given_on")),
            ("language", "sq"),
            ("method", "written"),
        ];
        let path = self.path("consents");
        // However often it is pressed, it is one decision.
        self.user.post(&path, &form).await;
        self.user.post(&path, &form).await
    }

    async fn give(&self, changes: &[(&str, &str)]) -> Answer {
        let page = self.page("notices").await;
        let usual = [
            ("notice", value_of(&page, "notice")),
            ("kind", "seated_only"),
            ("expires_on", value_of(&page, "expires_on")),
            ("basis", "consent"),
            ("reason", WHY),
        ];
        let changed = |name: &str| changes.iter().any(|(held, _)| *held == name);
        let form: Vec<(&str, &str)> =
            usual.into_iter().filter(|(name, _)| !changed(name)).chain(changes.iter().copied()).collect();
        self.user.post(&self.path("notices"), &form).await
    }

    async fn propose(&self, consent: &str) -> Answer {
        let page = self.page("disclosures").await;
        let form = [
            ("disclosure", value_of(&page, "disclosure")),
            ("recipient", "Probation service, Peja"),
            ("content", "Takes part in the kitchen group."),
            ("basis", "consent"),
            ("consent", consent),
            ("reason", "Plan for the release"),
        ];
        let path = self.path("disclosures");
        self.user.post(&path, &form).await;
        self.user.post(&path, &form).await
    }
}

/// The value of the input with a name; the first of them.
fn value_of<'a>(page: &'a str, name: &str) -> &'a str {
    let tag = page
        .split('<')
        .find(|tag| tag.starts_with("input") && tag.contains(&format!("name=\"{name}\"")))
        .unwrap_or_else(|| panic!("no field {name}"));
    tag.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

/// The first address in a page that holds a word.
fn address<'a>(page: &'a str, word: &str) -> Option<&'a str> {
    ["href=\"", "action=\""]
        .iter()
        .flat_map(|start| page.split(start).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .find(|path| path.contains(word))
}

on_both_engines! {
    async fn a_notice_crosses_the_wall_with_nothing_of_why(engine) {
        let story = Story::begin(engine).await;
        let refused = story.give(&[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "without consent there is no notice");
        assert!(refused.body.contains("Record the consent first") && refused.body.contains(WHY), "{}", refused.body);

        assert_eq!(story.decide("notices_to_custody", "permit").await.status, StatusCode::SEE_OTHER);
        assert_eq!(story.page("consents").await.matches("Albanian").count(), 2, "one row of history, one option");
        assert_eq!(story.give(&[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(story.give(&[("kind", "not_before"), ("time", "09:30")]).await.status, StatusCode::SEE_OTHER);
        for (name, value, field) in [("kind", "not_before", "time"), ("kind", "small_group", "people"), ("expires_on", "2020-01-01", "expires_on"), ("reason", "", "reason")] {
            let refused = story.give(&[(name, value)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}={value}");
            assert!(refused.body.contains(&format!("{}_error", field.replace('_', "-"))), "{field}: {}", refused.body);
        }
        let long = story.give(&[("reason", &"x".repeat(200_000))]).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);

        let coordinator = story.app.user("coordinator").await;
        let list = coordinator.get("/notices").await.body;
        assert!(list.contains("Seated only") && list.contains("Not before 09:30") && list.contains("sharing agreed"), "{list}");
        assert!(!list.contains(WHY));
        let acknowledge = address(&list, "/notices/").unwrap().to_owned();
        for _ in 0..2 {
            assert_eq!(coordinator.post(&acknowledge, &[]).await.location(), "/notices");
        }
        let officer = story.app.user("officer").await;
        assert_eq!(officer.get("/notices").await.status, StatusCode::OK);
        assert_eq!(officer.post(&acknowledge, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(story.app.user("coordinator2").await.post(&acknowledge, &[]).await.status, StatusCode::NOT_FOUND, "another facility's");
    }

    async fn renewing_and_ending_a_notice(engine) {
        let story = Story::begin(engine).await;
        story.give(&[("basis", "legal_duty")]).await;
        let page = story.page("notices").await;
        let (renew, end) = (address(&page, "/renew").unwrap().to_owned(), address(&page, "/end").unwrap().to_owned());
        let late = story.user.post(&renew, &[("version", "1"), ("expires_on", "2020-01-01")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        let expires = value_of(&page, "expires_on").to_owned();
        let stale = story.user.post(&renew, &[("version", "7"), ("expires_on", &expires)]).await;
        assert!(stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.body.contains("Somebody else has changed this notice"), "{}", stale.body);
        for _ in 0..2 {
            assert_eq!(story.user.post(&renew, &[("version", "1"), ("expires_on", &expires)]).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(story.page("notices").await.matches(">Seated only</b>").count(), 2, "the old one and the new one");
        assert_eq!(story.user.post(&end, &[("version", "1")]).await.status, StatusCode::SEE_OTHER, "ended already");
        let open = story.page("notices").await;
        let end = address(&open, "/end").unwrap().to_owned();
        story.user.post(&end, &[("version", "1")]).await;
        assert_eq!(address(&story.page("notices").await, "/end"), None);
    }

    async fn what_rests_on_a_consent_ends_with_it(engine) {
        let story = Story::begin(engine).await;
        let head = story.app.user("head").await;
        assert!(story.propose("").await.body.contains("does not hold"), "no consent to share with anybody");
        story.decide("notices_to_custody", "permit").await;
        story.give(&[]).await;
        story.decide("sharing_probation", "permit").await;
        let page = story.page("disclosures").await;
        let consent = page.split("<option value=\"").find_map(|rest| rest.split('"').next().filter(|id| id.len() == 36)).unwrap().to_owned();
        assert_eq!(story.propose(&consent).await.status, StatusCode::SEE_OTHER);

        let list = head.get("/disclosures").await.body;
        assert!(list.contains("Probation service, Peja"), "{list}");
        let log = head.get(&story.path("disclosures")).await.body;
        let decide = address(&log, "/decide").unwrap().to_owned();
        assert_eq!(story.user.post(&decide, &[("do", "approve"), ("version", "1")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(head.post(&decide, &[("do", "refuse"), ("version", "1")]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "a refusal has a reason");
        for _ in 0..2 {
            assert_eq!(head.post(&decide, &[("do", "approve"), ("version", "1")]).await.status, StatusCode::SEE_OTHER);
        }
        let sent = address(&story.page("disclosures").await, "/sent").unwrap().to_owned();

        let page = story.page("consents").await;
        let withdrawals: Vec<String> = page.split("href=\"").filter_map(|rest| rest.split('"').next()).filter(|path| path.ends_with("/withdraw")).map(str::to_owned).collect();
        assert_eq!(withdrawals.len(), 2);
        for path in withdrawals {
            let asked = story.user.get(&path).await.body;
            assert!(asked.contains("1 notice to custody") || asked.contains("1 disclosure that was approved"), "{asked}");
            let day = value_of(&asked, "withdrawn_on").to_owned();
            let version = value_of(&asked, "version").to_owned();
            let ahead = story.user.post(&path, &[("withdrawn_on", "2090-01-01"), ("version", &version)]).await;
            assert_eq!(ahead.status, StatusCode::UNPROCESSABLE_ENTITY);
            for _ in 0..2 {
                let form = [("withdrawn_on", day.as_str()), ("words", "I do not want it any more"), ("version", &version)];
                assert_eq!(story.user.post(&path, &form).await.status, StatusCode::SEE_OTHER);
            }
        }
        assert_eq!(address(&story.page("notices").await, "/end"), None, "the notice has ended");
        let log = story.page("disclosures").await;
        assert!(log.contains("The patient has withdrawn the consent.") && address(&log, "/sent").is_none(), "{log}");
        let refused = story.user.post(&sent, &[("sent_on", "2026-01-01"), ("version", "2")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(story.page("consents").await.contains("I do not want it any more"));
    }

    async fn a_no_to_treatment_stands_at_the_head_of_the_patient(engine) {
        let story = Story::begin(engine).await;
        assert!(!story.page("").await.contains("Treatment not agreed to"), "not to have been asked is another thing");
        story.decide("treatment", "deny").await;
        assert!(story.page("plan/edit").await.contains("Treatment not agreed to"));
        for role in ["clinician", "reviewer", "head"] {
            let other = story.app.user(role).await;
            assert_eq!(other.get(&story.path("consents")).await.status, StatusCode::OK, "{role}");
            assert_eq!(other.post(&story.path("consents"), &[]).await.status, StatusCode::FORBIDDEN, "{role}");
        }
    }
}
