//! Stories of administration: a file that is looked at before it is applied, users who get a password, roles that wait.

use app::kit::clock::Clock;
use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, PASSWORD, TestApp, TestDatabase, on_both_engines};

const PEOPLE: &str = "prison_number;family_name;given_name;birth_date;sex;legal_status;facility;wing;cell\n";

/// The address of the preview that an upload leads to.
async fn uploaded(browser: &Browser, name: &str, text: &str) -> String {
    let answer = browser.upload("/import", name, text.as_bytes()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().to_owned()
}

async fn people(db: &TestDatabase, number: &str) -> Option<String> {
    db.text(&format!("select family_name from custody_person where prison_number = '{number}'")).await
}

/// What stands between two texts of a page.
fn between<'a>(answer: &'a Answer, start: &str, end: &str) -> &'a str {
    let rest = answer.body.split_once(start).unwrap_or_else(|| panic!("no {start} in {}", answer.body)).1;
    rest.split_once(end).unwrap().0
}

/// The address of the form in the row that holds a text.
fn form_in_row<'a>(answer: &'a Answer, row: &str, ending: &str) -> &'a str {
    let row = answer.body.split("<tr>").find(|held| held.contains(row)).unwrap_or_else(|| panic!("no row {row}"));
    let action =
        row.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next()).find(|path| path.ends_with(ending));
    action.unwrap_or_else(|| panic!("no form to …{ending} in {row}"))
}

on_both_engines! {
    async fn a_file_is_looked_at_and_then_applied_once(engine) {
        let app = TestApp::demo(engine).await;
        let administrator = app.user("administrator").await;
        let text = format!("\u{feff}{PEOPLE}N-1;Përgjegja;Çlirim;3.4.1985;male;remand;DUB;A;A-1\nN-2;\"Đokić; ml.\";Žarko;1990-12-01;male;sentenced;dub;b;\n");
        let preview = uploaded(&administrator, "persona.csv", &text).await;
        let page = administrator.get(&preview).await;
        assert!(page.body.contains("Đokić; ml.") && page.body.contains("persona.csv"), "{}", page.body);
        assert_eq!(people(&app.db, "N-1").await, None, "looking changes nothing");

        let apply = format!("{preview}/apply");
        for _ in 0..2 {
            let answer = administrator.post(&apply, &[]).await;
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, preview.as_str()));
        }
        assert_eq!(people(&app.db, "N-1").await.as_deref(), Some("Përgjegja"));
        assert_eq!(people(&app.db, "N-2").await.as_deref(), Some("Đokić; ml."));

        let again = uploaded(&administrator, "persona.csv", &text).await;
        let page = administrator.get(&again).await;
        assert!(page.body.contains("Applying it changes nothing"), "{}", page.body);
        assert_eq!(administrator.post(&format!("{again}/discard"), &[]).await.location(), "/import");
        assert_eq!(administrator.get(&again).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_bad_row_keeps_all_of_a_file_out(engine) {
        let app = TestApp::demo(engine).await;
        let administrator = app.user("administrator").await;
        let text = format!("{PEOPLE}N-1;Hoti;Naim;3.4.1985;male;remand;DUB;A;\nN-2;Ilić;Vesna;31.2.1985;female;remand;DUB;A;\n");
        let preview = uploaded(&administrator, "bad.csv", &text).await;
        let page = administrator.get(&preview).await;
        for told in ["birth_date", "31.2.1985", "There is no such day"] {
            assert!(page.body.contains(told), "{told} is not told");
        }
        assert!(!page.body.contains("/apply\""), "a file with a fault has no button to apply it");
        assert_eq!(administrator.post(&format!("{preview}/apply"), &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(people(&app.db, "N-1").await, None);

        administrator.post("/language", &[("lang", "sr"), ("back", "/import")]).await;
        assert!(administrator.get(&preview).await.body.contains("Takav dan ne postoji"), "the reasons are in the user's language");
        let wrong = administrator.upload("/import", "latin2.csv", b"prison_number;family_name\n1;Peri\xe6\n").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("red 2") && wrong.body.contains("UTF-8"), "{}", wrong.body);
        assert_eq!(administrator.upload("/import", "empty.csv", b"").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn a_new_practitioner_needs_a_password_and_the_heads_word(engine) {
        let app = TestApp::demo(engine).await;
        let (administrator, head) = (app.user("administrator").await, app.user("head").await);
        let staff = "username;name;profession;role;facility;language\nnew.ot;Vjosa Ëndrra;Occupational therapist;practitioner;DUB;en\n";
        let preview = uploaded(&administrator, "staff.csv", staff).await;
        administrator.post(&format!("{preview}/apply"), &[]).await;

        let users = administrator.get("/users?q=vjosa").await;
        assert!(users.body.contains("waits for approval") && users.body.contains("no password"), "{}", users.body);
        let issued = administrator.post(form_in_row(&users, "new.ot", "/password"), &[]).await;
        let password = between(&issued, "one-time password</dt><dd><code>", "<").to_owned();
        assert!(!administrator.get("/users?q=vjosa").await.body.contains(&password), "it is shown once");

        // Whoever holds no role yet can sign in, choose a password, and do nothing else.
        let vjosa = app.visitor();
        let signed_in = vjosa.post("/sign-in", &[("username", "new.ot"), ("password", &password)]).await;
        assert_eq!(signed_in.status, StatusCode::SEE_OTHER);
        assert!(vjosa.get("/account").await.body.contains("None of your roles has been approved yet"));
        // The one-time password leads nowhere but to the own account; what lies behind is refused once it is changed.
        assert_eq!(vjosa.get("/patients").await.location(), "/account");

        assert_eq!(administrator.get("/approvals").await.status, StatusCode::FORBIDDEN);
        let waiting = head.get("/approvals").await;
        let approve = form_in_row(&waiting, "Vjosa Ëndrra", "").to_owned();
        // She has no certificate yet, which the head must have read; the role does not insist on it.
        for (decision, flash) in [
            ("approve", "flash-role-certificate-missing"),
            ("approve-warned", "flash-role-approved"),
            ("approve-warned", "flash-role-decided"),
        ] {
            let answer = head.post(&approve, &[("decision", decision)]).await;
            let cookies: Vec<_> =
                answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok()).collect();
            assert!(cookies.iter().any(|cookie| cookie.contains(flash)), "{cookies:?}");
        }

        // With the role, one thing is open to her until it is done: choosing a password of her own.
        assert!(vjosa.open("/").await.body.contains("Choose your own"));
        assert_eq!(vjosa.get("/patients").await.location(), "/account");
        let changed =
            vjosa.post("/account/password", &[("current", &password), ("new", "a sentence of my own")]).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
        assert_eq!(vjosa.get("/patients").await.status, StatusCode::OK);
    }

    async fn somebody_shut_out_is_out_at_once(engine) {
        let app = TestApp::demo(engine).await;
        let (administrator, officer) = (app.user("administrator").await, app.user("officer").await);
        let users = administrator.get("/users?q=officer").await;
        let action = form_in_row(&users, "<td class=\"nowrap\">officer</td>", "/active").to_owned();
        let stale = administrator.post(&action, &[("active", "no"), ("version", "99")]).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        assert_eq!(administrator.post(&action, &[("active", "no"), ("version", "1")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(officer.get("/unlock").await.location().split('?').next(), Some("/sign-in"));
        let refused = app.visitor().post("/sign-in", &[("username", "officer"), ("password", PASSWORD)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);

        let own = app.db.text("select side from access_user where username = 'administrator'").await;
        assert_eq!(own.as_deref(), Some("system"));
        let page = administrator.get("/users?q=administrator").await;
        let row = page.body.split("<tr>").find(|row| row.contains("<td class=\"nowrap\">administrator</td>")).unwrap();
        assert!(!row.contains("<form"), "nobody changes the own account here");
    }
}

/// Two clicks at the same moment: the file is applied once, and both are told so.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_clicks_at_once_apply_once() {
    let app = TestApp::start(TestDatabase::demo(Engine::Sqlite).await, Clock::System).await;
    let administrator = app.user("administrator").await;
    let preview =
        uploaded(&administrator, "p.csv", &format!("{PEOPLE}N-1;Hoti;Naim;3.4.1985;male;remand;DUB;A;\n")).await;
    let apply = format!("{preview}/apply");
    let (one, other) = tokio::join!(administrator.post(&apply, &[]), administrator.post(&apply, &[]));
    assert_eq!((one.status, other.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    assert_eq!(people(&app.db, "N-1").await.as_deref(), Some("Hoti"));
}
