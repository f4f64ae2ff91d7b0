//! Setting one up, signing in with it, losing the phone.

use app::kit::db::{DbError, Engine, Side};
use chrono::TimeDelta;
use reqwest::StatusCode;
use server::boot::boot;

use super::{PAGE, codes_on, enrol, later, says_password, secret_on, signed_in, standing};
use crate::harness::{PASSWORD, on_both_engines};

const CODE: &str = "/sign-in/code";

on_both_engines! {
    async fn a_code_is_asked_for_after_the_password_and_counts_once(engine) {
        let app = standing(engine).await;
        let (here, there) = (app.user("practitioner").await, app.user("practitioner").await);
        let (secret, codes) = enrol(&app, &here).await;
        assert_eq!(codes.len(), 10);
        assert_eq!(here.get("/patients").await.status, StatusCode::OK, "whoever set it up stays in");
        assert_eq!(there.get("/patients").await.status, StatusCode::SEE_OTHER, "what was opened without it ends");

        let browser = says_password(&app, "practitioner").await;
        assert!(browser.get("/patients").await.location().starts_with("/sign-in"), "the password alone opens nothing");
        for wrong in ["", "000000", "abcdef", "1234"] {
            let refused = browser.post(CODE, &[("code", wrong), ("next", "/patients")]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert!(refused.body.contains("value=\"/patients\"") && !refused.body.contains("value=\"000000\""));
        }
        let code = secret.code_at(app.clock.now());
        let entered = browser.post(CODE, &[("code", &code), ("next", "/patients")]).await;
        assert_eq!((entered.status, entered.location()), (StatusCode::SEE_OTHER, "/patients"));
        assert_eq!(browser.get("/patients").await.status, StatusCode::OK);

        let again = says_password(&app, "practitioner").await;
        assert_eq!(again.post(CODE, &[("code", &code)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "a code counts once");
        let before = secret.code_at(app.clock.now() - TimeDelta::seconds(30));
        assert_eq!(again.post(CODE, &[("code", &before)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "nor an earlier one after it");
        later(&app, TimeDelta::seconds(30));
        assert_eq!(again.post(CODE, &[("code", &secret.code_at(app.clock.now()))]).await.status, StatusCode::SEE_OTHER);
    }

    async fn a_secret_that_waits_is_not_shown_to_whoever_comes_by_later(engine) {
        let app = standing(engine).await;
        let user = app.user("practitioner").await;
        user.post(&format!("{PAGE}/start"), &[]).await;
        let secret = secret_on(&user.get(PAGE).await);
        later(&app, TimeDelta::minutes(11));
        let page = user.get(PAGE).await;
        assert!(page.status == StatusCode::OK && !page.body.contains("Secret</dt>"), "{}", page.body);
        let guessed = user.post(&format!("{PAGE}/confirm"), &[("code", "000000")]).await;
        assert_eq!(guessed.location(), PAGE, "nothing to try again with: {}", guessed.body);
        // Whoever has scanned it in time still finishes.
        let code = secret.code_at(app.clock.now());
        let confirmed = user.post(&format!("{PAGE}/confirm"), &[("code", &code)]).await;
        assert_eq!(codes_on(&confirmed).len(), 10);
    }

    async fn of_two_servers_that_get_one_code_one_takes_it(engine) {
        let app = standing(engine).await;
        let (secret, codes) = enrol(&app, &app.user("practitioner").await).await;
        let other = boot(app.db.settings(), app.clock.clone()).await.unwrap().listen().await.unwrap();
        let address = format!("http://{}", other.address);
        for code in [secret.code_at(app.clock.now()), codes[0].clone()] {
            let one = says_password(&app, "practitioner").await;
            let two = says_password(&app, "practitioner").await.moved_to(&address);
            let typed = [("code", code.as_str())];
            let (one, two) = tokio::join!(one.post(CODE, &typed), two.post(CODE, &typed));
            let mut answers = [one.status, two.status];
            answers.sort();
            assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY], "{code}");
        }
        other.stop().await;
    }

    async fn a_recovery_code_opens_once_and_new_ones_end_the_old(engine) {
        let app = standing(engine).await;
        let (_, codes) = enrol(&app, &app.user("head").await).await;
        let browser = says_password(&app, "head").await;
        assert_eq!(browser.post(CODE, &[("code", &codes[3])]).await.status, StatusCode::SEE_OTHER);
        let again = says_password(&app, "head").await;
        assert_eq!(again.post(CODE, &[("code", &codes[3])]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(browser.get(PAGE).await.body.contains("9 of 10 left"));

        let fresh = codes_on(&browser.post(&format!("{PAGE}/codes"), &[]).await);
        assert_eq!(again.post(CODE, &[("code", &codes[4])]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the old are worth nothing");
        let grouped_otherwise = fresh[0].replace(' ', "-");
        assert_eq!(again.post(CODE, &[("code", &grouped_otherwise)]).await.status, StatusCode::SEE_OTHER);
        assert!(!browser.get(PAGE).await.body.contains(&fresh[1]), "they are shown once");
    }

    async fn wrong_codes_make_it_rest_whatever_the_password(engine) {
        let app = standing(engine).await;
        let (secret, _) = enrol(&app, &app.user("officer").await).await;
        for _ in 0..5 {
            // The right password in between does not forgive wrong codes.
            let browser = says_password(&app, "officer").await;
            assert_eq!(browser.post(CODE, &[("code", "000000")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let browser = says_password(&app, "officer").await;
        let refused = browser.post(CODE, &[("code", &secret.code_at(app.clock.now()))]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "the right one is refused as well");
        later(&app, TimeDelta::seconds(31));
        assert_eq!(browser.post(CODE, &[("code", &secret.code_at(app.clock.now()))]).await.status, StatusCode::SEE_OTHER);
    }

    async fn an_empty_field_is_no_attempt(engine) {
        let app = standing(engine).await;
        let (secret, _) = enrol(&app, &app.user("officer").await).await;
        let browser = says_password(&app, "officer").await;
        for _ in 0..6 {
            assert_eq!(browser.post(CODE, &[("code", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(browser.post(CODE, &[("code", &secret.code_at(app.clock.now()))]).await.status, StatusCode::SEE_OTHER);
    }

    async fn nobody_learns_from_outside_who_has_one(engine) {
        let app = standing(engine).await;
        enrol(&app, &app.user("reviewer").await).await;
        let visitor = app.visitor();
        let mut bodies = Vec::new();
        for name in ["nobodyatall", "reviewer", "officer"] {
            let answer = visitor.post("/sign-in", &[("username", name), ("password", "wrong")]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            bodies.push(answer.body.replace(name, ""));
        }
        assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]));
        // A code without a password before it leads back to the beginning, also when it comes too late.
        let answer = visitor.post(CODE, &[("code", "123456")]).await;
        assert!(answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.body.contains("id=\"password\""));
        let slow = says_password(&app, "reviewer").await;
        later(&app, TimeDelta::minutes(6));
        let answer = slow.post(CODE, &[("code", "123456"), ("kept_path", "/place"), ("kept.place", "a <b>")]).await;
        assert!(answer.body.contains("id=\"password\"") && answer.body.contains("a &lt;b&gt;"), "{}", answer.body);
    }

    async fn another_phone_takes_over_with_its_first_code(engine) {
        let app = standing(engine).await;
        let user = app.user("practitioner").await;
        let (old, _) = enrol(&app, &user).await;
        user.post(&format!("{PAGE}/start"), &[]).await;
        let page = user.get(PAGE).await;
        let new = secret_on(&page);
        assert!(page.body.contains("In force since") && page.body.contains("class=\"square\""), "{}", page.body);
        let wrong = user.post(&format!("{PAGE}/confirm"), &[("code", &old.code_at(app.clock.now()))]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        // What was begun and not finished changes nothing.
        signed_in(&app, "practitioner", &old).await;
        let right = new.code_at(app.clock.now());
        assert_eq!(user.post(&format!("{PAGE}/confirm"), &[("code", &right)]).await.status, StatusCode::OK);
        assert_eq!(user.post(&format!("{PAGE}/confirm"), &[("code", &right)]).await.location(), PAGE, "pressed twice");
        later(&app, TimeDelta::seconds(30));
        let browser = says_password(&app, "practitioner").await;
        assert_eq!(browser.post(CODE, &[("code", &old.code_at(app.clock.now()))]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        signed_in(&app, "practitioner", &new).await;

        // A secret that nobody has confirmed does not count for ever.
        user.post(&format!("{PAGE}/start"), &[]).await;
        let unused = secret_on(&user.get(PAGE).await);
        later(&app, TimeDelta::minutes(29));
        assert_eq!(user.get(PAGE).await.status, StatusCode::OK, "the session goes on");
        later(&app, TimeDelta::minutes(2));
        let late = user.post(&format!("{PAGE}/confirm"), &[("code", &unused.code_at(app.clock.now()))]).await;
        assert_eq!(late.location(), PAGE, "{}", late.body);
    }

    async fn an_administrator_takes_it_away_and_can_do_no_more(engine) {
        let app = standing(engine).await;
        let user = app.user("practitioner").await;
        let (secret, codes) = enrol(&app, &user).await;
        let administrator = app.user("administrator").await;
        let id = app.db.text(match engine {
            Engine::Sqlite => "select lower(hex(id)) from access_user where username = 'practitioner'",
            Engine::Postgres => "select cast(id as text) from access_user where username = 'practitioner'",
        }).await.unwrap();
        let path = format!("/users/{id}/second-factor");
        let shown = administrator.get("/users?q=practitioner").await.body + &administrator.get(&path).await.body;
        assert!(shown.contains("second factor") && !shown.contains(&secret.base32()));
        for reason in ["", "lost"] {
            let refused = administrator.post(&path, &[("reason", reason)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{reason}");
        }
        let reason = "Phone lost on the bus, she came in person";
        assert_eq!(administrator.post(&path, &[("reason", reason)]).await.location(), "/users");
        assert_eq!(administrator.post(&path, &[("reason", reason)]).await.location(), "/users", "pressed twice");
        assert_eq!(user.get("/patients").await.status, StatusCode::SEE_OTHER, "every session has ended");
        assert_eq!(app.db.text("select cast(count(*) as text) from access_factor_removal where user_id = (select id from access_user where username = 'practitioner')").await.as_deref(), Some("1"));
        let recorded = "select cast(count(*) as text) from access_entry where object = 'second_factor' and permission = 'user_manage' and outcome = 'allowed'";
        assert_ne!(app.db.text(recorded).await.as_deref(), Some("0"));

        // The user signs in with the password, and is told until the message is read.
        let user = app.user("practitioner").await;
        assert!(user.get("/patients").await.body.contains("Your second factor was removed"));
        assert!(user.get(PAGE).await.body.contains(reason));
        user.post(&format!("{PAGE}/told"), &[]).await;
        assert!(!user.get("/patients").await.body.contains("Your second factor was removed"));
        enrol(&app, &user).await;
        let browser = says_password(&app, "practitioner").await;
        assert_eq!(browser.post(CODE, &[("code", &codes[0])]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "codes of before are gone");

        // Never one's own; and nobody else removes anything.
        let own = administrator.get("/account").await;
        assert_eq!(own.status, StatusCode::OK);
        let own = app.db.text(match engine {
            Engine::Sqlite => "select lower(hex(id)) from access_user where username = 'administrator'",
            Engine::Postgres => "select cast(id as text) from access_user where username = 'administrator'",
        }).await.unwrap();
        assert_eq!(administrator.post(&format!("/users/{own}/second-factor"), &[("reason", reason)]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(app.user("head").await.post(&path, &[("reason", reason)]).await.status, StatusCode::FORBIDDEN);
    }

    async fn the_database_shows_no_side_a_secret_and_lets_none_set_one(engine) {
        let app = standing(engine).await;
        let user = app.user("practitioner").await;
        let (secret, codes) = enrol(&app, &user).await;
        let pools = app.db.pools().await;
        for side in [Side::Care, Side::Custody, Side::System] {
            for sql in [
                "select secret from access_factor",
                "select offered from access_factor",
                "select digest from access_recovery_code",
                "select * from access_factor",
                "update access_factor set secret = offered",
                "update access_factor set last_step = 0",
                "update access_recovery_code set used_at = null",
                "update access_session set proved_at = seen_at",
                "insert into access_factor (user_id, last_step, failures) select id, 0, 0 from access_user",
                "insert into access_recovery_code (user_id, digest, made_at) select user_id, digest, made_at from access_recovery_code",
            ] {
                let refused = pools.try_and_undo(side, sql.to_owned()).await;
                assert!(refused.as_ref().is_err_and(DbError::is_privilege), "{side:?}: {sql}: {refused:?}");
            }
        }
        assert_eq!(pools.try_and_undo(Side::System, "delete from access_factor where confirmed_at is not null and user_id = (select id from access_user where username = 'practitioner')".to_owned()).await.unwrap(), 1);
        // Nor do the rows hold it for somebody who has them all.
        let kept = match engine {
            Engine::Sqlite => "select hex(secret) from access_factor where user_id = (select id from access_user where username = 'practitioner')",
            Engine::Postgres => "select encode(secret, 'hex') from access_factor where user_id = (select id from access_user where username = 'practitioner')",
        };
        let kept = app.db.text(kept).await.unwrap().to_lowercase();
        let plain: String = secret.bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(!kept.contains(&plain));
        let digits: String = codes[0].chars().filter(char::is_ascii_digit).collect();
        let all = match engine {
            Engine::Sqlite => "select group_concat(hex(digest)) from access_recovery_code",
            Engine::Postgres => "select string_agg(encode(digest, 'hex'), ',') from access_recovery_code",
        };
        let digits: String = digits.bytes().map(|byte| format!("{byte:02x}")).collect();
        assert!(!app.db.text(all).await.unwrap().to_lowercase().contains(&digits));
        // Who removed one cannot be oneself, for the owner neither, and the record of it stays.
        let own = "insert into access_factor_removal (id, user_id, removed_by, reason, removed_at) select id, id, id, 'x', created_at from access_user where username = 'head'";
        assert!(app.db.as_owner(own).await.is_err());
        let removal = own.replacen("select id, id, id", "select id, id, null", 1);
        app.db.as_owner(&removal).await.unwrap();
        for sql in ["update access_factor_removal set reason = 'y'", "delete from access_factor_removal"] {
            assert!(app.db.as_owner(sql).await.unwrap_err().to_string().contains("immutable"), "{sql}");
        }
    }

    async fn it_can_be_given_up_and_the_password_is_enough_again(engine) {
        let app = standing(engine).await;
        let user = app.user("auditor").await;
        enrol(&app, &user).await;
        assert_eq!(user.post(&format!("{PAGE}/end"), &[]).await.location(), PAGE);
        let answer = app.visitor().post("/sign-in", &[("username", "auditor"), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(user.post(&format!("{PAGE}/codes"), &[]).await.status, StatusCode::NOT_FOUND);
    }
}
