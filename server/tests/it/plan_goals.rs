//! Goals and plans beyond the first version: ladders that cannot be rated, the bank, ratings outside a session, raising a goal,
//! and versions beside each other, on both engines.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, TestApp, on_both_engines};

/// A practitioner with a patient whose plan is active.
pub struct Story {
    pub app: TestApp,
    pub user: Browser,
    pub patient: String,
}

pub const PLAN: [(&str, &str); 18] = [
    ("title", "Back to the kitchen"),
    ("summary", "We cook together twice a week."),
    ("areas", "iadl"),
    ("intervention_types", "training"),
    ("creative_level", "4"),
    ("target_hours", "25"),
    ("agreement", "agreed"),
    ("agreed_on", "2026-01-05"),
    ("agreement_language", "rom"),
    ("goal-1-description", "Cooks a simple meal"),
    ("goal-1-baseline", "-2"),
    ("goal-1-importance", "2"),
    ("goal-1-difficulty", "3"),
    ("goal-1-m2", "Eats what others cook"),
    ("goal-1-m1", "Cooks with somebody beside him"),
    ("goal-1-0", "Cooks one dish alone"),
    ("goal-1-p1", "Cooks three dishes"),
    ("goal-1-p2", "Cooks for others"),
];

/// The value of the first input of a name.
pub fn value_of<'a>(page: &'a str, name: &str) -> &'a str {
    let at = page.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name} in {page}"));
    page[at..].split('"').nth(3).unwrap()
}

pub fn has_error(page: &str, field: &str) -> bool {
    page.contains(&format!("id=\"{field}_error\""))
}

/// The value of the first choice of a list that has one.
fn first_option(page: &str, name: &str) -> String {
    let at = page.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no {name} in {page}"));
    page[at..]
        .split("value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .find(|value| !value.is_empty())
        .unwrap()
        .to_owned()
}

impl Story {
    pub async fn begin(engine: Engine) -> Self {
        let app = TestApp::demo(engine).await;
        let user = app.user("practitioner").await;
        let patient = value_of(&user.get("/patients/new").await.body, "person").to_owned();
        assert!(user.post("/patients/new", &[("person", &patient)]).await.status.is_redirection());
        let story = Self { app, user, patient };
        let activated = story.send("/plan/activate", &PLAN).await;
        assert_eq!(activated.status, StatusCode::SEE_OTHER, "{}", activated.body);
        story
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/patients/{}{rest}", self.patient)
    }

    pub async fn page(&self, rest: &str) -> String {
        let answer = self.user.get(&self.path(rest)).await;
        assert_eq!(answer.status, StatusCode::OK, "{rest}: {}", answer.body);
        answer.body
    }

    pub async fn send(&self, rest: &str, typed: &[(&str, &str)]) -> Answer {
        self.user.post(&self.path(rest), typed).await
    }

    /// The address of the page of the plan's first goal, below the patient's.
    async fn goal(&self) -> String {
        let page = self.page("/plan").await;
        let start = format!("{}/goals/", self.path(""));
        let at = page.find(&start).unwrap_or_else(|| panic!("no goal in {page}"));
        page[at + self.path("").len()..].split('"').next().unwrap().to_owned()
    }

    async fn rate(&self, goal: &str, level: &str) {
        let rating = value_of(&self.page(goal).await, "rating").to_owned();
        let typed =
            [("rating", rating.as_str()), ("rated_on", "2026-02-01"), ("level", level), ("evidence", "Seen at lunch")];
        for _ in 0..2 {
            // Sent twice, it rates once.
            assert_eq!(self.send(goal, &typed).await.status, StatusCode::SEE_OTHER);
        }
    }
}

on_both_engines! {
    async fn a_ladder_that_cannot_be_rated_is_told_where(engine) {
        let story = Story::begin(engine).await;
        story.send("/plan/next", &[]).await;
        let page = story.page("/plan/edit").await;
        let (plan, version) = (value_of(&page, "plan"), value_of(&page, "version"));
        for (steps, field) in [
            (["0 meals", "1 meal", "2 meals", "4 meals", "5 meals"], "goal-1-p1"),
            (["0-1 meals", "1-2 meals", "3 meals", "4 meals", "5 meals"], "goal-1-m1"),
            (["a", "b", "b", "d", "e"], "goal-1-0"),
            (["1 meal with 5 prompts", "2 meals with 4 prompts", "3 meals with 3 prompts", "4 meals with 2 prompts", "5 meals with 1 prompt"], "goal-1-0"),
        ] {
            let mut typed: Vec<(&str, &str)> = PLAN.iter().copied().filter(|(name, _)| !name.starts_with("goal-1-m") && !name.starts_with("goal-1-0") && !name.starts_with("goal-1-p")).collect();
            typed.extend(["goal-1-m2", "goal-1-m1", "goal-1-0", "goal-1-p1", "goal-1-p2"].into_iter().zip(steps));
            typed.extend([("plan", plan), ("version", version)]);
            let refused = story.send("/plan/activate", &typed).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{steps:?}");
            assert!(has_error(&refused.body, field), "{steps:?}: {}", refused.body);
            assert!(refused.body.contains(steps[4]), "what was typed is there");
        }
    }

    async fn a_text_of_the_bank_fills_an_empty_goal_only(engine) {
        let story = Story::begin(engine).await;
        story.send("/plan/next", &[]).await;
        let page = story.page("/plan/edit").await;
        let mut typed = PLAN.to_vec();
        let known = [("plan", value_of(&page, "plan")), ("version", value_of(&page, "version")), ("goal-1-thread", value_of(&page, "goal-1-thread"))];
        typed.extend(known);
        typed.extend([("do", "add-goal"), ("precautions", "Half a sen")]);
        assert_eq!(story.send("/plan/edit", &typed).await.status, StatusCode::SEE_OTHER);
        let page = story.page("/plan/edit").await;
        let text = first_option(&page, "goal-2-bank");
        let mut typed: Vec<(&str, &str)> = PLAN.to_vec();
        typed.extend([
            ("plan", value_of(&page, "plan")), ("version", value_of(&page, "version")), ("goal-1-thread", value_of(&page, "goal-1-thread")),
            ("goal-2-thread", value_of(&page, "goal-2-thread")), ("goal-2-description", ""), ("goal-2-bank", &text), ("do", "take-2"),
            ("precautions", "Half a sentence"),
        ]);
        let taken = story.send("/plan/edit", &typed).await;
        assert_eq!(taken.location(), story.path("/plan/edit#goal-2"), "{}", taken.body);
        let page = story.page("/plan/edit").await;
        assert!(page.contains("Half a sentence") && !page.contains("name=\"goal-2-bank\""));
        let written = [("do", "take-1"), ("goal-1-bank", text.as_str()), ("version", value_of(&page, "version"))];
        typed.retain(|(name, _)| !["do", "version"].contains(name));
        typed.extend(written);
        let refused = story.send("/plan/edit", &typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "a goal with text is not overwritten");
        assert!(refused.body.contains("Cooks a simple meal"));
    }

    async fn the_bank_is_added_to_adapted_and_retired(engine) {
        let story = Story::begin(engine).await;
        let list = story.user.get("/goal-bank?language=sq&area=work").await;
        assert!(list.body.contains("Rri te një detyrë në punëtori"), "{}", list.body);
        let text = [
            ("area", "work"), ("language", "en"), ("description", "Sorts screws by size"), ("step-m2", "0 boxes"), ("step-m1", "1 box"),
            ("step-0", "2 boxes"), ("step-p1", "3 boxes"), ("step-p2", "5 boxes"),
        ];
        let refused = story.user.post("/goal-bank/new", &text).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && has_error(&refused.body, "step-p2"));
        let mut whole = text.to_vec();
        whole.retain(|(name, _)| *name != "step-p2");
        whole.push(("step-p2", "4 or more boxes"));
        assert!(story.user.post("/goal-bank/new", &whole).await.status.is_redirection());
        let page = story.user.get("/goal-bank?language=en&area=work").await.body;
        let at = page.find("Sorts screws by size").and_then(|at| Some(at + page[at..].find("/retire\"")?)).unwrap_or_else(|| panic!("{page}"));
        let id = page[..at].rsplit('/').next().unwrap().to_owned();
        let stale: Vec<(&str, &str)> = whole.iter().copied().chain([("version", "7")]).collect();
        assert_eq!(story.user.post(&format!("/goal-bank/{id}"), &stale).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(story.user.post(&format!("/goal-bank/{id}/retire"), &[]).await.status.is_redirection());
        assert!(!story.user.get("/goal-bank?language=en&area=work").await.body.contains("Sorts screws by size"));
        assert!(story.user.get("/goal-bank?language=en&area=work&show=retired").await.body.contains("Sorts screws by size"));
        assert_eq!(story.app.user("officer").await.get("/goal-bank").await.status, StatusCode::FORBIDDEN);
    }

    async fn a_goal_reached_twice_is_raised_into_the_next_version(engine) {
        let story = Story::begin(engine).await;
        let goal = story.goal().await;
        let refused = story.send(&goal, &[("rated_on", "2999-01-01"), ("level", "0")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "rated-on") && has_error(&refused.body, "evidence"));
        story.rate(&goal, "0").await;
        assert!(!story.page("/plan").await.contains("/raise\""), "once is not twice");
        story.rate(&goal, "1").await;
        let page = story.page("/plan").await;
        assert!(page.contains("/raise\"") && page.contains("T 30.0 at the start, 60.0 now (+30.0)"), "{page}");
        assert!(page.contains("above what was expected"), "{page}");
        assert_eq!(story.page(&goal).await.matches("Seen at lunch").count(), 2);

        let raised = story.send(&format!("{goal}/raise"), &[]).await;
        assert_eq!(raised.location(), story.path("/plan/edit#goal-1"), "{}", raised.body);
        let draft = story.page("/plan/edit").await;
        assert!(draft.contains("Cooks three dishes") && !draft.contains("Eats what others cook"), "the ladder moved up: {draft}");
        let again = story.send(&format!("{goal}/raise"), &[]).await;
        assert_eq!(again.location(), story.path("/plan/edit"), "pressed twice, raised once");
    }

    async fn any_two_versions_stand_beside_each_other(engine) {
        let story = Story::begin(engine).await;
        for title in ["The kitchen and the shop", "The kitchen, the shop and home"] {
            story.send("/plan/next", &[]).await;
            let page = story.page("/plan/edit").await;
            let mut typed: Vec<(&str, &str)> = PLAN.iter().copied().filter(|(name, _)| *name != "title").collect();
            typed.extend([("title", title), ("plan", value_of(&page, "plan")), ("version", value_of(&page, "version")), ("goal-1-thread", value_of(&page, "goal-1-thread"))]);
            let activated = story.send("/plan/activate", &typed).await;
            assert_eq!(activated.status, StatusCode::SEE_OTHER, "{}", activated.body);
        }
        let page = story.page("/plan/compare?a=1&b=3").await;
        let table = &page[page.find("<table").unwrap()..];
        assert!(table.contains("Back to the kitchen") && table.contains("The kitchen, the shop and home") && !table.contains("The kitchen and the shop"));
        assert!(story.page("/plan/compare").await.contains("The kitchen and the shop"), "without numbers, the last two");
        assert_eq!(story.user.get(&story.path("/plan/compare?a=1&b=77")).await.status, StatusCode::OK);
        assert!(story.page("/plan").await.contains("Passive participation"));
    }
}
