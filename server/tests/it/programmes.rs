//! Group programmes: begun, joined, waited for, and asked for sessions from.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Browser, TestApp, on_both_engines, sql_id};

/// The page and the address of a programme of this title.
async fn begin(user: &Browser, title: &str, intake: &str, capacity: &str) -> String {
    let page = user.get("/programmes/new").await.body;
    let id = page.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let lead = chosen_lead(&page);
    let form = [
        ("id", id.as_str()),
        ("title", title),
        ("purpose", "Getting along"),
        ("activity", "music"),
        ("intake", intake),
        ("capacity", capacity),
        ("lead", lead),
    ];
    let path = format!("/programmes/{id}");
    for _ in 0..2 {
        assert_eq!(user.post("/programmes/new", &form).await.location(), path, "sent twice, it is one programme");
    }
    path
}

/// Whom the form proposes as lead.
fn chosen_lead(page: &str) -> &str {
    let list = page.split("name=\"lead\"").nth(1).unwrap().split("</select>").next().unwrap();
    let chosen = list.split("<option").find(|option| option.split('>').next().unwrap().contains("selected")).unwrap();
    chosen.split("value=\"").nth(1).unwrap().split('"').next().unwrap()
}

/// Prison numbers of open patients of the practitioner's facility, with their ids.
async fn patients(user: &Browser) -> Vec<(String, String)> {
    let page = user.get("/patients").await.body;
    let rows = page.split("<tr>").skip(1).filter(|row| row.contains("href=\"/patients/"));
    rows.map(|row| {
        let id = row.split("href=\"/patients/").nth(1).unwrap().split(['"', '/']).next().unwrap().to_owned();
        (row.split("<td class=\"nowrap\">").nth(1).unwrap().split('<').next().unwrap().to_owned(), id)
    })
    .collect()
}

async fn change(user: &Browser, path: &str, patient: &str, to: &str, version: &str) -> crate::harness::Answer {
    let field = format!("status-{patient}");
    user.post(&format!("{path}/members/{patient}"), &[(field.as_str(), to), ("version", version)]).await
}

on_both_engines! {
    async fn places_are_filled_in_the_order_of_waiting(engine) {
        let app = TestApp::demo(engine).await;
        let user = app.user("practitioner").await;
        let path = begin(&user, "Songs & rhythm", "rolling", "2").await;
        let people = patients(&user).await;
        let [a, b, c, d] = [0, 1, 2, 3].map(|n| people[n].clone());
        for (number, _) in [&a, &b, &c, &d, &a] {
            assert_eq!(user.post(&format!("{path}/members"), &[("number", number.as_str())]).await.location(), path);
        }
        let counted = |state: &str| format!("select cast(count(*) as text) from care_programme_member m join care_programme p on p.id = m.programme_id where p.title = 'Songs & rhythm' and m.status = '{state}'");
        assert_eq!(app.db.text(&counted("active")).await.as_deref(), Some("2"));
        assert_eq!(app.db.text(&counted("waiting")).await.as_deref(), Some("2"));
        let nobody = user.post(&format!("{path}/members"), &[("number", "none-1")]).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nobody.body.contains("No open patient of this facility has this number"));

        let full = change(&user, &path, &c.1, "active", "1").await;
        assert!(full.status == StatusCode::UNPROCESSABLE_ENTITY && full.body.contains("Every place is taken"));
        assert_eq!(change(&user, &path, &a.1, "completed", "1").await.location(), path);
        assert_eq!(change(&user, &path, &a.1, "completed", "1").await.location(), path, "sent twice");
        let early = change(&user, &path, &d.1, "active", "1").await;
        assert!(early.body.contains("Somebody has waited longer"));
        assert_eq!(user.post(&format!("{path}/members/{}/forward", d.1), &[]).await.location(), path);
        let stale = change(&user, &path, &d.1, "active", "1").await;
        assert!(stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.body.contains("Somebody has changed this"));
        assert_eq!(change(&user, &path, &d.1, "active", "2").await.location(), path);
        assert_eq!(change(&user, &path, &a.1, "waiting", "2").await.location(), path, "back through the waiting list");
        let page = user.get(&path).await.body;
        assert!(page.contains("2 / 2") && page.contains("place 2"), "{page}");

        let id = path.rsplit('/').next().unwrap();
        let asked = user.get(&format!("/sessions/new?programme={id}")).await.body;
        for (_, patient) in [&b, &d] {
            let tick = asked.split("<input").find(|tag| tag.contains(patient.as_str())).unwrap();
            assert!(tick.split('>').next().unwrap().contains("checked"), "{tick}");
        }
        assert!(asked.contains(&format!("name=\"programme\" value=\"{id}\"")));
        assert!(!user.get("/sessions/new").await.body.contains("name=\"programme\""));

        let edit = format!("{path}/edit");
        let shown = user.get(&edit).await.body;
        let now = chosen_lead(&shown).to_owned();
        let leads = shown.split("name=\"lead\"").nth(1).unwrap().split("</select>").next().unwrap();
        let other = leads.split("value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).find(|id| !id.is_empty() && *id != now).unwrap_or(&now);
        let form = [("version", "7"), ("title", "Songs"), ("activity", "music"), ("intake", "closed"), ("capacity", "2"), ("lead", other)];
        let stale = user.post(&edit, &form).await;
        assert!(stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.body.contains("value=\"Songs\""));
        assert_eq!(user.post(&edit, &[("version", "1"), ("title", ""), ("capacity", "0")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(user.post(&edit, &[[("version", "1")].as_slice(), &form[1..]].concat()).await.location(), path);
        let led = format!("select cast(count(*) as text) from care_programme where title = 'Songs' and replace(lower({}), '-', '') = '{}'", if engine == Engine::Sqlite { "hex(lead_id)" } else { "cast(lead_id as text)" }, other.replace('-', ""));
        assert_eq!(app.db.text(&led).await.as_deref(), Some("1"), "the programme has another lead");
        let stranger = [&[("version", "2")], &form[1..5], &[("lead", id)]].concat();
        assert!(user.post(&edit, &stranger).await.body.contains("id=\"lead_error\""));
        assert_eq!(change(&user, &path, &b.1, "paused", "1").await.location(), path);
        let closed = change(&user, &path, &c.1, "active", "2").await;
        assert!(closed.body.contains("takes in nobody now"), "{}", closed.status);

        assert_eq!(user.post(&format!("{path}/end"), &[("version", "2")]).await.location(), path);
        assert_eq!(change(&user, &path, &b.1, "active", "2").await.status, StatusCode::CONFLICT);
        assert!(user.get("/programmes?status=ended").await.body.contains("Songs"));
    }

    async fn a_long_list_of_members_has_pages(engine) {
        let app = TestApp::demo(engine).await;
        let user = app.user("practitioner").await;
        let path = begin(&user, "Long list", "rolling", "2").await;
        let id = path.rsplit('/').next().unwrap();
        let id = sql_id(engine, id);
        // Sixty who have left, then one who takes part and two who wait.
        let people = patients(&user).await;
        let taken: Vec<&str> = people.iter().take(3).map(|(number, _)| number.as_str()).collect();
        let listed = taken.iter().map(|number| format!("'{number}'")).collect::<Vec<_>>().join(", ");
        app.db.as_owner(&format!(
            "insert into care_programme_member (programme_id, patient_id, status, since, position, version)
             select {id}, c.person_id, 'completed', '2026-01-05', 1, 1 from care_patient c join custody_person p on p.id = c.person_id
             where p.prison_number not in ({listed}) order by c.person_id limit 60"
        ))
        .await
        .unwrap();
        let left = app.db.text(&format!("select cast(count(*) as text) from care_programme_member where programme_id = {id}")).await.unwrap();
        for number in &taken {
            assert_eq!(user.post(&format!("{path}/members"), &[("number", number)]).await.location(), path);
        }
        let first = user.get(&path).await.body;
        assert!(first.contains("2 / 2") && first.contains("place 1"), "{first}");
        let shown = |page: &str| page.matches("<th scope=\"row\">").count();
        let everybody = left.parse::<usize>().unwrap() + 3;
        assert_eq!(shown(&first), everybody.min(50));
        let second = user.get(&format!("{path}?page=2")).await.body;
        assert_eq!(shown(&second), everybody.saturating_sub(50).min(50));
        assert_eq!(first.contains("rel=\"next\""), everybody > 50);
    }

    async fn programmes_are_their_facilitys_and_healths(engine) {
        let app = TestApp::demo(engine).await;
        let path = begin(&app.user("practitioner").await, "Quiet hands", "open", "4").await;
        let elsewhere = app.user("coordinator").await;
        assert_eq!(elsewhere.get(&path).await.status, StatusCode::FORBIDDEN);
        let clinician = app.user("clinician").await;
        let page = clinician.get(&path).await;
        assert!(page.status == StatusCode::OK && page.body.contains("Quiet hands") && !page.body.contains("method=\"post\" action=\"/programmes"));
        assert_eq!(clinician.post(&format!("{path}/end"), &[("version", "1")]).await.status, StatusCode::FORBIDDEN);
        let held = app.db.text("select cast(count(*) as text) from care_session where programme_id is not null").await.unwrap();
        assert!(held.parse::<i32>().unwrap() > 10, "the demonstration's groups belong to programmes: {held}");
        let strays = "select cast(count(*) as text) from care_session s where s.programme_id is not null
            and not exists (select 1 from care_programme p where p.id = s.programme_id and p.facility_id = s.facility_id)";
        assert_eq!(app.db.text(strays).await.as_deref(), Some("0"));
    }
}
