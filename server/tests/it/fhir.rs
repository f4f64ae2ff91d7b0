//! The record for other systems: the export of a whole demonstration from the command line, and the bundle of one patient by page.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use app::kit::db::Engine;
use reqwest::StatusCode;
use serde_json::Value;

use crate::harness::{TestApp, TestDatabase, id_as_text, on_both_engines};
use crate::keys::ergon;

type Resources = BTreeMap<String, Vec<Value>>;

fn export(db: &TestDatabase, folder: &str, more: &[&str]) -> Resources {
    let out = ergon(db, &[&["export", "fhir", "--out", folder], more].concat());
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let mut all = Resources::new();
    for entry in std::fs::read_dir(db.dir.path().join(folder)).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let kind = path
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .strip_suffix(".ndjson")
            .expect("no unfinished file is left")
            .to_owned();
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(lines.iter().all(|line| line["resourceType"] == kind.as_str()), "{kind}");
        all.insert(kind, lines);
    }
    all
}

/// Every text that stands as `reference`, wherever in a resource.
fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("reference").and_then(Value::as_str));
            fields.values().for_each(|held| references(held, found));
        }
        Value::Array(held) => held.iter().for_each(|held| references(held, found)),
        _ => {}
    }
}

fn known(all: &Resources) -> HashSet<String> {
    all.iter()
        .flat_map(|(kind, held)| held.iter().map(move |one| format!("{kind}/{}", one["id"].as_str().unwrap())))
        .collect()
}

fn is_closed(all: &Resources) {
    let (known, mut count) = (known(all), 0);
    assert_eq!(known.len(), all.values().map(Vec::len).sum::<usize>(), "no identifier twice");
    for resource in all.values().flatten() {
        let mut found = Vec::new();
        references(resource, &mut found);
        count += found.len();
        for reference in found {
            assert!(known.contains(reference), "{reference} of {} leads out", resource["resourceType"]);
        }
        let labels: Vec<&str> =
            resource["meta"]["security"].as_array().unwrap().iter().filter_map(|held| held["code"].as_str()).collect();
        assert!(labels.contains(&"R"), "{}", resource["resourceType"]);
    }
    assert!(count + 1 >= known.len(), "each resource leads to its patient: {count} of {}", known.len());
}

fn codes<'a>(all: &'a Resources, kind: &str, field: &str) -> BTreeSet<&'a str> {
    all[kind].iter().filter_map(|held| held[field].as_str()).collect()
}

fn by_kind(bundle: &Value) -> Resources {
    let mut all = Resources::new();
    for entry in bundle["entry"].as_array().unwrap() {
        let resource = entry["resource"].clone();
        all.entry(resource["resourceType"].as_str().unwrap().to_owned()).or_default().push(resource);
    }
    all
}

on_both_engines! {
    async fn the_whole_demonstration_leaves_as_closed_and_labelled_resources(engine) {
        let db = TestDatabase::demo(engine).await;
        db.as_owner("update custody_person set cell = 'KANARIN-CELL'").await.unwrap();
        let all = export(&db, "fhir", &[]);
        assert_eq!(all.len(), 14);
        for (kind, held) in &all {
            assert!(!held.is_empty(), "the demonstration has something of every kind: {kind}");
        }
        is_closed(&all);
        let count = async |sql: &str| db.text(&format!("select cast(count(*) as text) from {sql}")).await;
        assert_eq!(Some(all["Patient"].len().to_string()), count("care_patient").await);
        assert_eq!(Some(all["CarePlan"].len().to_string()), count("care_plan").await);
        assert_eq!(Some(all["Consent"].len().to_string()), count("care_consent").await);
        assert_ne!(count("access_entry where object = 'fhir' and user_name = 'ergon export'").await.unwrap(), "0");
        assert!(codes(&all, "Appointment", "status").is_superset(&BTreeSet::from(["booked", "fulfilled", "cancelled"])));
        assert_eq!(codes(&all, "Procedure", "status"), BTreeSet::from(["completed", "not-done"]));
        assert!(all["Procedure"].iter().filter(|held| held["status"] == "not-done").all(|held| held["statusReason"].is_object()));
        assert!(all["Goal"].iter().all(|held| !held["description"]["text"].as_str().unwrap_or_default().trim().is_empty()));
        let written: String = all.values().flatten().map(Value::to_string).collect();
        assert!(!written.contains("KANARIN-CELL"), "never where somebody is housed");
        for (kind, field) in [("Composition", "confidentiality"), ("Patient", "gender")] {
            assert!(all[kind].iter().all(|held| held[field].is_string()), "{kind} {field}");
        }
        let restricted = |held: &&Value| held["confidentiality"] == "V";
        let labelled = |held: &Value| held["meta"]["security"].as_array().unwrap().iter().any(|label| label["code"] == "V");
        assert!(all["Composition"].iter().filter(restricted).all(labelled));
        assert_eq!(
            Some(all["Composition"].iter().filter(restricted).count() > 0),
            count("care_note where sensitivity = 'restricted' and about_id is null").await.map(|held| held != "0")
        );

        let here = export(&db, "here", &["--facility", "dub"]);
        assert!(here["Patient"].len() < all["Patient"].len() && !here["Patient"].is_empty());
        is_closed(&here);
        assert!(!ergon(&db, &["export", "fhir", "--out", "x", "--facility", "nowhere"]).status.success());
    }

    async fn a_bundle_tells_of_one_patient_and_of_nobody_else(engine) {
        let app = TestApp::demo(engine).await;
        let practitioner = app.user("practitioner").await;
        let caseload = practitioner.get("/patients").await.body;
        let ids: BTreeSet<&str> = caseload
            .split("/patients/")
            .filter_map(|rest| rest.get(..36).filter(|id| id.matches('-').count() == 4))
            .collect();
        let others: Vec<(String, String, String)> = {
            let text = id_as_text(app.engine, "id");
            let joined = format!("{text} || '|' || prison_number || '|' || family_name || ' ' || given_name");
            let all = if app.db.url.starts_with("sqlite") { format!("group_concat({joined}, ';')") } else { format!("string_agg({joined}, ';')") };
            let listed = app.db.text(&format!("select {all} from custody_person")).await.unwrap();
            listed.split(';').map(|line| {
                let mut parts = line.split('|').map(str::to_owned);
                (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap())
            }).collect()
        };
        let mut sizes = Vec::new();
        for id in ids.into_iter().take(6) {
            let answer = practitioner.get(&format!("/patients/{id}/fhir.json")).await;
            assert_eq!((answer.status, answer.headers["content-type"].to_str().unwrap()), (StatusCode::OK, "application/fhir+json"));
            let bundle: Value = serde_json::from_str(&answer.body).unwrap();
            assert_eq!((&bundle["resourceType"], &bundle["type"]), (&"Bundle".into(), &"collection".into()));
            let all = by_kind(&bundle);
            is_closed(&all);
            assert_eq!(all["Patient"].len(), 1);
            let own = id.replace('-', "");
            let plain = answer.body.replace('-', "");
            let name = &others.iter().find(|(person, _, _)| *person == own).expect("a person").2;
            for (other, number, named) in others.iter().filter(|(other, _, _)| *other != own) {
                assert!(named == name || !answer.body.contains(named.as_str()), "{id} names {named}");
                assert!(!plain.contains(other.as_str()), "{id} names {other}");
                assert!(!answer.body.contains(&format!("\"{number}\"")), "{id} names the number {number}");
            }
            sizes.push(all.values().map(Vec::len).sum::<usize>());
        }
        assert!(sizes.iter().all(|size| *size > 20), "{sizes:?}");
        for user in ["clinician", "coordinator", "officer", "administrator", "auditor"] {
            let id = caseload.split("/patients/").find_map(|rest| rest.get(..36).filter(|id| id.matches('-').count() == 4)).unwrap();
            assert_eq!(app.user(user).await.get(&format!("/patients/{id}/fhir.json")).await.status, StatusCode::FORBIDDEN, "{user}");
        }
        assert_ne!(app.db.text("select cast(count(*) as text) from access_entry where object = 'fhir' and permission = 'record_export'").await.unwrap(), "0");
    }
}
