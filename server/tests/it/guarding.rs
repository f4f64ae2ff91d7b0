//! What is closed opens to whoever says why: a stated reason, emergency access with its review, who looked, and what is unusual.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Browser, TestApp, on_both_engines, sql_id, uuid};

const WHY: &str = "Fainted in the yard, the therapist is away";

/// Patients of the first facility, as its practitioner lists them.
async fn patients(app: &TestApp) -> Vec<String> {
    let page = app.user("practitioner").await.get("/patients").await.body;
    let mut ids: Vec<String> = page
        .split("href=\"/patients/")
        .skip(1)
        .filter_map(|rest| rest.split(['"', '/', '?']).next())
        .filter(|id| id.len() == 36)
        .map(str::to_owned)
        .collect();
    ids.dedup();
    ids
}

/// The first patient whose page is closed to the user.
async fn closed_to(user: &Browser, ids: &[String], page: &str) -> String {
    for id in ids {
        if user.get(&format!("/patients/{id}/{page}")).await.status == StatusCode::FORBIDDEN {
            return id.clone();
        }
    }
    panic!("everything is open");
}

async fn open(user: &Browser, patient: &str, n: u128, changes: &[(&str, &str)]) -> crate::harness::Answer {
    let (id, back) = (uuid(n).to_string(), format!("/patients/{patient}/notes"));
    let usual =
        [("opening", id.as_str()), ("kind", "break_glass"), ("category", "emergency"), ("words", WHY), ("back", &back)];
    let changed = |name: &str| changes.iter().any(|(held, _)| *held == name);
    let form: Vec<(&str, &str)> =
        usual.into_iter().filter(|(name, _)| !changed(name)).chain(changes.iter().copied()).collect();
    user.post(&format!("/patients/{patient}/opening"), &form).await
}

async fn count(app: &TestApp, what: &str) -> String {
    app.db.text(&format!("select cast(count(*) as text) from {what}")).await.unwrap()
}

on_both_engines! {
    async fn the_head_states_a_reason(engine) {
        let app = TestApp::demo(engine).await;
        let ids = patients(&app).await;
        let head = app.user("head").await;
        let patient = closed_to(&head, &ids, "notes").await;
        let path = |rest: &str| format!("/patients/{patient}/{rest}");
        for page in ["notes", "evaluation", "sessions"] {
            let closed = head.get(&path(page)).await;
            assert_eq!(closed.status, StatusCode::FORBIDDEN, "{page}");
            assert!(closed.body.contains(&format!("action=\"{}\"", path("opening"))), "{page}: {}", closed.body);
        }
        let before = count(&app, "access_opening").await;
        for (change, field) in [(("category", ""), "category"), (("words", ""), "words"), (("words", "urgent"), "words")] {
            let refused = open(&head, &patient, 1, &[("kind", "reason"), change]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{change:?}");
            assert!(refused.body.contains("aria-invalid=\"true\"") && refused.body.contains(WHY) == (field == "category"), "{change:?}: {}", refused.body);
        }
        assert_eq!(open(&head, &patient, 1, &[]).await.status, StatusCode::FORBIDDEN, "the head breaks no glass");
        assert_eq!(count(&app, "access_opening").await, before);
        for _ in 0..2 {
            let opened = open(&head, &patient, 1, &[("kind", "reason")]).await;
            assert_eq!(opened.location(), path("notes"));
        }
        assert_eq!(count(&app, "access_opening").await, (before.parse::<u32>().unwrap() + 1).to_string());
        for page in ["notes", "evaluation", "sessions"] {
            let answer = head.get(&path(page)).await;
            assert_eq!(answer.status, StatusCode::OK, "{page}");
            assert!(!answer.body.contains("/openings/end"), "a reason needs no banner");
        }
        closed_to(&head, &ids, "notes").await;
        // Three hours later.
        app.run(&format!("update access_opening set opened_at = '2026-01-01T00:00:00Z', until_at = '2026-01-01T03:00:00Z' where person_id = {}", sql_id(engine, &patient))).await;
        assert_eq!(head.get(&path("notes")).await.status, StatusCode::FORBIDDEN, "it has closed");
    }

    async fn glass_is_broken_ended_and_reviewed(engine) {
        let app = TestApp::demo(engine).await;
        let ids = patients(&app).await;
        let clinician = app.user("clinician").await;
        let patient = closed_to(&clinician, &ids, "notes").await;
        let notes = format!("/patients/{patient}/notes");
        assert!(clinician.get(&notes).await.body.contains("break_glass"));
        assert_eq!(open(&clinician, &patient, 2, &[("kind", "reason")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(open(&clinician, &patient, 2, &[("back", "//elsewhere.example")]).await.location(), format!("/patients/{patient}"));
        let shown = clinician.get(&notes).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert!(shown.body.contains("/openings/end"), "the banner stands on the page");
        assert!(clinician.get("/patients").await.body.contains("/openings/end"), "and on every other");
        assert!(!app.user("practitioner").await.get("/patients").await.body.contains("/openings/end"));
        assert_eq!(clinician.get("/openings").await.status, StatusCode::FORBIDDEN);

        let head = app.user("head").await;
        let list = head.get("/openings").await.body;
        // What the form made keeps the time of the id that it carried.
        let begin = format!("/openings/{}", &uuid(2).to_string()[..18]);
        let one = list.split('"').find(|part| part.starts_with(&begin)).unwrap_or_else(|| panic!("{list}"));
        let one = one.trim_end_matches("/seen").to_owned();
        assert_eq!(head.post(&format!("{one}/seen"), &[]).await.location(), "/openings");
        assert!(!head.get("/openings").await.body.contains(&format!("{one}/seen")), "it is marked as read");
        assert!(head.get(&one).await.body.contains(WHY));
        let review = |outcome, finding| [("version", "1"), ("outcome", outcome), ("finding", finding)];
        for refused in [review("", ""), review("unclear", "")] {
            assert_eq!(head.post(&one, &refused).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{refused:?}");
        }
        for _ in 0..2 {
            assert_eq!(head.post(&one, &review("justified", "")).await.location(), "/openings");
        }
        let other = head.post(&one, &review("not_justified", "On reflection")).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "a review stands");
        assert!(!head.get("/openings").await.body.contains(&one) && head.get("/openings?show=all").await.body.contains(&one));

        assert_eq!(clinician.post("/openings/end", &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(clinician.get(&notes).await.status, StatusCode::FORBIDDEN);
        assert!(!clinician.get("/patients").await.body.contains("/openings/end"));
    }

    async fn custody_and_others_open_nothing(engine) {
        let app = TestApp::demo(engine).await;
        let patient = patients(&app).await.remove(0);
        for name in ["coordinator", "officer", "administrator", "auditor", "practitioner"] {
            let user = app.user(name).await;
            for kind in ["reason", "break_glass"] {
                assert_eq!(open(&user, &patient, 3, &[("kind", kind)]).await.status, StatusCode::FORBIDDEN, "{name} {kind}");
            }
            assert_eq!(user.get("/openings").await.status, StatusCode::FORBIDDEN, "{name}");
        }
        let elsewhere = app.user("clinician2").await;
        assert_eq!(open(&elsewhere, &patient, 3, &[]).await.status, StatusCode::FORBIDDEN, "another facility's");
    }

    async fn who_looked_is_told(engine) {
        let app = TestApp::demo(engine).await;
        let patient = patients(&app).await.remove(0);
        let looked = format!("/patients/{patient}/looked?in=en");
        let clinician = app.user("clinician").await;
        assert_eq!(clinician.get(&looked).await.status, StatusCode::FORBIDDEN);
        clinician.get(&format!("/patients/{patient}/plan")).await;
        let head = app.user("head").await;
        let all = head.get(&looked).await;
        assert_eq!(all.status, StatusCode::OK);
        assert!(all.body.contains("Health staff"), "{}", all.body);
        let own = app.user("practitioner").await.get(&looked).await;
        assert_eq!(own.status, StatusCode::OK);
        assert!(!own.body.contains("Health staff"), "whoever treats is shown what is his own");
        for (lang, word) in [("sq", "Kush ka parë"), ("sr", "Ko je gledao")] {
            assert!(head.get(&format!("/patients/{patient}/looked?in={lang}")).await.body.contains(word), "{lang}");
        }
        for name in ["coordinator", "administrator", "auditor"] {
            assert_eq!(app.user(name).await.get(&looked).await.status, StatusCode::FORBIDDEN, "{name}");
        }
    }

    async fn unusual_access_is_listed_under_pseudonyms(engine) {
        let app = TestApp::demo(engine).await;
        let patient = patients(&app).await.remove(0);
        app.user("practitioner").await.get(&format!("/patients/{patient}/plan")).await;
        // The practitioner is given the patient's surname: an officer of that name would be no finding, a chart of it is one.
        app.run(
            "update access_user set display_name = 'Vesa Samename' where username = 'practitioner';
             update custody_person set family_name = 'Samename'",
        )
        .await;
        let auditor = app.user("auditor").await;
        let page = auditor.get("/access-log/unusual").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("own surname") && !page.body.contains("Samename"), "{}", page.body);
        assert!(!page.body.contains(&patient), "people stand under their pseudonyms");
        assert_eq!(auditor.get("/access-log/unusual?day=nonsense").await.status, StatusCode::OK);
        assert!(auditor.get("/access-log/unusual?day=2020-01-01").await.body.contains("No rule lists"));
        for name in ["head", "administrator", "coordinator"] {
            assert_eq!(app.user(name).await.get("/access-log/unusual").await.status, StatusCode::FORBIDDEN, "{name}");
        }
    }

    async fn who_leaves_a_service_is_out_at_once(engine) {
        let app = TestApp::demo(engine).await;
        let officer = app.user("officer").await;
        assert_eq!(officer.get("/unlock").await.status, StatusCode::OK);
        let admin = app.user("administrator").await;
        let page = admin.get("/users?q=officer").await.body;
        let row = page.split("<tr").find(|row| row.contains(">officer<")).unwrap();
        let action = row.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next()).find(|path| path.ends_with("/leave"));
        let version = row.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let action = action.unwrap();
        assert_eq!(admin.post(action, &[("version", "99")]).await.status, StatusCode::CONFLICT);
        assert_eq!(officer.get("/unlock").await.status, StatusCode::OK, "nothing happened");
        assert_eq!(admin.post(action, &[("version", version)]).await.location(), "/users");
        assert!(officer.get("/unlock").await.location().starts_with("/sign-in"), "the open session has ended");
        let held = "select cast(count(*) as text) from access_grant g join access_user u on u.id = g.user_id
                    where u.username = 'officer' and g.ended_at is null";
        assert_eq!(app.db.text(held).await.unwrap(), "0");
        // Let in again by mistake, there is nothing left to do with it.
        let (active, version) = (action.replace("/leave", "/active"), (version.parse::<i32>().unwrap() + 1).to_string());
        assert_eq!(admin.post(&active, &[("version", &version), ("active", "yes")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(app.user("officer").await.get("/unlock").await.status, StatusCode::FORBIDDEN);
    }

    async fn an_account_that_nobody_uses_is_shut(engine) {
        let app = TestApp::demo(engine).await;
        let (yes, no) = (app.yes(true), app.yes(false));
        let sleep = format!(
            "update access_user set is_demo = {no}, used_at = '2026-01-01T00:00:00Z', active = {yes} where username = 'auditor'"
        );
        app.run(&sleep).await;
        let sign_in = [("username", "auditor"), ("password", crate::harness::PASSWORD)];
        let (right, wrong) = (
            app.visitor().post("/sign-in", &sign_in).await,
            app.visitor().post("/sign-in", &[("username", "auditor"), ("password", "wrong-password")]).await,
        );
        assert_eq!(right.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(right.body, wrong.body, "the answer does not tell them apart");
        let admin = app.user("administrator").await;
        let page = admin.get("/users?q=auditor").await.body;
        let row = page.split("<tr").find(|row| row.contains(">auditor<")).unwrap();
        let action = row.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next()).find(|path| path.ends_with("/active"));
        let version = row.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let woken = admin.post(action.unwrap(), &[("version", version), ("active", "yes")]).await;
        assert_eq!(woken.status, StatusCode::SEE_OTHER);
        assert_eq!(app.visitor().post("/sign-in", &sign_in).await.status, StatusCode::SEE_OTHER);
    }
}
