//! Bad input and bad luck: a restart, an ended session, two writers, a huge text, hours that are skipped or come twice.

use app::kit::clock::Clock;
use app::kit::db::Engine;
use chrono::TimeDelta;
use reqwest::StatusCode;

use super::{Unit, begin, draft, form, note, notes_of, send, sign, words};
use crate::harness::{PASSWORD, TestApp, on_both_engines};

on_both_engines! {
    async fn what_was_kept_survives_a_restart_and_an_ended_session(engine) {
        let unit = Unit::open(engine).await;
        let user = unit.app.user("practitioner").await;
        begin(&user, 500).await;
        let fields = form(&user, 500, &[("narrative", "Half a sen")]).await;
        let kept: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let saved = user.autosave(&draft(500), &kept).await;
        assert_eq!((saved.status, saved.headers.get("x-version").unwrap().to_str().unwrap()), (StatusCode::NO_CONTENT, "2"));
        // A date half typed does not keep the words from being saved.
        let half: Vec<(&str, &str)> = [("version", "2"), ("date", "2026-1"), ("time", "x"), ("sensitivity", "normal"), ("narrative", "Half a sentence")].into();
        assert_eq!(user.autosave(&draft(500), &half).await.status, StatusCode::NO_CONTENT);
        let clock = unit.app.clock.clone();
        let unit = Unit { app: TestApp::start(unit.app.stop().await, clock).await };

        let user = unit.app.user("practitioner").await;
        assert!(user.get(&draft(500)).await.body.contains("Half a sentence"), "the draft is there after a restart");
        let fields = form(&user, 500, &[("narrative", "Half a sentence, and more."), ("do", "save")]).await;
        let lapsed = unit.app.visitor();
        let asked = send(&lapsed, &draft(500), &fields).await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
        assert!(asked.body.contains("Half a sentence, and more."), "the sign-in page carries the form along");
        let mut back: Vec<(String, String)> =
            fields.iter().map(|(name, value)| (format!("kept.{name}"), value.clone())).collect();
        back.extend([("kept_path", draft(500).as_str()), ("username", "practitioner"), ("password", PASSWORD)].map(|(name, value)| (name.to_owned(), value.to_owned())));
        let resumed = send(&lapsed, "/sign-in", &back).await;
        assert!(resumed.body.contains("Half a sentence, and more."), "{}", resumed.body);
        assert_eq!(send(&lapsed, &draft(500), &fields).await.location(), draft(500));
        assert!(lapsed.get(&draft(500)).await.body.contains("Half a sentence, and more."));
    }

    async fn two_writers_of_one_draft_lose_nothing(engine) {
        let unit = Unit::open(engine).await;
        let (here, there) = (unit.app.user("practitioner").await, unit.app.user("practitioner").await);
        begin(&here, 500).await;
        let stale = form(&there, 500, &[("narrative", "Written there."), ("do", "save")]).await;
        send(&here, &draft(500), &form(&here, 500, &[("narrative", "Written here."), ("do", "save")]).await).await;
        let quiet: Vec<(&str, &str)> = stale.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(there.autosave(&draft(500), &quiet).await.status, StatusCode::CONFLICT);
        let refused = send(&there, &draft(500), &stale).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for text in ["Written there.", "Written here.", "saved elsewhere since you opened it"] {
            assert!(words(&refused).contains(text), "{text}");
        }
        // Signed at one place while it is written at the other.
        let again = form(&there, 500, &[("narrative", "Written too late."), ("do", "save")]).await;
        assert_eq!(sign(&here, 500).await.location(), note(500));
        let late = send(&there, &draft(500), &again).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&late).contains("has been signed meanwhile") && words(&late).contains("Written too late."));
        assert_eq!(there.get(&draft(500)).await.location(), note(500));
        begin(&here, 501).await;
        assert_eq!(here.post(&format!("{}/discard", draft(501)), &[("version", "1")]).await.location(), notes_of());
        assert_eq!(unit.count("care_note_draft").await, "0");
    }

    async fn bad_input_is_told_and_kept(engine) {
        let unit = Unit::open(engine).await;
        let user = unit.app.user("practitioner").await;
        begin(&user, 500).await;
        let pasted = "ë".repeat(100_000);
        let refused = send(&user, &draft(500), &form(&user, 500, &[("narrative", &pasted), ("do", "save")]).await).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&refused).contains("Write at most") && refused.body.contains(&pasted), "200 kB come back whole");
        let odd = "A\u{0}B\u{7}C \u{202e}right to left\u{202c} \u{200f}<script>alert('ž')</script></textarea> ‘Чедомир’";
        let tomorrow = (unit.app.clock.now() + TimeDelta::days(2)).date_naive().to_string();
        let ahead = send(&user, &draft(500), &form(&user, 500, &[("narrative", odd), ("date", &tomorrow), ("do", "save")]).await).await;
        assert!(words(&ahead).contains("still ahead"), "{}", words(&ahead));
        send(&user, &draft(500), &form(&user, 500, &[("narrative", odd), ("do", "sign")]).await).await;
        assert_eq!(sign(&user, 500).await.location(), note(500));
        let shown = user.get(&note(500)).await;
        assert!(!shown.body.contains("<script>alert") && shown.body.contains("ABC \u{202e}right to left\u{202c}"), "{}", shown.body);
        assert!(words(&shown).contains("D'Ëlez-Žarić") || words(&shown).contains("D'ËLEZ-ŽARIĆ"), "{}", words(&shown));
        assert!(words(&shown).contains("Чедомир"));
        assert_eq!(unit.faults().await, Vec::<String>::new());
    }

    async fn a_note_keeps_its_hour_over_midnight_and_daylight_saving(engine) {
        // Half past two came twice in Belgrade that night; it is an hour later now.
        let unit = Unit::open_at(engine, "2025-10-26T02:00:00Z".parse().unwrap()).await;
        unit.app.clock.set(Clock::System.now());
        // Otherwise the account has lain unused for a year and is shut.
        unit.app.run("update access_user set used_at = '2099-01-01T00:00:00Z'").await;
        let user = unit.app.user("practitioner").await;
        unit.app.clock.set("2025-10-26T02:00:00Z".parse().unwrap());
        begin(&user, 500).await;
        let twice = [("date", "2025-10-26"), ("time", "02:30"), ("narrative", "Night ward."), ("do", "save")];
        assert_eq!(send(&user, &draft(500), &form(&user, 500, &twice).await).await.location(), draft(500));
        let kept = || async { unit.app.db.text("select cast(occurred_at as text) from care_note_draft").await.unwrap() };
        assert!(kept().await.contains("00:30:00"), "of an hour that comes twice, the first: {}", kept().await);
        let never = [("date", "2025-03-30"), ("time", "02:30"), ("narrative", "Night ward."), ("do", "save")];
        let refused = send(&user, &draft(500), &form(&user, 500, &never).await).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&refused).contains("The clock skips this time") && refused.body.contains("Night ward."));
        let late = [("date", "2025-10-24"), ("time", "23:59"), ("narrative", "Before midnight."), ("do", "sign")];
        let asked = send(&user, &draft(500), &form(&user, 500, &late).await).await;
        assert!(words(&asked).contains("Say why this note is late."), "{}", words(&asked));
        let reason = [late.as_slice(), &[("late-reason", "Night shift")]].concat();
        send(&user, &draft(500), &form(&user, 500, &reason).await).await;
        assert_eq!(sign(&user, 500).await.location(), note(500));
        let shown = words(&user.get(&note(500)).await);
        assert!(shown.contains("23:59") && shown.contains("Late entry Night shift"), "{shown}");
    }
}
