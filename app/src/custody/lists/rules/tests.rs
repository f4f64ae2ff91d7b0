//! The rules of printed lists as tables.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::model::ListKind;
use super::*;
use crate::custody::people::Presence;
use crate::custody::slots::{EscortMode, Movement, Part, RoomKind, SlotStatus};
use crate::kit::ids::WingId;

fn at(time: &str) -> DateTime<Utc> {
    format!("2026-07-01T{time}:00Z").parse().unwrap()
}

fn wing(n: u128) -> WingId {
    Uuid::from_u128(n).into()
}

fn key() -> ListKey {
    ListKey {
        facility: Uuid::from_u128(1).into(),
        kind: ListKind::Unlock,
        wing: Some(wing(2)),
        room: None,
        person: None,
        date: "2026-07-01".parse().unwrap(),
        part: Part::Am,
    }
}

fn printed(slot: u128, person: u128) -> PrintedRow {
    PrintedRow {
        slot: Uuid::from_u128(slot).into(),
        person: Uuid::from_u128(person).into(),
        name: "FAMILY, Given".to_owned(),
        number: "A-1".to_owned(),
        wing: Some("C".to_owned()),
        cell: "C2-14".to_owned(),
        from: at("08:00"),
        to: at("09:30"),
        room: "Kitchen".to_owned(),
        letter: "B".to_owned(),
        live: true,
        state: String::new(),
        is_elsewhere: false,
        on_wing: false,
        officers: 1,
        mode: EscortMode::InSight,
        cautions: Vec::new(),
        clashes: Vec::new(),
        bring: Vec::new(),
    }
}

fn current(slot: u128, person: u128, from: &str, to: &str) -> CurrentRow {
    CurrentRow {
        slot_id: Uuid::from_u128(slot).into(),
        person_id: Uuid::from_u128(person).into(),
        family_name: "Family".to_owned(),
        given_name: "Given".to_owned(),
        prison_number: "A-1".to_owned(),
        wing_id: Some(wing(2)),
        wing: Some("C".to_owned()),
        cell: "C2-14".to_owned(),
        presence: Presence::Present,
        is_elsewhere: false,
        starts_at: at(from),
        ends_at: at(to),
        part: Part::Am,
        label_letter: "B".to_owned(),
        status: SlotStatus::Confirmed,
        cancel_reason: None,
        escort_officers: 1,
        escort_mode: EscortMode::InSight,
        room_id: Uuid::from_u128(3).into(),
        room: "Kitchen".to_owned(),
        room_kind: RoomKind::Kitchen,
        movement: Movement::Expected,
        custody_reason: None,
        moved_at: None,
        version: 1,
        marked_at: None,
    }
}

#[test]
fn an_unchanged_list_has_no_changes_and_no_digest() {
    let rows = [printed(10, 20), printed(10, 21)];
    assert_eq!(changes(&key(), &rows, &rows, &[]), []);
    assert_eq!(digest(&[]), "");
}

#[test]
fn each_difference_is_told_by_its_name() {
    type Alter = fn(&mut PrintedRow);
    let cases: [(Alter, What); 6] = [
        (|row| row.from = at("08:30"), What::Changed(vec![Facet::Time])),
        (|row| row.room = "Garden".to_owned(), What::Changed(vec![Facet::Room])),
        (|row| row.officers = 2, What::Changed(vec![Facet::Escort])),
        (|row| row.cell = "C2-15".to_owned(), What::Changed(vec![Facet::Housing])),
        (
            |row| {
                row.to = at("10:00");
                row.room = "Garden".to_owned();
            },
            What::Changed(vec![Facet::Time, Facet::Room]),
        ),
        (
            |row| {
                row.live = false;
                row.state = "Cancelled: lockdown".to_owned();
            },
            What::Gone(Gone::Stopped("Cancelled: lockdown".to_owned())),
        ),
    ];
    let before = [printed(10, 20)];
    let mut digests = Vec::new();
    for (alter, expected) in cases {
        let mut now = printed(10, 20);
        alter(&mut now);
        let found = changes(&key(), &before, &[now], &[]);
        assert_eq!(found.iter().map(|change| &change.what).collect::<Vec<_>>(), [&expected]);
        digests.push(digest(&found));
    }
    digests.sort();
    digests.dedup();
    assert_eq!(digests.len(), 6, "other changes have another digest");
}

#[test]
fn who_is_added_or_gone_is_told_with_the_reason() {
    let before = [printed(10, 20), printed(10, 21), printed(10, 22)];
    let mut moved = current(10, 21, "08:00", "09:30");
    moved.wing_id = Some(wing(9));
    moved.wing = Some("D".to_owned());
    let found = changes(&key(), &before, &[printed(10, 20), printed(11, 23)], &[moved]);
    let what: Vec<&What> = found.iter().map(|change| &change.what).collect();
    assert_eq!(what, [&What::Gone(Gone::OtherWing(Some("D".to_owned()))), &What::Gone(Gone::NotCalled), &What::Added]);
}

#[test]
fn a_session_that_is_restored_is_added() {
    let stopped = PrintedRow { live: false, ..printed(10, 20) };
    let found = changes(&key(), std::slice::from_ref(&stopped), &[printed(10, 20)], &[]);
    assert_eq!(found.iter().map(|change| &change.what).collect::<Vec<_>>(), [&What::Added]);
    assert_eq!(changes(&key(), std::slice::from_ref(&stopped), std::slice::from_ref(&stopped), &[]), []);
}

#[test]
fn calls_clash_when_they_leave_no_time_for_the_way() {
    for (from, to, clash) in [
        ("09:00", "10:00", true),
        ("09:30", "10:00", true),
        ("09:39", "10:00", true),
        ("09:40", "10:00", false),
        ("07:00", "07:50", false),
        ("07:00", "07:51", true),
    ] {
        let (first, second) = (current(10, 20, "08:00", "09:30"), current(11, 20, from, to));
        let found = clashes(&[&first, &second]).iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(found, if clash { [1, 1] } else { [0, 0] }, "{from}–{to}");
        let other = CurrentRow { person_id: Uuid::from_u128(21).into(), ..second.clone() };
        assert!(clashes(&[&first, &other]).iter().all(Vec::is_empty));
        let cancelled = CurrentRow { status: SlotStatus::Cancelled, ..second };
        assert!(clashes(&[&first, &cancelled]).iter().all(Vec::is_empty));
    }
}

#[test]
fn a_row_is_on_the_lists_of_its_wing_room_and_part() {
    let row = current(10, 20, "08:00", "09:30");
    for (key, on) in [
        (key(), true),
        (ListKey { wing: Some(wing(9)), ..key() }, false),
        (ListKey { wing: None, ..key() }, true),
        (ListKey { room: Some(Uuid::from_u128(4).into()), ..key() }, false),
        (ListKey { person: Some(Uuid::from_u128(20).into()), ..key() }, true),
        (ListKey { part: Part::Pm, ..key() }, false),
    ] {
        assert_eq!(is_on(&key, &row), on, "{key:?}");
    }
}
