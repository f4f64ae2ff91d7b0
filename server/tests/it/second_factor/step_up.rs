//! Whoever asks for what weighs most says once more who he is: the walk over the table, and the three places as stories.

use app::access::policy::{Permission, holders};
use app::kit::db::Engine;
use app::routes::{is_own_door, routes};
use app::web::{Needs, Proof, RouteInfo};
use chrono::TimeDelta;
use reqwest::{Method, StatusCode};

use super::{concrete, enrol, later, signed_in, standing};
use crate::harness::{Browser, PASSWORD, TestApp, on_both_engines};
use crate::routes::USERS;

/// Longer than a proof counts, shorter than a session lapses.
const COFFEE: TimeDelta = TimeDelta::minutes(11);

fn needs(route: &RouteInfo) -> Option<Permission> {
    match route.needs {
        Needs::Permission(permission) => Some(permission),
        Needs::Nobody => None,
    }
}

/// What asks, as a person would say it; the table must say the same of every route.
fn must_ask(route: &RouteInfo) -> bool {
    use Permission as P;
    let Some(permission) = needs(route) else { return false };
    let of_care = holders(permission).iter().any(|(role, _)| role.side() == app::access::Side::Care);
    let no_patient = matches!(
        permission,
        P::ActivityRead | P::SupervisionManage | P::GrantApprove | P::TrainingRead | P::PlaceRead | P::ReportRead
    );
    let a_file = [".csv", ".xlsx", ".json"].iter().any(|ending| route.path.ends_with(ending));
    if route.method == Method::GET {
        return a_file && of_care && !no_patient || route.path == "/patients/{id}/copy";
    }
    matches!(permission, P::UserManage | P::GrantApprove | P::SettingManage)
        || ["/patients/{id}/opening", "/import/{id}/apply"].contains(&route.path)
        || route.path.starts_with("/account/second-factor/")
            && !route.path.ends_with("/told")
            && !route.path.ends_with("/confirm")
}

#[test]
fn the_table_asks_where_it_must_and_nowhere_else() {
    let table = routes().1;
    for route in &table {
        assert_eq!(route.proof == Proof::Fresh, must_ask(route), "{} {}", route.method, route.path);
    }
    let asking =
        |ending: &str| table.iter().filter(|route| route.proof == Proof::Fresh && route.path.ends_with(ending)).count();
    assert!(asking(".csv") > 10 && asking("fhir.json") == 1 && asking("/opening") == 1, "the table is read");
}

async fn first_patient(user: &Browser) -> String {
    let page = user.get("/patients").await.body;
    let ids = page.split("href=\"/patients/").skip(1).filter_map(|rest| rest.split(['"', '/', '?']).next());
    ids.into_iter().find(|id| id.len() == 36).unwrap().to_owned()
}

async fn said(user: &Browser, next: &str) -> crate::harness::Answer {
    user.post("/account/proof", &[("next", next), ("proof", PASSWORD)]).await
}

on_both_engines! {
    async fn every_route_that_asks_is_closed_to_a_session_that_has_grown_old(engine) {
        let app = standing(engine).await;
        let table = routes().1;
        let mut walked = 0;
        for (name, role) in USERS {
            let user = app.user(name).await;
            later(&app, COFFEE);
            for route in table.iter().filter(|route| route.proof == Proof::Fresh) {
                let permission = needs(route).unwrap();
                if permission != Permission::OwnAccount && !holders(permission).iter().any(|(held, _)| *held == role) {
                    continue;
                }
                walked += 1;
                let path = concrete(route);
                if route.method == Method::GET {
                    let answer = user.get(&path).await;
                    assert!(answer.location().starts_with("/account/proof?next="), "{name} {path}: {}", answer.status);
                } else {
                    let answer = user.post(&path, &[("words", "typed <before>")]).await;
                    assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{name} {path}");
                    assert!(answer.body.contains(&format!("action=\"{path}\"")) && answer.body.contains("typed &lt;before&gt;"), "{path}");
                }
            }
        }
        assert!(walked > 60, "{walked}");
    }

    async fn a_file_of_the_record_leaves_after_the_question(engine) {
        let app = standing(engine).await;
        let user = app.user("practitioner").await;
        let path = format!("/patients/{}/fhir.json", first_patient(&user).await);
        assert_eq!(user.get(&path).await.status, StatusCode::OK, "signing in is a proof itself");
        later(&app, COFFEE);
        let asked = user.get(&path).await.location().to_owned();
        let page = user.get(&asked).await;
        assert!(page.body.contains("name=\"proof\"") && page.body.contains(&path), "{}", page.body);
        for wrong in ["", "not my password"] {
            let refused = user.post("/account/proof", &[("next", &path), ("proof", wrong)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.body.contains(&path) && !refused.body.contains("not my password"));
            assert!(user.get(&path).await.location().starts_with("/account/proof"));
        }
        let ready = said(&user, &path).await;
        assert!(ready.status == StatusCode::OK && ready.body.contains(&format!("href=\"{path}\"")), "{}", ready.body);
        assert_eq!(user.get(&path).await.status, StatusCode::OK);
        assert_eq!(user.get("/patients.csv?q=a").await.status, StatusCode::OK, "the next within ten minutes is not asked for");
        later(&app, COFFEE);
        assert_eq!(user.get("/patients.csv?q=a").await.location(), "/account/proof?next=%2Fpatients.csv%3Fq%3Da");
        assert_eq!(said(&user, "/account").await.location(), "/account");
        later(&app, COFFEE);
        assert_eq!(said(&user, "//evil.example").await.location(), "/", "it leads nowhere else");
        // What tells of nobody, and custody's own lists, ask for nothing.
        later(&app, COFFEE);
        assert_eq!(user.get("/activities.csv").await.status, StatusCode::OK);
        assert_eq!(app.user("coordinator").await.get("/board.csv").await.status, StatusCode::OK);
    }

    async fn the_glass_is_broken_with_the_proof_in_the_same_form(engine) {
        let app = standing(engine).await;
        let patient = first_patient(&app.user("practitioner").await).await;
        let user = app.user("clinician").await;
        later(&app, COFFEE);
        let page = user.get(&format!("/patients/{patient}/opening?kind=break_glass")).await;
        assert!(page.body.contains("name=\"proof\""), "the form asks itself: {}", page.body);
        let path = format!("/patients/{patient}/opening");
        let words = "Fainted in the yard, \"they\" are <away>";
        let form = |proof: &'static str| [("kind", "break_glass"), ("category", "emergency"), ("words", words), ("proof", proof)];
        let refused = user.post(&path, &form("wrong")).await;
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
        assert!(refused.body.contains("&lt;away&gt;") && refused.body.contains("value=\"emergency\""), "{}", refused.body);
        assert_eq!(opened(&app).await, "0");
        // What the form itself refuses comes back without asking again.
        let short = [("kind", "break_glass"), ("category", "emergency"), ("words", "why"), ("proof", PASSWORD)];
        let refused = user.post(&path, &short).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && !refused.body.contains("name=\"proof\""), "{}", refused.body);
        assert_eq!(user.post(&path, &form("")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(opened(&app).await, "1");
        assert_eq!(app.db.text(&format!("select words from care_opening where words = '{words}'")).await.as_deref(), Some(words));
    }

    async fn users_are_changed_after_a_code_where_there_is_one(engine) {
        let app = standing(engine).await;
        let (secret, codes) = enrol(&app, &app.user("administrator").await).await;
        let administrator = signed_in(&app, "administrator", &secret).await;
        later(&app, COFFEE);
        let id = app.db.text(match engine {
            Engine::Sqlite => "select lower(hex(id)) from access_user where username = 'officer2'",
            Engine::Postgres => "select cast(id as text) from access_user where username = 'officer2'",
        }).await.unwrap();
        let path = format!("/users/{id}/active");
        let form = |proof: &'static str| [("active", "no"), ("version", "1"), ("proof", proof)];
        // The password is not enough where there is a second factor, nor is a code that was taken.
        for wrong in [PASSWORD, "000000"] {
            let refused = administrator.post(&path, &form(wrong)).await;
            assert!(refused.status == StatusCode::UNAUTHORIZED && refused.body.contains("one-time-code"), "{wrong}");
        }
        let code = secret.code_at(app.clock.now());
        let proved = [("active", "no"), ("version", "1"), ("proof", code.as_str())];
        assert_eq!(administrator.post(&path, &proved).await.location(), "/users");
        assert_eq!(app.visitor().post("/sign-in", &[("username", "officer2"), ("password", PASSWORD)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        later(&app, COFFEE);
        let with_recovery = [("active", "yes"), ("version", "2"), ("proof", codes[0].as_str())];
        assert_eq!(administrator.post(&path, &with_recovery).await.location(), "/users");
        // The proof is this session's alone.
        let elsewhere = signed_in(&app, "administrator", &secret).await;
        later(&app, COFFEE);
        assert_eq!(elsewhere.post("/account/proof", &[("proof", &secret.code_at(app.clock.now()))]).await.location(), "/");
        assert_eq!(administrator.post(&path, &[("active", "yes"), ("version", "9")]).await.status, StatusCode::UNAUTHORIZED);
    }
}

async fn opened(app: &TestApp) -> String {
    let sql = "select cast(count(*) as text) from care_opening where words like 'Fainted in the yard, \"they\"%'";
    app.db.text(sql).await.unwrap()
}

#[test]
fn the_doors_of_ones_own_are_few() {
    let own: Vec<_> = routes().1.into_iter().filter(|route| is_own_door(route.path)).map(|route| route.path).collect();
    assert!(own.iter().all(|path| path.starts_with("/account")), "{own:?}");
    assert!(!own.contains(&"/account/feeds"), "a calendar shows sessions");
}
