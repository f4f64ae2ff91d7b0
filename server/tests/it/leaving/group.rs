//! A group of which somebody has gone before it is signed; and what the demonstration shows of leaving.

use app::kit::clock::Clock;
use app::kit::db::Engine;
use chrono::TimeDelta;
use reqwest::StatusCode;
use uuid::Uuid;

use super::{Story, send, value_of, written};
use crate::harness::{PASSWORD, on_both_engines};

on_both_engines! {
    async fn somebody_leaves_while_the_group_is_recorded(engine) {
        let story = Story::begin(engine).await;
        // A group that is ahead is brought into the past, so that it is open to be recorded.
        let now = written(Clock::System.now());
        let session = story
            .find(&format!(
                "s.id from custody_slot s join care_session c on c.id = s.id join access_user u on u.id = c.lead_id
                 where u.username = 'practitioner' and s.status in ('requested', 'confirmed') and c.mode = 'group' and s.starts_at > '{now}'
                   and (select count(*) from custody_slot_person p where p.slot_id = s.id) >= 3
                 order by s.starts_at"
            ))
            .await;
        let at = Clock::System.now() - TimeDelta::minutes(90);
        story
            .run(&format!(
                "delete from custody_claim where slot_id = {0};
                 update custody_slot set starts_at = '{1}', ends_at = '{2}' where id = {0};
                 update custody_slot_person set starts_at = '{1}', ends_at = '{2}' where slot_id = {0};",
                story.sql(session),
                written(at),
                written(at + TimeDelta::minutes(60))
            ))
            .await;
        let path = format!("/sessions/{session}");
        let opened = story.old.get(&path).await.body;
        assert!(!opened.contains("Left since the session"));
        let people: Vec<Uuid> = opened
            .split("name=\"code-")
            .skip(1)
            .filter_map(|rest| Uuid::parse_str(rest.split('"').next()?).ok())
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect();
        assert!(people.len() >= 3, "{opened}");

        // One is released, another moved, between opening the form and saving it.
        story.run(&format!("update custody_person set presence = 'released' where id = {}", story.sql(people[0]))).await;
        let page = story.plan_move(people[1]).await;
        assert_eq!(story.carry_out(&page).await.location(), "/transfers");

        let mut typed: Vec<(String, String)> = [
            ("version", value_of(&opened, "version")),
            ("shared", "Bread and soup for the wing."),
            ("all-minutes", "60"),
            ("all-participation", "5"),
            ("all-assistance", "04"),
            ("then", "sign"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
        for (n, person) in people.iter().enumerate() {
            typed.push((format!("attendance-{person}"), "full".to_owned()));
            typed.push((format!("note-{person}"), format!("Own words {n}.")));
        }
        let saved = send(&story.old, &path, &typed).await;
        assert_eq!(saved.location(), format!("{path}/sign"), "{}", saved.body);
        let to_sign = story.old.get(&format!("{path}/sign")).await.body;
        assert!(to_sign.contains("Left since the session") && to_sign.contains("Own words 0.") && to_sign.contains("Own words 1."));
        assert!(story.old.get(&path).await.body.contains("Left since the session"));
        let version = value_of(&to_sign, "version").to_owned();
        let signed = story.old.post(&format!("{path}/sign"), &[("version", &version), ("password", PASSWORD)]).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.body);
        let notes = story.number(&format!("select count(*) from care_note where session_id = {}", story.sql(session))).await;
        assert_eq!(notes, people.len().to_string(), "everybody who was there has a note");
    }
}

/// An import that makes a person begins the stay.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_has_a_stay() {
    let story = Story::begin(Engine::Sqlite).await;
    let without = "select count(*) from custody_person p where not exists (select 1 from custody_stay s where s.person_id = p.id)";
    assert_eq!(story.number(without).await, "0");
    for (what, sql, least) in [
        ("planned", "select count(*) from custody_transfer where status = 'planned'", 1),
        ("sent", "select count(*) from care_transfer where status = 'sent'", 1),
        ("received", "select count(*) from care_transfer where status = 'received'", 1),
    ] {
        assert!(story.number(sql).await.parse::<i32>().unwrap() >= least, "{what}");
    }
}
