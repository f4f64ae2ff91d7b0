use std::collections::HashSet;

use uuid::Uuid;

use super::composition::{composition, finals};
use super::provenance::provenance;
use super::resource::{Resource, bundle};
use super::types::{Concept, Narrative, own_id};
use super::*;
use crate::care::notes::model::tests::example;
use crate::care::notes::model::{NoteKind, NotePart, Sensitivity, SignedNote};
use crate::kit::ids::NoteId;

fn about(patient: u128) -> About {
    About { patient: PersonId(Uuid::from_u128(patient)), lang: Lang::En }
}

fn note(id: u128, kind: NoteKind, of: Option<u128>) -> SignedNote {
    let parts =
        vec![NotePart { key: "note-part-plan".to_owned(), text: "Weekly <now> & then.\n\u{1}Second".to_owned() }];
    SignedNote {
        id: NoteId(Uuid::from_u128(id)),
        kind,
        about: of.map(|of| NoteId(Uuid::from_u128(of))),
        session: None,
        parts,
        ..example()
    }
}

fn json(resource: impl Into<Resource>) -> serde_json::Value {
    serde_json::to_value(resource.into()).unwrap()
}

#[test]
fn what_two_share_has_an_identifier_for_each() {
    let slot = Uuid::from_u128(7);
    let one = own_id("appointment", slot, about(1));
    assert_eq!(one, own_id("appointment", slot, about(1)));
    for other in [own_id("appointment", slot, about(2)), own_id("encounter", slot, about(1)), slot.to_string()] {
        assert_ne!(one, other);
    }
    assert!(one.parse::<Uuid>().is_ok());
}

#[test]
fn only_final_notes_and_addenda_to_them_leave() {
    let waiting = SignedNote { needs_cosign: true, ..note(2, NoteKind::Contact, None) };
    let replacing = SignedNote { replaces: Some(NoteId(Uuid::from_u128(4))), ..note(6, NoteKind::Contact, None) };
    let chain = [
        note(1, NoteKind::Session, None),
        waiting,
        note(3, NoteKind::Contact, None),
        SignedNote { needs_cosign: true, ..note(4, NoteKind::Contact, None) },
        note(5, NoteKind::Return, Some(4)),
        replacing,
        note(7, NoteKind::Error, Some(3)),
        note(8, NoteKind::ErrorConfirmed, Some(3)),
        note(9, NoteKind::Addendum, Some(1)),
        note(10, NoteKind::Addendum, Some(3)),
    ];
    let held: Vec<u128> = finals(&chain).iter().map(|filed| filed.note.id.0.as_u128()).collect();
    assert_eq!(held, [1, 6, 9]);
}

#[test]
fn a_composition_says_what_it_follows_and_how_closely_it_is_kept() {
    let chain = [
        note(1, NoteKind::Contact, None),
        note(2, NoteKind::Addendum, Some(1)),
        SignedNote {
            replaces: Some(NoteId(Uuid::from_u128(9))),
            sensitivity: Sensitivity::Restricted,
            ..note(3, NoteKind::Discharge, None)
        },
    ];
    let filed = finals(&chain);
    let known: HashSet<NoteId> = filed.iter().map(|filed| filed.note.id).collect();
    let made: Vec<serde_json::Value> =
        filed.iter().map(|filed| json(composition(about(2), filed, None, &known))).collect();
    let at = |kind: &str| made.iter().find(|made| made["type"]["text"] == kind).unwrap();
    let addendum = at("Addendum");
    assert_eq!(addendum["relatesTo"][0]["code"], "appends");
    assert_eq!(addendum["relatesTo"][0]["targetReference"]["reference"], format!("Composition/{}", Uuid::from_u128(1)));
    let discharge = &made[1];
    assert_eq!(discharge["relatesTo"][0]["code"], "replaces");
    assert_eq!(discharge["relatesTo"][0]["targetIdentifier"]["value"], Uuid::from_u128(9).to_string());
    assert_eq!(discharge["meta"]["security"][1]["code"], "V");
    assert_eq!(discharge["confidentiality"], "V");
    assert_eq!(made[0]["meta"]["security"].as_array().unwrap().len(), 1);
    assert_eq!(made[0]["type"]["coding"][0]["code"], "11507-6");
    assert_eq!(
        made[0]["section"][0]["text"]["div"],
        "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Weekly &lt;now&gt; &amp; then.</p><p>Second</p></div>"
    );
}

#[test]
fn what_is_empty_is_left_out() {
    let signed = json(provenance(about(2), &example(), b"signature"));
    assert_eq!(signed["resourceType"], "Provenance");
    assert_eq!(signed["signature"][0]["data"], "c2lnbmF0dXJl");
    let text =
        signed.to_string() + &json(composition(about(2), &finals(&[example()])[0], None, &HashSet::new())).to_string();
    for empty in ["\"\"", "[]", "{}", "null"] {
        assert!(!text.contains(empty), "{empty} in {text}");
    }
    assert_eq!(serde_json::to_string(&Concept::text("x")).unwrap(), r#"{"text":"x"}"#);
    assert_eq!(Narrative::of("").status, "generated");
}

#[test]
fn the_bundle_names_the_address_of_each_entry() {
    let held: Vec<Resource> = vec![provenance(about(2), &example(), b"x").into()];
    let text = bundle(about(2), chrono::DateTime::UNIX_EPOCH, &held);
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&read["resourceType"], &read["type"]), (&"Bundle".into(), &"collection".into()));
    assert_eq!(read["entry"][0]["fullUrl"], format!("{BASE}/Provenance/{}", held[0].id()));
}
