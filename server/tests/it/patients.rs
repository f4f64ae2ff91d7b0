//! The caseload: who is in it, how they are found, who treats them, and what that opens.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Browser, TestApp, on_both_engines};

/// The patients of a list, in its order.
fn listed(page: &str) -> Vec<&str> {
    page.split("<th scope=\"row\"><a href=\"/patients/").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

async fn list(user: &Browser, query: &str) -> String {
    let answer = user.get(&format!("/patients{query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{query}");
    answer.body
}

fn person_in(page: &str) -> String {
    page.split("name=\"person\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

fn id(engine: Engine, uuid: &str) -> String {
    match engine {
        Engine::Sqlite => format!("x'{}'", uuid.replace('-', "")),
        Engine::Postgres => format!("'{uuid}'"),
    }
}

on_both_engines! {
    async fn people_are_found_however_they_are_typed(engine) {
        let app = TestApp::demo(engine).await;
        let user = app.user("practitioner").await;
        let patient = listed(&list(&user, "").await)[0].to_owned();
        let renamed = format!(
            "update custody_person set family_name = 'Đokić', given_name = 'Žubor', sort_name = 'djokic, zubor', prison_number = 'Q-777'
             where id = {}",
            id(engine, &patient)
        );
        app.db.as_owner(&renamed).await.unwrap();
        for typed in ["Đokić", "djokic", "ZUBOR+dj", "%C5%BDubor", "q-77", "Đokić,+Žubor"] {
            assert_eq!(listed(&list(&user, &format!("?q={typed}")).await), [patient.as_str()], "{typed}");
        }
        for typed in ["%25", "_", "djokic+petar", "%5C"] {
            assert!(listed(&list(&user, &format!("?q={typed}")).await).is_empty(), "{typed}");
        }
    }

    async fn names_of_every_script_are_found_and_shown_as_they_are(engine) {
        let app = TestApp::demo(engine).await;
        let user = app.user("practitioner").await;
        let patient = listed(&list(&user, "").await)[0].to_owned();
        for (family, given, number, typed) in [
            ("O'Neill", "Ëndrit", "Q-1", ["o'neill", "O%E2%80%99Neill", "endrit", "%C3%8Bndrit"]),
            ("Čačković-Žarić", "Ružica", "Q-2", ["Čačković", "cackovic-zar", "ruzica", "RUŽICA+ž"]),
            ("Ђорђевић", "Чедомир", "Q-3", ["Ђорђ", "djordjevic", "Čedomir", "чедомир+ђ"]),
        ] {
            let key = app::kit::page::sort_key(&format!("{family}, {given}"));
            let quoted = |text: &str| text.replace('\'', "''");
            let renamed = format!(
                "update custody_person set family_name = '{}', given_name = '{}', sort_name = '{}', prison_number = '{}' where id = {}",
                quoted(family), quoted(given), quoted(&key), quoted(number), id(engine, &patient)
            );
            app.db.as_owner(&renamed).await.unwrap();
            for typed in typed {
                let page = list(&user, &format!("?q={typed}")).await;
                assert_eq!(listed(&page), [patient.as_str()], "{family}: {typed}");
                let shown = page.replace("&#x27;", "'");
                assert!(shown.contains(&family.to_uppercase()) && shown.contains(given), "{family}: {typed}");
            }
            let page = user.get(&format!("/patients/{patient}")).await;
            assert!(page.status == StatusCode::OK && page.body.replace("&#x27;", "'").contains(given), "{family}");
        }
    }

    async fn the_list_is_ordered_and_filtered_by_its_address(engine) {
        let app = TestApp::demo(engine).await;
        let user = app.user("practitioner").await;
        let all = list(&user, "").await;
        let everybody = listed(&all).len();
        let handed_over = format!(
            "update care_patient set lead_id = (select id from access_user where username = 'clinician') where person_id = {}",
            id(engine, listed(&all)[0])
        );
        app.db.as_owner(&handed_over).await.unwrap();
        let mine = list(&user, "?lead=mine").await;
        assert!(!listed(&mine).is_empty() && !listed(&mine).contains(&listed(&all)[0]));
        assert!(mine.contains("sort=name") && mine.contains("lead=mine"), "the order keeps the filter");
        for sort in ["name", "number", "housing", "review"] {
            let up = list(&user, &format!("?sort={sort}&dir=asc")).await;
            let down = list(&user, &format!("?sort={sort}&dir=desc")).await;
            assert_eq!(listed(&up).len(), everybody, "{sort}");
            assert_ne!(listed(&up), listed(&down), "{sort}");
            assert!(up.contains("aria-sort=\"ascending\"") && down.contains("aria-sort=\"descending\""), "{sort}");
        }
        let by_review = list(&user, "?sort=review").await;
        let second = listed(&by_review)[1];
        let overdue = format!(
            "update care_plan set next_review_on = '2026-01-02' where status = 'active' and patient_id = {}",
            id(engine, second)
        );
        app.db.as_owner(&overdue).await.unwrap();
        let page = list(&user, "?sort=review").await;
        assert_eq!(listed(&page)[0], second);
        assert!(page.contains("2 Jan 2026") && page.contains(" late</span>"), "late is said in a word");
    }

    async fn a_person_is_taken_once(engine) {
        let app = TestApp::demo(engine).await;
        let user = app.user("practitioner").await;
        let person = person_in(&user.get("/patients/new").await.body);
        let fields = [("person", person.as_str())];
        let (first, second) = tokio::join!(user.post("/patients/new", &fields), user.post("/patients/new", &fields));
        assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{} {}", first.body, second.body);
        assert!(listed(&list(&user, "?lead=mine").await).contains(&person.as_str()));
        assert!(!user.get("/patients/new").await.body.contains(&person), "nobody is offered twice");

        let next = person_in(&user.get("/patients/new").await.body);
        app.db.as_owner(&format!("update custody_person set presence = 'released' where id = {}", id(engine, &next))).await.unwrap();
        let refused = user.post("/patients/new", &[("person", &next)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(user.get(&format!("/patients/{next}")).await.status, StatusCode::NOT_FOUND);
    }

    async fn the_team_opens_the_notes_and_closes_them(engine) {
        let app = TestApp::demo(engine).await;
        let (lead, nurse) = (app.user("practitioner").await, app.user("clinician").await);
        let person = person_in(&lead.get("/patients/new").await.body);
        lead.post("/patients/new", &[("person", &person)]).await;
        let (path, notes) = (format!("/patients/{person}"), format!("/patients/{person}/notes"));
        assert_eq!(nurse.get(&path).await.status, StatusCode::OK);
        assert_eq!(nurse.get(&notes).await.status, StatusCode::FORBIDDEN);

        let page = lead.get(&path).await.body;
        let name = app.db.text("select display_name from access_user where username = 'clinician'").await.unwrap();
        let option = page.split("<option value=\"").find(|option| option.contains(&name)).unwrap();
        let user = option.split('"').next().unwrap().to_owned();
        assert_eq!(lead.post(&format!("{path}/team"), &[("colleague", &user)]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(nurse.get(&notes).await.status, StatusCode::OK);

        let led = lead.post(&format!("{path}/team/{user}/lead"), &[("version", "1")]).await;
        assert_eq!(led.status, StatusCode::CONFLICT, "only who may write plans may lead");
        assert_eq!(nurse.post(&format!("{path}/team/{user}/remove"), &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(lead.post(&format!("{path}/team/{user}/remove"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(nurse.get(&notes).await.status, StatusCode::FORBIDDEN);

        for colleague in ["", "x", "018f0000-0000-7000-8000-000000000000"] {
            let refused = lead.post(&format!("{path}/team"), &[("colleague", colleague)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{colleague}");
        }
    }

    async fn care_sees_that_there_is_an_alert_and_not_why(engine) {
        let app = TestApp::demo(engine).await;
        let user = app.user("practitioner").await;
        let patient = listed(&list(&user, "").await)[0].to_owned();
        let new_id = id(engine, "018f0000-0000-7000-8000-00000000a1e7");
        let alert = |kind: &str, new_id: &str, ends: &str| {
            format!(
                "insert into custody_alert (id, person_id, facility_id, kind, starts_on, ends_on, reason, created_by, created_at, version)
                 select {new_id}, p.id, p.facility_id, '{kind}', '2026-01-01', {ends}, 'REASON-OF-SECURITY', p.created_by, p.created_at, 1
                 from custody_person p where p.id = {}",
                id(engine, &patient)
            )
        };
        app.db.as_owner(&format!("delete from custody_alert where person_id = {}", id(engine, &patient))).await.unwrap();
        app.db.as_owner(&alert("two_officers", &new_id, "null")).await.unwrap();
        let over = id(engine, "018f0000-0000-7000-8000-00000000a1e8");
        app.db.as_owner(&alert("escape_list", &over, "'2026-01-31'")).await.unwrap();
        let label = |kind| app::i18n::Lang::En.code_label("alert", kind).into_owned();
        for tab in ["", "/plan"] {
            let page = user.get(&format!("/patients/{patient}{tab}")).await.body;
            assert!(page.contains(&label("two_officers")), "{tab}");
            assert!(!page.contains(&label("escape_list")), "what has ended is not shown");
            assert!(!page.contains("REASON-OF-SECURITY"));
        }
    }
}
