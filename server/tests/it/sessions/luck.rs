//! Bad luck of sessions: a note that comes back from the supervisor, and a night that is longer than its clock says.

use app::access::keys::InstallationKey;
use app::care::notes::chart;
use app::kit::db::open_owner;
use app::kit::ids::PersonId;

use super::*;

/// A signed note's own page.
async fn first_note(browser: &Browser) -> String {
    let notes = format!("/patients/{}/notes/", uuid(PERSON + 1));
    let page = browser.get(notes.trim_end_matches('/')).await.body;
    let link = format!("href=\"{notes}");
    let id = page.split(&link).skip(1).filter_map(|rest| rest.split('"').next()).find(|id| id.len() == 36);
    format!("{notes}{}", id.unwrap_or_else(|| panic!("{page}")))
}

fn value_of(page: &str, name: &str) -> String {
    let input = page.split("<input").skip(1).filter_map(|rest| rest.split('>').next());
    let input = input.filter(|input| input.contains(&format!("name=\"{name}\""))).last().unwrap_or_default();
    input.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

on_both_engines! {
    async fn the_next_version_tells_of_the_same_session(engine) {
        let unit = Unit::open(engine).await;
        let (row, trainee, by) = (unit.app.id(950), unit.app.id(PRACTITIONER), unit.app.id(11));
        let at = unit.now.to_rfc3339();
        unit.app.run(&format!(
            "insert into care_supervision (id, user_id, supervisor_id, starts_on, ended_on, created_by, created_at)
             values ({row}, {trainee}, {by}, '2020-01-01', null, {by}, '{at}')"
        ))
        .await;
        let user = recorded(&unit, 500, 0).await;
        let signed = user.post(&format!("{}/sign", session_path(500)), &SIGN).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", words(&signed));
        let note = first_note(&user).await;
        let supervisor = unit.app.user("other").await;
        let back = [("act", "return"), ("comment", "Say how it went."), ("password", PASSWORD)];
        assert_eq!(supervisor.post(&format!("{note}/cosign"), &back).await.location(), note);

        let draft = user.post(&format!("{note}/next"), &[]).await.location().to_owned();
        let page = user.get(&draft).await;
        assert!(page.body.contains("We made soup.") && page.body.contains("Asked for the recipe."), "{}", words(&page));
        let field = |name: &str| value_of(&page.body, name);
        let (version, date, time) = (field("version"), field("date"), field("time"));
        let fields = [
            ("version", version.as_str()), ("date", &date), ("time", &time), ("sensitivity", "normal"),
            ("narrative", "He cooked with one prompt."), ("do", "sign"),
        ];
        assert_eq!(user.post(&draft, &fields).await.location(), format!("{draft}/sign"));
        let shown = user.get(&format!("{draft}/sign")).await;
        for text in ["60 minutes", "Cooks a meal", "one prompt", "He cooked with one prompt."] {
            assert!(words(&shown).contains(text), "what is signed is shown: {text}: {}", words(&shown));
        }
        let version = value_of(&shown.body, "version");
        let signed = user.post(&format!("{draft}/sign"), &[("version", &version), ("password", PASSWORD)]).await;
        let next = signed.location().to_owned();
        let shown = words(&user.get(&next).await);
        for text in ["Attended", "60 minutes", "Cooks a meal", "one prompt", "He cooked with one prompt."] {
            assert!(shown.contains(text), "{text}: {shown}");
        }
        assert!(!shown.contains("Asked for the recipe."), "the words are those of the next version: {shown}");
        assert_eq!(unit.count("care_note n join care_note o on o.id = n.replaces_id where n.session_id = o.session_id and n.patient_id = o.patient_id").await, "1");
        assert_eq!(unit.count("care_participation").await, "2", "the session is counted once");
        assert_eq!(unit.faults().await, Vec::<String>::new());

        let key = InstallationKey::load(&unit.app.db.settings().key_file).unwrap();
        let mut conn = open_owner(&unit.app.db.database()).await.unwrap();
        let chart = chart::export(&mut conn, PersonId(uuid(PERSON + 1)), &key, unit.now).await.unwrap();
        assert_eq!(chart.notes.len(), 3);
        assert_eq!(chart::verify(&chart, &key.public()), Vec::new());
    }

    async fn a_session_keeps_its_hours_over_midnight_and_daylight_saving(engine) {
        let unit = Unit::open(engine).await;
        let user = unit.app.user("practitioner").await;
        let asked = send(&user, "/sessions/new", &unit.request(500, STUDIO, &[1, 2])).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", words(&asked));
        // Half past eleven at night until three: on paper three and a half hours, and one more since the clock was set back.
        let slot = unit.app.id(500);
        let (from, to) = ("2025-10-25T21:30:00+00:00", "2025-10-26T02:00:00+00:00");
        unit.app.run(&format!(
            "delete from custody_claim where slot_id = {slot};
             update custody_facility set time_zone = 'Europe/Belgrade';
             update custody_slot set starts_at = '{from}', ends_at = '{to}' where id = {slot};
             update custody_slot_person set starts_at = '{from}', ends_at = '{to}' where slot_id = {slot};"
        ))
        .await;
        let page = user.get(&session_path(500)).await;
        assert!(words(&page).contains("23:30") && page.body.contains("value=\"270\""), "{}", page.body);
        let mut typed = record("1", "We kept the fire.", "sign");
        typed.retain(|(name, _)| name != "all-minutes");
        typed.push(("all-minutes".to_owned(), "271".to_owned()));
        let refused = send(&user, &session_path(500), &typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "not longer than it was");
        assert!(refused.body.contains("We kept the fire."));
        typed.retain(|(name, _)| name != "all-minutes");
        typed.push(("all-minutes".to_owned(), "270".to_owned()));
        let saved = send(&user, &session_path(500), &typed).await;
        assert_eq!(saved.location(), format!("{}/sign", session_path(500)), "{}", words(&saved));
        let late = [SIGN.as_slice(), &[("late-reason", "Night ward")]].concat();
        let signed = user.post(&format!("{}/sign", session_path(500)), &late).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", words(&signed));
        let notes = words(&user.get(&format!("/patients/{}/notes", uuid(PERSON + 1))).await);
        for text in ["25 Oct 2025", "23:30 – 26 Oct 2025 03:00", "270 minutes", "We kept the fire."] {
            assert!(notes.contains(text), "{text}: {notes}");
        }
        assert_eq!(unit.count("care_participation where minutes = 270 and signed_at is not null").await, "1");
        assert_eq!(unit.faults().await, Vec::<String>::new());
    }
}
