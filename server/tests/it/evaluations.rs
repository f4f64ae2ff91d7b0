//! An evaluation from its first word to the re-evaluation, as a browser without scripting writes it, on both engines.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, PASSWORD, TestApp, on_both_engines};

const REQUIRED: [(&str, &str); 4] = [
    ("reason", "Asked for by the nurse"),
    ("priorities", "To cook again"),
    ("observed", "Made tea in the training kitchen"),
    ("synthesis", "Knows the steps and begins late"),
];

/// The value of the first input of a name after a place in the page.
fn value_after<'a>(page: &'a str, place: &str, name: &str) -> &'a str {
    let from = page.find(place).unwrap_or_else(|| panic!("no {place} in {page}"));
    let at =
        page[from..].find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name} after {place}"));
    page[from + at..].split('"').nth(3).unwrap()
}

fn has_error(page: &str, field: &str) -> bool {
    page.contains(&format!("id=\"{field}_error\"")) && page.contains(&format!("href=\"#{field}\""))
}

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
        let page = user.get("/patients/new").await.body;
        let patient = value_after(&page, "<table", "person").to_owned();
        user.post("/patients/new", &[("person", &patient)]).await;
        Self { app, user, patient }
    }

    fn path(&self, rest: &str) -> String {
        format!("/patients/{}/evaluation{rest}", self.patient)
    }

    async fn page(&self) -> String {
        let answer = self.user.get(&self.path("")).await;
        assert_eq!(answer.status, StatusCode::OK);
        answer.body
    }

    async fn start(&self, from: &str) {
        let answer = self.user.post(&self.path("/begin"), &[("from", from)]).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, self.path("").as_str()));
    }

    /// Saves a section over the version that its form has now.
    async fn write(&self, section: &str, text: &str) {
        let page = self.page().await;
        let answer = self.send(&page, section, text).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{section}: {}", answer.body);
    }

    /// Saves a section as the form in `page` would when no other is sent along.
    async fn send(&self, page: &str, section: &str, text: &str) -> Answer {
        self.send_all(page, &[(section, text)]).await
    }

    /// Presses the button of the first of these sections, which say what they say here.
    async fn send_all(&self, page: &str, texts: &[(&str, &str)]) -> Answer {
        let mut fields = vec![("evaluation".to_owned(), evaluation(page)), ("at".to_owned(), texts[0].0.to_owned())];
        for (section, text) in texts {
            fields.push(seen(page, section));
            fields.push(((*section).to_owned(), (*text).to_owned()));
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.user.post(&self.path("/sections"), &fields).await
    }

    async fn write_required(&self) {
        for (section, text) in REQUIRED {
            self.write(section, text).await;
        }
    }

    async fn sign(&self, extra: &[(&str, &str)]) -> Answer {
        let page = self.user.get(&self.path("/sign")).await.body;
        self.sign_seen(&page, extra).await
    }

    /// Signs what the page showed.
    async fn sign_seen(&self, page: &str, extra: &[(&str, &str)]) -> Answer {
        let place = "Your signature";
        let fields = [
            ("evaluation", value_after(page, place, "evaluation")),
            ("version", value_after(page, place, "version")),
            ("occurred_on", value_after(page, place, "occurred_on")),
            ("password", PASSWORD),
        ];
        let all: Vec<(&str, &str)> = fields
            .into_iter()
            .filter(|(name, _)| extra.iter().all(|(given, _)| given != name))
            .chain(extra.iter().copied())
            .collect();
        self.user.post(&self.path("/sign"), &all).await
    }

    async fn count(&self, sql: &str) -> String {
        let patient = if self.app.db.url.starts_with("sqlite") {
            format!("x'{}'", self.patient.replace('-', ""))
        } else {
            format!("'{}'", self.patient)
        };
        self.app.db.text(&format!("select cast(({}) as text)", sql.replace("{patient}", &patient))).await.unwrap()
    }
}

/// The evaluation that the page's form is of.
fn evaluation(page: &str) -> String {
    value_after(page, "class=\"evaluation\"", "evaluation").to_owned()
}

/// What a section stands on in this page.
fn seen(page: &str, section: &str) -> (String, String) {
    let name = format!("version_{section}");
    let value = value_after(page, "class=\"evaluation\"", &name).to_owned();
    (name, value)
}

on_both_engines! {
    async fn sections_are_saved_on_their_own_and_the_whole_is_signed(engine) {
        let story = Story::begin(engine).await;
        assert!(story.page().await.contains("No evaluation has been signed yet."));
        story.start("nothing").await;
        story.start("nothing").await;
        assert_eq!(story.count("select count(*) from care_evaluation where patient_id = {patient}").await, "1", "pressed twice, one draft");
        story.write("roles", "Father of two.\n\nPainter.").await;
        let page = story.page().await;
        assert!(page.contains("Father of two.") && page.matches("✓").count() == 1, "{page}");

        let gaps = story.user.get(&story.path("/sign")).await;
        assert_eq!(gaps.status, StatusCode::UNPROCESSABLE_ENTITY);
        for (section, _) in REQUIRED {
            assert!(has_error(&gaps.body, section), "{section}");
        }
        assert!(!has_error(&gaps.body, "roles"));
        story.write_required().await;
        let wrong = story.sign(&[("password", "wrong")]).await;
        assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && has_error(&wrong.body, "password"), "{}", wrong.body);
        let signed = story.sign(&[]).await;
        assert_eq!((signed.status, signed.location()), (StatusCode::SEE_OTHER, story.path("").as_str()), "{}", signed.body);

        let page = story.page().await;
        assert!(page.contains("Father of two.") && page.contains("Begin a re-evaluation") && !page.contains("<textarea"), "{page}");
        let notes = story.user.get(&format!("/patients/{}/notes", story.patient)).await.body;
        assert!(notes.contains("Knows the steps and begins late") && notes.contains("The patient’s own priorities"), "{notes}");
        assert_eq!(story.count("select count(*) from care_note where patient_id = {patient} and kind = 'evaluation'").await, "1");
        for sql in [
            "update care_evaluation set occurred_on = occurred_on where signed_at is not null",
            "delete from care_evaluation where signed_at is not null",
            "update care_evaluation_section set content = 'x' where evaluation_id in (select id from care_evaluation where signed_at is not null)",
        ] {
            assert!(story.app.db.as_owner(sql).await.unwrap_err().to_string().contains("immutable"), "{sql}");
        }
    }

    async fn a_stale_section_shows_both_texts_and_touches_no_other(engine) {
        let story = Story::begin(engine).await;
        story.start("nothing").await;
        let seen = story.page().await;
        story.write("concerns", "Written by a colleague").await;
        story.write("history", "Also a colleague's").await;
        let stale = story.send(&seen, "concerns", "Written by me").await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["Written by a colleague", "Written by me", "Also a colleague"] {
            assert!(stale.body.contains(words), "{words}");
        }
        assert!(has_error(&stale.body, "concerns") && !has_error(&stale.body, "history"));
        // Nobody else has written here, so nobody is in the way.
        assert_eq!(story.send(&seen, "roles", "Brother").await.status, StatusCode::SEE_OTHER);
        // Seen both, and sent again: now it is a decision.
        let (first, second) = tokio::join!(story.send(&stale.body, "concerns", "Both"), story.send(&stale.body, "concerns", "Both"));
        assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{} {}", first.body, second.body);
        let page = story.page().await;
        for words in ["Both", "Also a colleague", "Brother"] {
            assert!(page.contains(words), "{words}");
        }
    }

    async fn a_button_saves_what_was_typed_anywhere_and_nothing_that_was_not(engine) {
        let story = Story::begin(engine).await;
        story.start("nothing").await;
        let shown = story.page().await;
        story.write("concerns", "Written by a colleague").await;
        let saved = story.send_all(&shown, &[("roles", "Father of two"), ("history", "A painter"), ("concerns", "")]).await;
        assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, story.path("#section-roles").as_str()), "{}", saved.body);
        let page = story.page().await;
        for words in ["Father of two", "A painter", "Written by a colleague"] {
            assert!(page.contains(words), "{words}");
        }

        // One is in the way of a colleague's words, another too long: all comes back, and what can be kept is.
        let long = "b".repeat(20_001);
        let refused = story.send_all(&shown, &[("motor_skills", "Steady hands"), ("patterns", &long)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "patterns") && refused.body.contains("Steady hands") && refused.body.contains(&long));
        let stale = story.send_all(&shown, &[("concerns", "Mine"), ("motor_skills", "Steady hands")]).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&stale.body, "concerns") && stale.body.contains("Mine"), "{}", stale.body);
        let page = story.page().await;
        assert!(page.contains("Steady hands") && page.contains("Written by a colleague"), "{page}");

        // The last button saves too.
        let fields = [("evaluation", evaluation(&page)), ("at", "sign".to_owned()), ("roles", "Father of three".to_owned()), ("version_roles", seen(&page, "roles").1)];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        let on = story.user.post(&story.path("/sections"), &fields).await;
        assert_eq!((on.status, on.location()), (StatusCode::SEE_OTHER, story.path("/sign").as_str()), "{}", on.body);
        assert!(story.page().await.contains("Father of three"));
    }

    async fn a_section_is_kept_while_it_is_written(engine) {
        let story = Story::begin(engine).await;
        story.start("nothing").await;
        let page = story.page().await;
        let (evaluation, (name, version)) = (evaluation(&page), seen(&page, "routines"));
        let autosave = async |version: &str, text: &str| {
            let fields = [("evaluation", evaluation.as_str()), (&name, version), ("routines", text)];
            story.user.autosave(&story.path("/sections"), &fields).await
        };
        let kept = autosave(&version, "Wakes at elev").await;
        assert_eq!((kept.status, kept.body.as_str()), (StatusCode::NO_CONTENT, ""));
        let next = kept.headers["x-version"].to_str().unwrap().to_owned();
        assert_eq!(autosave(&version, "From another page").await.status, StatusCode::CONFLICT);
        assert_eq!(autosave(&next, "Wakes at eleven").await.status, StatusCode::NO_CONTENT);
        let long = "a".repeat(20_001);
        assert_eq!(autosave(&next, &long).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(story.page().await.contains("Wakes at eleven"));
    }

    async fn signing_twice_makes_one_note_and_a_changed_text_is_read_again(engine) {
        let story = Story::begin(engine).await;
        story.start("nothing").await;
        story.write_required().await;
        let shown = story.user.get(&story.path("/sign")).await.body;
        story.write("synthesis", "Changed in the meantime").await;
        let place = "Your signature";
        let old = value_after(&shown, place, "version").to_owned();
        let stale = story.sign(&[("version", &old)]).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(stale.body.contains("Changed in the meantime") && stale.body.contains("Read it again"), "{}", stale.body);
        let seen = story.page().await;
        let shown = story.user.get(&story.path("/sign")).await.body;
        let (first, second) = tokio::join!(story.sign_seen(&shown, &[]), story.sign_seen(&shown, &[]));
        assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{} {}", first.body, second.body);
        assert_eq!(story.count("select count(*) from care_note where patient_id = {patient} and kind = 'evaluation'").await, "1");
        // Somebody who still had the form open keeps what was typed.
        let late = story.send(&seen, "roles", "Typed too late").await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.body.contains("Typed too late") && has_error(&late.body, "roles"), "{}", late.body);
    }

    async fn a_late_evaluation_says_why_and_none_is_of_tomorrow(engine) {
        let story = Story::begin(engine).await;
        story.start("nothing").await;
        story.write_required().await;
        for (day, field) in [("2026-01-05", "late-reason"), ("2099-01-01", "occurred-on"), ("31.2.2026", "occurred-on"), ("", "occurred-on")] {
            let refused = story.sign(&[("occurred_on", day)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
            assert!(has_error(&refused.body, field), "{day}: {}", refused.body);
        }
        let signed = story.sign(&[("occurred_on", "2026-01-05"), ("late_reason", "Lockdown for a week")]).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.body);
        let notes = story.user.get(&format!("/patients/{}/notes", story.patient)).await.body;
        assert!(notes.contains("Late entry") && notes.contains("Lockdown for a week"));
    }

    async fn a_re_evaluation_starts_from_the_last_one(engine) {
        let story = Story::begin(engine).await;
        story.start("nothing").await;
        story.write_required().await;
        assert_eq!(story.sign(&[]).await.status, StatusCode::SEE_OTHER);
        story.start("last").await;
        let page = story.page().await;
        assert!(page.contains("Made tea in the training kitchen") && page.contains("<textarea"));
        story.write("observed", "Cooked a meal for four").await;
        assert_eq!(story.sign(&[]).await.status, StatusCode::SEE_OTHER);
        let page = story.page().await;
        assert!(page.contains("What changed since") && page.contains("Made tea in the training kitchen") && page.contains("Cooked a meal for four"), "{page}");
        assert_eq!(page.matches("/evaluations/").count(), 2);

        // A draft begun by mistake is discarded, and only while nobody has written into it since.
        story.start("nothing").await;
        let page = story.page().await;
        let place = "/evaluation/discard";
        let fields = [("evaluation", value_after(&page, place, "evaluation")), ("version", value_after(&page, place, "version"))];
        story.write("roles", "A word").await;
        assert_eq!(story.user.post(&story.path("/discard"), &fields).await.status, StatusCode::CONFLICT);
        let page = story.page().await;
        let fields = [("evaluation", value_after(&page, place, "evaluation")), ("version", value_after(&page, place, "version"))];
        assert_eq!(story.user.post(&story.path("/discard"), &fields).await.status, StatusCode::SEE_OTHER);
        assert!(!story.page().await.contains("<textarea"));
    }

    async fn a_long_list_of_evaluations_has_pages(engine) {
        let story = Story::begin(engine).await;
        for _ in 0..2 {
            story.start("nothing").await;
            story.write_required().await;
            assert_eq!(story.sign(&[]).await.status, StatusCode::SEE_OTHER);
        }
        assert!(!story.page().await.contains("class=\"pager\""), "two stand on one page");
        let second = story.user.get(&story.path("?page=2")).await;
        assert!(second.status == StatusCode::OK && !second.body.contains("/evaluations/"), "{}", second.body);
        assert!(second.body.contains("Knows the steps"), "the last one is read above whatever page of the list");
    }

    async fn drafts_are_for_those_who_write_them(engine) {
        let story = Story::begin(engine).await;
        story.start("nothing").await;
        story.write_required().await;
        for (user, status) in [("reviewer", StatusCode::OK), ("clinician", StatusCode::OK), ("head", StatusCode::FORBIDDEN), ("coordinator", StatusCode::FORBIDDEN), ("administrator", StatusCode::FORBIDDEN)] {
            let browser = story.app.user(user).await;
            let answer = browser.get(&story.path("")).await;
            assert_eq!(answer.status, status, "{user}");
            assert!(!answer.body.contains("Knows the steps"), "{user} reads a draft");
            assert_eq!(browser.get(&story.path("/sign")).await.status, StatusCode::FORBIDDEN, "{user}");
        }
        story.sign(&[]).await;
        assert!(story.app.user("reviewer").await.get(&story.path("")).await.body.contains("Knows the steps"));
    }

    async fn pasted_text_is_kept_and_never_markup(engine) {
        let story = Story::begin(engine).await;
        story.start("nothing").await;
        let page = story.page().await;
        let pasted = format!("</textarea><script>alert(1)</script> {} ë č ž Ђ \u{202e}\u{0007}O’Neill", "x ".repeat(100_000));
        let refused = story.send(&page, "environment", &pasted).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "environment"));
        assert!(refused.body.contains("ë č ž Ђ") && refused.body.contains("O’Neill") && !refused.body.contains("<script>alert"));
        assert_eq!(refused.body.matches("x x x x").count(), 25_000, "every word comes back");
        story.write("environment", "</textarea><script>alert(1)</script>\n\nend").await;
        assert!(!story.page().await.contains("<script>alert"));
    }
}
