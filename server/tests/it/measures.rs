//! A measure from its form to its note, and slots that a head opens, on both engines.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, PASSWORD, TestApp, on_both_engines};

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
        format!("/patients/{}/measures{rest}", self.patient)
    }

    async fn page(&self, rest: &str) -> String {
        let answer = self.user.get(&self.path(rest)).await;
        assert_eq!(answer.status, StatusCode::OK, "{rest}");
        answer.body
    }

    /// WHO-5 with these answers; an empty one is left out. Sent twice, as a double click does.
    async fn who5(&self, answers: [&str; 5], changes: &[(&str, &str)]) -> Answer {
        let page = self.page("/who5").await;
        let mut form = vec![
            ("result", value_of(&page, "result")),
            ("taken_on", value_of(&page, "taken_on")),
            ("comment", "Said it was a good week"),
            ("password", PASSWORD),
        ];
        let names = ["item-1", "item-2", "item-3", "item-4", "item-5"];
        form.extend(names.into_iter().zip(answers).filter(|(_, answer)| !answer.is_empty()));
        form.retain(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
        form.extend(changes);
        self.user.post(&self.path("/who5"), &form).await;
        self.user.post(&self.path("/who5"), &form).await
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

on_both_engines! {
    async fn who_5_is_taken_signed_once_and_compared(engine) {
        let story = Story::begin(engine).await;
        assert!(story.page("").await.contains("No measure has been taken yet"));
        let form = story.page("/who5").await;
        assert!(form.contains("I have felt cheerful and in good spirits") && form.contains("CC BY-NC-SA 3.0 IGO"), "{form}");

        let refused = story.who5(["3", "", "2", "", "2"], &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for (item, missing) in [("item-1", false), ("item-2", true), ("item-3", false), ("item-4", true)] {
            assert_eq!(refused.body.contains(&format!("id=\"{item}_error\"")), missing, "{item}");
        }
        assert!(refused.body.contains("Said it was a good week"), "what was typed is still there");
        for (name, value, field) in [("password", "wrong", "password"), ("taken_on", "2090-01-01", "taken-on"), ("taken_on", "2026-01-05", "late-reason"), ("comment", &*"x".repeat(9000), "comment"), ("item-1", "7", "item-1")] {
            let refused = story.who5(["3", "3", "2", "3", "2"], &[(name, value)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(refused.body.contains(&format!("id=\"{field}_error\"")), "{name}: {}", refused.body);
        }

        assert_eq!(story.who5(["1", "1", "1", "1", "1"], &[("taken_on", "2026-01-05"), ("late-reason", "Taken on paper")]).await.location(), story.path(""));
        assert_eq!(story.who5(["3", "3", "2", "3", "2"], &[]).await.location(), story.path(""));
        let page = story.page("").await;
        assert!(page.contains("52 / 100, not low") && page.contains("+32 since 5 Jan 2026"), "{page}");
        assert!(page.contains("A change of 10 or more matters.") && page.contains("<svg"), "{page}");
        let notes = story.user.get(&format!("/patients/{}/notes", story.patient)).await.body;
        assert_eq!(notes.matches("52 / 100, not low").count(), 1, "signed twice is one note: {notes}");
        assert!(notes.contains("Taken on paper") && notes.contains("I have felt calm and relaxed: More than half of the time (3)"), "{notes}");
    }

    async fn a_slot_is_open_where_a_licence_is_held(engine) {
        let story = Story::begin(engine).await;
        assert_eq!(story.user.get(&story.path("/mohost")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(story.user.get("/measures/settings").await.status, StatusCode::FORBIDDEN);
        let head = story.app.user("head").await;
        let nameless = head.post("/measures/settings", &[("code", "mohost"), ("version", "0"), ("on", "yes")]).await;
        assert!(nameless.status == StatusCode::UNPROCESSABLE_ENTITY && nameless.body.contains("mohost-licence_error"), "{}", nameless.body);
        let open = [("code", "mohost"), ("version", "0"), ("licence", "KS-2026-17"), ("on", "yes")];
        assert_eq!(head.post("/measures/settings", &open).await.status, StatusCode::SEE_OTHER);
        let stale = head.post("/measures/settings", &open).await;
        assert!(stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.body.contains("Somebody else has changed this since"), "{}", stale.body);
        assert_eq!(head.post("/measures/settings", &[("code", "who5"), ("licence", "x")]).await.status, StatusCode::BAD_REQUEST);

        let page = story.page("/mohost").await;
        let form = |total: &'static str| [("result", value_of(&page, "result")), ("taken_on", value_of(&page, "taken_on")), ("item-total", total), ("password", PASSWORD)];
        for wrong in ["", "23", "97", "40,5", "many"] {
            let refused = story.user.post(&story.path("/mohost"), &form(wrong)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert!(refused.body.contains("id=\"item-total_error\""), "{wrong}");
        }
        assert_eq!(story.user.post(&story.path("/mohost"), &form("61")).await.status, StatusCode::SEE_OTHER);
        assert!(story.page("").await.contains("61 / 96"));
    }

    async fn measures_are_the_practitioners(engine) {
        let story = Story::begin(engine).await;
        for (role, reads) in [("reviewer", true), ("head", false), ("coordinator", false)] {
            let other = story.app.user(role).await;
            assert_eq!(other.get(&story.path("")).await.status == StatusCode::OK, reads, "{role}");
            assert_eq!(other.get(&story.path("/who5")).await.status, StatusCode::FORBIDDEN, "{role}");
        }
        let user = &story.user;
        user.post("/language", &[("lang", "sr"), ("back", "/")]).await;
        assert!(story.page("/who5").await.contains("Sme se koristiti samo zvaničan prevod"));
        assert!(story.page("/house_group").await.contains("Ostaje pri zadatku"));
    }
}
