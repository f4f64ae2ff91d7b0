//! Signing in, staying in, and being put out.

use app::kit::clock::Clock;
use app::kit::db::Engine;
use chrono::TimeDelta;
use reqwest::StatusCode;

use crate::harness::{PASSWORD, TestApp, TestDatabase, on_both_engines};

on_both_engines! {
    async fn nobody_sees_anything_before_signing_in(engine) {
        let app = TestApp::demo(engine).await;
        let visitor = app.visitor();
        let answer = visitor.get("/patients?q=a").await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/sign-in?next=%2Fpatients%3Fq%3Da"));
        let signed = visitor.post("/sign-in", &[("username", "practitioner"), ("password", PASSWORD), ("next", "/patients?q=a")]).await;
        assert_eq!(signed.location(), "/patients?q=a");
        assert_eq!(visitor.get("/patients?q=a").await.status, StatusCode::OK);
    }

    async fn a_wrong_name_and_a_wrong_password_get_the_same_answer(engine) {
        let app = TestApp::demo(engine).await;
        let visitor = app.visitor();
        let wrong_name = visitor.post("/sign-in", &[("username", "nobodyatall"), ("password", "x")]).await;
        let wrong_password = visitor.post("/sign-in", &[("username", "practitioner"), ("password", "x")]).await;
        assert_eq!(wrong_name.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong_name.body.replace("nobodyatall", ""), wrong_password.body.replace("practitioner", ""));
    }

    async fn an_account_rests_after_five_wrong_passwords_and_then_wakes(engine) {
        let clock = Clock::fixed(Clock::System.now());
        let app = TestApp::start(TestDatabase::demo(engine).await, clock.clone()).await;
        let visitor = app.visitor();
        for _ in 0..5 {
            visitor.post("/sign-in", &[("username", "officer"), ("password", "wrong")]).await;
        }
        let right = [("username", "officer"), ("password", PASSWORD)];
        assert_eq!(visitor.post("/sign-in", &right).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        clock.set(clock.now() + TimeDelta::seconds(31));
        assert_eq!(visitor.post("/sign-in", &right).await.status, StatusCode::SEE_OTHER);
    }

    async fn wrong_passwords_at_once_count_each(engine) {
        let clock = Clock::fixed(Clock::System.now());
        let app = TestApp::start(TestDatabase::demo(engine).await, clock.clone()).await;
        let wrong = || async {
            app.visitor().post("/sign-in", &[("username", "officer"), ("password", "wrong")]).await.status
        };
        let all: [StatusCode; 5] = tokio::join!(wrong(), wrong(), wrong(), wrong(), wrong()).into();
        assert!(all.iter().all(|status| *status == StatusCode::UNPROCESSABLE_ENTITY), "{all:?}");
        let right = [("username", "officer"), ("password", PASSWORD)];
        assert_eq!(app.visitor().post("/sign-in", &right).await.status, StatusCode::UNPROCESSABLE_ENTITY, "it rests");
        clock.set(clock.now() + TimeDelta::seconds(31));
        assert_eq!(app.visitor().post("/sign-in", &right).await.status, StatusCode::SEE_OTHER);
    }

    async fn the_identifier_changes_at_sign_in_and_the_cookie_is_guarded(engine) {
        let app = TestApp::demo(engine).await;
        let visitor = app.visitor();
        let first = visitor.post("/sign-in", &[("username", "officer"), ("password", PASSWORD)]).await;
        let second = visitor.post("/sign-in", &[("username", "officer"), ("password", PASSWORD)]).await;
        let cookie = |answer: &crate::harness::Answer| answer.headers.get("set-cookie").unwrap().to_str().unwrap().to_owned();
        assert_ne!(cookie(&first).split(';').next(), cookie(&second).split(';').next());
        for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
            assert!(cookie(&first).contains(part), "{}", cookie(&first));
        }
        let stored = app.db.text("select data from access_session limit 1").await.unwrap();
        let secret = cookie(&second).split(['=', ';']).nth(1).unwrap().to_owned();
        assert!(!stored.contains(&secret));
    }

    async fn a_session_lapses_when_idle_and_its_form_is_not_lost(engine) {
        let clock = Clock::fixed(Clock::System.now());
        let app = TestApp::start(TestDatabase::demo(engine).await, clock.clone()).await;
        let user = app.user("practitioner").await;
        assert_eq!(user.get("/account").await.status, StatusCode::OK);
        clock.set(clock.now() + TimeDelta::minutes(31));
        let answer = user.post("/place", &[("place", "a <b> & c"), ("password", "secret"), ("proof", "secret")]).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert!(answer.body.contains("a &lt;b&gt; &amp; c") && !answer.body.contains("secret"), "{}", answer.body);
        let back = user
            .post("/sign-in", &[("username", "practitioner"), ("password", PASSWORD), ("kept_path", "/place"), ("kept.place", "a <b> & c")])
            .await;
        assert_eq!(back.status, StatusCode::OK);
        assert!(back.body.contains("action=\"/place\"") && back.body.contains("a &lt;b&gt; &amp; c"), "{}", back.body);
    }

    async fn sessions_are_listed_and_can_be_ended(engine) {
        let app = TestApp::demo(engine).await;
        let (here, there) = (app.user("reviewer").await, app.user("reviewer").await);
        let page = here.get("/account").await.body;
        let path = page.split("action=\"").find_map(|part| part.strip_prefix("/account/sessions/")).map(|rest| format!("/account/sessions/{}", rest.split('"').next().unwrap())).unwrap();
        let stranger = app.user("officer").await;
        assert_eq!(stranger.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(here.post(&path, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(there.get("/account").await.status, StatusCode::SEE_OTHER);
        assert_eq!(here.get("/account").await.status, StatusCode::OK);
    }

    async fn a_changed_password_puts_others_out(engine) {
        let app = TestApp::demo(engine).await;
        let (here, there) = (app.user("reviewer").await, app.user("reviewer").await);
        assert_eq!(here.post("/account/password", &[("current", "wrong"), ("new", "a long enough one")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(here.post("/account/password", &[("current", PASSWORD), ("new", "short")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(here.post("/account/password", &[("current", PASSWORD), ("new", "a long enough one")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(there.get("/account").await.status, StatusCode::SEE_OTHER);
        assert_eq!(here.get("/account").await.status, StatusCode::OK);
    }

    async fn a_write_from_another_site_is_refused(engine) {
        let app = TestApp::demo(engine).await;
        let user = app.user("practitioner").await;
        assert_eq!(user.forge("/sign-out", &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(user.get("/account").await.status, StatusCode::OK);
    }

    async fn signing_out_ends_the_session(engine) {
        let app = TestApp::demo(engine).await;
        let user = app.user("practitioner").await;
        assert_eq!(user.post("/sign-out", &[]).await.location(), "/sign-in");
        assert_eq!(user.get("/account").await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_carries_the_headers() {
    let app = TestApp::demo(Engine::Sqlite).await;
    let user = app.user("practitioner").await;
    for path in ["/account", "/no-such-page", "/sign-in", "/healthz"] {
        let answer = user.get(path).await;
        let policy = answer.headers.get("content-security-policy").unwrap().to_str().unwrap();
        assert!(policy.contains("default-src 'self'") && !policy.contains("unsafe-inline"), "{policy}");
        for name in ["x-content-type-options", "x-frame-options", "referrer-policy", "cross-origin-opener-policy"] {
            assert!(answer.headers.contains_key(name), "{path}: {name}");
        }
        assert_eq!(answer.headers.get("cache-control").unwrap(), "no-store", "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn demonstration_users_are_not_served_beyond_loopback() {
    let db = TestDatabase::demo(Engine::Sqlite).await;
    let mut settings = db.settings();
    settings.listen = "0.0.0.0:0".parse().unwrap();
    settings.behind_tls_proxy = true;
    let refused = server::boot::boot(settings.clone(), Clock::System).await.unwrap_err().to_string();
    assert!(refused.contains("demonstration users"), "{refused}");
    settings.allow_demo_beyond_loopback = true;
    server::boot::boot(settings, Clock::System).await.unwrap();
}
