//! The review in one sitting: kept while it is written, signed once, the next version made of what was decided, and what was agreed
//! for the regime on the coordinator's list, on both engines.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Answer, PASSWORD, on_both_engines};
use crate::plan_goals::{PLAN, Story, has_error, value_of};

impl Story {
    /// The form of the review as it stands, ready to be sent on.
    async fn review(&self) -> Vec<(String, String)> {
        inputs(&self.page("/review").await)
    }

    async fn sign(&self, typed: Vec<(String, String)>) -> Answer {
        let typed = with(with(typed, "password", PASSWORD), "do", "sign");
        self.post_review(&typed).await
    }

    async fn post_review(&self, typed: &[(String, String)]) -> Answer {
        let pairs: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.send("/review", &pairs).await
    }

    /// One number about this patient's rows; `{patient}` stands for the patient.
    async fn count(&self, sql: &str) -> String {
        let patient = if self.app.db.url.starts_with("sqlite") {
            format!("x'{}'", self.patient.replace('-', ""))
        } else {
            format!("'{}'", self.patient)
        };
        let sql = format!("select cast(({}) as text)", sql.replace("{patient}", &patient));
        self.app.db.text(&sql).await.unwrap_or_default()
    }

    async fn plans(&self, status: &str) -> String {
        self.count(&format!("select count(*) from care_plan where patient_id = {{patient}} and status = '{status}'"))
            .await
    }
}

/// Every hidden or typed input and chosen answer of the page's longest form, as a browser would send them.
fn inputs(page: &str) -> Vec<(String, String)> {
    let form = page.split("<form").max_by_key(|form| form.len()).unwrap();
    let mut found = Vec::new();
    let attribute = |tag: &str, name: &str| {
        tag.split(&format!(" {name}=\"")).nth(1).map(|rest| rest.split('"').next().unwrap().to_owned())
    };
    for tag in form.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap()) {
        let choice = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
        if let Some(name) = attribute(tag, "name").filter(|_| !choice || tag.contains(" checked")) {
            found.push((name, attribute(tag, "value").unwrap_or_default()));
        }
    }
    for list in form.split("<select").skip(1) {
        let list = list.split("</select>").next().unwrap();
        let name = attribute(list.split('>').next().unwrap(), "name").unwrap();
        let chosen =
            list.split("<option").skip(1).find(|option| option.split('>').next().unwrap().contains("selected"));
        found.push((name, chosen.and_then(|option| attribute(option, "value")).unwrap_or_default()));
    }
    for area in form.split("<textarea").skip(1) {
        let name = attribute(area.split('>').next().unwrap(), "name").unwrap();
        let text = area.split_once('>').unwrap().1.split("</textarea>").next().unwrap();
        found.push((name, text.trim_start_matches('\n').to_owned()));
    }
    found
}

fn with(mut typed: Vec<(String, String)>, name: &str, value: &str) -> Vec<(String, String)> {
    typed.retain(|(held, _)| held != name);
    typed.push((name.to_owned(), value.to_owned()));
    typed
}

/// The name of the field of the plan's only goal.
fn goal_field(typed: &[(String, String)], part: &str) -> String {
    typed.iter().map(|(name, _)| name).find(|name| name.starts_with("goal-") && name.ends_with(part)).unwrap().clone()
}

fn whole(typed: Vec<(String, String)>) -> Vec<(String, String)> {
    with(with(typed, "summary", "The ladder was read together."), "patient_view", "Wants to go on.")
}

on_both_engines! {
    async fn a_review_is_saved_as_it_is_written_and_signed_once(engine) {
        let story = Story::begin(engine).await;
        let blank = story.review().await;
        let autosave = async |typed: &[(String, String)]| {
            let pairs: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            story.user.autosave(&story.path("/review"), &pairs).await
        };
        let kept = autosave(&with(blank.clone(), "summary", "Half a sen")).await;
        assert_eq!(kept.status, StatusCode::NO_CONTENT, "{}", kept.body);
        assert!(story.page("/review").await.contains("Half a sen"), "kept from the first word");
        assert_eq!(autosave(&with(blank, "summary", "From another page")).await.status, StatusCode::CONFLICT);

        let row = story.post_review(&with(story.review().await, "do", "add-attendee")).await;
        assert_eq!(row.location(), story.path("/review#attendees"));
        let gaps = story.sign(with(story.review().await, "summary", "")).await;
        assert_eq!(gaps.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&gaps.body, "summary") && has_error(&gaps.body, "patient-view"));
        let wrong = with(with(whole(story.review().await), "password", "nothing"), "do", "sign");
        assert!(has_error(&story.post_review(&wrong).await.body, "password"));

        let typed = whole(story.review().await);
        let (first, second) = tokio::join!(story.sign(typed.clone()), story.sign(typed));
        assert_eq!((first.location(), second.location()), (story.path("/plan").as_str(), story.path("/plan").as_str()), "{} {}", first.body, second.body);
        assert_eq!(story.count("select count(*) from care_note where patient_id = {patient} and kind = 'review'").await, "1");
        assert_eq!((story.plans("active").await, story.plans("completed").await), ("1".to_owned(), "0".to_owned()), "nothing changed");
        assert!(story.page("/notes").await.contains("The ladder was read together."));
        let changed = story.app.db.as_owner("update care_review set summary = 'x' where signed_at is not null").await;
        assert!(changed.unwrap_err().to_string().contains("care_review_immutable"));
        let parts = story.app.db.as_owner("delete from care_review_attendee where review_id in (select id from care_review where signed_at is not null)").await;
        assert!(parts.unwrap_err().to_string().contains("care_review_immutable"));
    }

    async fn a_review_that_is_due_is_opened_from_the_patients_page(engine) {
        let story = Story::begin(engine).await;
        let link = format!("href=\"{}\"", story.path("/review"));
        assert!(!story.page("").await.contains(&link), "the next review lies ahead");
        let due = "update care_plan set next_review_on = '2026-01-06' where status = 'active' and title = 'Back to the kitchen'";
        assert_eq!(story.app.db.as_owner(due).await.unwrap(), 1);
        assert!(story.page("").await.contains(&link));
        let head = story.app.user("reviewer").await.get(&story.path("")).await;
        assert!(head.status == StatusCode::OK && !head.body.contains(&link), "for those who review plans");
    }

    async fn a_stale_review_shows_both_texts(engine) {
        let story = Story::begin(engine).await;
        story.post_review(&whole(story.review().await)).await;
        let seen = story.review().await;
        story.post_review(&with(seen.clone(), "summary", "Written by a colleague")).await;
        let stale = story.sign(with(seen, "summary", "Written by me")).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(stale.body.contains("Written by a colleague") && stale.body.contains("Written by me") && has_error(&stale.body, "summary"));
        assert!(story.sign(inputs(&stale.body)).await.status.is_redirection(), "seen both, and sent again");
    }

    async fn what_ends_makes_the_next_version_at_once(engine) {
        let story = Story::begin(engine).await;
        // A second goal, so that one is left.
        story.send("/plan/next", &[]).await;
        let page = story.page("/plan/edit").await;
        let mut typed = PLAN.to_vec();
        typed.extend([("plan", value_of(&page, "plan")), ("version", value_of(&page, "version")), ("goal-1-thread", value_of(&page, "goal-1-thread"))]);
        typed.extend([
            ("goal-2-description", "Reads a letter"), ("goal-2-m2", "a"), ("goal-2-m1", "b"), ("goal-2-0", "c"), ("goal-2-p1", "d"), ("goal-2-p2", "e"),
        ]);
        assert!(story.send("/plan/activate", &typed).await.status.is_redirection());
        let typed = whole(story.review().await);
        let achieved = goal_field(&typed, "-decision");
        let signed = story.sign(with(typed, &achieved, "achieved")).await;
        assert_eq!(signed.location(), story.path("/plan"), "{}", signed.body);
        assert_eq!((story.plans("active").await, story.plans("completed").await, story.plans("draft").await), ("1".to_owned(), "2".to_owned(), "0".to_owned()));
        let plan = story.page("/plan").await;
        assert!(plan.contains("Reads a letter") && !plan.contains("<h3>1. Cooks a simple meal"), "{plan}");
        assert_eq!(story.count("select count(*) from care_goal where patient_id = {patient} and lifecycle = 'completed' and achievement = 'achieved'").await, "1");
        assert_eq!(story.count("select agreement from care_plan where patient_id = {patient} and status = 'active'").await, "agreed");
    }

    async fn what_is_to_be_modified_opens_the_next_version_for_writing(engine) {
        let story = Story::begin(engine).await;
        let typed = whole(story.review().await);
        let goal = goal_field(&typed, "-decision");
        let signed = story.sign(with(typed, &goal, "modify")).await;
        assert_eq!(signed.location(), story.path("/plan/edit"), "{}", signed.body);
        assert_eq!((story.plans("active").await, story.plans("draft").await), ("1".to_owned(), "1".to_owned()));
        let ended = story.sign(with(whole(story.review().await), "fate", "discharge")).await;
        assert_eq!(ended.location(), story.path("/plan"), "{}", ended.body);
        assert_eq!(story.plans("active").await, "0");
        assert!(story.page("/review").await.contains("no active plan"));
    }

    async fn a_version_activated_meanwhile_is_told_and_nothing_is_lost(engine) {
        let story = Story::begin(engine).await;
        let typed = with(whole(story.review().await), "summary", "Written before");
        story.send("/plan/next", &[]).await;
        let page = story.page("/plan/edit").await;
        let mut plan = PLAN.to_vec();
        plan.extend([("plan", value_of(&page, "plan")), ("version", value_of(&page, "version")), ("goal-1-thread", value_of(&page, "goal-1-thread"))]);
        assert!(story.send("/plan/activate", &plan).await.status.is_redirection());
        let refused = story.sign(typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Version 2 of the plan has been activated") && refused.body.contains("Written before"), "{}", refused.body);
        assert_eq!(story.count("select count(*) from care_note where patient_id = {patient}").await, "0");
        assert!(story.sign(inputs(&refused.body)).await.status.is_redirection(), "looked at again, and signed");
    }

    async fn the_coordinator_sees_what_was_agreed_and_nothing_else(engine) {
        let story = Story::begin(engine).await;
        let typed = with(with(whole(story.review().await), "action-1-what", "library_time"), "action-1-due", "2031-05-09");
        let refused = story.sign(typed.clone()).await;
        assert!(has_error(&refused.body, "custody"), "custody was not there");
        let undated = story.sign(with(with(typed.clone(), "custody", "yes"), "action-1-due", "")).await;
        assert!(has_error(&undated.body, "action-1-due"), "{}", undated.body);
        assert!(story.sign(with(typed, "custody", "yes")).await.status.is_redirection());
        assert_eq!(story.count("select count(*) from custody_regime_action where person_id = {patient} and status = 'open'").await, "1");

        let coordinator = story.app.user("coordinator").await;
        let list = coordinator.get("/regime-actions").await.body;
        let at = list.find("9 May 2031").or_else(|| list.find("09.05.2031")).or_else(|| list.find("2031")).unwrap_or_else(|| panic!("{list}"));
        for word in ["The ladder was read together", "Wants to go on", "Cooks", "kitchen"] {
            assert!(!list.contains(word), "{word}");
        }
        let action = list[at..].split("action=\"/regime-actions/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        for _ in 0..2 {
            let closed = coordinator.post(&format!("/regime-actions/{action}"), &[("status", "done")]).await;
            assert_eq!(closed.location(), "/regime-actions");
        }
        assert!(!coordinator.get("/regime-actions").await.body.contains(&action));
        assert_eq!(story.count("select count(*) from custody_regime_action where person_id = {patient} and status = 'done'").await, "1");
        assert_eq!(coordinator.post(&format!("/regime-actions/{action}"), &[("status", "open")]).await.status, StatusCode::BAD_REQUEST);
        for user in ["officer", "practitioner"] {
            assert_eq!(story.app.user(user).await.get("/regime-actions").await.status, StatusCode::FORBIDDEN, "{user}");
        }
        assert_eq!(coordinator.get(&story.path("/review")).await.status, StatusCode::FORBIDDEN);
    }
}
