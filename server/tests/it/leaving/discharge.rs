//! The end of a treatment, and the copy that the patient takes along.

use app::kit::clock::Clock;
use app::kit::db::Engine;
use reqwest::StatusCode;

use super::{Story, has_error, send, value_of, with, written};
use crate::harness::{PASSWORD, on_both_engines};

on_both_engines! {
    async fn the_end_of_a_treatment(engine) {
        let story = Story::begin(engine).await;
        let patient = story.patient().await;
        let id = story.sql(patient);
        let path = format!("/patients/{patient}/discharge");
        let sign = format!("{path}/sign");
        let today = Clock::System.now().date_naive().to_string();
        let typed: Vec<(String, String)> = [
            ("discharge", ""),
            ("version", ""),
            ("discharged_on", today.as_str()),
            ("reason", "goals_reached"),
            ("course", "From watching to baking alone."),
            ("recommendations", "Kitchen work."),
            ("patient_view", "I liked the bread."),
            ("plain_language", "sr"),
            ("plain_summary", "Sami pečete hleb."),
            ("plain_next", "Pitajte u kuhinji."),
            ("password", PASSWORD),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();

        story.joins_a_group(patient).await;

        // While a session waits to be signed, the record stays open, and the page leads to the session.
        let unsigned = story
            .find(&format!("s.id from custody_slot s join custody_slot_person sp on sp.slot_id = s.id where sp.person_id = {id} and s.status in ('requested', 'confirmed') and s.starts_at > '{}' order by s.starts_at", written(Clock::System.now())))
            .await;
        story
            .run(&format!(
                "update custody_slot set starts_at = '2026-01-02T09:00:00+00:00', ends_at = '2026-01-02T10:00:00+00:00' where id = {}",
                story.sql(unsigned)
            ))
            .await;
        let hindered = send(&story.old, &sign, &typed).await;
        assert_eq!(hindered.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(hindered.body.contains(&format!("/sessions/{unsigned}")) && hindered.body.contains("From watching to baking"));
        story.nothing_unsigned(patient).await;

        let gap = with(with(typed.clone(), "course", ""), "plain_summary", &"x".repeat(401));
        let refused = send(&story.old, &sign, &gap).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "plain_summary"));
        assert!(refused.body.contains(&"x".repeat(401)), "nothing typed is lost");
        // Why it ends may be said last: a draft is kept without, and signing asks.
        let undecided = with(typed.clone(), "reason", "");
        assert_eq!(send(&story.old, &path, &undecided).await.status, StatusCode::SEE_OTHER);
        let page = story.old.get(&path).await.body;
        assert!(page.contains("From watching to baking alone."));
        let begun = [("discharge", value_of(&page, "discharge")), ("version", value_of(&page, "version"))];
        let of_begun = |sent: Vec<(String, String)>| begun.iter().fold(sent, |sent, (name, value)| with(sent, name, value));
        let unsaid = send(&story.old, &sign, &of_begun(undecided)).await;
        assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&unsaid.body, "reason"));
        assert_eq!(send(&story.old, &path, &of_begun(typed.clone())).await.status, StatusCode::SEE_OTHER);
        let conflict = send(&story.old, &path, &with(typed.clone(), "course", "Another's words.")).await;
        assert_eq!(conflict.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(conflict.body.contains("From watching to baking"), "both texts are there");

        let page = story.old.get(&path).await.body;
        let ready = with(with(typed, "discharge", value_of(&page, "discharge")), "version", value_of(&page, "version"));
        let signed = send(&story.old, &sign, &ready).await;
        assert_eq!(signed.location(), path, "{}", signed.body);
        assert_eq!(send(&story.old, &sign, &ready).await.location(), path, "a double click is answered");
        for (what, sql, expected) in [
            ("record", format!("select count(*) from care_patient where person_id = {id} and status = 'closed'"), "1"),
            ("notes", format!("select count(*) from care_note where patient_id = {id} and kind = 'discharge'"), "1"),
            ("plans", format!("select count(*) from care_plan where patient_id = {id} and status in ('active', 'draft')"), "0"),
            ("goals", format!("select count(*) from care_goal where patient_id = {id} and lifecycle = 'active' and plan_id in (select id from care_plan where patient_id = {id} and version_no = (select max(version_no) from care_plan where patient_id = {id}))"), "0"),
        ] {
            assert_eq!(story.number(&sql).await, expected, "{what}");
        }
        assert_eq!(story.ahead(patient).await, "0");
        assert_eq!(story.memberships(patient, "'waiting', 'active', 'paused'").await, "0");
        assert_ne!(story.memberships(patient, "'completed'").await, "0", "the reason says what became of the groups");
        let note = story.old.get(&format!("/patients/{patient}/notes")).await;
        assert!(note.body.contains("From watching to baking") && note.body.contains("Sami pečete hleb."));

        // The copy is in the language of its words, or in the one asked for, and has no codes in it.
        let copy = story.old.get(&format!("/patients/{patient}/copy")).await;
        assert!(copy.body.contains("class=\"copy") && copy.body.contains("Sami pečete hleb."));
        for (lang, tag) in [("en", "en"), ("sq", "sq"), ("sr", "sr-Latn")] {
            let copy = story.old.get(&format!("/patients/{patient}/copy?in={lang}")).await;
            let sheet = copy.body.split("<article").nth(1).unwrap().split("</article>").next().unwrap();
            assert!(sheet.contains(&format!("lang=\"{tag}\"")), "{lang}");
            assert!(!sheet.contains(&story.prison_number(patient).await) && !sheet.contains('⟦') && !sheet.contains("T 5"), "{sheet}");
        }

        // Goals and steps stand there as the plan has them, until somebody gives the plain words.
        let copy_path = format!("/patients/{patient}/copy");
        let copy = story.old.get(&format!("{copy_path}?in=sq")).await.body;
        let (goal, step) = (value_of(&copy, "said-0").to_owned(), value_of(&copy, "said-1").to_owned());
        assert_eq!(value_of(&copy, "version"), "0");
        let words = |version: &str, goal: &str, goal_words: &str| {
            [("language", "sq"), ("version", version), ("said-0", goal), ("words-0", goal_words), ("said-1", step.as_str()), ("words-1", "Gatuaj vetë.")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .to_vec()
        };
        let in_serbian = story.old.get(&format!("{copy_path}?in=sr")).await.body;
        assert!(in_serbian.contains("in another language: English"), "the language of a plan that has ended is known");
        let long = "x".repeat(91);
        let refused = send(&story.old, &copy_path, &words("0", &goal, &long)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "words-0") && refused.body.contains(&long) && refused.body.contains("Gatuaj vetë."));
        for _ in 0..2 {
            let kept = send(&story.old, &copy_path, &words("0", &goal, "Një vakt i ngrohtë.")).await;
            assert_eq!(kept.location(), format!("{copy_path}?in=sq"), "{}", kept.body);
        }
        assert_eq!(story.number(&format!("select count(*) from care_copy_words where patient_id = {id}")).await, "2");
        // A form that was opened before that replaces nothing unseen, and words for what the plan no longer says are not lost.
        let stale = send(&story.old, &copy_path, &words("0", &goal, "Gjellë.")).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&stale.body, "words-0") && !has_error(&stale.body, "words-1"), "{}", stale.body);
        assert!(stale.body.contains("value=\"Gjellë.\"") && stale.body.contains("Një vakt i ngrohtë."), "{}", stale.body);
        let gone = send(&story.old, &copy_path, &words("2", "Another goal", "Qepje.")).await;
        assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(gone.body.contains("Another goal") && gone.body.contains("Qepje."), "{}", gone.body);
        let rows = format!("select count(*) from care_copy_words where patient_id = {id}");
        assert_eq!(story.number(&rows).await, "2");
        let meant = words(value_of(&stale.body, "version"), &goal, "Një vakt.");
        for _ in 0..2 {
            assert_eq!(send(&story.old, &copy_path, &meant).await.location(), format!("{copy_path}?in=sq"));
        }
        assert_eq!(story.number(&rows).await, "3");
        for (lang, expected) in [("sq", true), ("sr", false)] {
            let copy = story.old.get(&format!("{copy_path}?in={lang}")).await.body;
            let sheet = copy.split("<article").nth(1).unwrap().split("</article>").next().unwrap();
            assert_eq!(sheet.contains("Një vakt.") && sheet.contains("Gatuaj vetë."), expected, "{lang}");
        }

        let reopened = story.old.post("/patients/new", &[("person", &patient.to_string())]).await;
        assert_eq!(reopened.location(), format!("/patients/{patient}"));
        assert_eq!(story.number(&format!("select count(*) from care_patient where person_id = {id} and status = 'open'")).await, "1");
        let faults = story.note_faults().await;
        assert!(faults.is_empty(), "{faults:?}");
    }

    async fn a_draft_is_kept_from_the_first_word_and_can_be_discarded(engine) {
        let story = Story::begin(engine).await;
        let patient = story.patient().await;
        let path = format!("/patients/{patient}/discharge");
        let page = story.old.get(&path).await.body;
        let (id, day) = (value_of(&page, "discharge").to_owned(), value_of(&page, "discharged_on").to_owned());
        let typed = [
            ("discharge", id.as_str()),
            ("version", value_of(&page, "version")),
            ("discharged_on", &day),
            ("reason", "released"),
            ("course", "From watching"),
            ("plain_language", "sq"),
        ];
        let kept = story.old.autosave(&path, &typed).await;
        assert_eq!(kept.status, StatusCode::NO_CONTENT, "a form is guarded before it was saved by hand");
        assert_eq!(kept.headers.get("x-version").unwrap(), "1");
        let again = story.old.get(&path).await.body;
        assert!(again.contains("From watching") && value_of(&again, "discharge") == id);
        let paper = again.split("Draft, not signed.").nth(1).unwrap_or_else(|| panic!("{again}")).split("<form").next().unwrap();
        assert!(paper.contains("From watching") && !paper.contains("<textarea"), "on paper the draft is a page to read: {paper}");
        let other = with(typed.map(|(name, value)| (name.to_owned(), value.to_owned())).into(), "course", "Another's words.");
        let conflict = send(&story.old, &path, &other).await;
        assert_eq!(conflict.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(conflict.body.contains("From watching") && conflict.body.contains("words."), "both texts are there");

        let discard = format!("{path}/discard");
        let form = |version: &'static str| [("discharge", id.clone()), ("version", version.to_owned())];
        let stale = form("7").map(|(name, value)| (name.to_owned(), value));
        assert_eq!(send(&story.old, &discard, &stale).await.status, StatusCode::CONFLICT, "what was not seen is not thrown away");
        let seen = form("1").map(|(name, value)| (name.to_owned(), value));
        for _ in 0..2 {
            assert_eq!(send(&story.old, &discard, &seen).await.location(), path);
        }
        assert!(!story.old.get(&path).await.body.contains("From watching"));
        let kept = story.old.autosave(&format!("/patients/{patient}/transfer"), &[("package", &id), ("version", "0"), ("summary", "Bakes"), ("to", &story.facility("HSP").await.to_string())]).await;
        assert_eq!(kept.status, StatusCode::NO_CONTENT, "a package too");
        assert!(story.old.get(&format!("/patients/{patient}/transfer")).await.body.contains("Bakes"));
    }
}
