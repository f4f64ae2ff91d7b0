//! A plan from its first draft to its second version, as a browser without scripting writes it, on both engines.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, TestApp, on_both_engines, sql_id};

const LADDER: [(&str, &str); 5] = [
    ("goal-1-m2", "Eats what others cook"),
    ("goal-1-m1", "Cooks with somebody beside him"),
    ("goal-1-0", "Cooks one dish alone"),
    ("goal-1-p1", "Cooks three dishes"),
    ("goal-1-p2", "Cooks for others"),
];

/// What was typed into the editor: names and values, the last of a name being the one that counts.
#[derive(Clone)]
struct Typed(Vec<(String, String)>);

impl Typed {
    /// A plan that lacks nothing.
    fn complete() -> Self {
        let typed = [
            ("plan", ""),
            ("version", ""),
            ("title", "Back to the kitchen"),
            ("summary", "We cook together twice a week."),
            ("areas", "iadl"),
            ("approach", "establish_restore"),
            ("target_hours", "25"),
            ("agreement", "agreed"),
            ("agreed_on", "2026-01-05"),
            ("review_interval_days", "28"),
            ("goal-1-thread", ""),
            ("goal-1-description", "Cooks a simple meal"),
            ("goal-1-area", "iadl"),
            ("goal-1-baseline", "-2"),
            ("goal-1-importance", "2"),
            ("goal-1-difficulty", "3"),
        ];
        Self(typed.into_iter().chain(LADDER).map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    fn with(mut self, name: &str, value: &str) -> Self {
        self.0.retain(|(held, _)| held != name);
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    fn pairs(&self) -> Vec<(&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }
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
        let patient = value_of(&user.get("/patients/new").await.body, "person").to_owned();
        let taken = user.post("/patients/new", &[("person", &patient)]).await;
        assert_eq!(taken.location(), format!("/patients/{patient}"));
        Self { app, user, patient }
    }

    fn path(&self, rest: &str) -> String {
        format!("/patients/{}/plan{rest}", self.patient)
    }

    async fn page(&self, rest: &str) -> String {
        let answer = self.user.get(&self.path(rest)).await;
        assert_eq!(answer.status, StatusCode::OK, "{rest}");
        answer.body
    }

    async fn send(&self, rest: &str, typed: &Typed) -> Answer {
        self.user.post(&self.path(rest), &typed.pairs()).await
    }

    async fn activate(&self, typed: &Typed) {
        let answer = self.send("/activate", typed).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        assert_eq!(answer.location(), self.path(""));
    }

    /// The draft's id and row version, as its form carries them.
    async fn known(&self, typed: Typed) -> Typed {
        let page = self.page("/edit").await;
        typed
            .with("plan", value_of(&page, "plan"))
            .with("version", value_of(&page, "version"))
            .with("goal-1-thread", value_of(&page, "goal-1-thread"))
    }

    /// One number about this patient's rows; `{patient}` stands for the patient.
    async fn count(&self, sql: &str) -> String {
        let patient = sql_id(self.app.engine, &self.patient);
        let sql = format!("select cast(({}) as text)", sql.replace("{patient}", &patient));
        self.app.db.text(&sql).await.unwrap_or_default()
    }

    async fn plans(&self, status: &str) -> String {
        self.count(&format!("select count(*) from care_plan where patient_id = {{patient}} and status = '{status}'"))
            .await
    }
}

/// The value of the first input of a name.
fn value_of<'a>(page: &'a str, name: &str) -> &'a str {
    let at = page.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name} in {page}"));
    page[at..].split('"').nth(3).unwrap()
}

fn has_error(page: &str, field: &str) -> bool {
    page.contains(&format!("id=\"{field}_error\"")) && page.contains(&format!("href=\"#{field}\""))
}

on_both_engines! {
    async fn a_ladder_with_a_gap_stays_a_draft(engine) {
        let story = Story::begin(engine).await;
        let gap = Typed::complete().with("goal-1-p1", " ");
        let refused = story.send("/activate", &gap).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "goal-1-p1") && !has_error(&refused.body, "goal-1-0"));
        assert!(refused.body.contains("Cooks for others"), "what was typed is there");
        assert_eq!(story.plans("draft").await, "0", "a refusal writes nothing");

        assert_eq!(story.send("/edit", &gap).await.status, StatusCode::SEE_OTHER, "as a draft it may have gaps");
        // The button that stands outside the form says the same of the stored draft.
        let again = story.user.post(&story.path("/activate"), &[]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&again.body, "goal-1-p1"));
        // And so does the database, to whoever asks it.
        let forced = story.app.db.as_owner("update care_plan set status = 'active' where status = 'draft' and title = 'Back to the kitchen'").await;
        assert!(forced.unwrap_err().to_string().contains("care_plan_ladder_complete"));

        story.activate(&story.known(Typed::complete()).await).await;
        assert_eq!((story.plans("active").await, story.plans("draft").await), ("1".to_owned(), "0".to_owned()));
    }

    async fn each_gap_is_told_at_its_field(engine) {
        let story = Story::begin(engine).await;
        for (name, value, field) in [
            ("title", "", "title"),
            ("summary", "", "summary"),
            ("areas", "", "areas"),
            ("agreement", "not_asked", "agreement"),
            ("agreed_on", "", "agreed-on"),
            ("target_hours", "20", "target-reason"),
            ("expected_end", "32.1.2026", "expected-end"),
            ("goal-1-description", "", "goal-1-description"),
        ] {
            let refused = story.send("/activate", &Typed::complete().with(name, value)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(has_error(&refused.body, field), "{name}: {}", refused.body);
        }
    }

    async fn a_change_makes_the_next_version(engine) {
        let story = Story::begin(engine).await;
        story.activate(&Typed::complete()).await;
        assert!(story.page("").await.contains("Cooks one dish alone"));
        let edit = story.user.get(&story.path("/edit")).await;
        assert_eq!(edit.location(), story.path(""), "an active plan has no editor");
        let changed = story.app.db.as_owner("update care_plan set title = 'x' where title = 'Back to the kitchen'").await;
        assert!(changed.unwrap_err().to_string().contains("care_plan_immutable"));

        let nothing = Typed(vec![]);
        let (first, second) = tokio::join!(story.send("/next", &nothing), story.send("/next", &nothing));
        assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
        assert_eq!(story.plans("draft").await, "1", "pressed twice, one draft");
        assert!(story.page("").await.contains("Back to the kitchen"), "the active version is followed until the next is activated");

        let next = story.known(Typed::complete().with("title", "The kitchen and the shop")).await;
        story.activate(&next).await;
        assert_eq!((story.plans("active").await, story.plans("completed").await), ("1".to_owned(), "1".to_owned()));
        let threads = story.count("select count(distinct thread_id) from care_goal where patient_id = {patient}").await;
        assert_eq!(threads, "1", "the goal goes on as the same one");
        assert!(story.page("/versions/1").await.contains("Back to the kitchen"));
        let changes = story.page("/versions/2").await;
        assert!(changes.contains("Back to the kitchen") && changes.contains("The kitchen and the shop"));
    }

    async fn a_goal_that_is_left_out_ends(engine) {
        let story = Story::begin(engine).await;
        story.activate(&Typed::complete()).await;
        story.send("/next", &Typed(vec![])).await;
        // The same words as another goal: its thread is not carried on.
        let next = story.known(Typed::complete()).await.with("goal-1-thread", "");
        story.activate(&next).await;
        let lifecycles = "select count(*) from care_goal where patient_id = {patient} and lifecycle = ";
        assert_eq!(story.count(&format!("{lifecycles}'cancelled'")).await, "1");
        assert_eq!(story.count(&format!("{lifecycles}'active'")).await, "1");
    }

    async fn buttons_pressed_twice_make_one_draft(engine) {
        let story = Story::begin(engine).await;
        let typed = Typed::complete();
        let (first, second) = tokio::join!(story.send("/edit", &typed), story.send("/edit", &typed));
        assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{} {}", first.body, second.body);
        assert_eq!(story.plans("draft").await, "1");
        let known = story.known(typed).await;
        let (first, second) = tokio::join!(story.send("/activate", &known), story.send("/activate", &known));
        assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{} {}", first.body, second.body);
        assert_eq!((story.plans("active").await, story.plans("draft").await), ("1".to_owned(), "0".to_owned()));
    }

    async fn a_stale_save_shows_both_texts(engine) {
        let story = Story::begin(engine).await;
        story.send("/edit", &Typed::complete()).await;
        let seen = story.known(Typed::complete()).await;
        story.send("/edit", &seen.clone().with("title", "Written by a colleague")).await;
        let stale = story.send("/edit", &seen.with("title", "Written by me").with("goal-1-0", "Mine as well")).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["Written by a colleague", "Written by me", "Mine as well", "Cooks one dish alone"] {
            assert!(stale.body.contains(words), "{words}");
        }
        assert!(has_error(&stale.body, "title") && has_error(&stale.body, "goal-1-0") && !has_error(&stale.body, "summary"));
        // Seen both, and sent again: now it is a decision.
        let decided = story.known(Typed::complete().with("title", "Written by me")).await;
        assert_eq!(decided.pairs().iter().find(|(name, _)| *name == "version").unwrap().1, value_of(&stale.body, "version"));
        assert_eq!(story.send("/edit", &decided).await.status, StatusCode::SEE_OTHER);
        assert!(story.page("/edit").await.contains("Written by me"));
    }

    async fn a_draft_is_kept_while_it_is_written(engine) {
        let story = Story::begin(engine).await;
        let autosave = async |typed: &Typed| story.user.autosave(&story.path("/edit"), &typed.pairs()).await;
        assert_eq!(autosave(&Typed::complete()).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the first save is by hand");
        assert_eq!(story.plans("draft").await, "0");
        story.send("/edit", &Typed::complete()).await;
        let known = story.known(Typed::complete()).await.with("title", "Half a ti");
        let kept = autosave(&known).await;
        assert_eq!((kept.status, kept.body.as_str()), (StatusCode::NO_CONTENT, ""));
        let version = kept.headers["x-version"].to_str().unwrap().to_owned();
        assert!(story.page("/edit").await.contains("Half a ti"));
        let stale = autosave(&known.clone().with("title", "From another page")).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        let further = autosave(&known.with("title", "Half a title").with("version", &version)).await;
        assert_eq!(further.status, StatusCode::NO_CONTENT);
    }

    async fn goals_are_added_and_removed_by_buttons(engine) {
        let story = Story::begin(engine).await;
        let added = story.send("/edit", &Typed::complete().with("do", "add-goal")).await;
        assert_eq!(added.location(), story.path("/edit#goal-2"));
        let page = story.page("/edit").await;
        assert!(page.contains("name=\"goal-2-description\"") && !page.contains("name=\"goal-3-description\""));
        let typed = story.known(Typed::complete()).await.with("goal-2-description", "Reads a letter");
        let refused = story.send("/activate", &typed).await;
        assert!(has_error(&refused.body, "goal-2-m2") && !has_error(&refused.body, "goal-1-m2"));
        let removed = story.send("/edit", &typed.with("do", "remove-goal-1")).await;
        assert_eq!(removed.location(), story.path("/edit#goals"));
        let page = story.page("/edit").await;
        assert!(page.contains("Reads a letter") && !page.contains("Cooks a simple meal") && !page.contains("name=\"goal-2-"));
    }

    async fn the_score_follows_the_ratings(engine) {
        let story = Story::begin(engine).await;
        story.activate(&Typed::complete()).await;
        // One goal at −2: 50 − 20.
        assert!(story.page("").await.contains("T 30.0 at the start, 30.0 now"));
        let (id, no) = if engine == Engine::Sqlite { ("randomblob(16)", "0") } else { ("gen_random_uuid()", "false") };
        let rate = format!(
            "insert into care_goal_rating (id, thread_id, goal_id, patient_id, facility_id, rated_on, level, with_patient, rated_by, created_at)
             select {id}, g.thread_id, g.id, g.patient_id, g.facility_id, '2026-02-01', 1, {no}, g.created_by, g.created_at
             from care_goal g where g.description = 'Cooks a simple meal'"
        );
        assert_eq!(story.app.db.as_owner(&rate).await.unwrap(), 1);
        let page = story.page("").await;
        assert!(page.contains("T 30.0 at the start, 60.0 now (+30.0)"), "{page}");
        assert!(page.contains("Kiresuk"));
    }

    async fn what_was_typed_is_never_markup(engine) {
        let story = Story::begin(engine).await;
        let hostile = "</textarea><script>alert(1)</script>";
        story.activate(&Typed::complete().with("summary", hostile).with("goal-1-0", hostile)).await;
        story.send("/next", &Typed(vec![])).await;
        for rest in ["", "/edit", "/versions/1"] {
            assert!(!story.page(rest).await.contains("<script>alert"), "{rest}");
        }
    }
}
