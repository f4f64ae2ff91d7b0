//! A move from one facility to the other with its package: sent, received, taken back, and not carried out.

use app::kit::clock::Clock;
use app::kit::db::Engine;
use chrono::Days;
use reqwest::StatusCode;

use super::{Story, has_error, send, value_of, with};
use crate::harness::{PASSWORD, on_both_engines};

on_both_engines! {
    async fn a_move_and_its_package(engine) {
        let story = Story::begin(engine).await;
        let patient = story.patient().await;
        let (id, number) = (story.sql(patient), story.prison_number(patient).await);
        let path = format!("/patients/{patient}/transfer");
        story
            .run(&format!(
                "update custody_alert set ends_on = null where person_id = {id};
                 update custody_keep_apart set ends_on = null where person_a = {id} or person_b = {id};"
            ))
            .await;
        assert_ne!(story.ahead(patient).await, "0");
        story.joins_a_group(patient).await;

        // Custody plans; both health units see what is theirs.
        let found = story.custody.get(&format!("/transfers/new?q={number}")).await;
        assert!(found.body.contains(&format!("person={patient}")), "the person is found by number");
        let page = story.plan_move(patient).await;
        assert!(story.old.get("/transfers/incoming").await.body.contains(&number));
        assert!(!story.new.get("/transfers/incoming").await.body.contains(&number));
        assert_eq!(story.new.get(&format!("/patients/{patient}")).await.status, StatusCode::FORBIDDEN);

        // A number that somebody at the new facility has is refused at its field, and nothing has happened.
        let taken = story
            .app
            .db
            .text("select prison_number from custody_person where facility_id = (select id from custody_facility where code = 'HSP') limit 1")
            .await
            .unwrap();
        let version = value_of(&story.custody.get(&page).await.body, "version").to_owned();
        let carry_out = format!("{page}/carry-out");
        let refused = story.custody.post(&carry_out, &[("version", &version), ("number", &taken)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "number") && refused.body.contains(&taken));
        assert_ne!(story.ahead(patient).await, "0");

        let done = story.custody.post(&carry_out, &[("version", &version)]).await;
        assert_eq!(done.location(), "/transfers", "{}", done.body);
        let twice = story.custody.post(&carry_out, &[("version", &version)]).await;
        assert_eq!(twice.location(), "/transfers", "a double click is answered");
        assert_eq!(story.ahead(patient).await, "0", "nothing is booked ahead");
        let today = format!("'{}'", Clock::System.now().date_naive() + Days::new(1));
        for (what, sql, expected) in [
            ("alerts", format!("select count(*) from custody_alert where person_id = {id} and (ends_on is null or ends_on > {today})"), "0"),
            ("pairs", format!("select count(*) from custody_keep_apart where (person_a = {id} or person_b = {id}) and (ends_on is null or ends_on > {today})"), "0"),
            ("stays", format!("select count(*) from custody_stay where person_id = {id}"), "2"),
            ("open stays", format!("select count(*) from custody_stay where person_id = {id} and ends_on is null"), "1"),
            ("place", format!("select count(*) from custody_person p join custody_facility f on f.id = p.facility_id where p.id = {id} and f.code = 'HSP' and p.wing_id is null"), "1"),
        ] {
            assert_eq!(story.number(&sql).await, expected, "{what}");
        }

        // The record is still the old unit's, which finishes and sends.
        assert_eq!(story.old.get(&format!("/patients/{patient}")).await.status, StatusCode::OK);
        assert_eq!(story.new.get(&format!("/patients/{patient}")).await.status, StatusCode::FORBIDDEN);
        assert!(story.new.get("/transfers/incoming").await.body.contains(&number), "the new unit learns that somebody has come");

        let typed = story.package(patient, PASSWORD).await;
        let gap = with(with(typed.clone(), "informed", "no"), "objection", "");
        let refused = send(&story.old, &format!("{path}/send"), &gap).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.body, "objection") && refused.body.contains("Bakes bread alone"));
        let wrong = send(&story.old, &format!("{path}/send"), &with(typed.clone(), "password", "wrong")).await;
        assert!(has_error(&wrong.body, "password") && wrong.body.contains("Bakes bread alone"));
        let long = send(&story.old, &path, &with(typed.clone(), "summary", &"ë".repeat(100_000))).await;
        assert!(long.status == StatusCode::UNPROCESSABLE_ENTITY && has_error(&long.body, "summary"));
        assert!(long.body.contains(&"ë".repeat(100_000)), "nothing typed is lost");

        // Two people write: the second sees both texts.
        assert_eq!(send(&story.old, &path, &typed).await.status, StatusCode::SEE_OTHER);
        let conflict = send(&story.old, &path, &with(typed.clone(), "summary", "Somebody else's words.")).await;
        assert_eq!(conflict.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(conflict.body.contains("Bakes bread alone") && conflict.body.contains("Somebody else&#x27;s words.")
            || conflict.body.contains("Bakes bread alone") && conflict.body.contains("Somebody else's words."));

        let ready = story.package(patient, PASSWORD).await;
        let sent = send(&story.old, &format!("{path}/send"), &ready).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert_eq!(send(&story.old, &format!("{path}/send"), &ready).await.status, StatusCode::SEE_OTHER);
        assert_eq!(story.number(&format!("select count(*) from care_note where patient_id = {id} and kind = 'transfer'")).await, "1");

        // The new unit sees that a package waits, and reads it once it is received.
        let package = story.find(&format!("id from care_transfer where patient_id = {id} and status = 'sent'")).await;
        let inbox = format!("/transfers/incoming/{package}");
        assert!(story.new.get("/transfers/incoming").await.body.contains(&inbox));
        let waiting = story.new.get(&inbox).await;
        assert!(waiting.status == StatusCode::OK && !waiting.body.contains("Bakes bread alone"));
        assert_eq!(story.old.get(&inbox).await.status, StatusCode::FORBIDDEN, "it is addressed to the other unit");
        let received = story.new.post(&inbox, &[]).await;
        assert_eq!(received.location(), inbox, "{}", received.body);
        assert_eq!(story.new.post(&inbox, &[]).await.location(), inbox);
        let read = story.new.get(&inbox).await;
        assert!(read.body.contains("Bakes bread alone") && read.body.contains("Would rather stay."));
        assert_eq!(story.new.get(&format!("/patients/{patient}")).await.status, StatusCode::OK);
        let notes = story.new.get(&format!("/patients/{patient}/notes")).await;
        assert!(notes.status == StatusCode::OK && notes.body.contains("Bakes bread alone"), "earlier notes stay readable");
        assert_eq!(story.old.get(&format!("/patients/{patient}")).await.status, StatusCode::FORBIDDEN);
        for (what, sql) in [
            ("plans", format!("select count(*) from care_plan p join care_patient c on c.person_id = p.patient_id where p.patient_id = {id} and p.status in ('active', 'draft') and p.facility_id <> c.facility_id")),
            ("goals", format!("select count(*) from care_goal g join care_plan p on p.id = g.plan_id where p.patient_id = {id} and p.status = 'active' and g.facility_id <> p.facility_id")),
            ("team", format!("select count(*) from care_team t join access_user u on u.id = t.user_id where t.patient_id = {id} and u.username <> 'practitioner2'")),
        ] {
            assert_eq!(story.number(&sql).await, "0", "{what}");
        }
        assert_eq!(story.memberships(patient, "'waiting', 'active', 'paused'").await, "0", "groups of the old place go on without");
        assert_ne!(story.memberships(patient, "'transferred'").await, "0");
        let faults = story.note_faults().await;
        assert!(faults.is_empty(), "{faults:?}");
    }

    async fn a_package_that_is_taken_back(engine) {
        let story = Story::begin(engine).await;
        let patient = story.patient().await;
        let path = format!("/patients/{patient}/transfer");
        let sent = send(&story.old, &format!("{path}/send"), &story.package(patient, PASSWORD).await).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let package = story.find(&format!("id from care_transfer where patient_id = {} and status = 'sent'", story.sql(patient))).await;
        let inbox = format!("/transfers/incoming/{package}");
        let early = story.new.post(&inbox, &[]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "the record comes after the person");
        assert!(!early.body.contains("Bakes bread alone"));

        let discharge = story.old.get(&format!("/patients/{patient}/discharge")).await;
        assert_eq!(discharge.status, StatusCode::OK);
        let version = value_of(&story.old.get(&path).await.body, "version").to_owned();
        let withdraw = format!("{path}/withdraw");
        assert_eq!(story.old.post(&withdraw, &[("version", &version)]).await.location(), path);
        assert_eq!(story.new.get(&inbox).await.status, StatusCode::NOT_FOUND);
        assert_eq!(story.new.post(&inbox, &[]).await.status, StatusCode::NOT_FOUND);
        let again = story.old.get(&path).await;
        assert!(again.body.contains("Bakes bread alone"), "the words stand in the form of the next package");
    }

    async fn a_planned_move_that_does_not_happen(engine) {
        let story = Story::begin(engine).await;
        let patient = story.patient().await;
        let before = story.ahead(patient).await;
        let past = story
            .custody
            .post("/transfers/new", &[("person", &patient.to_string()), ("to", &story.facility("HSP").await.to_string()), ("on", "2020-01-01")])
            .await;
        assert!(past.status == StatusCode::UNPROCESSABLE_ENTITY && has_error(&past.body, "on"));
        let page = story.plan_move(patient).await;
        let version = value_of(&story.custody.get(&page).await.body, "version").to_owned();
        for _ in 0..2 {
            let cancelled = story.custody.post(&format!("{page}/cancel"), &[("version", &version)]).await;
            assert_eq!(cancelled.location(), "/transfers");
        }
        assert_eq!(story.ahead(patient).await, before, "what is booked stays booked");
        let late = story.custody.post(&format!("{page}/carry-out"), &[("version", &version)]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        let elsewhere = story.app.user("coordinator2").await;
        assert_eq!(elsewhere.get(&page).await.status, StatusCode::FORBIDDEN);
    }
}
