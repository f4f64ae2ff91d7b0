//! What an administrator sets: which role must have one, and after how long an unused account is shut. And how whoever leaves is out.

use app::access::Role;
use app::kit::db::Engine;
use app::routes::{is_own_door, routes};
use app::web::Needs;
use chrono::TimeDelta;
use reqwest::{Method, StatusCode};

use super::{PAGE, concrete, enrol, later, standing};
use crate::harness::{Answer, Browser, PASSWORD, TestApp, TestDatabase, on_both_engines};

/// Saves the settings: everything offered but for what is named.
async fn save(administrator: &Browser, version: &str, changes: &[(&str, &str)]) -> Answer {
    let mut form = vec![("version", version), ("days", "90")];
    form.extend(Role::ALL.iter().map(|role| (role.as_str(), "offered")));
    form.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    form.extend(changes);
    administrator.post("/settings", &form).await
}

async fn signs_in(app: &TestApp, name: &str) -> StatusCode {
    app.visitor().post("/sign-in", &[("username", name), ("password", PASSWORD)]).await.status
}

on_both_engines! {
    async fn who_is_obliged_sets_one_up_and_reaches_nothing_before(engine) {
        let app = standing(engine).await;
        let (officer, other) = (app.user("officer").await, app.user("coordinator").await);
        assert_eq!(officer.get("/unlock").await.status, StatusCode::OK);
        let administrator = app.user("administrator").await;
        assert_eq!(save(&administrator, "0", &[("officer", "obligatory")]).await.location(), "/settings");
        assert!(administrator.get("/settings").await.body.contains("Last changed by"));

        // In the middle of a session, at every door.
        for route in routes().1 {
            if is_own_door(route.path) || route.needs == Needs::Nobody {
                continue;
            }
            let path = concrete(&route);
            let answer = if route.method == Method::GET { officer.get(&path).await } else { officer.post(&path, &[]).await };
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, PAGE), "{} {path}", route.method);
        }
        let page = officer.get(PAGE).await;
        assert!(page.body.contains("Your role needs a second factor"), "{}", page.body);
        assert_eq!(officer.get("/account").await.status, StatusCode::OK, "the own account stays open");
        assert_eq!(other.get("/board").await.status, StatusCode::OK, "others are not held up");

        enrol(&app, &officer).await;
        assert_eq!(officer.get("/unlock").await.status, StatusCode::OK);
        assert_eq!(officer.post(&format!("{PAGE}/end"), &[]).await.status, StatusCode::FORBIDDEN, "it cannot be given up");
        // A role for which it is off offers none; what is in force stays in force.
        assert_eq!(save(&administrator, "1", &[("officer", "off"), ("coordinator", "off")]).await.location(), "/settings");
        assert!(other.get(PAGE).await.body.contains("not offered for your role"));
        assert_eq!(other.post(&format!("{PAGE}/start"), &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(signs_in(&app, "officer").await, StatusCode::OK, "asked for the code still");
    }

    async fn settings_are_kept_version_by_version(engine) {
        let app = standing(engine).await;
        let (one, two) = (app.user("administrator").await, app.user("administrator").await);
        assert_eq!(save(&one, "0", &[("days", "120")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(save(&one, "0", &[("days", "120")]).await.status, StatusCode::SEE_OTHER, "sent twice");
        let stale = save(&two, "0", &[("days", "30"), ("head", "obligatory")]).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(stale.body.contains("Somebody else") && stale.body.contains("value=\"30\""), "{}", stale.body);
        for (field, value) in [("days", "13"), ("days", "x"), ("head", "sometimes")] {
            assert_eq!(save(&two, "1", &[(field, value)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {value}");
        }
        assert_eq!(save(&two, "1", &[("days", "30")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(app.db.text("select cast(count(*) as text) from access_setting").await.as_deref(), Some("2"));
        for sql in ["update access_setting set dormant_days = 90", "delete from access_role_demand"] {
            assert!(app.db.as_owner(sql).await.unwrap_err().to_string().contains("immutable"), "{sql}");
        }
        for outsider in ["head", "auditor", "coordinator"] {
            assert_eq!(app.user(outsider).await.get("/settings").await.status, StatusCode::FORBIDDEN, "{outsider}");
        }
    }

    async fn accounts_are_shut_after_the_days_that_were_set(engine) {
        let app = standing(engine).await;
        let no = app.yes(false);
        app.run(&format!("update access_user set is_demo = {no}, used_at = created_at where username in ('officer', 'officer2')")).await;
        // Used today; from here the clock goes on.
        assert_eq!(signs_in(&app, "officer").await, StatusCode::SEE_OTHER);
        let administrator = app.user("administrator").await;
        assert_eq!(save(&administrator, "0", &[("days", "30")]).await.status, StatusCode::SEE_OTHER);
        later(&app, TimeDelta::days(30));
        assert_eq!(signs_in(&app, "officer").await, StatusCode::SEE_OTHER, "thirty days are not more than thirty");
        later(&app, TimeDelta::days(31));
        let refused = app.visitor().post("/sign-in", &[("username", "officer"), ("password", PASSWORD)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let administrator = app.user("administrator").await;
        assert_eq!(save(&administrator, "1", &[("days", "60")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(signs_in(&app, "officer").await, StatusCode::SEE_OTHER, "the setting that holds now counts");
    }

    async fn the_job_shuts_what_the_setting_says(engine) {
        let db = TestDatabase::demo(engine).await;
        let (no, since) = match engine {
            Engine::Sqlite => ("0", "strftime('%Y-%m-%dT%H:%M:%f', 'now', '-40 days') || '000+00:00'"),
            Engine::Postgres => ("false", "now() - interval '40 days'"),
        };
        db.as_owner(&format!("update access_user set is_demo = {no}, used_at = {since} where username = 'officer2'")).await.unwrap();
        db.as_owner("insert into access_setting (version, dormant_days, changed_by, changed_at) select 1, 30, id, created_at from access_user where username = 'administrator'").await.unwrap();
        let app = TestApp::start(db, app::kit::clock::Clock::System).await;
        for _ in 0..100 {
            let active = app.db.text("select cast(active as text) from access_user where username = 'officer2'").await.unwrap();
            if active == "0" || active == "false" {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("the account is still open");
    }

    async fn who_is_shut_out_or_loses_a_role_is_out_in_the_middle_of_a_session(engine) {
        let app = standing(engine).await;
        let (officer, coordinator, clinician) = (app.user("officer").await, app.user("coordinator").await, app.user("clinician").await);
        for (user, page) in [(&officer, "/unlock"), (&coordinator, "/board"), (&clinician, "/patients")] {
            assert_eq!(user.get(page).await.status, StatusCode::OK, "{page}");
        }
        // A role that ends takes its pages with it at the next request; an account that is shut, the session.
        let (no, at) = (app.yes(false), "created_at");
        app.run(&format!("update access_grant set ended_at = {at} where user_id = (select id from access_user where username = 'coordinator')")).await;
        app.run(&format!("update access_user set active = {no} where username = 'officer'")).await;
        assert_eq!(coordinator.get("/board").await.status, StatusCode::FORBIDDEN);
        assert_eq!(officer.get("/unlock").await.location(), "/sign-in?next=%2Funlock");
        assert_eq!(officer.post("/place", &[]).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(clinician.get("/patients").await.status, StatusCode::OK);
    }
}
