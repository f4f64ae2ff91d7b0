//! The reviewer's voice, on both engines: comments that touch nothing, answers, closing, errors; questions with a day; and who sees none
//! of it.

use app::kit::clock::Clock;
use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, TestApp, on_both_engines, sql_id};
use crate::plan_goals::{Story, has_error, value_of};

/// A comment of the review on the first version of the story's plan.
async fn comment(story: &Story, reviewer: &Browser, words: &str) -> Answer {
    let page = reviewer.get(&story.path("/plan/versions/1")).await.body;
    let typed = [("comment", value_of(&page, "comment")), ("words", words)];
    let made = reviewer.post(&story.path("/plan/versions/1/comments"), &typed).await;
    // Sent twice, it is made once.
    reviewer.post(&story.path("/plan/versions/1/comments"), &typed).await;
    made
}

/// The id of the comment whose story holds these words, from the review's page.
async fn id_of(story: &Story, words: &str) -> String {
    let page = story.app.user("reviewer").await.get(&story.path("/plan")).await.body;
    let found = page.split("id=\"c-").skip(1).find(|rest| rest.contains(words)).unwrap_or_else(|| panic!("{page}"));
    found.split('"').next().unwrap().to_owned()
}

/// What an act about a comment is sent with.
async fn act(story: &Story, who: &Browser, comment: &str, act: &str, words: &str) -> Answer {
    let id = Clock::System.new_id::<uuid::Uuid>().to_string();
    let typed = [("comment", id.as_str()), ("act", act), ("words", words), ("to", comment)];
    who.post(&story.path(&format!("/comments/{comment}")), &typed).await
}

on_both_engines! {
    async fn a_comment_is_seen_answered_and_closed_and_touches_nothing(engine) {
        let story = Story::begin(engine).await;
        let reviewer = story.app.user("reviewer").await;
        let before = story.app.db.text("select cast(count(*) as text) from care_note").await;
        let plan = story.app.db.text("select title || summary || cast(version as text) from care_plan where title = 'Back to the kitchen'").await;

        let empty = reviewer.post(&story.path("/plan/versions/1/comments"), &[("words", " ")]).await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && has_error(&empty.body, "new-words"), "{}", empty.body);
        let made = comment(&story, &reviewer, "Which dish?").await;
        assert_eq!(made.location(), story.path("/plan/versions/1#comments"), "{}", made.body);
        for page in ["/plan", "/plan/versions/1"] {
            let seen = story.page(page).await;
            assert!(seen.contains("Which dish?") && seen.contains("no answer"), "{page} for the lead");
        }
        assert!(story.user.get("/today").await.body.contains("/comments?show=open"), "it waits on the first page");
        assert!(story.user.get("/notes/worklist").await.body.contains("/comments?show=open"), "and on the worklist");

        let id = id_of(&story, "Which dish?").await;
        let unsaid = act(&story, &story.user, &id, "answer", "").await;
        assert!(unsaid.status == StatusCode::UNPROCESSABLE_ENTITY && unsaid.body.contains("Which dish?"), "{}", unsaid.body);
        assert!(act(&story, &story.user, &id, "answer", "Bean soup.").await.status.is_redirection());
        let seen = reviewer.get(&story.path("/plan")).await.body;
        assert!(seen.contains("Bean soup.") && seen.contains("answered"));
        assert_eq!(act(&story, &story.user, &id, "closed", "").await.status, StatusCode::FORBIDDEN, "closing is the review's");
        assert!(act(&story, &reviewer, &id, "closed", "").await.status.is_redirection());
        let late = act(&story, &story.user, &id, "answer", "And bread.").await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.body.contains("cannot be done any more"), "{}", late.body);
        assert!(act(&story, &reviewer, &id, "reopened", "").await.status.is_redirection());
        // What was made in error keeps its row.
        assert_eq!(act(&story, &story.user, &id, "error", "").await.status, StatusCode::UNPROCESSABLE_ENTITY, "not one's own");
        assert!(act(&story, &reviewer, &id, "error", "").await.status.is_redirection());
        let after = story.page("/plan").await;
        assert!(after.contains("made in error") && after.contains("Which dish?"), "folded, and to be read");
        assert!(reviewer.get("/comments?show=error").await.body.contains(&story.patient));
        let rows = story.app.db.text("select cast(count(*) as text) from care_comment where words = 'Which dish?'").await;
        assert_eq!(rows.as_deref(), Some("1"));

        assert_eq!(story.app.db.text("select cast(count(*) as text) from care_note").await, before, "no link of the chain");
        assert_eq!(story.app.db.text("select title || summary || cast(version as text) from care_plan where title = 'Back to the kitchen'").await, plan);
        for path in ["/copy", "/fhir.json"] {
            assert!(!story.user.get(&story.path(path)).await.body.contains("Which dish?"), "{path} leaves without it");
        }
    }

    async fn comments_are_not_for_everybody_who_reads_the_record(engine) {
        let story = Story::begin(engine).await;
        let reviewer = story.app.user("reviewer").await;
        comment(&story, &reviewer, "Which dish?").await;
        let id = id_of(&story, "Which dish?").await;
        let alone = story.path("/plan/versions/1/comments");
        for (user, plan, comments) in [
            ("head", StatusCode::OK, StatusCode::OK),
            // Another practitioner of the house reads the plan, and none of what is said to its author.
            ("trainee", StatusCode::OK, StatusCode::FORBIDDEN),
            ("clinician", StatusCode::OK, StatusCode::FORBIDDEN),
            ("reviewer2", StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
            ("coordinator", StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
            ("officer", StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
            ("administrator", StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
            ("auditor", StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
        ] {
            let browser = story.app.user(user).await;
            let read = browser.get(&story.path("/plan")).await;
            assert_eq!(read.status, plan, "{user}");
            assert_eq!(read.body.contains("Which dish?"), user == "head", "{user}");
            assert_eq!(browser.get(&alone).await.status, comments, "{user}");
            let sent = browser.post(&alone, &[("words", "I too")]).await;
            assert_eq!(sent.status, StatusCode::FORBIDDEN, "{user}");
            assert_eq!(act(&story, &browser, &id, "answer", "I too").await.status, StatusCode::FORBIDDEN, "{user}");
        }
        for change in ["update care_comment set words = 'x'", "delete from care_comment"] {
            assert!(story.app.db.as_owner(change).await.unwrap_err().to_string().contains("care_comment_immutable"));
        }
        let listed = reviewer.get("/comments.csv?show=all").await;
        assert!(listed.status == StatusCode::OK && !listed.body.contains("Which dish?"), "lists carry no word of it");
    }

    async fn other_words_after_going_back_are_not_dropped(engine) {
        let story = Story::begin(engine).await;
        let reviewer = story.app.user("reviewer").await;
        let page = reviewer.get(&story.path("/plan/versions/1")).await.body;
        for words in ["Which dish?", "Which dish, and for whom?", "Which dish?"] {
            let typed = [("comment", value_of(&page, "comment")), ("words", words)];
            assert!(reviewer.post(&story.path("/plan/versions/1/comments"), &typed).await.status.is_redirection());
        }
        let seen = reviewer.get(&story.path("/plan/versions/1")).await.body;
        assert_eq!((seen.matches("Which dish?").count(), seen.matches("and for whom?").count()), (1, 1), "{seen}");
    }

    async fn a_question_about_a_note_is_closed_with_the_note(engine) {
        let app = TestApp::demo(engine).await;
        let (reviewer, head) = (app.user("reviewer").await, app.user("head").await);
        let list = reviewer.get("/comments?show=all").await.body;
        let note = list.split('"').find(|part| part.contains("/notes/") && part.ends_with("/comments")).unwrap_or_else(|| panic!("{list}"));
        let parts: Vec<&str> = note.split('/').collect();
        let (patient, note) = (parts[2], parts[4]);
        let due = (Clock::System.now() + chrono::TimeDelta::days(10)).date_naive().to_string();
        let typed = [("patient", patient), ("note", note), ("words", "Said of what the note says"), ("due_on", &due)];
        let asked = reviewer.post("/questions", &typed).await;
        let path = asked.location();
        assert_eq!(reviewer.get(path).await.status, StatusCode::OK, "{}", asked.body);
        let listed = head.get("/questions?whose=unit&show=open").await.body;
        assert!(listed.contains(path) && !listed.contains("Said of what the note says"), "{listed}");
        assert!(!head.get("/questions.csv?whose=unit&show=open").await.body.contains("Said of what the note says"));
        let closed = head.get(path).await;
        assert_eq!(closed.status, StatusCode::FORBIDDEN);
        let opening = format!("/patients/{patient}/opening");
        assert!(closed.body.contains(&opening) && !closed.body.contains("Said of what the note says"), "{}", closed.body);
        let why = [("kind", "reason"), ("category", "quality"), ("words", "The yearly look at how we document."), ("back", path)];
        assert_eq!(head.post(&opening, &why).await.location(), path);
        assert!(head.get(path).await.body.contains("Said of what the note says"));
    }

    async fn a_question_goes_where_its_patient_goes(engine) {
        let story = Story::begin(engine).await;
        let reviewer = story.app.user("reviewer").await;
        let due = (Clock::System.now() + chrono::TimeDelta::days(10)).date_naive().to_string();
        let asked = reviewer.post("/questions", &[("patient", &story.patient), ("words", "Does he cook yet?"), ("due_on", &due)]).await;
        let path = asked.location();
        let waits = async |browser: &Browser| browser.get("/questions?whose=unit&show=open").await.body.contains("Does he cook yet?");
        assert!(waits(&reviewer).await);
        let receiver = story.app.user("practitioner2").await;
        assert!(!receiver.get("/questions").await.body.contains("Does he cook yet?"));
        let patient = sql_id(engine, &story.patient);
        story.app.run(&format!(
            "update care_patient set facility_id = (select g.facility_id from access_grant g join access_user u on u.id = g.user_id where u.username = 'practitioner2' and g.role = 'practitioner'),
               lead_id = (select id from access_user where username = 'practitioner2') where person_id = {patient}"
        )).await;
        assert!(!waits(&reviewer).await, "no longer this unit's");
        assert_eq!(reviewer.get(path).await.status, StatusCode::NOT_FOUND);
        assert!(receiver.get("/questions").await.body.contains("Does he cook yet?"), "whoever leads now is asked");
        assert!(receiver.get("/today").await.body.contains("/questions?whose=mine"));
        let page = receiver.get(path).await.body;
        let turn = [("turn", value_of(&page, "turn")), ("version", value_of(&page, "version")), ("act", "answer"), ("words", "On Fridays.")];
        assert!(receiver.post(path, &turn).await.status.is_redirection());
        assert!(receiver.get(path).await.body.contains("On Fridays."));
    }

    async fn a_note_is_commented_on_beside_it(engine) {
        let app = TestApp::demo(engine).await;
        let reviewer = app.user("reviewer").await;
        let list = reviewer.get("/comments?show=all").await.body;
        let note = list.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next())
            .find(|href| href.contains("/notes/")).unwrap_or_else(|| panic!("{list}")).to_owned();
        let page = reviewer.get(note.trim_end_matches("/comments")).await.body;
        let made = reviewer.post(&note, &[("comment", value_of(&page, "comment")), ("words", "Said of the note")]).await;
        assert!(made.status.is_redirection(), "{}", made.body);
        assert!(reviewer.get(note.trim_end_matches("/comments")).await.body.contains("Said of the note"));
        // The head reads a note for a stated reason, and what is said of it no sooner.
        assert_eq!(app.user("head").await.get(&note).await.status, StatusCode::FORBIDDEN);
        for ending in ["csv", "xlsx"] {
            assert_eq!(reviewer.get(&format!("/comments.{ending}?show=all")).await.status, StatusCode::OK);
        }
    }

    async fn a_question_is_answered_asked_again_and_accepted(engine) {
        let story = Story::begin(engine).await;
        let reviewer = story.app.user("reviewer").await;
        let form = reviewer.get(&format!("/questions/new?patient={}&plan=1", story.patient)).await.body;
        let carried = value_of(&form, "question").to_owned();
        let typed = |words: &'static str, due: &'static str| {
            [("question", carried.clone()), ("patient", story.patient.clone()), ("plan", "1".to_owned()), ("note", String::new()), ("words", words.to_owned()), ("due_on", due.to_owned())]
        };
        let send = async |browser: &Browser, typed: &[(&str, String)]| {
            let pairs: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
            browser.post("/questions", &pairs).await
        };
        let due = (Clock::System.now() + chrono::TimeDelta::days(10)).date_naive().to_string();
        for (words, due, field) in [("", due.as_str(), "words"), ("When?", "2020-01-01", "due-on"), ("When?", "", "due-on"), ("When?", "2099-01-01", "due-on")] {
            let refused = send(&reviewer, &[("question", carried.clone()), ("patient", story.patient.clone()), ("plan", "1".to_owned()), ("words", words.to_owned()), ("due_on", due.to_owned())]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(has_error(&refused.body, field) && refused.body.contains(words), "{field}: {}", refused.body);
        }
        let mut right = typed("When does he cook alone?", "");
        right[5].1.clone_from(&due);
        let path = send(&reviewer, &right).await.location().to_owned();
        assert_eq!(send(&reviewer, &right).await.location(), path, "sent twice, asked once");
        let id = path.rsplit('/').next().unwrap();
        assert_eq!(send(&story.user, &right).await.status, StatusCode::FORBIDDEN, "those who treat do not ask");

        let mine = story.user.get("/questions").await.body;
        assert_eq!(mine.matches("When does he cook alone?").count(), 1, "{mine}");
        assert!(story.user.get("/today").await.body.contains("/questions?whose=mine"));
        let page = story.user.get(&format!("/questions/{id}")).await.body;
        let turn = [("turn", value_of(&page, "turn")), ("version", value_of(&page, "version")), ("act", "answer"), ("words", "On Fridays.")];
        for _ in 0..2 {
            assert!(story.user.post(&format!("/questions/{id}"), &turn).await.status.is_redirection());
        }
        // A page that was open meanwhile is told, and keeps its words.
        let page = reviewer.get(&format!("/questions/{id}")).await.body;
        assert_eq!(page.matches("On Fridays.").count(), 1);
        let turns = [("turn", value_of(&page, "turn").to_owned()), ("version", value_of(&page, "version").to_owned())];
        let again: Vec<(&str, &str)> = turns.iter().map(|(name, value)| (*name, value.as_str()))
            .chain([("act", "again"), ("words", "Which week?"), ("due_on", due.as_str())]).collect();
        let unsaid: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, if *name == "words" { "" } else { *value })).collect();
        assert!(has_error(&reviewer.post(&format!("/questions/{id}"), &unsaid).await.body, "again-words"));
        assert!(reviewer.post(&format!("/questions/{id}"), &again).await.status.is_redirection());
        let stale = [("turn", "018f0000-0000-7000-8000-000000000001"), ("version", "1"), ("act", "answer"), ("words", "Kept words")];
        let refused = story.user.post(&format!("/questions/{id}"), &stale).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("Kept words"), "{}", refused.body);
        assert_eq!(reviewer.post(&format!("/questions/{id}"), &[("act", "accepted"), ("version", "3")]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "there is no answer to accept");
        let page = story.user.get(&format!("/questions/{id}")).await.body;
        story.user.post(&format!("/questions/{id}"), &[("turn", value_of(&page, "turn")), ("version", value_of(&page, "version")), ("act", "answer"), ("words", "The next.")]).await;
        let page = reviewer.get(&format!("/questions/{id}")).await.body;
        let accept = [("turn", value_of(&page, "turn")), ("version", value_of(&page, "version")), ("act", "accepted")];
        assert!(reviewer.post(&format!("/questions/{id}"), &accept).await.status.is_redirection());
        assert!(reviewer.get("/questions?whose=asked&show=accepted").await.body.contains("When does he cook alone?"));
        assert!(!story.user.get("/questions?whose=mine&show=open").await.body.contains("When does he cook alone?"));
        for change in ["update care_question set words = 'x'", "delete from care_question", "update care_question_turn set words = 'x'", "delete from care_question_turn"] {
            assert!(story.app.db.as_owner(change).await.unwrap_err().to_string().contains("_immutable"), "{change}");
        }
    }

    async fn questions_are_for_those_whom_they_concern(engine) {
        let app = TestApp::demo(engine).await;
        let reviewer = app.user("reviewer").await;
        let unit = reviewer.get("/unit").await.body;
        assert!(unit.contains("/questions?whose=unit&amp;show=late") || unit.contains("/questions?whose=unit&show=late"), "{unit}");
        let late = reviewer.get("/questions?whose=unit&show=late").await.body;
        let question = late.split("href=\"/questions/").skip(1).filter_map(|rest| rest.split('"').next())
            .find(|id| id.len() == 36).unwrap_or_else(|| panic!("{late}")).to_owned();
        assert!(late.contains("He has not come to the morning sessions"), "{late}");
        assert!(!late.contains("What was changed after this session?"), "answered ones are not late");
        let path = format!("/questions/{question}");
        for (user, status) in [
            ("practitioner", StatusCode::OK),
            ("head", StatusCode::OK),
            ("trainee", StatusCode::FORBIDDEN),
            ("clinician", StatusCode::FORBIDDEN),
            ("practitioner2", StatusCode::NOT_FOUND),
            ("reviewer2", StatusCode::NOT_FOUND),
            ("coordinator", StatusCode::FORBIDDEN),
            ("auditor", StatusCode::FORBIDDEN),
        ] {
            assert_eq!(app.user(user).await.get(&path).await.status, status, "{user}");
        }
        for (user, whose) in [("reviewer", "asked"), ("reviewer", "unit"), ("practitioner", "mine")] {
            let browser = app.user(user).await;
            for show in ["open", "late", "answered", "accepted", "all"] {
                assert_eq!(browser.get(&format!("/questions?whose={whose}&show={show}")).await.status, StatusCode::OK);
            }
            for ending in ["csv", "xlsx"] {
                assert!(browser.get(&format!("/questions.{ending}?whose={whose}&show=all")).await.body.contains("He has not come"), "{user} {ending}");
            }
        }
    }
}
